import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { swedishDate } from '#server/platform/mail/swedish-time.ts';
import { level, saveBody } from '../support/answering.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { campaignLinkIn, campaignWorker, mailsTo } from '../support/campaign-worker.ts';
import { csv, draftCampaign, moveOn } from '../support/campaigns.ts';
import { sessionCookieOf } from '../support/editor-walk.ts';
import { type LiveSite, openSite } from '../support/live-site.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
let mailServer: MailServer;
let pool: pg.Pool;
beforeAll(async () => {
  [browser, site, mailServer] = await Promise.all([openBrowser(), openSite(), startMailServer()]);
  pool = new pg.Pool({ connectionString: site.databaseUrl, max: 6 });
  pool.on('error', () => undefined);
});
afterAll(async () => {
  await browser.close();
  await pool.end();
  await site.close();
  await mailServer.close();
});

/** What the worker of the site does, at noon whatever the hour: mail about work goes by day. */
async function work(): Promise<void> {
  const noon = new Date(`${swedishDate(new Date())}T11:00:00.000Z`);
  const worker = await campaignWorker({ pool, site, mailServer }, { now: () => noon });
  await worker.write();
  // Written at the hour it is, which may be later than noon.
  await site.admin.query(`update outbox_mails set next_attempt_at = $1 where status = 'waiting'`, [noon]);
  await worker.send();
}

const mailsOf = (address: string) => mailsTo(mailServer, address);
const linkIn = (address: string): string => campaignLinkIn(mailsOf(address).at(-1));

/** A fact of the page by its term. */
const factOf = (page: Page, term: string) =>
  page.locator('dl > div', { has: page.getByText(term, { exact: true }) }).locator('dd');

/** Opens the link of a mail in a browser of its own and begins, as the firm does. */
async function beginByLink(link: string, complaints: string[]): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width: 390, height: 844 } });
  const page = await watchedPage(context, complaints);
  await page.goto(link);
  return { page, context };
}

const idIn = (page: Page): string => /responses\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

async function answerTwo(context: BrowserContext, page: Page): Promise<string> {
  await page.waitForURL(/\/responses\/.*\/items\/1$/);
  const responseId = idIn(page);
  for (const itemCode of ['D1.1', 'D1.2']) {
    const url = `${site.origin}/api/responses/${responseId}/answers/${itemCode}`;
    const reply = await context.request.put(url, { data: saveBody(level(2)), headers: { origin: site.origin } });
    expect(reply.status()).toBe(200);
  }
  await page.goto(`/responses/${responseId}/review`);
  return responseId;
}

