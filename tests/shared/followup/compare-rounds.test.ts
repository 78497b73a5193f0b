import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRounds } from '#shared/domain/followup/compare-rounds.ts';
import type { Relation } from '#shared/domain/instrument/version/comparability.ts';
import { profileOf, roundCases } from '../../support/round-cases.ts';

const mapOf = (relations: Readonly<Record<string, Relation>>) => new Map(Object.entries(relations));

describe('the change between two rounds', () => {
  test('is the mean of what was answered both times, weighted as the later round weighs', () => {
    const earlier = profileOf({ D1: { 'D1.1': 1, 'D1.2': 2, 'D1.3': 4 } });
    const later = profileOf({ D1: { 'D1.1': 2, 'D1.2': 4, 'D1.3': null } }, { weights: { 'D1.1': 1, 'D1.2': 3 } });

    // D1.3 is unknown the second time. Before: (1·1 + 2·3) / 4 = 1.75. After: (2·1 + 4·3) / 4 = 3.5. 3.5 - 1.75 = 1.75.
    expect(compareRounds(earlier, later, undefined)).toEqual({
      dimensions: [{ dimension: 'D1', part: 'digital', items: 2, before: 1.75, after: 3.5, difference: 1.75 }],
      itemsLeftOut: 0,
    });
  });

  test('rests on items that the map allows, and says how many it does not', () => {
    const earlier = profileOf({ D1: { 'D1.1': 0, 'D1.2': 0, 'D1.3': 0, 'D1.4': 0 } });
    const later = profileOf({ D1: { 'D1.1': 1, 'D1.2': 2, 'D1.3': 4, 'D1.4': 4 } });
    const relations = mapOf({ 'D1.1': 'same', 'D1.2': 'kept', 'D1.3': 'changed', 'D1.4': 'added' });

    // (1 + 2) / 2 = 1.5
    expect(compareRounds(earlier, later, relations)).toEqual({
      dimensions: [{ dimension: 'D1', part: 'digital', items: 2, before: 0, after: 1.5, difference: 1.5 }],
      itemsLeftOut: 2,
    });
  });

  test('is not told of a dimension without an item in common', () => {
    const earlier = profileOf({ D1: { 'D1.1': 1 }, D2: { 'D2.1': 3 } });
    const later = profileOf({ D1: { 'D1.2': 1 }, D2: { 'D2.1': 2 } });

    expect(compareRounds(earlier, later, undefined).dimensions.map(({ dimension }) => dimension)).toEqual(['D2']);
  });

  test('is nothing between versions of which neither descends from the other', () => {
    const profile = profileOf({ D1: { 'D1.1': 1, 'D1.2': 2 } });

    expect(compareRounds(profile, profile, new Map())).toEqual({ dimensions: [], itemsLeftOut: 2 });
  });

  test.each(roundCases.map((each) => [each.name, each] as const))('is reckoned so that %s', (_name, each) => {
    const { before, after, relations, levels } = each;
    const { dimensions } = compareRounds(before, after, relations && mapOf(relations));
    expect(Object.fromEntries(dimensions.map((change) => [change.dimension, [change.before, change.after]]))).toEqual(
      levels,
    );
  });
});

const pointsOf = fc.dictionary(
  fc.constantFrom('D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.5'),
  fc.option(fc.integer({ min: 0, max: 16 }).map((quarters) => quarters / 4)),
);

describe('for any two rounds', () => {
  test('the two changes, one way and the other, cancel', () => {
    fc.assert(
      fc.property(pointsOf, pointsOf, (one, other) => {
        const [there] = compareRounds(profileOf({ D1: one }), profileOf({ D1: other }), undefined).dimensions;
        const [back] = compareRounds(profileOf({ D1: other }), profileOf({ D1: one }), undefined).dimensions;
        expect((there?.difference ?? 0) + (back?.difference ?? 0)).toBeCloseTo(0, 10);
        expect(there?.items).toBe(back?.items);
      }),
    );
  });

  test('a round has not changed from itself, and no change leaves the scale', () => {
    fc.assert(
      fc.property(pointsOf, pointsOf, (one, other) => {
        const itself = compareRounds(profileOf({ D1: one }), profileOf({ D1: one }), undefined).dimensions;
        for (const { difference } of itself) expect(difference).toBe(0);
        for (const change of compareRounds(profileOf({ D1: one }), profileOf({ D1: other }), undefined).dimensions) {
          for (const side of [change.before, change.after]) {
            expect(side).toBeGreaterThanOrEqual(0);
            expect(side).toBeLessThanOrEqual(4);
          }
        }
      }),
    );
  });
});
