import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import type { Staff } from '../support/people.ts';
import { signedInAs } from '../support/people.ts';
import { insertEdition } from '../support/placements.ts';
import { populate, worldAt } from '../support/population.ts';
import { watchedPage } from '../support/watched-page.ts';

const provider = 'triple-steelix';

let browser: Browser;
let site: LiveSite;
let advisor: Staff;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
  const content = await loadContent(contentFolder);
  const populated = { content, database: { adminUrl: site.databaseUrl } };
  await populate(populated, worldAt(populated, new Date()), 150);
  advisor = await signedInAs(site, 'advisor', { organisation: provider });
  const { rows } = await site.admin.query<{ code: string }>(
    `select g.package_code as code from suggestions g join consents c on c.firm_id = g.firm_id
     where c.purpose = 'result' and c.withdrawn_at is null and c.provider_code = $1
     group by g.package_code order by count(*) desc, g.package_code limit 2`,
    [provider],
  );
  for (const { code } of rows) await insertEdition(site, { provider, packageCode: code, places: 4, minimumGroup: 2 });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: number };

async function open(complaints: string[], { colorScheme, width }: Look): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, colorScheme, viewport: { width, height: 900 } });
  await context.addCookies([sessionCookieOf(site, advisor.sessionSecret)]);
  return watchedPage(context, complaints);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().press('Enter');

/** From the choice of editions to the plan, by the keyboard. */
async function plan(page: Page): Promise<void> {
  await page.goto('/advisor');
  await page.getByRole('link', { name: 'Planera grupper' }).click();
  await page.getByRole('heading', { level: 1, name: 'Planera grupper' }).waitFor();
  for (const box of await page.getByRole('checkbox').all()) await box.press('Space');
  await press(page, 'Se vilka företag som behöver dem');
  await page.getByRole('heading', { level: 1, name: 'En ny plan' }).waitFor();
  await page.getByRole('slider', { name: 'Den som har bett om det och väntar' }).press('ArrowRight');
  await press(page, 'Hitta den bästa planen');
  await page.getByText('Den bästa planen som finns').waitFor();
}

test('an advisor plans, locks one out, solves again and invites all, by keyboard', async () => {
  const complaints: string[] = [];
  const page = await open(complaints, { colorScheme: 'light', width: 1280 });
  await plan(page);

  // A firm of the last group, so that the first one still comes about without it.
  const groups = page.getByRole('region', { name: 'Grupperna' });
  const kept = (await groups.getByRole('heading', { level: 3 }).first().textContent()) ?? '';
  const last = groups.getByRole('button', { name: /^Varför, och ändra: / }).last();
  const name = ((await last.getAttribute('aria-label')) ?? '').replace('Varför, och ändra: ', '');
  await last.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Vad skulle det kosta att flytta det?' }).press('Enter');
  await dialog.getByText(/^I ingen grupp: kostar \d+ poäng/).waitFor();
  await dialog.getByLabel('Det som ska gälla för företaget').selectOption('nowhere');
  await dialog.getByRole('button', { name: 'Låt det gälla' }).press('Enter');
  await page.getByText(`${name} ska inte vara i någon grupp.`).waitFor();
  await page.getByText('Regler, önskemål och vikter').press('Enter');
  await page
    .getByRole('group', { name: /^Grupper som måste bli av/ })
    .getByRole('checkbox', { name: kept })
    .first()
    .press('Space');
  await page.getByText('Måste bli av', { exact: true }).waitFor();
  await press(page, 'Lös igen');
  await page.getByRole('heading', { name: 'Jämfört med planen före' }).waitFor();
  await page.getByText(`${name}: inte längre i`).waitFor();
  await page.getByText('Måste bli av', { exact: true }).waitFor();

  const inviting = page.getByRole('button', { name: /^Bjud in alla \d+ företag$/ });
  const count = Number(/\d+/.exec((await inviting.textContent()) ?? '')?.[0]);
  await inviting.press('Enter');
  await dialog.getByRole('button', { name: 'Bjud in', exact: true }).press('Enter');
  await page.getByText(`${count} företag är inbjudna.`).waitFor();
  await page
    .getByRole('link', { name: /^Till gruppen: / })
    .first()
    .waitFor();
  const { rows } = await site.admin.query(`select 1 from placement_events where move = 'invite' and person_id = $1`, [
    advisor.personId,
  ]);
  expect(rows).toHaveLength(count);
  await page.getByText('Det finns ingen kvar att bjuda in enligt planen.').waitFor();
  await page.reload();
  await page.getByText('Det finns ingen kvar att bjuda in enligt planen.').waitFor();
  expect(await page.getByText('Inbjudet, inte svarat').count()).toBe(count);
  expect(await page.getByRole('button', { name: /^Bjud in/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the table of firms without a place is no wider than its frame', async () => {
  const { rows } = await site.admin.query<{ code: string }>(
    'select package_code as code from editions where places = 4 and minimum_group = 2 limit 1',
  );
  const [wanted = { code: '' }] = rows;
  const editionId = await insertEdition(site, { provider, packageCode: wanted.code, places: 1, minimumGroup: 1 });
  const page = await open([], { colorScheme: 'light', width: 1280 });
  await page.goto(paths.newPlan(advisor.organisationId, [editionId]));
  await press(page, 'Hitta den bästa planen');
  await page.getByText('Den bästa planen som finns').waitFor();
  await page.locator('summary', { hasText: 'får ingen plats i planen' }).press('Enter');

  const frame = page.getByRole('region', { name: /^Företag utan plats/ });
  const [content, room] = await frame.evaluate((each) => [each.scrollWidth, each.clientWidth]);
  expect(content).toBe(room);
  await page.context().close();
});

describe.each([
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1280 },
] as const)('in $colorScheme at $width px', (look) => {
  test('no page of planning has a violation that axe can find, or scrolls sideways', async () => {
    const page = await open([], look);
    const expectNone = async (name: string): Promise<void> => {
      expect(await axeViolations(page), name).toEqual([]);
      const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      expect(isWithin, `${name} scrolls sideways`).toBe(true);
    };
    await page.goto('/advisor/plans');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNone('the plans');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await press(page, 'Se vilka företag som behöver dem');
    await page.getByRole('heading', { level: 1, name: 'En ny plan' }).waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectNone('a new plan');
    await press(page, 'Hitta den bästa planen');
    await page.getByText('Den bästa planen som finns').waitFor();
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await expectNone('a plan');
    await page
      .getByRole('button', { name: /^(Varför, och ändra|Ändra): / })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await expectNone('a firm of the plan');
    await page.context().close();
  });
});
