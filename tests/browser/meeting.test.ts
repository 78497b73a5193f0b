import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { type Signed, signedInAs } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';
import { firmLettingIn } from '../support/staff-walk.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const openAs = (who: Pick<Signed, 'sessionSecret'>, complaints: string[]) =>
  signedInPage(who, { browser, site, complaints });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** Goes to the thing by the keyboard alone. */
async function press(page: Page, role: 'button' | 'link' | 'checkbox', name: string, key = 'Enter'): Promise<void> {
  const found = page.getByRole(role, { name, exact: true }).first();
  await found.waitFor();
  await found.focus();
  await page.keyboard.press(key);
}

test('a meeting is planned, held and summed up by keyboard, and the firm ticks off its step', async () => {
  const complaints: string[] = [];
  const firm = await firmLettingIn(site, 'Smedjan i Hagfors AB');
  const staff = await signedInAs(site, 'advisor', { organisation: firm.provider.code, name: 'Rut Råd' });
  const page = await openAs(staff, complaints);
  await page.goto(`/advisor/organisations/${firm.provider.organisationId}/firms/${firm.owner.firmId}`);
  await heading(page, firm.name);
  expect(await axeViolations(page)).toEqual([]);

  await press(page, 'link', 'Planera ett möte');
  await heading(page, 'Planera ett möte');
  await page.getByLabel('Dag').fill('2099-12-10');
  await page.getByLabel('Börjar').fill('09:00');
  await page.getByLabel('Vad mötet är till för').fill('Gå igenom resultatet');
  await page.getByLabel('Vad mötet är till för').press('Tab');
  await press(page, 'button', 'Planera mötet');
  await heading(page, `Möte med ${firm.name}`);
  // Prepared by four features, each with its own words.
  await page.getByRole('heading', { level: 2, name: 'Inför mötet' }).waitFor();
  await page.getByText('Ingen anteckning som går att läsa här berättar om en kontakt med företaget.').waitFor();
  await page
    .getByText(/^Nivå: .* Viktigt om två år: /)
    .first()
    .waitFor();
  await page.getByText(firm.referral.packageName.sv).first().waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await press(page, 'link', 'Öppna mötesläget');
  await heading(page, firm.name);
  // Nothing of the adviser's own is on the screen in the room.
  for (const words of ['Rut Råd', 'Arbetskö', firm.referral.email, 'Ring efter tre']) {
    expect(await page.getByText(words).count(), words).toBe(0);
  }
  await press(page, 'button', 'Lägg till ett steg');
  await page.keyboard.type('Mäta ställtiden');
  await press(page, 'button', 'Lägg till ett steg');
  await page.keyboard.type('Boka studiebesök');
  await page.keyboard.press('Alt+ArrowUp');
  for (const box of await page.getByRole('checkbox', { name: /är med på det$/ }).all()) {
    await box.focus();
    await page.keyboard.press('Space');
  }
  await page.getByText(/^Sparat kl\./).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.reload();
  await heading(page, firm.name);
  expect(
    await page
      .getByRole('textbox', { name: 'Vad' })
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
  ).toEqual(['Boka studiebesök', 'Mäta ställtiden']);

  await press(page, 'link', 'Lämna mötesläget');
  await press(page, 'button', 'Se sammanfattningen');
  await page.getByText('- Boka studiebesök').waitFor();
  await press(page, 'button', 'Skicka sammanfattningen');
  await page.getByRole('dialog').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await press(page, 'button', 'Det har hållits: skicka');
  await page.getByText('Sammanfattningen är på väg till företaget och till er.').waitFor();

  // On the firm's page the time of a meeting takes two lines on a narrow screen, not one for each word.
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`/advisor/organisations/${firm.provider.organisationId}/firms/${firm.owner.firmId}`);
  const when = page.getByRole('link', { name: /^10 december 2099/ });
  await when.waitFor();
  expect(await when.evaluate((link) => link.getClientRects().length)).toBeLessThanOrEqual(2);
  await page.goBack();

  const owner = await openAs(firm.owner, complaints);
  await owner.goto(`/firms/${firm.owner.firmId}`);
  await press(owner, 'link', 'Möten och kontakter');
  await heading(owner, 'Möten och kontakter');
  await owner.getByRole('checkbox', { name: 'Mäta ställtiden' }).focus();
  await owner.keyboard.press('Space');
  await owner.getByText(/Gjort /).waitFor();
  expect(await axeViolations(owner)).toEqual([]);

  await page.reload();
  await page.getByText(/Gjort /).waitFor();
  expect(complaints).toEqual([]);
});
