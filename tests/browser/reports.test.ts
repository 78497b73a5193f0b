import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { letIn } from '../support/firms.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { readPdf } from '../support/pdf.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';

let browser: Browser;
let site: LiveSite;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function expectNoViolations(page: Page, name: string): Promise<void> {
  expect(await axeViolations(page), name).toEqual([]);
  const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(isWithin, `${name} scrolls sideways`).toBe(true);
}

test('a firm takes its report from the result, on a phone, and its adviser takes the same and is seen doing so', async () => {
  const owner = await signedInOwner(site, { name: 'Åsa Ägare' });
  await letIn(owner, 'compare');
  const page = await signedInPage(owner, { browser, site, complaints, colorScheme: 'light', width: 390 });
  await page.goto(`/responses/${owner.responseId}/result`);
  await page.getByRole('link', { name: 'Ta med er resultatet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ta med er resultatet' }).waitFor();
  await expectNoViolations(page, 'the files on a phone');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /PDF/ }).click();
  const file = await (await download).path();
  expect((await readPdf(await readFile(file))).isTagged).toBe(true);
  await page.getByText(/Filen är sparad/).waitFor();

  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Råd' });
  const theirs = await signedInPage(advisor, { browser, site, complaints, colorScheme: 'dark', width: 1280 });
  await theirs.goto(`/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`);
  await theirs.getByRole('link', { name: 'Ta filer ur resultatet' }).click();
  const theirDownload = theirs.waitForEvent('download');
  await theirs.getByRole('button', { name: /JSON/ }).click();
  expect(JSON.parse(await readFile(await (await theirDownload).path(), 'utf8'))).toMatchObject({ viewers: null });
  await theirs.getByText(/Filen är sparad/).waitFor();
  await expectNoViolations(theirs, 'the files for an adviser, dark and wide');
  expect(complaints).toEqual([]);
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('in English in %s at %i px the page is whole', async (colorScheme, width) => {
  const owner = await signedInOwner(site);
  const page = await signedInPage(owner, { browser, site, complaints, colorScheme, width });
  await page.goto(`/responses/${owner.responseId}/result/files`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Take the result with you' }).waitFor();
  await expectNoViolations(page, 'the files in English');
  expect(complaints).toEqual([]);
});

test('whoever has no key to the result is told so at once, before any file is asked for', async () => {
  const [owner, other] = [await signedInOwner(site), await signedInOwner(site)];
  const refused: string[] = [];
  const page = await signedInPage(other, { browser, site, complaints: refused, colorScheme: 'light', width: 390 });
  await page.goto(`/responses/${owner.responseId}/result/files`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: /PDF/ }).count()).toBe(0);
});
