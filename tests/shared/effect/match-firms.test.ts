import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FirmChange } from '#shared/domain/effect/firm-change.ts';
import { matchFirms, type Pair } from '#shared/domain/effect/match-firms.ts';
import { arbitraryChanges } from './arbitrary-changes.ts';

const firm = (number: number, before: number, likeness = 'a'): FirmChange => ({
  number,
  likeness,
  packages: [],
  before,
  after: before,
});

const numbers = (pairs: readonly Pair[]) => pairs.map(({ treated, control }) => [treated.number, control.number]);
const distance = (pairs: readonly Pair[]) =>
  pairs.reduce((sum, { treated, control }) => sum + Math.abs(treated.before - control.before), 0);

/** Every choice of pairs there is: the most, and of those the least distance. */
function bestOfAll(treated: readonly FirmChange[], controls: readonly FirmChange[], caliper: number): [number, number] {
  const [first, ...rest] = treated;
  if (first === undefined) return [0, 0];
  let best = bestOfAll(rest, controls, caliper);
  for (const control of controls) {
    const apart = Math.abs(first.before - control.before);
    if (control.likeness !== first.likeness || apart > caliper) continue;
    const [count, sum] = bestOfAll(
      rest,
      controls.filter((each) => each !== control),
      caliper,
    );
    if (count + 1 > best[0] || (count + 1 === best[0] && sum + apart < best[1])) best = [count + 1, sum + apart];
  }
  return best;
}

describe('firms are matched', () => {
  test('as many as can be, although one alone could be nearer', () => {
    // 1 began at 1.0 and 2 at 1.4; 11 at 1.2 and 12 at 0.8. With a caliper of 0.5 firm 2 reaches 11 only (0.2); 12 is 0.6
    // away. Firm 1 therefore takes 12 (0.2), and leaves 11.
    expect(numbers(matchFirms([firm(1, 100), firm(2, 140)], [firm(11, 120), firm(12, 80)], { caliper: 50 }))).toEqual([
      [1, 12],
      [2, 11],
    ]);
  });

  test('at the least distance in all where there is a choice', () => {
    // 1.0 beside 1.1 and 2.0 beside 1.9: 0.1 + 0.1. The third, at 1.5, would make it 0.5 + 0.1.
    const controls = [firm(11, 150), firm(12, 190), firm(13, 110)];
    expect(numbers(matchFirms([firm(1, 100), firm(2, 200)], controls, { caliper: 50 }))).toEqual([
      [1, 13],
      [2, 12],
    ]);
  });

  test('exactly as far as the caliper and no further, and only with their like', () => {
    const treated = [firm(1, 100)];
    expect(matchFirms(treated, [firm(2, 150)], { caliper: 50 })).toHaveLength(1);
    expect(matchFirms(treated, [firm(2, 151)], { caliper: 50 })).toEqual([]);
    expect(matchFirms(treated, [firm(2, 100, 'b')], { caliper: 50 })).toEqual([]);
  });

  test('as well as the best of all choices there are, and every firm once', () => {
    fc.assert(
      fc.property(
        arbitraryChanges([], [0, 5]),
        arbitraryChanges([], [0, 5]),
        fc.integer({ min: 0, max: 150 }),
        (treated, others, caliper) => {
          const controls = others.map((each) => ({ ...each, number: each.number + 100 }));
          const pairs = matchFirms(treated, controls, { caliper });

          expect([pairs.length, distance(pairs)]).toEqual(bestOfAll(treated, controls, caliper));
          expect(new Set(numbers(pairs).flat()).size).toBe(2 * pairs.length);
          for (const { treated: one, control } of pairs) {
            expect(one.likeness).toBe(control.likeness);
            expect(Math.abs(one.before - control.before)).toBeLessThanOrEqual(caliper);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('alike in whatever order they come, and however things went for them', () => {
    fc.assert(
      fc.property(
        arbitraryChanges([], [0, 12]).chain((firms) =>
          fc.tuple(
            fc.constant(firms),
            fc.shuffledSubarray(firms, { minLength: firms.length }),
            fc.array(fc.integer({ min: 0, max: 400 }), { minLength: firms.length, maxLength: firms.length }),
          ),
        ),
        ([firms, shuffled, outcomes]) => {
          const isTreated = ({ number }: FirmChange) => number % 2 === 0;
          const match = (all: readonly FirmChange[]) =>
            numbers(
              matchFirms(
                all.filter(isTreated),
                all.filter((each) => !isTreated(each)),
                { caliper: 60 },
              ),
            ).toSorted();
          const otherwise = firms.map((each, at) => ({ ...each, after: outcomes[at] ?? 0 }));

          expect(match(shuffled)).toEqual(match(firms));
          expect(match(otherwise)).toEqual(match(firms));
        },
      ),
    );
  });
});
