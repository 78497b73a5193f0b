import { expect, test } from 'vitest';
import { sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { listReach } from '#shared/domain/routing/list-reach.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { structure } from './routing-fixture.ts';
import { catalogue as shipped } from './shipped-catalogue.ts';
import { help, small } from './small-catalogue.ts';

const only = { ...structure, dimensions: structure.dimensions.filter(({ code }) => code === 'D1') };
const lowOf = (packages: readonly Package[]) =>
  listReach({ packages: [...packages], declaredGaps: [] }, only)[0]?.levels[0];

test('a need at a level below the highest is reached by help that names it', () => {
  expect(lowOf([help])).toEqual({
    band: 'low',
    packages: [{ code: 'help', takesMore: false }],
    sizesWithout: sizeClasses.filter((size) => size !== '10-49'),
    declaredGap: null,
  });
  expect(listReach({ packages: [help], declaredGaps: [] }, only)[0]?.levels.map(({ band }) => band)).toEqual([
    'low',
    'mid',
  ]);
});

test('help that takes several needs or a rule is told of and leaves every size without', () => {
  for (const more of [{ minimumDimensions: 2 }, { isByRuleOnly: true as const }]) {
    const level = lowOf([{ ...help, ...more }]);
    expect(level?.packages).toEqual([{ code: 'help', takesMore: true }]);
    expect(level?.sizesWithout).toEqual(sizeClasses);
  }
});

test('a part to take, something to give and what is out of use reach no need', () => {
  const others: Package[] = [
    { ...help, stance: 'give' },
    { ...help, stance: 'partner' },
    { ...help, isOutOfUse: true },
  ];
  expect(lowOf(others)?.packages).toEqual([]);
});

test('a gap that the catalogue declares is told in its own words', () => {
  const text = { sv: 'inget stöd', en: 'no support' };
  const declaredGaps = [{ dimension: 'D1', bands: ['low'], text, source: 'test' }];
  expect(listReach({ packages: small.packages, declaredGaps }, only)[0]?.levels[0]?.declaredGap).toEqual(text);
});

test('in the shipped catalogue a need without help is one that it declares', () => {
  const levels = listReach(shipped, structure).flatMap((each) => each.levels);
  const without = levels.filter((level) => !level.packages.some(({ takesMore }) => !takesMore));
  expect(levels).toHaveLength(2 * structure.dimensions.length);
  expect(without.every(({ declaredGap }) => declaredGap !== null)).toBe(true);
});
