import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import * as responses from '#shared/contracts/responses.ts';
import type { ResultDocument } from '#shared/contracts/results.ts';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { FormView } from '#shared/domain/instrument/view-form.ts';
import { level, save, saveAll, saveBody, start, submitted } from '../support/answering.ts';
import {
  applied,
  itemOf,
  newDraft,
  published,
  readDraft,
  reword,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import { describeEndpoint, oneRole } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startEditingApp();
});
afterAll(() => site.close());

const of = (responseId: string, rest = '') => `/api/responses/${responseId}${rest}`;
const intoDigital = { addedForm: 'digital', language: 'sv' };

async function goOn(visitor: Visitor, responseId: string, addedForm = 'digital'): Promise<ResponseDocument> {
  const reply = await visitor.post(of(responseId, '/continuations'), { addedForm, language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<ResponseDocument>();
}

async function submit(visitor: Visitor, responseId: string): Promise<{ answeredItems: number; scoredItems: number }> {
  const reply = await visitor.post(of(responseId, '/submission'), { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json();
}

const readResult = async (visitor: Visitor, responseId: string) =>
  (await visitor.get(of(responseId, '/result'))).json<ResultDocument>();
const carriedOf = ({ answers }: ResponseDocument) =>
  answers.filter(({ isCarried }) => isCarried).map(({ itemCode }) => itemCode);

describeEndpoint(responses.continueResponse, {
  'refuses who has no key': async () => {
    const responseId = await submitted(site.newVisitor());
    expectProblem(await site.newVisitor().post(of(responseId, '/continuations'), intoDigital), 404, 'not-found');
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const visitor = site.newVisitor();
    await submitted(visitor);
    const owner = site.newVisitor();
    const other = await submitted(owner);
    const reply = await visitor.trespass({ method: 'POST', url: of(other, '/continuations'), body: intoDigital });

    expectProblem(reply, 404, 'not-found');
    expect(visitor.cookies).toHaveLength(1);
    expect((await goOn(owner, other)).answers).toHaveLength(4);
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const post = (body: object) => visitor.post(of(responseId, '/continuations'), body);
    const unknownForm = { errors: [{ path: 'body/addedForm', code: 'unknown-form' }] };

    expectProblem(await post({ addedForm: 'digital', language: 'de' }), 422, 'invalid-request');
    expectProblem(await post({ ...intoDigital, profile: {} }), 422, 'invalid-request');
    expectProblem(await post({ addedForm: 'digital+process', language: 'sv' }), 422, 'invalid-request');
    // One that does not exist, and the one that was just answered.
    expect((await post({ addedForm: 'unknown', language: 'sv' })).json()).toMatchObject(unknownForm);
    expect((await post({ addedForm: 'snabbkoll', language: 'sv' })).json()).toMatchObject(unknownForm);
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    await submitted(visitor);
    const reply = await visitor.trespass({
      method: 'POST',
      url: of(randomUUID(), '/continuations'),
      body: intoDigital,
    });
    expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor, { firmName: 'Smeden' });
    const reply = await visitor.post(of(responseId, '/continuations'), intoDigital);
    const continued = reply.json<ResponseDocument>();

    expect(reply.statusCode).toBe(201);
    expect(continued).toMatchObject({
      formCode: 'snabbkoll+digital',
      continuesFormCode: 'snabbkoll',
      continuesResponseId: expect.any(String),
      status: 'open',
      firmName: 'Smeden',
      receipt: null,
    });
    expect(reply.headers['set-cookie']).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect(visitor.cookies.map(({ path }) => path)).toEqual([of(responseId), of(continued.responseId)]);
    expect((await visitor.get(of(continued.responseId))).json()).toEqual(continued);
  },
});

describe('a response that is continued', () => {
  test('brings its answers along as they were, each marked, and told beforehand how many', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await saveAll(visitor, responseId, {
      'D1.1': level(1, 'Vi säljer timmar.'),
      'D1.importance': { value: { state: 'choice', choice: 'much' }, comment: '' },
      'IB.sales': { value: { state: 'choice', choice: 'some' }, comment: '' },
      'D2.2': { value: { state: 'dont-know' }, comment: '' },
    });
    await submit(visitor, responseId);
    const before = (await visitor.get(of(responseId))).json<ResponseDocument>();
    const { continuations } = await readResult(visitor, responseId);
    site.clock.advance(86_400_000);
    const { answers } = await goOn(visitor, responseId);

    // 50 digital questions, of which the quick check asks 18; four answers of both forms, two of them to scored items.
    expect(continuations.find(({ addedForm }) => addedForm === 'digital')).toMatchObject({
      newItems: 32,
      carriedAnswers: 4,
      carriedScored: 2,
    });
    expect(answers).toEqual(before.answers.map((answer) => ({ ...answer, isCarried: true })));
  });

  test('leaves only what was not asked before', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await saveAll(visitor, responseId, site.content.bundle.demoFirm.answers);
    await submit(visitor, responseId);
    const { instrumentVersionId, answers } = await goOn(visitor, responseId);
    const url = `/api/instrument-versions/${instrumentVersionId}/forms/snabbkoll+digital/sv`;
    const { structure } = (await visitor.get(url)).json<FormView>();
    const scored = structure.items.filter(({ purpose }) => purpose === 'score').map(({ code }) => code);
    const answered = new Set(answers.map(({ itemCode }) => itemCode));

    // 42 of the quick check and 32 more.
    expect(scored).toHaveLength(74);
    expect(scored.filter((code) => !answered.has(code))).toHaveLength(32);
  });

  test('loses the mark of an answer that is given again, whether it says the same or not', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const continued = await goOn(visitor, responseId);
    const put = (code: string, points: number) =>
      visitor.put(of(continued.responseId, `/answers/${code}`), saveBody(level(points), { baseRevision: 1 }));
    const same = await put('D1.1', 1);
    const other = await put('D1.2', 3);
    const after = (await visitor.get(of(continued.responseId))).json<ResponseDocument>();

    expect([carriedOf(continued), carriedOf(after)]).toEqual([
      ['D1.1', 'D1.2', 'PM1.1', 'PM1.3'],
      ['PM1.1', 'PM1.3'],
    ]);
    expect([same.json(), other.json()]).toMatchObject([
      { revision: 2, isCarried: false },
      { revision: 2, isCarried: false, answer: level(3) },
    ]);
    // What was submitted stays as it was.
    expect((await visitor.get(of(responseId))).json<ResponseDocument>().answers).toMatchObject([
      { itemCode: 'D1.1', answer: level(1) },
      { itemCode: 'D1.2', answer: level(1) },
      {},
      {},
    ]);
  });

  test('scores both forms together', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const continued = await goOn(visitor, responseId);
    await saveAll(visitor, continued.responseId, { 'D1.3': level(4), 'D1.4': level(4), 'D1.5': level(4) });
    const receipt = await submit(visitor, continued.responseId);
    const { scoreProfile, response } = await readResult(visitor, continued.responseId);
    const levels = new Map(scoreProfile.dimensions.map(({ dimension, level: reached }) => [dimension, reached]));

    expect(receipt).toMatchObject({ answeredItems: 7, scoredItems: 74 });
    expect(response.formCode).toBe('snabbkoll+digital');
    // (1 + 1 + 4 + 4 + 4) / 5 = 2.8, and PM1 from the quick check: (0 + 0) / 2.
    expect(levels.get('D1')).toBeCloseTo(2.8, 10);
    expect(levels.get('PM1')).toBe(0);
    // The first result stands beside it.
    expect((await readResult(visitor, responseId)).receipt).toMatchObject({ answeredItems: 4, scoredItems: 42 });
  });

  test('is continued once, however often that is asked', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const first = await goOn(visitor, responseId);
    await save(visitor, first.responseId, 'D1.3', level(2));
    const again = await goOn(visitor, responseId);
    const { rows } = await site.admin.query('select 1 from responses where continues_response_id = $1', [responseId]);

    expect(again.responseId).toBe(first.responseId);
    expect(again.answers).toHaveLength(first.answers.length + 1);
    expect(rows).toHaveLength(1);
  });

  test('is continued once when it is asked from many tabs at the same time', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const replies = await Promise.all(
      [1, 2, 3, 4, 5].map(() => visitor.post(of(responseId, '/continuations'), intoDigital)),
    );

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(replies.map((reply) => reply.json<ResponseDocument>().responseId)).size).toBe(1);
  });

  test('can be continued into each form, and further from there', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const [digital, process] = [await goOn(visitor, responseId), await goOn(visitor, responseId, 'process')];
    await save(visitor, digital.responseId, 'D1.3', level(2));
    await submit(visitor, digital.responseId);
    const all = await goOn(visitor, digital.responseId, 'process');

    expect(process.responseId).not.toBe(digital.responseId);
    expect(all).toMatchObject({ formCode: 'snabbkoll+digital+process', continuesFormCode: 'snabbkoll+digital' });
    expect(carriedOf(all)).toEqual(['D1.1', 'D1.2', 'D1.3', 'PM1.1', 'PM1.3']);
  });

  test('is not continued before it is submitted', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(1));

    expectProblem(await visitor.post(of(responseId, '/continuations'), intoDigital), 404, 'not-found');
    expect(visitor.cookies).toHaveLength(1);
  });

  test('has a key of its own, which opens the other no more than that opens it', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const { responseId: continued } = await goOn(visitor, responseId);
    const [first, second] = visitor.cookies.map(({ name, value }) => ({ cookie: `${name}=${value}` }));
    const read = (id: string, headers = {}) => site.newVisitor().send({ url: of(id), headers });

    expectProblem(await read(responseId, second), 404, 'not-found');
    expectProblem(await read(continued, first), 404, 'not-found');
    expect((await read(continued, second)).statusCode).toBe(200);
  });
});

