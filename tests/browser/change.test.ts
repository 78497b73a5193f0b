import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { importDemoPeople } from '#server/platform/content/demo-people.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite({ isDemo: true, hasDemoPeople: true })]);
  const { bundle } = await loadContent(contentFolder);
  await importDemoPeople(site.admin, bundle.demoPeople, randomIdentifiers);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

const say = {
  sv: {
    link: 'Förändring sedan förra gången',
    title: 'Inget område har med säkerhet ändrats',
    table: 'Förändringen som tabell',
    fold: /^Människa.*: 2 frågor$|: 2 frågor$/,
    moved: 'Måttstocken har flyttats',
    saved: 'Sparat.',
    level: '4',
  },
  en: {
    link: 'Change since last time',
    title: 'No area has surely changed',
    table: 'The change as a table',
    fold: /: 2 questions$/,
    moved: 'The yardstick has moved',
    saved: 'Saved.',
    level: '3',
  },
} as const;

test.each([
  { language: 'sv', width: 1280, colorScheme: 'light' },
  { language: 'en', width: 390, colorScheme: 'dark' },
] as const)(
  'an owner reads the change by keyboard at $width px, $colorScheme, $language, and looks back',
  async (look) => {
    const { language, width, colorScheme } = look;
    const texts = say[language];
    const complaints: string[] = [];
    const context = await browser.newContext({ baseURL: site.origin, viewport: { width, height: 900 }, colorScheme });
    const page = await watchedPage(context, complaints);
    const signIn = await context.request.post('/api/demo/sessions', {
      data: { code: 'owner' },
      headers: { origin: site.origin },
    });
    expect(signIn.status()).toBe(201);
    const { memberships } = (await signIn.json()) as { memberships: { place: { placeId: string } }[] };
    await page.goto(`/firms/${memberships[0]?.place.placeId}?lang=${language}`);
    await page.getByRole('link', { name: texts.link }).press('Enter');
    await page.getByRole('heading', { level: 1, name: texts.title }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByText(texts.table).press('Enter');
    await page.getByRole('row').nth(1).waitFor();
    await page.getByText(texts.fold).first().press('Enter');

    // The area that rose from 0: as seen now it was high up already.
    const looked = page.locator('select[name=then-D7]');
    await looked.focus();
    await looked.selectOption(texts.level);
    await page.getByText(texts.saved).waitFor();
    await page.getByText(texts.moved, { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(
      false,
    );

    await page.reload();
    await page.getByText(texts.moved, { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  },
  120_000,
);
