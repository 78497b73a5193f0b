import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import {
  besideEarlier,
  type PlacedFirm,
  type ShownMeasure,
  type StandingRow,
} from '#shared/domain/benchmark/beside-earlier.ts';
import type { Group } from '#shared/domain/benchmark/frame.ts';

const solver = await loadLinearSolver();
const rules = { fewestDifferent: 10, fewestOutside: 3 };

/** Firms that have answered in some of three years and have the same part in everything. */
type Kin = {
  readonly firms: number;
  /** Years of which there is an answer. */
  readonly answered: readonly number[];
  readonly insiders?: readonly number[];
  /** Of each release of levels and effects that counts them: their stratum, and whether they took part. */
  readonly in: Readonly<Record<string, number | PlacedFirm>>;
};
type Release =
  | { readonly levels: number; readonly shows: readonly (readonly number[])[] }
  | { readonly change: readonly [before: number, after: number]; readonly shows: readonly (readonly number[])[] };

const took = (stratum = 0): PlacedFirm => ({ stratum, tookPart: true });
const beside = (stratum = 0): PlacedFirm => ({ stratum, tookPart: false });
const groupsOf = ({ shows }: Release): Group[] =>
  shows.map((strata, at) => ({ key: `group ${at}`, place: {}, strata: [...strata] }));

/** The last of the releases beside all before it. */
function compare(kin: readonly Kin[], releases: Readonly<Record<string, Release>>) {
  const named = Object.entries(releases);
  const firms = kin.flatMap(({ firms: count, ...each }) => Array.from({ length: count }, () => each));
  const shown = named.map(([name, release]): ShownMeasure => {
    const common = { measure: 'D1', groups: groupsOf(release) };
    if ('levels' in release) return { ...common, kind: 'levels', bit: 0 };
    const placed = firms.flatMap((firm, number): [number, PlacedFirm][] => {
      const place = firm.in[name];
      return typeof place === 'object' ? [[number, place]] : [];
    });
    return { ...common, kind: 'effect', placed: new Map(placed) };
  });
  const standings = firms.map((firm, number): StandingRow => {
    const levels = named.flatMap(([name, release], at) => {
      const stratum = firm.in[name];
      return 'levels' in release && typeof stratum === 'number'
        ? [{ release: at, stratum, measured: 1, answer: release.levels }]
        : [];
    });
    const changes = named.flatMap(([name, release], at) =>
      'change' in release && typeof firm.in[name] === 'object'
        ? [{ release: at, number, before: release.change[0], after: release.change[1] }]
        : [],
    );
    return { levels, changes, insiders: firm.insiders ?? [], firms: 1 };
  });
  const earlier = shown.slice(0, -1).map((each, at) => ({
    ...{ order: at + 1, number: at + 1, builtOn: '2026-11-12', isOwn: true },
    shows: [each],
  }));
  const last = shown.at(-1);
  if (last === undefined) throw new Error('nothing is compared');
  return besideEarlier(last, { earlier, standings, rules, solver });
}

const isSafe = ({ near, trackers }: ReturnType<typeof compare>): boolean => near.length + trackers === 0;

describe('what a provider that sees firms could tell of two releases of effects', () => {
  /*
   * Twenty pairs, and in the next release six more: twelve firms, which is enough. A provider sees ten of the twelve: the
   * second sum less the first, less its ten, is what the other two have changed.
   */
  const releases = { first: { change: [1, 2], shows: [[0]] }, second: { change: [1, 2], shows: [[0]] } } as const;
  const more = (firms: number, seen: boolean): Kin => ({
    ...{ firms, answered: [1, 2], insiders: seen ? [1] : [] },
    in: { second: took() },
  });
  const known: Kin[] = [
    { firms: 20, answered: [1, 2], in: { first: took(), second: took() } },
    { firms: 20, answered: [1, 2], in: { first: beside(), second: beside() } },
  ];

  test('the two of twelve that it does not see', () => {
    expect(isSafe(compare([...known, more(12, false)], releases))).toBe(true);
    expect(compare([...known, more(10, true), more(2, false)], releases)).toMatchObject({
      near: [{ releaseNumber: 1 }],
      trackers: 1,
    });
  });

  test('nobody when three are left, or none', () => {
    expect(isSafe(compare([...known, more(9, true), more(3, false)], releases))).toBe(true);
    expect(isSafe(compare([...known, more(12, true)], releases))).toBe(true);
  });
});

