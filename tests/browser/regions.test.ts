import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { letBeCounted } from '../support/counted-firm.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import { readAccess, withdraw } from '../support/firms.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import type { Owner, Staff } from '../support/people.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { watchedPage } from '../support/watched-page.ts';

/* One story on one site: each region does its own work, and meets what the others have done. */

let browser: Browser;
let site: LiveSite;
let varmland: Staff;
let dalarna: Staff;
let gavleborg: Staff;
let owner: Owner;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  const content = await loadContent(contentFolder);
  await populate({ database: { adminUrl: site.databaseUrl }, content }, worldAt({ content }, new Date()), 200);
  varmland = await signedInAs(site, 'analyst', { organisation: '17', name: 'Gustav Nyqvist' });
  dalarna = await signedInAs(site, 'analyst', { organisation: '20', name: 'Lena Norén' });
  gavleborg = await signedInAs(site, 'analyst', { organisation: '21', name: 'Amina Berglund' });
  owner = await signedInOwner(site);
  await letBeCounted(site, owner);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

type Look = { width: number; colorScheme: 'light' | 'dark' };

const complaints: string[] = [];

async function pageOf({ sessionSecret }: Staff, { width, colorScheme }: Look): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: site.origin,
    viewport: { width, height: 900 },
    colorScheme,
  });
  await context.addCookies([sessionCookieOf(site, sessionSecret)]);
  return watchedPage(context, complaints);
}

async function expectSound(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  const scrolls = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(scrolls).toBe(false);
}

/** Fills in the builder by keyboard: all months there are, a few areas and divisions, so that it is soon built. */
async function choose(page: Page, chosen: { sv: string; en: string; boxes: readonly string[] }): Promise<void> {
  const isSwedish = (await page.locator('html').getAttribute('lang')) === 'sv';
  const label = (swedish: string, english: string) => page.getByLabel(isSwedish ? swedish : english);
  await label('Namn på svenska', 'Name in Swedish').fill(chosen.sv);
  await label('Namn på engelska', 'Name in English').fill(chosen.en);
  const own = isSwedish ? 'Månader vi väljer själva' : 'Months of our own choice';
  await page.getByRole('radio', { name: own }).press('Space');
  const [year, month] = isSwedish ? ['År', 'Månad'] : ['Year', 'Month'];
  const first = page.getByRole('group', { name: isSwedish ? 'Första månaden' : 'First month' });
  await first.getByLabel(year).selectOption({ index: (await first.getByLabel(year).locator('option').count()) - 1 });
  await first.getByLabel(month).selectOption({ index: 0 });
  const last = page.getByRole('group', { name: isSwedish ? 'Sista månaden' : 'Last month' });
  await last.getByLabel(year).selectOption({ index: 0 });
  await last.getByLabel(month).selectOption({ index: (await last.getByLabel(month).locator('option').count()) - 1 });
  for (const folded of await page.locator('main details > summary').all()) await folded.press('Enter');
  for (const box of await page.getByRole('checkbox').all()) {
    const name = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    if ((await box.isChecked()) !== chosen.boxes.includes(name)) await box.press('Space');
  }
}

