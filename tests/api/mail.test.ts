import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codedFacts, type MailKind, mailFacts } from '#server/platform/mail/mail-kinds.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { draftCampaign, inviteesOf, moveOn } from '../support/campaigns.ts';
import { deliverAll, deliveryOf, outboxRow, smtpTo, testOrigin, testSender, writeMail } from '../support/delivery.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { addRespondents } from '../support/respondents.ts';
import { makeLink } from '../support/result-links.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
let server: MailServer;

let resultLinkId: string;
let respondentId: string;
let inviteeId: string;

beforeAll(async () => {
  site = await startTestApp();
  const { visitor, responseId } = await signedInOwner(site);
  ({ resultLinkId } = await makeLink(visitor, responseId));
  ({ respondentId } = await addRespondents(site, responseId));
  const advisor = await signedInAs(site, 'advisor');
  const campaignId = await draftCampaign(site, advisor);
  await moveOn(advisor, campaignId, 'opening');
  const [firm] = await inviteesOf(advisor, campaignId);
  inviteeId = firm?.inviteeId ?? '';
});
afterAll(() => site.close());
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const send = () => deliverAll(deliveryOf(site, smtpTo(server.url)));

const plainFacts: Readonly<Record<string, string>> = {
  device: 'Firefox, Linux',
  inviterName: 'Åsa Öberg',
  placeName: 'Bruks AB',
  placeNameSv: 'Träklustret',
  placeNameEn: 'The wood cluster',
  firmName: 'Bruks AB',
  receiverSv: 'Träklustret',
  receiverEn: 'The wood cluster',
  decisionText: 'Uppgifterna behövs inte längre.',
  deletedOnSv: '1 mars 2027',
  deletedOnEn: '1 March 2027',
  submittedOn: '2026-11-02',
  invitationId: randomUUID(),
  recipientName: 'Berit Bank',
  sharedBy: 'Bruks AB',
  lastDay: '2026-12-02',
};

async function openRequest(): Promise<string> {
  const signInRequestId = randomUUID();
  const now = site.clock.now();
  await site.admin.query(
    `insert into sign_in_requests (sign_in_request_id, email, language, browser_sha256, network, requested_at, expires_at)
     values ($1, 'kim@bruket.example', 'sv', sha256('x'), '192.0.2.0/24', $2, $3)`,
    [signInRequestId, now, new Date(now.getTime() + 600_000)],
  );
  return signInRequestId;
}

async function factOf(name: string, coded: Readonly<Record<string, readonly string[]>>): Promise<string> {
  if (name === 'signInRequestId') return openRequest();
  if (name === 'respondentId') return respondentId;
  if (name === 'inviteeId') return inviteeId;
  return name === 'resultLinkId' ? resultLinkId : (coded[name]?.[0] ?? plainFacts[name] ?? '');
}

