import { describe, expect, test } from 'vitest';
import { nextSteps } from '#shared/domain/scoring/next-steps.ts';
import { presentLevel } from '#shared/domain/scoring/present-level.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { summariseProfile } from '#shared/domain/scoring/summarise-profile.ts';
import { answersOf, ladder, structureOf, workshop } from '../../support/small-instrument.ts';

describe('a level', () => {
  test.each([
    // Width 0.4: a tenth still says something.
    ['a tenth', 2.3, { lowest: 2.1, highest: 2.5 }, { kind: 'exact', level: 2.3, decimals: 1 }],
    // Width 0.8, and 2 lies within: a whole level.
    ['a whole level', 2.2, { lowest: 1.8, highest: 2.6 }, { kind: 'about', level: 2.2, decimals: 0 }],
    // Width 0.6, but 1.4 rounds to 1, which the firm cannot be on: only the ends.
    ['the ends', 1.4, { lowest: 1.2, highest: 1.8 }, { kind: 'between', lowest: 1.2, highest: 1.8 }],
    ['the ends', 2, { lowest: 1, highest: 3 }, { kind: 'between', lowest: 1, highest: 3 }],
  ] as const)('is shown as %s, never as more than its range allows: %d', (_name, level, range, shown) => {
    expect(presentLevel(level, range)).toEqual(shown);
  });

  test('that is not known is shown by its ends, or not at all', () => {
    expect(presentLevel(null, { lowest: 1, highest: 3 })).toEqual({ kind: 'between', lowest: 1, highest: 3 });
    expect(presentLevel(null, null)).toBeNull();
  });
});

const codes = ['D1.1', 'D1.2', 'D1.3', 'D2.1', 'D2.2', 'PM1.1', 'PM1.2'];
const structure = structureOf(codes.map((code) => ladder(code)));
const scored = (given: Parameters<typeof answersOf>[0]) =>
  scoreResponse(structure, 'quick', workshop, answersOf(given));

describe('the summary of a profile', () => {
  // D1 is 4 of what is known, but one of three is not: between 2.7 and 4, too wide to be shown as a level.
  test('calls nothing strongest whose level is too unsure to be shown', () => {
    const summary = summariseProfile(
      scored({ 'D1.1': 4, 'D1.2': 4, 'D1.3': '?', 'D2.1': 3, 'D2.2': 2, 'PM1.1': 1, 'PM1.2': 1 }),
    );

    expect([summary.strongest, summary.weakest].map((end) => end.map(({ dimension }) => dimension))).toEqual([
      ['D2'],
      ['PM1'],
    ]);
  });

  // D1 3, D2 1, PM1 3; and all at 2.
  test('names all that share the highest level, and none where all stand alike', () => {
    const named = (given: Parameters<typeof answersOf>[0]) => {
      const { strongest, weakest } = summariseProfile(scored(given));
      return [strongest, weakest].map((end) => end.map(({ dimension }) => dimension));
    };
    const answers = (d1: number, d2: number, pm1: number) => ({
      ...{ 'D1.1': d1, 'D1.2': d1, 'D1.3': d1, 'D2.1': d2, 'D2.2': d2, 'PM1.1': pm1, 'PM1.2': pm1 },
    });

    expect(named(answers(3, 1, 3))).toEqual([['D1', 'PM1'], ['D2']]);
    expect(named(answers(2, 2, 2))).toEqual([[], []]);
  });
});

describe('areas whose levels read the same', () => {
  // D1: (2 + 2 + 3) / 3 = 2.33, D2: (2 + 2 + 2 + 3) / 4 = 2.25: both are read as 2.3. PM1 is 4.
  test('are named together, whatever the decimals are that nobody sees', () => {
    const seen = ['D1.1', 'D1.2', 'D1.3', 'D2.1', 'D2.2', 'D2.3', 'D2.4', 'PM1.1'];
    const answers = answersOf({
      ...Object.fromEntries(seen.map((code) => [code, 2])),
      'D1.3': 3,
      'D2.4': 3,
      'PM1.1': 4,
    });
    const scores = scoreResponse(structureOf(seen.map((code) => ladder(code))), 'quick', workshop, answers);

    expect(summariseProfile(scores).weakest.map(({ dimension }) => dimension)).toEqual(['D1', 'D2']);
  });
});

describe('a next step', () => {
  const aims = (given: Parameters<typeof answersOf>[0]) =>
    nextSteps(structure, scored(given), answersOf(given), 3).map(({ item, level, aim }) => [item, level, aim]);

  test('leads from where the firm is to level 3, and there is none from there', () => {
    expect(aims({ 'D2.1': 0, 'D2.2': 3 })).toEqual([['D2.1', 0, 3]]);
    expect(aims({ 'D2.1': 2, 'D2.2': 4 })).toEqual([['D2.1', 2, 3]]);
    expect(aims({ 'D2.1': 3, 'D2.2': 4 })).toEqual([]);
  });
});
