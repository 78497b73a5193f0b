import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '#shared/domain/instrument/item.ts';
import { placeByImportance } from '#shared/domain/scoring/importance-quadrants.ts';
import { nextSteps } from '#shared/domain/scoring/next-steps.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { findStrengths } from '#shared/domain/scoring/strengths.ts';
import type { FirmTarget } from '#shared/domain/scoring/targets.ts';
import { checkTargets, gapToTarget, sortByGap } from '#shared/domain/scoring/targets.ts';
import { whatMovesMost } from '#shared/domain/scoring/what-moves-most.ts';
import { answer, answersOf, ladder, rules, structureOf, workshop } from '../../support/small-instrument.ts';

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

const dimensions = ['D1', 'D2', 'D3', 'PM1', 'X1'];
const structure = structureOf(
  dimensions.flatMap((code) => [...[1, 2, 3, 4].map((index) => ladder(`${code}.${index}`)), importanceItem(code)]),
);

type Marks = Parameters<typeof answersOf>[0];
function firm(levels: Marks, importance: Readonly<Record<string, number>> = {}) {
  const rated = Object.entries(importance).map(
    ([code, points]) => [`${code}.importance`, answer({ state: 'choice', choice: `i${points}` })] as const,
  );
  const answers = { ...answersOf(levels), ...Object.fromEntries(rated) };
  return { answers, scores: scoreResponse(structure, 'quick', workshop, answers) };
}

const marks = (code: string, list: readonly (number | '?' | '-')[]): Marks =>
  Object.fromEntries(list.map((mark, index) => [`${code}.${index + 1}`, mark]));

/*
 * A firm by hand; weights are 1, bands low, mid from 1.5, high from 2.8.
 *   D1  4 4 3 3   14/4 = 3.5, known: range 3.5-3.5, high
 *   D2  4 4 4 ?   12/3 = 4, range 12/4 = 3 to 16/4 = 4: surely high
 *   D3  4 4 2 ?   10/3 = 3.33, range 10/4 = 2.5 to 14/4 = 3.5: high, or mid
 *   PM1 1 1 0 3   5/4 = 1.25, low
 *   X1  2 ? ? -   1 of 3 answered: no level, range 2/3 = 0.67 to 10/3 = 3.33
 */
const mixed = firm(
  {
    ...marks('D1', [4, 4, 3, 3]),
    ...marks('D2', [4, 4, 4, '?']),
    ...marks('D3', [4, 4, 2, '?']),
    ...marks('PM1', [1, 1, 0, 3]),
    ...marks('X1', [2, '?', '?', '-']),
  },
  { D1: 1, D2: 4, D3: 3, PM1: 2 },
);
const scoreOf = (code: string, { scores } = mixed) => {
  const found = scores.dimensions.find(({ dimension }) => dimension === code);
  if (found === undefined) throw new Error(`${code} is not scored`);
  return found;
};
const own: FirmTarget[] = [
  { dimension: 'D1', level: 4 },
  { dimension: 'PM1', level: 1 },
];

