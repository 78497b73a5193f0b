import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonalData } from '#server/features/account/get-personal-data.ts';
import type { CrosswalkDocument, CrosswalkMeasure, CrosswalkRow } from '#shared/contracts/crosswalk.ts';
import * as contract from '#shared/contracts/crosswalk.ts';
import type { ResultDocument } from '#shared/contracts/results.ts';
import { level, saveAll, start } from '../support/answering.ts';
import { letInBy } from '../support/contacts.ts';
import { newDraft, published, reword, signIn } from '../support/editing.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { askedForFirm, erased } from '../support/erasure.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { readAccess, startFirmsApp, withdraw } from '../support/firms.ts';
import { type Owner, type Staff, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let keyHolder: Visitor;
let responseId: string;
beforeAll(async () => {
  site = await startFirmsApp();
});
beforeEach(async () => {
  keyHolder = site.newVisitor();
  responseId = await answeredBy(keyHolder);
});
afterAll(() => site.close());

/** A website that works (yes), and backups without a place apart (open). */
async function answeredBy(visitor: Visitor, changes: Parameters<typeof start>[1] = {}): Promise<string> {
  const id = await start(visitor, changes);
  await saveAll(visitor, id, { 'D5.1': level(2), 'D9.1': level(2), 'D2.1': level(3) });
  const reply = await visitor.post(`/api/responses/${id}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return id;
}

const of = (id: string, rest = '') => `/api/responses/${id}/crosswalk${rest}`;
const rowOf = (id: string, row: string) => of(id, `/rows/${row}`);
const put = (visitor: Visitor, id: string, row: string, step: number | null, baseRevision = 0) =>
  visitor.put(rowOf(id, row), { baseRevision, step });

async function read(visitor: Visitor, url: string): Promise<CrosswalkDocument> {
  const reply = await visitor.get(url);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<CrosswalkDocument>();
}

const measureIn = ({ measures }: CrosswalkDocument, code: string): CrosswalkMeasure => {
  const found = measures.find((measure) => measure.code === code);
  if (found === undefined) throw new Error(`no measure ${code}`);
  return found;
};
function rowIn({ measures }: CrosswalkDocument, code: string): CrosswalkRow {
  const rows = measures.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ questions }) => questions.flatMap((question) => question.rows)),
  );
  const found = rows.find((row) => row.code === code);
  if (found === undefined) throw new Error(`no row ${code}`);
  return found;
}

/** Everybody who has nothing to do with the response. */
async function hidesFromStrangers(call: (visitor: Visitor) => ReturnType<Visitor['get']>): Promise<void> {
  const stranger = site.newVisitor();
  await answeredBy(stranger);
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
  for (const visitor of [stranger, advisor.visitor, (await signedInOwner(site)).visitor]) {
    expectProblem(await call(visitor), 404, 'not-found');
  }
}

/** A colleague who answered something else in the firm has no part in this response. */
async function hidesFromColleague(call: (visitor: Visitor, id: string) => ReturnType<Visitor['get']>): Promise<void> {
  const owner = await signedInOwner(site);
  const { visitor } = await signedInMember(site, owner.firmId, 'respondent');
  expectProblem(await call(visitor, owner.responseId), 404, 'not-found');
}

describeEndpoint(contract.getCrosswalk, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(of(responseId)), 404, 'not-found');
  },
  'refuses the wrong role': () => hidesFromColleague((visitor, id) => visitor.get(of(id))),
  'hides what belongs to another firm': () => hidesFromStrangers((visitor) => visitor.get(of(responseId))),
  'refuses an invalid request': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(of('x')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const open = site.newVisitor();
    expectProblem(await open.get(of(await start(open))), 404, 'not-found');
    expectProblem(await keyHolder.get(of(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const told = await read(keyHolder, of(responseId));

    expect(told.measures.map(({ code, version }) => [code, version])).toEqual([
      ['dmat', 'dmat-1'],
      ['dii', 'dii-1'],
    ]);
    expect(rowIn(told, 'q3-website')).toMatchObject({
      ...{ lowest: 1, highest: 1, origin: 'derived', added: { step: null, revision: 0 } },
      sources: [{ item: 'D5.1', value: { state: 'level', level: 2 } }],
    });
    expect(rowIn(told, 'q8-backup')).toMatchObject({ lowest: 0, highest: 1, origin: 'unknown', sources: [] });
    // Of the twelve, a business system is known (D2.1); the other eleven are open.
    expect(measureIn(told, 'dii').total).toEqual({
      shown: { lowest: 1, highest: 12 },
      bands: { lowest: 'very-low', highest: 'very-high' },
    });
    const green = measureIn(told, 'dmat').dimensions.find(({ code }) => code === 'green');
    expect(green?.figure).toBeNull();
  },
});

describeEndpoint(contract.addCrosswalkAnswer, {
  'refuses who has no key': async () => {
    expectProblem(await put(site.newVisitor(), responseId, 'q3-website', 1), 404, 'not-found');
  },
  'refuses the wrong role': () => hidesFromColleague((visitor, id) => put(visitor, id, 'q3-website', 1)),
  'hides what belongs to another firm': async () => {
    await hidesFromStrangers((visitor) => put(visitor, responseId, 'q3-website', 0));
    expect(rowIn(await read(keyHolder, of(responseId)), 'q3-website').origin).toBe('derived');
  },
  'refuses an invalid request': async () => {
    expectProblem(await put(keyHolder, responseId, 'q3-website', 6), 422, 'invalid-request');
    expectProblem(await put(keyHolder, responseId, 'q3-website', 2), 422, 'answer-not-accepted');
    expectProblem(await put(keyHolder, responseId, 'q11-recycling', 3), 422, 'answer-not-accepted');
    expectProblem(
      await keyHolder.put(rowOf(responseId, 'q3-website'), { baseRevision: 0, step: 1, more: 1 }),
      422,
      'invalid-request',
    );
  },
  'does not find what is not there': async () => {
    expectProblem(await put(keyHolder, responseId, 'q3-telex', 1), 404, 'not-found');
    expectProblem(await put(keyHolder, randomUUID(), 'q3-website', 1), 404, 'not-found');
    const open = site.newVisitor();
    expectProblem(await put(open, await start(open), 'q3-website', 1), 404, 'not-found');
  },
  succeeds: async () => {
    const before = (await keyHolder.get(`/api/responses/${responseId}/result`)).json<ResultDocument>();

    const reply = await put(keyHolder, responseId, 'q8-backup', 1);
    await put(keyHolder, responseId, 'q9-audio', 3);

    expect(rowIn(reply.json<CrosswalkDocument>(), 'q8-backup')).toMatchObject({
      ...{ lowest: 1, highest: 1, origin: 'added', added: { step: 1, revision: 1 } },
    });
    expect(rowIn(await read(keyHolder, of(responseId)), 'q9-audio')).toMatchObject({ lowest: 3, highest: 3 });
    // Neither levels nor suggestions know of it.
    const after = (await keyHolder.get(`/api/responses/${responseId}/result`)).json<ResultDocument>();
    expect(after).toEqual(before);
  },
});

describe('an added answer', () => {
  test('sent again changes nothing, and taken away leaves what is derived', async () => {
    await put(keyHolder, responseId, 'q3-website', 0);
    const again = await put(keyHolder, responseId, 'q3-website', 0);
    const away = await put(keyHolder, responseId, 'q3-website', null, 1);

    expect(rowIn(again.json(), 'q3-website')).toMatchObject({ lowest: 0, highest: 0, added: { step: 0, revision: 1 } });
    expect(rowIn(away.json(), 'q3-website')).toMatchObject({
      ...{ lowest: 1, highest: 1, origin: 'derived', added: { step: null, revision: 2 } },
    });
  });

  test('is not written over by who has not seen it, and both learn what stands', async () => {
    await put(keyHolder, responseId, 'q8-backup', 1);
    const late = await put(keyHolder, responseId, 'q8-backup', 0);
    const invented = await put(keyHolder, responseId, 'q8-policy', 0, 4);

    expectProblem(late, 409, 'answer-conflict');
    expect(late.json()).toMatchObject({ current: { step: 1, revision: 1 } });
    expectProblem(invented, 409, 'answer-conflict');
    expect(invented.json()).toMatchObject({ current: { step: null, revision: 0 } });
    expect(rowIn(await read(keyHolder, of(responseId)), 'q8-backup').added).toEqual({ step: 1, revision: 1 });
  });

  test('comes along when the firm goes on, without what was taken away', async () => {
    await put(keyHolder, responseId, 'dii-speed', 1);
    await put(keyHolder, responseId, 'q8-backup', 1);
    await put(keyHolder, responseId, 'q8-backup', null, 1);
    const reply = await keyHolder.post(`/api/responses/${responseId}/continuations`, {
      addedForm: 'digital',
      language: 'sv',
    });
    const further = reply.json<{ responseId: string }>().responseId;
    await keyHolder.post(`/api/responses/${further}/submission`, { language: 'sv' });

    const told = await read(keyHolder, of(further));

    expect(rowIn(told, 'dii-speed').added).toEqual({ step: 1, revision: 1 });
    expect(rowIn(told, 'q8-backup').added).toEqual({ step: null, revision: 0 });
  });

  test('is in the copy that a person takes, and goes with a firm that is erased, also in part', async () => {
    const owner = await signedInOwner(site);
    expect((await put(owner.visitor, owner.responseId, 'dii-speed', 1)).statusCode).toBe(200);
    const data = (await owner.visitor.get('/api/account/data')).json<PersonalData>();
    expect(data.firms[0]?.responses[0]?.added).toMatchObject([{ row: 'dii-speed', step: 1 }]);

    const administrator = await signedInAs(site, 'administrator');
    await erased(site, administrator, await askedForFirm(owner), 'partly-granted');

    const { rows } = await site.admin.query('select 1 from crosswalk_answers where firm_id = $1', [owner.firmId]);
    expect(rows).toEqual([]);
  });
});

const formula = '=HYPERLINK("https://evil.example";"x")';
const sheetOf = (id: string, rest = 'sv/csv') => of(id, `/answer-sheet/${rest}`);

describeEndpoint(contract.getAnswerSheet, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(sheetOf(responseId)), 404, 'not-found');
  },
  'refuses the wrong role': () => hidesFromColleague((visitor, id) => visitor.get(sheetOf(id))),
  'hides what belongs to another firm': () => hidesFromStrangers((visitor) => visitor.get(sheetOf(responseId))),
  'refuses an invalid request': async () => {
    expectProblem(await keyHolder.get(sheetOf(responseId, 'de/csv')), 422, 'invalid-request');
    expectProblem(await keyHolder.get(sheetOf(responseId, 'sv/pdf')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const open = site.newVisitor();
    expectProblem(await open.get(sheetOf(await start(open))), 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const id = await answeredBy(visitor, { firmName: formula, organisationNumber: '556036-0793' });
    await put(visitor, id, 'q9-audio', 3);

    const table = await visitor.get(sheetOf(id));
    const workbook = await visitor.get(sheetOf(id, 'en/xlsx'));
    const rows = await readSheet(workbook.rawPayload);

    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.headers['content-disposition']).toMatch(
      /filename="mattstock-svarsblad-hyperlink-https-evil-example-x-\d{4}-\d\d-\d\d\.csv"/,
    );
    expect(table.body).toMatch(/^\uFEFFHärlett ur svar i Måttstock, inte officiellt/);
    // What a spreadsheet could take for a formula is text in both.
    expect(table.body).toContain(`"'=HYPERLINK(""https://evil.example"";""x"")"`);
    expect(workbook.headers['content-disposition']).toContain('mattstock-answer-sheet-hyperlink-');
    expect(rows.flat()).toContain(formula);
    expect(workbook.rawPayload.toString('latin1')).not.toContain('<f>');
    const lines = rows.filter((row) => row[0] === 'DMAT' || row[0] === 'DII');
    expect(lines).toHaveLength(96 + 12);
    expect(lines.find((row) => row[4] === 'Speech and sound')?.slice(5, 7)).toEqual(['3 We test it', 'own answer']);
    expect(lines.find((row) => row[4] === 'A website of our own')?.slice(5)).toEqual([
      'Yes',
      'derived',
      'D5.1: 2. A simple page counts, but not one that does not work.',
    ]);
    expect(lines.find((row) => row[4] === 'Virtual and augmented reality')?.slice(5, 7)).toEqual([
      'Open',
      'ask the firm',
    ]);
  },
});

test('nothing is derived from a question that means something else than the rules were written for', async () => {
  const own = await startFirmsApp();
  const editor = await signIn(own);
  const draftId = await newDraft(editor);
  await reword(editor, draftId, 'D9.1', 'nu om något annat', 'changed');
  await reword(editor, draftId, 'D5.1', 'med andra ord', 'kept');
  await published(editor, draftId);
  const visitor = own.newVisitor();
  const document = await read(visitor, of(await answeredBy(visitor)));
  const owner = await signedInOwner(own);
  await letInBy(owner, 'compare', 'result-3');
  const { visitor: adviser, organisationId } = await signedInAs(own, 'advisor', { organisation: 'compare' });
  const url = `/api/advisor/organisations/${organisationId}/firms/${owner.firmId}/responses/${owner.responseId}/crosswalk`;
  const ofAdviser = await read(adviser, url);
  const before = await read(keyHolder, of(responseId));
  await own.close();

  expect([before, document].map(({ changedItems }) => changedItems)).toEqual([[], ['D9.1']]);
  expect(rowIn(before, 'q1-invested-security')).toMatchObject({ origin: 'derived' });
  expect(rowIn(document, 'q1-invested-security')).toMatchObject({ origin: 'unknown', sources: [] });
  expect(rowIn(document, 'q3-website')).toMatchObject(rowIn(before, 'q3-website'));
  expect(ofAdviser.changedItems).toEqual([]);
});

/** A firm that shows its result to an adviser, and one that does not. */
type Shared = { owner: Owner; consentId: string; advisor: Staff };
async function shared(wording = 'result-3'): Promise<Shared> {
  const owner = await signedInOwner(site);
  const consentId = await letInBy(owner, 'compare', wording);
  return { owner, consentId, advisor: await signedInAs(site, 'advisor', { organisation: 'compare' }) };
}
const sharedAt = ({ organisationId }: Staff, firmId: string, id: string, rest = '') =>
  `/api/advisor/organisations/${organisationId}/firms/${firmId}/responses/${id}/crosswalk${rest}`;

const sharedFamilies = (rest: string) => ({
  'refuses who has no key': async () => {
    const { owner, advisor } = await shared();
    const url = sharedAt(advisor, owner.firmId, owner.responseId, rest);
    expectProblem(await site.newVisitor().get(url), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const { owner, advisor } = await shared();
    const url = sharedAt(advisor, owner.firmId, owner.responseId, rest);
    for (const { visitor } of [owner, await signedIn(site), await signedInAs(site, 'administrator')]) {
      expectProblem(await visitor.get(url), 404, 'not-found');
    }
  },
  'hides what belongs to another firm': async () => {
    const { owner, consentId, advisor } = await shared();
    const closed = await signedInOwner(site);
    const elsewhere = await signedInAs(site, 'advisor', { organisation: 'fpx' });
    const own = [owner.firmId, owner.responseId] as const;
    expectProblem(await elsewhere.visitor.get(sharedAt(elsewhere, ...own, rest)), 404, 'not-found');
    expectProblem(await elsewhere.visitor.get(sharedAt(advisor, ...own, rest)), 404, 'not-found');
    // A response of another firm, under the address of one that lets the adviser in.
    for (const firmId of [owner.firmId, closed.firmId]) {
      const url = sharedAt(advisor, firmId, closed.responseId, rest);
      expectProblem(await advisor.visitor.get(url), 404, 'not-found');
    }
    await withdraw(owner, consentId);
    expectProblem(await advisor.visitor.get(sharedAt(advisor, ...own, rest)), 404, 'not-found');
  },
  'does not find what is not there': async () => {
    const { owner, advisor } = await shared();
    const before = await readAccess(owner.visitor, owner.firmId);
    const url = sharedAt(advisor, owner.firmId, randomUUID(), rest);
    expectProblem(await advisor.visitor.get(url), 404, 'not-found');
    // Nothing was seen, and so nothing is written down as seen or taken.
    expect(await readAccess(owner.visitor, owner.firmId)).toEqual(before);
  },
});

describeEndpoint(contract.getSharedCrosswalk, {
  ...sharedFamilies(''),
  'refuses an invalid request': async () => {
    const { owner, advisor } = await shared();
    expectProblem(await advisor.visitor.get(sharedAt(advisor, owner.firmId, 'x')), 422, 'invalid-request');
  },
  succeeds: async () => {
    const { owner, advisor } = await shared();
    await put(owner.visitor, owner.responseId, 'dii-speed', 1);

    const told = await read(advisor.visitor, sharedAt(advisor, owner.firmId, owner.responseId));

    expect(told).toEqual(await read(owner.visitor, of(owner.responseId)));
    expect((await readAccess(owner.visitor, owner.firmId)).looks[0]).toMatchObject({ what: 'result' });
    // There is no way in to add anything by.
    expectProblem(await put(advisor.visitor, owner.responseId, 'dii-speed', 0, 1), 404, 'not-found');
  },
});

test.each(['result-1', 'result-2'])(
  'under %s an adviser reads the figures as if nothing had been added, and is told that it is left out',
  async (wording) => {
    const { owner, advisor } = await shared(wording);
    const before = await read(owner.visitor, of(owner.responseId));
    await put(owner.visitor, owner.responseId, 'dii-speed', 1);

    const told = await read(advisor.visitor, sharedAt(advisor, owner.firmId, owner.responseId));
    const rowsOf = ({ measures }: typeof told) =>
      measures.flatMap(({ dimensions }) =>
        dimensions.flatMap(({ questions }) => questions.flatMap(({ rows }) => rows)),
      );

    expect(told.measures.map(({ total }) => total)).toEqual(before.measures.map(({ total }) => total));
    expect(rowsOf(told)).toEqual(rowsOf(before).map((row) => ({ ...row, added: null })));
    const sheet = await advisor.visitor.get(sharedAt(advisor, owner.firmId, owner.responseId, '/answer-sheet/en/csv'));
    expect(sheet.body).toContain('What the firm has added is not in its consent');
    expect(sheet.body).not.toContain('own answer');
  },
);

describeEndpoint(contract.getSharedAnswerSheet, {
  ...sharedFamilies('/answer-sheet/sv/csv'),
  'refuses an invalid request': async () => {
    const { owner, advisor } = await shared();
    const url = sharedAt(advisor, owner.firmId, owner.responseId, '/answer-sheet/sv/pdf');
    expectProblem(await advisor.visitor.get(url), 422, 'invalid-request');
  },
  succeeds: async () => {
    const { owner, advisor } = await shared();

    const url = sharedAt(advisor, owner.firmId, owner.responseId, '/answer-sheet/en/csv');
    const reply = await advisor.visitor.get(url);

    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('DII;Twelve digital things;1;');
    expect((await readAccess(owner.visitor, owner.firmId)).copies).toMatchObject([{ file: 'answer-sheet' }]);
  },
});