/*
 * Ten pairs have answered in three years, and are in releases of the first and second, of the second and third, and of the
 * first and third, where there is one pair more, which has not answered in the second. Each two are about other answers.
 * But a change over two years is the one and then the other: the third release less both is the pair, two firms.
 */
describe('changes over the same years', () => {
  const years = {
    firstTwo: { change: [1, 2], shows: [[0]] },
    lastTwo: { change: [2, 3], shows: [[0]] },
    all: { change: [1, 3], shows: [[0]] },
  } as const;
  const withMore = (pairs: number): Kin[] => [
    { firms: 10, answered: [1, 2, 3], in: { firstTwo: took(), lastTwo: took(), all: took() } },
    { firms: 10, answered: [1, 2, 3], in: { firstTwo: beside(), lastTwo: beside(), all: beside() } },
    { firms: pairs, answered: [1, 3], in: { all: took() } },
    { firms: pairs, answered: [1, 3], in: { all: beside() } },
  ];

  test('are taken out of each other', () => {
    const { near, trackers } = compare(withMore(1), years);
    expect([near, trackers > 0]).toEqual([[], true]);
    const { firstTwo, all } = years;
    expect(isSafe(compare(withMore(1), { firstTwo, all }))).toBe(true);
  });

  test('and tell nothing when as many firms as in a group are left', () => {
    expect(isSafe(compare(withMore(5), years))).toBe(true);
  });
});

/*
 * Who took part in the first release is held against in the second, and the other way round, with the same answers: the two
 * sums added are nothing of those ten pairs, and leave the eleventh.
 */
test('firms that stand on the other side are added away', () => {
  const answered = [1, 2];
  const kin: Kin[] = [
    { firms: 10, answered, in: { first: took(), turned: beside() } },
    { firms: 10, answered, in: { first: beside(), turned: took() } },
    { firms: 1, answered, in: { turned: took() } },
    { firms: 1, answered, in: { turned: beside() } },
  ];
  const release = { change: [1, 2], shows: [[0]] } as const;
  const { near, trackers } = compare(kin, { first: release, turned: release });

  expect([near, trackers > 0]).toEqual([[], true]);
});

/*
 * Twelve firms of towns took part, beside twelve of the countryside, and ten or two other firms of towns have answered
 * twice as well. Levels are told of towns and countryside, before and after. Towns after less before is what the twelve and
 * the others have changed, countryside what those beside them have; their difference less the effect is what the others
 * have changed.
 */
describe('levels before and after, and the effect between', () => {
  const parts = { before: { levels: 1, shows: [[0], [1]] }, after: { levels: 2, shows: [[0], [1]] } } as const;
  const effect = { change: [1, 2], shows: [[0]] } as const;
  const withOthers = (firms: number, seen = 0): Kin[] => {
    const other = { answered: [1, 2], in: { before: 0, after: 0 } };
    return [
      { firms: 12, answered: [1, 2], in: { before: 0, after: 0, effect: took() } },
      { firms: 12, answered: [1, 2], in: { before: 1, after: 1, effect: beside() } },
      { ...other, firms: seen, insiders: [1] },
      { ...other, firms: firms - seen },
    ];
  };

  test.each([
    ['levels last', { before: parts.before, effect, after: parts.after }],
    ['the effect last', { ...parts, effect }],
  ] as const)('tell of two firms that are in the levels alone: %s', (_, releases) => {
    const { near, trackers } = compare(withOthers(2), releases);
    expect([near, trackers > 0]).toEqual([[], true]);
    expect(isSafe(compare(withOthers(10), releases))).toBe(true);
    // Eight of the ten a provider sees.
    expect(isSafe(compare(withOthers(10, 8), releases))).toBe(false);
  });

  test('tell nothing without one of the three', () => {
    const { before, after } = parts;
    for (const two of [
      { before, effect },
      { effect, after },
      { before, after },
    ])
      expect(isSafe(compare(withOthers(2), two))).toBe(true);
  });

  /*
   * Both of a pair are of the same county, branch and size: where a table divides by nothing else it has as many that took
   * part as stand beside them in every group, and what it tells is their sum, never their difference.
   */
  test('tell nothing of the others where both of a pair are in the same group', () => {
    const alike: Kin[] = [
      { firms: 12, answered: [1, 2], in: { before: 0, after: 0, effect: took() } },
      { firms: 12, answered: [1, 2], in: { before: 0, after: 0, effect: beside() } },
      { firms: 2, answered: [1, 2], in: { before: 0, after: 0 } },
    ];
    expect(isSafe(compare(alike, { ...parts, effect }))).toBe(true);
  });
});

