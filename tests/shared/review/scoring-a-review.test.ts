import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { listReviewable, type ReviewBasis } from '#shared/domain/review/review-basis.ts';
import { reviewedDimensions, scoreReview } from '#shared/domain/review/score-review.ts';
import { scoresInStatistics, standBeside } from '#shared/domain/review/stand-beside.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { ladder, structureOf, workshop } from '../../support/small-instrument.ts';

const answer = (value: { state: 'level'; level: number } | { state: 'dont-know' } | { state: 'not-applicable' }) => ({
  value,
  comment: '',
});
const level = (points: number) => answer({ state: 'level', level: points });

const entry = (code: string, reviewed: number | null, reason = 'Sett i verkstaden.'): ReviewEntry => ({
  code,
  judgement: reviewed === null ? { state: 'not-judged' } : { state: 'level', level: reviewed },
  reason,
  evidence: ['observed'],
});

/** The example of docs/method.md: D9 with three answers, one not relevant, one not known and one missing. */
const security: ReviewBasis = {
  structure: structureOf(
    ['D9.1', 'D9.2', 'D9.3', 'D9.4', 'D9.5', 'D9.6', 'PM1.1', 'PM1.2'].map((code) => ladder(code)),
  ),
  formCode: 'quick',
  profile: workshop,
  answers: {
    'D9.1': level(2),
    'D9.2': level(3),
    'D9.3': answer({ state: 'not-applicable' }),
    'D9.4': level(1),
    'D9.5': answer({ state: 'dont-know' }),
    'PM1.1': level(1),
    'PM1.2': level(2),
  },
};
const selfRatedOf = ({ structure, formCode, profile, answers }: ReviewBasis) =>
  scoreResponse(structure, formCode, profile, answers);
const dimension = (basis: ReviewBasis, entries: readonly ReviewEntry[], code: string) =>
  scoreReview(basis, entries).dimensions.find((score) => score.dimension === code);

describe('the reviewed scores', () => {
  /*
   * The firm: 2 + 3 + 1 = 6 of three answers, level 2; applicable 5, so 6/5 = 1.2 to (6 + 8)/5 = 2.8.
   * The adviser sees D9.2 at 2 and finds out that D9.5 is 2: 2 + 2 + 1 + 2 = 7 of four, level 7/4 = 1.75;
   * one unknown is left: 7/5 = 1.4 to (7 + 4)/5 = 2.2.
   */
  it('count the reviewed answers in place of those of the firm, and the rest as the firm has it', () => {
    const entries = [entry('D9.2', 2), entry('D9.5', 2)];
    expect(dimension(security, [], 'D9')).toMatchObject({ level: 2, range: { lowest: 1.2, highest: 2.8 } });
    expect(dimension(security, entries, 'D9')).toMatchObject({
      level: 1.75,
      percent: 43.75,
      range: { lowest: 1.4, highest: 2.2 },
      band: 'mid',
    });
  });

  /* D9.3 at 0 joins in: (6 + 0)/4 = 1.5; applicable 6, two unknown: 6/6 = 1 to (6 + 8)/6. Share 4/6 = 67 %. */
  it('take in what the firm had left out as not relevant', () => {
    expect(dimension(security, [entry('D9.3', 0)], 'D9')).toMatchObject({
      level: 1.5,
      range: { lowest: 1, highest: 14 / 6 },
    });
  });

  it('leave what could not be judged as the firm has it', () => {
    expect(scoreReview(security, [entry('D9.2', null)])).toEqual(selfRatedOf(security));
  });

  /* Judged at 3 as a whole: 2.5 to 3.5. The part is the mean of D9 alone: 3. At 4 nothing is above: 3.5 to 4. */
  it('have the level of a dimension judged as a whole, half a level unsure each way', () => {
    const reviewed = scoreReview(security, [entry('D9', 3)]);
    expect(reviewed.dimensions.find((score) => score.dimension === 'D9')).toMatchObject({
      level: 3,
      percent: 75,
      band: 'high',
      range: { lowest: 2.5, highest: 3.5 },
      rangeBands: { lowest: 'mid', highest: 'high' },
      items: selfRatedOf(security).dimensions[0]?.items,
    });
    expect(reviewed.parts.find(({ part }) => part === 'digital')).toMatchObject({ level: 3 });
    expect(dimension(security, [entry('D9', 4)], 'D9')?.range).toEqual({ lowest: 3.5, highest: 4 });
  });

  it('open no further question: what was not put to the firm stays out', () => {
    const items = [ladder('D1.1'), ladder('D1.2', { appliesWhen: { item: 'D1.1', atLeast: 3 } }), ladder('D2.1')];
    const basis = { ...security, structure: structureOf(items), answers: { 'D1.1': level(1), 'D2.1': level(2) } };
    expect(listReviewable(basis).flatMap((each) => each.items)).toEqual(['D1.1', 'D2.1']);
    const [score] = scoreReview(basis, [entry('D1.1', 4), entry('D1.2', 4)]).dimensions;
    expect(score).toMatchObject({ level: 4, items: [{ state: 'answered' }, { state: 'off-path', points: null }] });
  });
});

