import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attacked, attackTree, type Possible } from '#shared/domain/achievement/attack.ts';
import type { CountTree, Partition, ShownTree } from '#shared/domain/achievement/count-tree.ts';
import { protectTree } from '#shared/domain/achievement/protect-tree.ts';
import { roundedFrom, roundTo } from '#shared/domain/achievement/rounding.ts';

const rules = { fewestFirms: 5, roundTo: 5 };

const cell = (count: number): CountTree => ({ count, firms: count });

/** A tree of one partition. */
function divided(counts: readonly number[], kind: Partition['kind'] = 'attribute'): CountTree {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const parts = counts.map((count, place) => ({ code: String(place), ...cell(count) }));
  return { ...cell(total), partitions: [{ code: 'x', kind, parts }] };
}

const shownOf = (tree: CountTree) => {
  const { shown, partitions } = protectTree(tree, rules);
  return [shown, ...partitions.flatMap(({ parts }) => parts.map((part) => part.shown))];
};

describe('rounding', () => {
  test('goes to the nearest step, and tells which numbers were rounded to it', () => {
    expect([0, 2, 3, 7, 8, 12, 13].map((value) => roundTo(value, 5))).toEqual([0, 0, 5, 5, 10, 10, 15]);
    expect(roundedFrom(10, 5)).toEqual({ lowest: 8, highest: 12 });
    // An even step has one middle, which goes up: 9 … 12 of 10 by fours is 10 … 13.
    expect(roundedFrom(12, 4)).toEqual({ lowest: 10, highest: 13 });
  });

  test('never gives a number that its own limits do not hold', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 12 }), (value, step) => {
        const { lowest, highest } = roundedFrom(roundTo(value, step), step);
        expect(value).toBeGreaterThanOrEqual(lowest);
        expect(value).toBeLessThanOrEqual(highest);
        expect([roundTo(lowest, step), roundTo(highest, step)]).toEqual([roundTo(value, step), roundTo(value, step)]);
      }),
    );
  });
});

describe('what is shown, calculated by hand', () => {
  test('three counties and one outside: 12, 11, 8 and 1 of 32', () => {
    // 32 is shown as 30 (28-32), 12 and 11 and 8 as 10 (8-12 each). The hidden one is what is left: at least
    // 28 - 3 x 12, so 0, at most 32 - 3 x 8 = 8. It can be any number that is too small to show.
    expect(shownOf(divided([12, 11, 8, 1]))).toEqual([30, 10, 10, 10, null]);
  });

  test('an empty part looks like a small one', () => {
    expect(shownOf(divided([12, 11, 8, 0]))).toEqual(shownOf(divided([12, 11, 8, 1])));
  });

  test('where a hidden part could be told to hold somebody, the partition is hidden as a whole', () => {
    // 25 (23-27) of 7, 6, 6 (5-7 each) and 4: the hidden one is at least 23 - 21 = 2, so it is not empty.
    expect(shownOf(divided([7, 6, 6, 4]))).toEqual([25, null, null, null, null]);
  });

  test('of a year it may be seen that there was something, not how much', () => {
    // 25 (23-27) of 3 and 20 (18-22): the first year had at least 1, and fewer than five.
    expect(shownOf(divided([3, 20], 'time'))).toEqual([25, null, 20]);
    // Of counties that would be too much: the second is hidden too.
    expect(shownOf(divided([3, 20]))).toEqual([25, null, null]);
  });

  test('a county that has all but one or two is shown, and the others are not told', () => {
    // 30 (28-32) of 30 (28-32): each other is 0 to 4.
    expect(shownOf(divided([30, 1, 0, 0]))).toEqual([30, 30, null, null, null]);
    expect(shownOf(divided([30, 0, 0, 0]))).toEqual([30, 30, null, null, null]);
  });

  test('nothing is shown of fewer than five firms, however many requests they made', () => {
    expect(shownOf({ count: 40, firms: 4, partitions: divided([36, 4]).partitions ?? [] })).toEqual([null, null, null]);
  });

  test('where hidden parts could be told to be none or one, the partition is hidden as a whole', () => {
    // 15 (13-17) of 6 and 7 (5-7 each): what is left of 14 is at least 0, at most 17 - 10 = 7, and small: 0 to 4.
    expect(shownOf(divided([6, 7, 1, 0]))).toEqual([15, 5, 5, null, null]);
    // 30 (28-32) of 13 and 18 (13-17 and 18-22): at most 32 - 31 = 1.
    expect(shownOf(divided([13, 18, 1, 0]))).toEqual([30, null, null, null, null]);
  });

  test('a total is hidden when its parts, all too small to show, could be told from it', () => {
    // 8 is shown as 10 (8-12); two numbers below five that are at least 8 together are 4 and 4.
    expect(shownOf(divided([4, 4], 'time'))).toEqual([null, null, null]);
    // 7 is shown as 5 (5-7): 1 to 4 each.
    expect(shownOf(divided([4, 3], 'time'))).toEqual([5, null, null]);
  });

  test('under what is hidden everything is', () => {
    const small = { code: '1', ...divided([3, 1]) };
    const tree: CountTree = {
      ...cell(34),
      partitions: [{ code: 'x', kind: 'attribute', parts: [{ code: '0', ...cell(30) }, small] }],
    };
    const shown = protectTree(tree, rules);
    expect(shown.partitions[0]?.parts[1]?.partitions[0]?.parts.map((part) => part.shown)).toEqual([null, null]);
  });
});

