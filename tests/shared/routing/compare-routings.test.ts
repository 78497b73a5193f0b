import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { CountRules, RoutedFirm } from '#shared/domain/routing/compare-routings.ts';
import { compareRouting, tellChanges } from '#shared/domain/routing/compare-routings.ts';
import { dimensionNames, fires, inputOf, type Known, routeOf } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

const everything = { fewest: 1, fewestOutside: 0, step: 1 };
const compareRoutings = (firms: readonly RoutedFirm[], before: Catalogue, after: Catalogue, rules: CountRules) =>
  tellChanges(
    firms.map((firm) => compareRouting(firm, before, after)),
    rules,
  );
const firmOf = (known: Known): RoutedFirm => inputOf(known);
const without = (...ids: readonly string[]): Catalogue => ({
  ...catalogue,
  rules: catalogue.rules.map((rule) => (ids.includes(rule.id) ? { ...rule, isOff: true } : rule)),
});
const suggested = (known: Known) => routeOf(known).suggestions.map(({ packageCode }) => packageCode);

const knownFirm: fc.Arbitrary<Known> = fc.record({
  levels: fc.dictionary(fc.constantFrom(...dimensionNames), fc.integer({ min: 0, max: 4 })),
  points: fc.dictionary(fc.constantFrom('D8.4', 'X3.2'), fc.integer({ min: 0, max: 4 })),
});
const firms = fc.array(knownFirm, { maxLength: 4 });

describe('what other rules would have suggested', () => {
  test('is the same when the rules are', () => {
    fc.assert(
      fc.property(firms, (known) => {
        const { otherSet, otherFirst, packages, gaps } = compareRoutings(
          known.map(firmOf),
          catalogue,
          structuredClone(catalogue),
          everything,
        );
        expect({ otherSet, otherFirst, packages, gaps }).toEqual({
          otherSet: null,
          otherFirst: null,
          packages: [],
          gaps: [],
        });
      }),
      { numRuns: 30 },
    );
  });

  test('is the same when rules that never fired are switched off', () => {
    fc.assert(
      fc.property(firms, (known) => {
        const idle = catalogue.rules.map(({ id }) => id).filter((id) => !known.some((each) => fires(id, each)));
        const { otherSet, packages, gaps } = compareRoutings(
          known.map(firmOf),
          catalogue,
          without(...idle),
          everything,
        );
        expect({ otherSet, packages, gaps }).toEqual({ otherSet: null, packages: [], gaps: [] });
      }),
      { numRuns: 20 },
    );
  });

  test('comes and goes as often as the suggestions of all firms together grow and shrink', () => {
    fc.assert(
      fc.property(firms, fc.subarray(catalogue.rules.map(({ id }) => id)), (known, off) => {
        const after = without(...off);
        const { packages } = compareRoutings(known.map(firmOf), catalogue, after, everything);
        const net = packages.reduce((sum, { gained, lost }) => sum + (gained ?? 0) - (lost ?? 0), 0);
        const sizes = known.map((each) => suggested({ ...each, catalogue: after }).length - suggested(each).length);
        expect(net).toBe(sizes.reduce((sum, size) => sum + size, 0));
      }),
      { numRuns: 20 },
    );
  });

  test('is told of no fewer firms than the least number, and rounded above it', () => {
    const twelve = Array.from(
      { length: 12 },
      (_, n): RoutedFirm => ({
        ...firmOf({ levels: { D1: 0 } }),
        ...(n < 9 ? { context: null } : {}),
      }),
    );
    const told = compareRoutings(twelve, catalogue, catalogue, { fewest: 10, fewestOutside: 3, step: 5 });
    expect([told.firms, told.withoutContext, told.otherSet]).toEqual([10, null, null]);
  });

  // By hand: the rule includes supplier-network for who has one large customer and starts on D4; nobody else has it.
  test('is, without the rule for one large customer, another first suggestion for the three that have one', () => {
    const large = { chainRole: 'subcontractor', largestCustomerPercent: 60 } as const;
    const three = [1, 2, 3].map(() => firmOf({ levels: { D4: 1 }, profile: large }));
    const two = [1, 2].map(() => firmOf({ levels: { D4: 1 }, profile: { ...large, largestCustomerPercent: 40 } }));
    expect(compareRoutings([...three, ...two], catalogue, without('M-one-large-customer'), everything)).toEqual({
      firms: 5,
      withoutContext: null,
      otherSet: 3,
      otherFirst: 3,
      packages: [{ code: 'supplier-network', gained: null, lost: 3 }],
      gaps: [],
    });
  });

  // By hand: as above, with three others, with two, and with none that the rule did not concern.
  test.each([
    [3, 15],
    [2, null],
    [0, null],
  ])('is not told when so few are left out that it holds for each: %i outside', (outside, told) => {
    const large = { chainRole: 'subcontractor', largestCustomerPercent: 60 } as const;
    const concerned = Array.from({ length: 15 }, () => firmOf({ levels: { D4: 1 }, profile: large }));
    const others = Array.from({ length: outside }, () => firmOf({ levels: { D4: 1 } }));
    const rules = { fewest: 10, fewestOutside: 3, step: 5 };
    const { otherSet, packages } = compareRoutings(
      [...concerned, ...others],
      catalogue,
      without('M-one-large-customer'),
      rules,
    );
    expect(otherSet).toBe(told);
    expect(packages).toEqual(told === null ? [] : [{ code: 'supplier-network', gained: null, lost: told }]);
  });
});
