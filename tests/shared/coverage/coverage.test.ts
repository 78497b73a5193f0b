import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import { coverageBy } from '#shared/domain/coverage/coverage.ts';
import type { PopulationCell } from '#shared/domain/coverage/population.ts';
import { type CoverageRules, weightMean } from '#shared/domain/coverage/weighting.ts';

const rules: CoverageRules = { version: 'worked', leastReachedPercent: 95, mostWeightRatio: 5, leastPopulation: 100 };

type Shown = { readonly firms: number | null; readonly mean: number | null };
const cellOf = (measure: string, group: string, { firms, mean }: Shown): ReleaseCell => ({
  ...{ measure, group, firms, mean },
  ...{ lowQuartile: null, median: null, highQuartile: null, classes: null, coarse: null },
});
const documentOf = (groups: Readonly<Record<string, Shown>>, population: 'all' | 'sme' = 'all') => ({
  spec: {
    population,
    attributes: [{ code: 'county', values: ['17', '20', '21'] }],
    breakdowns: [[], ['county']],
  } as unknown as ReleaseDocument['spec'],
  cells: Object.entries(groups).map(([group, shown]) => cellOf('D1', group, shown)),
});
const there = (county: PopulationCell['county'], number: number, size: PopulationCell['size'] = '10-49') => ({
  county,
  branch: 'steel-and-metals' as const,
  size,
  number,
});

/*
 * 100 firms have answered: 60 of Värmland's 200, 30 of Dalarna's 100, 10 of Gävleborg's 200. Shares of answers 60, 30 and
 * 10 per cent, of the population 40, 20 and 40. Dissimilarity: (20 + 10 + 30) / 2 = 30.
 * Weighted: 0.4 * 1.0 + 0.2 * 2.0 + 0.4 * 3.0 = 2.0. Weights: 200/60, 100/30, 200/10; the last counts 6 times the first.
 */
const shown = {
  all: { firms: 100, mean: 1.5 },
  'county=17': { firms: 60, mean: 1 },
  'county=20': { firms: 30, mean: 2 },
  'county=21': { firms: 10, mean: 3 },
};
const population = [there('17', 200), there('20', 100), there('21', 200)];

describe('coverage', () => {
  test('says how much of each group has answered, and how the answers are spread beside the population', () => {
    const { all, rows, unplaced, dissimilarity } = coverageBy('county', documentOf(shown), population);

    expect(all).toMatchObject({ answered: 100, population: 500, reached: 20 });
    expect(
      rows.map(({ value, reached, shareOfAnswers, shareOfPopulation }) => [
        value,
        reached,
        shareOfAnswers,
        shareOfPopulation,
      ]),
    ).toEqual([
      ['17', 30, 60, 40],
      ['20', 30, 30, 20],
      ['21', 5, 10, 40],
    ]);
    expect([unplaced, dissimilarity]).toEqual([0, 30]);
  });

  test('says nothing of a hidden group, nor how even the answers are then', () => {
    const hidden = documentOf({ ...shown, 'county=21': { firms: null, mean: null } });
    const { rows, dissimilarity } = coverageBy('county', hidden, population);

    expect(rows[2]).toMatchObject({
      value: '21',
      answered: null,
      reached: null,
      shareOfAnswers: null,
      population: 200,
    });
    expect(dissimilarity).toBeNull();
  });

  test('leaves large firms out of the population where the release counts none', () => {
    const cells = [...population, there('17', 7, '250-plus'), there('20', 3, null)];

    expect(coverageBy('county', documentOf(shown), cells).all.population).toBe(510);
    expect(coverageBy('county', documentOf(shown, 'sme'), cells).all.population).toBe(500);
  });

  test('counts those that the source does not tell apart among all and in no group', () => {
    const cells = [...population, { ...there('17', 20), branch: null }];
    const document = documentOf({ all: shown.all });
    const byBranch = {
      ...document,
      spec: { ...document.spec, attributes: [{ code: 'branch', values: ['steel-and-metals'] }] },
    };

    expect(coverageBy('branch', byBranch, cells)).toMatchObject({ all: { population: 520 }, unplaced: 20 });
  });
});