test('Värmland builds what its board has asked for, looks at it and publishes it, in English', async () => {
  const page = await pageOf(varmland, { width: 1280, colorScheme: 'dark' });
  await page.goto('/region?lang=en');
  await page.getByText('No figures are published yet').waitFor();
  await expectSound(page);
  await page.getByRole('link', { name: 'Build a new release' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Build a new release' }).waitFor();
  const boxes = ['Business models', 'County', 'Branch'];
  await choose(page, { sv: 'Underlag till nämnden', en: 'For the board', boxes });
  await page.getByRole('button', { name: 'Build the release' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'For the board' }).waitFor();
  await page.getByText('Nothing that is hidden can be worked out').waitFor({ timeout: 60_000 });
  await expectSound(page);

  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish for good' }).press('Enter');
  await page.getByText('Published as release 1.').waitFor();
  expect(complaints).toEqual([]);
}, 90_000);

let tooNear = '';

test('Dalarna builds the same after a firm has withdrawn, and is told in words why it cannot be published', async () => {
  const { consents } = await readAccess(owner.visitor, owner.firmId);
  const given = consents.find(({ purpose }) => purpose === 'statistics');
  await withdraw(owner, given?.consentId ?? '');

  const page = await pageOf(dalarna, { width: 1280, colorScheme: 'light' });
  await page.goto('/region?lang=sv');
  await page.getByRole('link', { name: 'Bygg ett nytt utkast' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Bygg ett nytt utkast' }).waitFor();
  await choose(page, { sv: 'Läget i Dalarna', en: 'Dalarna', boxes: ['Affärsmodeller', 'Län', 'Bransch'] });
  // Nothing was said of it before it was chosen: that the same firms are told of already.
  await page.getByText('Redan publicerat som publicering 1').waitFor();
  await page.getByRole('button', { name: 'Bygg utkastet' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Läget i Dalarna' }).waitFor();
  await page.getByText('Den kan inte publiceras').waitFor({ timeout: 60_000 });
  await page.getByText('För lik en tidigare publicering').waitFor();
  await page.getByRole('link', { name: /^Publicering 1: / }).waitFor();
  expect(await page.getByRole('button', { name: 'Publicera', exact: true }).count()).toBe(0);
  // Neither the figures nor in which group the firm is.
  expect(await page.getByRole('table', { name: /^Medelnivå/ }).count()).toBe(0);
  await expectSound(page);
  tooNear = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(complaints).toEqual([]);
}, 90_000);

let draft = '';

test('Dalarna builds something else that is fit, and keeps it as a draft that only Dalarna sees', async () => {
  const page = await pageOf(dalarna, { width: 1280, colorScheme: 'light' });
  await page.goto(`/region/organisations/${dalarna.organisationId}/new-release?lang=sv`);
  await page.getByRole('heading', { level: 1, name: 'Bygg ett nytt utkast' }).waitFor();
  await choose(page, { sv: 'Stöd för säkerhet', en: 'Support', boxes: ['Säkerhet: vill ha stöd', 'Län', 'Storlek'] });
  await page.getByRole('button', { name: 'Bygg utkastet' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Stöd för säkerhet' }).waitFor();
  await page.getByText('Inget som är dolt går att räkna ut').waitFor({ timeout: 60_000 });
  await expectSound(page);
  draft = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  const other = await pageOf(varmland, { width: 390, colorScheme: 'light' });
  const pages = [];
  // A draft of another region, one that was refused, and one that is none: the same page.
  for (const releaseId of [draft, tooNear, crypto.randomUUID()]) {
    await other.goto(`/region/organisations/${varmland.organisationId}/releases/${releaseId}?lang=sv`);
    await other.getByRole('heading', { level: 1, name: 'Här finns ingen sida' }).waitFor();
    pages.push(await other.getByRole('main').innerText());
  }
  expect(new Set(pages).size).toBe(1);
  await other.goto('/region?lang=sv');
  await other.getByRole('link', { name: 'Underlag till nämnden' }).waitFor();
  expect(await other.getByText('Stöd för säkerhet').count()).toBe(0);
  await expectSound(other);
}, 90_000);

test('Dalarna publishes it, and it stands beside what Värmland has published for everybody', async () => {
  const page = await pageOf(dalarna, { width: 1280, colorScheme: 'light' });
  await page.goto(`/region/organisations/${dalarna.organisationId}/releases/${draft}?lang=sv`);
  await page.getByRole('button', { name: 'Publicera', exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Publicera slutgiltigt' }).press('Enter');
  await page.getByText('Publicerad med nummer 2.').waitFor();

  // As a visitor finds it, from the first page.
  const stranger = await browser.newContext({ baseURL: site.origin, viewport: { width: 390, height: 900 } });
  const visit = await watchedPage(stranger, complaints);
  await visit.goto('/?lang=sv');
  await visit.getByRole('banner').getByRole('link', { name: 'Siffror' }).press('Enter');
  const table = visit.getByRole('table', { name: /^Publiceringar, den senaste först/ });
  await table.getByRole('row', { name: /Stöd för säkerhet.*Region Dalarna/ }).waitFor();
  await table.getByRole('row', { name: /Underlag till nämnden.*Region Värmland/ }).waitFor();
  await expectSound(visit);
  expect(complaints).toEqual([]);
}, 60_000);

test('Gävleborg reads how far its own county is reached, on a phone, and takes papers and a file along', async () => {
  const page = await pageOf(gavleborg, { width: 390, colorScheme: 'light' });
  await page.goto('/region/coverage?release=1&lang=sv');
  const reached = page.getByRole('table', { name: 'Företag som har svarat och företag som finns, efter län' });
  await reached.getByRole('row', { name: /^Gävleborg \d+/ }).waitFor();
  await expectSound(page);

  await page.goto('/releases/1?by=county&area=D1&lang=sv');
  const areas = page.getByRole('table', { name: /^Medelnivå, 0–4/ });
  await areas.getByRole('columnheader', { name: 'Gävleborg' }).waitFor();
  await expectSound(page);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('table', { name: 'Filer' }).getByRole('link', { name: /^CSV:/ }).first().press('Enter'),
  ]);
  expect(await readFile(await saved.path(), 'utf8')).toContain('Gävleborg');

  await page.goto(`/region?lang=sv`);
  await page.getByRole('link', { name: 'Underlag till nämnden' }).press('Enter');
  const papers = page.getByRole('link', { name: /^Ledningsgruppen, med uppföljning \(PDF\)$/ });
  const [pdf] = await Promise.all([page.waitForEvent('download'), papers.press('Enter')]);
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await expectSound(page);
  expect(complaints).toEqual([]);
}, 90_000);

test('Gävleborg writes down what it does about it, and the others read it and cannot change it', async () => {
  const page = await pageOf(gavleborg, { width: 390, colorScheme: 'dark' });
  await page.goto('/region/steps?lang=sv');
  await page.getByRole('link', { name: 'Skriv in en aktivitet', exact: true }).press('Enter');
  await page.getByRole('checkbox', { name: /^P3[.]2 / }).press('Space');
  await page.getByLabel('Namn på svenska').fill('Affärsmodeller i Gävleborg');
  await page.getByLabel('Namn på engelska').fill('Business models in Gävleborg');
  await page.getByRole('radio', { name: 'Pågår' }).press('Space');
  await page.getByLabel('Första dagen').fill('2026-01-15');
  await page.getByLabel('Mål').fill('Fler företag tar betalt för det de kan.');
  await page.getByLabel('Ansvarig').fill('Region Gävleborg');
  await page.getByRole('button', { name: 'Spara aktiviteten' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Affärsmodeller i Gävleborg' }).waitFor();
  await expectSound(page);
  const address = new URL(page.url()).pathname;

  for (const [analyst, look] of [
    [varmland, { width: 1280, colorScheme: 'light' }],
    [dalarna, { width: 390, colorScheme: 'dark' }],
  ] as const) {
    const other = await pageOf(analyst, look);
    await other.goto('/region/portfolio?lang=sv');
    await other.getByText('Affärsmodeller i Gävleborg').first().waitFor();
    await expectSound(other);
    expect(await other.getByRole('link', { name: 'Affärsmodeller i Gävleborg' }).count()).toBe(0);
    await other.goto(address.replace(gavleborg.organisationId, analyst.organisationId));
    await other.getByRole('heading', { level: 1, name: 'Här finns ingen sida' }).waitFor();
  }
  expect(complaints).toEqual([]);
}, 90_000);
