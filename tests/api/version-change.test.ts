import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { changeVersion, getVersionChange, type VersionChange } from '#shared/contracts/version-change.ts';
import { level, saveAll, saveBody, start, startBody } from '../support/answering.ts';
import { draftCampaign } from '../support/campaigns.ts';
import {
  applied,
  editOf,
  itemOf,
  newDraft,
  published,
  readDraft,
  reword,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { ofFirm } from '../support/firms.ts';
import { inOrder, meanwhile } from '../support/meanwhile.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { invite, ofRespondents, openInvitation, readRespondents } from '../support/respondents.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
/** Versions in the order they were published. */
let first: string;
let second: string;
/** Begun on the first version, by whoever holds its key: D1.1 at 1, D1.2 at 2, PM1.1 at 3. */
let visitor: Visitor;
let responseId: string;

const of = (id: string, rest = '') => `/api/responses/${id}${rest}`;
const path = (id: string) => of(id, '/version-change');

async function begunOnFirst(): Promise<{ visitor: Visitor; responseId: string }> {
  const holder = site.newVisitor();
  const id = await start(holder);
  await site.admin.query(
    'update assessments set instrument_version_id = $1 where assessment_id = (select assessment_id from responses where response_id = $2)',
    [first, id],
  );
  await saveAll(holder, id, { 'D1.1': level(1), 'D1.2': level(2), 'PM1.1': level(3) });
  return { visitor: holder, responseId: id };
}

async function read(holder: Visitor, id: string): Promise<VersionChange> {
  const reply = await holder.get(path(id));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<VersionChange>();
}

async function move(holder: Visitor, id: string, to: string): Promise<VersionChange> {
  const reply = await holder.post(path(id), { to });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<VersionChange>();
}

const document = async (holder: Visitor, id: string): Promise<ResponseDocument> =>
  (await holder.get(of(id))).json<ResponseDocument>();

const levels = ({ answers }: ResponseDocument) =>
  Object.fromEntries(
    answers.map(({ itemCode, answer: { value } }) => [itemCode, value?.state === 'level' ? value.level : value?.state]),
  );

const codes = (questions: readonly { itemCode: string }[] | undefined) => questions?.map(({ itemCode }) => itemCode);

/** A save that the server has begun and not ended, of an item without an answer. */
const saving = (id: string, code: string) => (holder: PoolClient) =>
  holder.query(
    `insert into answers (firm_id, response_id, instrument_version_id, item_code, state, level, comment, revision, answered_at)
     select firm_id, response_id, instrument_version_id, $2, 'level', 4, '', 1, now() from responses where response_id = $1`,
    [id, code],
  );
const nothingMore = () => Promise.resolve();

beforeAll(async () => {
  site = await startEditingApp();
  visitor = site.newVisitor();
  responseId = await start(visitor);
  first = (await document(visitor, responseId)).instrumentVersionId;
  await saveAll(visitor, responseId, { 'D1.1': level(1), 'D1.2': level(2), 'PM1.1': level(3) });
  const editor = await signIn(site);
  const draftId = await newDraft(editor);
  await reword(editor, draftId, 'D1.1', '1', 'kept');
  await reword(editor, draftId, 'D1.2', '1', 'changed');
  ({ instrumentVersionId: second } = await published(editor, draftId));
});
afterAll(() => site.close());

test('is offered to nobody who answers a campaign, which has one version for all', async () => {
  const begun = await begunOnFirst();
  expect((await read(begun.visitor, begun.responseId)).moves).toHaveLength(1);
  const advisor = await signedInAs(site, 'advisor');
  const campaignId = await draftCampaign(site, advisor);
  await site.admin.query(
    `insert into campaign_assessments (firm_id, assessment_id, invitee_id)
     select r.firm_id, r.assessment_id, (select invitee_id from campaign_firms where campaign_id = $2 limit 1)
     from responses r where r.response_id = $1`,
    [begun.responseId, campaignId],
  );
  expect(await read(begun.visitor, begun.responseId)).toMatchObject({ fixedBy: 'campaign', moves: [] });
  expectProblem(await begun.visitor.post(path(begun.responseId), { to: second }), 404, 'not-found');
});

describeEndpoint(getVersionChange, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(path(responseId)), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const analyst = await signedInAs(site, 'analyst');
    expectProblem(await analyst.visitor.get(path(responseId)), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const other = await signedInOwner(site);
    expectProblem(await other.visitor.get(path(responseId)), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const owner = await signedInOwner(site);
    expectProblem(await owner.visitor.get(path('not-an-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await visitor.get(path(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const { now, moves } = await read(visitor, responseId);
    expect(now).toMatchObject({ instrumentVersionId: first, number: 1 });
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({ direction: 'newest', to: { instrumentVersionId: second, number: 2 } });
    expect(moves[0]?.reworded).toMatchObject([
      { itemCode: 'D1.1', isAnswered: true, before: { sv: expect.any(String) }, after: { sv: expect.any(String) } },
    ]);
    expect(codes(moves[0]?.anew)).toEqual(['D1.2']);
    expect([moves[0]?.added, moves[0]?.removed]).toEqual([[], []]);
    expect(moves[0]?.anew[0]?.before).not.toEqual(moves[0]?.anew[0]?.after);
  },
});

describeEndpoint(changeVersion, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().post(path(responseId), { to: second }), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const analyst = await signedInAs(site, 'analyst');
    expectProblem(await analyst.visitor.post(path(responseId), { to: second }), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const other = await signedInOwner(site);
    expectProblem(await other.visitor.post(path(responseId), { to: second }), 404, 'not-found');
    expect((await document(visitor, responseId)).instrumentVersionId).toBe(first);
  },
  'refuses an invalid request': async () => {
    expectProblem(await visitor.post(path(responseId), { to: 'newest' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await visitor.post(path(responseId), { to: randomUUID() }), 404, 'not-found');
  },
  succeeds: async () => {
    const before = await document(visitor, responseId);
    const { now, moves } = await move(visitor, responseId, second);

    expect(now.number).toBe(2);
    expect(moves).toMatchObject([{ direction: 'back', to: { instrumentVersionId: first, number: 1 } }]);
    const after = await document(visitor, responseId);
    expect(levels(after)).toEqual({ 'D1.1': 1, 'PM1.1': 3 });
    // Back again, nothing is lost and nothing is different.
    expect((await move(visitor, responseId, first)).moves).toMatchObject([{ direction: 'newest' }]);
    expect(await document(visitor, responseId)).toEqual(before);
  },
});

describe('going over to another version', () => {
  test('keeps on the way back what was answered meanwhile, and both answers to what is asked anew', async () => {
    const firm = await begunOnFirst();
    await move(firm.visitor, firm.responseId, second);
    const put = (code: string, points: number, baseRevision: number) =>
      firm.visitor.put(of(firm.responseId, `/answers/${code}`), saveBody(level(points), { baseRevision }));
    expect((await put('D1.2', 4, 0)).statusCode).toBe(200);
    expect((await put('D1.1', 0, 1)).statusCode).toBe(200);

    await move(firm.visitor, firm.responseId, first);
    expect(levels(await document(firm.visitor, firm.responseId))).toEqual({ 'D1.1': 0, 'D1.2': 2, 'PM1.1': 3 });
    await move(firm.visitor, firm.responseId, second);
    expect(levels(await document(firm.visitor, firm.responseId))).toEqual({ 'D1.1': 0, 'D1.2': 4, 'PM1.1': 3 });
  });

  test('is told beforehand of each question: whether it is answered, and whether an earlier answer comes back', async () => {
    const firm = await begunOnFirst();
    const fate = async () => {
      const { moves } = await read(firm.visitor, firm.responseId);
      return moves.flatMap(({ anew }) => anew.map(({ isAnswered, comesBack }) => ({ isAnswered, comesBack })));
    };
    expect(await fate()).toEqual([{ isAnswered: true, comesBack: false }]);
    await move(firm.visitor, firm.responseId, second);
    expect(await fate()).toEqual([{ isAnswered: false, comesBack: true }]);
    await saveAll(firm.visitor, firm.responseId, { 'D1.2': level(4) });
    expect(await fate()).toEqual([{ isAnswered: true, comesBack: true }]);
    await move(firm.visitor, firm.responseId, first);
    expect(await fate()).toEqual([{ isAnswered: true, comesBack: true }]);
  });

  test('is done once when it is asked for twice', async () => {
    const firm = await begunOnFirst();
    const [one, other] = await Promise.all([
      firm.visitor.post(path(firm.responseId), { to: second }),
      firm.visitor.post(path(firm.responseId), { to: second }),
    ]);
    expect([one.statusCode, other.statusCode]).toEqual([200, 200]);
    expect(levels(await document(firm.visitor, firm.responseId))).toEqual({ 'D1.1': 1, 'PM1.1': 3 });
  });

  test('is submitted and scored on the version gone to, and then there is no way back', async () => {
    const firm = await begunOnFirst();
    await move(firm.visitor, firm.responseId, second);
    await saveAll(firm.visitor, firm.responseId, { 'D1.2': level(4) });
    const reply = await firm.visitor.post(of(firm.responseId, '/submission'), { language: 'sv' });
    expect(reply.statusCode, reply.body).toBe(201);

    expectProblem(await firm.visitor.post(path(firm.responseId), { to: first }), 409, 'response-already-submitted');
    expect((await read(firm.visitor, firm.responseId)).moves).toEqual([]);
    const { rows } = await site.admin.query<{ version: string; aside: number }>(
      `select s.instrument_version_id as version,
         (select count(*) from answers_set_aside w where w.response_id = s.response_id)::integer as aside
       from submissions s where s.response_id = $1`,
      [firm.responseId],
    );
    expect(rows).toEqual([{ version: second, aside: 0 }]);
  });

  test('waits for a submission under way and is then refused', async () => {
    const firm = await begunOnFirst();
    const reply = await meanwhile(
      site,
      (holder) => holder.query('select from responses where response_id = $1 for update', [firm.responseId]),
      () => firm.visitor.post(path(firm.responseId), { to: second }),
      (holder) =>
        holder.query(`update responses set status = 'submitted', submitted_at = now() where response_id = $1`, [
          firm.responseId,
        ]),
    );
    expectProblem(reply, 409, 'response-already-submitted');
  });

  test('waits for a save under way, whose answer goes along or is set aside as all others', async () => {
    for (const [code, there] of [
      ['D1.2', false],
      ['D3.1', true],
    ] as const) {
      const firm = await begunOnFirst();
      await site.admin.query("delete from answers where response_id = $1 and item_code = 'D1.2'", [firm.responseId]);
      const reply = await meanwhile(
        site,
        saving(firm.responseId, code),
        () => firm.visitor.post(path(firm.responseId), { to: second }),
        nothingMore,
      );
      expect(reply.statusCode, reply.body).toBe(200);
      expect(code in levels(await document(firm.visitor, firm.responseId))).toBe(there);
      await move(firm.visitor, firm.responseId, first);
      expect(levels(await document(firm.visitor, firm.responseId))).toMatchObject({ [code]: 4 });
    }
  });

  test('holds up a save that comes while it is under way, which is then told that the question is another', async () => {
    const firm = await begunOnFirst();
    const [moved, saved] = await inOrder(
      site,
      (holder) => holder.query('select from responses where response_id = $1 for update', [firm.responseId]),
      [
        () => firm.visitor.post(path(firm.responseId), { to: second }),
        () =>
          firm.visitor.put(of(firm.responseId, '/answers/D1.2'), {
            ...saveBody(level(4), { baseRevision: 1 }),
            instrumentVersionId: first,
          }),
      ],
    );
    expect(moved?.statusCode, moved?.body).toBe(200);
    expect(saved?.json()).toMatchObject({ code: 'answer-not-accepted', errors: [{ code: 'asked-anew' }] });
    expect(levels(await document(firm.visitor, firm.responseId))).not.toHaveProperty('D1.2');
  });

  test('is offered to nobody on the newest version', async () => {
    const holder = site.newVisitor();
    expect(await read(holder, await start(holder))).toMatchObject({ fixedBy: null, newer: null, moves: [] });
  });

  test('is offered to a member of the firm on what is theirs to answer', async () => {
    const owner = await signedInOwner(site);
    const reply = await owner.visitor.post(ofFirm(owner.firmId, '/responses'), startBody());
    expect((await read(owner.visitor, reply.json<{ responseId: string }>().responseId)).now.number).toBe(2);
  });
});

describe('an answer that was given on the version before', () => {
  const answered = (points: number, baseRevision: number, changes = {}) => ({
    ...saveBody(level(points), { baseRevision }),
    instrumentVersionId: first,
    ...changes,
  });

  test('is saved where the question asks the same', async () => {
    const firm = await begunOnFirst();
    await move(firm.visitor, firm.responseId, second);
    const reply = await firm.visitor.put(of(firm.responseId, '/answers/D1.1'), answered(4, 1));
    expect(reply.statusCode, reply.body).toBe(200);
    expect(levels(await document(firm.visitor, firm.responseId))).toMatchObject({ 'D1.1': 4 });
  });

  test('is refused with a reason where the question asks something else, also by a server that has not heard of it', async () => {
    const firm = await begunOnFirst();
    // This server knows the version of the response from the saves before; the move comes past it.
    const stale = { ...answered(4, 1) };
    await site.admin.query(
      `with moved as (delete from answers where response_id = $1 and item_code = 'D1.2')
       update assessments set instrument_version_id = $2
       where assessment_id = (select assessment_id from responses where response_id = $1)`,
      [firm.responseId, second],
    );
    const refused = await firm.visitor.put(of(firm.responseId, '/answers/D1.2'), stale);
    expectProblem(refused, 422, 'answer-not-accepted');
    expect(refused.json()).toMatchObject({ errors: [{ path: 'body/answer', code: 'asked-anew' }] });
    expect(levels(await document(firm.visitor, firm.responseId))).not.toHaveProperty('D1.2');
    const same = await firm.visitor.put(of(firm.responseId, '/answers/PM1.1'), answered(2, 1));
    expect(same.statusCode, same.body).toBe(200);
  });

  test('gets the acknowledgement that it was given when it is sent again', async () => {
    const firm = await begunOnFirst();
    const body = answered(3, 1);
    const before = await firm.visitor.put(of(firm.responseId, '/answers/D1.2'), body);
    await move(firm.visitor, firm.responseId, second);
    const again = await firm.visitor.put(of(firm.responseId, '/answers/D1.2'), body);
    expect([again.statusCode, again.json()]).toEqual([200, before.json()]);
    expect(levels(await document(firm.visitor, firm.responseId))).not.toHaveProperty('D1.2');
  });
});

describe('going over together with colleagues', () => {
  test('is for nobody once one of them has come in: what they have answered is not taken from them', async () => {
    const firm = await begunOnFirst();
    const { key } = await invite(firm.visitor, firm.responseId);
    expect((await read(firm.visitor, firm.responseId)).moves).toHaveLength(1);
    const colleague = site.newVisitor();
    await openInvitation(colleague, key);

    expect(await read(firm.visitor, firm.responseId)).toMatchObject({
      fixedBy: 'colleagues',
      newer: { instrumentVersionId: second, number: 2 },
      moves: [],
    });
    expectProblem(await firm.visitor.post(path(firm.responseId), { to: second }), 404, 'not-found');
    expect((await document(firm.visitor, firm.responseId)).instrumentVersionId).toBe(first);
  });

  test('is refused to who asked before one of them came in, and is done after', async () => {
    const firm = await begunOnFirst();
    const { key } = await invite(firm.visitor, firm.responseId);
    const reply = await meanwhile(
      site,
      (holder) =>
        holder.query(
          'select from assessments where assessment_id = (select assessment_id from responses where response_id = $1) for update',
          [firm.responseId],
        ),
      () => firm.visitor.post(path(firm.responseId), { to: second }),
      (holder) =>
        holder
          .query(
            `insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language)
           select $2, firm_id, assessment_id, instrument_version_id, language from responses where response_id = $1`,
            [firm.responseId, randomUUID()],
          )
          .then(() =>
            holder.query(
              `update respondents p set response_id = (
               select r.response_id from responses r where r.assessment_id = p.assessment_id and r.response_id <> $1 limit 1)
             where p.assessment_id = (select assessment_id from responses where response_id = $1)`,
              [firm.responseId],
            ),
          )
          // And answers at once.
          .then(() =>
            holder.query(
              `insert into answers (firm_id, response_id, instrument_version_id, item_code, state, level, comment, revision, answered_at)
               select firm_id, response_id, instrument_version_id, 'D1.2', 'level', 4, '', 1, now() from respondents
               join responses using (firm_id, response_id)
               where respondents.assessment_id = (select assessment_id from responses where response_id = $1)`,
              [firm.responseId],
            ),
          ),
    );
    expectProblem(reply, 409, 'changed-meanwhile');
    expect(key).toBeDefined();
    const { rows } = await site.admin.query<{ version: string; level: number }>(
      `select w.instrument_version_id as version, w.level from answers w join respondents p using (firm_id, response_id)
       where p.assessment_id = (select assessment_id from responses where response_id = $1)`,
      [firm.responseId],
    );
    expect(rows).toEqual([{ version: first, level: 4 }]);
  });

  test('is for nobody while one of them saves, and the save goes through', async () => {
    const firm = await begunOnFirst();
    const { key } = await invite(firm.visitor, firm.responseId);
    const colleague = site.newVisitor();
    const own = await openInvitation(colleague, key);
    const holder = await site.admin.connect();
    try {
      await holder.query('begin');
      await saving(own, 'PM1.1')(holder);
      expectProblem(await firm.visitor.post(path(firm.responseId), { to: second }), 404, 'not-found');
      await holder.query('commit');
    } finally {
      holder.release();
    }
    expect(levels(await document(colleague, own))).toEqual({ 'PM1.1': 4 });
  });
});

// The last: everybody after it begins on the versions that it publishes.
describe('over three versions', () => {
  let third: string;
  /** Has gone over to the second before there was a third. */
  let stepwise: { visitor: Visitor; responseId: string };
  beforeAll(async () => {
    stepwise = await begunOnFirst();
    await move(stepwise.visitor, stepwise.responseId, second);
    const editor = await signIn(site);
    const draftId = await newDraft(editor);
    const { sources } = (await readDraft(editor, draftId)).content;
    // PM1 is asked by the quick check no more; the question itself stays.
    const forms = sources.instrument.forms.map((form) =>
      form.code === 'snabbkoll' ? { ...form, sections: form.sections.filter((code) => code !== 'PM1') } : form,
    );
    await applied(editor, draftId, { kind: 'forms', value: forms }, sources.instrument.forms);
    const content = () => readDraft(editor, draftId).then((draft) => draft.content);
    await applied(
      editor,
      draftId,
      { kind: 'remove-item', section: 'D3', code: 'D3.4' },
      itemOf(await content(), 'D3.4'),
    );
    const narrowed = itemOf(await content(), 'D4.1');
    await applied(editor, draftId, editOf({ ...narrowed, allowsDontKnow: false }), narrowed);
    await reword(editor, draftId, 'D1.2', '2', 'changed');
    ({ instrumentVersionId: third } = await published(editor, draftId));
  });

  test('the way back is the way there, step by step, and each gives back what it set aside', async () => {
    const firm = stepwise;
    const body = saveBody(level(4));
    expect((await firm.visitor.put(of(firm.responseId, '/answers/D1.2'), body)).statusCode).toBe(200);
    const { moves } = await move(firm.visitor, firm.responseId, third);
    expect(levels(await document(firm.visitor, firm.responseId))).toEqual({ 'D1.1': 1 });
    expect(moves).toMatchObject([{ direction: 'back', to: { instrumentVersionId: second } }]);

    await move(firm.visitor, firm.responseId, second);
    expect(levels(await document(firm.visitor, firm.responseId))).toEqual({ 'D1.1': 1, 'D1.2': 4, 'PM1.1': 3 });
    await move(firm.visitor, firm.responseId, first);
    expect(levels(await document(firm.visitor, firm.responseId))).toEqual({ 'D1.1': 1, 'D1.2': 2, 'PM1.1': 3 });
  });

  test('what the form no longer asks is told as such, and an answer that waited for it keeps nobody out', async () => {
    const firm = await begunOnFirst();
    const newest = (await read(firm.visitor, firm.responseId)).moves[0];
    expect(codes(newest?.removed)).toContain('PM1.1');
    expect(newest?.removed.find(({ itemCode }) => itemCode === 'PM1.1')).toMatchObject({
      isAnswered: true,
      after: null,
    });
    await move(firm.visitor, firm.responseId, third);

    const waiting = { ...saveBody(level(2), { baseRevision: 0 }), instrumentVersionId: first };
    const refused = await firm.visitor.put(of(firm.responseId, '/answers/PM1.3'), waiting);
    expectProblem(refused, 422, 'answer-not-accepted');
    expect(refused.json()).toMatchObject({ errors: [{ code: 'asked-anew' }] });
    // A question that no version asks of this form is none.
    const unknown = await firm.visitor.put(of(firm.responseId, '/answers/PM1.3'), saveBody(level(2)));
    expectProblem(unknown, 404, 'not-found');
  });

  test('a question that is there no more is told as such, its answer comes back with it, and one that waited keeps nobody out', async () => {
    const firm = await begunOnFirst();
    await saveAll(firm.visitor, firm.responseId, { 'D3.4': level(3) });
    const [newest] = (await read(firm.visitor, firm.responseId)).moves;
    expect(newest?.removed.find(({ itemCode }) => itemCode === 'D3.4')).toMatchObject({
      isAnswered: true,
      after: null,
    });
    await move(firm.visitor, firm.responseId, third);
    expect(levels(await document(firm.visitor, firm.responseId))).not.toHaveProperty('D3.4');

    const waiting = { ...saveBody(level(2), { baseRevision: 1 }), instrumentVersionId: first };
    const refused = await firm.visitor.put(of(firm.responseId, '/answers/D3.4'), waiting);
    expectProblem(refused, 422, 'answer-not-accepted');
    expect(refused.json()).toMatchObject({ errors: [{ code: 'asked-anew' }] });
    // What waits behind it is saved.
    const behind = { ...saveBody(level(4), { baseRevision: 1 }), instrumentVersionId: first };
    expect((await firm.visitor.put(of(firm.responseId, '/answers/D1.1'), behind)).statusCode).toBe(200);

    await move(firm.visitor, firm.responseId, first);
    expect(levels(await document(firm.visitor, firm.responseId))).toEqual({
      'D1.1': 4,
      'D1.2': 2,
      'D3.4': 3,
      'PM1.1': 3,
    });
  });

  describe('a question that allows less than it did', () => {
    const dontKnow = { value: { state: 'dont-know' as const }, comment: '' };

    test('takes no answer that was given before, also one that would fit, and acknowledges again what it acknowledged', async () => {
      const firm = await begunOnFirst();
      const saved = { ...saveBody(level(2)), instrumentVersionId: first };
      const before = await firm.visitor.put(of(firm.responseId, '/answers/D4.1'), saved);
      expect(before.statusCode, before.body).toBe(200);
      expect(codes((await read(firm.visitor, firm.responseId)).moves[0]?.anew)).toContain('D4.1');
      await move(firm.visitor, firm.responseId, third);

      const again = await firm.visitor.put(of(firm.responseId, '/answers/D4.1'), saved);
      expect([again.statusCode, again.json()]).toEqual([200, before.json()]);
      const other = { ...saveBody(level(3), { baseRevision: 1 }), instrumentVersionId: first };
      const refused = await firm.visitor.put(of(firm.responseId, '/answers/D4.1'), other);
      expect(refused.json()).toMatchObject({ code: 'answer-not-accepted', errors: [{ code: 'asked-anew' }] });
      expect(levels(await document(firm.visitor, firm.responseId))).not.toHaveProperty('D4.1');
    });

    test('has its newer answer on the way back, where that fits too, and the earlier one where there is none', async () => {
      const [answered, silent] = [await begunOnFirst(), await begunOnFirst()];
      for (const firm of [answered, silent]) {
        await saveAll(firm.visitor, firm.responseId, { 'D4.1': dontKnow });
        await move(firm.visitor, firm.responseId, third);
      }
      await saveAll(answered.visitor, answered.responseId, { 'D4.1': level(2) });
      for (const firm of [answered, silent]) await move(firm.visitor, firm.responseId, first);

      expect(levels(await document(answered.visitor, answered.responseId))).toMatchObject({ 'D4.1': 2 });
      expect(levels(await document(silent.visitor, silent.responseId))).toMatchObject({ 'D4.1': 'dont-know' });
    });
  });

  test('the parts of colleagues who have not come in yet go over and back with it, and can be changed there', async () => {
    const firm = await begunOnFirst();
    const asked = (part: readonly string[]) => invite(firm.visitor, firm.responseId, { part });
    const both = await asked(['PM1', 'PM2']);
    const gone = await asked(['PM1']);
    const parts = async () => {
      const { respondents } = await readRespondents(firm.visitor, firm.responseId);
      return Object.fromEntries(respondents.map(({ respondentId, part }) => [respondentId, part]));
    };
    await move(firm.visitor, firm.responseId, third);
    // Of the one nothing is left: what is proposed to the role.
    expect(await parts()).toEqual({
      [both.respondentId]: ['PM2'],
      [gone.respondentId]: ['PM2', 'PM3', 'PM4', 'PM5', 'X2'],
    });
    const change = { label: 'Lars', role: 'operator', part: ['PM2'] };
    const changed = await firm.visitor.put(ofRespondents(firm.responseId, `/${both.respondentId}`), change);
    expect(changed.statusCode, changed.body).toBe(200);

    await move(firm.visitor, firm.responseId, first);
    expect((await parts())[both.respondentId]).toEqual(['PM1', 'PM2']);
  });
});
