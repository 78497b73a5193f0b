import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { type Owner, signedInOwner } from '../support/people.ts';
import { headingOf, press } from '../support/sign-in-walk.ts';
import { signedInPage } from '../support/signed-in-page.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
let owner: Owner;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  owner = await signedInOwner(site);
  await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Smeden AB', organisationNumber: null });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const picture = async (page: Page, name: string) => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

const widerThanItsWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('an owner shows a result to a bank, sees it read, and takes it back, also from the page that is open', async () => {
  const desk = await signedInPage(owner, { browser, site, complaints });
  await desk.goto(`/responses/${owner.responseId}/result?lang=sv`);
  await desk.getByRole('link', { name: 'Dela resultatet' }).click();
  await headingOf(desk, 'Dela resultatet');
  await desk.getByText('Inga länkar').waitFor();

  // What is missing is told, and the focus is where it is.
  await press(desk, 'Se vad mottagaren ser');
  await desk.getByText('Skriv vem länken är till.').waitFor();
  await desk.getByLabel('Vem är länken till?').fill('Berit Bank');
  await desk.getByLabel('Hälsning till mottagaren').fill('Som vi sa i tisdags.');
  await desk.getByLabel('Processnivån').check();
  expect(await axeViolations(desk)).toEqual([]);
  await picture(desk, 'form');
  await press(desk, 'Se vad mottagaren ser');
  await desk.getByText('Det här är precis vad mottagaren kommer att se').waitFor();
  await desk.getByRole('heading', { name: 'Det som står i vägen' }).waitFor();
  expect(await desk.getByRole('heading', { name: 'Svaren bakom nivåerna' }).count()).toBe(0);
  expect(await axeViolations(desk)).toEqual([]);
  await picture(desk, 'preview');
  await press(desk, 'Gör länken');
  const link = await desk.getByLabel('Länk till Berit Bank').inputValue();
  expect(link).toMatch(/\/shared-result\?lang=sv#key=[\w-]{43}$/);
  await picture(desk, 'made');

  const reader = await watchedPage(
    await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' }),
    complaints,
  );
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  const page = await reader.goto(link);
  expect(page?.headers()).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'referrer-policy': 'no-referrer',
  });
  await headingOf(reader, 'En länk till ett företags resultat');
  expect(await reader.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
  expect(await axeViolations(reader)).toEqual([]);
  await picture(reader, 'before');
  // Whatever follows the link and runs the page has read nothing so far.
  const { rows } = await site.admin.query('select 1 from result_link_openings');
  expect(rows).toEqual([]);
  await press(reader, 'Visa resultatet');
  await headingOf(reader, 'Ett delat resultat');
  await reader.getByText('Smeden AB').first().waitFor();
  await reader.getByText('Som vi sa i tisdags.').waitFor();
  await reader.getByText('Det här är en självskattning').waitFor();
  expect(await widerThanItsWindow(reader)).toBe(false);
  expect(await axeViolations(reader)).toEqual([]);
  await picture(reader, 'opened');
  const key = link.split('#key=')[1] ?? '';
  expect(asked.filter((request) => request.includes(key))).toEqual([]);
  await reader.getByRole('button', { name: 'English' }).click();
  await headingOf(reader, 'A shared result');
  await picture(reader, 'opened-en');

  await desk.reload();
  await desk.getByText('1 gång, senast').waitFor();
  await desk.goto(`/firms/${owner.firmId}/access`);
  await desk.getByRole('cell', { name: 'Berit Bank' }).waitFor();
  await picture(desk, 'access');
  await desk.getByRole('link', { name: 'Dela resultatet' }).click();
  await desk.getByRole('button', { name: 'Ta tillbaka länken till Berit Bank' }).click();
  await press(desk, 'Ta tillbaka länken');
  await desk.getByText('Ingen kan öppna den längre').waitFor();
  expect(await axeViolations(desk)).toEqual([]);
  await picture(desk, 'taken-back');

  // The open page asks when the reader comes back to it, and shows nothing of what it showed.
  await reader.evaluate(() => window.dispatchEvent(new Event('focus')));
  await reader.getByRole('heading', { level: 1, name: 'The link shows nothing' }).waitFor();
  expect(await reader.getByText('Som vi sa i tisdags.').count()).toBe(0);
  expect(await reader.getByText('Smeden AB').count()).toBe(0);
  await picture(reader, 'refused');
  await reader.reload();
  await press(reader, 'Show the result');
  await reader.getByRole('heading', { level: 1, name: 'The link shows nothing' }).waitFor();
  // The refusal itself is said in the console by the browser.
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
});
