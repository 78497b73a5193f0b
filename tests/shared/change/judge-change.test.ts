import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeRules } from '#shared/domain/change/change-rules.ts';
import { type JudgedDimension, judgeChange } from '#shared/domain/change/judge-change.ts';
import type { Relation } from '#shared/domain/instrument/version/comparability.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';
import { type Points, profileOf } from '../../support/round-cases.ts';

const rules: ChangeRules = { version: 'test-1', standing: 'proposal', itemError: 50 };

const judged = (earlier: ScoreProfile, later: ScoreProfile, changes: Partial<Parameters<typeof judgeChange>[0]> = {}) =>
  judgeChange({ earlier, later, relations: undefined, thenLevels: {}, ...changes }, rules);

const verdicts = (dimensions: readonly JudgedDimension[]) =>
  Object.fromEntries(dimensions.map(({ dimension, verdict }) => [dimension, verdict]));

/** As many items of a dimension as there are points. */
const items = (dimension: string, points: readonly number[]): Points =>
  Object.fromEntries(points.map((value, index) => [`${dimension}.${index + 1}`, value]));

describe('what has become of a dimension', () => {
  test('is a rise or a fall only beyond what error leaves', () => {
    const earlier = profileOf({
      D1: items('D1', [1, 1, 1, 1]),
      D2: items('D2', [3, 3, 3, 3]),
      D3: items('D3', [1, 1, 1, 1]),
    });
    const later = profileOf({
      D1: items('D1', [2, 2, 2, 2]),
      D2: items('D2', [2, 2, 2, 2]),
      D3: items('D3', [2, 2, 2, 1]),
    });
    const found = judged(earlier, later);

    // Four items: the limit is 0.82. One level on all of them is beyond it; on three of them, 0.75, is not.
    expect(verdicts(found)).toEqual({ D1: 'risen', D2: 'fallen', D3: 'within-error' });
    expect(found[0]?.change).toMatchObject({ items: 4, before: 1, after: 2, difference: 1 });
    expect(found[0]?.change?.limit).toBeCloseTo(0.818, 3);
  });

  test('is said more surely only where it holds among all that was looked at', () => {
    const dimensions = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'];
    const before = profileOf(Object.fromEntries(dimensions.map((code) => [code, items(code, [1, 1, 1, 1])])));
    const nowOf = (code: string) => (code === 'D1' ? [3, 3, 3, 3] : code === 'D2' ? [2, 2, 2, 2] : [1, 1, 1, 1]);
    const after = profileOf(Object.fromEntries(dimensions.map((code) => [code, items(code, nowOf(code))])));
    const found = judged(before, after);

    // D1: (2 - 0.125) / 0.3536 = 5.3 deviations. D2: 0.875 / 0.3536 = 2.47, chance 0.013, and 0.05 / 5 = 0.010 is asked.
    expect(verdicts(found)).toMatchObject({ D1: 'risen', D2: 'risen', D3: 'within-error' });
    expect(found.map(({ change }) => change?.holdsTogether)).toEqual([true, false, false, false, false, false]);
  });

  test('rests on items that mean the same, and is not told where these are less than half', () => {
    const earlier = profileOf({ D1: items('D1', [1, 1, 1]), D2: items('D2', [1, 1]) });
    const later = profileOf({ D1: items('D1', [4, 4, 1]), D2: items('D2', [3, 4]) });
    const relations = new Map<string, Relation>([
      ['D1.1', 'changed'],
      ['D1.2', 'changed'],
      ['D1.3', 'same'],
      ['D2.1', 'kept'],
      ['D2.2', 'changed'],
    ]);
    const found = judged(earlier, later, { relations });

    // D1: one of three. D2: one of two, which is half: 3 - 1 = 2, beyond 1.89.
    expect(verdicts(found)).toEqual({ D1: 'too-few-comparable', D2: 'risen' });
    expect(found[0]?.change).toBeNull();
    expect(found[1]?.change).toMatchObject({ items: 1, difference: 2 });
  });

  test('is not a rise where a vet ej has become an answer', () => {
    const earlier = profileOf({ D1: { 'D1.1': 1, 'D1.2': null, 'D1.3': null } });
    const later = profileOf({ D1: { 'D1.1': 1, 'D1.2': 4, 'D1.3': 4 } });

    expect(judged(earlier, later)[0]).toMatchObject({ verdict: 'within-error', change: { items: 1, difference: 0 } });
  });

  test('is said to be of one round only where the other has no level', () => {
    const earlier = profileOf({ D1: items('D1', [1]), D2: items('D2', [1]) }, { tooFew: ['D2'] });
    const later = profileOf({ D2: items('D2', [1]), D3: items('D3', [1]) });

    expect(verdicts(judged(earlier, later))).toEqual({ D2: 'only-now', D3: 'only-now', D1: 'only-then' });
  });
});

