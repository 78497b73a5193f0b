import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
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
let secret: string;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  const content = await loadContent(contentFolder);
  await populate({ database: { adminUrl: site.databaseUrl }, content }, worldAt({ content }, new Date()), 40, true);
  secret = (await signedInAs(site, 'analyst')).sessionSecret;
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

type Look = { width: number; colorScheme: 'light' | 'dark' };

async function contextOf({ width, colorScheme }: Look, isSignedIn: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width, height: 900 }, colorScheme });
  if (isSignedIn) await context.addCookies([sessionCookieOf(site, secret)]);
  return context;
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('an analyst compares firms with and without support by keyboard, looks at it and publishes it', async () => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf({ width: 1280, colorScheme: 'light' }, true), complaints);
  await page.goto('/region?lang=sv');
  await page.getByRole('link', { name: 'Bygg ett utkast om effekt av stöd' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Effekt av stöd' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Bygg utkastet' }).press('Enter');
  await page.getByRole('link', { name: 'Skriv ett namn på svenska, högst 120 tecken.' }).waitFor();
  await page.getByLabel('Namn på svenska').fill('Stöd och utveckling');
  await page.getByLabel('Namn på engelska').fill('Support and change');
  await page.getByRole('button', { name: 'Bygg utkastet' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Stöd och utveckling' }).waitFor();
  await page.getByText('Inget som är dolt går att räkna ut').waitFor({ timeout: 120_000 });
  await page.getByText('Vad siffrorna inte kan säga').waitFor();
  await page.getByRole('heading', { level: 3, name: 'Ordning i flödet: verkstäder lär ihop' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Publicera', exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Publicera slutgiltigt' }).press('Enter');
  await page.getByText('Publicerad med nummer 1.').waitFor();
  expect(complaints).toEqual([]);
}, 180_000);

test.each([
  { width: 1280, colorScheme: 'light', language: 'sv' },
  { width: 390, colorScheme: 'dark', language: 'en' },
] as const)('everybody can read it at $width px, $colorScheme, $language', async ({ language, ...look }) => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf(look, false), complaints);
  const isSwedish = language === 'sv';
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/releases?lang=${language}`);
  await page.getByRole('link', { name: isSwedish ? 'Stöd och utveckling' : 'Support and change' }).click();
  await page
    .getByText(isSwedish ? 'Vad siffrorna inte kan säga' : 'What the figures cannot tell', { exact: true })
    .waitFor();
  await page
    .getByText(isSwedish ? /^Går inte att säga något om \(\d+\)$/ : /^Cannot be told of \(\d+\)$/)
    .first()
    .click();
  await page.getByText(isSwedish ? 'Alla siffror i en tabell' : 'All figures in a table', { exact: true }).click();
  await page.getByRole('table', { name: isSwedish ? /^Skillnad mellan/ : /^Difference between/ }).waitFor();
  const papers = page.getByRole('link', { name: isSwedish ? 'Ledningsgruppen (PDF)' : 'The leadership group (PDF)' });
  await papers.waitFor();
  const csv = page.getByRole('link', { name: isSwedish ? 'CSV: svenska' : 'CSV: Swedish' });
  for (const link of [papers, csv]) {
    const reply = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(reply.status()).toBe(200);
  }
  expect(await axeViolations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  expect(asked).toContain('/api/releases/1');
  expect(asked.filter((path) => path.startsWith('/api/populations'))).toEqual([]);
  expect(complaints).toEqual([]);
});
