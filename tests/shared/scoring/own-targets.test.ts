import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '#shared/domain/instrument/item.ts';
import { placeByImportance, quadrants } from '#shared/domain/scoring/importance-quadrants.ts';
import { nextSteps } from '#shared/domain/scoring/next-steps.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import {
  checkTargets,
  type FirmTarget,
  firmTargetsSchema,
  gapToTarget,
  isSameTargets,
  sortByGap,
  type TargetLevel,
  targetLevels,
  targetOf,
  withChosen,
} from '#shared/domain/scoring/targets.ts';
import { answer, answersOf, ladder, structureOf, workshop } from '../../support/small-instrument.ts';

const importanceItem = (dimension: string): Item => ({
  code: `${dimension}.importance`,
  textCode: 'importance',
  purpose: 'importance',
  kind: 'single-choice',
  weight: 1,
  allowsDontKnow: false,
  allowsNotApplicable: false,
  sizeNotes: [],
  choices: [0, 1, 2, 3, 4].map((points) => ({ code: `i${points}`, points })),
});
const areas = ['D1', 'D2', 'PM1', 'X1'];
const structure = structureOf(
  areas.flatMap((code) => [...[1, 2, 3].map((place) => ladder(`${code}.${place}`)), importanceItem(code)]),
);

const anyFirm = fc
  .tuple(
    fc.array(fc.constantFrom(0, 1, 2, 3, 4, '?' as const, '-' as const), { minLength: 12, maxLength: 12 }),
    fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 4, maxLength: 4 }),
  )
  .map(([marks, importance]) => {
    const codes = areas.flatMap((code) => [1, 2, 3].map((place) => `${code}.${place}`));
    const rated = areas.flatMap((code, place) => {
      const points = importance[place];
      return points == null ? [] : [[`${code}.importance`, answer({ state: 'choice', choice: `i${points}` })] as const];
    });
    const answers = {
      ...answersOf(Object.fromEntries(codes.map((code, place) => [code, marks[place] ?? '?']))),
      ...Object.fromEntries(rated),
    };
    return { answers, scores: scoreResponse(structure, 'quick', workshop, answers) };
  });
const anyLevel = fc.constantFrom(...targetLevels);
const anyTargets: fc.Arbitrary<FirmTarget[]> = fc.tuple(...areas.map(() => fc.option(anyLevel))).map((levels) =>
  areas.flatMap((dimension, place) => {
    const level = levels[place];
    return level == null ? [] : [{ dimension, level }];
  }),
);
const anyArea = fc.constantFrom(...areas);

const setting = (targets: readonly FirmTarget[], dimension: string, level: TargetLevel): FirmTarget[] => [
  ...targets.filter((each) => each.dimension !== dimension),
  { dimension, level },
];
/** Two levels for one area, the lower first. */
const anyRaise = fc.tuple(anyArea, anyLevel, anyLevel).map(([area, one, other]) => ({
  area,
  lower: one < other ? one : other,
  higher: one < other ? other : one,
}));

