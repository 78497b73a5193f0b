import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { letBeCounted } from '../support/counted-firm.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { readPdf } from '../support/pdf.ts';
import type { Owner } from '../support/people.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { csvFile, populationRows } from '../support/populations.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
let secret: string;
let owner: Owner;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  const content = await loadContent(contentFolder);
  await populate({ database: { adminUrl: site.databaseUrl }, content }, worldAt({ content }, new Date()), 600);
  secret = (await signedInAs(site, 'analyst')).sessionSecret;
  owner = await signedInOwner(site);
  await letBeCounted(site, owner);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What is counted in the release of these tests. */
const kept = new Set([
  'Affärsmodeller',
  'Säkerhet',
  'Affärsmodeller: hur viktigt',
  'Säkerhet: vill ha stöd',
  'Affärsmodeller: behov utan paket',
  'Samarbetar med stora företag',
  'Andel kvinnor bland de anställda',
  'Län',
  'Bransch',
  'Län och bransch',
  'Kommunstorlek',
]);

type Look = { width: number; colorScheme: 'light' | 'dark' };

async function contextOf({ width, colorScheme }: Look, isSignedIn: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width, height: 900 }, colorScheme });
  if (isSignedIn) await context.addCookies([sessionCookieOf(site, secret)]);
  return context;
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('an analyst builds a release by keyboard, sees what is hidden and why, and publishes it', async () => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf({ width: 1280, colorScheme: 'light' }, true), complaints);
  await page.goto('/region?lang=sv');
  await page.getByText('Inga siffror är publicerade än').waitFor();
  await page.getByRole('link', { name: 'Bygg ett nytt utkast' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Bygg ett nytt utkast' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByLabel('Namn på svenska').fill('Läget i industrin');
  await page.getByLabel('Namn på engelska').fill('How industry stands');
  await page.getByRole('radio', { name: 'Månader vi väljer själva' }).press('Space');
  const first = page.getByRole('group', { name: 'Första månaden' });
  await first.getByLabel('År').selectOption({ index: (await first.getByLabel('År').locator('option').count()) - 1 });
  await first.getByLabel('Månad').selectOption({ index: 0 });
  const last = page.getByRole('group', { name: 'Sista månaden' });
  await last.getByLabel('År').selectOption({ index: 0 });
  await last
    .getByLabel('Månad')
    .selectOption({ index: (await last.getByLabel('Månad').locator('option').count()) - 1 });
  for (const folded of await page.locator('main details > summary').all()) await folded.press('Enter');
  // Few areas and divisions, so that it is soon built.
  for (const box of await page.getByRole('checkbox').all()) {
    const name = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    if ((await box.isChecked()) !== kept.has(name)) await box.press('Space');
  }
  await page.getByRole('button', { name: 'Bygg utkastet' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Läget i industrin' }).waitFor();
  await page.getByRole('heading', { level: 2, name: /^\d+ av \d+ siffror visas$/ }).waitFor({ timeout: 120_000 });
  await page.getByText('Inget som är dolt går att räkna ut').waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Publicera', exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Publicera slutgiltigt' }).press('Enter');
  await page.getByText('Publicerad med nummer 1.').waitFor();
  expect(complaints).toEqual([]);
}, 180_000);

test('an analyst builds what is published again, and everybody sees that it is the same', async () => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf({ width: 1280, colorScheme: 'dark' }, true), complaints);
  await page.goto('/region?lang=sv');
  await page.getByRole('link', { name: 'Läget i industrin' }).press('Enter');
  await page.getByRole('button', { name: 'Bygg igen' }).press('Enter');
  const times = page.getByRole('table', { name: /^Varje gång den har byggts igen/ });
  await times.getByText('Samma fingeravtryck').waitFor({ timeout: 120_000 });
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);

  const phone = await watchedPage(await contextOf({ width: 390, colorScheme: 'light' }, false), complaints);
  await phone.goto('/releases/1?lang=en');
  await phone.getByText(/^Built again .* by Region .*: every figure was the same/).waitFor();
  expect(await axeViolations(phone)).toEqual([]);
  expect(await scrollsSideways(phone)).toBe(false);
  expect(complaints).toEqual([]);
}, 180_000);

