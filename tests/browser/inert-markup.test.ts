import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { type Signed, signedInAs } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';
import { firmLettingIn } from '../support/staff-walk.ts';
import { sheetRow, workbookOf } from '../support/workbook.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const markup = `<img src=x onerror="document.title='ran'"><svg onload="document.title='ran'"><a href="javascript:1">x`;

async function openAs(who: Pick<Signed, 'sessionSecret'>, complaints: string[]): Promise<Page> {
  const page = await signedInPage(who, { browser, site, complaints });
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  return page;
}

/** The markup is there to be read, and is nothing else: no element came of it, and nothing of it ran. */
async function expectInert(page: Page): Promise<void> {
  await page.getByText(markup).filter({ visible: true }).first().waitFor();
  expect(await page.locator('img[src="x"], [onload], a[href^="javascript"]').count()).toBe(0);
  expect(await page.title()).not.toBe('ran');
}

test('what a firm writes is text to the advisor, the firm itself and whoever it belongs to', async () => {
  const complaints: string[] = [];
  const firm = await firmLettingIn(site, `Smedjan ${markup}`);
  const advisor = await signedInAs(site, 'advisor', { organisation: firm.provider.code, name: markup });
  const page = await openAs(advisor, complaints);
  const { organisationId } = firm.provider;
  const { firmId } = firm.owner;
  for (const path of ['/advisor', `/advisor/organisations/${organisationId}/firms/${firmId}`]) {
    await page.goto(path);
    await expectInert(page);
  }

  await firm.owner.visitor.put('/api/account', { name: markup, language: 'sv' });
  const owner = await openAs(firm.owner, complaints);
  for (const path of [`/firms/${firmId}`, `/firms/${firmId}/members`, `/firms/${firmId}/access`, '/account']) {
    await owner.goto(path);
    await expectInert(owner);
  }
  expect(complaints).toEqual([]);
});

test('what an imported file brings is text on every page of the draft, its name and its faults too', async () => {
  const complaints: string[] = [];
  const editor = await signedInAs(site, 'editor');
  const { instrumentVersionId } = (await editor.visitor.get('/api/site')).json<{ instrumentVersionId: string }>();
  const good = (await editor.visitor.get(`/api/editor/versions/${instrumentVersionId}/export.yaml`)).body;
  const question = /^( +question:\n +sv: ).*\n( +en: ).*$/m;
  const words = JSON.stringify(markup);
  const page = await openAs(editor, complaints);
  const takeIn = (label: string, name: string, buffer: Buffer) =>
    page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  await page.goto('/editor');
  await takeIn('Gör ett utkast av en YAML-fil', `${markup}.yaml`, Buffer.from(`${words}: ${words}\n${good}`));
  await page.getByRole('alert').waitFor();
  expect(await page.locator('img[src="x"], [onload]').count()).toBe(0);

  expect(good).toMatch(question);
  const changed = good.replace(question, (_all, sv: string, en: string) => `${sv}${words}\n${en}${words}`);
  await takeIn('Gör ett utkast av en YAML-fil', `${markup}.yaml`, Buffer.from(changed));
  await page.getByRole('heading', { name: 'Publicering' }).waitFor();
  const draft = page.url();
  await expectInert(page);
  const inXml = markup.replaceAll('<', '&lt;');
  const workbook = workbookOf(sheetRow(1, ['Nyckel / Key', 'Svenska', 'English']) + sheetRow(2, [inXml, inXml, inXml]));
  await takeIn('Ta in ett översatt blad', 'blad.xlsx', workbook);
  await page.getByText(`Finns inte i utkastet: ${markup}`).waitFor();

  for (const path of ['/editor', `${draft}/difference`, `${draft}/preview`]) {
    await page.goto(path);
    await expectInert(page);
  }
  expect(complaints).toEqual([]);
});
