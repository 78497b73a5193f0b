import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { findTop } from '#shared/domain/benchmark/finding.ts';
import { measuresFrom, sourcesOf } from '#shared/domain/benchmark/measure-code.ts';
import { rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { documentOf } from '../../client/releases/release-fixture.ts';

const nothing = {
  ...{ firms: null, mean: null, lowQuartile: null, median: null },
  ...{ highQuartile: null, classes: null, coarse: null },
};
const cellOf = (measure: string, shown: Partial<ReleaseCell>, group = 'all'): ReleaseCell => ({
  ...{ measure, group, ...nothing },
  ...shown,
});
const document = documentOf();
const ranked = (cells: readonly ReleaseCell[], measures = cells.map(({ measure }) => measure), group = 'all') =>
  rankShares({ ...document, cells: [...cells] }, measures, group);

// 45 % of 120 is 54, to the nearest five 55; 5 % of 95 is 4.75, told as 5; nothing of 40 is nothing.
test('the most common comes first, with about how many firms it is', () => {
  const cells = [
    cellOf('gap.D1', { firms: 95, classes: [95, 5] }),
    cellOf('gap.D2', { firms: 40, classes: [100, 0] }),
    cellOf('gap.D9', { firms: 120, classes: [55, 45] }),
  ];
  expect(ranked(cells)).toEqual([
    { measure: 'gap.D9', share: 45, firms: 120, affected: 55 },
    { measure: 'gap.D1', share: 5, firms: 95, affected: 5 },
    { measure: 'gap.D2', share: 0, firms: 40, affected: 0 },
  ]);
});

// 5 % of 45 is 2.25 and 95 % of it 42.75: to the nearest five nobody, and all of them.
test('a share that is not nothing is not told as nobody, nor one that is not all as everybody', () => {
  const cells = [
    cellOf('gap.D1', { firms: 45, classes: [5, 95] }),
    cellOf('gap.D2', { firms: 45, classes: [95, 5] }),
    cellOf('gap.D9', { firms: 45, classes: [0, 100] }),
  ];
  expect(ranked(cells).map(({ share, affected }) => [share, affected])).toEqual([
    [100, 45],
    [95, 40],
    [5, 5],
  ]);
});

test('what is hidden comes last, as does what the release does not have, and looks like it', () => {
  const found = ranked(
    [cellOf('gap.D1', {}), cellOf('gap.D2', { firms: 40, classes: [90, 10] })],
    ['gap.D1', 'gap.D2', 'gap.D3'],
  );
  expect(found.map(({ measure }) => measure)).toEqual(['gap.D2', 'gap.D1', 'gap.D3']);
  expect({ ...found[1], measure: '' }).toEqual({ ...found[2], measure: '' });
});

test('a share that is hidden of a group that is shown gives no number of firms', () => {
  expect(ranked([cellOf('gap.D1', { firms: 40 })])).toEqual([
    { measure: 'gap.D1', share: null, firms: 40, affected: null },
  ]);
});

test('only the group that is asked for counts', () => {
  const cells = [
    cellOf('gap.D1', { firms: 40, classes: [90, 10] }),
    cellOf('gap.D1', { firms: 20, classes: [50, 50] }, 'county=17'),
  ];
  expect(ranked(cells, ['gap.D1'], 'county=17')[0]?.share).toBe(50);
});

test('whatever is published, the shares never rise down the list and no firm is more than have answered', () => {
  const shown = fc.record({
    firms: fc.integer({ min: 2, max: 400 }).map((each) => each * 5),
    no: fc.nat(20).map((each) => each * 5),
  });
  fc.assert(
    fc.property(fc.array(fc.option(shown), { maxLength: 20 }), (all) => {
      const cells = all.map((each, at) =>
        cellOf(`gap.D${at}`, each === null ? {} : { firms: each.firms, classes: [each.no, 100 - each.no] }),
      );
      const found = ranked(cells);
      expect(found.map(({ measure }) => measure).toSorted()).toEqual(cells.map(({ measure }) => measure).toSorted());
      for (const [at, { share, firms, affected }] of found.entries()) {
        expect(share ?? -1).toBeLessThanOrEqual(at === 0 ? 100 : (found[at - 1]?.share ?? -1));
        expect(affected ?? 0).toBeLessThanOrEqual(firms ?? 0);
        expect((affected ?? 0) > 0).toBe((share ?? 0) > 0);
      }
    }),
  );
});

test('what measures are taken from is told once, in the order of the list', () => {
  const measures = ['women.all', 'gap.D1', 'D1', 'gap.D2', 'D1.wish'];
  expect(sourcesOf(measures)).toEqual(['level', 'wish', 'gap', 'women']);
  expect(measuresFrom(measures, 'gap')).toEqual(['gap.D1', 'gap.D2']);
});

test('a title names what is most common, though many share the other end', () => {
  const named = (firms: number, ...means: number[]) => means.map((mean, at) => ({ name: String(at), mean, firms }));
  expect(findTop(named(500, 65, 65, 10, 5, 5, 5), 'share')?.map(({ name }) => name)).toEqual(['0', '1']);
  expect(findTop(named(500, 15, 15, 15, 5), 'share')).toBeNull();
  expect(findTop(named(500, 10, 5, 5), 'share')).toBeNull();
  // Of three with 30 firms each chance makes 2.394 · 50 · √(2/30) = 31 percentage points.
  expect(findTop(named(30, 35, 10, 5), 'share')).toBeNull();
  expect(findTop(named(30, 40, 10, 5), 'share')?.map(({ name }) => name)).toEqual(['0']);
  expect(findTop([], 'share')).toBeNull();
});
