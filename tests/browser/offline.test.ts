import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { copyClient } from '../support/client-release.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { askForCode, press } from '../support/sign-in-walk.ts';
import { answerScreen, goOn, startQuickCheck, words } from '../support/walk.ts';
import { watchedPage } from '../support/watched-page.ts';

const client = copyClient();
let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite({}, client.folder)]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  client.remove();
});

const threeDaysMs = 3 * 24 * 60 * 60_000;

async function openContext(complaints: string[]): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width: 390, height: 844 } });
  return { context, page: await watchedPage(context, complaints) };
}

const pathOf = (page: Page) => new URL(page.url()).pathname;
const responseOf = (page: Page) => pathOf(page).split('/')[2] ?? '';
const saved = (page: Page) => page.getByText(words.sv.saved).first().waitFor();
const unsaved = (page: Page) => page.getByText(words.sv.notSaved).first().waitFor();
const checked = (page: Page) => page.locator('main input[type=radio]:checked');

/** The worker is there, and has what it is to keep. */
async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (;;) {
      const forms = await (await caches.open('forms')).keys();
      if (navigator.serviceWorker.controller !== null && forms.length === 2) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Koden ur mejlet').fill(await askForCode(page, site, email));
  await press(page, 'Logga in');
}

/** Begins, answers two screens, and saves them under an e-mail. */
async function beginAsFirm(page: Page, email: string): Promise<void> {
  await page.goto('/?lang=sv');
  await startQuickCheck(page, 'sv');
  for (const turn of [1, 2]) {
    await answerScreen(page, turn);
    await saved(page);
    await goOn(page, 'sv');
  }
  const question = pathOf(page);
  await page.goto(`/responses/${responseOf(page)}/claim`);
  await page.getByRole('link', { name: 'Logga in med e-post' }).click();
  await signIn(page, email);
  await press(page, `Spara under ${email}`);
  await page.getByText('Svaren hör till ert konto').waitFor();
  await page.goto(question);
  await page.locator('main fieldset').first().waitFor();
}

/** What came to the server, in the order it came. */
async function events(responseId: string): Promise<{ item: string; sequence: number }[]> {
  const { rows } = await site.admin.query(
    `select item_code as item, client_sequence as sequence
     from answer_events where response_id = $1 order by answer_event_id`,
    [responseId],
  );
  return rows;
}

type Kept = { caches: { name: string; address: string; body: string }[]; local: string };

/** Everything that the browser holds for the site where pages can read it, but for what waits to be sent. */
const readKept = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const kept: { name: string; address: string; body: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = (await (await cache.match(request, { ignoreVary: true }))?.text()) ?? '';
        kept.push({ name: name.replace(/\/.*/, ''), address: new URL(request.url).pathname, body });
      }
    }
    return { caches: kept, local: JSON.stringify(localStorage) };
  });

type Outbox = { entries: { itemCode: string; clientSequence: number }[] };

/** What waits to be sent. */
const readOutboxes = (page: Page): Promise<Outbox[]> =>
  page.evaluate(
    () =>
      new Promise<Outbox[]>((resolve) => {
        const open = indexedDB.open('keyval-store');
        open.onsuccess = () => {
          const all = open.result.transaction('keyval').objectStore('keyval').getAll();
          all.onsuccess = () => resolve(all.result);
        };
      }),
  );

