import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { type Earlier, lastOf, maySee, nameEarlier } from '#shared/domain/benchmark/earlier.ts';
import { blocksOf } from '#shared/domain/benchmark/release.ts';
import { countTrackers } from '#shared/domain/benchmark/trackers.ts';
import {
  buildInWorld,
  type Counted,
  shownSets,
  type WorldAnswer,
  type WorldRelease,
  worldGroups,
} from './small-world.ts';
import { standing } from './standings.ts';

const solver = await loadLinearSolver();
const unpublished: Earlier = { order: 1, number: null, builtOn: '2026-11-12', isOwn: true };

/** So many answers in each county on a day. */
const onDay = (day: number, ...firms: number[]): WorldAnswer[] =>
  firms.flatMap((count, county) => Array.from({ length: count }, () => ({ county, day })));

describe('what was built and never published', () => {
  /*
   * On day 0 there are 20, 30 and 40 answers in three counties; on day 1 one more in the first. Built until day 1, and not
   * published: all are 90. Built until day 2: all are 91 and county 1 is 21. All less all, and county 1 less county 1, is
   * the one; county 2 and 3 are the same and tell nothing. All (91) less county 1 (20) is 71 firms, and so on: far apart.
   */
  const answers = [...onDay(0, 20, 30, 40), ...onDay(1, 1, 0, 0)];
  const first = buildInWorld(answers, { from: 0, until: 1 }, { earlier: [], solver });
  const seen: WorldRelease = { ...unpublished, from: 0, until: 1, document: first.document };

  test('makes a release that differs from it by one firm one that may not be looked at', () => {
    const second = buildInWorld(answers, { from: 0, until: 2 }, { earlier: [seen], solver });

    expect(maySee(first.report)).toBe(true);
    // Once, though both all firms and those of county 1 are near: which groups are is where the one is.
    expect(second.report.nearReleases).toEqual([{ releaseNumber: null, built: { on: '2026-11-12', isOwn: true } }]);
    expect(maySee(second.report)).toBe(false);
    expect(blocksOf({ status: 'built', isShown: false, mayBeCounted: true }, second.report)).toEqual(['too-near']);
  });

  test('changes nothing of what the later release says', () => {
    const beside = buildInWorld(answers, { from: 0, until: 2 }, { earlier: [seen], solver });

    expect(beside.document).toEqual(buildInWorld(answers, { from: 0, until: 2 }, { earlier: [], solver }).document);
  });

  test('is no hindrance to the same answers once more', () => {
    const again = buildInWorld(answers, { from: 0, until: 1 }, { earlier: [seen], solver });

    expect(again.report).toMatchObject({ nearReleases: [], isTracked: false, comparedTo: 1 });
  });
});

/* As the first example of trackers.test.ts, which two releases tell already: the third, of the same firms, adds nothing. */
test('a release is not held to what the earlier ones tell without it', () => {
  const all = worldGroups.filter(({ key }) => key === 'all' || key === 'county=3');
  const ways: [(number | null)[], number][] = [
    [[0, 0, 0], 28],
    [[0, null, null], 2],
    [[1, 1, 1], 20],
    [[2, 2, 2], 30],
    [[2, null, null], 10],
  ];
  const standings = (releases: number) => ways.map(([strata, firms]) => standing(strata.slice(0, releases), firms));

  expect(countTrackers([all, all, all], standings(3), { fewestDifferent: 10 }, solver)).toBe(0);
  expect(countTrackers([all, all], standings(2), { fewestDifferent: 10 }, solver)).toBe(1);
});

test('an earlier release has its number, or the day on which it was built', () => {
  expect(nameEarlier({ ...unpublished, number: 4 })).toEqual({ releaseNumber: 4 });
  expect(nameEarlier({ ...unpublished, isOwn: false })).toEqual({
    releaseNumber: null,
    built: { on: '2026-11-12', isOwn: false },
  });
  expect(lastOf([])).toBe(0);
  expect(lastOf([{ ...unpublished, order: 7 }, unpublished])).toBe(7);
});

test('what was not compared with all may be neither looked at nor published', () => {
  const { report } = buildInWorld(onDay(0, 20, 30, 40), { from: 0, until: 1 }, { earlier: [], solver });

  const stands = { status: 'built', isShown: true, mayBeCounted: true } as const;
  expect(blocksOf(stands, report)).toEqual([]);
  expect(blocksOf({ ...stands, isShown: false }, report)).toEqual(['outdated']);
  expect(blocksOf({ ...stands, mayBeCounted: false }, report)).toEqual(['withdrawn']);
  expect(blocksOf({ ...stands, status: 'dropped' }, null)).toEqual(['not-built']);
});

const arbitraryAnswers = fc
  .array(fc.record({ firms: fc.integer({ min: 1, max: 14 }), county: fc.nat(2), day: fc.nat(4) }), {
    minLength: 4,
    maxLength: 12,
  })
  .map((parts) => parts.flatMap(({ firms, ...answer }) => Array.from({ length: firms }, (): WorldAnswer => answer)));
const arbitraryPeriods = fc.array(
  fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 })).map(([from, days]): Counted => ({ from, until: from + days })),
  { minLength: 2, maxLength: 6 },
);

const countApart = (one: ReadonlySet<number>, other: ReadonlySet<number>): number =>
  [...one].filter((each) => !other.has(each)).length + [...other].filter((each) => !one.has(each)).length;

test('whoever looks at all that may be looked at, one built after the other, finds no two that few firms make different', () => {
  let refused = 0;
  fc.assert(
    fc.property(arbitraryAnswers, arbitraryPeriods, (answers, periods) => {
      const seen: WorldRelease[] = [];
      for (const period of periods) {
        const { document, report } = buildInWorld(answers, period, { earlier: seen, solver });
        if (maySee(report)) seen.push({ ...unpublished, ...period, order: seen.length + 1, document });
        else if (report.findings.length === 0) refused += 1;
      }
      const sets = seen.flatMap((release) => shownSets(answers, release, release.document));
      for (const one of sets)
        for (const other of sets) {
          const apart = countApart(one.members, other.members);
          expect(apart === 0 || apart >= 10).toBe(true);
        }
    }),
    { numRuns: 150, seed: 6 },
  );
  expect(refused).toBeGreaterThan(50);
}, 60_000);
