import { describe, expect, test } from 'vitest';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import {
  checkChange,
  checkMeanings,
  permanentCodesOf,
  retiredCodesOf,
} from '#shared/domain/instrument/version/check-change.ts';
import type { Meanings } from '#shared/domain/instrument/version/difference.ts';
import { diffVersions } from '#shared/domain/instrument/version/difference.ts';
import {
  both,
  choiceSource,
  definitionAfter,
  draftOf,
  edited,
  itemEdit,
  ladderSource,
  smallSources,
} from '../small-sources.ts';

const first = assembleDefinition(smallSources);
const removal: DraftEdit = { kind: 'remove-item', section: 'D1', code: 'D1.2' };
const withoutItem = definitionAfter(removal);
const choices = (points: Readonly<Record<string, number>>): DraftEdit => ({
  kind: 'item',
  section: 'D1',
  item: choiceSource('D1.3', points),
});
const withoutChoice = definitionAfter(choices({ never: 0, daily: 4 }));

/** What is found in a draft after `before`, when all these versions, oldest first, have been published. */
const found = (before: Definition, after: Definition, ...versions: readonly Definition[]) =>
  checkChange(before, after, retiredCodesOf(versions, before)).map(({ code, path }) => `${code} ${path}`);

describe('permanent codes', () => {
  test('are those of items, of their choices and of the closing questions', () => {
    expect([...permanentCodesOf(first).keys()]).toEqual([
      ...['IB.export', 'IB.export/none', 'IB.export/some', 'IB.sales', 'IB.sales/none', 'IB.sales/some'],
      ...['D1.1', 'D1.2', 'D1.3', 'D1.3/never', 'D1.3/weekly'],
      ...['D1.importance', 'ALL.importance/little', 'ALL.importance/much', 'D1.wish', 'ALL.wish/no', 'ALL.wish/yes'],
      ...['PM1.1', 'PM1.2', 'PM1.importance', 'PM1.wish'],
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

    expect(checkChange(first, after, new Map())).toMatchObject([
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
  const reworded = definitionAfter(itemEdit('D1.2', { question: both('another') }));
  const otherChoice = { ...choiceSource('D1.3', { never: 0, weekly: 4 }), question: both('D1.3 question') };

  test('is not found of an item that comes back just as it was last published', () => {
    expect(found(withoutItem, first, first, withoutItem)).toEqual([]);
    expect(found(withoutItem, reworded, first, reworded, withoutItem)).toEqual([]);
  });

  test('is found of an item that comes back in other words than it last had', () => {
    expect(found(withoutItem, reworded, first, withoutItem)).toEqual(['code-reused D1.2']);
    expect(found(withoutItem, first, first, reworded, withoutItem)).toEqual(['code-reused D1.2']);
  });

  test('is found of an item that comes back as another kind of question', () => {
    const yesNo: ItemSource = { code: 'D1.2', kind: 'yes-no', forms: ['quick'], question: both('D1.2 question') };
    const after = definitionAfter(removal, { kind: 'new-item', section: 'D1', item: yesNo });

    expect(found(withoutItem, after, first, withoutItem)).toEqual(['code-reused D1.2']);
  });

  test('is not found of an item whose weight, place, form or condition is another than it was', () => {
    const item = ladderSource('D1.2', {
      weight: 5,
      forms: ['deep'],
      help: both('help'),
      appliesWhen: { branch: ['wood-building'] },
    });
    const after = definitionAfter(removal, { kind: 'new-item', section: 'D1', item });

    expect(found(withoutItem, after, first, withoutItem)).toEqual([]);
  });

  test('is found of an item and of those of its choices that say something else', () => {
    const without = definitionAfter({ kind: 'remove-item', section: 'D1', code: 'D1.3' });
    const choices = 'choices' in otherChoice ? otherChoice.choices : [];
    const item = {
      ...otherChoice,
      choices: choices.map((choice) => (choice.code === 'never' ? { ...choice, text: both('rarely') } : choice)),
    } as typeof otherChoice;
    const after = definitionAfter({ kind: 'item', section: 'D1', item });

    expect(found(without, after, first, without)).toEqual(['code-reused D1.3', 'code-reused D1.3/never']);
    expect(found(without, first, first, without)).toEqual([]);
  });

  test('is found of a choice that was taken away and comes back for something else', () => {
    const other = definitionAfter(choices({ never: 0, weekly: 4 }), {
      kind: 'item',
      section: 'D1',
      item: {
        ...choiceSource('D1.3', { never: 0, weekly: 4 }),
        choices: [
          { code: 'never', points: 0, text: both('never') },
          { code: 'weekly', points: 4, text: both('every week') },
        ],
      } as typeof otherChoice,
    });

    expect(checkChange(withoutChoice, other, retiredCodesOf([first, withoutChoice], withoutChoice))).toMatchObject([
      { code: 'code-reused', path: 'D1.3/weekly', file: 'dimensions/D1.yaml' },
    ]);
    expect(found(withoutChoice, first, first, withoutChoice)).toEqual([]);
  });

  test('is found once of a choice that all closing questions share', () => {
    const { perDimension } = smallSources.instrument;
    const withChoices = (...texts: readonly string[]): Definition => {
      const added = texts.map((text) => ({ code: 'later', text: both(text) }));
      const wish = { ...perDimension.wish, choices: [...perDimension.wish.choices, ...added] };
      return definitionAfter({ kind: 'perDimension', value: { ...perDimension, wish } });
    };
    const later = withChoices('later');

    expect(found(first, withChoices('never'), later, first)).toEqual(['code-reused ALL.wish/later']);
    expect(found(first, later, later, first)).toEqual([]);
  });

  test('is not found of a dimension that comes back after the closing questions were reworded', () => {
    const { perDimension } = smallSources.instrument;
    const wish = {
      question: both('Would you'),
      choices: perDimension.wish.choices.map((choice) => ({ ...choice, text: both(choice.code) })),
    };
    const edit: DraftEdit = { kind: 'perDimension', value: { ...perDimension, wish } };
    const sources = { ...smallSources, dimensions: smallSources.dimensions.slice(1) };
    const withoutDimension = assembleDefinition(edited(draftOf(sources), edit).sources);

    expect(found(withoutDimension, definitionAfter(edit), first, withoutDimension)).toEqual([]);
  });

  test('is not found while the code still stands in the version before', () => {
    expect(found(first, reworded, first, withoutItem, first)).toEqual([]);
    expect(found(withoutItem, withoutItem, first, withoutItem)).toEqual([]);
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
