import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

type Look = { width: number; colorScheme: 'light' | 'dark' };

async function contextOf(organisation: string, { width, colorScheme }: Look): Promise<BrowserContext> {
  const { sessionSecret } = await signedInAs(site, 'analyst', { organisation });
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width, height: 900 }, colorScheme });
  await context.addCookies([sessionCookieOf(site, sessionSecret)]);
  return context;
}

async function expectSound(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  const scrolls = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(scrolls).toBe(false);
}

const regions = [
  { organisation: '17', county: 'Värmland', step: 'P1.2', width: 1280, colorScheme: 'light' },
  { organisation: '20', county: 'Dalarna', step: 'P3.3', width: 390, colorScheme: 'dark' },
  { organisation: '21', county: 'Gävleborg', step: 'P6.3', width: 1280, colorScheme: 'dark' },
] as const;

test.each(regions)(
  'an analyst in $county writes an activity down by keyboard and sees its step start',
  async (region) => {
    const { organisation, county, step } = region;
    const complaints: string[] = [];
    const page = await watchedPage(await contextOf(organisation, region), complaints);
    await page.goto('/region/steps?lang=sv');
    await page.getByRole('heading', { level: 1, name: /av 22 steg har startat$/ }).waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: `Skriv in en aktivitet för ${step}` }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Skriv in en aktivitet' }).waitFor();
    await page.getByRole('button', { name: 'Spara aktiviteten' }).press('Enter');
    await page.getByRole('alert').waitFor();
    await expectSound(page);

    await page.getByLabel('Namn på svenska').fill(`Insatsen i ${county}`);
    await page.getByLabel('Namn på engelska').fill(`The effort in ${county}`);
    await page.getByRole('radio', { name: 'Pågår' }).press('Space');
    await page.getByLabel('Första dagen').fill('2026-01-15');
    await page.getByLabel('Mål').fill('Fler företag provar det nya.');
    await page.getByLabel('Ansvarig').fill(`Region ${county}`);
    await page.getByRole('checkbox', { name: 'ERUF' }).press('Space');
    await page.getByLabel('ERUF (frivilligt)').fill('1 250 000');
    await page.getByRole('button', { name: 'Spara aktiviteten' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: `Insatsen i ${county}` }).waitFor();
    await expectSound(page);

    await page.goto('/region/steps?lang=sv');
    await page
      .getByRole('heading', { level: 3, name: new RegExp(`^${step.replace('.', '[.]')} .*Har startat$`) })
      .waitFor();
    await page.getByText('Sedan 15 januari 2026, och pågår.').first().waitFor();
    expect(complaints).toEqual([]);
  },
);

test('each region reads what the others have written, and takes it with it as a file', async () => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf('17', { width: 390, colorScheme: 'light' }), complaints);
  await page.goto('/region/portfolio?lang=sv');
  await page.getByText('3 av 3 aktiviteter').waitFor();
  await expectSound(page);
  await page.getByLabel('Inskrivet av').selectOption('Region Gävleborg');
  await page.getByText('1 av 3 aktiviteter').waitFor();
  await page.waitForURL('**region=21**');
  await page.reload();
  await page.getByText('1 av 3 aktiviteter').waitFor();

  const begun = page.waitForEvent('download');
  await page.getByRole('link', { name: /CSV/ }).click();
  const file = await readFile(await (await begun).path(), 'utf8');
  expect(file).toContain('Insatsen i Gävleborg');
  expect(file).not.toContain('Insatsen i Dalarna');
  // What another region wrote is read, and not changed.
  expect(await page.getByRole('link', { name: 'Insatsen i Gävleborg' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a value of an index is entered with its note, changed, and keeps what it was', async () => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf('21', { width: 1280, colorScheme: 'light' }), complaints);
  await page.goto('/region/index-values?lang=sv');
  await page.getByText('Inget värde är inlagt än').waitFor();
  await page.getByRole('link', { name: 'Lägg in ett värde' }).click();
  await page.getByLabel('Indexets namn').fill('Ett index');
  await page.getByLabel('Vem som publicerar det').fill('Myndigheten');
  await page.getByLabel('Länk till källan').fill('https://www.example.se/index');
  await page.getByLabel('År det gäller').fill('2025');
  await page.getByLabel('Plats', { exact: true }).selectOption('Sverige');
  await page.getByLabel('Vad det mäter').fill('Användning av digitala verktyg');
  await page.getByLabel('Närmaste av våra områden').selectOption({ label: 'D1 Affärsmodeller' });
  await page.getByRole('radio', { name: 'Procent' }).check();
  await page.getByLabel('Värde', { exact: true }).fill('61,5');
  await page.getByLabel('Hur långt det går att jämföra').fill('Alla branscher, andra frågor.');
  await expectSound(page);
  await page.getByRole('button', { name: 'Spara värdet' }).click();
  await page.getByText('Alla branscher, andra frågor.').waitFor();
  await page.getByText('61,5 procent').waitFor();
  await expectSound(page);

  await page.getByRole('link', { name: 'Ett index' }).click();
  await page.getByRole('link', { name: 'Ändra' }).click();
  await page.getByLabel('Värde', { exact: true }).fill('62');
  await page.getByRole('button', { name: 'Spara värdet' }).click();
  await page.getByText('Ändringar (2)').click();
  await page.getByText('62 procent').first().waitFor();
  await expectSound(page);
  expect(complaints).toEqual([]);
});
