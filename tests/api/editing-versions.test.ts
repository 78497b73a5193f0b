import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256OfJson } from '#server/platform/content/canonical-json.ts';
import type { VersionDocument } from '#shared/contracts/editing.ts';
import type { ResultDocument } from '#shared/contracts/results.ts';
import { level, saveAll, start, submitted } from '../support/answering.ts';
import {
  applied,
  editOf,
  itemOf,
  listing,
  newDraft,
  published,
  readDraft,
  reword,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let editor: Visitor;
beforeAll(async () => {
  site = await startEditingApp();
  editor = await signIn(site);
});
afterAll(() => site.close());

const ofResponse = (responseId: string, rest = '') => `/api/responses/${responseId}${rest}`;

async function versionOf(visitor: Visitor, responseId: string): Promise<string> {
  const reply = await visitor.get(ofResponse(responseId));
  return reply.json<{ instrumentVersionId: string }>().instrumentVersionId;
}

async function questionIn(versionId: string, code: string): Promise<string | undefined> {
  const reply = await site.newVisitor().get(`/api/instrument-versions/${versionId}/forms/snabbkoll/sv`);
  return reply.json<{ texts: Record<string, string> }>().texts[`${code}.question`];
}

async function resultOf(visitor: Visitor, responseId: string): Promise<ResultDocument> {
  const reply = await visitor.get(ofResponse(responseId, '/result'));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<ResultDocument>();
}

describe('after a publication', () => {
  test('a new response gets the new version, and a form of each shows its own words', async () => {
    const before = (await listing(editor)).versions[0].instrumentVersionId;
    const asked = await questionIn(before, 'D1.1');
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D1.1', 'Nu?');
    const { instrumentVersionId } = await published(editor, draftId);
    const visitor = site.newVisitor();
    const responseId = await start(visitor);

    expect(await versionOf(visitor, responseId)).toBe(instrumentVersionId);
    expect(await questionIn(instrumentVersionId, 'D1.1')).toBe(`${asked} Nu?`);
    expect(await questionIn(before, 'D1.1')).toBe(asked);
    expect((await visitor.get('/api/site')).json()).toMatchObject({ instrumentVersionId });
  });

  test('a response under way is answered, submitted and shown on the version it began with', async () => {
    const before = (await listing(editor)).versions[0];
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await saveAll(visitor, responseId, { 'D1.1': level(1), 'D1.2': level(1) });

    // The new version has neither D6.1 nor the old points, and counts D1.1 ten times.
    const draftId = await newDraft(editor);
    let { content } = await readDraft(editor, draftId);
    const seen = itemOf(content, 'D1.1');
    ({ content } = await applied(editor, draftId, editOf({ ...seen, weight: 10 }), seen));
    const gone = itemOf(content, 'D6.1');
    ({ content } = await applied(editor, draftId, { kind: 'remove-item', section: 'D6', code: 'D6.1' }, gone));
    const { scoring } = content.sources.instrument;
    const ladderPoints: [number, number, number, number, number] = [0, 0.5, 1, 2, 4];
    const value = { ...scoring, version: 'v2', ladderPoints };
    await applied(editor, draftId, { kind: 'scoring', value }, scoring);
    await published(editor, draftId);

    await saveAll(visitor, responseId, { 'D6.1': level(3), 'PM1.1': level(3) });
    const receipt = await visitor.post(ofResponse(responseId, '/submission'), { language: 'sv' });
    const result = await resultOf(visitor, responseId);
    const { rows } = await site.admin.query<{ sha256: Buffer }>(
      'select definition_sha256 as sha256 from submissions where response_id = $1',
      [responseId],
    );

    expect(receipt.statusCode, receipt.body).toBe(201);
    expect(result.response.instrumentVersionId).toBe(before.instrumentVersionId);
    // Level 1 twice, by the points of the version it began with: 1.
    expect(result.scoreProfile.dimensions.find(({ dimension }) => dimension === 'D1')).toMatchObject({ level: 1 });
    expect(rows[0]?.sha256.toString('hex')).toBe(before.sha256);
  });

  test('a result that was shown before reads the same', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const { continuations: _offered, ...before } = await resultOf(visitor, responseId);
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D1.1', 'Eller?', 'changed');
    await published(editor, draftId);
    const { continuations: _offeredNow, ...after } = await resultOf(visitor, responseId);

    expect(after).toEqual(before);
  });

  test('the map says of every item how it compares', async () => {
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D2.1', 'Nu?', 'kept');
    const { content } = await reword(editor, draftId, 'D2.2', 'Nu?', 'changed');
    const gone = itemOf(content, 'D2.5');
    await applied(editor, draftId, { kind: 'remove-item', section: 'D2', code: 'D2.5' }, gone);
    const item = { ...gone, code: 'D2.20' };
    await applied(editor, draftId, { kind: 'new-item', section: 'D2', item });
    const { instrumentVersionId } = await published(editor, draftId);
    const version = (await editor.get(`/api/editor/versions/${instrumentVersionId}`)).json<VersionDocument>();
    const relations = Object.fromEntries(version.itemMap.map(({ itemCode, relation }) => [itemCode, relation]));

    expect(relations).toMatchObject({
      'D2.1': 'kept',
      'D2.2': 'changed',
      'D2.3': 'same',
      'D2.5': 'removed',
      'D2.20': 'added',
    });
    // Every item of either version, once.
    expect(Object.keys(relations)).toHaveLength(version.definition.structure.items.length + 1);
    expect(version.itemMap).toHaveLength(version.definition.structure.items.length + 1);
  });

  test('the items are stored by which answers are checked', async () => {
    const { instrumentVersionId } = (await listing(editor)).versions[0];
    const version = (await editor.get(`/api/editor/versions/${instrumentVersionId}`)).json<VersionDocument>();
    const { rows } = await site.admin.query<{ code: string; kind: string; purpose: string }>(
      `select item_code as code, kind, purpose from instrument_version_items
       where instrument_version_id = $1 order by item_code`,
      [instrumentVersionId],
    );
    const items = version.definition.structure.items.map(({ code, kind, purpose }) => ({ code, kind, purpose }));

    expect(rows).toEqual(items.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
    expect(sha256OfJson(version.definition).toString('hex')).toBe(version.sha256);
  });
});
