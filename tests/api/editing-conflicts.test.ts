import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import {
  applied,
  dimensionOf,
  editOf,
  findItem,
  itemOf,
  newDraft,
  ofDraft,
  published,
  readDraft,
  reword,
  sendEdit,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
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

/** A draft that both have before them. */
async function openDraft(): Promise<{ draftId: string; content: Draft }> {
  const draftId = await newDraft(ada);
  return { draftId, content: (await readDraft(bo, draftId)).content };
}

const withWeight = (content: Draft, code: string, weight: number): DraftEdit =>
  editOf({ ...itemOf(content, code), weight });

describe('of two editors at one place', () => {
  test('the second, who has not seen the change, is refused and told what stands there and who wrote it', async () => {
    const { draftId, content } = await openDraft();
    const seen = itemOf(content, 'D1.1');
    const first = await applied(ada, draftId, withWeight(content, 'D1.1', 2), seen);
    const reply = await sendEdit(bo, draftId, withWeight(content, 'D1.1', 3), seen);

    expectProblem(reply, 409, 'draft-conflict');
    expect(reply.json()).toMatchObject({ current: { ...seen, weight: 2 }, changedBy: 'Ada' });
    expect(await readDraft(bo, draftId)).toEqual(first);
  });

  test('the second, who has seen the change, may overwrite it', async () => {
    const { draftId, content } = await openDraft();
    const seen = itemOf(content, 'D1.1');
    const first = await applied(ada, draftId, withWeight(content, 'D1.1', 2), seen);
    const second = await applied(bo, draftId, withWeight(content, 'D1.1', 3), itemOf(first.content, 'D1.1'));

    expect(itemOf(second.content, 'D1.1').weight).toBe(3);
    expect(second).toMatchObject({ revision: 3, changedBy: 'Bo' });
  });

  test('only one of many at once is taken', async () => {
    const { draftId, content } = await openDraft();
    const seen = itemOf(content, 'D1.1');
    const replies = await Promise.all(
      [2, 3, 4, 5, 6].map((weight) => sendEdit(ada, draftId, withWeight(content, 'D1.1', weight), seen)),
    );

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await readDraft(ada, draftId)).toMatchObject({ revision: 2 });
  });

  test('who changed that place is named, not who was last anywhere in the draft', async () => {
    const { draftId, content } = await openDraft();
    const cilla = await signIn(site, 'Cilla');
    await applied(cilla, draftId, withWeight(content, 'D1.1', 2), itemOf(content, 'D1.1'));
    await applied(bo, draftId, withWeight(content, 'D2.1', 2), itemOf(content, 'D2.1'));
    const reply = await sendEdit(bo, draftId, withWeight(content, 'D1.1', 3), itemOf(content, 'D1.1'));

    expect(reply.json()).toMatchObject({ code: 'draft-conflict', changedBy: 'Cilla' });
  });

  test('the edit of an item that the other has taken away is refused', async () => {
    const { draftId, content } = await openDraft();
    const seen = itemOf(content, 'D1.2');
    await applied(ada, draftId, { kind: 'remove-item', section: 'D1', code: 'D1.2' }, seen);
    const reply = await sendEdit(bo, draftId, withWeight(content, 'D1.2', 2), seen);

    expect(reply.json()).toMatchObject({ code: 'draft-conflict', current: null, changedBy: 'Ada' });
    expect(findItem((await readDraft(bo, draftId)).content, 'D1.2')).toBeUndefined();
  });

  test('an item that the other has changed is not taken away unseen', async () => {
    const { draftId, content } = await openDraft();
    const seen = itemOf(content, 'D1.2');
    await applied(ada, draftId, withWeight(content, 'D1.2', 2), seen);
    const reply = await sendEdit(bo, draftId, { kind: 'remove-item', section: 'D1', code: 'D1.2' }, seen);

    expectProblem(reply, 409, 'draft-conflict');
    expect(findItem((await readDraft(bo, draftId)).content, 'D1.2')).toMatchObject({ weight: 2 });
  });

  test('two new items do not get the same code', async () => {
    const { draftId, content } = await openDraft();
    const item = { ...itemOf(content, 'D1.1'), code: 'D1.20' };
    const add = { kind: 'new-item', section: 'D1', item } as const;
    await applied(ada, draftId, add);
    const reply = await sendEdit(bo, draftId, { ...add, item: { ...item, weight: 2 } });

    expect(reply.json()).toMatchObject({ code: 'draft-conflict', current: item, changedBy: 'Ada' });
  });

  test('an order made before the other added an item is refused', async () => {
    const { draftId, content } = await openDraft();
    const codes = dimensionOf(content, 'D1').items.map(({ code }) => code);
    const item = { ...itemOf(content, 'D1.1'), code: 'D1.20' };
    await applied(ada, draftId, { kind: 'new-item', section: 'D1', item });
    const reply = await sendEdit(bo, draftId, { kind: 'order', section: 'D1', codes: codes.toReversed() }, codes);

    expect(reply.json()).toMatchObject({ code: 'draft-conflict', current: [...codes, 'D1.20'], changedBy: 'Ada' });
  });

  test('what is said of words that the other has changed is refused', async () => {
    const { draftId, content } = await openDraft();
    const { key, sv, en } = { key: 'D1.1.question', ...itemOf(content, 'D1.1').question };
    await reword(ada, draftId, 'D1.1', 'igen');
    const meaning = await sendEdit(
      bo,
      draftId,
      { kind: 'meaning', code: 'D1.1', meaning: 'kept' },
      contentAt(content, { kind: 'meaning', code: 'D1.1', meaning: 'kept' }),
    );
    const translation = await sendEdit(bo, draftId, { kind: 'translation-confirmed', key }, { sv, en });

    for (const reply of [meaning, translation]) {
      expect(reply.json()).toMatchObject({ code: 'draft-conflict', changedBy: 'Ada' });
    }
  });

  test('the second of two contrary statements is refused, whoever made the first is named', async () => {
    const { draftId } = await openDraft();
    const { content } = await reword(ada, draftId, 'D1.1', 'igen', 'unsaid');
    const cilla = await signIn(site, 'Cilla');
    const statement = (meaning: 'kept' | 'changed'): DraftEdit => ({ kind: 'meaning', code: 'D1.1', meaning });
    const withItem = editOf({ ...itemOf(content, 'D1.1'), weight: 2 }, 'changed');
    await applied(cilla, draftId, statement('kept'), contentAt(content, statement('kept')));
    await applied(ada, draftId, withWeight(content, 'D2.1', 2), itemOf(content, 'D2.1'));
    const second = await sendEdit(bo, draftId, statement('changed'), contentAt(content, statement('changed')));
    const third = await sendEdit(bo, draftId, withItem, contentAt(content, withItem));

    for (const reply of [second, third]) {
      expectProblem(reply, 409, 'draft-conflict');
      expect(reply.json()).toMatchObject({ current: { meaning: 'kept' }, changedBy: 'Cilla' });
    }
    expect((await readDraft(bo, draftId)).content.meanings).toEqual({ 'D1.1': 'kept' });
  });

  test('a statement that was seen may be made anew, and does not disturb who changes anything else', async () => {
    const { draftId } = await openDraft();
    const { content } = await reword(ada, draftId, 'D1.1', 'igen', 'kept');
    const edit = editOf({ ...itemOf(content, 'D1.1'), weight: 2 }, 'changed');
    const changed = await applied(bo, draftId, edit, contentAt(content, edit));
    const heavier = await applied(
      ada,
      draftId,
      withWeight(changed.content, 'D1.1', 3),
      itemOf(changed.content, 'D1.1'),
    );

    expect(heavier.content.meanings).toEqual({ 'D1.1': 'changed' });
  });

  test.each(['scale', 'stagedLevels', 'perDimension', 'forms', 'scoring'] as const)(
    'the %s of the instrument is one place',
    async (kind) => {
      const { draftId, content } = await openDraft();
      const value = content.sources.instrument[kind];
      const edit = { kind, value } as DraftEdit;
      const reply = await sendEdit(bo, draftId, edit, { other: true });

      expectProblem(reply, 409, 'draft-conflict');
      expect(reply.json()).toMatchObject({ current: value });
      expect((await sendEdit(bo, draftId, edit, value)).statusCode).toBe(200);
    },
  );

  test('the head of a section is one place', async () => {
    const { draftId, content } = await openDraft();
    const { name, about, bands } = dimensionOf(content, 'D1');
    const renamed = (sv: string) =>
      ({ kind: 'section', section: 'D1', head: { name: { sv, en: name.en }, about, bands } }) as const;
    await applied(ada, draftId, renamed('Affären'), { name, about, bands });
    const reply = await sendEdit(bo, draftId, renamed('Affärer'), { name, about, bands });

    expect(reply.json()).toMatchObject({
      code: 'draft-conflict',
      current: { name: { sv: 'Affären', en: name.en } },
      changedBy: 'Ada',
    });
  });

  test('what was seen is compared by what it says, not by the order of its parts', async () => {
    const { draftId, content } = await openDraft();
    const seen = itemOf(content, 'D1.1');
    const turned = Object.fromEntries(Object.entries(seen).toReversed());

    await applied(bo, draftId, withWeight(content, 'D1.1', 2), turned);
  });
});

