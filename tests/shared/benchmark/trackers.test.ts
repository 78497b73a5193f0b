import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { nearPairs } from '#shared/domain/benchmark/difference.ts';
import { type Group, groupsOf } from '#shared/domain/benchmark/frame.ts';
import type { Standing } from '#shared/domain/benchmark/standing.ts';
import { countTrackers } from '#shared/domain/benchmark/trackers.ts';
import { standing as stand } from './standings.ts';

const solver = await loadLinearSolver();
const rules = { fewestDifferent: 10 };

const counties = groupsOf({ attributes: [{ code: 'county', values: ['1', '2', '3'] }], breakdowns: [[], ['county']] });
const showing = (...keys: string[]): Group[] => counties.filter(({ key }) => keys.includes(key));

const inPairs = (shown: readonly Group[][], standings: readonly Standing[], [one, other]: [number, number]) =>
  nearPairs(
    { release: one, groups: shown[one] ?? [] },
    { release: other, groups: shown[other] ?? [] },
    standings,
    rules,
  );

describe('what several releases tell together', () => {
  /*
   * All firms and county 3 are shown in both releases, counties 1 and 2 in none. Twelve firms leave: ten of county 3 and
   * two of county 1. Both shown groups differ by ten at least: 12 and 10. But all firms less county 3 were 50 and are 48:
   * the two that left are told by (all - 3) before, less (all - 3) after.
   */
  test('two releases whose groups are all far apart can still track two firms that left', () => {
    const shown = [showing('all', 'county=3'), showing('all', 'county=3')];
    const standings = [
      stand([0, 0], 28),
      stand([0, null], 2),
      stand([1, 1], 20),
      stand([2, 2], 30),
      stand([2, null], 10),
    ];

    expect(inPairs(shown, standings, [0, 1])).toEqual([]);
    expect(countTrackers(shown, standings, rules, solver)).toBe(1);
  });

  /*
   * Forty firms are in all three releases. Ten (x) are in the first and not in the second, ten others (y) in the second
   * and not in the first. The third shows x with two more (z) as county 1, and y as county 2; the forty are not shown.
   * Each two releases differ by ten at least wherever they show groups, but second - first + county 1 - county 2
   * = (40 + y) - (40 + x) + (x + z) - y = z: two firms.
   */
  test('three releases track what no two of them do', () => {
    const shown = [showing('all'), showing('all'), showing('county=1', 'county=2')];
    const standings = [
      stand([0, 0, 2], 40),
      stand([0, null, 0], 10),
      stand([null, 0, 1], 10),
      stand([null, null, 0], 2),
    ];
    const without = (dropped: number) =>
      countTrackers(
        shown.map((groups, at) => (at === dropped ? [] : groups)),
        standings,
        rules,
        solver,
      );

    expect([inPairs(shown, standings, [0, 1]), inPairs(shown, standings, [0, 2])]).toEqual([[], []]);
    expect([without(0), without(1), without(2)]).toEqual([0, 0, 0]);
    expect(countTrackers(shown, standings, rules, solver)).toBe(1);
  });

  /* As the first example, but twelve leave county 1: (all - 3) before and after differ by twelve. */
  test('so many firms that each sum is apart by ten are tracked by none', () => {
    const shown = [showing('all', 'county=3'), showing('all', 'county=3')];
    const standings = [stand([0, 0], 28), stand([0, null], 12), stand([1, 1], 20), stand([2, 2], 30)];

    expect(countTrackers(shown, standings, rules, solver)).toBe(0);
  });

  /* Counties 1 and 2 are nine firms, which all less county 3 tells in either release: not by the two together. */
  test('what one release tells is not counted again', () => {
    const shown = [showing('all', 'county=3'), showing('all', 'county=3')];
    const standings = [stand([0, 0], 4), stand([1, 1], 5), stand([2, 2], 30)];

    expect(countTrackers(shown, standings, rules, solver)).toBe(0);
  });

  /*
   * Seventeen firms have answered again, five in county 1 and twelve in county 2. All and county 2 are shown twice and differ
   * by seventeen and twelve firms. But all less county 2, after less before, is what the five have changed: 5, not the 10 of
   * their answers. With ten in county 1 it is ten.
   */
  test('firms that have answered again are weighed once', () => {
    const shown = [showing('all', 'county=2'), showing('all', 'county=2')];
    const again = (firms: number, county: number): Standing => stand([county, county], firms, [0, 1]);
    const standings = (inFirst: number): Standing[] => [
      stand([0, 0], 28),
      again(inFirst, 0),
      stand([1, 1], 20),
      again(12, 1),
      stand([2, 2], 30),
    ];

    expect(inPairs(shown, standings(5), [0, 1])).toEqual([]);
    expect(countTrackers(shown, standings(5), rules, solver)).toBe(1);
    expect(countTrackers(shown, standings(10), rules, solver)).toBe(0);
  });

  /*
   * All are 30 and then 31: the one more has been told of already, by the first two. It answers again. The third release shows
   * county 1 and 2 of twelve each, and the fourth all of these and the one: 25 - 12 - 12 is its new answer, which nobody knew.
   */
  test('a firm that was told of before is told of no more by what it has answered since', () => {
    const shown = [showing('all'), showing('all'), showing('county=1', 'county=2'), showing('all')];
    const others = [stand([0, 0, null, null], 30), stand([null, null, 0, 0], 12), stand([null, null, 1, 1], 12)];
    const before = stand([null, 0, null, null], 1);
    const again = stand([null, 0, null, 0], 1, [0, 0, 0, 1]);

    expect(countTrackers(shown, [...others, before], rules, solver)).toBe(0);
    expect(countTrackers(shown, [...others, again], rules, solver)).toBe(1);
  });

  test('releases that share no answers track nothing', () => {
    const standings = [stand([0, null], 3), stand([null, 0], 4)];

    expect(countTrackers([showing('all'), showing('all')], standings, rules, solver)).toBe(0);
  });
});

