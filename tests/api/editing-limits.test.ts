import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTurns } from '#server/platform/files/take-turns.ts';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import {
  applied,
  dimensionOf,
  editOf,
  itemOf,
  newDraft,
  ofDraft,
  readDraft,
  sendEdit,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

let site: TestApp;
let editor: Visitor;
beforeAll(async () => {
  site = await startEditingApp();
  editor = await signIn(site);
});
afterAll(() => site.close());

const edits = (draftId: string) => ofDraft(draftId, '/edits');
const json = { 'content-type': 'application/json' };

describe('the body of who is not signed in', () => {
  const brokenJson: Visit = { method: 'POST', url: '/api/editor/imports', headers: json, body: '{"yaml":' };
  const tooLarge: Visit = { ...brokenJson, body: `"${'x'.repeat(5_000_000)}"` };
  const withKey = (key: string, visit: Visit) =>
    site.newVisitor().send({ ...visit, headers: { ...json, cookie: `mattstock-session=${key}` } });

  test('is not looked at when the key is made up', async () => {
    expectProblem(await withKey('x'.repeat(43), brokenJson), 401, 'sign-in-required');
    expectProblem(await withKey('x'.repeat(43), tooLarge), 401, 'sign-in-required');
  });

  test('is not looked at when the session has ended', async () => {
    const ended = await signIn(site);
    const key = ended.cookies[0]?.value ?? '';
    const before = await withKey(key, brokenJson);
    await ended.post('/api/account/sign-out');

    expectProblem(before, 422, 'invalid-request');
    expectProblem(await withKey(key, brokenJson), 401, 'sign-in-required');
  });
});

describe('one change of a draft', () => {
  const textOf = (length: number) => ({ sv: 'å'.repeat(length), en: 'a'.repeat(length) });

  test('may be the whole head of an area with long texts everywhere', async () => {
    const draftId = await newDraft(editor);
    const { code, part: _part, items: _items, ...seen } = dimensionOf((await readDraft(editor, draftId)).content, 'D1');
    const long = textOf(500);
    const bySize = { small: long, large: textOf(501) };
    const feedback = { usual: bySize, why: long, practice: bySize, takes: bySize, green: long };
    const bands = Object.fromEntries(
      Object.keys(seen.bands).map((band) => [band, { meaning: long, next: long, feedback }]),
    );
    const head = { name: long, about: long, bands };
    const first = await sendEdit(editor, draftId, { kind: 'section', section: code, head }, seen);
    // Now what was seen is as long as what is to stand there.
    const second = await sendEdit(
      editor,
      draftId,
      { kind: 'section', section: code, head: { ...head, name: textOf(7) } },
      head,
    );

    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
  });

  test('is far smaller than a file', async () => {
    const draftId = await newDraft(editor);
    const reply = await editor.post(edits(draftId), { edit: { kind: 'order' }, seen: 'x'.repeat(262_144) });

    expectProblem(reply, 413, 'payload-too-large');
  });

  test('has no list of more than two hundred', async () => {
    const draftId = await newDraft(editor);
    const { scoring } = (await readDraft(editor, draftId)).content.sources.instrument;
    const order = (count: number): DraftEdit => ({ kind: 'order', section: 'D1', codes: Array(count).fill('D1.1') });
    const requires = Array(201).fill({ item: 'D1.1', atLeast: 1 });
    const stages = [1, 2].map((stage) => ({ stage, requires }));
    const stagedLevels = [{ code: 'adi', part: 'digital' as const, stages }];
    const staged = await sendEdit(editor, draftId, { kind: 'scoring', value: { ...scoring, stagedLevels } }, scoring);

    expectProblem(await sendEdit(editor, draftId, order(200), []), 409, 'draft-conflict');
    expectProblem(await sendEdit(editor, draftId, order(201), []), 422, 'invalid-request');
    expectProblem(staged, 422, 'invalid-request');
    expect(staged.json()).toMatchObject({ errors: [{ path: 'body/edit', code: 'list-too-long' }] });
  });

  test('is refused by one fault, not by each of thousands', async () => {
    const draftId = await newDraft(editor);
    const edit = { kind: 'forms', value: Array(20_000).fill({}) };
    const reply = await editor.post(edits(draftId), { edit, seen: null });

    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ path: 'body', code: 'nests-too-deep-or-wide' }] });
  });
});

