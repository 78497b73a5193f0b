import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { type Earlier, maySee } from '#shared/domain/benchmark/earlier.ts';
import { buildInWorld, type Counted, shownSets, type WorldAnswer, type WorldRelease } from './small-world.ts';

const solver = await loadLinearSolver();
const first: Earlier = { order: 1, number: 1, builtOn: '2026-11-12', isOwn: true };

/** So many answers of a county on a day, of which providers see so many. */
const some = (county: number, day: number, firms: number, seen = 0, insider = 1): WorldAnswer[] =>
  Array.from({ length: firms }, (_, at) => ({ county, day, insiders: at < seen ? [insider] : [] }));

const morning = [...some(0, 0, 20), ...some(1, 0, 30), ...some(2, 0, 40)];

/** Two releases of the same beginning, the second with the firms that came on day 1. */
function beside(later: readonly WorldAnswer[]) {
  const answers = [...morning, ...later];
  const { document } = buildInWorld(answers, { from: 0, until: 1 }, { earlier: [], solver });
  const earlier = [{ ...first, from: 0, until: 1, document }];
  return buildInWorld(answers, { from: 0, until: 2 }, { earlier, solver }).report;
}

describe('what a provider that sees firms could tell of two releases', () => {
  /*
   * Twelve firms more come in county 1: all are 90 and then 102, county 1 is 20 and then 32. Both differ by twelve, which is
   * enough. A provider sees eleven of the twelve: all less all, less its eleven, is the twelfth; and so in county 1.
   */
  test('the twelfth of twelve, of which it sees eleven', () => {
    expect(maySee(beside(some(0, 1, 12)))).toBe(true);
    expect(beside(some(0, 1, 12, 11))).toMatchObject({
      findings: [],
      nearReleases: [{ releaseNumber: 1 }],
      isTracked: true,
    });
  });

  /* Nine of twelve: three are left, the fewest that may be. Twelve of twelve: nobody is left to be told of. */
  test('nobody when three are left, or none', () => {
    expect(maySee(beside(some(0, 1, 12, 9)))).toBe(true);
    expect(maySee(beside(some(0, 1, 12, 12)))).toBe(true);
  });

  /* Six each: what the two see together is not what one of them knows. */
  test('as much as it sees by itself', () => {
    expect(maySee(beside([...some(0, 1, 6, 6, 1), ...some(0, 1, 6, 6, 2)]))).toBe(true);
  });
});

/*
 * Two releases track a firm for a provider though no pair does: all and county 3 are shown, counties 1 and 2 are few, nine
 * and nine. Then 24 come: twelve in county 3, of which it sees none, and twelve in county 1, of which it sees eleven. All
 * are 24 more, county 3 is twelve more, and all less county 3 is twelve more: less the eleven, the twelfth.
 */
test('a provider adds and subtracts groups too', () => {
  const answers = [...some(0, 0, 9), ...some(1, 0, 9), ...some(2, 0, 40), ...some(0, 1, 12, 11), ...some(2, 1, 12)];
  const { document } = buildInWorld(answers, { from: 0, until: 1 }, { earlier: [], solver });
  const earlier = [{ ...first, from: 0, until: 1, document }];
  const { report } = buildInWorld(answers, { from: 0, until: 2 }, { earlier, solver });

  expect(shownSets(answers, { from: 0, until: 1 }, document).map(({ group }) => group)).toEqual(['all', 'county=3']);
  expect(report.isTracked).toBe(true);
  // With nobody let in it is shown.
  const alone = answers.map(({ county, day }): WorldAnswer => ({ county, day }));
  expect(maySee(buildInWorld(alone, { from: 0, until: 2 }, { earlier, solver }).report)).toBe(true);
});

const arbitraryAnswers = fc
  .array(
    fc.record({
      ...{ firms: fc.integer({ min: 2, max: 20 }), county: fc.nat(2), day: fc.nat(4) },
      ...{ unseen: fc.nat(8), insider: fc.nat(2) },
    }),
    { minLength: 4, maxLength: 10 },
  )
  .map((parts) =>
    parts.flatMap(({ firms, county, day, unseen, insider }) => some(county, day, firms, firms - unseen, insider)),
  );
const arbitraryPeriods = fc.array(
  fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 })).map(([from, days]): Counted => ({ from, until: from + days })),
  { minLength: 2, maxLength: 5 },
);

/** For each two groups of different releases and each provider: the firms in one of them only that it does not see. */
function leftOutside(answers: readonly WorldAnswer[], seen: readonly WorldRelease[]): number[] {
  const sets = seen.flatMap((release, at) =>
    shownSets(answers, release, release.document).map(({ members }) => ({ members, at })),
  );
  return sets.flatMap((one) =>
    sets
      .filter(({ at }) => at > one.at)
      .flatMap((other) => {
        const apart = [...answers.keys()].filter((firm) => one.members.has(firm) !== other.members.has(firm));
        return [0, 1, 2].map(
          (insider) => apart.filter((firm) => answers[firm]?.insiders?.includes(insider) !== true).length,
        );
      }),
  );
}

function isSafeWithNobodyLetIn(answers: readonly WorldAnswer[], period: Counted, earlier: readonly WorldRelease[]) {
  const alone = answers.map(({ county, day }): WorldAnswer => ({ county, day }));
  return maySee(buildInWorld(alone, period, { earlier, solver }).report);
}

test('no provider that looks at all that may be looked at finds two that few firms make different besides those it sees', () => {
  let refused = 0;
  fc.assert(
    fc.property(arbitraryAnswers, arbitraryPeriods, (answers, periods) => {
      const seen: WorldRelease[] = [];
      for (const period of periods) {
        const { document, report } = buildInWorld(answers, period, { earlier: seen, solver });
        if (report.findings.length === 0 && !maySee(report) && isSafeWithNobodyLetIn(answers, period, seen))
          refused += 1;
        if (maySee(report)) seen.push({ ...first, ...period, order: seen.length + 1, document });
      }
      expect(leftOutside(answers, seen).filter((firms) => firms > 0 && firms < 3)).toEqual([]);
    }),
    { numRuns: 100, seed: 6 },
  );
  expect(refused).toBeGreaterThan(10);
}, 240_000);
