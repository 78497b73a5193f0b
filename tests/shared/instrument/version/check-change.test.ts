import { describe, expect, test } from 'vitest';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { checkChange, checkMeanings, permanentCodesOf } from '#shared/domain/instrument/version/check-change.ts';
import type { Meanings } from '#shared/domain/instrument/version/difference.ts';
import { diffVersions } from '#shared/domain/instrument/version/difference.ts';
import { both, choiceSource, definitionAfter, itemEdit, ladderSource, smallSources } from '../small-sources.ts';

const first = assembleDefinition(smallSources);
const removal: DraftEdit = { kind: 'remove-item', section: 'D1', code: 'D1.2' };
const withoutItem = definitionAfter(removal);
const choices = (points: Readonly<Record<string, number>>): DraftEdit => ({
  kind: 'item',
  section: 'D1',
  item: choiceSource('D1.3', points),
});
const withoutChoice = definitionAfter(choices({ never: 0, daily: 4 }));

/** Codes of every version so far, as the server collects them. */
const retiredBy = (...versions: readonly Definition[]) => new Set(versions.flatMap(permanentCodesOf));
const found = (before: Definition, after: Definition, ...versions: readonly Definition[]) =>
  checkChange(before, after, retiredBy(...versions)).map(({ code, path }) => `${code} ${path}`);

describe('permanent codes', () => {
  test('are those of items, of their choices and of the closing questions', () => {
    expect(permanentCodesOf(first)).toEqual([
      ...['IB.export', 'IB.export/none', 'IB.export/some', 'IB.sales', 'IB.sales/none', 'IB.sales/some'],
      ...['D1.1', 'D1.2', 'D1.3', 'D1.3/never', 'D1.3/weekly'],
      ...['D1.importance', 'D1.importance/little', 'D1.importance/much', 'D1.wish', 'D1.wish/no', 'D1.wish/yes'],
      ...['PM1.1', 'PM1.2'],
      ...['PM1.importance', 'PM1.importance/little', 'PM1.importance/much', 'PM1.wish', 'PM1.wish/no', 'PM1.wish/yes'],
    ]);
  });

  test('may stay, be new or be taken away', () => {
    const added = definitionAfter({ kind: 'new-item', section: 'D1', item: ladderSource('D1.9') });

    expect(found(first, first, first)).toEqual([]);
    expect(found(first, added, first)).toEqual([]);
    expect(found(first, withoutItem, first)).toEqual([]);
    expect(found(first, withoutChoice, first)).toEqual([]);
  });
});

describe('kind-changed', () => {
  test.each<[string, DraftEdit]>([
    ['a ladder that becomes choices', { ...choices({}), item: choiceSource('D1.1', { a: 0, b: 4 }) } as DraftEdit],
    ['choices that become several', itemEdit('D1.3', { kind: 'multiple-choice' })],
  ])('is found of %s', (_name, edit) => {
    const after = definitionAfter(edit);
    const code = edit.kind === 'item' ? edit.item.code : '';

    expect(checkChange(first, after, retiredBy(first))).toMatchObject([
      { code: 'kind-changed', path: code, file: 'dimensions/D1.yaml' },
    ]);
  });

  test('is found also when the item is removed and made anew', () => {
    const after = definitionAfter(removal, {
      kind: 'new-item',
      section: 'D1',
      item: choiceSource('D1.2', { a: 0, b: 4 }),
    });

    expect(found(first, after, first)).toEqual(['kind-changed D1.2']);
  });
});

describe('code-reused', () => {
  test('is found of an item that was taken away in an earlier version', () => {
    expect(found(withoutItem, first, first, withoutItem)).toEqual(['code-reused D1.2']);
  });

  test('is found of an item of choices and of each of them', () => {
    const without = definitionAfter({ kind: 'remove-item', section: 'D1', code: 'D1.3' });

    expect(found(without, first, first, without)).toEqual([
      'code-reused D1.3',
      'code-reused D1.3/never',
      'code-reused D1.3/weekly',
    ]);
  });

  test('is found of a choice that was taken away in an earlier version', () => {
    expect(checkChange(withoutChoice, first, retiredBy(first, withoutChoice))).toMatchObject([
      { code: 'code-reused', path: 'D1.3/weekly', file: 'dimensions/D1.yaml' },
    ]);
  });

  test('is not found while the code still stands in the version before', () => {
    expect(found(withoutItem, withoutItem, first, withoutItem)).toEqual([]);
    expect(found(first, first, first, withoutItem)).toEqual([]);
  });
});

describe('meaning-not-stated', () => {
  const { perDimension } = smallSources.instrument;
  const wish = { ...perDimension.wish, question: both('Would you') };
  const after = definitionAfter(
    itemEdit('D1.1', { question: both('reworded') }),
    itemEdit('D1.2', { weight: 7 }),
    { kind: 'new-item', section: 'PM1', item: ladderSource('PM1.9') },
    { kind: 'perDimension', value: { ...perDimension, wish } },
  );
  const silent = (meanings: Meanings) =>
    checkMeanings(after, diffVersions(first, after, meanings)).map(({ path, file }) => `${path} in ${file}`);

  test('is found of reworded items only, and once for words that many share', () => {
    expect(silent({})).toEqual(['D1.1 in dimensions/D1.yaml', 'ALL.wish in instrument.yaml']);
  });

  test.each(['kept', 'changed'] as const)('is over once the editor has said %s', (meaning) => {
    expect(silent({ 'D1.1': meaning })).toEqual(['ALL.wish in instrument.yaml']);
    expect(silent({ 'D1.1': meaning, 'ALL.wish': meaning })).toEqual([]);
  });
});