describe('without a network', () => {
  test('a firm opens its questions, answers, comes back after three days and a session that has ended, and everything is sent once and in order', async () => {
    const email = 'agare@smedjan.example';
    const complaints: string[] = [];
    const { context, page } = await openContext(complaints);
    await beginAsFirm(page, email);
    await keptForOffline(page);
    const responseId = responseOf(page);
    const before = await events(responseId);

    await context.setOffline(true);
    await page.reload();
    await page.locator('main fieldset').first().waitFor();
    const given: string[] = [];
    for (const turn of [1, 2, 3]) {
      await answerScreen(page, turn);
      await unsaved(page);
      given.push(pathOf(page));
      await goOn(page, 'sv');
    }
    await page.close();

    // Another tab, still without a network: from the first page back to what was given.
    const later = await watchedPage(context, complaints);
    await later.clock.install({ time: Date.now() + threeDaysMs });
    await later.goto('/');
    await later.getByRole('link', { name: 'Fortsätt i den här webbläsaren' }).click();
    await later.waitForURL(/overview$/);
    await later.getByText('Ingen uppkoppling just nu').waitFor();
    for (const address of given) {
      await later.goto(address);
      await checked(later).first().waitFor();
    }
    const beside = await watchedPage(context, complaints);
    await beside.goto(given[0] ?? '');
    await checked(beside).first().waitFor();
    for (const address of ['/packages', '/account']) {
      await beside.goto(address);
      await beside.getByText('Frågorna ni höll på att svara på öppnas utan.').waitFor();
    }
    // What was saved before is not here, and the page says that it is saved.
    await later.goto(`/responses/${responseId}/items/2`);
    await later.getByText('Svaret är sparat och visas när nätet är tillbaka.').waitFor();

    const waiting = (await readOutboxes(later)).flatMap(({ entries }) => entries);
    expect(waiting.length).toBeGreaterThanOrEqual(given.length);
    await site.admin.query('delete from sessions');
    await context.setOffline(false);
    await later.getByText('Ni är inte längre inloggade').waitFor();
    await later.locator('main').getByRole('link', { name: 'Logga in', exact: true }).click();
    await signIn(later, email);
    await later.waitForURL(`**/responses/${responseId}/items/2`);
    await saved(later);
    await checked(later).first().waitFor();

    const sent = (await events(responseId)).slice(before.length);
    expect(sent.map(({ item, sequence }) => [item, sequence])).toEqual(
      waiting.map(({ itemCode, clientSequence }) => [itemCode, clientSequence]),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the browser keeps the program and the questions, and of whoever answers nothing', async () => {
    const email = 'agare@gjuteriet.example';
    const { context, page } = await openContext([]);
    await beginAsFirm(page, email);
    await keptForOffline(page);
    const responseId = responseOf(page);
    const { account } = await (await page.request.get('/api/visitor')).json();
    await answerScreen(page, 3);
    await saved(page);
    for (const address of ['/account', `/firms/${account.memberships[0].place.placeId}`, '/packages']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    const kept = await readKept(page);

    expect(kept.caches.map(({ name, address }) => `${name} ${address}`)).toEqual(
      expect.arrayContaining(['shell /', expect.stringMatching(/^forms \/api\/instrument-versions\/.*\/sv$/)]),
    );
    const allowed = /^(shell \/(assets\/[\w.-]+)?|forms \/api\/instrument-versions\/[\w-]+\/forms\/[\w+]+\/(sv|en))$/;
    expect(kept.caches.filter(({ name, address }) => !allowed.test(`${name} ${address}`))).toEqual([]);
    const cookies = (await context.cookies()).map(({ value }) => value).filter((value) => value.length > 20);
    expect(cookies.length).toBeGreaterThan(0);
    const firmId = account.memberships[0].place.placeId;
    const inCaches = JSON.stringify(kept.caches);
    expect(
      [...cookies, email, account.personId, firmId, responseId].filter((secret) => inCaches.includes(secret)),
    ).toEqual([]);
    expect([...cookies, email, account.personId, firmId].filter((secret) => kept.local.includes(secret))).toEqual([]);
    // Nothing waits, and of what was saved no answer is left.
    const entries = JSON.stringify(await readOutboxes(page));
    expect(entries).toContain('"entries":[]');
    expect(entries).not.toContain('"answer"');
    await context.close();
  });

  test('whoever signs out leaves no questions behind that opened by signing in', async () => {
    const email = 'agare@snickeriet.example';
    const { context, page } = await openContext([]);
    await beginAsFirm(page, email);
    await keptForOffline(page);
    const question = pathOf(page);
    await page.goto('/packages');
    const account = page.getByRole('navigation', { name: 'Konto' });
    await account.locator('summary').click();
    await account.getByRole('button', { name: 'Logga ut' }).click();
    await page.waitForURL((url) => url.pathname === '/');

    await context.setOffline(true);
    await page.goto(question);

    await page.getByText('Sidan gick inte att hämta').waitFor();
    expect(await page.getByText('Fortsätt i den här webbläsaren').count()).toBe(0);
    await context.close();
  });
});

test('a release that could not be kept leaves nothing in the browser, where the one before still opens', async () => {
  const { context, page } = await openContext([]);
  await page.goto('/?lang=sv');
  await startQuickCheck(page, 'sv');
  await keptForOffline(page);
  const kept = await page.evaluate(() => caches.keys());
  // Its worker is there already, and its page is of yet another.
  const changes = [
    ['sw.js', /shellVersion="/, 'shellVersion="half'],
    ['index.html', /<head>/, '<head><!-- "/assets/of-another.js" -->'],
  ] as const;
  const before = changes.map(
    ([name]) => [path.join(client.folder, name), readFileSync(path.join(client.folder, name))] as const,
  );
  for (const [name, what, by] of changes) {
    const file = path.join(client.folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(what, by));
  }
  const became = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    while (registration.installing !== null) await new Promise((resolve) => setTimeout(resolve, 50));
    return caches.keys();
  });
  for (const [file, content] of before) writeFileSync(file, content);

  expect(became.toSorted()).toEqual(kept.toSorted());
  await context.setOffline(true);
  await page.reload();
  await page.locator('main fieldset').first().waitFor();
  await context.close();
});

test('a new release is there at the next page, the tab that shows the old one goes on, and what waits is kept', async () => {
  const { context, page } = await openContext([]);
  await page.goto('/?lang=sv');
  await startQuickCheck(page, 'sv');
  await keptForOffline(page);
  const question = pathOf(page);
  const script = () => page.evaluate(() => document.querySelector('script')?.src);
  const old = await script();
  await page.route('**/answers/**', (route) => route.abort());
  await answerScreen(page, 1);
  await unsaved(page);
  const given = await checked(page).count();

  client.release();
  // The server has the files of the old release no more; the browser does.
  await page.getByRole('link', { name: 'Alla områden' }).click();
  await page.waitForURL(/overview$/);
  await page.goto(question);
  await checked(page).first().waitFor();
  expect(await script()).not.toBe(old);
  await unsaved(page);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (registration.installing !== null || registration.waiting !== null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await context.setOffline(true);
  await page.reload();
  await checked(page).first().waitFor();
  expect(await script()).not.toBe(old);
  await context.setOffline(false);
  await page.unroute('**/answers/**');
  await saved(page);
  expect(await events(responseOf(page))).toHaveLength(given);
  await context.close();
});

test('a site that takes the service worker away leaves none in the browser, nor what it kept, and what waits is sent', async () => {
  const { context, page } = await openContext([]);
  await page.goto('/?lang=sv');
  await startQuickCheck(page, 'sv');
  await keptForOffline(page);
  await page.route('**/answers/**', (route) => route.abort());
  await answerScreen(page, 1);
  await unsaved(page);
  const question = pathOf(page);

  client.takeWorkerAway();
  await page.goto('/method');
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
    while ((await navigator.serviceWorker.getRegistrations()).length > 0 || (await caches.keys()).length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await page.unroute('**/answers/**');
  await page.goto(question);

  await saved(page);
  await checked(page).first().waitFor();
  await context.close();
});
