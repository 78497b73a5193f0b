import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { withdraw } from '../support/firms.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';
import { firmLettingIn, type LettingFirm, withdrawReferral } from '../support/staff-walk.ts';

let browser: Browser;
let site: LiveSite;
let firm: LettingFirm;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
beforeEach(async () => {
  firm = await firmLettingIn(site, 'Smedjan i Hagfors AB');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

type Staff = Awaited<ReturnType<typeof signedInAs>>;

const openAs = (who: Staff, complaints: string[]) => signedInPage(who, { browser, site, complaints });

const advisorOf = ({ provider }: LettingFirm) => signedInAs(site, 'advisor', { organisation: provider.code });
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const looksAt = async ({ owner }: LettingFirm) =>
  (await owner.visitor.get(`/api/firms/${owner.firmId}/access`)).json<{ lookCount: number }>().lookCount;

async function openFirm(page: Page): Promise<void> {
  await page.goto('/advisor');
  await page.getByRole('searchbox', { name: 'Sök företag' }).fill('hagfors');
  await page.getByRole('button', { name: 'Sök', exact: true }).click();
  await page.getByRole('link', { name: firm.name }).first().click();
  await heading(page, firm.name);
}

test('what a firm withdraws leaves the page that an advisor has open', async () => {
  const complaints: string[] = [];
  const page = await openAs(await advisorOf(firm), complaints);
  await page.goto(`/advisor/organisations/${firm.provider.organisationId}/firms/${firm.owner.firmId}`);
  await page.getByText('Ring efter tre.').first().waitFor();
  await page.getByRole('heading', { name: 'Alla områden' }).waitFor();

  await withdraw(firm.owner, firm.consentId);
  await comeBack(page);
  await page.getByText('Företaget delar inte sina resultat').waitFor();
  expect(await page.getByRole('heading', { name: 'Alla områden' }).count()).toBe(0);
  await withdrawReferral(firm);
  await comeBack(page);

  await heading(page, 'Företaget delar inte det här med er');
  const everything = await page.evaluate(() => document.documentElement.outerHTML + document.title);
  for (const words of [firm.name, '556016', 'Åsa', '0563', 'Ring efter tre']) expect(everything).not.toContain(words);
  await page.getByRole('link', { name: 'Arbetskö' }).last().click();
  await heading(page, 'Arbetskö');
  await page.goBack();
  await heading(page, 'Företaget delar inte det här med er');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a page that is open asks on without being a further look at the firm', async () => {
  const page = await openAs(await advisorOf(firm), []);
  await page.goto(`/advisor/organisations/${firm.provider.organisationId}/firms/${firm.owner.firmId}`);
  await heading(page, firm.name);
  const before = await looksAt(firm);

  const asked = page.waitForResponse((reply) => reply.url().endsWith('/api/advisor/firms'));
  await comeBack(page);
  await asked;

  expect(await looksAt(firm)).toBe(before);
  await page.context().close();
});

test('an advisor whose membership is ended in mid-work sees nothing more', async () => {
  const complaints: string[] = [];
  const advisor = await advisorOf(firm);
  const [page, manager] = [
    await openAs(advisor, complaints),
    await openAs(await signedInAs(site, 'manager', { organisation: firm.provider.code, name: 'Mia' }), complaints),
  ];
  await openFirm(page);

  await manager.goto('/organisations');
  await manager.getByRole('table').getByRole('link').click();
  await manager.getByRole('listitem').filter({ hasText: advisor.email }).getByRole('button').click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByText('loggas genast ut överallt').waitFor();
  await dialog.getByRole('button', { name: 'Avsluta medlemskapet' }).click();
  await manager.getByText(/^Medlemskapet för .* är avslutat\.$/).waitFor();
  await comeBack(page);

  await page.waitForURL((url) => url.pathname === '/sign-in');
  expect(await page.content()).not.toContain(firm.name);
  expect(complaints).toEqual([]);
  await Promise.all([page.context().close(), manager.context().close()]);
});

test('an administrator invites somebody by keyboard alone', async () => {
  const complaints: string[] = [];
  const page = await openAs(await signedInAs(site, 'administrator'), complaints);
  await page.goto(`/organisations/${firm.provider.organisationId}`);
  await page.getByLabel('E-post').focus();

  await page.keyboard.type('eva@');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await summary.waitFor();
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type('exempel.se');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');

  const done = page.getByText('Inbjudan till eva@exempel.se är på väg.');
  await done.waitFor();
  expect(await done.evaluate((element) => document.activeElement?.contains(element))).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});