/** Rules small enough for every table to be tried. */
const smallRules = { fewestFirms: 3, roundTo: 3 };

/** A total with two partitions, of which one part is divided further. */
function nested([a, b, c, inner]: readonly [number, number, number, number], early: number): CountTree {
  const total = a + b + c;
  return {
    ...cell(total),
    partitions: [
      {
        code: 'county',
        kind: 'attribute',
        parts: [
          {
            code: '0',
            ...cell(a),
            partitions: [
              {
                code: 'reason',
                kind: 'attribute',
                parts: [
                  { code: '0', ...cell(inner) },
                  { code: '1', ...cell(a - inner) },
                ],
              },
            ],
          },
          { code: '1', ...cell(b) },
          { code: '2', ...cell(c) },
        ],
      },
      {
        code: 'year',
        kind: 'time',
        parts: [
          { code: '0', ...cell(early) },
          { code: '1', ...cell(total - early) },
        ],
      },
    ],
  };
}

const most = 12;
const upTo = (end: number) => Array.from({ length: end + 1 }, (_, value) => value);

/** Every table of that form with no more than so many in all. */
const everyTable: readonly CountTree[] = upTo(most).flatMap((a) =>
  upTo(most - a).flatMap((b) =>
    upTo(most - a - b).flatMap((c) =>
      upTo(a).flatMap((inner) => upTo(a + b + c).map((early) => nested([a, b, c, inner], early))),
    ),
  ),
);

type Place = {
  readonly shown: number | null;
  readonly kind: Partition['kind'];
  /** Hidden among others that are shown: for being small, then. */
  readonly isSmall: boolean;
};

const valuesOf = (tree: CountTree): number[] => [
  tree.count,
  ...(tree.partitions ?? []).flatMap(({ parts }) => parts.flatMap(valuesOf)),
];

/** Everything that is shown, in the order of the values. */
const placesOf = (tree: ShownTree, kind: Partition['kind'] = 'time', isSmall = false): Place[] => [
  { shown: tree.shown, kind, isSmall },
  ...tree.partitions.flatMap(({ kind: ofParts, parts }) => {
    const isPartlyShown = parts.some(({ shown }) => shown !== null);
    return parts.flatMap((part) => placesOf(part, ofParts, isPartlyShown && part.shown === null));
  }),
];

type Seen = { readonly shown: ShownTree; readonly places: readonly Place[]; readonly tables: number[][] };