const weigh = (groups: Readonly<Record<string, Shown>>, cells: readonly PopulationCell[], changed = {}) =>
  weightMean('D1', ['county'], { document: documentOf(groups), population: cells }, { ...rules, ...changed });

describe('weighting', () => {
  test('lets each group count as much as it is large', () => {
    const weighted = weigh(shown, population, { mostWeightRatio: 6 });

    // n / (1 + cv²) = 500² / (200²/60 + 100²/30 + 200²/10) = 250,000 / 5,000 = 50.
    expect(weighted).toEqual({ kind: 'weighted', mean: 2, unweighted: 1.5, ratio: 6, effective: 50, answered: 100 });
  });

  test.each([
    ['too-uneven', shown, population],
    ['too-much-hidden', { ...shown, 'county=21': { firms: null, mean: null } }, population],
    ['too-small', shown, [there('17', 50), there('20', 49)]],
    ['no-mean', { ...shown, all: { firms: null, mean: null } }, population],
  ])('is not given when it is %s', (why, groups, cells) => {
    expect(weigh(groups, cells)).toEqual({ kind: 'not-defensible', why });
  });

  test('is not given by what the release does not divide firms by', () => {
    const document = documentOf(shown);

    expect(weightMean('D1', ['size'], { document, population }, rules)).toEqual({
      kind: 'not-defensible',
      why: 'not-divided',
    });
  });
});

const group = fc.record({
  firms: fc.integer({ min: 10, max: 200 }),
  tenths: fc.integer({ min: 0, max: 40 }),
  number: fc.integer({ min: 100, max: 900 }),
});
const threeGroups = fc.tuple(group, group, group);
const counties = ['17', '20', '21'] as const;
const weighGroups = (groups: readonly { firms: number; tenths: number; number: number }[]) =>
  weigh(
    {
      all: { firms: groups.reduce((sum, { firms }) => sum + firms, 0), mean: 2 },
      ...Object.fromEntries(
        groups.map(({ firms, tenths }, at) => [`county=${counties[at]}`, { firms, mean: tenths / 10 }]),
      ),
    },
    groups.map(({ number }, at) => there(counties[at] ?? '17', number)),
    { mostWeightRatio: 1000 },
  );

test('a weighted mean lies between those of the groups, and is as sure as fewer answers', () => {
  fc.assert(
    fc.property(threeGroups, (groups) => {
      const weighted = weighGroups(groups);
      if (weighted.kind !== 'weighted') throw new Error(weighted.why);
      const means = groups.map(({ tenths }) => tenths / 10);

      expect(weighted.mean).toBeGreaterThanOrEqual(Math.min(...means) - 1e-9);
      expect(weighted.mean).toBeLessThanOrEqual(Math.max(...means) + 1e-9);
      expect(weighted.effective).toBeLessThanOrEqual(weighted.answered + 1e-9);
    }),
  );
});

test('a population that is the answers many times over leaves the mean as it is', () => {
  fc.assert(
    fc.property(threeGroups, fc.integer({ min: 2, max: 9 }), (groups, times) => {
      const even = groups.map((each) => ({ ...each, number: each.firms * times }));
      fc.pre(even.reduce((sum, { number }) => sum + number, 0) >= 100);
      const weighted = weighGroups(even);
      const firms = groups.reduce((sum, each) => sum + each.firms, 0);
      const mean = groups.reduce((sum, each) => sum + (each.firms * each.tenths) / 10, 0) / firms;

      expect(weighted).toMatchObject({ kind: 'weighted' });
      if (weighted.kind === 'weighted') {
        expect(weighted.mean).toBeCloseTo(mean, 9);
        expect(weighted.effective).toBeCloseTo(firms, 6);
      }
    }),
  );
});
