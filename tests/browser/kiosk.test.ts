import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { signedInAs } from '../support/people.ts';
import { headingOf, press } from '../support/sign-in-walk.ts';
import { answerScreen, goOn, words } from '../support/walk.ts';
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

const kiosk = '/kiosk?form=snabbkoll&in=sv';
const minuteMs = 60_000;

const newContext = () => browser.newContext({ baseURL: site.origin, viewport: { width: 820, height: 1180 } });
const saved = (page: Page) => page.getByText(words.sv.saved).first().waitFor();

const folder = process.env['PICTURES'];

/** As it looks on a phone and on a desk, in both colours. */
async function see(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  const before = page.viewportSize() ?? { width: 820, height: 1180 };
  for (const width of [390, 1280]) {
    await page.setViewportSize({ ...before, width });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/kiosk-${name}-${width}-${colorScheme}.png` });
    }
  }
  await page.setViewportSize(before);
}

/** Everything that could be left of somebody in the browser. */
async function leftBehind(context: BrowserContext, page: Page): Promise<unknown> {
  const cookies = (await context.cookies()).map(({ name }) => name);
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const entries = await Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise<unknown[]>((resolve) => {
            const open = indexedDB.open(name);
            open.onsuccess = () => {
              const [store] = open.result.objectStoreNames;
              if (store === undefined) return resolve([]);
              const all = open.result.transaction(store).objectStore(store).getAll();
              all.onsuccess = () => resolve(all.result);
            };
          }),
      ),
    );
    return {
      local: { ...localStorage },
      session: { ...sessionStorage },
      entries: entries.flat(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    };
  });
  return { cookies, ...kept };
}
/** Whether anything that was answered waits in the browser to be sent. */
const doesWait = async (context: BrowserContext, page: Page) =>
  JSON.stringify(await leftBehind(context, page)).includes('"itemCode"');

const nothing = { cookies: [], local: {}, session: {}, entries: [], caches: [], workers: 0 };

/** The firm begins on the device that is handed over, and answers two screens. */
async function answerOnDevice(page: Page): Promise<string> {
  await press(page, 'Börja');
  await page.getByLabel('Kommun').waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await page.getByLabel('Kommun').selectOption('2184');
  await page.getByLabel('Metallvaror och maskiner', { exact: true }).check();
  await page.getByLabel('10–49 anställda', { exact: true }).check();
  await page.getByLabel('Legotillverkare', { exact: true }).check();
  await press(page, 'Till första frågan');
  await page.waitForURL(/\/items\/1$/);
  for (const turn of [1, 2]) {
    await answerScreen(page, turn);
    await saved(page);
    await goOn(page, 'sv');
  }
  return new URL(page.url()).pathname;
}

describe('a device that an adviser hands over', () => {
  test('is signed out, lets one firm answer and take its answers along, and keeps nothing of either', async () => {
    const complaints: string[] = [];
    const context = await newContext();
    const page = await watchedPage(context, complaints);
    const { sessionSecret, visitor } = await signedInAs(site, 'advisor', {
      organisation: 'compare',
      name: 'Karin Sund',
    });
    await context.addCookies([sessionCookieOf(site, sessionSecret)]);
    await page.goto('/advisor?lang=sv');
    await page.getByRole('link', { name: 'Lämna över plattan' }).click();
    await headingOf(page, 'Lämna över plattan');
    await page.getByLabel('Svenska').check();
    await press(page, 'Logga ut och lämna över');
    await page.waitForURL(`**${kiosk}`);
    await page.getByRole('button', { name: 'Börja' }).waitFor();
    expect(await leftBehind(context, page)).toEqual(nothing);
    expect((await visitor.get('/api/visitor')).json()).toEqual({ account: null });

    const question = await answerOnDevice(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.getByRole('link', { name: 'Ta med svaren och avsluta' }).click();
    await press(page, 'Visa en kod för telefonen');
    await page.getByRole('img', { name: 'QR-kod till era svar' }).waitFor();
    const link = await page.getByLabel('Hemlig länk').inputValue();
    const keys = await context.cookies();
    await press(page, 'Avsluta och rensa plattan');
    await page.waitForURL(`**${kiosk}`);
    await page.getByRole('button', { name: 'Börja' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Plattan är rensad');

    expect(await leftBehind(context, page)).toEqual(nothing);
    // The way back leads to nothing of what was answered.
    await page.goBack();
    await page.waitForTimeout(500);
    expect(await page.locator('main input:checked').count()).toBe(0);
    await page.goto(question);
    await page.getByText('Svaren öppnas inte härifrån').waitFor();
    // Nor does a browser that kept the keys whatever it was told.
    expect(keys.length).toBeGreaterThan(0);
    await context.addCookies(keys);
    await page.goto(question);
    await page.getByText('Svaren öppnas inte härifrån').waitFor();

    // The firm's own phone has them.
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const other = await watchedPage(phone, complaints);
    await other.goto(link.replace('/resume', '/resume?lang=sv'));
    await press(other, 'Fortsätt');
    await other.waitForURL(/overview$/);
    await other.getByText(/Ni har svarat på 1 av 42 frågor/).waitFor();
    expect(complaints).toEqual([]);
    await Promise.all([context.close(), phone.close()]);
  });

  test('asks after ten minutes whether somebody is there, and is cleared when nobody is', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.clock.install();
    await page.goto(kiosk);
    await answerOnDevice(page);
    await page.clock.runFor(10 * minuteMs + 2000);
    await page.getByRole('heading', { name: 'Är ni kvar?' }).waitFor();
    await press(page, 'Vi är kvar');
    await page.clock.runFor(9 * minuteMs);
    expect(await page.getByRole('heading', { name: 'Är ni kvar?' }).isVisible()).toBe(false);

    await page.clock.runFor(2 * minuteMs + 5000);
    await page.waitForURL(`**${kiosk}`);
    await page.getByRole('button', { name: 'Börja' }).waitFor();

    expect(await leftBehind(context, page)).toEqual(nothing);
    await context.close();
  });

  test('is cleared by whatever is opened next when its tab was closed and its time is over', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.goto(kiosk);
    const question = await answerOnDevice(page);
    await page.close();
    await context.clock.install({ time: Date.now() + 12 * minuteMs });
    const next = await watchedPage(context, []);
    await next.goto(question);
    await next.waitForURL(`**${kiosk}`);
    await next.getByRole('button', { name: 'Börja' }).waitFor();

    expect(await leftBehind(context, next)).toEqual(nothing);
    await next.goto(question);
    await next.getByText('Svaren öppnas inte härifrån').waitFor();
    await context.close();
  });

  test('is cleared of a firm that closed its tab as the next one begins', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.goto(kiosk);
    const question = await answerOnDevice(page);
    await page.close();
    const next = await watchedPage(context, []);
    await next.goto(kiosk);
    await next.getByText('Någon har svarat här tidigare').waitFor();
    await press(next, 'Börja');
    await headingOf(next, 'Först om företaget');

    expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
    await next.goto(question);
    await next.getByText('Svaren öppnas inte härifrån').waitFor();
    await context.close();
  });

  test('shows a second tab nothing more of a visit that another one has ended, and clears nothing of the next one in it', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.goto(kiosk);
    const question = await answerOnDevice(page);
    const second = await watchedPage(context, []);
    await second.goto(question);
    await second.locator('main input').first().waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Ta med svaren och avsluta' }).click();
    await press(page, 'Avsluta och rensa plattan');
    await page.getByRole('heading', { name: 'Avsluta utan att ta med svaren?' }).waitFor();
    await press(page, 'Avsluta utan dem');
    await page.waitForURL(`**${kiosk}`);
    const next = await answerOnDevice(page);

    // It goes to the page of the next firm, and on to the first page when that begins.
    await expect.poll(() => second.url(), { timeout: 20_000 }).not.toMatch(/responses|kiosk.end/);
    await page.goto(next);
    await page.locator('main input').first().waitFor({ state: 'attached' });
    await context.close();
  });

  test('keeps trying while the server is away, shows nobody the answers, and is cleared when it is back', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.clock.install();
    await page.goto(kiosk);
    const question = await answerOnDevice(page);
    await page.route('**/api/device-clearings', (route) => route.fulfill({ status: 503, body: '{}' }));
    await page.clock.runFor(11 * minuteMs + 5000);
    await page.waitForURL(/kiosk\/end[?]now$/);
    await page.getByText('Plattan är inte rensad än').waitFor();
    for (const leave of [() => page.goBack(), () => page.goto(question)]) {
      await leave();
      await page.waitForURL(/kiosk\/end[?]now$/);
      expect(await page.locator('main input').count()).toBe(0);
    }

    await page.unroute('**/api/device-clearings');
    await page.clock.runFor(minuteMs);
    await page.waitForURL(`**${kiosk}`);
    await page.getByRole('button', { name: 'Börja' }).waitFor();
    expect(await leftBehind(context, page)).toEqual(nothing);
    await context.close();
  });

  test('leads to its end without a network, which says that the answers cannot be fetched and asks before it loses them', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.goto(kiosk);
    await answerOnDevice(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Ta med svaren och avsluta' }).click();
    await page.getByText('Svaren går inte att nå just nu').waitFor();
    await press(page, 'Avsluta och rensa plattan');
    await page.getByRole('heading', { name: 'Avsluta utan att ta med svaren?' }).waitFor();
    await see(page, 'unreached');
    await press(page, 'Avbryt');

    await context.setOffline(false);
    await press(page, 'Försök igen');
    await page.getByRole('button', { name: 'Visa en kod för telefonen' }).waitFor();
    await see(page, 'end');
    await context.close();
  });

  test('finished without a network keeps no answers, shows nobody any, and is cleared when the network is back', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.goto(kiosk);
    const question = await answerOnDevice(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await context.setOffline(true);
    await answerScreen(page, 3);
    await page.getByText(words.sv.notSaved).first().waitFor();
    await page.getByRole('link', { name: 'Ta med svaren och avsluta' }).click();
    await press(page, 'Avsluta och rensa plattan');
    await press(page, 'Avsluta utan dem');
    await page.getByText('1 svar är inte skickat').waitFor();
    expect(await doesWait(context, page)).toBe(true);
    await press(page, 'Rensa plattan ändå');
    await page.getByText(/^Ni har avslutat[.]/).waitFor();
    await see(page, 'finished');

    expect(await doesWait(context, page)).toBe(false);
    for (const leave of [() => page.goBack(), () => page.goto(question)]) {
      await leave();
      await page.getByText(/^Ni har avslutat[.]/).waitFor();
      expect(await page.locator('main input').count()).toBe(0);
    }

    await context.setOffline(false);
    await page.waitForURL(`**${kiosk}`);
    await page.getByRole('button', { name: 'Börja' }).waitFor();
    expect(await leftBehind(context, page)).toEqual(nothing);
    await context.close();
  });

  test('begins for nobody where somebody is signed in', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    const { sessionSecret, visitor } = await signedInAs(site, 'advisor', {
      organisation: 'compare',
      name: 'Karin Lund',
    });
    await context.addCookies([sessionCookieOf(site, sessionSecret)]);
    await page.goto(kiosk);
    await headingOf(page, 'Någon är inloggad här');
    expect(await page.getByRole('button', { name: 'Börja' }).count()).toBe(0);

    await page.locator('main').getByRole('button', { name: 'Logga ut' }).click();
    await press(page, 'Börja');
    await headingOf(page, 'Först om företaget');

    expect((await visitor.get('/api/visitor')).json()).toEqual({ account: null });
    await context.close();
  });

  test('stays in the language of the visit when a page is loaded anew', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.goto(kiosk.replace('in=sv', 'in=en'));
    await press(page, 'Begin');
    await headingOf(page, 'First, about the firm');
    await page.reload();
    await headingOf(page, 'First, about the firm');
    await page.getByRole('link', { name: 'Take your answers along and finish' }).click();
    await press(page, 'Finish and clear the device');
    await page.waitForURL(/\/kiosk[?]form=snabbkoll&in=en$/);
    await page.getByRole('button', { name: 'Begin' }).waitFor();
    expect(await leftBehind(context, page)).toEqual(nothing);
    await context.close();
  });

  test('sends what waits before it is cleared, and waits for the network for that', async () => {
    const context = await newContext();
    const page = await watchedPage(context, []);
    await page.goto(kiosk);
    const question = await answerOnDevice(page);
    const responseId = question.split('/')[2];
    const count = async () =>
      (await site.admin.query('select from answer_events where response_id = $1', [responseId])).rowCount ?? 0;
    const before = await count();
    await page.route('**/answers/**', (route) => route.abort());
    await answerScreen(page, 3);
    await page.getByText(words.sv.notSaved).first().waitFor();
    await page.getByRole('link', { name: 'Ta med svaren och avsluta' }).click();
    await press(page, 'Avsluta och rensa plattan');
    await press(page, 'Avsluta utan dem');
    await page.getByText('1 svar är inte skickat').waitFor();

    await page.unroute('**/answers/**');
    await press(page, 'Avsluta och rensa plattan');
    await press(page, 'Avsluta utan dem');
    await page.waitForURL(`**${kiosk}`);
    await page.getByRole('button', { name: 'Börja' }).waitFor();

    expect(await count()).toBe(before + 1);
    expect(await leftBehind(context, page)).toEqual(nothing);
    await context.close();
  });
});
