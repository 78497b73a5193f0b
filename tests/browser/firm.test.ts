import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
import { askForCode, headingOf, press } from '../support/sign-in-walk.ts';
import { answerScreen, goOn, startQuickCheck, words } from '../support/walk.ts';
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

const newPage = async (complaints: string[]): Promise<Page> =>
  watchedPage(await browser.newContext({ baseURL: site.origin, viewport: { width: 390, height: 844 } }), complaints);

/** Answers the screens up to the review and submits. */
async function finish(page: Page): Promise<void> {
  for (let turn = 1; await goOn(page, 'sv'); turn += 1) await answerScreen(page, turn);
  await page.getByRole('button', { name: words.sv.submit }).click();
  await page.waitForURL(/\/result$/);
}

async function signInByCode(page: Page, email: string): Promise<void> {
  const code = await askForCode(page, site, email);
  await page.getByLabel('Koden ur mejlet').fill(code);
  await press(page, 'Logga in');
}

test('a firm begins without an account, saves under its e-mail, finishes on another device, lets a provider in, and withdraws that', async () => {
  const complaints: string[] = [];
  const email = 'agare@verkstaden.example';
  const phone = await newPage(complaints);
  await phone.goto('/?lang=sv');
  await startQuickCheck(phone, 'sv');
  await answerScreen(phone, 0);
  await phone.getByText(words.sv.saved).first().waitFor();
  const question = new URL(phone.url()).pathname;
  const response = question.replace(/\/items\/.*/, '');

  await phone.goto(`${response}/claim`);
  await headingOf(phone, 'Spara under er e-post');
  await phone.getByRole('link', { name: 'Logga in med e-post' }).click();
  await signInByCode(phone, email);
  await press(phone, `Spara under ${email}`);
  await phone.getByText('Svaren hör till ert konto').waitFor();

  // Another device, by signing in alone; the answer given above is there.
  const desk = await newPage(complaints);
  await desk.goto(`/sign-in?lang=sv&next=${encodeURIComponent(question)}`);
  await signInByCode(desk, email);
  await desk.waitForURL(`**${question}`);
  await desk.locator('main input[type=radio]:checked').first().waitFor();
  await finish(desk);

  const account = await (await desk.request.get('/api/visitor')).json();
  const firm = `/firms/${account.account.memberships[0].place.placeId}`;
  await desk.goto(`${firm}/access`);
  await desk.getByText('Ingen utanför företaget ser era resultat.').waitFor();
  const results = desk.getByRole('region', { name: 'Resultat till en leverantör' });
  await results.getByText('Låt en leverantör läsa era resultat').click();
  await results.getByLabel('Leverantör', { exact: true }).selectOption('compare');
  await results.getByRole('checkbox').check();
  await results.getByRole('button', { name: 'Låt dem läsa resultaten' }).click();
  await desk.getByText('kan nu läsa era resultat').waitFor();

  // The provider's advisor looks, and the firm sees it.
  const advisor = await newPage(complaints);
  const { sessionSecret } = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Karin Sund' });
  await advisor.context().addCookies([sessionCookieOf(site, sessionSecret)]);
  await advisor.goto('/advisor?view=all&lang=sv');
  await advisor.locator('main a[href*="/firms/"]').first().click();
  await advisor.getByRole('heading', { level: 1 }).waitFor();
  await advisor.getByText('Digital').first().waitFor();
  await desk.reload();
  await desk.getByText('Karin Sund').first().waitFor();

  await desk.getByRole('button', { name: 'Ta tillbaka' }).first().click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka' }).click();
  await desk.getByText('kan inte längre läsa era resultat').waitFor();
  const reply = await advisor.request.get('/api/advisor/firms');
  expect(await reply.json()).toEqual({ firms: [] });
  expect(complaints).toEqual([]);
});
