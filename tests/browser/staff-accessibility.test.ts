import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import { firmLettingIn } from '../support/staff-walk.ts';

let browser: Browser;
let site: LiveSite;
/** Everything a page may have to show: people, an invitation, mail in every state. */
let organisation: string;
let sharedFirm: string;
let edition: string;
let ownGroups: string;
let keys: Record<'administrator' | 'advisor' | 'analyst' | 'owner', string>;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  const { owner, provider } = await firmLettingIn(site, 'Verkstadsmekaniska i Storfors Aktiebolag');
  organisation = `/organisations/${provider.organisationId}`;
  sharedFirm = `/advisor${organisation}/firms/${owner.firmId}`;
  const administrator = await signedInAs(site, 'administrator');
  const advisor = await signedInAs(site, 'advisor', { organisation: provider.code });
  const analyst = await signedInAs(site, 'analyst');
  keys = {
    administrator: administrator.sessionSecret,
    advisor: advisor.sessionSecret,
    analyst: analyst.sessionSecret,
    owner: owner.sessionSecret,
  };
  const dates = { applyBy: '2040-01-01', startsOn: '2040-01-20', endsOn: '2040-03-20' };
  const editionId = await insertEdition(site, { provider: provider.code, ...dates });
  await insertPlacement(site, { editionId, firmId: owner.firmId, status: 'invited', answerBy: '2040-01-01' });
  edition = `/advisor${organisation}/editions/${editionId}`;
  ownGroups = `/firms/${owner.firmId}/placements`;
  const email = 'en.ganska.lang.adress@foretag-med-langt-namn.exempel.se';
  const body = { email, role: 'manager', language: 'sv' };
  expect((await administrator.visitor.post(`/api${organisation}/invitations`, body)).statusCode).toBe(201);
  await site.admin.query(
    `insert into outbox_mails (mail_id, kind, recipient, language, facts, status, attempts, fault, settled_at)
     values (gen_random_uuid(), 'new-sign-in', 'nils@exempel.se', 'sv', '{}', 'failed', 3, 'no-such-recipient', now()),
       (gen_random_uuid(), 'new-sign-in', 'nils@exempel.se', 'sv', '{}', 'unconfirmed', 1, 'no-answer', now())`,
  );
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openAs(
  role: keyof typeof keys,
  { colorScheme, width }: { colorScheme: 'light' | 'dark'; width: number },
): Promise<Page> {
  const context = await browser.newContext({ colorScheme, baseURL: site.origin, viewport: { width, height: 844 } });
  await context.addCookies([sessionCookieOf(site, keys[role])]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

async function expectNoViolations(page: Page, name: string): Promise<void> {
  await page.locator('h1').waitFor();
  expect(await axeViolations(page), name).toEqual([]);
  const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(isWithin, `${name} scrolls sideways`).toBe(true);
}

describe.each([
  ['light', 390],
  ['dark', 1280],
  ['light', 320],
] as const)('in %s at %i px', (colorScheme, width) => {
  test('no page of the coordination has a violation that axe can find', async () => {
    const page = await openAs('administrator', { colorScheme, width });
    for (const address of ['/organisations', organisation, '/people', '/outbox', '/audit-log']) {
      await page.goto(address);
      await expectNoViolations(page, address);
    }
    await page.getByRole('button', { name: 'Kontrollera loggen' }).click();
    await page.getByText('Loggen är orörd').waitFor();
    await expectNoViolations(page, 'a log that was checked');
    await page.goto(organisation);
    await page.getByRole('button', { name: 'Skicka inbjudan' }).click();
    await page.getByRole('alert').waitFor();
    await expectNoViolations(page, 'an invitation with faults');
    await page.getByRole('button', { name: /^Avsluta medlemskapet/ }).click();
    await page.getByRole('dialog').waitFor();
    await expectNoViolations(page, 'a question before a membership ends');
    await page.context().close();
  });

  test('nor has a page of an advisor or an analyst', async () => {
    const page = await openAs('advisor', { colorScheme, width });
    for (const address of ['/advisor', sharedFirm]) {
      await page.goto(address);
      await expectNoViolations(page, address);
    }
    const editions = ['/advisor/editions', edition, `${edition}/change`, `${sharedFirm}/groups`];
    for (const address of [...editions, `/advisor${organisation}/new-edition`, '/packages/one-page-digital-plan']) {
      await page.goto(address);
      await expectNoViolations(page, address);
    }
    await page.goto(edition);
    await page.getByRole('button', { name: /^Ta ut/ }).click();
    await page.getByRole('dialog').waitFor();
    await expectNoViolations(page, 'a question before a firm is taken out');
    await page.goto(`/advisor${organisation}/new-edition`);
    await page.getByRole('button', { name: 'Lägg till en dag' }).click();
    await page.getByRole('button', { name: 'Skapa gruppen' }).click();
    await page.getByRole('alert').waitFor();
    await expectNoViolations(page, 'a group with faults');
    await page.goto(sharedFirm.replace(/[0-9a-f]{12}$/, '000000000000'));
    await expectNoViolations(page, 'a firm that does not share anything');
    await page.context().close();
    const other = await openAs('analyst', { colorScheme, width });
    await other.goto('/region');
    await expectNoViolations(other, '/region');
    await other.context().close();
    const firm = await openAs('owner', { colorScheme, width });
    await firm.goto(ownGroups);
    await expectNoViolations(firm, ownGroups);
    await firm.context().close();
  });
});