describe('a target', () => {
  test('is level 3 as a proposal until the firm sets its own', () => {
    expect(gapToTarget(scoreOf('PM1'), []).target).toEqual({ level: 3, isProposal: true });
    expect(gapToTarget(scoreOf('PM1'), own).target).toEqual({ level: 1, isProposal: false });
  });

  // D1 4 - 3.5 = 0.5, all known. D2: 3-4 is from 3 on. D3: 3.33 is past 3, but 2.5 is possible. PM1: 3 - 1.25 = 1.75.
  // X1: no level; 0.67-3.33 has 3 within it.
  test.each([
    ['D1', own, 0.5, 'below'],
    ['D2', [], 0, 'reached'],
    ['D3', [], 0, 'may-be-reached'],
    ['PM1', [], 1.75, 'below'],
    ['PM1', own, 0, 'reached'],
    ['X1', [], null, 'may-be-reached'],
  ] as const)('of %s is told with its gap and as surely as the range allows', (code, targets, gap, standing) => {
    expect(gapToTarget(scoreOf(code), targets)).toMatchObject({ gap, standing });
  });

  // Proposal: PM1 1.75; D1, D2 and D3 none, in the order of the form; X1 has no level.
  test('sorts dimensions by what is left, ties as asked, those without a level last', () => {
    const order = (targets: readonly FirmTarget[]) =>
      sortByGap(mixed.scores.dimensions, targets).map(({ dimension }) => dimension);

    expect(order([])).toEqual(['PM1', 'D1', 'D2', 'D3', 'X1']);
    expect(order(own)).toEqual(['D1', 'D2', 'D3', 'PM1', 'X1']);
  });

  /*
   * Two of four known, so that only the ends are shown; proposal 3.
   *   D1  0 0 ? ?   level 0, 0-2: at least 3 - 2 = 1 is left
   *   D2  0 2 ? ?   level 1, 0.5-2.5: at least 0.5
   *   D3  2 1 1 2   level 1.5, known: 1.5
   * By the hidden levels D1 would stand first, and D2 before D3.
   */
  test('sorts by what is surely left where only the ends of a range are shown', () => {
    const half = structureOf(
      dimensions.flatMap((code) => [1, 2, 3, 4].map((index) => ladder(`${code}.${index}`))),
      { ...rules, minimumShareAnswered: 0.5 },
    );
    const answers = answersOf({
      ...marks('D1', [0, 0, '?', '?']),
      ...marks('D2', [0, 2, '?', '?']),
      ...marks('D3', [2, 1, 1, 2]),
    });
    const { dimensions: scored } = scoreResponse(half, 'quick', workshop, answers);

    const order = sortByGap(scored, []).map(({ dimension }) => dimension);
    expect(order.slice(0, 3)).toEqual(['D3', 'D1', 'D2']);
  });

  test('is kept for a dimension of the questionnaire, once', () => {
    expect(checkTargets(own, dimensions)).toEqual([]);
    expect(checkTargets([...own, ...own], ['D1'])).toEqual([
      { path: 'targets', code: 'unknown-dimension' },
      { path: 'targets', code: 'given-twice' },
    ]);
  });

  // PM1 at 1: PM1.3 from 0 to 1. D1 at 4: D1.3 from 3. The proposal would take PM1.3 to 3 and leave D1.
  test('is what a next step leads to', () => {
    const aims = (targets: readonly FirmTarget[]) =>
      nextSteps(structure, mixed.scores, mixed.answers, 9, targets)
        .map(({ item, aim }) => [item, aim])
        .toSorted();

    expect(aims([])).toEqual([
      ['D3.3', 3],
      ['PM1.3', 3],
      ['X1.1', 3],
    ]);
    expect(aims(own)).toEqual([
      ['D1.3', 4],
      ['D3.3', 3],
      ['PM1.3', 1],
      ['X1.1', 3],
    ]);
  });
});

describe('strengths', () => {
  // D2 and D1 are high at both ends; D3 may be mid. One place is left: of D3 the first 4, of PM1 the 3; D3 is higher.
  test('are dimensions that are surely high, the highest first, and then single practices', () => {
    expect(findStrengths(mixed.scores, rules)).toEqual({
      dimensions: [
        { dimension: 'D2', level: 4, items: ['D2.1', 'D2.2'] },
        { dimension: 'D1', level: 3.5, items: ['D1.1', 'D1.2'] },
      ],
      practices: [{ dimension: 'D3', item: 'D3.1', points: 4 }],
    });
  });

  test('are none where there are none', () => {
    const { scores } = firm({ ...marks('D1', [2, 2, 1, 2]), ...marks('PM1', [0, 1, '?', 2]) });

    expect(findStrengths(scores, rules)).toEqual({ dimensions: [], practices: [] });
  });
});

