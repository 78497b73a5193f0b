import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import type { RuleOutcomesDocument } from '#shared/contracts/rule-outcomes.ts';
import { outcomesOf } from '../client/outcomes/outcomes-fixture.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each([
  { width: 1280, colorScheme: 'light' as const },
  { width: 390, colorScheme: 'dark' as const },
])('what became of the suggestions is read at $width, by keyboard and on paper', async ({ width, colorScheme }) => {
  const complaints: string[] = [];
  const editor = await signedInAs(site, 'editor', { name: 'Ada Ek' });
  const context = await browser.newContext({ baseURL: site.origin, colorScheme, viewport: { width, height: 900 } });
  await context.addCookies([sessionCookieOf(site, editor.sessionSecret)]);
  const page = await watchedPage(context, complaints);
  await page.goto('/editor/rules?lang=sv');
  await page.getByRole('link', { name: 'Vad som hände med förslagen' }).click();
  await page.getByText('Ännu finns inget som kan visas').waitFor();
  expect(await axeViolations(page)).toEqual([]);

  // There are not firms enough here for a count to be shown.
  await page.route('**/api/rules/outcomes', (route) => route.fulfill({ json: outcomesOf() }));
  await page.goto('/editor/outcomes?lang=sv');
  await page.getByRole('table', { name: 'Förslag per paket' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);

  await page.getByRole('link', { name: '2026' }).focus();
  await page.keyboard.press('Enter');
  // The address is there before the page is: what is chosen next is chosen beside what is shown.
  await page.getByRole('link', { name: '2026' }).and(page.locator('[aria-current=page]')).waitFor();
  await page.getByLabel('Paket', { exact: true }).selectOption('process-cohort');
  await page.getByRole('table', { name: 'Version av katalogen' }).waitFor();
  expect(new URL(page.url()).search).toContain('period=2026&package=process-cohort');
  expect(await axeViolations(page)).toEqual([]);

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByLabel('Paket', { exact: true }).isVisible()).toBe(false);
  await page.getByText('Visas: 2026, Ordning i flödet.').waitFor();
  expect(complaints).toEqual([]);
});

test('what the server has counted of simulated firms stands on the page', async () => {
  const complaints: string[] = [];
  const content = await loadContent(contentFolder);
  await populate({ database: { adminUrl: site.databaseUrl }, content }, worldAt({ content }, new Date()), 60);
  const editor = await signedInAs(site, 'editor', { name: 'Ada Ek' });
  const told = (await editor.visitor.get('/api/rules/outcomes')).json<RuleOutcomesDocument>();
  const shownTotals = told.outcomes.flatMap(({ suggestions }) => suggestions[0]?.total ?? []);
  expect(shownTotals.length).toBeGreaterThan(0);

  const context = await browser.newContext({ baseURL: site.origin });
  await context.addCookies([sessionCookieOf(site, editor.sessionSecret)]);
  const page = await watchedPage(context, complaints);
  await page.goto('/editor/outcomes?lang=sv');
  const table = page.getByRole('table', { name: 'Förslag per paket' });
  await table.waitFor();
  const totals = await table.locator('tbody tr td:nth-of-type(1)').allTextContents();

  expect(totals.map(Number)).toEqual(shownTotals);
  await page.getByText('Simulerade företag').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