describe('what nests', () => {
  const bracketed = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const seeing = async (seen: string) => {
    const edit = '{"kind":"order","section":"D1","codes":["D1.1"]}';
    const body = `{"edit":${edit},"seen":${seen}}`;
    return editor.send({ method: 'POST', url: edits(await newDraft(editor)), headers: json, body });
  };

  test('is refused beyond forty levels, however deep', async () => {
    // The body itself is the first level.
    expectProblem(await seeing(bracketed(39)), 409, 'draft-conflict');
    for (const levels of [40, 5000, 120_000]) expectProblem(await seeing(bracketed(levels)), 422, 'invalid-request');
    expect((await seeing(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)).statusCode).toBe(422);
  });

  const fact: Condition = { sizeClass: ['10-49'] };
  const nested = (levels: number): Condition => (levels === 1 ? fact : { not: nested(levels - 1) });
  const mixed = (levels: number): Condition =>
    levels === 1 ? fact : levels % 2 === 0 ? { all: [fact, mixed(levels - 1)] } : { any: [mixed(levels - 1), fact] };

  test('is refused beyond six levels in a condition, by a name of its own', async () => {
    const draftId = await newDraft(editor);
    const item = itemOf((await readDraft(editor, draftId)).content, 'D1.2');
    const deep = await sendEdit(editor, draftId, editOf({ ...item, appliesWhen: mixed(7) }), item);

    expectProblem(deep, 422, 'invalid-request');
    expect(deep.json<{ errors: unknown[] }>().errors).toEqual([
      { path: 'body/edit/item/appliesWhen', code: 'condition-too-deep' },
    ]);
    expectProblem(
      await sendEdit(editor, draftId, editOf({ ...item, appliesWhen: nested(7) }), item),
      422,
      'invalid-request',
    );
    expectProblem(
      await sendEdit(editor, draftId, editOf({ ...item, appliesWhen: nested(1500) }), item),
      422,
      'invalid-request',
    );
    const { content } = await applied(editor, draftId, editOf({ ...item, appliesWhen: mixed(6) }), item);
    expect(itemOf(content, 'D1.2').appliesWhen).toEqual(mixed(6));
  });
});

describe('a draft that another request holds', () => {
  test('leads to "try again" and not to a fault of ours when the wait is cut off', async () => {
    const draftId = await newDraft(editor);
    const holder = await site.admin.connect();
    await holder.query('begin');
    await holder.query('select 1 from instrument_drafts where draft_id = $1 for update', [draftId]);
    const waiting = sendEdit(editor, draftId, { kind: 'order', section: 'D1', codes: ['D1.1'] }, []);
    let stopped = 0;
    // What the database does by itself after ten seconds.
    while (stopped === 0) {
      const { rowCount } = await holder.query(
        `select pg_cancel_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      stopped = rowCount ?? 0;
      await pause(20);
    }
    const reply = await waiting;
    await holder.query('rollback');
    holder.release();

    expectProblem(reply, 503, 'service-unavailable');
    expect(reply.headers['retry-after']).toBe('5');
  });
});

describe('turns', () => {
  const inTwos = () => createTurns({ atOnce: 2, waiting: 3 });
  const later = async () => pause(5);

  test('let two work at a time, in the order they came', async () => {
    const inTurn = inTwos();
    const begun: number[] = [];
    let [now, most] = [0, 0];
    const work = async (number: number) => {
      begun.push(number);
      now += 1;
      most = Math.max(most, now);
      await later();
      now -= 1;
      return number;
    };
    const results = await Promise.all([1, 2, 3, 4, 5].map((number) => inTurn(() => work(number))));

    expect(results).toEqual([1, 2, 3, 4, 5]);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  test('refuse who would be one too many, and take the next when work has failed', async () => {
    const inTurn = inTwos();
    const fail = async () => {
      await later();
      throw new Error('broken');
    };
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => inTurn(fail)));
    const reasons = outcomes.map((outcome) =>
      outcome.status === 'rejected' ? String(outcome.reason.message) : 'done',
    );

    expect(reasons).toEqual([...Array(5).fill('broken'), 'service-unavailable']);
    expect(await inTurn(async () => 'read')).toBe('read');
  });
});

describe('files', () => {
  test('are read two at a time, and more than ten at once are asked to come back', async () => {
    const draftId = await newDraft(editor);
    const before = await readDraft(editor, draftId);
    const workbookBase64 = Buffer.from('no workbook').toString('base64');
    const send = () => editor.post(ofDraft(draftId, '/translations'), { workbookBase64 });
    const statuses = (await Promise.all(Array.from({ length: 14 }, send))).map(({ statusCode }) => statusCode);

    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 503)).toHaveLength(4);
    expect((await send()).statusCode).toBe(422);
    expect(await readDraft(editor, draftId)).toEqual(before);
  });
});