describe('where the firm, as it sees it now, was then', () => {
  const earlier = profileOf({ D1: items('D1', [3, 3, 3, 3]) });
  const later = profileOf({ D1: items('D1', [3, 3, 3, 3]) });
  const shiftAt = (level: 0 | 1 | 2 | 3 | 4 | 'dont-know') => judged(earlier, later, { thenLevels: { D1: level } })[0];

  test('stands beside the change, with an error of its own', () => {
    // SEM of the four items 0.25, of the one judgement 0.5: 1.96 · √(0.0625 + 0.25) = 1.0957, and half a step: 1.2207.
    expect(shiftAt(1)?.shift).toMatchObject({ shift: -2, adjusted: 2, isMoved: true });
    expect(shiftAt(1)?.shift?.limit).toBeCloseTo(1.2207, 4);
    expect(shiftAt(1)?.verdict).toBe('within-error');
  });

  test('does not move the yardstick within error, nor where it cannot be said', () => {
    expect(shiftAt(2)?.shift).toMatchObject({ shift: -1, isMoved: false });
    expect(shiftAt('dont-know')).toMatchObject({ thenLevel: 'dont-know', shift: null });
  });

  test('has a larger error than the plain change', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 9 }), (points) => {
        const [found] = judged(profileOf({ D1: items('D1', points) }), profileOf({ D1: items('D1', points) }), {
          thenLevels: { D1: 2 },
        });
        return (found?.shift?.limit ?? 0) > (found?.change?.limit ?? 9);
      }),
    );
  });
});

const pointsOf = fc.dictionary(
  fc.constantFrom('D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.5'),
  fc.option(fc.integer({ min: 0, max: 16 }).map((quarters) => quarters / 4)),
);

describe('for any two rounds', () => {
  test('a firm that answers the same is never told of a rise or a fall', () => {
    fc.assert(
      fc.property(pointsOf, (points) => {
        const profile = profileOf({ D1: points });
        expect(['risen', 'fallen']).not.toContain(judged(profile, profile)[0]?.verdict);
      }),
    );
  });

  test('the order of the items is of no consequence, and the other way round a rise is a fall', () => {
    fc.assert(
      fc.property(pointsOf, pointsOf, (before, after) => {
        const turned = (points: Points): Points => Object.fromEntries(Object.entries(points).toReversed());
        const [earlier, later] = [profileOf({ D1: before }), profileOf({ D1: after })];
        const [found] = judged(earlier, later);
        const [other] = judged(profileOf({ D1: turned(before) }), profileOf({ D1: turned(after) }));
        const [back] = judged(later, earlier);
        expect(other?.verdict).toBe(found?.verdict);
        const opposite = { risen: 'fallen', fallen: 'risen' } as const;
        if (found?.verdict === 'risen' || found?.verdict === 'fallen')
          expect(back?.verdict).toBe(opposite[found.verdict]);
      }),
    );
  });
});

/** Numbers from 0 to 1 that are the same at each run (Park and Miller 1988). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('firms that have not changed, answering with the error that is reckoned with', () => {
  /** An eighth a step up, an eighth a step down: variance 0.25, the standard deviation half a level. */
  const erringBy = (random: () => number): number => {
    const at = random();
    return at < 0.125 ? -1 : at > 0.875 ? 1 : 0;
  };

  test.each([1, 2, 3, 4, 6, 9])('are told of a change in one of twenty dimensions of %d items at most', (size) => {
    const random = seeded(20_261_127 + size);
    const trials = 8000;
    const answered = () =>
      profileOf({
        D1: items(
          'D1',
          Array.from({ length: size }, () => 2 + erringBy(random)),
        ),
      });
    let told = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const [found] = judged(answered(), answered());
      if (found?.verdict !== 'within-error') told += 1;
    }
    // 5 %, and three standard errors of 8 000 trials.
    expect(told / trials).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / trials));
  });

  test('are told of any change that holds together in one of twenty firms at most', () => {
    const random = seeded(19_41);
    const dimensions = Array.from({ length: 19 }, (_none, index) => `D${index + 1}`);
    const answered = () =>
      profileOf(
        Object.fromEntries(
          dimensions.map((code) => [
            code,
            items(
              code,
              Array.from({ length: 6 }, () => 2 + erringBy(random)),
            ),
          ]),
        ),
      );
    const firms = 1000;
    let told = 0;
    for (let firm = 0; firm < firms; firm += 1) {
      if (judged(answered(), answered()).some(({ change }) => change?.holdsTogether === true)) told += 1;
    }
    expect(told / firms).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / firms));
  });
});
