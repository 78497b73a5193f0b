import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VersionDocument, VersionSummary } from '#shared/contracts/editing.ts';
import * as editing from '#shared/contracts/editing.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { start } from '../support/answering.ts';
import {
  applied,
  closedToOthers,
  dimensionOf,
  editOf,
  issuesOf,
  itemOf,
  listing,
  newDraft,
  ofDraft,
  published,
  readDraft,
  reword,
  sendEdit,
  sendPublication,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let ada: Visitor;
let bo: Visitor;
beforeAll(async () => {
  site = await startEditingApp();
  [ada, bo] = [await signIn(site, 'Ada'), await signIn(site, 'Bo')];
});
afterAll(() => site.close());

const newest = async (): Promise<VersionSummary> => (await listing(ada)).versions[0];
const readVersion = async (id: string) => (await ada.get(`/api/editor/versions/${id}`)).json<VersionDocument>();

describeEndpoint(editing.publishDraft, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: ofDraft(await newDraft(ada), '/publication'), body: { revision: 1 } }),
  ),
  'refuses an invalid request': async () => {
    const draftId = await newDraft(ada);
    const publish = (body: object) => ada.post(ofDraft(draftId, '/publication'), body);

    expectProblem(await publish({}), 422, 'invalid-request');
    expectProblem(await publish({ revision: 0 }), 422, 'invalid-request');
    expectProblem(await publish({ revision: '1' }), 422, 'invalid-request');
    expectProblem(await publish({ revision: 1, force: true }), 422, 'invalid-request');
  },
  'does not find what is not there': async () =>
    expectProblem(await ada.post(ofDraft(randomUUID(), '/publication'), { revision: 1 }), 404, 'not-found'),
  succeeds: async () => {
    const before = await newest();
    const draftId = await newDraft(ada);
    await reword(bo, draftId, 'D1.1', '1');
    site.clock.advance(1000);
    const { revision } = await readDraft(ada, draftId);
    const reply = await ada.post(ofDraft(draftId, '/publication'), { revision });
    const { versions, drafts } = await listing(ada);

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toEqual(versions[0]);
    expect(versions[0]).toMatchObject({
      versionNumber: before.versionNumber + 1,
      followsVersionId: before.instrumentVersionId,
      publishedBy: 'Ada',
      publishedAt: site.clock.now().toISOString(),
    });
    expect(drafts.map((draft) => draft.draftId)).not.toContain(draftId);
  },
});

/** A draft is refused for these reasons among others, and nothing of it is published. */
async function expectIssues(draftId: string, ...expected: string[]): Promise<void> {
  const before = await newest();
  const draft = await readDraft(ada, draftId);

  expect(await issuesOf(ada, draftId)).toEqual(expect.arrayContaining(expected));
  expect(await newest()).toEqual(before);
  expect(await readDraft(ada, draftId)).toEqual(draft);
}

/** Replaces an item that stands in the draft. */
async function change(draftId: string, code: string, make: (item: ItemSource) => ItemSource): Promise<void> {
  const seen = itemOf((await readDraft(ada, draftId)).content, code);
  await applied(ada, draftId, editOf(make(seen), 'kept'), seen);
}

/** Publishes a version without the item. */
async function publishWithout(code: string): Promise<VersionSummary> {
  const draftId = await newDraft(ada);
  const seen = itemOf((await readDraft(ada, draftId)).content, code);
  await applied(ada, draftId, { kind: 'remove-item', section: code.split('.')[0] ?? '', code }, seen);
  return published(ada, draftId);
}