describe('what moves a level most', () => {
  // PM1 5/4 = 1.25. A step on any is 1/4 = 0.25, to 1.5, which is mid. To the top: PM1.3 4/4, PM1.1 and PM1.2 3/4, PM1.4 1/4.
  test('is told of every answered item that can be raised, with the band it would lead to', () => {
    const { raise, unknown, rangeWidth } = whatMovesMost(scoreOf('PM1'), rules);

    expect(raise).toEqual([
      { item: 'PM1.3', points: 0, raisedTo: 1, rise: 0.25, riseAtTop: 1, newBand: 'mid' },
      { item: 'PM1.1', points: 1, raisedTo: 2, rise: 0.25, riseAtTop: 0.75, newBand: 'mid' },
      { item: 'PM1.2', points: 1, raisedTo: 2, rise: 0.25, riseAtTop: 0.75, newBand: 'mid' },
      { item: 'PM1.4', points: 3, raisedTo: 4, rise: 0.25, riseAtTop: 0.25, newBand: 'mid' },
    ]);
    expect([unknown, rangeWidth]).toEqual([[], 0]);
  });

  // D3: one of four is unknown: 4 x 1/4 = 1 of the width of 1. What is answered is three, so D3.3 gives 1/3.
  test('counts a step by what is answered, and the range by what is applicable', () => {
    const { raise, unknown, rangeWidth } = whatMovesMost(scoreOf('D3'), rules);

    expect(raise).toEqual([{ item: 'D3.3', points: 2, raisedTo: 3, rise: 1 / 3, riseAtTop: 2 / 3, newBand: null }]);
    expect(unknown).toEqual([{ item: 'D3.4', state: 'dont-know', width: 1 }]);
    expect(rangeWidth).toBe(1);
  });

  // 2 of weight 3 and ?: mid, range 6/4 to 10/4. One step up: 3 of what is answered is high, but 9/4 to 13/4 begins in mid.
  test('promises no band where what is not known could make it another', () => {
    const unsure = scored([
      { weight: 3, mark: 2 },
      { weight: 1, mark: '?' },
    ]);
    const sure = scored([{ weight: 1, mark: 2 }]);

    expect(unsure.level).toBe(2);
    expect(whatMovesMost(unsure, rules).raise[0]).toMatchObject({ rise: 1, newBand: null });
    expect(whatMovesMost(sure, rules).raise[0]).toMatchObject({ rise: 1, newBand: 'high' });
  });

  // X1: three are applicable, two unknown: 4/3 each, 8/3 together. No level, so a step has nothing to add to.
  test('is an answer to what is not known where there is no level', () => {
    const { raise, unknown } = whatMovesMost(scoreOf('X1'), rules);

    expect(raise).toEqual([{ item: 'X1.1', points: 2, raisedTo: 3, rise: null, riseAtTop: null, newBand: null }]);
    expect(unknown.map(({ item, width }) => [item, width])).toEqual([
      ['X1.2', 4 / 3],
      ['X1.3', 4 / 3],
    ]);
  });

  const cases = fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 5 }),
      mark: fc.constantFrom<number | '?' | '-'>(0, 1, 2, 3, 4, '?', '-'),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const scored = (given: readonly { weight: number; mark: number | '?' | '-' }[]) => {
    const items = given.map(({ weight }, index) => ladder(`D1.${index + 1}`, { weight }));
    const answers = answersOf(
      marks(
        'D1',
        given.map(({ mark }) => mark),
      ),
    );
    const [score] = scoreResponse(structureOf(items), 'quick', workshop, answers).dimensions;
    if (score === undefined) throw new Error('nothing is scored');
    return score;
  };

  test('is what scoring the raised answer again gives', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const before = scored(given);
        for (const { item, raisedTo, rise, newBand } of whatMovesMost(before, rules).raise) {
          const after = scored(
            given.map((each, index) => (`D1.${index + 1}` === item ? { ...each, mark: raisedTo } : each)),
          );
          if (rise === null) expect(after.level).toBeNull();
          else expect(after.level).toBeCloseTo((before.level ?? 0) + rise, 9);
          const surely = ({ rangeBands: bands }: typeof before) =>
            bands !== null && bands.lowest === bands.highest ? bands.lowest : null;
          const [from, to] = [surely(before), surely(after)];
          expect(newBand).toBe(from !== null && to !== from && after.level !== null ? to : null);
        }
      }),
    );
  });

  test('makes up the whole range of what is not known', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { unknown, rangeWidth } = whatMovesMost(scored(given), rules);
        expect(unknown.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(rangeWidth, 9);
      }),
    );
  });
});

describe('importance against level', () => {
  // D1 3.5 at importance 1: less important, there. D2 4 at 4: important, there. D3 3.33 at 3: there, and 2.5 is possible.
  // PM1 1.25 at 2: less important, below. X1 has neither.
  test('places every dimension that has both, and says of the others what is missing', () => {
    const { placed, unplaced } = placeByImportance(structure, mixed.scores, mixed.answers, []);
    const codes = (list: readonly { dimension: string }[]) => list.map(({ dimension }) => dimension);

    expect(codes(placed.begin)).toEqual([]);
    expect(codes(placed.keep)).toEqual(['D2', 'D3']);
    expect(codes(placed.wait)).toEqual(['PM1']);
    expect(codes(placed.enough)).toEqual(['D1']);
    expect(placed.keep.map(({ isUnsure }) => isUnsure)).toEqual([false, true]);
    expect(unplaced).toEqual([{ dimension: 'X1', why: 'neither' }]);
  });

  // D1 at target 4 is below it; 3 is important, 2 is not.
  test('goes by the target of the firm and by importance from 3', () => {
    const at = (importance: number) => {
      const { answers, scores } = firm(marks('D1', [4, 4, 3, 3]), { D1: importance });
      const { placed } = placeByImportance(structure, scores, answers, own);
      return Object.entries(placed).flatMap(([quadrant, list]) => (list.length > 0 ? [quadrant] : []));
    };

    expect([at(3), at(2)]).toEqual([['begin'], ['wait']]);
  });

  test('tells apart what is not rated from what has no level', () => {
    const { answers, scores } = firm({ ...marks('D1', [1, 1, 1, 1]), ...marks('D2', [1, '?', '?', '?']) }, { D2: 4 });

    expect(placeByImportance(structure, scores, answers, []).unplaced.slice(0, 2)).toEqual([
      { dimension: 'D1', why: 'no-importance' },
      { dimension: 'D2', why: 'no-level' },
    ]);
  });
});
