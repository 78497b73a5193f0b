import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256OfJson } from '#server/platform/content/canonical-json.ts';
import type { DraftSummary, VersionDocument } from '#shared/contracts/editing.ts';
import * as editing from '#shared/contracts/editing.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { withoutProse } from '#shared/domain/routing/without-prose.ts';
import {
  applied,
  closedToOthers,
  editOf,
  findItem,
  itemOf,
  listing,
  newDraft,
  ofDraft,
  published,
  readDraft,
  reword,
  sendEdit,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import { alwaysThere, describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let editor: Visitor;
beforeAll(async () => {
  site = await startEditingApp();
  editor = await signIn(site);
});
afterAll(() => site.close());

const currentVersion = async () => (await listing(editor)).versions[0].instrumentVersionId;

describeEndpoint(editing.listVersions, {
  ...closedToOthers(
    () => site,
    async () => ({ url: '/api/editor/versions' }),
  ),
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const older = await newDraft(editor);
    site.clock.advance(1000);
    const newer = await newDraft(editor);
    site.clock.advance(1000);
    await reword(editor, older, 'D1.1', '1');
    const { versions, drafts } = await listing(editor);

    expect(versions).toMatchObject([{ versionNumber: 1, publishedBy: null, followsVersionId: null }]);
    expect(versions[0].sha256).toBe(sha256OfJson(site.content.definition).toString('hex'));
    // The one changed last is first.
    expect(drafts.map(({ draftId }) => draftId).slice(0, 2)).toEqual([older, newer]);
    expect(drafts[0]).toMatchObject({
      origin: 'version',
      basedOnVersionNumber: 1,
      revision: 2,
      createdBy: 'Ada',
      changedBy: 'Ada',
    });
  },
});

describeEndpoint(editing.getVersion, {
  ...closedToOthers(
    () => site,
    async () => ({ url: `/api/editor/versions/${await currentVersion()}` }),
  ),
  'refuses an invalid request': async () =>
    expectProblem(await editor.get('/api/editor/versions/newest'), 422, 'invalid-request'),
  'does not find what is not there': async () =>
    expectProblem(await editor.get(`/api/editor/versions/${randomUUID()}`), 404, 'not-found'),
  succeeds: async () => {
    const version = (await editor.get(`/api/editor/versions/${await currentVersion()}`)).json<VersionDocument>();

    expect(version).toMatchObject({ versionNumber: 1, itemMap: [] });
    expect(version.definition).toEqual(site.content.definition);
  },
});

describeEndpoint(editing.createDraft, {
  ...closedToOthers(
    () => site,
    async () => ({
      method: 'POST',
      url: '/api/editor/drafts',
      body: { fromVersionId: await currentVersion(), name: 'Våren' },
    }),
  ),
  'refuses an invalid request': async () => {
    const fromVersionId = await currentVersion();
    const create = (body: object) => editor.post('/api/editor/drafts', body);

    expectProblem(await create({ fromVersionId, name: ' ' }), 422, 'invalid-request');
    expectProblem(await create({ fromVersionId, name: 'x'.repeat(121) }), 422, 'invalid-request');
    expectProblem(await create({ fromVersionId, name: 'Våren', origin: 'shipped' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () =>
    expectProblem(
      await editor.post('/api/editor/drafts', { fromVersionId: randomUUID(), name: 'Våren' }),
      404,
      'not-found',
    ),
  succeeds: async () => {
    const fromVersionId = await currentVersion();
    const reply = await editor.post('/api/editor/drafts', { fromVersionId, name: ' Våren ' });
    const draft = await readDraft(editor, reply.json<DraftSummary>().draftId);

    expect(reply.statusCode).toBe(201);
    expect(draft).toMatchObject({ name: 'Våren', basedOnVersionId: fromVersionId, revision: 1 });
    expect(draft.content).toMatchObject({ translatedFrom: {}, meanings: {} });
    expect(assembleDefinition(draft.content.sources)).toEqual(site.content.definition);
  },
});

describeEndpoint(editing.getDraft, {
  ...closedToOthers(
    () => site,
    async () => ({ url: ofDraft(await newDraft(editor)) }),
  ),
  'refuses an invalid request': async () => expectProblem(await editor.get(ofDraft('first')), 422, 'invalid-request'),
  'does not find what is not there': async () =>
    expectProblem(await editor.get(ofDraft(randomUUID())), 404, 'not-found'),
  succeeds: async () => {
    const own = await startEditingApp();
    const ada = await signIn(own);
    const without = await newDraft(ada);
    const { content, retired } = await readDraft(ada, without);
    const seen = itemOf(content, 'D1.5');
    await applied(ada, without, { kind: 'remove-item', section: 'D1', code: 'D1.5' }, seen);
    await published(ada, without);
    const draft = await readDraft(ada, await newDraft(ada));
    await own.close();

    // What the codes stood for that are gone, by which to know whether one comes back for the same.
    expect(retired).toEqual({});
    expect(Object.keys(draft.retired)).toEqual(['D1.5']);
    expect(draft.retired['D1.5']).toContain(seen.question.sv);
    // And what rules and packages ask about, without what they say.
    expect(draft.catalogue).toEqual(withoutProse(own.content.catalogue));
  },
});

const confirm = { edit: { kind: 'translation-confirmed', key: 'D1.name' }, seen: null };

describeEndpoint(editing.editDraft, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: ofDraft(await newDraft(editor), '/edits'), body: confirm }),
  ),
  'refuses an invalid request': async () => {
    const draftId = await newDraft(editor);
    const item = itemOf((await readDraft(editor, draftId)).content, 'D1.1');
    const send = (edit: object) => editor.post(ofDraft(draftId, '/edits'), { edit, seen: item });
    const wordless = { ...item, question: { sv: ' ', en: 'What?' } };
    const oneLanguage = { ...item, question: { sv: 'Vad?' } };

    expectProblem(await send({ kind: 'publish' }), 422, 'invalid-request');
    expectProblem(await send({ kind: 'item', section: 'D1', item: wordless }), 422, 'invalid-request');
    expectProblem(await send({ kind: 'item', section: 'D1', item: oneLanguage }), 422, 'invalid-request');
    expectProblem(await send({ kind: 'item', section: 'D1', item: { ...item, hidden: true } }), 422, 'invalid-request');
    expect(await readDraft(editor, draftId)).toMatchObject({ revision: 1 });
  },
  'does not find what is not there': async () =>
    expectProblem(await editor.post(ofDraft(randomUUID(), '/edits'), confirm), 404, 'not-found'),
  succeeds: async () => {
    const draftId = await newDraft(editor);
    const seen = itemOf((await readDraft(editor, draftId)).content, 'D1.1');
    const item = { ...seen, weight: 2 };
    const draft = await applied(editor, draftId, editOf(item), seen);

    expect(draft).toMatchObject({ draftId, revision: 2, changedBy: 'Ada' });
    expect(itemOf(draft.content, 'D1.1')).toEqual(item);
    expect(await readDraft(editor, draftId)).toEqual(draft);
  },
});

describeEndpoint(editing.rebaseDraft, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: ofDraft(await newDraft(editor), '/base') }),
  ),
  'refuses an invalid request': async () =>
    expectProblem(await editor.post(ofDraft('first', '/base')), 422, 'invalid-request'),
  'does not find what is not there': async () =>
    expectProblem(await editor.post(ofDraft(randomUUID(), '/base')), 404, 'not-found'),
  succeeds: async () => {
    const own = await startEditingApp();
    const ada = await signIn(own);
    const [left, right] = [await newDraft(ada), await newDraft(ada)];
    const before = await reword(ada, left, 'D1.1', '1');
    const other = await reword(ada, right, 'D1.2', '1');
    const version = await published(ada, right);
    const after = (await ada.post(ofDraft(left, '/base'))).json<typeof before>();
    await own.close();

    expect(after).toMatchObject({ basedOnVersionId: version.instrumentVersionId, basedOnVersionNumber: 2 });
    expect(after.revision).toBe(before.revision + 1);
    // Its own words stay with what was said of them; what others published meanwhile comes in beside.
    expect(itemOf(after.content, 'D1.1')).toEqual(itemOf(before.content, 'D1.1'));
    expect(itemOf(after.content, 'D1.2')).toEqual(itemOf(other.content, 'D1.2'));
    expect(after.content.meanings).toEqual({ 'D1.1': 'kept' });
  },
});