test('an organiser calls firms, sees them answer, reminds the others, and ends; who is late keeps everything', async () => {
  const advisor = await signedInAs(site, 'manager', { organisation: 'compare', email: 'organiser@example.se' });
  const complaints: string[] = [];
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width: 1200, height: 900 } });
  await context.addCookies([sessionCookieOf(site, advisor.sessionSecret)]);
  const page = await watchedPage(context, complaints);

  await page.goto('/advisor');
  await page.getByRole('link', { name: 'Kampanjer' }).click();
  await page.getByText('Det finns ingen kampanj än').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Gör en kampanj' }).click();

  // What is missing is said where it is missing.
  await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
  await page.getByRole('alert').getByText('Ge kampanjen ett namn på svenska.').waitFor();
  await page.getByLabel('Namn, på svenska').fill('Nulägesmätning våren');
  await page.getByLabel('Namn, på engelska').fill('Where we stand this spring');
  await page.getByLabel('Första dagen').fill(swedishDate(new Date()));
  await page.getByRole('button', { name: 'Visa mejlen' }).click();
  await page.getByText('Compare bjuder in er att mäta ert företag').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Spara och gå vidare' }).click();

  await page.getByText('Lägg till företagen som ska bjudas in').waitFor();
  const rows = [
    'Företag;E-post;Orgnr;Kommun;Bransch;Anställda;Språk',
    'Bruket AB;kim@bruket.example;556036-0793;Karlstad;Stål och metall;37;sv',
    'Sågen;eva@sagen.example;;Gävle;;8;en',
    'Ån;an@an.example;;;;;sv',
    'Fel;ingen adress;;;;;sv',
    'Sågen igen;eva@sagen.example;;;;;sv',
  ];
  await page
    .getByLabel('Fil med företag att bjuda in')
    .setInputFiles({ name: 'foretag.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByText('foretag.csv: 5 rader.').waitFor();
  await page.getByRole('button', { name: 'Pröva filen' }).click();
  await page.getByText('Rad 5: det går inte att skicka mejl till e-postadressen').waitFor();
  await page.getByText('Rad 6: adressen finns redan i filen').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lägg till de 3 rader som går' }).click();
  await page.getByText('3 företag har lagts till.').waitFor();
  // What is left to put right stays on the page.
  await page.getByText('2 rader i foretag.csv togs inte in').waitFor();
  await page.getByText('Rad 5: det går inte att skicka mejl till e-postadressen').waitFor();

  await page.getByRole('button', { name: 'Skicka ett test till mig' }).click();
  await page.getByText('är på väg till organiser@example.se').waitFor();
  await work();
  expect(mailsOf('organiser@example.se')).toHaveLength(2);
  expect(mailsOf('kim@bruket.example')).toEqual([]);

  await page.getByRole('button', { name: 'Öppna kampanjen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Öppna kampanjen' }).click();
  await page.getByText('Kampanjen är öppen.').waitFor();
  await work();
  expect(mailServer.mails).toHaveLength(5);
  expect(mailsOf('eva@sagen.example')[0]?.subject).toBe('Compare invites you to measure your firm');

  // The firm opens its link, is told what the organiser sees, and answers.
  const kim = await beginByLink(linkIn('kim@bruket.example'), complaints);
  await kim.page.getByRole('heading', { name: 'Nulägesmätning våren' }).waitFor();
  await kim.page.getByText('Om ni har börjat och om ni är klara, och när.').waitFor();
  expect(await axeViolations(kim.page)).toEqual([]);
  await kim.page.getByRole('button', { name: 'Börja' }).click();
  await kim.page.getByRole('heading', { name: 'Först om företaget' }).waitFor();
  // What the organiser knew need not be said again.
  await kim.page.getByRole('radio', { name: /Legotillverkare/ }).check();
  await kim.page.getByRole('button', { name: 'Till första frågan' }).click();
  await answerTwo(kim.context, kim.page);
  await kim.page.getByRole('button', { name: 'Skicka in och se resultatet' }).click();
  await kim.page.waitForURL(/\/result$/);

  // The organiser's page follows by itself.
  await expect.poll(() => factOf(page, 'Klara').innerText(), { timeout: 15_000 }).toBe('1');
  expect(await factOf(page, 'Svarsfrekvens').innerText()).toMatch(/33/);
  expect(await axeViolations(page)).toEqual([]);

  // Ten days later the others are reminded, once, and nobody else.
  await site.admin.query(
    `update campaigns set opens_on = opens_on - 10, reminder_days = array[current_date], revision = revision + 1`,
  );
  await site.admin.query(
    `update campaign_firms set invited_at = invited_at - interval '10 days', sent_at = sent_at - interval '10 days'`,
  );
  await work();
  await work();
  expect(
    mailServer.mails
      .slice(5)
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual(['Påminnelse: Compare väntar på ert svar', 'Reminder: Compare awaits your answer']);
  expect(mailsOf('kim@bruket.example')).toHaveLength(1);

  // Somebody begins in English, in another browser goes on, and is late.
  const eva = await beginByLink(linkIn('eva@sagen.example'), complaints);
  await eva.page.getByRole('button', { name: 'Begin' }).click();
  await eva.page.getByRole('heading', { name: 'First, about the firm' }).waitFor();
  await eva.page.getByRole('radio', { name: /Wooden houses/ }).check();
  await eva.page.getByRole('radio', { name: /Subcontractor/ }).check();
  await eva.page.getByRole('button', { name: 'To the first question' }).click();
  const responseId = await answerTwo(eva.context, eva.page);
  const again = await beginByLink(linkIn('eva@sagen.example'), complaints);
  await again.page.getByRole('button', { name: 'Continue where you left off' }).click();
  await again.page.waitForURL(new RegExp(`/responses/${responseId}/overview$`));
  await again.context.close();

  await page.reload();
  await page.getByRole('button', { name: 'Avsluta kampanjen nu' }).click();
  await page.getByRole('dialog').getByText('1 företag har börjat och är inte klart.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Avsluta den' }).click();
  await page.getByText('Kampanjen är avslutad.').waitFor();

  await eva.page.getByRole('button', { name: 'Submit and see the result' }).click();
  await eva.page.getByText('Nothing is lost: your answers are kept.').waitFor();
  expect(await axeViolations(eva.page)).toEqual([]);
  await eva.page.getByRole('button', { name: 'Submit for ourselves' }).click();
  await eva.page.waitForURL(/\/result$/);
  await page.reload();
  expect(await factOf(page, 'Klara').innerText()).toBe('1');
  expect(complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
  await kim.context.close();
  await eva.context.close();
  await context.close();
});

test('a firm that has an account signs in from the link, and answers in it with last time beside', async () => {
  const advisor = await signedInAs(site, 'manager', { organisation: 'compare', email: 'second@example.se' });
  const owner = await signedInOwner(site);
  await site.admin.query(`update firms set name = 'Sågen i Sveg' where firm_id = $1`, [owner.firmId]);
  const now = { clock: { now: () => new Date() } };
  const rows = csv('Företag;E-post;Orgnr;Kommun;Bransch;Anställda;Språk\nSågen;ulla@sagen.example;;;;;sv\n');
  const campaignId = await draftCampaign(now, advisor, {}, rows);
  expect((await moveOn(advisor, campaignId, 'opening')).statusCode).toBe(200);
  await work();

  const complaints: string[] = [];
  const { page, context } = await beginByLink(linkIn('ulla@sagen.example'), complaints);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const key = /#key=(.*)$/.exec(page.url())?.[1] ?? 'none';
  await page.getByRole('button', { name: 'Börja', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Logga in och svara i det' }).click();
  await page.waitForURL(/\/sign-in\?next=%2Fcampaign$/);
  // The mail with the code is not what is tried here.
  await context.addCookies([sessionCookieOf(site, owner.sessionSecret)]);
  await page.reload();
  await page.getByRole('link', { name: 'Gå vidare' }).click();
  const begin = page.getByRole('button', { name: 'Svara som Sågen i Sveg' });
  await begin.waitFor();
  expect(page.url()).toContain(`/campaign#key=${key}`);
  expect(asked.filter((url) => url.includes(key))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(key);
  expect(await axeViolations(page)).toEqual([]);
  await begin.click();
  await page.waitForURL(/\/responses\/.*\/items\/1$/);
  await page.getByRole('link', { name: 'Nästa', exact: true }).click();
  await page.getByText(/^Det som skickades in förra gången, /).waitFor();

  // The link of the mail says where it went.
  await page.goto(linkIn('ulla@sagen.example'));
  await page.getByText('Svaren är påbörjade i ett företags konto').waitFor();
  await page.getByRole('link', { name: 'Till ert företag' }).click();
  await page.waitForURL(new RegExp(`/firms/${owner.firmId}$`));
  expect(complaints).toEqual([]);
  await context.close();
});
