import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Achievement } from '#shared/domain/achievement/achievement.ts';
import { describeAchievement } from '#shared/domain/achievement/describe-achievement.ts';
import type { CountedRequest } from '#shared/domain/achievement/requests.ts';
import { roundTo } from '#shared/domain/achievement/rounding.ts';

const rules = {
  version: 'test-1',
  fewestFirms: 3,
  roundTo: 3,
  fewestForRate: 10,
  rateStepPercent: 5,
  onEitherSideOfQuantile: 5,
  fewestForShare: 25,
  fewestForChange: 10,
};
const most = 9;
const editions = [
  { edition: 'early', packageCode: 'one', endYear: 2025 },
  { edition: 'late', packageCode: 'one', endYear: 2026 },
];

/** Completed in the early group (2025), in the late one (2026), and in none of them in either year. */
type Cells = readonly [early: number, late: number, without2025: number, without2026: number];

function requestsOf([early, late, without2025, without2026]: Cells): CountedRequest[] {
  const kinds = [
    ...Array<readonly [string | null, number]>(early).fill(['early', 2025]),
    ...Array<readonly [string | null, number]>(late).fill(['late', 2026]),
    ...Array<readonly [string | null, number]>(without2025).fill([null, 2025]),
    ...Array<readonly [string | null, number]>(without2026).fill([null, 2026]),
  ];
  return kinds.map(([edition, statusYear], firm) => ({
    firm,
    askedYear: 2025,
    askedMs: 0,
    answer: 'accepted',
    answeredMs: 0,
    declineReason: null,
    status: 'completed',
    statusSinceMs: 0,
    statusYear,
    packageCode: 'one',
    edition,
  }));
}

const shownOf = (cells: Cells): Achievement['requests'] =>
  describeAchievement(
    {
      firms: [],
      requests: requestsOf(cells),
      changes: [],
      endMs: 0,
      endYear: 2026,
      packages: ['one'],
      editions,
      homeCounties: [],
    },
    rules,
  ).requests;

const upTo = (end: number) => Array.from({ length: end + 1 }, (_, value) => value);
const everyCells: Cells[] = upTo(most).flatMap((a) =>
  upTo(most - a).flatMap((b) =>
    upTo(most - a - b).flatMap((c) => upTo(most - a - b - c).map((d) => [a, b, c, d] as const)),
  ),
);

/** Whether the cells could be those of what is shown, for somebody who knows rounding, least number and years. */
function fits(shown: Achievement['requests'], [early, late, w25, w26]: Cells): boolean {
  const is = (count: number | null | undefined, value: number, isSmall: boolean) => {
    if (count === null || count === undefined) return !isSmall || value < rules.fewestFirms;
    return value >= rules.fewestFirms && roundTo(value, rules.roundTo) === count;
  };
  const years = shown.completedByYear.map(({ count }) => count);
  const isYearShown = years.some((count) => count !== null);
  const groups = shown.completedByGroup[0]?.rows.map(({ count }) => count) ?? [];
  return (
    is(shown.total, early + late + w25 + w26, false) &&
    is(years[0], early + w25, isYearShown) &&
    is(years[1], late + w26, isYearShown) &&
    [early, late, w25 + w26].every((value, place) => is(groups[place], value, groups.length > 0))
  );
}

test('whoever adds and subtracts groups, years, packages and totals finds no hidden group', () => {
  let looked = 0;
  fc.assert(
    fc.property(fc.constantFrom(...everyCells), (cells) => {
      const shown = shownOf(cells);
      const groups = shown.completedByGroup[0]?.rows ?? [];
      // Near the edge some of the tables that look alike are larger than those tried.
      if (groups.length === 0 || (shown.total ?? most) > most - 3) return;
      looked += 1;
      const fitting = everyCells.filter((each) => fits(shown, each));
      for (const [place, { count }] of groups.entries()) {
        if (count !== null) continue;
        const found = new Set(fitting.map(([early, late, a, b]) => [early, late, a + b][place]));
        expect(found.size).toBeGreaterThanOrEqual(2);
      }
    }),
    { numRuns: 600 },
  );
  expect(looked).toBeGreaterThan(30);
});

test('a hidden year is not told by the groups in it either', () => {
  for (const cells of everyCells) {
    const shown = shownOf(cells);
    if (shown.completedByGroup.length === 0 || (shown.total ?? most) > most - 3) continue;
    const fitting = everyCells.filter((each) => fits(shown, each));
    for (const [place, { count }] of shown.completedByYear.entries()) {
      if (count !== null) continue;
      expect(new Set(fitting.map(([early, late, a, b]) => [early + a, late + b][place])).size).toBeGreaterThan(1);
    }
  }
});
