import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#shared/domain/access/roles.ts';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { organisationId, signedInAs, signedInOwner } from '../support/people.ts';
import { askForCode, givePasskeys, headingOf, press } from '../support/sign-in-walk.ts';
import { watchedPage } from '../support/watched-page.ts';

/* An advisor's first sign-in, with an authenticator app, is in account.test.ts; an owner's is the claim in firm.test.ts. */

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Invites the holder of the address as somebody who may. */
async function invite(role: Role, kind: 'provider' | 'region' | 'coordination', email: string): Promise<void> {
  const { visitor } = await signedInAs(site, 'administrator');
  const place = await organisationId(site, kind);
  const reply = await visitor.post(`/api/organisations/${place}/invitations`, { email, role, language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
}

test.each([
  ['manager', 'provider', '/organisations', 'Organisationer'],
  ['analyst', 'region', '/region', 'Siffror för regionerna'],
  ['editor', 'coordination', '/editor', 'Frågeformulär'],
  ['administrator', 'coordination', '/organisations', 'Organisationer'],
] as const)(
  'an invited %s comes in by a code, makes a passkey, and reaches what the role is for',
  async (role, kind, place, title) => {
    const complaints: string[] = [];
    const context = await browser.newContext({ baseURL: site.origin, viewport: { width: 1280, height: 900 } });
    const page = await watchedPage(context, complaints);
    const email = `${role}@exempel.example`;
    await invite(role, kind, email);

    await page.goto('/sign-in?lang=sv');
    await page.getByLabel('Koden ur mejlet').or(page.getByLabel('E-postadress')).waitFor();
    const code = await askForCode(page, site, email);
    await page.getByLabel('Koden ur mejlet').fill(code);
    await press(page, 'Logga in');
    await headingOf(page, 'Ert konto');
    await page.getByLabel('Ert namn').first().fill('Kim Berg');
    await press(page, 'Tacka ja');
    await page.getByText('nu är ni med.').waitFor();

    await givePasskeys(page);
    await page.goto(place);
    await headingOf(page, 'Ordna ett andra steg');
    await page.getByLabel('Namn på passnyckeln').fill('Jobbdatorn');
    await press(page, 'Lägg till en passnyckel');
    await page.waitForURL(`**${place}`);
    await headingOf(page, title);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('an invited respondent comes in by a code alone, and sees the firm without deciding for it', async () => {
  const complaints: string[] = [];
  const owner = await signedInOwner(site);
  await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Gjuteriet', organisationNumber: null });
  const email = 'jonas@gjuteriet.example';
  await owner.visitor.post(`/api/firms/${owner.firmId}/invitations`, { email, role: 'respondent', language: 'sv' });
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width: 390, height: 844 } });
  const page = await watchedPage(context, complaints);

  await page.goto('/sign-in?lang=sv');
  const code = await askForCode(page, site, email);
  await page.getByLabel('Koden ur mejlet').fill(code);
  await press(page, 'Logga in');
  await page.getByLabel('Ert namn').first().fill('Jonas Lind');
  await press(page, 'Tacka ja');
  await page.getByText('nu är ni med.').waitFor();

  await page.goto(`/firms/${owner.firmId}`);
  await headingOf(page, 'Gjuteriet');
  await page.goto(`/firms/${owner.firmId}/access`);
  await headingOf(page, 'Vem ser oss');
  expect(await page.getByRole('button', { name: 'Ta tillbaka' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});