/** What is seen, with every table that looks so. */
function lookAtEveryTable(): Seen[] {
  const seen = new Map<string, Seen>();
  for (const table of everyTable) {
    const shown = protectTree(table, smallRules);
    const key = JSON.stringify(shown);
    const known = seen.get(key) ?? { shown, places: placesOf(shown), tables: [] };
    known.tables.push(valuesOf(table));
    seen.set(key, known);
  }
  // Near the edge some of the tables that look alike are larger than those tried.
  return [...seen.values()].filter(({ shown }) => shown.shown !== null && shown.shown < most - 2);
}

const everyValues = everyTable.map(valuesOf);

/** The tables that fit what is seen, for somebody who adds and subtracts, and knows the rounding and the least number. */
const fitting = ({ places }: Seen): number[][] =>
  everyValues.filter((values) =>
    places.every(({ shown, isSmall }, place) => {
      const value = values[place] ?? 0;
      if (shown === null) return !isSmall || value < smallRules.fewestFirms;
      return value >= smallRules.fewestFirms && roundTo(value, smallRules.roundTo) === shown;
    }),
  );

const distinct = (tables: readonly number[][], place: number) => new Set(tables.map((values) => values[place] ?? 0));

describe('an attacker who tries every table', () => {
  const seen = lookAtEveryTable();
  const attacks = seen.map((each) => ({ ...each, fits: fitting(each) }));

  test('sees enough different pages for this to say something', () => {
    expect(everyTable.length).toBeGreaterThan(10_000);
    expect(seen.length).toBeGreaterThan(15);
  });

  test('finds no hidden count, by adding and subtracting all that is shown', () => {
    for (const { places, fits } of attacks) {
      for (const [place, { shown, kind }] of places.entries()) {
        if (shown !== null) continue;
        const found = distinct(fits, place);
        expect(found.size).toBeGreaterThanOrEqual(2);
        if (kind === 'attribute') expect([...found]).toEqual(expect.arrayContaining([0, 1]));
      }
    }
  });

  test('finds none either when it runs the rules themselves over every table', () => {
    for (const { places, tables } of attacks) {
      for (const [place, { shown }] of places.entries()) {
        if (shown === null) expect(distinct(tables, place).size).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('finds what the audit says it finds, and no less', () => {
    for (const { shown, fits } of attacks) {
      const bounds = ({ possible, partitions }: Attacked): Possible[] => [
        possible,
        ...partitions.flatMap(({ parts }) => parts.flatMap(bounds)),
      ];
      for (const [place, { lowest, highest }] of bounds(attackTree(shown, smallRules)).entries()) {
        const found = [...distinct(fits, place)];
        expect([Math.min(...found), Math.max(...found)]).toEqual([lowest, highest]);
      }
    }
  });
});

test('a tree of any size keeps what it shows within its rules', () => {
  const counts = fc.array(fc.nat(40), { minLength: 2, maxLength: 7 });
  fc.assert(
    fc.property(counts, fc.constantFrom('attribute' as const, 'time' as const), (given, kind) => {
      const tree = divided(given, kind);
      const shown = protectTree(tree, rules);
      const attacked = attackTree(shown, rules);
      if (shown.shown === null) return;
      for (const [place, part] of (attacked.partitions[0]?.parts ?? []).entries()) {
        const own = shown.partitions[0]?.parts[place]?.shown ?? null;
        const { lowest, highest } = part.possible;
        expect(given[place]).toBeGreaterThanOrEqual(lowest);
        expect(given[place]).toBeLessThanOrEqual(highest);
        if (own !== null) expect(given[place]).toBeGreaterThanOrEqual(rules.fewestFirms);
        else expect(highest).toBeGreaterThan(lowest);
        if (own === null && kind === 'attribute') {
          expect(lowest).toBe(0);
          expect(highest).toBeGreaterThanOrEqual(2);
        }
      }
    }),
  );
});
