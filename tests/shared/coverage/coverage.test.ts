import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import { coverageBy, tellSpread } from '#shared/domain/coverage/coverage.ts';
import { type PopulationCell, populationBeside } from '#shared/domain/coverage/population.ts';
import { type CoverageRules, weightMean } from '#shared/domain/coverage/weighting.ts';
import { branches, sizeClasses } from '#shared/domain/firm/firm-profile.ts';

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
const valuesBy = { branch: branches, size: sizeClasses };
const documentBy = (
  attribute: 'branch' | 'size',
  groups: Readonly<Record<string, number>>,
  counted: 'all' | 'sme' = 'all',
) => {
  const shownOf = Object.entries(groups).map(([group, firms]) => [group, { firms, mean: 2 }] as const);
  const { spec, cells } = documentOf(Object.fromEntries(shownOf), counted);
  const attributes = [{ code: attribute, values: [...valuesBy[attribute]] }];
  return { spec: { ...spec, attributes, breakdowns: [[], [attribute]] }, cells };
};
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

  /* Without the group that the source does not tell apart: 60 and 30 of 90 answers; 50 and 100 of 150 firms. */
  test('tells the spread with the group that shows it most, and whether it is of all groups', () => {
    const ofAll = tellSpread(coverageBy('county', documentOf(shown), population));
    expect(ofAll).toMatchObject({ dissimilarity: 30, most: { value: '21' }, isOfAll: true });

    const some = [there('17', 50), there('20', 100)];
    const ofSome = tellSpread(coverageBy('county', documentOf(shown), some));
    expect(ofSome).toMatchObject({ most: { value: '17' }, isOfAll: false });
    expect(ofSome?.dissimilarity).toBeCloseTo(100 / 3);

    const hidden = documentOf({ ...shown, 'county=21': { firms: null, mean: null } });
    expect(tellSpread(coverageBy('county', hidden, population))).toBeNull();
  });

  /* The others: 60 and 30 of 90 answers, 66.7 and 33.3 per cent; 200 and 100 of 300 firms, the same. */
  test('says nothing of a hidden group, nor how even the answers are then', () => {
    const hidden = documentOf({ ...shown, 'county=21': { firms: null, mean: null } });
    const { all, rows, compared, dissimilarity } = coverageBy('county', hidden, population);

    expect(rows[2]).toMatchObject({
      value: '21',
      answered: null,
      reached: null,
      shareOfAnswers: null,
      population: 200,
    });
    expect(rows.map(({ shareOfAnswers, shareOfPopulation }) => [shareOfAnswers, shareOfPopulation])).toEqual([
      [(60 / 90) * 100, (200 / 300) * 100],
      [(30 / 90) * 100, (100 / 300) * 100],
      [null, null],
    ]);
    expect(compared).toEqual({ answered: 90, population: 300, most: 300, reached: 30 });
    expect([all.reached, all.shareOfAnswers, dissimilarity]).toEqual([20, null, null]);
  });

  test('leaves large firms out of the population where the release counts none', () => {
    const cells = [...population, there('17', 7, '250-plus'), there('20', 3, null)];

    expect(coverageBy('county', documentOf(shown), cells).all.population).toBe(510);
    expect(coverageBy('county', documentOf(shown, 'sme'), cells).all.population).toBe(500);
  });

  /*
   * 40 firms of steel, 40 of other industry, 20 of a class that may be of forest or wood building, 30 of services.
   * 50 and 50 answers of the first two: even, and more than there are. 20 of wood building, 10 of services, 130 in all.
   */
  const divided = documentBy('branch', {
    all: 130,
    'branch=steel-and-metals': 50,
    'branch=other-industry': 50,
    'branch=wood-building': 20,
    'branch=digital-and-industrial-services': 10,
  });
  const ofBranch = (branch: PopulationCell['branch'], number: number, more: Partial<PopulationCell> = {}) => ({
    ...there('17', number),
    branch,
    ...more,
  });
  const classes = [
    ofBranch('steel-and-metals', 40),
    ofBranch('other-industry', 40),
    ofBranch(null, 20, { branches: ['forest-and-bioeconomy', 'wood-building'] }),
    ofBranch('digital-and-industrial-services', 30),
  ];

  test('tells an even spread as even beside a class that the source does not tell apart', () => {
    const { all, rows, compared, unplaced, dissimilarity } = coverageBy('branch', divided, classes);

    expect(rows).toEqual([
      {
        ...{ value: 'steel-and-metals', answered: 50, population: 40, most: 40, untold: null, reached: 125 },
        ...{ shareOfAnswers: 50, shareOfPopulation: 50 },
      },
      {
        ...{ value: 'forest-and-bioeconomy', answered: null, population: 0, most: 20, untold: 'not-told-apart' },
        ...{ reached: null, shareOfAnswers: null, shareOfPopulation: null },
      },
      {
        ...{ value: 'wood-building', answered: 20, population: 0, most: 20, untold: 'not-told-apart' },
        ...{ reached: null, shareOfAnswers: null, shareOfPopulation: null },
      },
      {
        ...{ value: 'digital-and-industrial-services', answered: 10, population: 30, most: 30, untold: 'no-measure' },
        ...{ reached: null, shareOfAnswers: null, shareOfPopulation: null },
      },
      {
        ...{ value: 'other-industry', answered: 50, population: 40, most: 40, untold: null, reached: 125 },
        ...{ shareOfAnswers: 50, shareOfPopulation: 50 },
      },
    ]);
    expect(all).toMatchObject({ answered: 130, population: 130, most: 130, reached: 100, untold: null });
    expect(compared).toEqual({ answered: 100, population: 80, most: 80, reached: 125 });
    expect([unplaced, dissimilarity]).toEqual([20, 0]);
  });

  test('takes a class that does not say what it may be of as one that may be of any group', () => {
    const { rows, dissimilarity } = coverageBy('branch', divided, [...classes, ofBranch(null, 1)]);

    expect(rows.map(({ untold, most }) => [untold, most])).toEqual([
      ['not-told-apart', 41],
      ['not-told-apart', 21],
      ['not-told-apart', 1],
      ['not-told-apart', 21],
      ['no-measure', 31],
      ['not-told-apart', 41],
    ]);
    expect(dissimilarity).toBeNull();
  });

  /* 50 of at least 40: at most 125 per cent. The other industry is alone then, and compared with nothing. */
  test('tells a number with secret ones beside it as the least there can be', () => {
    const [steel, ...rest] = classes;
    const cells = [{ ...(steel ?? ofBranch('steel-and-metals', 40)), secretRows: 2 }, ...rest];
    const { all, rows, compared } = coverageBy('branch', divided, cells);

    expect(rows[0]).toMatchObject({ population: 40, most: null, untold: null, reached: 125, shareOfAnswers: null });
    expect(all).toMatchObject({ population: 130, most: null, untold: null, reached: 100 });
    expect(compared).toBeNull();
  });

  test('says so where all numbers are secret, and where the source has nobody', () => {
    const cells = [ofBranch('steel-and-metals', 0, { secretRows: 1 }), ofBranch('digital-and-industrial-services', 9)];
    const { rows } = coverageBy('branch', divided, cells);

    expect(rows.map(({ value, untold, reached }) => [value, untold, reached])).toEqual([
      ['steel-and-metals', 'secret', null],
      ['wood-building', 'not-in-source', null],
      ['digital-and-industrial-services', 'no-measure', null],
      ['other-industry', 'not-in-source', null],
    ]);
  });

  /*
   * The release counts firms with fewer than 250 employees. Of Värmland's 100 sure ones 50 have answered, 50 per cent at
   * most, since some of 10 firms with 200 to 499 may be among them. A class of 1 to 9 is below the limit: counted.
   */
  test('tells firms in a class on both sides of 250 employees as perhaps there', () => {
    const across = { ...there('17', 10), size: null, sizes: ['50-249' as const, '250-plus' as const] };
    const small = { ...there('17', 20), size: null, sizes: ['1-4' as const, '5-9' as const] };
    const cells = [there('17', 80), small, across, there('17', 7, '250-plus')];
    const groups = { all: { firms: 50, mean: 1 }, 'county=17': { firms: 50, mean: 1 } };
    const byCounty = coverageBy('county', documentOf(groups, 'sme'), cells);
    const sizes = documentBy('size', { all: 50, 'size=10-49': 40, 'size=50-249': 10 }, 'sme');
    const bySize = coverageBy('size', sizes, cells);

    expect(byCounty.rows[0]).toMatchObject({ population: 100, most: 110, untold: null, reached: 50 });
    expect([byCounty.across, byCounty.unplaced, bySize.across, bySize.unplaced]).toEqual([10, 0, 10, 20]);
    expect(bySize.rows.map(({ value, population: surely, most, untold }) => [value, surely, most, untold])).toEqual([
      ['1-4', 0, 20, 'not-told-apart'],
      ['5-9', 0, 20, 'not-told-apart'],
      ['10-49', 80, 80, null],
      ['50-249', 0, 10, 'not-told-apart'],
    ]);
    expect(coverageBy('county', documentOf(groups), cells).all).toMatchObject({ population: 117, most: 117 });
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
    ['secret', shown, [{ ...there('17', 200), secretRows: 1 }, there('20', 100), there('21', 200)]],
    ['not-in-source', shown, [there('17', 200), there('20', 100)]],
  ])('is not given when it is %s', (why, groups, cells) => {
    expect(weigh(groups, cells)).toEqual({ kind: 'not-defensible', why });
  });

  /*
   * 100 firms with 10 to 49 employees, 100 with 50 to 249, all groups shown. What else there is decides: 10 with 200 to
   * 499 may be of the second group. Of firms of all sizes 12 of 212 are more than 5 per cent, and 10 of 210 are not.
   */
  test.each([
    ['not-told-apart', 'all', ['50-249', '250-plus'], 10],
    ['not-told-apart', 'sme', ['50-249', '250-plus'], 10],
    ['not-told-apart', 'all', ['1-4', '5-9'], 12],
    [null, 'all', ['1-4', '5-9'], 10],
    [null, 'sme', ['1-4', '5-9'], 10],
  ] as const)('is %s for firms of %s with a class of %j', (why, counted, sizes, number) => {
    const cells = [there('17', 100), there('17', 100, '50-249'), { ...there('17', number, null), sizes: [...sizes] }];
    const document = documentBy('size', { all: 100, 'size=10-49': 50, 'size=50-249': 50 }, counted);
    const weighting = weightMean('D1', ['size'], { document, population: cells }, rules);

    expect('why' in weighting ? weighting.why : null).toBe(why);
  });

  test('is not given by county where more than a few firms may be too large for the release', () => {
    const across = (number: number) => ({ ...there('17', number, null), sizes: ['50-249', '250-plus'] as const });
    const weighed = (number: number) =>
      weightMean(
        'D1',
        ['county'],
        { document: documentOf(shown, 'sme'), population: [...population, across(number)] as PopulationCell[] },
        { ...rules, mostWeightRatio: 6 },
      );

    // 500 of 526 are 95.06 per cent, of 527 they are 94.9.
    expect(weighed(26)).toMatchObject({ kind: 'weighted', mean: 2 });
    expect(weighed(27)).toEqual({ kind: 'not-defensible', why: 'not-told-apart' });
  });

  test('is not given by branch, since nobody knows how many firms sell services to industry', () => {
    const document = documentBy('branch', { all: 100, 'branch=steel-and-metals': 100 });

    expect(weightMean('D1', ['branch'], { document, population }, rules)).toEqual({
      kind: 'not-defensible',
      why: 'no-measure',
    });
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

/* Firms as they are, and as a source has them that tells the branch, or the size, only as one of several. */
const firmsThere = fc.record({
  county: fc.constantFrom(...counties),
  branch: fc.constantFrom(...branches),
  size: fc.constantFrom(...sizeClasses),
  number: fc.integer({ min: 0, max: 40 }),
  branchesBeside: fc.option(fc.subarray([...branches])),
  sizesBeside: fc.option(fc.subarray([...sizeClasses])),
  isSecret: fc.boolean(),
});
type FirmsThere = typeof firmsThere extends fc.Arbitrary<infer Value> ? Value : never;
const inSource = (firms: FirmsThere): PopulationCell => {
  const { county, branch, size, number, branchesBeside, sizesBeside } = firms;
  const blurred = {
    ...(branchesBeside === null ? { branch } : { branch: null, branches: [...new Set([branch, ...branchesBeside])] }),
    ...(sizesBeside === null ? { size } : { size: null, sizes: [...new Set([size, ...sizesBeside])] }),
  };
  return firms.isSecret ? { county, ...blurred, number: 0, secretRows: 1 } : { county, ...blurred, number };
};

test('no group is told to hold more firms than there are, nor to have answered less than it can have', () => {
  fc.assert(
    fc.property(
      fc.array(firmsThere, { maxLength: 12 }),
      fc.constantFrom('branch' as const, 'size' as const),
      fc.constantFrom('all' as const, 'sme' as const),
      (firms, attribute, counted) => {
        const answered = Object.fromEntries(valuesBy[attribute].map((value) => [`${attribute}=${value}`, 10]));
        const document = documentBy(attribute, { all: 100, ...answered }, counted);
        const isCounted = ({ size }: FirmsThere) => counted === 'all' || size !== '250-plus';
        const real = (value: string | null) =>
          firms
            .filter((each) => isCounted(each) && (value === null || each[attribute] === value))
            .reduce((sum, { number }) => sum + number, 0);
        const { all, rows } = coverageBy(attribute, document, firms.map(inSource));
        for (const { value, population: least, most, untold, reached } of [all, ...rows]) {
          if (untold === 'no-measure') continue;
          expect(least).toBeLessThanOrEqual(real(value));
          if (most !== null) expect(most).toBeGreaterThanOrEqual(real(value));
          if (reached !== null)
            expect(reached * real(value)).toBeGreaterThanOrEqual((value === null ? 100 : 10) * 99.9);
        }
      },
    ),
  );
});

test('an even spread is told as even, whatever the source does not tell apart', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 4, maxLength: 4 }),
      fc.array(firmsThere, { maxLength: 8 }),
      (times, answers, others) => {
        const told = branches.filter((branch) => branch !== 'digital-and-industrial-services').slice(0, 4);
        const groups = told.map((branch, at) => ({ branch, answered: (answers[at] ?? 2) * 5 }));
        const beside = others.filter((each) => each.branchesBeside !== null).map(inSource);
        const document = documentBy('branch', {
          all: 1000,
          ...Object.fromEntries(groups.map(({ branch, answered }) => [`branch=${branch}`, answered])),
        });
        const cells = [
          ...groups.map(({ branch, answered }) => ({ ...there('17', answered * times), branch })),
          ...beside,
        ];
        const { rows, dissimilarity } = coverageBy('branch', document, cells);

        if (dissimilarity !== null) expect(dissimilarity).toBeCloseTo(0, 9);
        for (const { shareOfAnswers, shareOfPopulation } of rows)
          if (shareOfAnswers !== null) expect(shareOfAnswers).toBeCloseTo(shareOfPopulation ?? -1, 9);
      },
    ),
  );
});

test('made-up firms stand beside made-up figures, and real ones beside real', () => {
  const tables = [
    { unit: 'firms' as const, isSimulated: false, source: 'SCB' },
    { unit: 'firms' as const, isSimulated: true, source: 'Påhittad' },
    { unit: 'workplaces' as const, isSimulated: false, source: 'SCB' },
  ];

  expect(populationBeside(tables, 'firms', { isSimulated: false })?.source).toBe('SCB');
  expect(populationBeside(tables, 'firms', { isSimulated: true })?.source).toBe('Påhittad');
  expect(populationBeside(tables, 'workplaces', { isSimulated: true })).toBeUndefined();
});
