// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyItem, type ItemValues, itemSourceIn, itemValuesOf } from '#client/src/features/editing/item-values.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { InstrumentSources, ItemSource } from '#shared/domain/instrument/source.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { instrumentSources } from '../../shared/instrument/arbitrary-instrument.ts';
import { shipped } from '../../shared/instrument/shipped-instrument.ts';
import { both, choiceSource, ladderSource } from '../../shared/instrument/small-sources.ts';

const itemsOf = ({ blocks, dimensions }: InstrumentSources): ItemSource[] =>
  [...blocks, ...dimensions].flatMap(({ items }) => items);

const text = (words: string) => ({ sv: words, en: words });
const base = { code: 'D1.1', forms: ['quick'], question: both('question') };
const ladderValues = itemValuesOf(ladderSource('D1.1'), 'sv');

describe('an item that is not touched is the same item', () => {
  test('of the instrument that ships, every one', () => {
    const items = itemsOf(sourcesOf(shipped));

    expect(items.length).toBeGreaterThan(100);
    for (const item of items) expect(itemSourceIn(itemValuesOf(item, 'sv')), item.code).toEqual(item);
  });

  test('of any instrument', () => {
    fc.assert(
      fc.property(instrumentSources, (sources) => {
        for (const item of itemsOf(sourcesOf(assembleDefinition(sources)))) {
          expect(itemSourceIn(itemValuesOf(item, 'sv'))).toEqual(item);
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each<ItemSource>([
    { ...base, kind: 'number', minimum: -0.5, maximum: 12.25, decimals: 2, unit: both('unit') },
    { ...base, kind: 'yes-no' },
    { ...base, kind: 'yes-no', points: { yes: 4, no: 0.25 } },
    { ...base, kind: 'text', maximumLength: 400 },
    choiceSource('D1.3', { never: 0, weekly: 2.75, unknown: undefined }),
    ladderSource('D1.1', { weight: 0, allowsDontKnow: false, allowsNotApplicable: true, help: both('help') }),
    ladderSource('D1.1', { sizeNotes: [{ sizes: ['1-4', '5-9'], text: both('note') }], trace: both('trace') }),
    ladderSource('D1.1', { appliesWhen: { not: { any: [{ sizeClass: ['1-4'] }] } }, subcontractor: both('job') }),
  ])('of kind $kind', (item) => {
    expect(itemSourceIn(itemValuesOf(item, 'sv'))).toEqual(item);
  });
});

test('what is as it would be anyway is left out of the item', () => {
  const spelled = ladderSource('D1.1', {
    weight: 1,
    allowsDontKnow: true,
    allowsNotApplicable: false,
    sizeNotes: [],
  });

  expect(itemSourceIn(itemValuesOf(spelled, 'sv'))).toEqual(ladderSource('D1.1'));
});

describe('numbers as they are typed', () => {
  test.each<[Partial<ItemValues>, object]>([
    [{ weight: ' 3 ' }, { weight: 3 }],
    [{ kind: 'yes-no', pointsYes: '0,5', pointsNo: '0' }, { points: { yes: 0.5, no: 0 } }],
    [{ kind: 'text', maximumLength: '1 200' }, { maximumLength: 1200 }],
    [
      { kind: 'number', minimum: '−1,5', maximum: '10.25', decimals: '2', unit: text('kg') },
      { minimum: -1.5, maximum: 10.25, decimals: 2 },
    ],
  ])('%j', (typed, meant) => {
    expect(itemSourceIn({ ...ladderValues, ...typed })).toMatchObject(meant);
  });

  test.each([
    ['sv', '2,75'],
    ['en', '2.75'],
  ] as const)('a decimal is shown as %s writes it: %s', (language, written) => {
    const values = itemValuesOf(choiceSource('D1.3', { never: 0, weekly: 2.75 }), language);

    expect(values.choices.map(({ points }) => points)).toEqual(['0', written]);
  });
});

describe('fields that mean no item', () => {
  const choice = (code: string, points = '') => ({ code, points, text: text(code) });

  test.each<[string, Partial<ItemValues>]>([
    ['no question in one language', { question: { sv: 'Hur?', en: ' ' } }],
    ['half a help', { help: { sv: '', en: 'Think.' } }],
    ['a level without words', { levels: ['a', 'b', 'c', 'd', ''].map(text) }],
    ['a code that is none', { code: 'd1.1' }],
    ['no weight', { weight: '' }],
    ['a weight that is not whole', { weight: '1,5' }],
    ['too much weight', { weight: '11' }],
    ['a size note for nobody', { sizeNotes: [{ sizes: [], text: text('note') }] }],
    ['one choice', { kind: 'single-choice', choices: [choice('one')] }],
    ['a choice with a code that is none', { kind: 'single-choice', choices: [choice('one'), choice('Två')] }],
    ['points between the quarters', { kind: 'multiple-choice', choices: [choice('a', '0,3'), choice('b')] }],
    ['points that are words', { kind: 'multiple-choice', choices: [choice('a', 'två'), choice('b')] }],
    ['points for yes alone', { kind: 'yes-no', pointsYes: '4' }],
    ['no unit', { kind: 'number' }],
    ['a limit in words', { kind: 'number', unit: text('kg'), maximum: 'tio' }],
    ['no length', { kind: 'text', maximumLength: '' }],
  ])('%s', (_what, typed) => {
    expect(itemSourceIn({ ...ladderValues, ...typed })).toBeUndefined();
  });

  test('a new item, before anything is written', () => {
    expect(itemValuesOf(null, 'sv')).toEqual(emptyItem());
    expect(itemSourceIn(emptyItem())).toBeUndefined();
  });
});
