import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { readPdf } from '../support/pdf.ts';
import { signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
let secret: string;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  const content = await loadContent(contentFolder);
  await populate({ database: { adminUrl: site.databaseUrl }, content }, worldAt({ content }, new Date()), 300);
  secret = (await signedInAs(site, 'manager', { organisation: 'triple-steelix' })).sessionSecret;
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(width: number, colorScheme: 'light' | 'dark', complaints: string[]): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ baseURL: site.origin, viewport, colorScheme, acceptDownloads: true });
  await context.addCookies([sessionCookieOf(site, secret)]);
  return watchedPage(context, complaints);
}

const today = new Date();
/** Of the last day that is counted: the one before this month began. */
const year = new Date(today.getFullYear(), today.getMonth(), 0).getFullYear();

test('a manager goes from the queue to what the provider has achieved, chooses a year and takes the PDF along', async () => {
  const complaints: string[] = [];
  const page = await open(1280, 'light', complaints);
  await page.goto('/advisor?lang=sv');
  await page.getByRole('link', { name: 'Vad vi har åstadkommit' }).click();
  await page.getByRole('heading', { level: 1, name: /^Triple Steelix har nått omkring \d+ företag$/ }).waitFor();
  await page.getByText('Simulerade företag').waitFor();

  // By keyboard: the periods are links that one reaches and follows.
  await page.getByRole('link', { name: 'Sedan starten' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**?period=${year}`);
  const finding = page.getByRole('heading', {
    level: 1,
    name: new RegExp(`^Triple Steelix nådde omkring \\d+ nya företag under ${year}$`),
  });
  const title = (await finding.textContent()) ?? '';
  await page.reload();
  expect(await finding.textContent()).toBe(title);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Spara som PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`mattstock-achievement-${year}-sv.pdf`);
  const report = await readPdf(readFileSync(await download.path()));
  expect(report.title).toBe(title);
  const dalarna = await page.getByRole('row', { name: /^Dalarna/ }).textContent();
  expect(report.text).toContain(dalarna?.replace('Dalarna', 'Dalarna '));
  expect(complaints).toEqual([]);
});

test.each([
  [390, 'light'],
  [1280, 'dark'],
  [320, 'dark'],
] as const)(
  'at %i px in %s the page has no violation that axe can find, and does not scroll sideways',
  async (width, scheme) => {
    const page = await open(width, scheme, []);
    await page.goto('/advisor/achievement?lang=sv');
    await page.locator('canvas').first().waitFor();

    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  },
);
