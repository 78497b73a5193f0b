import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldGroups, type RateGroup, rateOf, smallestRateGroup } from '#shared/domain/campaign/response-rate.ts';

const group = (code: string | undefined, invited: number, finished = 0): RateGroup => ({
  code,
  invited,
  begun: finished,
  finished,
});

describe('groups of a response rate', () => {
  it('of fewer than three firms are counted together', () => {
    expect(foldGroups([group('17', 5, 2), group('20', 2, 1), group('21', 1, 1)])).toEqual([
      group('17', 5, 2),
      group(undefined, 3, 2),
    ]);
  });

  it('are joined by the smallest other one when together they are still fewer', () => {
    expect(foldGroups([group('17', 5, 2), group('20', 4, 1), group('21', 1, 1)])).toEqual([
      group('17', 5, 2),
      group(undefined, 5, 2),
    ]);
  });

  it('are no table when there are fewer than three firms', () => {
    expect(foldGroups([group('17', 2, 1)])).toEqual([]);
    expect(foldGroups([])).toEqual([]);
  });

  it('never leave fewer than three to be told apart, lose nobody, and keep who is not known in the rest', () => {
    const some = fc.array(
      fc.record({
        code: fc.constantFrom('17', '20', '21', 'outside', undefined),
        invited: fc.nat(9),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, (given) => {
        const groups = given.map(({ code, invited, share }) => group(code, invited, Math.round(invited * share)));
        const folded = foldGroups(groups);
        const total = (of: readonly RateGroup[]) => of.reduce((sum, { invited }) => sum + invited, 0);
        expect(folded.every(({ invited }) => invited >= smallestRateGroup)).toBe(true);
        if (total(groups) >= smallestRateGroup) expect(total(folded)).toBe(total(groups));
        else expect(folded).toEqual([]);
      }),
    );
  });

  it('have a rate of those invited who finished', () => {
    expect(rateOf(group('17', 3, 2))).toBe(67);
    expect(rateOf(group('17', 0))).toBeNull();
  });
});