describe('a response of an older version', () => {
  test('is continued on the newest, with the answers that still mean the same', async () => {
    const own = await startEditingApp();
    const visitor = own.newVisitor();
    const responseId = await start(visitor);
    const answers: Answers = { 'D1.1': level(1), 'D1.2': level(1), 'D2.1': level(2), 'D3.1': level(3) };
    await saveAll(visitor, responseId, answers as Record<string, ReturnType<typeof level>>);
    await submit(visitor, responseId);
    const early = await goOn(visitor, responseId, 'process');

    const editor = await signIn(own);
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D1.1', '1', 'kept');
    await reword(editor, draftId, 'D1.2', '1', 'changed');
    const gone = itemOf((await readDraft(editor, draftId)).content, 'D2.1');
    await applied(editor, draftId, { kind: 'remove-item', section: 'D2', code: 'D2.1' }, gone);
    const { instrumentVersionId } = await published(editor, draftId);
    const { continuations } = await readResult(visitor, responseId);
    const continued = await goOn(visitor, responseId);
    const again = await goOn(visitor, responseId, 'process');

    const next = await newDraft(editor);
    await reword(editor, next, 'D3.1', '1', 'changed');
    await published(editor, next);
    const late = await goOn(visitor, responseId, 'fordjupning');
    await own.close();

    expect(continued.instrumentVersionId).toBe(instrumentVersionId);
    expect(carriedOf(continued)).toEqual(['D1.1', 'D3.1']);
    expect(continuations.find(({ addedForm }) => addedForm === 'digital')).toMatchObject({ carriedAnswers: 2 });
    // Over two versions only what stayed the same through both.
    expect(carriedOf(late)).toEqual(['D1.1']);
    // What was continued before stays where it is.
    expect(again).toMatchObject({ responseId: early.responseId, instrumentVersionId: early.instrumentVersionId });
    expect(carriedOf(again)).toEqual(['D1.1', 'D1.2', 'D2.1', 'D3.1']);
  });
});
