import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { letIn } from '../support/firms.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { type Owner, type Signed, type Staff, signedInAs, signedInOwner } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';
import { unfoldNavigation } from '../support/unfold-navigation.ts';

let browser: Browser;
let site: LiveSite;
let owner: Owner;
let advisor: Staff;
let firmPage: string;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  owner = await signedInOwner(site, { name: 'Åsa Ägare' });
  await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Smedjan i Hagfors AB', organisationNumber: null });
  await letIn(owner, 'compare');
  advisor = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Råd' });
  firmPage = `/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`;
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const openAs = (who: Pick<Signed, 'sessionSecret'>, colorScheme: 'light' | 'dark', width = 1280) =>
  signedInPage(who, { browser, site, complaints, colorScheme, width });

async function expectNoViolations(page: Page, name: string): Promise<void> {
  expect(await axeViolations(page), name).toEqual([]);
  const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(isWithin, `${name} scrolls sideways`).toBe(true);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const addressOf = (page: Page) => new URL(page.url()).searchParams.get('at');

/** From the firm's page to a draft, and through two questions by keyboard alone. */
async function review(page: Page): Promise<void> {
  await page.goto(firmPage);
  await page.getByRole('link', { name: 'Granska svaren' }).click();
  await page.getByRole('button', { name: /^Påbörja en granskning/ }).click();
  await page.getByText('0 av 42 genomgångna').waitFor();
  await page.keyboard.press('3');
  await page.getByText('Skälet saknas fortfarande').waitFor();
  await expectNoViolations(page, 'a judgement without its reason');
  await page.getByLabel('Skäl').fill('Vi såg tavlan med målen i verkstaden.');
  await page.getByRole('checkbox', { name: 'Sett på plats' }).check();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('n');
  await page.waitForURL(/at=D1\.2/);
  await page.keyboard.press('1');
  await page.getByText('Sparat').waitFor();
  await page.getByText('2 av 42 genomgångna').waitFor();
  await page.keyboard.press('p');
  await page.waitForURL(/at=D1\.1/);
  expect(addressOf(page)).toBe('D1.1');
}

test('an adviser reviews and gives, the firm replies, and the adviser sees it', async () => {
  const adviserPage = await openAs(advisor, 'light');
  await review(adviserPage);
  // What is saved is there after the page is read anew.
  await adviserPage.reload();
  await adviserPage.getByText('2 av 42 genomgångna').waitFor();
  expect(await adviserPage.getByLabel('Skäl').inputValue()).toBe('Vi såg tavlan med målen i verkstaden.');
  await press(adviserPage, 'Lämna granskningen till företaget');
  await confirm(adviserPage, 'Lämna granskningen');
  await adviserPage.getByText('Granskningen är lämnad').waitFor();
  await expectNoViolations(adviserPage, 'a review that was given');

  const ownersPage = await openAs(owner, 'dark', 390);
  await ownersPage.goto(`/responses/${owner.responseId}/result`);
  await ownersPage.getByText('En rådgivare har granskat resultatet').waitFor();
  // Both levels, in words, on the same rule.
  const rule = ownersPage.getByRole('figure').filter({ hasText: 'Granskat av Compare' }).first();
  await rule.waitFor();
  await expectNoViolations(ownersPage, 'a result with a review beside it');
  await ownersPage.goto(`/responses/${owner.responseId}/result/calculation`);
  await ownersPage.getByRole('columnheader', { name: 'Granskat av Compare' }).first().waitFor();
  await ownersPage.getByRole('link', { name: /^Läs granskningen från Compare/ }).click();
  await ownersPage.getByText('Ställen som saknar ett sparat svar: 1.').waitFor();
  await ownersPage.getByRole('radio', { name: 'Vi ser det annorlunda' }).check();
  await ownersPage.getByLabel('Hur ni ser det').fill('Tavlan hängdes upp i går.');
  await ownersPage.getByRole('button', { name: /^Spara svaret/ }).click();
  await ownersPage.getByText('Varje ställe där ni skiljer er åt har ett svar.').waitFor();
  await expectNoViolations(ownersPage, 'a review replied to');
  await press(ownersPage, 'Lämna in svaren');
  await confirm(ownersPage, 'Lämna in');
  await ownersPage.getByText('Svaren är inlämnade.').waitFor();

  await adviserPage.goto(firmPage);
  await adviserPage.getByText('Företaget har svarat').waitFor();
  await adviserPage
    .getByRole('link', { name: /^Granskning .*\d/ })
    .first()
    .click();
  await adviserPage.getByText('Tavlan hängdes upp i går.').waitFor();
  expect(await adviserPage.getByText('Åsa Ägare').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('what is judged without a network is asked about, and saved by itself when the network is back', async () => {
  const page = await openAs(advisor, 'dark', 390);
  const other = await signedInOwner(site, { name: 'Bo Ägare' });
  await letIn(other, 'compare');
  await page.goto(`/advisor/organisations/${advisor.organisationId}/firms/${other.firmId}/reviews`);
  await page.getByRole('button', { name: /^Påbörja en granskning/ }).click();
  await page.getByText('0 av 42 genomgångna').waitFor();

  await page.context().setOffline(true);
  await page.keyboard.press('3');
  await page.getByText('Nytt försök görs av sig självt.').waitFor();
  const away = page.getByRole('link', { name: 'Arbetskö' }).first();
  await unfoldNavigation(page);
  await away.click();
  await page.getByRole('dialog', { name: 'Lämna utan att spara?' }).waitFor();
  await expectNoViolations(page, 'leaving what is not saved');
  await confirm(page, 'Stanna kvar');
  await page.context().setOffline(false);
  await page.getByText(/^Sparat kl/).waitFor();

  await away.click();
  await page.getByRole('heading', { level: 1, name: 'Arbetskö' }).waitFor();
  await page.context().close();
  // The browser itself complains of each attempt that had no network.
  const others = complaints.splice(0).filter((complaint) => !/ERR_INTERNET_DISCONNECTED/.test(complaint));
  expect(others).toEqual([]);
});
