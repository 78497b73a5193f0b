import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branches, chainRoles, counties, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import type { OverlapRules } from '#shared/domain/routing/overlap.ts';
import { compareOffers, findOverlaps } from '#shared/domain/routing/overlap.ts';
import { stances } from '#shared/domain/routing/package.ts';
import { catalogue } from './shipped-catalogue.ts';
import { help } from './small-catalogue.ts';

const rules: OverlapRules = { weights: { counties: 1, supportForms: 2, duration: 1 }, warnFrom: 0.6 };
type Offer = typeof help;

const some = <T>(all: readonly T[], least = 0) => fc.subarray([...all], { minLength: least });
const dimensions = fc.uniqueArray(
  fc.record({ code: fc.constantFrom('D1', 'D2', 'PM1', 'X1'), bands: some(['low', 'mid', 'high'], 1) }),
  { minLength: 1, selector: ({ code }) => code },
);
const offer: fc.Arbitrary<Offer> = fc
  .record({
    code: fc.constantFrom('one', 'two', 'three'),
    stance: fc.constantFrom(...stances),
    dimensions,
    sizeClasses: some(sizeClasses, 1),
    branches: some(branches),
    chainRoles: some(chainRoles),
    counties: some(counties, 1),
    supportForms: some(['S1', 'S2', 'S3', 'S9']),
    durationWeeks: fc.integer({ min: 1, max: 260 }),
  })
  .map((part) => ({ ...help, ...part }));

describe('worked by hand', () => {
  /*
   * Need: D1 low and D1 mid against D1 mid: the shorter has 1 pair, shared 1, so 1.
   * Firms: sizes 10-49, 50-249 against 50-249, 250-plus: 1 of 2. Branches: all six against other-industry: 1 of 1.
   *   Roles: all against all: 1. So 0.5.
   * Counties 17 against 17, 20: 1. Forms S1, S2 against S2, S3: 1 of 2 = 0.5. Time 8 of 16 weeks: 0.5.
   * Likeness (1 * 1 + 2 * 0.5 + 1 * 0.5) / 4 = 0.625. Total 1 * 0.5 * 0.625 = 0.3125.
   */
  test('two packages that share some of everything', () => {
    const one: Offer = {
      ...help,
      dimensions: [{ code: 'D1', bands: ['low', 'mid'] }],
      sizeClasses: ['10-49', '50-249'],
      branches: [],
      supportForms: ['S1', 'S2'],
    };
    const other: Offer = {
      ...help,
      code: 'other',
      dimensions: [{ code: 'D1', bands: ['mid'] }],
      sizeClasses: ['50-249', '250-plus'],
      counties: ['17', '20'],
      supportForms: ['S2', 'S3'],
      durationWeeks: 16,
    };
    const { total, parts, shared } = compareOffers(one, other, rules);
    expect(parts).toEqual({ need: 1, firms: 0.5, counties: 1, supportForms: 0.5, duration: 0.5 });
    expect(total).toBeCloseTo(0.3125, 10);
    expect(shared).toEqual({
      needs: [{ dimension: 'D1', bands: ['mid'] }],
      sizeClasses: ['50-249'],
      branches: ['other-industry'],
      counties: ['17'],
      supportForms: ['S2'],
    });
  });

  test('a small package that lies within a large one overlaps wholly in need', () => {
    const large: Offer = { ...help, code: 'large', dimensions: [...help.dimensions, { code: 'D2', bands: ['low'] }] };
    expect(compareOffers(help, large, rules).total).toBe(1);
  });

  test('help and a part to take are no overlap, whatever else is alike', () => {
    expect(compareOffers(help, { ...help, code: 'part', stance: 'partner' }, rules).total).toBe(0);
  });
});

describe('of any two packages', () => {
  test('the overlap is the same both ways, from 0 to 1', () => {
    fc.assert(
      fc.property(offer, offer, (one, other) => {
        const { total, parts } = compareOffers(one, other, rules);
        const back = compareOffers(other, one, rules);
        expect(back.total).toBeCloseTo(total, 12);
        expect(back.parts).toEqual(parts);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the same package overlaps wholly', () => {
    fc.assert(
      fc.property(offer, (one) => {
        expect(compareOffers(one, one, rules).total).toBeCloseTo(1, 12);
      }),
    );
  });

  test('without a need in common there is none, whatever else is alike', () => {
    fc.assert(
      fc.property(offer, (one) => {
        const elsewhere = {
          ...one,
          dimensions: one.dimensions.map((each) => ({ ...each, code: `Z${each.code.length}` })),
        };
        expect(compareOffers(one, elsewhere, rules).total).toBe(0);
      }),
    );
  });

  test('a warning says no more than the threshold lets it, the most alike first, and never of itself', () => {
    fc.assert(
      fc.property(offer, fc.array(offer, { maxLength: 6 }), (one, others) => {
        const found = findOverlaps(one, others, rules);
        const totals = found.map(({ overlap }) => overlap.total);
        expect(totals.every((total) => total >= rules.warnFrom)).toBe(true);
        expect(totals).toEqual(totals.toSorted((a, b) => b - a));
        expect(found.some((each) => each.with.code === one.code)).toBe(false);
      }),
    );
  });
});

describe('no warning', () => {
  const twin: Offer = { ...help, code: 'twin' };

  test('is given of packages that say they go together, either of them', () => {
    expect(findOverlaps(help, [twin], rules)).toHaveLength(1);
    expect(findOverlaps(help, [{ ...twin, complements: ['help'] }], rules)).toEqual([]);
    expect(findOverlaps({ ...help, complements: ['twin'] }, [twin], rules)).toEqual([]);
  });

  test('is given of what is out of use, nor in a catalogue from before packages were compared', () => {
    expect(findOverlaps(help, [{ ...twin, isOutOfUse: true }], rules)).toEqual([]);
    expect(findOverlaps({ ...help, isOutOfUse: true }, [twin], rules)).toEqual([]);
    expect(findOverlaps(help, [twin], undefined)).toEqual([]);
  });
});

test('the catalogue that ships says its threshold, and warns of few enough to be read', () => {
  const pairs = catalogue.packages.flatMap((one) => findOverlaps(one, catalogue.packages, catalogue.overlap));
  expect(catalogue.overlap?.warnFrom).toBeGreaterThan(0);
  expect(pairs.length / 2).toBeLessThan(catalogue.packages.length / 2);
});
