import { describe, expect, test } from 'vitest';
import type { SizeClass } from '#shared/domain/firm/firm-profile.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { InstrumentSources } from '#shared/domain/instrument/source.ts';
import type { Meanings } from '#shared/domain/instrument/version/difference.ts';
import { diffVersions, isUnchanged } from '#shared/domain/instrument/version/difference.ts';
import {
  both,
  choiceSource,
  definitionAfter,
  dimensionSource,
  itemEdit,
  ladderSource,
  smallSources,
} from '../small-sources.ts';

const before = assembleDefinition(smallSources);
const { instrument } = smallSources;

function kindsAfter(after: Definition, meanings: Meanings = {}) {
  return Object.fromEntries(diffVersions(before, after, meanings).items.map(({ code, kinds }) => [code, kinds]));
}

const reworded = itemEdit('D1.1', { question: both('another question') });

describe('of each item it says what differs:', () => {
  test.each<[string, DraftEdit, Readonly<Record<string, readonly string[]>>]>([
    [
      'added',
      { kind: 'new-item', section: 'PM1', item: ladderSource('PM1.3', { forms: ['deep'] }) },
      { 'PM1.3': ['added'] },
    ],
    ['removed', { kind: 'remove-item', section: 'D1', code: 'D1.2' }, { 'D1.2': ['removed'] }],
    ['reworded', reworded, { 'D1.1': ['reworded'] }],
    ['reworded, by a help that is gone', helpTakenAway(), { 'D1.2': ['reworded'] }],
    ['moved in its section', order('D1.1', 'D1.3', 'D1.2'), { 'D1.3': ['moved'] }],
    ['moved, once, past several', order('D1.2', 'D1.3', 'D1.1'), { 'D1.1': ['moved'] }],
    ['moved out of a form', itemEdit('PM1.1', { forms: ['deep'] }), { 'PM1.1': ['moved'] }],
    [
      'rescaled, by other points',
      { kind: 'item', section: 'D1', item: choiceSource('D1.3', { never: 0, weekly: 3 }) },
      { 'D1.3': ['rescaled'] },
    ],
    [
      'rescaled and reworded, by one more choice',
      { kind: 'item', section: 'D1', item: choiceSource('D1.3', { never: 0, monthly: 2, weekly: 4 }) },
      { 'D1.3': ['reworded', 'rescaled'] },
    ],
    ['reweighted', itemEdit('D1.2', { weight: 3 }), { 'D1.2': ['reweighted'] }],
    [
      'path-changed, by a condition',
      itemEdit('PM1.1', { appliesWhen: { item: 'D1.1', atLeast: 2 } }),
      { 'PM1.1': ['path-changed'] },
    ],
    ['path-changed, by a way out', itemEdit('PM1.1', { allowsNotApplicable: true }), { 'PM1.1': ['path-changed'] }],
  ])('%s', (_name, edit, expected) => {
    expect(kindsAfter(definitionAfter(edit))).toEqual(expected);
  });

  test('reworded, by a note that other firms now read', () => {
    const noted = (sizes: SizeClass[]) =>
      definitionAfter(itemEdit('D1.1', { sizeNotes: [{ sizes, text: both('note') }] }));

    expect(diffVersions(noted(['1-4']), noted(['1-4', '5-9'])).items).toEqual([
      { code: 'D1.1', kinds: ['reworded'], meaning: null, texts: [] },
    ]);
  });

  test('all at once, in the order of the later version and then those that have gone', () => {
    const after = definitionAfter(
      { kind: 'remove-item', section: 'D1', code: 'D1.1' },
      itemEdit('D1.2', { weight: 5, question: both('other'), allowsDontKnow: false }),
      { kind: 'new-item', section: 'PM1', item: ladderSource('PM1.3') },
    );

    expect(diffVersions(before, after).items.map(({ code, kinds }) => [code, kinds])).toEqual([
      ['D1.2', ['reworded', 'reweighted', 'path-changed']],
      ['PM1.3', ['added']],
      ['D1.1', ['removed']],
    ]);
  });
});