test.each([
  { width: 1280, colorScheme: 'light', language: 'sv' },
  { width: 390, colorScheme: 'dark', language: 'en' },
] as const)('everybody can look round in it at $width px, $colorScheme, $language', async ({ language, ...look }) => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf(look, false), complaints);
  await page.goto(`/releases?lang=${language}`);
  await page.getByRole('link', { name: language === 'sv' ? 'Läget i industrin' : 'How industry stands' }).click();
  await page.getByRole('table', { name: language === 'sv' ? /^Medelnivå, 0–4/ : /^Mean level, 0–4/ }).waitFor();
  await page.locator('canvas').first().waitFor();
  await page.getByRole('img', { name: language === 'sv' ? /^Karta\./ : /^Map\./ }).waitFor();
  const files = page.getByRole('table', { name: language === 'sv' ? 'Filer' : 'Files' });
  await files.getByRole('link', { name: /^CSV:/ }).first().waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    files
      .getByRole('link', { name: /^Excel:/ })
      .first()
      .click(),
  ]);
  expect(saved.suggestedFilename()).toBe('mattstock-release-1-figures-sv.xlsx');
  expect(await axeViolations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await page.getByLabel(language === 'sv' ? 'Dela upp efter' : 'Divide by').selectOption('county-by-branch');
  await page.waitForURL('**by=county-by-branch**');
  await page.reload();
  await page.getByRole('table', { name: language === 'sv' ? /: medelnivå, 0–4$/ : /: mean level, 0–4$/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  expect(complaints).toEqual([]);
});

test.each([
  { width: 390, colorScheme: 'light', language: 'sv' },
  { width: 1280, colorScheme: 'dark', language: 'en' },
] as const)(
  'more than levels is told by its kind at $width px, $colorScheme, $language',
  async ({ language, ...look }) => {
    const isSwedish = language === 'sv';
    const complaints: string[] = [];
    const page = await watchedPage(await contextOf(look, false), complaints);
    await page.goto(`/releases/1?by=municipality&lang=${language}`);
    const parts = page.getByLabel(isSwedish ? 'Områden' : 'Areas', { exact: true });

    for (const part of isSwedish
      ? ['Samarbete och mångfald', 'Behov utan paket', 'Önskan om stöd']
      : ['Collaboration and diversity', 'Needs without a package', 'Wish for support']) {
      await parts.selectOption(part);
      await page.getByRole('heading', { level: 2, name: part, exact: true }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    }
    await page
      .getByRole('table', { name: isSwedish ? /^Andel av företagen, procent/ : /^Share of the firms/ })
      .waitFor();
    expect(complaints).toEqual([]);
  },
);

test('a link to an area begins at it with the focus, and back leads to what was looked at before', async () => {
  const page = await watchedPage(await contextOf({ width: 1280, colorScheme: 'light' }, false), []);
  await page.goto('/releases/1?by=county&area=D9&lang=sv#area');
  await page.waitForFunction(() => document.activeElement?.id === 'area' && window.scrollY > 0);

  await page.goto('/releases/1?by=branch&lang=sv');
  const areas = page.getByRole('table', { name: /^Medelnivå, 0–4/ });
  await areas.getByRole('link', { name: 'Säkerhet' }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'area' && window.scrollY > 0);
  await page.goBack();
  await page.waitForURL('**/releases/1?by=branch**');
  await areas.waitFor();
});

test.each(['area', 'coverage', 'files'])(
  'an address with #%s leads there in a window that has seen the page',
  async (id) => {
    const page = await watchedPage(await contextOf({ width: 1280, colorScheme: 'light' }, false), []);
    await page.goto('/releases/1?lang=sv');
    await page.locator('canvas').first().waitFor();
    await page.goto(`/releases/1?lang=sv&area=D9#${id}`);
    await page.locator('canvas').nth(3).waitFor();

    const distance = () => page.evaluate((part) => document.getElementById(part)?.getBoundingClientRect().top, id);
    await expect.poll(distance).toBeLessThan(120);
    await expect.poll(distance).toBeGreaterThanOrEqual(0);
  },
);

test('in forced colours each step of a legend looks different, and so do the parts of a bar', async () => {
  const context = await browser.newContext({ baseURL: site.origin, forcedColors: 'active' });
  const page = await watchedPage(context, []);
  await page.goto('/releases/1?lang=sv');
  const legends = page.locator('ul[aria-hidden="true"]').filter({ hasText: /under 1,2|Saknas/ });
  await page.locator('canvas').first().waitFor();

  for (const legend of await legends.all()) {
    const shades = await legend
      .locator('li')
      .evaluateAll((steps) => steps.map((step) => getComputedStyle(step, '::before').backgroundColor));
    expect(new Set(shades).size).toBe(shades.length);
  }
  expect(await legends.count()).toBeGreaterThan(1);
});

test('whoever has larger text has larger names beside the bars of a chart', async () => {
  const heightOf = async (size: string) => {
    const page = await watchedPage(await contextOf({ width: 390, colorScheme: 'light' }, false), []);
    await page.addInitScript((fontSize) => {
      addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', fontSize));
    }, size);
    await page.goto('/gaps?lang=sv');
    const chart = page.getByRole('img', { name: /^Andel av de företag/ });
    await chart.waitFor();
    await expect.poll(async () => (await chart.boundingBox())?.height).toBeGreaterThan(40);
    expect(await scrollsSideways(page)).toBe(false);
    return (await chart.boundingBox())?.height ?? 0;
  };

  expect(await heightOf('200%')).toBeGreaterThan(1.9 * (await heightOf('100%')));
});

test('on paper no table is wider than the sheet', async () => {
  const page = await watchedPage(await contextOf({ width: 718, colorScheme: 'light' }, false), []);
  for (const address of ['/releases/1?by=branch&lang=sv', '/releases/1?by=county-by-branch&lang=sv', '/gaps?lang=sv']) {
    await page.goto(address);
    await page.getByRole('table').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const beyond = await page
      .locator('table')
      .evaluateAll((tables) => tables.filter((table) => table.getBoundingClientRect().right > innerWidth).length);
    expect(beyond).toBe(0);
  }
});

test('on paper nothing that a long table lies in is a grid, where it would lie over what follows', async () => {
  const page = await watchedPage(await contextOf({ width: 1280, colorScheme: 'light' }, false), []);
  await page.goto('/releases/1?by=county&lang=sv');
  const areas = page.getByRole('table', { name: /^Medelnivå, 0–4/ });
  await areas.waitFor();
  await page.emulateMedia({ media: 'print' });

  const laidOut = await areas.evaluate((table) => {
    const found: string[] = [];
    for (let part = table.parentElement; part !== null && part.tagName !== 'MAIN'; part = part.parentElement)
      found.push(getComputedStyle(part).display);
    return found;
  });
  expect(new Set(laidOut)).toEqual(new Set(['block']));
  expect(await page.getByLabel('Dela upp efter').isVisible()).toBe(false);
});

const csvOf = (rows: readonly (readonly string[])[], name = 'scb.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(csvFile(rows).base64, 'base64'),
});

test('an analyst takes in a population table, sees coverage by it, and withdraws it', async () => {
  const complaints: string[] = [];
  const page = await watchedPage(await contextOf({ width: 1280, colorScheme: 'light' }, true), complaints);
  await page.goto('/region?lang=sv');
  await page.getByRole('link', { name: 'Täckning' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Täckning' }).waitFor();
  await page.getByText('Påhittad tabell för provsajten').first().waitFor();
  await page.getByRole('table', { name: 'Företag som har svarat och företag som finns, efter län' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);

  const file = page.getByLabel('Tabell från SCB');
  await file.setInputFiles(csvOf([...populationRows(), ['17 län', 'stål', '1-4 anställda', '3', '3']]));
  await page.getByText('Rad 452: Näringsgrenen börjar inte med en SNI-kod: stål').waitFor();
  await file.setInputFiles(csvOf(populationRows(['17'])));
  await page.getByText('Länet saknas: Gävleborg').waitFor();
  expect(await page.getByRole('button', { name: 'Läs in tabellen' }).count()).toBe(0);
  await file.setInputFiles(csvOf(populationRows()));
  await page.getByLabel('År').waitFor();
  await page.getByRole('button', { name: 'Läs in tabellen' }).press('Enter');
  await page.getByText('Skriv varifrån tabellen kommer, högst 200 tecken.').waitFor();
  await page.getByLabel('Källa', { exact: true }).fill('SCB, Företagsdatabasen, 2024');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Läs in tabellen' }).press('Enter');
  await page.getByText(/^Tabellen är inläst\. Den gäller riktiga företag/).waitFor();
  // The figures are of made-up firms, and stay beside made-up ones.
  const tables = page.getByRole('table', { name: 'De tre regionernas tabeller' });
  const own = tables.getByRole('row', { name: /^SCB, Företagsdatabasen, 2024 / });
  await own.waitFor();
  await page.getByText(/Källa: Påhittad tabell för provsajten/).waitFor();

  await own.getByRole('button', { name: 'Ta tillbaka' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ta tillbaka tabellen' }).press('Enter');
  await dialog.getByText('Skriv varför, högst 500 tecken.').waitFor();
  await dialog.getByLabel('Skäl').fill('Fel år.');
  await dialog.getByRole('button', { name: 'Ta tillbaka tabellen' }).press('Enter');
  await page.getByText('Tabellen är återtagen.').waitFor();
  await page.getByText(/^Återtagen .*: Fel år\.$/).waitFor();
  expect(complaints).toEqual([]);
}, 120_000);

test('everybody sees on a phone how far the firms have been reached', async () => {
  const page = await watchedPage(await contextOf({ width: 390, colorScheme: 'dark' }, false), []);
  await page.goto('/releases/1?lang=en');
  await page.getByRole('heading', { name: 'Coverage' }).waitFor();
  await page.getByRole('table', { name: 'Level of all firms, unweighted and weighted' }).waitFor();

  expect(await scrollsSideways(page)).toBe(false);
  expect(await axeViolations(page)).toEqual([]);
}, 60_000);

test.each([
  { width: 1280, colorScheme: 'light', language: 'sv' },
  { width: 390, colorScheme: 'dark', language: 'en' },
] as const)(
  'a firm sees itself beside the others at $width px, $colorScheme, $language',
  async ({ language, ...look }) => {
    const isSwedish = language === 'sv';
    const complaints: string[] = [];
    const context = await contextOf(look, false);
    await context.addCookies([sessionCookieOf(site, owner.sessionSecret)]);
    const page = await watchedPage(context, complaints);
    await page.goto(`/responses/${owner.responseId}/result?lang=${language}`);
    const others = page.getByRole('region', { name: isSwedish ? 'Jämfört med andra' : 'Compared with others' });
    await others.getByText(isSwedish ? /^Era egna svar är med/ : /^Your own answers are in/).waitFor();
    const way = isSwedish ? 'Se var ni ligger jämfört med andra' : 'See where you lie compared with others';
    await page.getByRole('link', { name: way }).press('Enter');
    await page.waitForURL(/#comparison$/);
    await page.waitForFunction(() => document.activeElement?.id === 'comparison');
    const group = others.getByLabel(isSwedish ? 'Jämför med' : 'Compare with');
    const first = await group.inputValue();
    expect(first).not.toBe('all');
    await group.selectOption('all');
    await page.waitForURL(/\?(.*&)?compare=all/);
    await page.goBack();
    await page.waitForURL(/#comparison$/);
    await expect.poll(() => group.inputValue()).toBe(first);
    await page.goForward();
    await page.waitForURL(/compare=all/);
    await page.reload();
    await others.waitFor();
    await expect.poll(() => group.inputValue()).toBe('all');
    const contents = page.getByRole('navigation', { name: isSwedish ? 'På den här sidan' : 'On this page' });
    const ways = await contents
      .getByRole('link')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
    expect(ways.length).toBeGreaterThan(5);
    for (const to of ways) {
      expect(to).toContain('compare=all#');
      expect(await page.locator(`section[id="${to.split('#')[1]}"]`).count(), to).toBe(1);
    }
    const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
    expect(pages.length).toBeLessThanOrEqual(12);
    const stranger = await (await contextOf(look, false)).newPage();
    await stranger.goto(page.url());
    await stranger.getByRole('heading', { level: 1 }).waitFor();
    expect(await stranger.getByLabel(isSwedish ? 'Jämför med' : 'Compare with').count()).toBe(0);
    await others
      .getByText(isSwedish ? /ungefär \d+ företag som har svarat/ : /about \d+ firms that have answered/)
      .first()
      .waitFor();
    await others.getByText(isSwedish ? 'Jämförelsen som tabell' : 'The comparison as a table').press('Enter');
    await others.getByRole('table').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);

    await others.getByRole('link', { name: isSwedish ? /^publicering 1/ : /^release 1/ }).press('Enter');
    await page.waitForURL('**/releases/1');
    expect(complaints).toEqual([]);
  },
);

test.each([
  { width: 1280, colorScheme: 'light', language: 'sv' },
  { width: 390, colorScheme: 'dark', language: 'en' },
] as const)(
  'a figure can be followed over releases at $width px, $colorScheme, $language',
  async ({ language, ...look }) => {
    const isSwedish = language === 'sv';
    await site.admin.query(`set session_replication_role = 'replica'`);
    // Another release as the first one, of an earlier period.
    await site.admin.query(
      `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, status, step, steps,
        report, document, content_sha256, release_number, shown_order, created_at, built_at, published_at)
      select gen_random_uuid(), organisation_id, organisation_name, jsonb_set(spec, '{until}', '"2025-01-01"'),
        is_simulated, status, step, steps, report, jsonb_set(document, '{spec,until}', '"2025-01-01"'), content_sha256,
        2, 1000, created_at, built_at, published_at
      from releases where release_number = 1 on conflict do nothing`,
    );
    await site.admin.query(`set session_replication_role = 'origin'`);
    const complaints: string[] = [];
    const page = await watchedPage(await contextOf(look, false), complaints);
    await page.goto(`/releases/1?by=county&area=D1&lang=${language}`);
    const trend = page.getByRole('region', { name: isSwedish ? /^Över tid/ : /^Over time/ });
    await trend.getByRole('figure').nth(1).waitFor();
    await trend.getByLabel(isSwedish ? 'Grupp' : 'Group').selectOption('county=17');
    await page.waitForURL('**group=county**');
    await trend.getByRole('table', { name: /Värmland/ }).waitFor();
    await trend.getByRole('figure').nth(1).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(complaints).toEqual([]);
  },
);