describe('at different places', () => {
  test('both changes stand', async () => {
    const { draftId, content } = await openDraft();
    const codes = dimensionOf(content, 'D1').items.map(({ code }) => code);
    const { name, about, bands } = dimensionOf(content, 'D1');
    await applied(ada, draftId, withWeight(content, 'D1.1', 2), itemOf(content, 'D1.1'));
    await applied(bo, draftId, withWeight(content, 'D1.2', 3), itemOf(content, 'D1.2'));
    await applied(ada, draftId, { kind: 'order', section: 'D1', codes: codes.toReversed() }, codes);
    const head = { name: { sv: 'Affären', en: 'The business' }, about, bands };
    await applied(bo, draftId, { kind: 'section', section: 'D1', head }, { name, about, bands });
    const { content: after, revision } = await readDraft(ada, draftId);

    expect([itemOf(after, 'D1.1').weight, itemOf(after, 'D1.2').weight]).toEqual([2, 3]);
    expect(dimensionOf(after, 'D1').items.map(({ code }) => code)).toEqual(codes.toReversed());
    expect(dimensionOf(after, 'D1').name.sv).toBe('Affären');
    expect(revision).toBe(5);
  });

  test('many changes at once all stand', async () => {
    const { draftId, content } = await openDraft();
    const codes = dimensionOf(content, 'D1').items.map(({ code }) => code);
    const replies = await Promise.all(
      codes.map((code, index) =>
        sendEdit(index % 2 === 0 ? ada : bo, draftId, withWeight(content, code, 4), itemOf(content, code)),
      ),
    );
    const after = await readDraft(ada, draftId);

    expect(replies.map(({ statusCode }) => statusCode)).toEqual(codes.map(() => 200));
    expect(dimensionOf(after.content, 'D1').items.map(({ weight }) => weight)).toEqual(codes.map(() => 4));
    expect(after.revision).toBe(1 + codes.length);
  });
});