const halves = [0, 1, -1, 0.5, -0.5];

/** The fewest firms that a sum of the rows holds, each taken by one of the factors, that holds one answer of the kin once. */
function lightest(kin: readonly Kin[], rows: readonly (readonly number[][])[], target: number): number {
  let least = Number.POSITIVE_INFINITY;
  const go = (at: number, held: readonly number[][]): void => {
    const row = rows[at];
    if (row === undefined) {
      if (held[target]?.some((times) => Math.abs(times) === 1) !== true) return;
      const firms = kin.reduce(
        (sum, each, place) => sum + each.firms * Math.max(...(held[place] ?? []).map(Math.abs)),
        0,
      );
      least = Math.min(least, firms);
      return;
    }
    for (const factor of halves)
      go(
        at + 1,
        held.map((years, place) => years.map((times, year) => times + factor * (row[place]?.[year] ?? 0))),
      );
  };
  go(
    0,
    kin.map(() => [0, 0]),
  );
  return least;
}

/** What a release holds of the answers of two years, of firms that stand so in it. */
function heldOf(stand: number | PlacedFirm, release: Release): number[] {
  if ('levels' in release) return release.levels === 1 ? [1, 0] : [0, 1];
  return typeof stand === 'object' && stand.tookPart ? [-1, 1] : [1, -1];
}

/** What each shown group holds of the answers of two years, of each kin. */
const rowsOf = (kin: readonly Kin[], [name, release]: readonly [string, Release]): number[][][] =>
  release.shows.map((strata) =>
    kin.map(({ in: stands }) => {
      const stand = stands[name];
      if (stand === undefined) return [0, 0];
      const place = typeof stand === 'number' ? stand : stand.stratum;
      return strata.includes(place) ? heldOf(stand, release) : [0, 0];
    }),
  );

const arbitraryShows = fc.constantFrom([[0]], [[0], [1]], [[0, 1]], [[0, 1], [1]]);
const stratum = fc.constantFrom(0, 1);
const arbitraryKin = fc
  .record({
    firms: fc.integer({ min: 1, max: 12 }),
    before: fc.option(stratum, { nil: undefined }),
    after: fc.option(stratum, { nil: undefined }),
    effect: fc.option(fc.record({ stratum, tookPart: fc.boolean() }), { nil: undefined }),
  })
  .map(
    ({ firms, ...stands }): Kin => ({
      ...{ firms, answered: [1, 2] },
      in: Object.fromEntries(
        Object.entries(stands).flatMap(([name, stand]) => (stand === undefined ? [] : [[name, stand]])),
      ),
    }),
  );

test('whatever levels and effects tell together and not without the last, by sums of whole and half groups, is found', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(arbitraryKin, { minLength: 3, maxLength: 6, selector: (kin) => JSON.stringify(kin.in) }),
      fc.tuple(arbitraryShows, arbitraryShows, arbitraryShows),
      fc.shuffledSubarray(['before', 'after', 'effect'], { minLength: 3 }),
      (kin, [before, after, effect], order) => {
        const all: Record<string, Release> = {
          before: { levels: 1, shows: before },
          after: { levels: 2, shows: after },
          effect: { change: [1, 2], shows: effect },
        };
        const named = order.flatMap((name): [string, Release][] => {
          const release = all[name];
          return release === undefined ? [] : [[name, release]];
        });
        const rows = named.map((each) => rowsOf(kin, each));
        const isTracked = kin.some((_, at) => {
          const few = (of: readonly number[][][][]) => lightest(kin, of.flat(), at) < 10;
          return few(rows) && !few(rows.slice(0, -1)) && !few(rows.slice(-1));
        });
        if (!isTracked) return;
        found += 1;
        expect(isSafe(compare(kin, Object.fromEntries(named)))).toBe(false);
      },
    ),
    { numRuns: 300, seed: 6 },
  );
  expect(found).toBeGreaterThan(10);
}, 120_000);