/** Of one firm: strata of the two releases, and which of its answers each counts. */
type Way = { readonly strata: readonly (number | null)[]; readonly answers: readonly number[]; readonly firms: number };

/**
 * The fewest firms that a sum of the groups, each added, left out or subtracted, holds when it holds an answer of one set
 * once. A firm with several answers is held by the one of which most is.
 */
function lightest(
  shown: readonly Group[][],
  standings: readonly Way[],
  target: { readonly at: number; readonly answer: number },
): number {
  const each = standings.flatMap(({ answers }, at) => [...new Set(answers)].map((answer) => ({ at, answer })));
  const rows = shown.flatMap((groups, release) =>
    groups.map(({ strata }) =>
      each.map(({ at, answer }) => {
        const stratum = standings[at]?.strata[release] ?? null;
        const isCounted = standings[at]?.answers[release] === answer;
        return stratum !== null && isCounted && strata.includes(stratum) ? 1 : 0;
      }),
    ),
  );
  const sumsFrom = (at: number): number[][] => {
    const row = rows[at];
    if (row === undefined) return [each.map(() => 0)];
    return sumsFrom(at + 1).flatMap((sums) =>
      [-1, 0, 1].map((factor) => sums.map((sum, place) => sum + factor * (row[place] ?? 0))),
    );
  };
  const heldOf = (sums: readonly number[], at: number): number[] =>
    sums.filter((_, place) => each[place]?.at === at).map(Math.abs);
  const weightOf = (sums: readonly number[]): number =>
    standings.reduce((total, { firms }, at) => total + firms * Math.max(...heldOf(sums, at)), 0);
  const holdsOnce = (sums: readonly number[]) =>
    sums.some((sum, place) => each[place]?.at === target.at && each[place]?.answer === target.answer && sum === 1);
  return Math.min(...sumsFrom(0).flatMap((sums) => (holdsOnce(sums) ? [weightOf(sums)] : [])));
}

const arbitraryShown = fc.subarray([...counties]);
const arbitraryStanding = fc.record({
  strata: fc.array(fc.constantFrom(0, 1, 2, null), { minLength: 2, maxLength: 2 }),
  answers: fc.constantFrom([0, 0], [0, 0], [0, 1]),
  firms: fc.integer({ min: 1, max: 15 }),
});

test('whatever can be tracked by adding and subtracting groups, and by no release alone, is found', () => {
  let tracked = 0;
  fc.assert(
    fc.property(
      fc.tuple(arbitraryShown, arbitraryShown),
      fc.uniqueArray(arbitraryStanding, {
        maxLength: 8,
        selector: ({ strata, answers }) => [...strata, ...answers].join(' '),
      }),
      (shown, standings) => {
        const targets = standings.flatMap(({ answers }, at) => [...new Set(answers)].map((answer) => ({ at, answer })));
        const isTracked = targets.some((target) => {
          const together = lightest(shown, standings, target);
          const alone = shown.map((groups, release) =>
            lightest(
              shown.map((each, other) => (other === release ? groups : each.slice(0, 0))),
              standings,
              target,
            ),
          );
          // All and each county: of one release, parts of such groups tell no more than whole ones.
          return together < rules.fewestDifferent && alone.every((firms) => firms >= rules.fewestDifferent);
        });
        if (!isTracked) return;
        tracked += 1;
        const ways = standings.map(({ strata, answers, firms }) => stand(strata, firms, answers));
        expect(countTrackers(shown, ways, rules, solver)).toBeGreaterThan(0);
      },
    ),
    { numRuns: 1500, seed: 6 },
  );
  expect(tracked).toBeGreaterThan(20);
}, 60_000);
