import { expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { type ReleaseCell, sharesOf } from '#shared/domain/benchmark/cell.ts';
import { nearPairs } from '#shared/domain/benchmark/difference.ts';
import { isDominated, protectionLevel } from '#shared/domain/benchmark/dominance.ts';
import { type Frame, type Group, groupsOf } from '#shared/domain/benchmark/frame.ts';
import type { Material, Tally } from '#shared/domain/benchmark/material.ts';
import { countMeasure, levelMeasure } from '#shared/domain/benchmark/measure.ts';
import { peersOf } from '#shared/domain/benchmark/own-comparison.ts';
import { coarsen, rangeOfOne, tellingClasses } from '#shared/domain/benchmark/primary.ts';
import { audit, type Pattern, protect } from '#shared/domain/benchmark/protect.ts';
import { mayShowQuantile, quantileOf } from '#shared/domain/benchmark/quantile.ts';
import type { DisclosureRules } from '#shared/domain/benchmark/rules.ts';
import { standing } from './standings.ts';

const solver = await loadLinearSolver();

const rules: DisclosureRules = {
  version: 'worked',
  fewestFirms: 10,
  fewestOutside: 3,
  fewestInClass: 3,
  onEitherSide: 10,
  leastDoubtPercent: 25,
  roundTo: 5,
  fewestDifferent: 10,
  costs: [100, 10, 1],
};

const table = (rows: number, columns: number): Frame => {
  const named = (code: string, many: number) => ({
    code,
    values: Array.from({ length: many }, (_, at) => `${at + 1}`),
  });
  return {
    attributes: [named('row', rows), named('column', columns)],
    breakdowns: [[], ['row'], ['column'], ['row', 'column']],
  };
};

const firmsOnly = (counts: readonly number[]): Material => ({
  measure: countMeasure('firms'),
  tallies: counts.map((count): Tally => new Map(count === 0 ? [] : [[0, count]])),
  insiders: [],
});

const shownOnly = (groups: readonly Group[], hidden: readonly string[]): Pattern => ({
  reasons: groups.map(({ key }) => (hidden.includes(key) ? 'secondary' : null)),
  fineness: groups.map(() => 'hidden'),
});

const cell = (row: number, column: number): string => `row=${row}&column=${column}`;

/*
 * Rows and columns of      20  3 | 23      The 3 is 23 - 20 in its row and 33 - 30 in its column. With 20, 30 and 25
 * one cell of three firms  25 30 | 55      hidden as well, x = 3 becomes 0 <= x <= 23: x = 0 gives 23, 33 and 22, and
 *                          45 33 | 78      x = 10 gives 13, 23 and 32.
 */
test('a cell of few firms is found by subtraction, until each row and column hides another', () => {
  const groups = groupsOf(table(2, 2));
  const material = firmsOnly([20, 3, 25, 30]);
  const found = audit(groups, material, shownOnly(groups, [cell(1, 2)]), { rules, solver }).findings;
  const pattern = protect(groups, material, { rules, solver, cover: 'exact' });

  expect(found.map(({ low, high }) => [low, high])).toContainEqual([3, 3]);
  expect(groups.flatMap(({ key }, at) => (pattern.reasons[at] === null ? [] : [key]))).toEqual([
    cell(1, 1),
    cell(1, 2),
    cell(2, 1),
    cell(2, 2),
  ]);
});

/*
 * Two hidden in each row and each column, and one of them is found all the same (the trap of sdcTable's old simple
 * heuristic). Hidden: a b | . .   Row 1: a + b = 23   The pairs share no column: nothing but the rows and columns of
 *                     c d | . .   Row 2: c + d = 41   each block holds them, and in the first, all of whose cells are
 *                     . . | e f   Col 1: a + c = 40   ten at least but b = 3, b can be 0 to 23 and all is well. In the
 *                     . . | g h   Col 2: b + d = 24   second e + f = 7, g + h = 9, e + g = 8: none of the four can be
 *                                                     ten, so that each is known to be of few: e lies in 0..7.
 */
test('two hidden in every row and column are not enough when the hidden ones are few together', () => {
  const counts = [20, 3, 30, 40, 20, 21, 50, 30, 40, 30, 4, 3, 60, 20, 4, 5];
  const groups = groupsOf(table(4, 4));
  const material = firmsOnly(counts);
  const blocks = [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [3, 3],
    [3, 4],
    [4, 3],
    [4, 4],
  ].map(([row = 0, column = 0]) => cell(row, column));
  const found = audit(groups, material, shownOnly(groups, blocks), { rules, solver }).findings;
  const about = found.map(({ target }) => ('group' in target.about ? groups[target.about.group]?.key : ''));
  const pattern = protect(groups, material, { rules, solver, cover: 'exact' });

  expect(new Set(about)).toEqual(new Set([cell(3, 3), cell(3, 4), cell(4, 3), cell(4, 4)]));
  expect(audit(groups, material, pattern, { rules, solver }).findings).toEqual([]);
});

/*
 * All 45 firms together, and three rows of 20, 22 and 3. The 3 would be 45 - 42; with the smaller of the others hidden
 * too, 25 are left for the two.
 */
test('of the rows of a table the smallest other one is hidden beside the one of few', () => {
  const groups = groupsOf({ attributes: [{ code: 'row', values: ['1', '2', '3'] }], breakdowns: [[], ['row']] });
  const pattern = protect(groups, firmsOnly([20, 22, 3]), { rules, solver, cover: 'exact' });

  expect(pattern.reasons).toEqual([null, 'secondary', null, 'few-firms']);
});

/*
 * Ten firms of one row at level 4.0 but one at 3.6: their sum is 39.6, so that each has 39.6 - 9 · 4 = 3.6 at least. The
 * mean tells each of them to within 0.4 of a level, and a quarter of the scale is one level.
 */
test('a mean at the end of the scale tells every firm, and is not shown', () => {
  const groups = groupsOf({ attributes: [{ code: 'row', values: ['1', '2', '3'] }], breakdowns: [[], ['row']] });
  const middle: Tally = new Map([
    [100, 10],
    [200, 20],
    [300, 10],
  ]);
  const material: Material = {
    measure: levelMeasure('D1'),
    tallies: [
      new Map([
        [400, 9],
        [360, 1],
      ]),
      middle,
      middle,
    ],
    insiders: [],
  };
  const { reasons } = protect(groups, material, { rules, solver, cover: 'exact' });

  expect(rangeOfOne(10, [3960, 3960], 400)).toEqual([360, 400]);
  expect(reasons[1]).toBe('uniform');
  expect(reasons.filter((reason) => reason === 'secondary')).toHaveLength(1);
});

/* Twelve firms, and a provider that sees ten of them: two are left, whose sum it gets by taking its ten away. */
test('a group that a provider sees nearly all of is not shown', () => {
  const groups = groupsOf({ attributes: [{ code: 'row', values: ['1', '2', '3'] }], breakdowns: [[], ['row']] });
  const spread: Tally = new Map([
    [100, 4],
    [200, 4],
    [300, 4],
  ]);
  const seeing = (seen: number) =>
    protect(
      groups,
      { measure: levelMeasure('D1'), tallies: [spread, spread, spread], insiders: [[seen, 0, 0]] },
      { rules, solver, cover: 'exact' },
    ).reasons[1];

  expect([9, 10, 11].map(seeing)).toEqual([null, 'insider', 'insider']);
});

/*
 * Handbook, chapter 4, p%-rule. Parts 100, 40 and 8: X - x1 - x2 = 8, and ten per cent of 100 is 10. The second largest
 * knows 148 - 40 = 108 for the largest, eight above: within ten per cent. It has to be believed that the sum is
 * 10 - 8 = 2 larger. With a third part of 12 it is not.
 */
test('a sum is dominated when the second largest comes within p per cent of the largest', () => {
  expect(isDominated([100, 40, 8], 10)).toBe(true);
  expect(protectionLevel([100, 40, 8], 10)).toBe(2);
  expect(isDominated([40, 12, 100], 10)).toBe(false);
  expect(protectionLevel([40, 12, 100], 10)).toBe(0);
  expect(isDominated([-100, 40, 8], 10)).toBe(true);
  expect(isDominated([5], 10)).toBe(true);
  expect(isDominated([], 10)).toBe(false);
});

/* A median needs 10 / 0.5 = 20 firms and a quartile 10 / 0.25 = 40. */
test('a quantile has ten firms on either side', () => {
  expect([19, 20].map((firms) => mayShowQuantile(firms, 0.5, 10))).toEqual([false, true]);
  expect([39, 40].map((firms) => mayShowQuantile(firms, 0.75, 10))).toEqual([false, true]);
});

/* Values 1 2 2 3 7: a quarter is 1.25 firms, in the second; half is 2.5, in the third. Of 1 2 4 8 half lies between 2, 4. */
test('a quantile is the value it falls in, or lies half-way between two', () => {
  const odd: Tally = new Map([
    [7, 1],
    [2, 2],
    [1, 1],
    [3, 1],
  ]);
  expect([0.25, 0.5, 0.75].map((part) => quantileOf(odd, part))).toEqual([2, 2, 3]);
  expect(
    quantileOf(
      new Map([
        [1, 1],
        [2, 1],
        [4, 1],
        [8, 1],
      ]),
      0.5,
    ),
  ).toBe(3);
  expect(quantileOf(new Map(), 0.5)).toBe(null);
});

test('classes of few firms and one of all firms tell, and broader ones may not', () => {
  expect(tellingClasses([0, 3, 8, 2, 4], rules)).toEqual([3]);
  expect(tellingClasses([0, 0, 12, 0, 0], rules)).toEqual([2]);
  expect(tellingClasses([0, 4, 8, 0, 0], rules)).toEqual([]);
  expect(tellingClasses(coarsen([1, 3, 8, 2, 4], levelMeasure('D1').coarse), rules)).toEqual([]);
});

/*
 * 3, 3, 3 and 11 of 20: 15, 15, 15 and 55 per cent, three steps and eleven. 1 of 100 is a fifth of a step and gets one,
 * from the largest: 5 and 95.
 */
test('shares are whole steps, 100 in all, and none of a class that is not empty is nothing', () => {
  expect(sharesOf([3, 3, 3, 11])).toEqual([15, 15, 15, 55]);
  expect(sharesOf([1, 99])).toEqual([5, 95]);
  expect(sharesOf([1, 1, 1])).toEqual([35, 35, 30]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
});

/*
 * One firm has withdrawn between two releases of the same period. All firms were 12 + 14 and are 11 + 14: the pair
 * differs by one, and so does the row it was in.
 */
test('a consent withdrawn between two releases is seen as a difference of one', () => {
  const groups = groupsOf({ attributes: [{ code: 'row', values: ['1', '2'] }], breakdowns: [[], ['row']] });
  const before = { release: 0, groups };
  const after = { release: 1, groups };
  const withdrawn = [standing([0, 0], 11), standing([0, null], 1), standing([1, 1], 14)];

  expect(nearPairs(before, after, withdrawn, rules)).toEqual([
    { before: 'all', after: 'all', firms: 1 },
    { before: 'row=1', after: 'row=1', firms: 1 },
  ]);
  const later = [standing([0, null], 12), standing([1, null], 14), standing([null, 0], 13), standing([null, 1], 12)];
  expect(nearPairs(before, after, later, rules)).toEqual([]);
});

/*
 * Five of 45 firms have answered again. All firms are the same 45, but the sum of their levels has moved by what those five
 * have changed: five, and not the ten answers that are in one of the two only. Ten of them are enough.
 */
test('a firm that has answered again between two releases makes them differ by one, not by two', () => {
  const all = groupsOf({ attributes: [{ code: 'row', values: ['1'] }], breakdowns: [[]] });
  const near = (firms: number) =>
    nearPairs(
      { release: 0, groups: all },
      { release: 1, groups: all },
      [standing([0, 0], 45 - firms), standing([0, 0], firms, [0, 1])],
      rules,
    );

  expect(near(5)).toEqual([{ before: 'all', after: 'all', firms: 5 }]);
  expect(near(10)).toEqual([]);
});

/* Twenty firms at 2.0, and ours at 3.9: the others have (40 - 3.9) / 19 = 1.9. Of eleven shown as ten, nine are left. */
test('a firm is compared with the others of its group, when enough are left', () => {
  const shown: ReleaseCell = {
    measure: 'D1',
    group: 'all',
    firms: 20,
    mean: 2,
    lowQuartile: null,
    median: 2,
    highQuartile: null,
    classes: null,
    coarse: null,
  };
  expect(peersOf(shown, { level: 3.9, isInCell: true }, rules)).toMatchObject({ firms: 19, mean: 1.9 });
  expect(peersOf(shown, { level: 3.9, isInCell: false }, rules)).toMatchObject({ firms: 20, mean: 2 });
  expect(peersOf({ ...shown, firms: 10 }, { level: 3.9, isInCell: true }, rules)).toBe(null);
  expect(peersOf({ ...shown, firms: null, mean: null }, { level: 3.9, isInCell: true }, rules)).toBe(null);
});
