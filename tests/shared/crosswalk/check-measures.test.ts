import { expect, test } from 'vitest';
import { checkMeasures } from '#shared/domain/crosswalk/check-measures.ts';
import type { Bound, Measure, MeasureRow } from '#shared/domain/crosswalk/measure.ts';
import { shipped } from '../instrument/shipped-instrument.ts';
import { dii, dmat } from './shipped-measures.ts';

const words = { sv: 'Ord', en: 'Word' };
const rowOf = (...from: Bound[]): MeasureRow => ({ code: 'row', text: words, derived: { from, because: words } });

function measureOf(rows: readonly MeasureRow[], kind: 'ticks' | 'extents' | 'stages' = 'ticks'): Measure {
  const question = { code: 'question', number: 1, kind, text: words, rows: [...rows] };
  const [dimension] = dii.dimensions;
  if (dimension === undefined) throw new Error('no dimension');
  return { ...dmat, dimensions: [{ ...dimension, questions: [question] }] };
}

const codesOf = (...measures: Measure[]): string[] =>
  checkMeasures(measures, shipped.structure).map(({ code }) => code);

test('what ships fits the questionnaire', () => {
  expect(checkMeasures([dmat, dii], shipped.structure)).toEqual([]);
});

test.each<[string, Bound]>([
  ['unknown-item', { lowest: 1, when: { item: 'D99.1', atLeast: 1 } }],
  ['unfit-fact', { lowest: 1, when: { item: 'IB.sales', atLeast: 1 } }],
  ['unfit-fact', { lowest: 1, when: { item: 'D1.1', choices: ['some'] } }],
  ['unfit-fact', { lowest: 1, when: { item: 'IB.sales', choices: ['huge'] } }],
  ['unfit-fact', { highest: 0, when: { item: 'D1.1', isNotApplicable: true } }],
  ['unknown-row', { lowest: 1, when: { row: 'nowhere', atLeast: 1 } }],
  ['idle-bound', { lowest: 0, when: { item: 'D1.1', atLeast: 1 } }],
  ['idle-bound', { lowest: 2, when: { item: 'D1.1', atLeast: 1 } }],
  ['idle-bound', { highest: 1, when: { item: 'D1.1', atMost: 1 } }],
])('refuses what cannot be derived: %s', (code, bound) => {
  expect(codesOf(measureOf([rowOf(bound)]))).toEqual([code]);
});

test('refuses a row that is derived from itself, and a step that a row does not have', () => {
  expect(codesOf(measureOf([rowOf({ lowest: 1, when: { row: 'row', atLeast: 1 } })]))).toEqual(['derived-from-itself']);
  expect(codesOf(measureOf([rowOf({ lowest: 1, when: { row: 'row', atLeast: 5 } })]))).toEqual([
    'derived-from-itself',
    'unknown-step',
  ]);
});

test('refuses codes that stand twice, and bands that do not begin at nothing, rise and stay within the scale', () => {
  const [first, second] = dmat.bands;
  if (first === undefined || second === undefined) throw new Error('no bands');

  expect(codesOf(dmat, dmat)).toContain('repeated-code');
  for (const bands of [[second], [first, first], [first, { ...second, from: 101 }]]) {
    expect(codesOf({ ...dmat, bands }, dii)).toEqual(['bands-out-of-order']);
  }
});

test('refuses steps without words, a scale that excludes, a question without points and a scale in points', () => {
  const plain: MeasureRow = { code: 'row', text: words };

  expect(codesOf({ ...measureOf([plain]), steps: { ...dmat.steps, ticks: [] } })).toEqual(['steps-without-words']);
  expect(codesOf(measureOf([{ ...plain, isExclusive: true }]))).toEqual(['nothing-counted']);
  expect(codesOf(measureOf([plain, { ...plain, code: 'other', isExclusive: true }], 'stages'))).toEqual([
    'exclusive-scale',
  ]);
  expect(codesOf({ ...measureOf([plain], 'stages'), scale: 'points', bands: dmat.bands.slice(0, 1) })).toEqual([
    'scale-in-points',
  ]);
});
