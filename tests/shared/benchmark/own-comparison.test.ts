import { expect, test } from 'vitest';
import {
  compareWithRelease,
  type OwnContribution,
  takeEachFromNewest,
} from '#shared/domain/benchmark/own-comparison.ts';
import { documentOf } from '../../client/releases/release-fixture.ts';

const profile = { municipality: '1780', branch: 'steel-and-metals', sizeClass: '10-49' } as const;
const document = documentOf();
const { spec } = document;

/** County 17, steel, 10–49, of six branches, five sizes and four kinds of municipality: (0 · 30 + 0 · 5 + 2) · 4 = 8. Has D1, D2. */
const own: OwnContribution = { stratum: 8, measured: 0b11n, levels: { D1: 3.5, D2: 1 } };
const peersOf = (groups: ReturnType<typeof compareWithRelease>, key: string, measure: string) =>
  groups.find((group) => group.key === key)?.peers.find((peers) => peers.measure === measure);

test('a firm has the groups it belongs to, pairs first and all firms last', () => {
  expect(compareWithRelease(document, profile, null).map(({ key }) => key)).toEqual([
    'county=17&branch=steel-and-metals',
    'county=17&size=10-49',
    'branch=steel-and-metals&size=10-49',
    'county=17',
    'branch=steel-and-metals',
    'size=10-49',
    'all',
  ]);
});

test('a firm outside the counties has no county', () => {
  const keys = compareWithRelease(document, { ...profile, municipality: 'outside' }, null).map(({ key }) => key);
  expect(keys.filter((key) => key.includes('county'))).toEqual([]);
  expect(keys).toContain('all');
});

test('what is not in the release is not taken out', () => {
  const groups = compareWithRelease(document, profile, null);
  expect(peersOf(groups, 'county=17', 'D1')).toMatchObject({ firms: 35, mean: 1.2, median: 1.1 });
});

// (1.2 · 35 − 3.5) / 34 = 38.5 / 34 = 1.132; (1.6 · 15 − 3.5) / 14 = 20.5 / 14 = 1.464; 14 is told as 15, 34 as 35.
test('the own answers are taken out of each group they are in', () => {
  const groups = compareWithRelease(document, profile, own);
  expect(peersOf(groups, 'county=17', 'D1')).toMatchObject({ firms: 35, mean: 1.1, median: 1.1 });
  expect(peersOf(groups, 'county=17&branch=steel-and-metals', 'D1')).toMatchObject({ firms: 15, mean: 1.5 });
});

// Counted in county 20, (30 + 2) · 4 = 128, and moved since: county 17 is whole, all firms are not: (1.4 · 120 − 3.5) / 119 = 1.382.
test('a firm that has moved is taken out of where it was counted', () => {
  const groups = compareWithRelease(document, profile, { ...own, stratum: 128, levels: { D1: 4, PM1: 4 } });
  expect(peersOf(groups, 'county=17', 'D1')).toMatchObject({ mean: 1.2 });
  expect(peersOf(groups, 'all', 'D1')).toMatchObject({ firms: 120, mean: 1.4 });
});

// The third measure is not among its bits: PM1 stays as it is published, whatever level the firm has.
test('a measure that the firm is not counted in stays as it is', () => {
  const groups = compareWithRelease(document, profile, { ...own, levels: { ...own.levels, PM1: 0 } });
  expect(peersOf(groups, 'all', 'PM1')).toMatchObject({ firms: 80, mean: 2 });
});

test('what is hidden, and what the own level is missing of, is nothing', () => {
  const groups = compareWithRelease(document, profile, { ...own, levels: {} });
  expect(peersOf(groups, 'all', 'D1')).toBeUndefined();
  expect(peersOf(groups, 'branch=steel-and-metals', 'D1')).toBeUndefined();
  expect(peersOf(groups, 'all', 'X1')).toBeUndefined();
});

// A pair of ten, with the own answers nine others: fewer than the ten that a group must have.
test('nothing is told of fewer others than a group must have', () => {
  const cells = document.cells.map((cell) =>
    cell.group === 'county=17' && cell.measure === 'D1' ? { ...cell, firms: 10 } : cell,
  );
  expect(peersOf(compareWithRelease({ spec, cells }, profile, own), 'county=17', 'D1')).toBeUndefined();
  expect(peersOf(compareWithRelease({ spec, cells }, profile, null), 'county=17', 'D1')).toMatchObject({ firms: 10 });
});

test('each area of each group is taken from the newest release that shows it', () => {
  const groups = compareWithRelease(document, profile, null);
  // The newer one has one area, by county only, and hides it in the county.
  const onlyArea = { ...spec, measures: ['D1'], breakdowns: [[], ['county']] };
  const cells = document.cells.filter(({ measure, group }) => measure === 'D1' && group === 'all');
  const newer = compareWithRelease({ spec: onlyArea, cells }, profile, null);
  const taken = takeEachFromNewest([
    { number: 5, groups: newer },
    { number: 1, groups },
  ]);
  const from = (key: string) =>
    taken.find((group) => group.key === key)?.peers.map(({ measure, release }) => `${measure} ${release}`);

  expect(taken.map(({ key }) => key)).toEqual(expect.arrayContaining(groups.map(({ key }) => key)));
  expect(taken.map(({ place }) => Object.keys(place).length)).toEqual([2, 2, 2, 1, 1, 1, 0]);
  expect(from('all')).toEqual(expect.arrayContaining(['D1 5', 'D2 1', 'PM1 1']));
  expect(from('county=17')).toContain('D1 1');
});
