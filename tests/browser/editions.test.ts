import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { letIn } from '../support/firms.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { type Owner, type Signed, signedInAs, signedInOwner } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const complaints: string[] = [];

const openAs = (who: Signed, width = 1280) => signedInPage(who, { browser, site, complaints, width });

async function firmCalled(name: string): Promise<Owner> {
  const owner = await signedInOwner(site);
  await owner.visitor.put(`/api/firms/${owner.firmId}`, { name, organisationNumber: null });
  await letIn(owner, 'fpx');
  return owner;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Finds the firm by its name among those to invite. */
async function search(page: Page, name: string): Promise<void> {
  const field = page.getByRole('searchbox', { name: 'Del av företagets namn' });
  await field.fill(name);
  await field.press('Enter');
}

test('an adviser makes a group, a firm says yes on its own page, and the last place goes to one of two advisers', async () => {
  const [first, second, third] = [
    await firmCalled('Smedjan AB'),
    await firmCalled('Gjuteriet AB'),
    await firmCalled('Sågen AB'),
  ];
  const rut = await openAs(await signedInAs(site, 'advisor', { organisation: 'fpx', name: 'Rut Råd' }));
  await rut.goto('/advisor?lang=sv');
  await rut.getByRole('link', { name: 'Grupper', exact: true }).click();
  await heading(rut, 'Grupper');
  await rut.getByText('Det finns inga grupper här').waitFor();
  await rut.getByRole('link', { name: 'Ny grupp' }).click();
  await heading(rut, 'Ny grupp');
  await rut.getByLabel('Paket').selectOption({ label: 'Digital plan på en sida' });
  // What the package states is there; and what is amiss is said, with nothing lost.
  expect(await rut.getByRole('textbox', { name: 'Platser' }).inputValue()).toBe('12');
  await rut.getByRole('textbox', { name: 'Platser' }).fill('2');
  await rut.getByRole('button', { name: 'Skapa gruppen' }).click();
  await rut.getByRole('link', { name: 'Välj kommun.' }).click();
  await rut.getByLabel('Kommun').selectOption({ label: 'Falun' });
  await rut.getByRole('textbox', { name: 'Minsta grupp' }).fill('2');
  await rut.getByRole('button', { name: 'Skapa gruppen' }).click();
  await heading(rut, 'Digital plan på en sida');

  await search(rut, 'Smedjan');
  await rut.getByRole('button', { name: 'Bjud in: Smedjan AB' }).click();
  await rut.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await rut.getByText('Smedjan AB är inbjudet med ett mejl').waitFor();

  const owner = await openAs(first, 390);
  await owner.goto(`/firms/${first.firmId}?lang=sv`);
  await owner.getByRole('link', { name: 'Grupper vi är med i' }).click();
  await owner.getByText('Ni är inbjudna', { exact: true }).waitFor();
  await owner.getByRole('button', { name: 'Ja, vi tar platsen' }).press('Enter');
  await owner.getByText('Platsen i Digital plan på en sida är er.').waitFor();
  await owner.goto(`/firms/${first.firmId}/access`);
  await owner.getByText('Rut Råd').first().waitFor();

  // One place is left, and both have the page open.
  const per = await openAs(await signedInAs(site, 'manager', { organisation: 'fpx', name: 'Per Holm' }));
  await per.goto(`${new URL(rut.url()).pathname}?lang=sv`);
  await search(per, 'Sågen');
  await search(rut, 'Gjuteriet');
  await rut.getByRole('button', { name: 'Bjud in: Gjuteriet AB' }).click();
  await rut.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await rut.getByText('Gjuteriet AB är inbjudet med ett mejl').waitFor();
  await per.getByRole('button', { name: 'Bjud in: Sågen AB' }).click();
  await per.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await per.getByText('Den sista platsen togs just').waitFor();
  await per.getByRole('button', { name: 'Sätt Sågen AB på väntelistan' }).click();
  await per.getByText('Sågen AB står på väntelistan.').waitFor();

  // A place becomes free, and goes to the first in line by one action.
  const placements = await second.visitor.get(`/api/firms/${second.firmId}/placements`);
  const { placementId } = placements.json<{ placements: { placementId: string }[] }>().placements[0] ?? {};
  await second.visitor.post(`/api/firms/${second.firmId}/placements/${placementId}/answers`, {
    move: 'decline',
    revision: 1,
  });
  await per.reload();
  await per.getByRole('button', { name: 'Bjud in den som står först: Sågen AB' }).click();
  await per.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await per.getByText('Sågen AB är inbjudet med ett mejl').waitFor();
  const asked = await third.visitor.get(`/api/firms/${third.firmId}/placements`);
  expect(asked.json()).toMatchObject({ placements: [{ status: 'invited' }] });

  // What the site says to everybody.
  await owner.goto('/packages/one-page-digital-plan');
  await owner.getByRole('heading', { name: 'När det hålls' }).waitFor();
  await owner.getByText('Falun').first().waitFor();
  expect(complaints).toEqual([]);
}, 240_000);