describeEndpoint(editing.removeDraft, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: ofDraft(await newDraft(editor), '/removal'), body: { revision: 1 } }),
  ),
  'refuses an invalid request': async () =>
    expectProblem(await editor.post(ofDraft('first', '/removal'), { revision: 1 }), 422, 'invalid-request'),
  'does not find what is not there': async () => {
    const draftId = await newDraft(editor);
    await editor.post(ofDraft(draftId, '/removal'), { revision: 1 });

    expectProblem(await editor.post(ofDraft(draftId, '/removal'), { revision: 1 }), 404, 'not-found');
  },
  succeeds: async () => {
    const [draftId, other] = [await newDraft(editor), await newDraft(editor)];
    const reply = await editor.post(ofDraft(draftId, '/removal'), { revision: 1 });
    const ids = (await listing(editor)).drafts.map((draft) => draft.draftId);

    expect(reply.json()).toEqual({ isRemoved: true });
    expectProblem(await editor.get(ofDraft(draftId)), 404, 'not-found');
    expect(ids).toContain(other);
    expect(ids).not.toContain(draftId);
  },
});

describe('an edit', () => {
  const refusal = async (draftId: string, edit: DraftEdit, seen: unknown) => {
    const reply = await sendEdit(editor, draftId, edit, seen);
    expectProblem(reply, 422, 'edit-refused');
    return reply.json<{ errors: { path: string; code: string }[] }>().errors;
  };
  const withQuestion = (content: Draft, sv: string) => {
    const item = itemOf(content, 'D1.1');
    return editOf({ ...item, question: { ...item.question, sv } });
  };

  test.each([
    ['a sign that ends strings elsewhere', 'Hur\u0000?'],
    ['half a pair of signs', 'Hur \uD83D?'],
    ['a control sign that a workbook can not hold', 'Hur\u000B?'],
    ['what stands for a lost sign', 'Hur m\uFFFDter ni?'],
  ])('with %s is refused, not lost', async (_name, sv) => {
    const draftId = await newDraft(editor);
    const { content } = await readDraft(editor, draftId);
    const errors = await refusal(draftId, withQuestion(content, sv), itemOf(content, 'D1.1'));

    expect(errors).toMatchObject([{ code: 'text-not-storable' }]);
    expect(errors[0]?.path).toMatch(/items\/0\/question\/sv$/);
    expect(await readDraft(editor, draftId)).toMatchObject({ revision: 1 });
  });

  test('keeps every sign that can be written', async () => {
    const draftId = await newDraft(editor);
    const { content } = await readDraft(editor, draftId);
    const sv = "Åäö – ”citat” \\ ' ; drop table instrument_drafts; -- 🏭\n\trad två\u00A0\u2028";
    const draft = await applied(editor, draftId, withQuestion(content, `${sv}?`), itemOf(content, 'D1.1'));

    expect(itemOf(draft.content, 'D1.1').question.sv).toBe(`${sv}?`);
    expect(await readDraft(editor, draftId)).toEqual(draft);
  });

  test('that takes the last item of a dimension is refused, and the draft stays readable', async () => {
    const draftId = await newDraft(editor);
    let { content } = await readDraft(editor, draftId);
    const codes = content.sources.dimensions.find(({ code }) => code === 'D1')?.items.map(({ code }) => code) ?? [];
    const removal = (code: string) => ({ kind: 'remove-item', section: 'D1', code }) as const;
    for (const code of codes.slice(1)) {
      ({ content } = await applied(editor, draftId, removal(code), itemOf(content, code)));
    }
    const last = codes[0] ?? '';
    await refusal(draftId, removal(last), itemOf(content, last));

    expect(findItem((await readDraft(editor, draftId)).content, last)).toBeDefined();
  });

  test('that gives a block what only dimensions have is refused', async () => {
    const draftId = await newDraft(editor);
    const { sources } = (await readDraft(editor, draftId)).content;
    const [block] = sources.blocks;
    const [dimension] = sources.dimensions;
    if (block === undefined || dimension === undefined) throw new Error('the instrument has both');
    const seen = { name: block.name, about: block.about };
    const edit = { kind: 'section', section: block.code, head: { ...seen, bands: dimension.bands } } as const;

    await refusal(draftId, edit, seen);

    expect(await readDraft(editor, draftId)).toMatchObject({ revision: 1 });
  });

  test.each<[string, DraftEdit]>([
    ['of an item that is not there', { kind: 'remove-item', section: 'D1', code: 'D1.99' }],
    ['of a section that is not there', { kind: 'order', section: 'D99', codes: [] }],
    ['of what a whole dimension means', { kind: 'meaning', code: 'D1', meaning: 'kept' }],
  ])('%s is refused', async (_name, edit) => {
    const draftId = await newDraft(editor);
    expect(await refusal(draftId, edit, null)).toEqual([{ path: 'body/edit', code: 'place-missing' }]);
  });

  test('of the order must name every item once', async () => {
    const draftId = await newDraft(editor);
    const { sources } = (await readDraft(editor, draftId)).content;
    const codes = sources.dimensions[0]?.items.map(({ code }) => code) ?? [];
    const section = sources.dimensions[0]?.code ?? '';
    const order = (list: string[]): DraftEdit => ({ kind: 'order', section, codes: list });
    const incomplete = [{ path: 'body/edit', code: 'order-incomplete' }];

    expect(await refusal(draftId, order(codes.slice(1)), codes)).toEqual(incomplete);
    expect(await refusal(draftId, order([...codes.slice(1), codes[1] ?? '']), codes)).toEqual(incomplete);
  });
});

test('one connection to the database is enough for every request of an editor', async () => {
  const narrow = await startEditingApp({ databasePoolSize: 1 });
  const ada = await signIn(narrow);
  const { instrumentVersionId } = (await listing(ada)).versions[0];
  const exported = await ada.get(`/api/editor/versions/${instrumentVersionId}/export.yaml`);
  const draftId = await newDraft(ada);
  await reword(ada, draftId, 'D1.1', '1');
  const version = await published(ada, draftId);
  await narrow.close();

  expect(exported.statusCode).toBe(200);
  expect(version.versionNumber).toBe(2);
});
