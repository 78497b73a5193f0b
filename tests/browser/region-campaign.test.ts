import pg from 'pg';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientFolder } from '#server/folders.ts';
import { swedishDate } from '#server/platform/mail/swedish-time.ts';
import { addDays } from '#shared/domain/edition/civil-day.ts';
import { level, save } from '../support/answering.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { campaignLinkIn, campaignWorker, mailsTo } from '../support/campaign-worker.ts';
import { begunByKey } from '../support/campaigns.ts';
import { newDraft, published, reword } from '../support/editing.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import { type LiveSite, openSite } from '../support/live-site.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type Owner, type Signed, type Staff, signedInAs, signedInOwner } from '../support/people.ts';
import { createTestClock } from '../support/test-clock.ts';
import { answerScreen, goOn } from '../support/walk.ts';
import { watchedPage } from '../support/watched-page.ts';

/* One story: a region calls firms, which answer, and learns how many and never which. */

const hourMs = 3_600_000;
/** Half past nine in the evening three days ago, or an hour later in summer: no firm is written to. */
const firstDay = addDays(swedishDate(new Date()), -2);
const clock = createTestClock(`${addDays(firstDay, -1)}T20:30:00.000Z`);

let browser: Browser;
let site: LiveSite;
let mailServer: MailServer;
let pool: pg.Pool;
let analyst: Staff;
let owner: Owner;
const complaints: string[] = [];
beforeAll(async () => {
  [browser, site, mailServer] = await Promise.all([
    openBrowser(),
    openSite({}, clientFolder, clock),
    startMailServer(),
  ]);
  pool = new pg.Pool({ connectionString: site.databaseUrl, max: 6 });
  pool.on('error', () => undefined);
  analyst = await signedInAs(site, 'analyst', { organisation: '20', email: 'lena@dalarna.example' });
  owner = await signedInOwner(site);
  await site.admin.query(`update firms set name = 'Ulvsbo Såg' where firm_id = $1`, [owner.firmId]);
  const { visitor: editor } = await signedInAs(site, 'editor');
  const draftId = await newDraft(editor);
  await reword(editor, draftId, 'D1.1', '1', 'kept');
  await published(editor, draftId);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await pool.end();
  await site.close();
  await mailServer.close();
});

/** What the worker of the site does at the hour it is. */
async function work(): Promise<void> {
  const worker = await campaignWorker({ pool, site, mailServer }, clock);
  await worker.write();
  await worker.send();
}

const mailsOf = (address: string) => mailsTo(mailServer, address);
const linkIn = (address: string): string => campaignLinkIn(mailsOf(address)[0]);
const keyOf = (address: string): string => /#key=(.*)$/.exec(linkIn(address))?.[1] ?? '';

const phone = { language: 'en', width: 390, colorScheme: 'dark' } as const;
const desk = { language: 'sv', width: 1280, colorScheme: 'light' } as const;
type Look = typeof phone | typeof desk;

/** A browser of its own, at the hour of the story, of somebody who is signed in or of nobody. */
async function pageOf(signed: Pick<Signed, 'sessionSecret'> | null, { width, colorScheme }: Look): Promise<Page> {
  const viewport = { width, height: 900 };
  const context: BrowserContext = await browser.newContext({ baseURL: site.origin, viewport, colorScheme });
  await context.clock.setFixedTime(clock.now());
  if (signed !== null) await context.addCookies([sessionCookieOf(site, signed.sessionSecret)]);
  return watchedPage(context, complaints);
}

async function expectSound(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  expect(await axeViolations(page), page.url()).toEqual([]);
  const room = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(room[0], page.url()).toBeLessThanOrEqual(room[1] ?? 0);
}

