import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { type Staff, signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { releasesBy } from '../support/releases.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
let analyst: Staff;
const { built, publish } = releasesBy(() => analyst);

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  const content = await loadContent(contentFolder);
  await populate({ database: { adminUrl: site.databaseUrl }, content }, worldAt({ content }, new Date()), 600);
  analyst = await signedInAs(site, 'analyst');
  const indicators = [
    'D1',
    'gap.D5',
    'gap.D9',
    'gap.PM3',
    'collaboration.large-firm',
    'collaboration.test-bed',
    'women.all',
  ];
  const breakdowns = [['county'], ['branch'], ['county', 'branch']];
  for (const measures of [indicators, ['D1']])
    expect((await publish(await built({ measures, breakdowns }))).statusCode).toBe(200);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

const looks = [
  { width: 1280, colorScheme: 'light', language: 'sv' },
  { width: 390, colorScheme: 'dark', language: 'en' },
  { width: 1280, colorScheme: 'dark', language: 'en' },
  { width: 390, colorScheme: 'light', language: 'sv' },
] as const;
type Look = Pick<(typeof looks)[number], 'width' | 'colorScheme'>;

async function contextOf({ width, colorScheme }: Look, isSignedIn: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width, height: 900 }, colorScheme });
  if (isSignedIn) await context.addCookies([sessionCookieOf(site, analyst.sessionSecret)]);
  return context;
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test.each(looks)(
  'everybody reads where needs have no package at $width px, $colorScheme, $language',
  async ({ language, ...look }) => {
    const isSwedish = language === 'sv';
    const complaints: string[] = [];
    const page = await watchedPage(await contextOf(look, false), complaints);
    await page.goto(`/releases/1?lang=${language}`);
    await page
      .getByRole('link', { name: isSwedish ? /^Behov utan paket, och/ : /^Needs without a package, and/ })
      .click();
    await page.waitForURL('**/gaps?release=1');
    await page.getByRole('heading', { level: 1, name: isSwedish ? /Säkerhet \(/ : /Security \(/ }).waitFor();
    await page.locator('canvas').first().waitFor();
    await page
      .getByRole('table', {
        name: isSwedish ? /inget paket passade, procent\. Bransch$/ : /fitted, per cent\. Branch$/,
      })
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);

    await page.getByLabel(isSwedish ? 'Ett område på nära håll' : 'One area closely').selectOption('gap.D5');
    await page.waitForURL('**/gaps?release=1&area=D5');
    await page.reload();
    await page
      .getByRole('heading', {
        name: isSwedish ? /^Marknad och kundkontakt: var luckan/ : /^Marketing and .*: where the gap/,
      })
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test('an analyst reads by keyboard where needs have no package, and takes the figures along', async () => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf({ width: 1280, colorScheme: 'light' }, true), complaints);
  await page.goto('/region?lang=sv');
  await page.getByRole('link', { name: 'Behov utan paket' }).press('Enter');
  // The newest release tells nothing of it.
  await page.getByText('Publicering 1: Läget i industrin').waitFor();
  await page
    .getByRole('navigation', { name: 'Regionens sidor' })
    .getByRole('link', { name: 'Behov utan paket' })
    .waitFor();
  const areas = page.getByRole('table', { name: 'Behov som inget paket passade, de vanligaste först' });
  await areas.getByRole('link', { name: 'Mätning och fakta' }).press('Enter');
  await page.waitForURL('**/gaps?area=PM3#area');
  const closely = page.getByRole('region', { name: /^Mätning och fakta: var luckan/ });
  await closely.getByRole('link').first().waitFor();
  await vi.waitFor(async () =>
    expect(await closely.evaluate((element) => element === document.activeElement)).toBe(true),
  );

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Spara det sidan visar (CSV)' }).press('Enter'),
  ]);
  const text = readFileSync(await saved.path(), 'utf8');
  expect(saved.suggestedFilename()).toBe('mattstock-release-1-gaps.csv');
  expect(text.split('\r\n')[1]).toMatch(/^1;D9;Säkerhet;Ingen uppdelning;Alla företag;\d+;\d+;\d+;0;0$/);
  // Figures, units and hidden marks of every group: 3 areas in 1 + 3 + 6 + 18 groups, and the head.
  expect(text.trimEnd().split('\r\n')).toHaveLength(1 + 3 * 28);

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Spara det sidan visar (CSV)' }).isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test.each(looks)(
  'everybody reads with whom firms work, beside what the strategy says, at $width px, $colorScheme, $language',
  async ({ language, ...look }) => {
    const isSwedish = language === 'sv';
    const complaints: string[] = [];
    const page = await watchedPage(await contextOf(look, false), complaints);
    await page.goto(`/collaboration?lang=${language}`);
    await page
      .getByRole('table', { name: isSwedish ? /^Vilka företag har samarbetat med/ : /^With whom firms have worked/ })
      .waitFor();
    await page.locator('canvas').nth(1).waitFor();
    await page
      .getByRole('table', { name: isSwedish ? /^Stark region med svag bas: / : /^A strong region with a weak base: / })
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(complaints).toEqual([]);
  },
);
