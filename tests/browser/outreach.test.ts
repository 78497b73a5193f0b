import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { organisationId, signedInAs } from '../support/people.ts';
import { firmLettingIn } from '../support/staff-walk.ts';
import { unfoldNavigation } from '../support/unfold-navigation.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('an adviser brings in contacts, invites and reminds, and fetches the list; whoever is invited says no', async () => {
  const firm = await firmLettingIn(site, 'Smedjan i Hagfors AB');
  await site.admin.query(`update firm_summaries set submitted_at = submitted_at - interval '13 months'`);
  const advisor = await signedInAs(site, 'advisor', { organisation: firm.provider.code });
  expect(advisor.organisationId).toBe(await organisationId(site, 'provider', firm.provider.code));
  const complaints: string[] = [];
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width: 390, height: 844 } });
  await context.addCookies([sessionCookieOf(site, advisor.sessionSecret)]);
  const page = await watchedPage(context, complaints);

  await page.goto('/advisor');
  await unfoldNavigation(page);
  await page.getByRole('link', { name: 'Tidigare kontakter' }).click();
  const buffer = Buffer.from('Företag;E-post;Orgnr\nBruket AB;kim@bruket.example;556036-0793\nSågen;ingen;\n');
  await page
    .getByLabel('Fil med tidigare kontakter')
    .setInputFiles({ name: 'kunder.csv', mimeType: 'text/csv', buffer });
  await page.getByText('kunder.csv: 2 rader.').waitFor();
  await page.getByRole('button', { name: 'Pröva filen' }).click();
  await page.getByText('Rad 3: det går inte att skicka mejl till e-postadressen').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ta in den rad som går' }).click();
  await page.getByText('1 kontakt är inne.').waitFor();
  await page.getByRole('checkbox', { name: 'Bruket AB' }).check();
  await page.getByRole('button', { name: 'Bjud in 1 kontakt' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Skicka' }).click();
  await page.getByText('Inbjudet', { exact: true }).waitFor();

  await unfoldNavigation(page);
  await page.getByRole('link', { name: 'Påminnelser' }).click();
  await page.getByRole('checkbox', { name: 'Smedjan i Hagfors AB' }).check();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Påminn 1 företag' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Skicka' }).click();
  await page.getByText('Påmind', { exact: true }).waitFor();

  // From the queue too, where it is said first that the firm has had its mail; and in a month it gets another.
  await page.goto('/advisor?view=rounds-due');
  const remind = async () => {
    await page.getByRole('checkbox', { name: /^Välj Smedjan i Hagfors AB,/ }).check();
    await page.getByRole('button', { name: 'Påminn', exact: true }).click();
  };
  const dialog = page.getByRole('dialog', { name: 'Påminn om nästa omgång' });
  await remind();
  await dialog.getByText('Påmindes för mindre än 30 dagar sedan: Smedjan i Hagfors AB').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Stäng' }).click();
  await site.admin.query(`update round_reminders set reminded_at = reminded_at - interval '31 days'`);
  await site.admin.query(`delete from outbox_mails where kind = 'round-due'`);
  await page.reload();
  await remind();
  await dialog.getByText('Företaget får ett mejl.').waitFor();
  await dialog.getByRole('button', { name: 'Påminn 1 företag' }).click();
  await page.getByText('1 företag påminns med mejl.').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Gör det nu' }).click();
  await page.getByText('1 företag är påmint om nästa omgång.').waitFor();
  expect((await site.admin.query(`select 1 from outbox_mails where kind = 'round-due'`)).rows).toHaveLength(1);

  await page.goto('/advisor?view=all');
  await page.getByText('Exportera listan').click();
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Hämta filen' }).click();
  expect((await fetched).suggestedFilename()).toMatch(/^mattstock-.*\.xlsx$/);

  const { rows } = await site.admin.query<{ code: string }>('select opt_out_id as code from provider_contacts');
  await page.goto(`/opt-out#${rows[0]?.code}`);
  await page.getByRole('button', { name: 'Jag vill inte ha fler mejl' }).click();
  await page.getByText('Er adress är borttagen där.').waitFor();
  expect((await site.admin.query('select 1 from provider_contacts')).rows).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
