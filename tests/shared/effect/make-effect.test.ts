import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import type { StandingRow } from '#shared/domain/benchmark/beside-earlier.ts';
import { type EffectPair, shownEffects } from '#shared/domain/effect/effect-beside.ts';
import { type EffectInput, type MadeEffect, makeEffect } from '#shared/domain/effect/make-effect.ts';
import { effectSpec, type FixtureFirm, inputOf, pairsOf } from './effect-fixture.ts';

const solver = await loadLinearSolver();
const make = (input: EffectInput): MadeEffect => makeEffect(input, solver, () => undefined);
const cell = ({ document }: MadeEffect, group: string) => document.cells.find((each) => each.group === group);
const shown = ({ document }: MadeEffect) =>
  document.cells.filter(({ estimate }) => estimate !== null).map(({ group }) => group);

describe('a release of effects', () => {
  test('says how much more firms changed that took part than those beside them', () => {
    // Ten pairs. Who took part rose by 0.1, 0.3, 0.5, 0.7 and 0.9, twice each: 0.5 in the mean. The others stayed where
    // they were. s² = 2 × (0.16 + 0.04 + 0 + 0.04 + 0.16) / 9 = 0.0889, s = 0.298; 2.262 × 0.298 / √10 = 0.213.
    // 0.5 - 0.213 = 0.287, outwards 0.2; 0.5 + 0.213 = 0.713, outwards 0.8.
    const made = make(inputOf(pairsOf(['clinic'], 10, 50)));

    expect(cell(made, 'package=clinic')).toEqual({
      measure: 'D1',
      group: 'package=clinic',
      tookPart: 10,
      matched: 10,
      estimate: 0.5,
      low: 0.2,
      high: 0.8,
    });
    // Two of the steps' groups are the same firms.
    expect(shown(made)).toEqual(['all', 'package=clinic', 'step=P3.1']);
    expect(made.report.findings).toEqual([]);
  });

  test('takes away what firms changed by that took part in nothing', () => {
    const firms = pairsOf(['clinic'], 10, 50).map((each) => ({ ...each, after: each.after + 30 }));

    expect(cell(make(inputOf(firms)), 'package=clinic')).toMatchObject({ estimate: 0.5, low: 0.2, high: 0.8 });
  });

  test('says how many took part and how many had a firm beside them', () => {
    // Three more that began at 3.9, where nobody stands.
    const lonely = Array.from({ length: 3 }, (): FixtureFirm => ({ taken: ['clinic'], before: 390, after: 400 }));

    expect(cell(make(inputOf([...pairsOf(['clinic'], 10, 50), ...lonely])), 'package=clinic')).toMatchObject({
      tookPart: 13,
      matched: 10,
    });
  });

  test('leaves out who took part in something else: it is no firm without support', () => {
    const others = Array.from({ length: 20 }, (): FixtureFirm => ({ taken: ['green'], before: 110, after: 400 }));
    const firms = pairsOf(['clinic'], 10, 50);

    expect(make(inputOf([...firms, ...others])).document.cells).toEqual(make(inputOf(firms)).document.cells);
  });

  test('is the same in whatever order the firms come', () => {
    const firms = [
      ...pairsOf(['clinic'], 8, 50),
      ...pairsOf(['sprint'], 7, 20, 160),
      ...pairsOf(['mentor'], 9, -30, 220),
    ];
    const input = inputOf(firms);
    const { cells } = make(input).document;

    fc.assert(
      fc.property(
        fc.shuffledSubarray([...input.levels], { minLength: input.levels.length }),
        fc.shuffledSubarray([...input.firms], { minLength: input.firms.length }),
        (levels, of) => {
          expect(make({ ...input, levels, firms: of }).document.cells).toEqual(cells);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('tells nothing of a group of few', () => {
    expect(shown(make(inputOf(pairsOf(['clinic'], 4, 50))))).toEqual([]);
  });

  test('hides a second package where all together would tell of the one with few', () => {
    // All 15, clinic 8, sprint 4 and mentor 3: all less clinic is 7, which are enough; but a package of 8 and all together
    // stand only as long as neither 4 nor 3 can be told.
    const made = make(
      inputOf([...pairsOf(['clinic'], 8, 50), ...pairsOf(['sprint'], 4, 20, 160), ...pairsOf(['mentor'], 3, -30, 220)]),
    );
    // Step P3.1 is clinic and mentor, 11; step P3.2 is sprint and mentor, 7.
    expect(shown(made)).toContain('all');
    expect(cell(made, 'package=sprint')?.estimate).toBeNull();
    expect(cell(made, 'package=mentor')?.estimate).toBeNull();
    // Clinic and P3.1 together would tell of the three; P3.1 and all of the four.
    expect(cell(made, 'step=P3.1')?.estimate).toBeNull();
    expect(made.report.findings).toEqual([]);
  });

  test('hides a group whose interval is so short that it tells what everybody has', () => {
    const alike = Array.from({ length: 12 }, (_, index): FixtureFirm[] => [
      { taken: ['clinic'], before: 100 + index, after: 200 + index },
      { taken: [], before: 100 + index, after: 100 + index },
    ]).flat();
    const made = make(inputOf(alike));

    expect(shown(made)).toEqual([]);
    expect(made.report.measures[0]?.uniform).toBe(3);
  });

  test('hides what a provider could take its own firms away from, and no more than that', () => {
    const firms = pairsOf(['clinic'], 12, 50);
    const letIn = (count: number) => inputOf(firms.map((each, at) => (at < count ? { ...each, insiders: [1] } : each)));

    // Both firms of eleven pairs of twelve are seen: the twelfth is left over.
    expect(shown(make(letIn(22)))).toEqual([]);
    // Ten pairs, and two are left, the fewest that may be.
    expect(shown(make(letIn(20)))).toContain('package=clinic');
    expect(shown(make(letIn(24)))).toContain('package=clinic');
  });
});

describe('beside an earlier release of effects', () => {
  const firms = pairsOf(['clinic'], 12, 50);
  const first = make(inputOf(firms));
  const shows = (pairs: readonly EffectPair[]) => shownEffects(first.document, pairs);
  /** `gone`: so many firms are not in the new one, where the others are called by as much less. */
  const standings = (isSame: (number: number) => boolean, gone = 0) =>
    firms.map((_, index): StandingRow => {
      const number = index + 1;
      const before = { release: 0, number, before: 1, after: 2 };
      const after = { release: 1, number: number - gone, before: 1, after: isSame(number) ? 2 : 3 };
      return { levels: [], changes: number > gone ? [before, after] : [before], insiders: [], firms: 1 };
    });
  const near = (rows: readonly StandingRow[], input = inputOf(firms), pairs = first.contributions) => {
    const earlier = [{ order: 6, number: 4, builtOn: '2026-11-01', isOwn: true, shows: shows(pairs) }];
    return make({ ...input, earlier, standings: rows }).report.nearReleases;
  };

  test('the same firms with the same answers tell nothing new', () => {
    expect(near(standings(() => true))).toEqual([]);
  });

  test('one firm with another answer is told of, and a few are', () => {
    expect(near(standings((number) => number !== 3))).toEqual([{ releaseNumber: 4 }]);
    expect(near(standings((number) => number > 2))).not.toEqual([]);
  });

  test('enough others are not, and firms that are gone count', () => {
    expect(near(standings((number) => number > 3))).toEqual([]);
    expect(
      near(
        standings(() => true, 2),
        inputOf(firms.slice(2)),
      ),
    ).not.toEqual([]);
  });

  test('it makes no difference which firms are beside each other', () => {
    const turned = first.contributions.map((pair, at, all) => ({
      ...pair,
      control: all[(at + 1) % all.length]?.control ?? pair.control,
    }));

    expect(
      near(
        standings(() => true),
        inputOf(firms),
        turned,
      ),
    ).toEqual([]);
  });

  test('a firm that stood on the other side is another', () => {
    const [pair, ...others] = first.contributions;
    const turned = pair === undefined ? [] : [{ ...pair, treated: pair.control, control: pair.treated }, ...others];

    expect(
      near(
        standings(() => true),
        inputOf(firms),
        turned,
      ),
    ).toEqual([{ releaseNumber: 4 }]);
  });
});

test('a firm that has none of the names of the release is compared all the same', () => {
  expect(make(inputOf([], effectSpec)).document.cells.every(({ estimate }) => estimate === null)).toBe(true);
});