describe('a draft that somebody publishes or throws away', () => {
  test('takes no further edit', async () => {
    const { draftId, content } = await openDraft();
    await reword(ada, draftId, 'D1.1', '1');
    await published(ada, draftId);
    const edit = await sendEdit(bo, draftId, withWeight(content, 'D1.2', 2), itemOf(content, 'D1.2'));

    expectProblem(edit, 404, 'not-found');
    expectProblem(await bo.post(ofDraft(draftId, '/removal'), { revision: 1 }), 404, 'not-found');
  });

  test('is not thrown away with what another has written since it was looked at', async () => {
    const { draftId } = await openDraft();
    await reword(ada, draftId, 'D1.3', '1');

    expectProblem(await bo.post(ofDraft(draftId, '/removal'), { revision: 1 }), 409, 'draft-outdated');
    expect((await readDraft(bo, draftId)).changedBy).toBe('Ada');
  });

  test('is either published or removed when both are asked at once', async () => {
    const { draftId } = await openDraft();
    const { revision } = await reword(ada, draftId, 'D1.3', '1');
    const [publication, removal] = await Promise.all([
      ada.post(ofDraft(draftId, '/publication'), { revision }),
      bo.post(ofDraft(draftId, '/removal'), { revision }),
    ]);

    expect([
      [201, 404],
      [404, 200],
    ]).toContainEqual([publication.statusCode, removal.statusCode]);
  });
});

describe('a translation', () => {
  test('is stale when the Swedish changes alone, and current again when somebody confirms it', async () => {
    const { draftId, content } = await openDraft();
    const seen = itemOf(content, 'D1.1');
    const question = { ...seen.question, sv: `${seen.question.sv} Nu?` };
    const stale = await applied(ada, draftId, editOf({ ...seen, question }), seen);
    const confirmed = await applied(bo, draftId, { kind: 'translation-confirmed', key: 'D1.1.question' });

    expect(stale.content.translatedFrom).toEqual({ 'D1.1.question': seen.question.sv });
    expect(confirmed.content.translatedFrom).toEqual({});
    expect(confirmed.content.sources).toEqual(stale.content.sources);
  });
});