async function factsOf(kind: MailKind): Promise<Record<string, string>> {
  const coded: Readonly<Record<string, readonly string[]>> = codedFacts;
  const facts: [string, string][] = [];
  for (const name of mailFacts[kind]) {
    const value = await factOf(name, coded);
    facts.push([name, value]);
  }
  return Object.fromEntries(facts);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** The words of an HTML part as somebody reads them. */
const wordsOfHtml = (html: string): string[] =>
  html
    .replace(/<head>.*<\/head>/su, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(#?\w+);/g, (_, name: string) => entities[name] ?? `&${name};`)
    .split(/\s+/)
    .filter((word) => word !== '');

const wordsOfText = (text: string): string[] =>
  text
    .replace(/^--$/mu, '')
    .split(/\s+/)
    .filter((word) => word !== '');

/** The mail is one of a call, as the worker notes it. */
const noteMailOfCampaign = (mailId: string) =>
  site.admin.query(
    `insert into campaign_mails (mail_id, invitee_id, occasion, written_at) values ($1, $2, 'invitation', now())
     on conflict (invitee_id, occasion) do update set mail_id = excluded.mail_id`,
    [mailId, inviteeId],
  );

async function sendOne(kind: MailKind, language: Language, facts?: Record<string, string>) {
  const mailId = await writeMail(site, { kind, language, facts: facts ?? (await factsOf(kind)) });
  if (kind === 'campaign-invitation' || kind === 'campaign-reminder') await noteMailOfCampaign(mailId);
  await send();
  await server.untilTaken(1);
  const [mail] = server.mails;
  if (mail === undefined) throw new Error('nothing came');
  return { mailId, mail, text: mail.text ?? '', html: mail.html === false ? '' : (mail.html ?? '') };
}

const everyMail = (Object.keys(mailFacts) as MailKind[]).flatMap((kind) =>
  languages.map((language) => [kind, language] as const),
);

describe('a mail', () => {
  test.each(everyMail)(
    'of kind %s in %s says the same in both its parts, and nothing is left to fill in',
    async (kind, language) => {
      const { mailId, mail, text, html } = await sendOne(kind, language);

      expect(wordsOfHtml(html)).toEqual(wordsOfText(text));
      expect(text).not.toMatch(/[{}]|undefined|null/);
      expect(mail.subject).not.toMatch(/[{}]/);
      expect(html).toContain(`<html lang="${language}">`);
      expect(mail.headers.get('content-language')).toBe(language);
      expect((await outboxRow(site, mailId)).status).toBe('sent');
    },
  );

  test.each([
    ['round-due', ['firmId'], /\/account$/m],
    ['contact-invitation', ['minutes'], /ungefär 15 minuter/],
    ['package-changed', ['changedSv', 'changedEn', 'packageCode'], /se paketets historik[\s\S]*\/advisor\/packages$/m],
  ] as const)('of kind %s from before it told %j is sent all the same', async (kind, later, told) => {
    const mailId = await writeMail(site, { kind, facts: await factsOf(kind) });
    await site.admin.query('update outbox_mails set facts = facts - $1::text[] where mail_id = $2', [later, mailId]);

    await send();

    expect((await outboxRow(site, mailId)).status).toBe('sent');
    expect(server.mails[0]?.text).toMatch(told);
  });

  test('keeps å, ä and ö, also in the subject and in names', async () => {
    const { mail, text, html } = await sendOne('organisation-invitation', 'sv', {
      ...(await factsOf('organisation-invitation')),
      placeNameSv: 'Värmlands Träkluster på Ön',
    });

    expect(mail.from?.value).toEqual([{ name: 'Måttstock', address: testSender }]);
    expect(mail.subject).toBe('Inbjudan att arbeta i Måttstock');
    for (const part of [text, html]) expect(part).toContain('Åsa Öberg bjuder in er till Värmlands Träkluster på Ön');
  });

  test('is in the language it was written for', async () => {
    const { mail, text } = await sendOne('consent-given', 'en');

    expect(mail.subject).toBe('Consent in Måttstock: The wood cluster');
    expect(text).toContain('Bruks AB lets The wood cluster');
    expect(text).not.toContain('Träklustret');
  });

  test('tells machines that it is one itself, and names nobody to answer', async () => {
    const { mailId, mail } = await sendOne('factor-changed', 'sv');

    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.messageId).toBe(`<${mailId}@mattstock.example>`);
    expect(mail.replyTo).toBeUndefined();
    expect(mail.date).toEqual(site.clock.now());
    expect(mail.attachments).toEqual([]);
  });

  test.each(everyMail)('of kind %s in %s fetches nothing and leads nowhere but to the site', async (kind, language) => {
    const { text, html } = await sendOne(kind, language);
    const addresses = [...`${text} ${html}`.matchAll(/https?:[^\s"<]+/g)].map(([address]) => new URL(address).origin);

    expect(new Set(addresses)).toEqual(new Set([testOrigin]));
    expect(html).not.toMatch(/<img|<script|<link|<style|url\(|src=|background=/i);
  });

  test('leads somebody invited to the sign-in, and on to the account', async () => {
    const { text } = await sendOne('firm-invitation', 'sv');

    expect(text).toContain(`${testOrigin}/sign-in?next=%2Faccount\n`);
  });

  test('says who invites in words, also when they have no name', async () => {
    const facts = { ...(await factsOf('firm-invitation')), inviterName: '', placeName: ' ' };
    const { text } = await sendOne('firm-invitation', 'sv', facts);

    expect(text).toContain('Någon bjuder in er till ett företag i Måttstock, som ansvarig för företaget.');
  });
});

describe('what people write', () => {
  const nasty: readonly [string, string][] = [
    ['a tag', '<a href="https://evil.example">Klicka</a><img src=x onerror=alert(1)>'],
    ['patterns of replacement', "$& $1 $` $' $$"],
    ['placeholders', '{inviterName} {code} {at}'],
    ['line breaks', 'Bruks AB\r\n\r\nVarning: logga in igen\nBcc: alla@example.se'],
    ['other line breaks', 'Bruks\u2028AB\u2029\u0085\u000bX'],
    ['an address', 'https://evil.example/a www.evil.example evil.example kim@evil.example'],
    ['marks that turn the writing', 'Bruks \u202ebA\u202c \u2066x\u2069 A\u200bB'],
    ['markup of other kinds', '[x](https://evil.example) &lt;b&gt; %0d%0a =?utf-8?q?x?='],
    ['a lot', 'x'.repeat(5000)],
  ];

  test.each(nasty)('is inert in both parts: %s', async (_, written) => {
    const { mail, text, html } = await sendOne('firm-invitation', 'sv', {
      ...(await factsOf('firm-invitation')),
      inviterName: written,
      placeName: written,
    });
    const lines = text.split('\n');
    const wanted = lines.findIndex((line) => line.includes('bjuder in er till'));

    expect(wordsOfHtml(html)).toEqual(wordsOfText(text));
    expect(wanted).toBe(0);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|onerror="/);
    expect(text).not.toMatch(/evil\.example|:\/\/evil|\p{Zl}|\p{Zp}|[\u202a-\u202e\u2066-\u2069]/u);
    expect(text.length).toBeLessThan(1500);
    expect(mail.to).toMatchObject({ value: [{ address: 'kim@bruket.example' }] });
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.raw.split('\r\n\r\n')[0]).not.toMatch(/^(bcc|varning)/im);
  });

  test('reads as it was written otherwise', async () => {
    const { text, html } = await sendOne('firm-invitation', 'sv', {
      ...(await factsOf('firm-invitation')),
      inviterName: 'Kim "K" O\'Berg & Co $& <b>',
    });

    expect(text).toContain('Kim "K" O\'Berg & Co $& <b> bjuder in er');
    expect(html).toContain('Kim &quot;K&quot; O&#39;Berg &amp; Co $&amp; &lt;b&gt; bjuder in er');
  });

  test('cannot end the subject and begin a header', async () => {
    const receiver = 'Klustret\r\nBcc: alla@example.se\r\n\r\nEtt annat brev';
    const facts = { ...(await factsOf('consent-given')), receiverSv: receiver };
    const { mail } = await sendOne('consent-given', 'sv', facts);

    expect(mail.subject).toMatch(/^Samtycke i Måttstock: Klustret Bcc: /);
    expect(mail.headers.has('bcc')).toBe(false);
  });
});

describe('the outbox', () => {
  test('takes a mail with the same key once', async () => {
    const dedupeKey = `invitation-${randomUUID()}`;
    const mailId = await writeMail(site, { dedupeKey });
    await writeMail(site, { dedupeKey });
    await send();
    await send();

    expect(server.mails.map(({ messageId }) => messageId)).toEqual([`<${mailId}@mattstock.example>`]);
  });

  test('refuses a mail that could never be written', async () => {
    await expect(writeMail(site, { facts: {} })).rejects.toThrow('change');
    await expect(writeMail(site, { facts: { change: 'something-else' } })).rejects.toThrow('change');
  });

  test('says of a mail without words that it cannot be written, and goes on with the others', async () => {
    const broken = await writeMail(site);
    await site.admin.query(`update outbox_mails set facts = '{"change":"x"}' where mail_id = $1`, [broken]);
    const whole = await writeMail(site);
    await send();

    expect(await outboxRow(site, broken)).toMatchObject({ status: 'failed', fault: 'not-composable' });
    expect((await outboxRow(site, whole)).status).toBe('sent');
  });
});