describe('a draft is not published', () => {
  test('while nothing differs', async () => {
    await expectIssues(await newDraft(ada), 'nothing-changed ');
  });

  test('while a translation is stale', async () => {
    const draftId = await newDraft(ada);
    await change(draftId, 'D1.1', (item) => ({
      ...item,
      question: { ...item.question, sv: 'Hur får ni betalt i år?' },
    }));

    await expectIssues(draftId, 'translation-stale D1.1.question');
  });

  test('while a text is missing', async () => {
    const draftId = await newDraft(ada);
    const { scoring } = (await readDraft(ada, draftId)).content.sources.instrument;
    const bands = [...scoring.bands, { code: 'top', from: 3.5 }];
    await applied(ada, draftId, { kind: 'scoring', value: { ...scoring, bands } }, scoring);

    await expectIssues(draftId, 'missing-text scale.band.top', 'missing-text D1.band.top.meaning');
  });

  test('until it is said of a reworded item whether it still asks the same', async () => {
    const draftId = await newDraft(ada);
    await reword(ada, draftId, 'D1.2', '1', 'unsaid');
    await expectIssues(draftId, 'meaning-not-stated D1.2');
    await applied(ada, draftId, { kind: 'meaning', code: 'D1.2', meaning: 'changed' });

    const { instrumentVersionId } = await published(ada, draftId);
    expect((await readVersion(instrumentVersionId)).itemMap).toContainEqual({ itemCode: 'D1.2', relation: 'changed' });
  });

  test('when what was said of the meaning concerned other words', async () => {
    const draftId = await newDraft(ada);
    await reword(ada, draftId, 'D1.2', '1', 'kept');
    await reword(bo, draftId, 'D1.2', '2', 'unsaid');

    await expectIssues(draftId, 'meaning-not-stated D1.2');
  });

  test('when a code asks another kind of question', async () => {
    const draftId = await newDraft(ada);
    await change(draftId, 'D1.4', ({ code, forms, question }) => ({ code, forms, question, kind: 'yes-no' }));

    await expectIssues(draftId, 'kind-changed D1.4');
  });

  test('when it brings back a code that was taken away for other words', async () => {
    const first = (await listing(ada)).versions.at(-1);
    await publishWithout('D1.5');
    const draftId = await newDraft(ada, first?.instrumentVersionId);
    await reword(ada, draftId, 'D1.5', 'igen', 'unsaid');

    await expectIssues(draftId, 'code-reused D1.5');
  });

  test('when rules and packages would rest on what is gone', async () => {
    const withoutItem = await newDraft(ada);
    const seen = itemOf((await readDraft(ada, withoutItem)).content, 'D9.1');
    await applied(ada, withoutItem, { kind: 'remove-item', section: 'D9', code: 'D9.1' }, seen);
    const withoutGap = await newDraft(ada);
    const { scoring } = (await readDraft(ada, withoutGap)).content.sources.instrument;
    await applied(ada, withoutGap, { kind: 'scoring', value: { ...scoring, version: 'v2', gaps: [] } }, scoring);
    const renamed = await newDraft(ada);
    const bands = scoring.bands.map((band) => (band.code === 'low' ? { ...band, code: 'lowest' } : band));
    await applied(ada, renamed, { kind: 'scoring', value: { ...scoring, bands } }, scoring);

    expect(await issuesOf(ada, withoutItem)).toEqual(['routing-broken rules/X-9/when']);
    expect(await issuesOf(ada, withoutGap)).toEqual([expect.stringMatching(/^routing-broken rules\//)]);
    expect(await issuesOf(ada, renamed)).toContainEqual('routing-broken rules/X-1/when');
  });

  test('when some firm is asked nothing about a dimension', async () => {
    const draftId = await newDraft(ada);
    const { items } = dimensionOf((await readDraft(ada, draftId)).content, 'D3');
    const appliesWhen = { chainRole: ['subcontractor'] as ['subcontractor'] };
    for (const { code } of items) await change(draftId, code, (item) => ({ ...item, appliesWhen }));

    await expectIssues(draftId, 'dimension-out-of-reach forms/snabbkoll');
  });

  test('when a version could not hold it, which would end every form', async () => {
    const draftId = await newDraft(ada);
    const { perDimension } = (await readDraft(ada, draftId)).content.sources.instrument;
    const choices = Array.from({ length: 13 }, (_, index) => ({
      code: `choice-${index}`,
      text: { sv: `Val ${index}`, en: `Choice ${index}` },
    }));
    const value = { ...perDimension, importance: { ...perDimension.importance, choices } };
    // A single choice has at most twelve; whether the edit or the publication says so does not matter.
    await sendEdit(ada, draftId, { kind: 'perDimension', value }, perDimension);
    await sendEdit(ada, draftId, { kind: 'meaning', code: 'ALL.importance', meaning: 'kept' });

    expectProblem(await sendPublication(ada, draftId), 409, 'draft-not-publishable');
    await start(site.newVisitor());
  });
});

describe('a draft that is outdated', () => {
  test('because it was edited since it was looked at is not published', async () => {
    const draftId = await newDraft(ada);
    const { revision } = await reword(ada, draftId, 'D2.1', '1');
    await reword(bo, draftId, 'D2.1', '2');
    const before = await newest();

    expectProblem(await ada.post(ofDraft(draftId, '/publication'), { revision }), 409, 'draft-outdated');
    expect(await newest()).toEqual(before);
  });

  test('because somebody published meanwhile is published once it follows the newest version', async () => {
    const [draftId, other] = [await newDraft(ada), await newDraft(bo)];
    await reword(ada, draftId, 'D2.1', '3');
    await reword(bo, other, 'D2.2', '3');
    const meanwhile = await published(bo, other);
    expectProblem(await sendPublication(ada, draftId), 409, 'draft-outdated');

    await ada.post(ofDraft(draftId, '/base'));
    const { content } = await readDraft(ada, draftId);
    expect(itemOf(content, 'D2.2').question.sv).toMatch(/ 3$/);
    const version = await published(ada, draftId);

    expect(version).toMatchObject({
      versionNumber: meanwhile.versionNumber + 1,
      followsVersionId: meanwhile.instrumentVersionId,
    });
  });

  test('because another is published at the very same time is refused, and no number is left out', async () => {
    const before = await newest();
    const draftIds = await Promise.all([1, 2, 3, 4].map(() => newDraft(ada)));
    for (const [index, draftId] of draftIds.entries()) await reword(ada, draftId, 'D4.1', `${index + 1}`);
    const replies = await Promise.all(
      draftIds.map((draftId) => ada.post(ofDraft(draftId, '/publication'), { revision: 2 })),
    );

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409]);
    expect(await newest()).toMatchObject({ versionNumber: before.versionNumber + 1 });
  });

  test('is not published twice by a click that is repeated', async () => {
    const draftId = await newDraft(ada);
    const { revision } = await reword(ada, draftId, 'D5.1', '1');
    const publish = () => ada.post(ofDraft(draftId, '/publication'), { revision });
    const replies = await Promise.all([publish(), publish()]);

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 404]);
  });
});

