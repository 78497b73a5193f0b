import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { type Signed, signedInAs } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';
import { firmLettingIn, type LettingFirm } from '../support/staff-walk.ts';

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

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

async function openQueue(page: Page, view: string): Promise<void> {
  await page.goto(`/advisor?view=${view}&lang=sv`);
  await heading(page, 'Arbetskö');
}

type Provider = { readonly code: string; readonly name: { readonly sv: string } };

async function listProviders({ owner }: LettingFirm): Promise<Provider[]> {
  const reply = await owner.visitor.get('/api/packages');
  return reply.json<{ packages: { providers: Provider[] }[] }>().packages.flatMap(({ providers }) => providers);
}

const name = 'Smedjan i Hagfors AB';
const chooseFirm = (page: Page) => page.getByRole('checkbox', { name: new RegExp(`^Välj ${name}`) }).check();
const press = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click();

test('a request goes from one cluster to another by consent, is taken up, done, and seen by the manager', async () => {
  const firm = await firmLettingIn(site, name);
  const other = (await listProviders(firm)).find(({ code }) => code !== firm.provider.code);
  if (other === undefined) throw new Error('the catalogue has one provider only');
  const anna = await openAs(await signedInAs(site, 'advisor', { organisation: firm.provider.code, name: 'Anna Ek' }));
  const bo = await signedInAs(site, 'advisor', { organisation: other.code, name: 'Bo Lind' });
  const bosPage = await openAs(bo);
  const mia = await openAs(await signedInAs(site, 'manager', { organisation: other.code, name: 'Mia Rask' }));

  // Anna cannot help, and says who can; the other is shown nothing of it.
  await openQueue(anna, 'to-answer');
  await chooseFirm(anna);
  await press(anna, 'Lämna vidare');
  const dialog = anna.getByRole('dialog', { name: 'Lämna 1 förfrågan vidare' });
  await dialog.getByRole('button', { name: 'Lämna vidare' }).click();
  await dialog
    .getByRole('link', { name: 'Välj vem som ska gå vidare.' })
    .or(dialog.getByRole('alert'))
    .first()
    .waitFor();
  await dialog.getByLabel('Vem ska gå vidare?').selectOption(other.code);
  await dialog.getByRole('radio', { name: 'Den andra finns närmare företaget' }).check();
  await dialog.getByLabel('Anteckning').fill('De har en grupp i Filipstad.');
  await dialog.getByRole('button', { name: 'Lämna vidare' }).click();
  await anna.getByText('1 förfrågan är lämnad vidare').first().waitFor();
  await openQueue(bosPage, 'to-answer');
  await bosPage.getByText('Inget företag har släppt in er än').waitFor();

  // The firm agrees, on a telephone.
  const owner = await openAs(firm.owner, 390);
  await owner.goto(`/responses/${firm.owner.responseId}/referrals?lang=sv`);
  await owner.getByText('Inget har lämnats vidare').waitFor();
  await owner.getByRole('link', { name: `Be ${other.name.sv} om kontakt` }).click();
  await owner.getByLabel('Företagets namn').fill(name);
  await owner.getByLabel('Vem ska de fråga efter?').fill('Åsa Öberg');
  await owner.getByLabel('E-post').fill('asa@smedjan.example');
  await owner.getByLabel('Vi samtycker till detta').check();
  await press(owner, 'Skicka förfrågan');
  await heading(owner, 'Er förfrågan är sparad');

  // Mia gives it to Bo, who takes it up; a slip is undone before anybody is told.
  await openQueue(mia, 'to-answer');
  await chooseFirm(mia);
  await mia.getByRole('group', { name: 'Med de valda' }).getByLabel('Sköts av').selectOption({ label: 'Bo Lind' });
  await press(mia, 'Ge till kollegan');
  await press(mia, 'Gör det nu');
  await mia.getByText('Bo Lind sköter nu 1 förfrågan').first().waitFor();
  await openQueue(bosPage, 'to-answer');
  await chooseFirm(bosPage);
  await press(bosPage, 'Anta');
  await press(bosPage, 'Ångra');
  await bosPage.getByText('Ångrat. Inget har skickats.').waitFor();
  // Without a network nothing is taken for done, and the page stays.
  await bosPage.context().setOffline(true);
  await press(bosPage, 'Anta');
  await press(bosPage, 'Gör det nu');
  await bosPage.getByText('Det kom inget svar.').first().waitFor();
  await heading(bosPage, 'Arbetskö');
  await bosPage.getByRole('checkbox', { name: new RegExp(`^Välj ${name}`), checked: true }).waitFor();
  await bosPage.context().setOffline(false);
  await press(bosPage, 'Anta');
  await press(bosPage, 'Gör det nu');
  await bosPage.getByText('1 förfrågan är antagen').first().waitFor();

  // Mia's page is as it was: what she does to it is refused with what is so now, not done twice.
  await chooseFirm(mia);
  await press(mia, 'Anta');
  await press(mia, 'Gör det nu');
  await mia
    .getByText(/ändrats under tiden/)
    .first()
    .waitFor();

  await openQueue(bosPage, 'under-way');
  await chooseFirm(bosPage);
  await press(bosPage, 'Påbörja');
  await press(bosPage, 'Gör det nu');
  await bosPage.getByText('1 förfrågan är påbörjad').first().waitFor();
  await chooseFirm(bosPage);
  await press(bosPage, 'Avsluta');
  const ending = bosPage.getByRole('dialog', { name: 'Avsluta 1 förfrågan' });
  await ending.getByRole('radio', { name: 'Företaget nådde sitt mål' }).check();
  await ending.getByRole('button', { name: 'Avsluta' }).click();
  await bosPage.getByText('1 förfrågan är genomförd').first().waitFor();

  // Each sees what is its own: Anna that it went on, the firm the whole way, the manager that it is done.
  await openQueue(anna, 'to-answer');
  await anna.getByText('Inget väntar på ert svar').waitFor();
  await owner.goto(`/responses/${firm.owner.responseId}/referrals`);
  await owner.getByText('Genomförd').first().waitFor();
  await mia.goto('/advisor?view=all');
  await mia.getByText('Genomförd').first().waitFor();
  await owner.goto('/advisor');
  await heading(owner, 'Här finns ingen sida');
  expect(complaints).toEqual([]);
}, 240_000);