describe('own targets', () => {
  test('of one area change the gap of that area alone, and raised ones never make it smaller', () => {
    fc.assert(
      fc.property(anyFirm, anyTargets, anyRaise, ({ scores }, targets, { area, lower, higher }) => {
        const [low, high] = [setting(targets, area, lower), setting(targets, area, higher)];
        for (const score of scores.dimensions) {
          const [before, after] = [gapToTarget(score, low), gapToTarget(score, high)];
          if (score.dimension !== area) expect(after).toEqual(before);
          else if (before.gap !== null) expect(after.gap).toBeGreaterThanOrEqual(before.gap);
        }
      }),
    );
  });

  test('raised ones never move an area later in the order, and leave the others in theirs', () => {
    fc.assert(
      fc.property(anyFirm, anyTargets, anyRaise, ({ scores }, targets, { area, lower, higher }) => {
        const order = (level: TargetLevel) =>
          sortByGap(scores.dimensions, setting(targets, area, level)).map(({ dimension }) => dimension);
        const [before, after] = [order(lower), order(higher)];
        expect(after.indexOf(area)).toBeLessThanOrEqual(before.indexOf(area));
        const others = (all: string[]) => all.filter((code) => code !== area);
        expect(others(after)).toEqual(others(before));
      }),
    );
  });

  test('raised ones move an area to the box for what is below at most, never to the side of another importance', () => {
    const beside = { begin: ['begin'], keep: ['keep', 'begin'], wait: ['wait'], enough: ['enough', 'wait'] } as const;
    fc.assert(
      fc.property(anyFirm, anyTargets, anyRaise, ({ scores, answers }, targets, { area, lower, higher }) => {
        const boxesOf = (level: TargetLevel) => {
          const { placed, unplaced } = placeByImportance(structure, scores, answers, setting(targets, area, level));
          const boxOf = (code: string) =>
            quadrants.find((quadrant) => placed[quadrant].some(({ dimension }) => dimension === code));
          return { boxOf, unplaced };
        };
        const [before, after] = [boxesOf(lower), boxesOf(higher)];
        expect(after.unplaced).toEqual(before.unplaced);
        for (const code of areas) {
          const [from, to] = [before.boxOf(code), after.boxOf(code)];
          if (code !== area || from === undefined) expect(to).toBe(from);
          else expect(beside[from]).toContain(to);
        }
      }),
    );
  });

  test('are where every next step leads, from below it; none is left exactly where all have reached theirs', () => {
    fc.assert(
      fc.property(anyFirm, anyTargets, ({ scores, answers }, targets) => {
        const steps = nextSteps(structure, scores, answers, areas.length, targets);
        for (const { dimension, level, aim } of steps) {
          expect(aim).toBe(targetOf(dimension, targets).level);
          expect(level).toBeLessThan(aim);
        }
        const below = scores.dimensions.filter(({ dimension, items }) =>
          items.some(({ points }) => points !== null && points < targetOf(dimension, targets).level),
        );
        expect(steps.map(({ dimension }) => dimension).toSorted()).toEqual(
          below.map(({ dimension }) => dimension).toSorted(),
        );
      }),
    );
  });

  test('of areas that the questionnaire does not have change nothing of a result', () => {
    fc.assert(
      fc.property(anyFirm, anyTargets, anyLevel, ({ scores, answers }, targets, level) => {
        const more = [{ dimension: 'D9', level }, ...targets];
        expect(sortByGap(scores.dimensions, more)).toEqual(sortByGap(scores.dimensions, targets));
        expect(nextSteps(structure, scores, answers, 3, more)).toEqual(
          nextSteps(structure, scores, answers, 3, targets),
        );
        expect(placeByImportance(structure, scores, answers, more)).toEqual(
          placeByImportance(structure, scores, answers, targets),
        );
      }),
    );
  });
});

describe('the full set of targets', () => {
  test('is the same in whatever order it is said, and another by any one level', () => {
    fc.assert(
      fc.property(anyTargets, anyArea, anyLevel, (targets, area, level) => {
        expect(isSameTargets(targets, targets.toReversed())).toBe(true);
        const changed = setting(targets, area, level);
        const isOwn = targets.some((each) => each.dimension === area && each.level === level);
        expect(isSameTargets(targets, changed)).toBe(isOwn);
      }),
    );
  });

  test('has after a choice what was chosen for the areas shown, and what was there for the others', () => {
    fc.assert(
      fc.property(anyTargets, fc.subarray(areas), fc.option(anyLevel), (targets, shown, level) => {
        const after = withChosen(
          targets,
          shown.map((dimension) => ({ dimension, level })),
        );
        expect(checkTargets(after, areas)).toEqual([]);
        for (const code of areas) {
          const wanted = shown.includes(code)
            ? level
            : (targets.find(({ dimension }) => dimension === code)?.level ?? null);
          expect(after.find(({ dimension }) => dimension === code)?.level ?? null).toBe(wanted);
        }
      }),
    );
  });

  test('takes whole levels from 1 to 4 and no other', () => {
    for (const level of targetLevels)
      expect(firmTargetsSchema.safeParse([{ dimension: 'D1', level }]).success).toBe(true);
    for (const level of [0, 5, 2.5, null]) {
      expect(firmTargetsSchema.safeParse([{ dimension: 'D1', level }]).success).toBe(false);
    }
  });
});