describe('the meaning of a reworded item', () => {
  test.each([
    ['kept', { 'D1.1': 'kept' }],
    ['changed', { 'D1.1': 'changed' }],
    [null, {}],
    [null, { 'D1.2': 'kept' }],
  ] as const)('is %s when the editor says %j', (meaning, meanings) => {
    const [change] = diffVersions(before, definitionAfter(reworded), meanings).items;

    expect(change).toEqual({
      code: 'D1.1',
      kinds: ['reworded'],
      meaning,
      texts: [{ key: 'D1.1.question', before: both('D1.1 question'), after: both('another question') }],
    });
  });

  test('is not asked of an item that is only moved', () => {
    const [change] = diffVersions(before, definitionAfter(order('D1.1', 'D1.3', 'D1.2')), { 'D1.3': 'kept' }).items;

    expect(change).toMatchObject({ code: 'D1.3', meaning: null });
  });

  test('of closing questions is said once for all dimensions', () => {
    const { perDimension } = instrument;
    const wish = { ...perDimension.wish, question: both('Would you') };
    const after = definitionAfter({ kind: 'perDimension', value: { ...perDimension, wish } });

    expect(diffVersions(before, after, { 'ALL.wish': 'kept' }).items).toMatchObject([
      { code: 'D1.wish', kinds: ['reworded'], meaning: 'kept' },
      { code: 'PM1.wish', kinds: ['reworded'], meaning: 'kept' },
    ]);
  });
});

test('an item may be called band or feedback and is still seen to be reworded', () => {
  const sources = (words: string): InstrumentSources => ({
    ...smallSources,
    dimensions: [
      dimensionSource('D1', [ladderSource('D1.band', { question: both(words) }), ladderSource('D1.feedback')]),
      dimensionSource('PM1', [ladderSource('PM1.1')]),
    ],
  });
  const difference = diffVersions(assembleDefinition(sources('one')), assembleDefinition(sources('two')));

  expect(difference).toMatchObject({ items: [{ code: 'D1.band', kinds: ['reworded'] }], texts: [] });
});

describe('of the instrument as a whole it says', () => {
  test.each<[string, DraftEdit, object]>([
    [
      'which words of a dimension differ',
      {
        kind: 'section',
        section: 'D1',
        head: { name: both('renamed'), about: both('about'), bands: smallSources.dimensions[0]?.bands },
      },
      { texts: [{ key: 'D1.name', before: both('D1'), after: both('renamed') }] },
    ],
    [
      'which rules of scoring differ',
      {
        kind: 'scoring',
        value: { ...instrument.scoring, minimumShareAnswered: 0.5, bands: [...bands(), { code: 'high', from: 3 }] },
      },
      { scoring: ['minimumShareAnswered', 'bands'] },
    ],
    [
      'that the rules are another version',
      { kind: 'scoring', value: { ...instrument.scoring, version: 'v2' } },
      { scoring: ['version'] },
    ],
    [
      'which forms differ in length',
      { kind: 'forms', value: instrument.forms.map((form) => ({ ...form, minutes: 7 })) },
      { forms: ['quick', 'deep'] },
    ],
    [
      'which forms differ in name',
      {
        kind: 'forms',
        value: instrument.forms.map((form) => (form.code === 'deep' ? { ...form, name: both('n') } : form)),
      },
      { forms: ['deep'] },
    ],
  ])('%s', (_name, edit, expected) => {
    expect(diffVersions(before, definitionAfter(edit))).toEqual({
      ...{ items: [], texts: [], scoring: [], forms: [] },
      ...expected,
    });
  });

  test('that ladders are rescaled when the points of the scale change, and other kinds are not', () => {
    const after = definitionAfter({ kind: 'scoring', value: { ...instrument.scoring, ladderPoints: [0, 0, 2, 3, 4] } });

    expect(kindsAfter(after)).toEqual(
      Object.fromEntries(['D1.1', 'D1.2', 'PM1.1', 'PM1.2'].map((code) => [code, ['rescaled']])),
    );
  });

  test('that items are moved when their dimension changes sides', () => {
    const dimensions = smallSources.dimensions.map((dimension) =>
      dimension.code === 'D1' ? { ...dimension, part: 'module' as const } : dimension,
    );

    expect(kindsAfter(assembleDefinition({ ...smallSources, dimensions }))).toEqual(
      Object.fromEntries(['D1.1', 'D1.2', 'D1.3'].map((code) => [code, ['moved']])),
    );
  });
});

test('nothing differs between a version and itself, and one letter is enough to differ', () => {
  const after = definitionAfter(itemEdit('PM1.2', { question: { ...both('PM1.2 question'), en: 'PM1.2 Question' } }));

  expect(isUnchanged(diffVersions(before, structuredClone(before)))).toBe(true);
  expect(isUnchanged(diffVersions(before, after))).toBe(false);
});

function order(...codes: string[]): DraftEdit {
  return { kind: 'order', section: 'D1', codes };
}

function bands() {
  return instrument.scoring.bands.slice(0, 1);
}

function helpTakenAway(): DraftEdit {
  const { help: _help, ...item } = ladderSource('D1.2', { weight: 2 });
  return { kind: 'item', section: 'D1', item };
}
