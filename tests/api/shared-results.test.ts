import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OwnChange } from '#shared/contracts/change.ts';
import { type SharedResultDocument, sharedResultSchema } from '#shared/contracts/result-links.ts';
import { type SharedPart, sharedParts } from '#shared/domain/sharing/share-choice.ts';
import { aged } from '../support/aged.ts';
import { level, saveAll, start, submitted } from '../support/answering.ts';
import { deliverAll, deliveryOf, smtpTo } from '../support/delivery.ts';
import { readAccess, startFirmsApp } from '../support/firms.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type Owner, signedInMember, signedInOwner } from '../support/people.ts';
import {
  choiceOf,
  keyIn,
  linkBody,
  makeLink,
  ofLinks,
  openLink,
  readLinks,
  takeBack,
} from '../support/result-links.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let owner: Owner;
/** The second round of the firm, with words that are nobody else's. */
let responseId: string;
let marks: string[];

async function submitAlso(
  { visitor, firmId }: Owner,
  answers: Parameters<typeof saveAll>[2],
  formCode = 'snabbkoll',
): Promise<string> {
  const profile = (await visitor.get(`/api/firms/${firmId}`)).json<{ profile: object }>().profile;
  const body = { formCode, language: 'sv', profile };
  const { responseId: again } = (await visitor.post(`/api/firms/${firmId}/responses`, body)).json<{
    responseId: string;
  }>();
  await saveAll(visitor, again, answers);
  const reply = await visitor.post(`/api/responses/${again}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return again;
}

beforeAll(async () => {
  site = await startFirmsApp({ rateLimitPerMinute: 1_000_000 });
  owner = await signedInOwner(site, { name: 'Ägarnamn Unik', email: 'unik@verkstad.example' });
  await owner.visitor.put(`/api/firms/${owner.firmId}`, {
    name: 'Firmanamn Unikt AB',
    organisationNumber: '556036-0793',
  });
  await aged(site, owner.firmId, 100);
  responseId = await submitAlso(owner, {
    'D1.1': level(3, 'Hemligkommentar om pressen'),
    'D1.2': level(2),
    'PM1.1': level(1),
    'PM1.3': level(2),
  });
  const { rows } = await site.admin.query<{ id: string; receipt: string; firm: string }>(
    'select submission_id as id, receipt_number as receipt, firm_id as firm from submissions where firm_id = $1',
    [owner.firmId],
  );
  marks = [
    'Hemligkommentar',
    '5560360793',
    '556036-0793',
    'Ägarnamn',
    'unik@verkstad.example',
    responseId,
    owner.responseId,
    owner.firmId,
    owner.personId,
    ...rows.flatMap(({ id, receipt }) => [id, receipt]),
  ];
});
afterAll(() => site.close());

/** Every way to choose among the parts. */
const subsets = Array.from({ length: 2 ** sharedParts.length }, (_, bits) =>
  sharedParts.filter((_part, place) => ((bits >> place) & 1) === 1),
);
const choices = subsets
  .filter((set) => set.length > 0)
  .flatMap((parts) => [false, true].map((named) => ({ parts, named })));

async function shown(parts: readonly SharedPart[], showsFirmName: boolean): Promise<SharedResultDocument> {
  const { key, resultLinkId } = await makeLink(owner.visitor, responseId, {
    choice: choiceOf(parts, { showsFirmName }),
  });
  const document = await openLink(site.newVisitor(), key);
  await site.admin.query('delete from result_links where result_link_id = $1', [resultLinkId]);
  return document;
}

describe('what a link shows', () => {
  let whole: SharedResultDocument | undefined;

  test.each(choices)('is exactly what was chosen: $parts, named $named', async ({ parts, named }) => {
    whole ??= await shown(sharedParts, true);
    const document = await shown(parts, named);

    expect(sharedResultSchema.parse(document)).toEqual(document);
    expect(document.parts).toEqual(parts);
    for (const part of sharedParts) {
      expect(document.content[part], part).toEqual(parts.includes(part) ? whole.content[part] : null);
    }
    expect(whole.content).not.toMatchObject({ change: null });
    const { content: _content, parts: _parts, firmName, expiresAt: _expiresAt, ...frame } = document;
    const { content: _all, parts: _every, firmName: wholeName, expiresAt: _until, ...wholeFrame } = whole;
    expect(frame).toEqual(wholeFrame);
    expect(firmName).toBe(named ? wholeName : null);
    const text = JSON.stringify(document);
    expect([...marks, ...(named ? [] : ['Firmanamn'])].filter((mark) => text.includes(mark))).toEqual([]);
  });

  /** What a link of the response tells of the change, and what the firm reads itself. */
  async function bothChanges({ visitor }: Owner, ofResponse: string) {
    const { key, resultLinkId } = await makeLink(visitor, ofResponse, { choice: choiceOf(['change']) });
    const { change } = (await openLink(site.newVisitor(), key)).content;
    await site.admin.query('delete from result_links where result_link_id = $1', [resultLinkId]);
    const own = (await visitor.get(`/api/responses/${ofResponse}/change`)).json<OwnChange>();
    return {
      linked: {
        since: change?.since,
        dimensions: change?.dimensions.map(({ dimension, verdict, difference, limit, holdsTogether }) => ({
          dimension,
          verdict,
          difference,
          limit,
          holdsTogether,
        })),
      },
      read: {
        since: own.since?.submittedAt,
        dimensions: own.change?.dimensions.flatMap(({ dimension, verdict, change }) =>
          change === null
            ? []
            : [
                {
                  ...{ dimension, verdict, difference: change.difference, limit: change.limit },
                  holdsTogether: change.holdsTogether,
                },
              ],
        ),
      },
    };
  }

  test('tells of each area’s change what the firm reads itself', async () => {
    const { linked, read } = await bothChanges(owner, responseId);
    expect(read.dimensions).not.toEqual([]);
    expect(linked).toEqual(read);
  });

  test('tells of the change since the same round as the firm reads of, the form that was answered most lately or not', async () => {
    const firm = await signedInOwner(site);
    await submitAlso(firm, { 'D1.1': level(4), 'D1.2': level(4), 'D1.3': level(4) }, 'digital');
    await aged(site, firm.responseId, 1);
    await aged(site, firm.firmId, 100);
    const later = await submitAlso(firm, { 'D1.1': level(4), 'D1.2': level(4), 'PM1.1': level(0), 'PM1.3': level(0) });

    const { linked, read } = await bothChanges(firm, later);
    // The quick check before had 1 in D1, and PM1, which the longer form that came after it has not.
    expect(read.dimensions).toMatchObject([
      { dimension: 'D1', verdict: 'risen', difference: 3 },
      { dimension: 'PM1', verdict: 'within-error', difference: 0 },
    ]);
    expect(linked).toEqual(read);
  });

  test('has answers without comments and without own words, and of the other areas none', async () => {
    const { content } = await shown(['answers'], false);
    const said = content.answers?.flatMap(({ items }) => items) ?? [];
    expect(said.find(({ item }) => item === 'D1.1')?.answer).toMatchObject({ kind: 'words' });
    expect(said.map(({ item }) => item).filter((item) => !/^[A-Z]+\d+\.\d+$/.test(item))).toEqual([]);
  });

  test('stays with its submission when the firm measures again or answers to another name', async () => {
    const firm = await signedInOwner(site);
    const { key } = await makeLink(firm.visitor, firm.responseId, { choice: choiceOf(['levels', 'suggestions']) });
    const before = await openLink(site.newVisitor(), key);
    await submitted(firm.visitor);
    await firm.visitor.put(`/api/firms/${firm.firmId}`, { name: 'Ett nytt namn', organisationNumber: null });
    expect(await openLink(site.newVisitor(), key)).toEqual(before);
  });

  test('does not grow: a part that the database does not know cannot be in a link', async () => {
    const { key, resultLinkId } = await makeLink(owner.visitor, responseId);
    await expect(
      site.admin.query(`update result_links set parts = parts || array['later'] where result_link_id = $1`, [
        resultLinkId,
      ]),
    ).rejects.toThrow(/only ever taken back/);
    await expect(
      site.admin.query(`update result_links set parts = parts || array['answers'] where result_link_id = $1`, [
        resultLinkId,
      ]),
    ).rejects.toThrow(/only ever taken back/);
    expect((await openLink(site.newVisitor(), key)).parts).toEqual(['levels']);
  });

  test('is not read from the database where it was not chosen', async () => {
    const { rows } = await site.admin.query<Record<string, unknown>>(
      `select o.* from result_links l, lateral result_link_source(l.firm_id, l.submission_id, l.parts, l.shows_firm_name,
         l.earlier_submission_id) o where l.firm_id = $1`,
      [owner.firmId],
    );
    expect(rows[0]).toMatchObject({ firm_name: null, answers: null, routing: null, earlier_score_profile: null });
  });
});

describe('the firm sees', () => {
  test('every opening among those who have looked, with name and time, owners and respondents alike', async () => {
    const firm = await signedInOwner(site);
    const { key, resultLinkId } = await makeLink(firm.visitor, firm.responseId, { recipientName: 'Berit Bank' });
    await openLink(site.newVisitor(), key);
    await openLink(site.newVisitor(), key);
    const { looks, lookCount } = await readAccess(firm.visitor, firm.firmId);
    expect(lookCount).toBe(2);
    expect((await readAccess(firm.visitor, firm.firmId)).sharedWith).toEqual(['Berit Bank']);
    expect(looks).toMatchObject([
      { organisation: null, personName: 'Berit Bank', what: 'link', person: 1 },
      { organisation: null, personName: 'Berit Bank', what: 'link', person: 1 },
    ]);
    const respondent = await signedInMember(site, firm.firmId, 'respondent');
    expect((await readAccess(respondent.visitor, firm.firmId)).looks).toEqual(looks);
    await takeBack(firm.visitor, firm.responseId, resultLinkId);
    expect((await readAccess(respondent.visitor, firm.firmId)).sharedWith).toEqual([]);
    // Nothing of from where.
    const { rows } = await site.admin.query('select * from result_link_openings where result_link_id = $1', [
      resultLinkId,
    ]);
    expect(Object.keys(rows[0] as object).toSorted()).toEqual([
      'firm_id',
      'opened_at',
      'recipient_name',
      'result_link_id',
      'result_link_opening_id',
    ]);
  });

  test('links that were made before it had an account', async () => {
    const { visitor, responseId: own } = await signedInOwner(site);
    const reply = await visitor.get('/api/account/data');
    expect(reply.json<{ firms: { resultLinks: object[] }[] }>().firms[0]?.resultLinks).toEqual([]);
    await makeLink(visitor, own, { recipientEmail: 'berit@bank.example' });
    const again = (await visitor.get('/api/account/data')).json<{ firms: { resultLinks: object[] }[] }>();
    expect(again.firms[0]?.resultLinks).toMatchObject([
      { recipientName: 'Berit Bank', recipientEmail: 'berit@bank.example', parts: ['levels'], takenBackAt: null },
    ]);
  });
});

describe('scanners', () => {
  test('that fetch the address, with or without the secret, open nothing', async () => {
    const firm = await signedInOwner(site);
    const { key } = await makeLink(firm.visitor, firm.responseId);
    for (const method of ['GET', 'HEAD'] as const) {
      for (const url of ['/shared-result', '/api/shared-results', '/api/shared-results/standing']) {
        await site.newVisitor().trespass({ method, url: `${url}?key=${key}` });
        await site.newVisitor().trespass({ method, url: `${url}/${key}` });
      }
    }
    expect((await readLinks(firm.visitor, firm.responseId)).links).toMatchObject([{ openings: 0 }]);
  });
});

describe('the mail with a link', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.close());
  const send = () => deliverAll(deliveryOf(site, smtpTo(server.url)));
  const mailed = (changes: object = {}) => ({ sendsMail: true, recipientEmail: 'berit@bank.example', ...changes });

  test('carries a key of its own, which no table holds, and opens the same', async () => {
    const firm = await signedInOwner(site);
    await firm.visitor.put(`/api/firms/${firm.firmId}`, { name: 'Namnet AB', organisationNumber: null });
    const choice = choiceOf(['levels'], { showsFirmName: true });
    const { key, resultLinkId, links } = await makeLink(firm.visitor, firm.responseId, mailed({ choice }));
    expect(links.links[0]?.mail).toBe('waiting');
    await send();

    const mail = server.mails.find(({ to }) => JSON.stringify(to).includes('berit@bank.example'));
    expect(mail?.subject).toBe('Ett resultat från Måttstock har delats med dig');
    expect(mail?.text).toContain('Namnet AB');
    const mailedKey = keyIn(/https:\S+\/shared-result\?lang=sv#key=[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '');
    expect(mailedKey).toHaveLength(43);
    expect(mailedKey).not.toBe(key);
    expect(await openLink(site.newVisitor(), mailedKey)).toEqual(await openLink(site.newVisitor(), key));
    const { rows } = await site.admin.query<{ line: string }>(
      `select to_jsonb(o)::text as line from outbox_mails o union all select to_jsonb(l)::text from result_links l
       union all select to_jsonb(a)::text from audit_events a`,
    );
    expect(rows.filter(({ line }) => line.includes(mailedKey) || line.includes(key))).toEqual([]);
    expect((await readLinks(firm.visitor, firm.responseId)).links).toMatchObject([{ mail: 'sent', openings: 2 }]);

    await takeBack(firm.visitor, firm.responseId, resultLinkId);
    expect((await site.newVisitor().post('/api/shared-results', { key: mailedKey })).statusCode).toBe(404);
  });

  test('does not name a firm that chose not to be named', async () => {
    const firm = await signedInOwner(site);
    await firm.visitor.put(`/api/firms/${firm.firmId}`, { name: 'Dolda AB', organisationNumber: null });
    await makeLink(firm.visitor, firm.responseId, mailed());
    await send();
    const { text = '' } = server.mails.at(-1) ?? {};
    expect(text).toContain('Ett företag vill visa dig');
    expect(text).not.toContain('Dolda');
  });

  test('does not go once the link is taken back', async () => {
    const firm = await signedInOwner(site);
    const { resultLinkId } = await makeLink(firm.visitor, firm.responseId, mailed());
    await takeBack(firm.visitor, firm.responseId, resultLinkId);
    await send();
    expect(server.givenCount).toBe(0);
  });

  test('is tried again with another key when the server refuses, and not after the end of the link', async () => {
    const firm = await signedInOwner(site);
    await makeLink(firm.visitor, firm.responseId, mailed());
    server.answers.message = 451;
    await send();
    server.answers.message = undefined;
    await site.admin.query(
      `update outbox_mails set next_attempt_at = now() - interval '1 minute' where status = 'waiting'`,
    );
    site.clock.advance(3_600_000);
    await send();
    expect(server.mails).toHaveLength(1);
    const key = keyIn(/https:\S+\/shared-result\?lang=sv#key=[\w-]+/.exec(server.mails[0]?.text ?? '')?.[0] ?? '');
    await openLink(site.newVisitor(), key);
  });
});

describe('an end of the firm or the person', () => {
  test('a firm that is erased in part shows nothing to anybody', async () => {
    const firm = await signedInOwner(site);
    const { key } = await makeLink(firm.visitor, firm.responseId);
    await openLink(site.newVisitor(), key);
    await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [firm.firmId]);
    const { rows } = await site.admin.query(
      `select result_link_id from result_links where firm_id = $1
       union all select result_link_id from result_link_openings where firm_id = $1`,
      [firm.firmId],
    );
    expect(rows).toEqual([]);
    expect((await site.newVisitor().post('/api/shared-results', { key })).statusCode).toBe(404);
  });

  test('of an erased person nothing stays with links, and where nobody is left they are taken back', async () => {
    const recipient = await signedInOwner(site, { email: `mottagare-${randomUUID().slice(0, 6)}@example.se` });
    const firm = await signedInOwner(site);
    const { key } = await makeLink(firm.visitor, firm.responseId, { recipientEmail: recipient.email });
    const erase = (personId: string) => site.admin.query('select erase_person($1, now(), true)', [personId]);
    await erase(recipient.personId);
    expect((await readLinks(firm.visitor, firm.responseId)).links).toMatchObject([
      { recipientEmail: null, state: 'active' },
    ]);
    await erase(firm.personId);
    const { rows } = await site.admin.query(
      'select person_id as "personId", taken_back_at is null as "isOpen" from result_links where firm_id = $1',
      [firm.firmId],
    );
    expect(rows).toEqual([{ personId: null, isOpen: false }]);
    expect((await site.newVisitor().post('/api/shared-results', { key })).statusCode).toBe(404);
  });
});

test('a key holder who claims the firm finds the links again as its owner', async () => {
  const visitor = site.newVisitor();
  const own = await submitted(visitor);
  const { key } = await makeLink(visitor, own);
  const signed = await signedInOwner(site);
  expect((await signed.visitor.post(ofLinks(own), linkBody())).statusCode).toBe(404);
  await openLink(site.newVisitor(), key);
  await start(site.newVisitor());
  expect((await readLinks(visitor, own)).links).toMatchObject([{ openings: 1 }]);
});
