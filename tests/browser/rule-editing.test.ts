import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
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

async function openPage(complaints: string[], width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const editor = await signedInAs(site, 'editor', { name: 'Ada Ek' });
  const context = await browser.newContext({ baseURL: site.origin, colorScheme, viewport: { width, height: 900 } });
  await context.addCookies([sessionCookieOf(site, editor.sessionSecret)]);
  return watchedPage(context, complaints);
}

test('an editor changes a limit, switches a rule off, reads what differs and publishes it', async () => {
  const complaints: string[] = [];
  const page = await openPage(complaints, 1280, 'light');
  await page.goto('/editor?lang=sv');
  await page.getByRole('link', { name: 'Regler för förslag' }).click();
  await page.getByRole('heading', { level: 1, name: 'Regler för förslag' }).waitFor();
  await page.getByRole('button', { name: 'Gör ett utkast av reglerna' }).click();
  await page.getByText('Ingenting skiljer än').waitFor();

  const limit = page.getByLabel('D8.4: högst');
  await limit.fill('7');
  await page.getByText('Fel: Ange ett tal från 0 till 4.').waitFor();
  await limit.fill('2');
  const rule = page.getByRole('region', { name: /^X-6 / });
  await rule.getByLabel('Används nu').uncheck();
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await page.getByText('Sparat i utkastet.').waitFor();
  expect(await axeViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Publicera', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('row', { name: /X-6 .* används avstängd/ }).waitFor();
  await dialog.getByRole('button', { name: 'Publicera' }).click();
  await page.getByText('Reglerna är publicerade.').waitFor();
  await page.getByText('Gäller nu: version 2 av katalogen.').waitFor();
  expect(complaints).toEqual([]);
});

test('the page of the rules can be used on a phone, in the dark and in English', async () => {
  const complaints: string[] = [];
  const page = await openPage(complaints, 390, 'dark');
  await page.goto('/editor/rules?lang=en');
  await page.getByRole('button', { name: 'Make a draft of the rules' }).click();
  await page.getByText('Nothing differs yet').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  expect(complaints).toEqual([]);
});