const codes = ['D1.1', 'D1.2', 'D1.3', 'D2.1', 'D2.2', 'PM1.1', 'PM1.2', 'X1.1'];
const structure = structureOf(codes.map((code) => ladder(code)));
const answersArbitrary: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...codes),
  fc.oneof(
    fc.integer({ min: 0, max: 4 }).map(level),
    fc.constant(answer({ state: 'dont-know' })),
    fc.constant(answer({ state: 'not-applicable' })),
  ),
);
const basisArbitrary = answersArbitrary.map(
  (answers): ReviewBasis => ({ structure, formCode: 'quick', profile: workshop, answers }),
);
const entriesArbitrary = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...codes), fc.option(fc.integer({ min: 0, max: 4 }))).map(([code, to]) => entry(code, to)),
  { selector: ({ code }) => code },
);

describe('whatever is answered and reviewed', () => {
  it('nothing reviewed gives the same scores', () => {
    fc.assert(
      fc.property(basisArbitrary, (basis) => {
        expect(scoreReview(basis, [])).toEqual(selfRatedOf(basis));
      }),
    );
  });

  it('a reviewed item moves its own dimension at most', () => {
    fc.assert(
      fc.property(basisArbitrary, fc.constantFrom(...codes), fc.integer({ min: 0, max: 4 }), (basis, code, to) => {
        const before = selfRatedOf(basis).dimensions.filter((score) => !code.startsWith(`${score.dimension}.`));
        const after = scoreReview(basis, [entry(code, to)]).dimensions;
        expect(after.filter((score) => !code.startsWith(`${score.dimension}.`))).toEqual(before);
      }),
    );
  });

  it('the order in which things were judged does not matter', () => {
    fc.assert(
      fc.property(basisArbitrary, entriesArbitrary, (basis, entries) => {
        expect(scoreReview(basis, entries.toReversed())).toEqual(scoreReview(basis, entries));
      }),
    );
  });

  it('both are always told, the self-rated ones untouched, and a second number only where something was reviewed', () => {
    fc.assert(
      fc.property(basisArbitrary, entriesArbitrary, (basis, entries) => {
        const own = selfRatedOf(basis);
        const dimensions = reviewedDimensions(basis, entries);
        const both = standBeside(own, { scoreProfile: scoreReview(basis, entries), dimensions });
        expect(both.dimensions.map(({ selfRated }) => selfRated)).toEqual(
          own.dimensions.map(({ level: own, range, band }) => ({ level: own, range, band })),
        );
        expect(both.dimensions.flatMap((each) => (each.reviewed === null ? [] : [each.dimension]))).toEqual(dimensions);
        expect(standBeside(own, null).dimensions.every(({ reviewed }) => reviewed === null)).toBe(true);
      }),
    );
  });
});

it('statistics are made of the self-rated scores', () => {
  expect(scoresInStatistics).toBe('selfRated');
});