/** As on a telephone in the dark, in English, and on a desk by daylight, in Swedish. */
async function expectSoundInBoth(signed: Pick<Signed, 'sessionSecret'> | null, address: string): Promise<void> {
  for (const look of [phone, desk]) {
    const page = await pageOf(signed, look);
    await page.goto(address.replace(/(\?lang=..)?(#|$)/, `?lang=${look.language}$2`));
    await page.locator('h1').waitFor();
    await expectSound(page);
    await page.context().close();
  }
}

/** Goes to it by nothing but the tab key. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < 120; step += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the tab key does not reach ${target}`);
}
async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}
/** As it is typed into a field for a day, in the language of the browser. */
const typed = (day: string): string => day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2$3$1');

const factOf = (page: Page, term: string) =>
  page.locator('dl > div', { has: page.getByText(term, { exact: true }) }).locator('dd');
/** What the page of a campaign says, but for the minute it is of. */
const saidBy = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replace(/klockan \d\d[.:]\d\d/, '');

const firms = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@stal.example`);
const file = [
  'Företag;E-post;Orgnr;Kommun;Verksamhet;Anställda;Språk',
  ...firms.map((email) => `Stål ${email.slice(0, 1).toUpperCase()};${email};;Borlänge;Stål och metall;37;sv`),
  'Ulvsbo Såg;ulla@ulvsbo.example;;Mora;Trähus och byggprodukter;8;en',
  'Träet;tor@traet.example;;Gävle;Trähus och byggprodukter;8;sv',
  'Utan adress;ingen adress;;Mora;Trähus och byggprodukter;8;sv',
].join('\n');

let campaign = '';

test('an analyst makes a call by keyboard alone, tries its mail on herself, and opens it', async () => {
  const page = await pageOf(analyst, phone);
  await page.goto('/region?lang=en');
  await press(page, page.getByRole('button', { name: /^The region’s pages|^The region's pages/ }));
  await press(page, page.getByRole('link', { name: 'Campaigns', exact: true }));
  await page.getByText('There is no campaign yet').waitFor();
  await page.getByText('You see how many, never which firms, and never what they answer.').waitFor();
  await expectSound(page);
  await press(page, page.getByRole('link', { name: 'Make a campaign' }));
  await page.getByRole('heading', { level: 1, name: 'What, when and in which words' }).waitFor();

  // What is missing is said at once, and the focus is where it is read.
  await press(page, page.getByRole('button', { name: 'Save and go on' }));
  await page.getByRole('alert').getByText('Give the campaign a name in Swedish.').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  await expectSound(page);

  // Not the newest version, but the one before it: the choice is made by the beginning of its name.
  await tabTo(page, page.getByLabel('Version', { exact: true }));
  await page.keyboard.type('Version 1');
  await type(page, 'Name, in Swedish', 'Läget i Dalarna');
  await type(page, 'Name, in English', 'Where Dalarna stands');
  await tabTo(page, page.getByLabel('Your words in the mail, in Swedish'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Vi vill veta var företagen i länet står.');
  await tabTo(page, page.getByLabel('Your words in the mail, in English'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('We want to know where the firms of the county stand.');
  await type(page, 'First day', typed(firstDay));
  await type(page, 'Last day', typed(addDays(firstDay, 20)));
  await press(page, page.getByRole('button', { name: 'See the mails' }));
  const mails = page.getByRole('region', { name: 'The mails as firms get them' });
  await mails.getByText('We want to know where the firms of the county stand.').first().waitFor();
  await mails.getByText('sees how many firms have begun and have finished, but not which').first().waitFor();
  await expectSound(page);
  await press(page, page.getByRole('button', { name: 'Save and go on' }));

  await page.getByRole('heading', { level: 1, name: 'Where Dalarna stands' }).waitFor();
  expect(await factOf(page, 'Version').innerText()).toMatch(/^1, published /);
  campaign = new URL(page.url()).pathname;
  await expectSound(page);

  // A column that nobody could guess is said, and the bad row by its number.
  await tabTo(page, page.getByLabel('File with firms to invite'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await chooser.setFiles({ name: 'dalarna.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByText('dalarna.csv: 9 rows.').waitFor();
  await tabTo(page, page.getByLabel('Branch', { exact: true }));
  await page.keyboard.type('Verk');
  await page.getByText('For example: Stål och metall').waitFor();
  await expectSound(page);
  await press(page, page.getByRole('button', { name: 'Check the file' }));
  await page.getByText('8 rows are good.').waitFor();
  await page.getByText('Row 10: the e-mail address is not one that mail can be sent to').waitFor();
  // Earlier contacts, and who lets somebody in, are nothing a region has.
  expect(await page.getByText(/earlier contact/).count()).toBe(0);
  await expectSound(page);
  await press(page, page.getByRole('button', { name: 'Add the 8 good rows' }));
  await page.getByText('8 firms were added.').waitFor();
  await page.getByRole('row', { name: /Ulvsbo Såg/ }).waitFor();
  expect(await page.getByText('Utan adress').count()).toBe(0);

  await press(page, page.getByRole('button', { name: 'See the mails' }));
  await page.getByText('We want to know where the firms of the county stand.').first().waitFor();
  await expectSound(page);
  await press(page, page.getByRole('button', { name: 'Send a test to me' }));
  await page.getByText('on their way to lena@dalarna.example, as a test.').waitFor();
  // Her own mail waits for no morning.
  await work();
  expect(mailServer.mails.map(({ to }) => [to].flat()[0]?.text)).toEqual([analyst.email, analyst.email]);

  await press(page, page.getByRole('button', { name: 'Open the campaign' }));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Invite 8 firms?').waitFor();
  await expectSound(page);
  await press(page, dialog.getByRole('button', { name: 'Open the campaign' }));
  await page.getByText('The campaign is open.').waitFor();
  await expectSound(page);
  await page.context().close();
}, 120_000);

test('the mail she sent herself reads as it will for firms, and its link opens nothing', async () => {
  const page = await pageOf(null, desk);
  const invitation = mailsOf(analyst.email).find(({ subject }) =>
    /^Test: .*Dalarna.* invites you to measure your firm$/.test(subject ?? ''),
  );
  await page.setContent(String(invitation?.html));
  await page.getByText('sees how many firms have begun and have finished, but not which').waitFor();
  const href = await page.locator('a[href*="/campaign"]').first().getAttribute('href');
  expect(href).not.toMatch(/key=[\w-]/);
  await page.goto(href ?? '');
  await page.getByText('The link in a test mail opens nothing.').waitFor();
  await expectSoundInBoth(null, href ?? '');
  await page.context().close();
}, 60_000);

test('a firm that is written to in the morning follows the link, answers and submits, and the region sees nothing of it', async () => {
  clock.advance(6 * hourMs);
  await work();
  expect(mailServer.mails).toHaveLength(2);
  clock.advance(3 * hourMs + 35 * 60_000);
  await work();
  expect(mailServer.mails).toHaveLength(10);
  const followed = await pageOf(analyst, desk);
  await followed.goto(`${campaign}?lang=sv`);
  await followed.getByRole('row', { name: /Stål A.*Inbjudet/ }).waitFor();
  const before = await saidBy(followed);

  const page = await pageOf(null, desk);
  await expectSoundInBoth(null, linkIn('a@stal.example'));
  await page.goto(linkIn('a@stal.example'));
  await page.getByRole('heading', { level: 1, name: 'Läget i Dalarna' }).waitFor();
  await page.getByText('Hur många företag som har börjat och som är klara, men inte vilka').waitFor();
  await page.getByRole('button', { name: 'Börja', exact: true }).click();
  await page.getByRole('heading', { name: 'Först om företaget' }).waitFor();
  await expectSound(page);
  await page.getByRole('radio', { name: /Legotillverkare/ }).check();
  await page.getByRole('button', { name: 'Till första frågan' }).click();
  await page.waitForURL(/\/items\/1$/);
  await page.locator('main fieldset').first().waitFor();
  for (let turn = 0; turn < 4; turn += 1) {
    await answerScreen(page, turn);
    await expectSound(page);
    await goOn(page, 'sv');
  }
  await page.goto(page.url().replace(/items\/\d+/, 'review'));
  await page.getByRole('button', { name: 'Skicka in och se resultatet' }).click();
  await page.waitForURL(/\/result$/);
  await expectSound(page);

  // Asked for anew by itself, and by hand.
  await followed.waitForResponse((reply) => reply.url().endsWith(campaign.split('/').at(-1) ?? ''));
  expect(await saidBy(followed)).toBe(before);
  await followed.reload();
  await followed.getByRole('row', { name: /Stål A.*Inbjudet/ }).waitFor();
  expect(await saidBy(followed)).toBe(before);
  expect(await factOf(followed, 'Klara').innerText()).toBe('–');
  await page.context().close();
  await followed.context().close();
}, 120_000);

test('the owner of a firm that is invited answers in its account, on a telephone in English', async () => {
  const page = await pageOf(owner, phone);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(linkIn('ulla@ulvsbo.example'));
  const begin = page.getByRole('button', { name: 'Answer as Ulvsbo Såg' });
  await begin.waitFor();
  await expectSound(page);
  await begin.click();
  await page.waitForURL(/\/responses\/.*\/items\/1$/);
  await page.locator('main fieldset').first().waitFor();
  await answerScreen(page, 1);
  await goOn(page, 'en');
  await page.getByText(/^What was submitted last time, /).waitFor();
  await expectSound(page);
  await answerScreen(page, 2);
  await goOn(page, 'en');
  await page.goto(page.url().replace(/items\/\d+/, 'review'));
  await page.getByRole('button', { name: 'Submit and see the result' }).click();
  await page.waitForURL(/\/result$/);
  await expectSound(page);
  await page.goto(linkIn('ulla@ulvsbo.example'));
  await page.getByText('You have finished.').waitFor();
  await expectSound(page);
  const key = keyOf('ulla@ulvsbo.example');
  expect(asked.filter((url) => url.includes(key))).toEqual([]);
  await page.context().close();
}, 120_000);

/** Answers and submits without a page. */
async function finish(address: string): Promise<void> {
  const visitor = site.newVisitor();
  const responseId = await begunByKey(visitor, keyOf(address));
  await save(visitor, responseId, 'D1.1', level(2));
  const reply = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
}

test('the day after she reads how many have finished, what became of each mail, never that all have, and ends it', async () => {
  clock.advance(24 * hourMs);
  const page = await pageOf(analyst, desk);
  await page.goto(`${campaign}?lang=sv`);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await row('Stål A').waitFor();
  expect(await factOf(page, 'Företag som räknas').innerText()).toBe('8');
  expect(await factOf(page, 'Klara').innerText()).toBe('2');
  // Which two is nowhere: of each firm there is its mail, and nothing is told of groups of fewer than five.
  expect(await page.getByLabel('Visa', { exact: true }).locator('option').allInnerTexts()).toEqual([
    ...['Alla', 'Inte inbjuden än', 'Inbjudet', 'Mejlet kom inte fram', 'Mejlet kom tillbaka', 'Har sagt nej'],
  ]);
  expect(await page.getByRole('columnheader', { name: 'Påmind' }).count()).toBe(0);
  for (const email of [...firms, 'ulla@ulvsbo.example', 'tor@traet.example']) {
    expect(await row(email).innerText()).toMatch(/Inbjudet/);
  }

  // A firm that is brought in later has no mailbox, and another says no by its mail.
  mailServer.answers.recipient = 550;
  await page.getByLabel('Fil med företag att bjuda in').setInputFiles({
    name: 'fler.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Företag;E-post\nBorta;ingen@borta.example\n'),
  });
  await page.getByRole('button', { name: 'Pröva filen' }).click();
  await page.getByRole('button', { name: 'Lägg till den rad som går' }).click();
  await page.getByText('1 företag har lagts till.').waitFor();
  await work();
  mailServer.answers.recipient = undefined;
  const no = await pageOf(null, desk);
  await no.goto(linkIn('b@stal.example'));
  await no.getByRole('link', { name: 'Nej tack till fler mejl' }).click();
  const refuse = no.getByRole('main').getByRole('button').first();
  await refuse.waitFor();
  await expectSound(no);
  await refuse.click();
  await no
    .getByText(/inga fler mejl/i)
    .first()
    .waitFor();
  await no.context().close();
  await page.reload();
  await row('Borta.*Mejlet kom tillbaka').waitFor();
  await row('Stål B.*Har sagt nej').waitFor();
  expect(await factOf(page, 'Mejl som kom tillbaka').innerText()).toBe('1');
  expect(await factOf(page, 'Har sagt nej').innerText()).toBe('1');
  expect(await factOf(page, 'Klara').innerText()).toBe('2');

  for (const address of ['b', 'c', 'd', 'e', 'f'].map((name) => `${name}@stal.example`)) await finish(address);
  await finish('tor@traet.example');
  await page.reload();
  await row('Stål A.*Inbjudet').waitFor();
  expect(await factOf(page, 'Företag som räknas').innerText()).toBe('8');
  expect(await factOf(page, 'Klara').innerText()).toBe('7');
  expect(await factOf(page, 'Har börjat, inte klara').innerText()).toBe('0');
  await expectSoundInBoth(analyst, campaign);
  await expectSoundInBoth(analyst, campaign.replace(/\/[^/]*$/, ''));
  await expectSoundInBoth(analyst, `${campaign}/change`);

  await page.getByRole('button', { name: 'Avsluta kampanjen nu' }).click();
  await page.getByRole('dialog').getByText('Den kan inte öppnas igen.').waitFor();
  await expectSound(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Avsluta den' }).click();
  await page.getByText('Kampanjen är avslutad.').waitFor();
  expect(await factOf(page, 'Klara').innerText()).toBe('7');
  await expectSoundInBoth(analyst, campaign);
  await page.context().close();
  expect(complaints).toEqual([]);
}, 180_000);
