import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { letInBy } from '../support/contacts.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';

let browser: Browser;
let site: LiveSite;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function expectNoViolations(page: Page, name: string): Promise<void> {
  expect(await axeViolations(page), name).toEqual([]);
  const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(isWithin, `${name} scrolls sideways`).toBe(true);
}

const unfoldAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

test('a firm sees how far its answers reach, adds one by keyboard, and its adviser reads the same', async () => {
  const owner = await signedInOwner(site, { name: 'Åsa Ägare' });
  await letInBy(owner, 'compare', 'result-3');
  const page = await signedInPage(owner, { browser, site, complaints, colorScheme: 'light', width: 390 });
  await page.goto(`/responses/${owner.responseId}/result`);
  await page.getByRole('link', { name: 'Samma svar i EU:s mått' }).click();
  await page.getByRole('heading', { level: 1, name: 'Samma svar i EU:s mått' }).waitFor();
  await unfoldAll(page);
  await expectNoViolations(page, 'the figures on a phone');

  await page.getByRole('link', { name: 'Lägg till svar' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lägg till svar för EU:s mått' }).waitFor();
  const speed = page.getByRole('group', { name: 'Er fasta uppkoppling tar emot minst 30 megabit i sekunden.' });
  await speed.getByRole('radio', { name: 'Hoppa över' }).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await speed.getByRole('radio', { name: 'Nej' }).and(page.locator(':checked')).waitFor();
  // The word of the answer before stands there still: what counts is that all three have been stored.
  await page.keyboard.press('ArrowDown');
  await page.waitForLoadState('networkidle');
  await page.getByText(/^Sparat /).waitFor();
  await expectNoViolations(page, 'adding on a phone');
  await page.getByRole('link', { name: 'Till måtten', exact: true }).click();
  await page.getByText(/Mellan 1 och 12 av 12/).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Svarsblad (Excel)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^mattstock-svarsblad-[a-z0-9-]+-\d{4}-\d\d-\d\d\.xlsx$/);

  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Råd' });
  const theirs = await signedInPage(advisor, { browser, site, complaints, colorScheme: 'dark', width: 1280 });
  await theirs.goto(`/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`);
  await theirs.getByRole('link', { name: 'Se EU:s mått' }).click();
  await theirs.getByText(/Mellan 1 och 12 av 12/).waitFor();
  await unfoldAll(theirs);
  await expectNoViolations(theirs, 'the figures for an adviser, dark and wide');
  expect(await theirs.getByRole('link', { name: 'Lägg till svar' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('in English in %s at %i px both pages are whole', async (colorScheme, width) => {
  const owner = await signedInOwner(site);
  const page = await signedInPage(owner, { browser, site, complaints, colorScheme, width });
  await page.goto(`/responses/${owner.responseId}/result/crosswalk`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: "The same answers in the EU's measures" }).waitFor();
  await expectNoViolations(page, 'the figures in English');
  await page.getByRole('link', { name: 'Add answers' }).click();
  await page.getByRole('heading', { level: 1, name: "Add answers for the EU's measures" }).waitFor();
  await unfoldAll(page);
  await expectNoViolations(page, 'adding in English');
  await page.emulateMedia({ media: 'print' });
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: "The same answers in the EU's measures" }).waitFor();
  expect(await page.getByText('Derived, not official').first().isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});