test('a question that was taken away comes back, just as it was, as one that is added', async () => {
  const before = await newest();
  const removal = await publishWithout('D4.2');
  const draftId = await newDraft(ada, before.instrumentVersionId);
  const back = await published(ada, draftId);
  const relationIn = async ({ instrumentVersionId }: VersionSummary) =>
    (await readVersion(instrumentVersionId)).itemMap.find(({ itemCode }) => itemCode === 'D4.2')?.relation;

  expect([await relationIn(removal), await relationIn(back)]).toEqual(['removed', 'added']);
  expect(back.sha256).toBe(before.sha256);
});

test('going back to the words of an earlier version publishes them once more', async () => {
  const own = await startEditingApp();
  const editor = await signIn(own);
  const first = (await listing(editor)).versions[0];
  const forth = await newDraft(editor);
  await reword(editor, forth, 'D1.1', '1');
  const second = await published(editor, forth);
  const back = await newDraft(editor, first.instrumentVersionId);
  await applied(editor, back, { kind: 'meaning', code: 'D1.1', meaning: 'kept' });
  const third = await published(editor, back);
  await own.close();

  expect(third).toMatchObject({ versionNumber: 3, followsVersionId: second.instrumentVersionId, sha256: first.sha256 });
  expect(second.sha256).not.toBe(first.sha256);
});
