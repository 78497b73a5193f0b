import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesBetween, mergePackages } from '#shared/domain/routing/drafting/merge-packages.ts';
import { blankDraft, draftOf, newCode, packageOf } from '#shared/domain/routing/drafting/package-draft.ts';
import { packageFields } from '#shared/domain/routing/drafting/package-fields.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { packageSchema } from '#shared/domain/routing/package.ts';
import { catalogue } from '../shipped-catalogue.ts';
import { help } from '../small-catalogue.ts';

const change = fc.record(
  {
    durationWeeks: fc.constantFrom(8, 9, 10),
    name: fc.constantFrom({ sv: 'a', en: 'a' }, { sv: 'b', en: 'b' }),
    isOutOfUse: fc.constant(true),
    counties: fc.constantFrom<Package['counties'][]>(['17'], ['20']),
  },
  { requiredKeys: [] },
);
const text = fc
  .record({})
  .chain(() => change)
  .map((part): Package => ({ ...help, ...part }));

describe('of two changes of one package', () => {
  test('what only one has changed is kept from both', () => {
    const mine = { ...help, durationWeeks: 9 };
    const theirs = { ...help, counties: ['20' as const], isOutOfUse: true };
    expect(mergePackages(help, mine, theirs)).toEqual({
      merged: { ...mine, ...theirs, durationWeeks: 9 },
      conflicts: [],
    });
  });

  test('what both have changed is a conflict, with mine until somebody has chosen', () => {
    const { merged, conflicts } = mergePackages(help, { ...help, durationWeeks: 9 }, { ...help, durationWeeks: 10 });
    expect(merged.durationWeeks).toBe(9);
    expect(conflicts).toEqual([{ field: 'durationWeeks', mine: 9, theirs: 10 }]);
  });

  test('nothing that was changed is lost, and nothing comes that neither wrote', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const { merged, conflicts } = mergePackages(base, mine, theirs);
        const disputed = conflicts.map(({ field }) => field);
        for (const { field, after } of differencesBetween(base, theirs)) {
          if (!disputed.includes(field)) expect(merged[field] ?? null).toEqual(after);
        }
        for (const { field, after } of differencesBetween(base, mine)) expect(merged[field] ?? null).toEqual(after);
        expect(mergePackages(base, base, theirs).merged).toEqual(theirs);
        expect(mergePackages(base, mine, base).merged).toEqual(mine);
        expect(mergePackages(base, mine, mine)).toEqual({ merged: mine, conflicts: [] });
      }),
    );
  });
});

test('a change is told field by field, with what stood there before', () => {
  expect(differencesBetween(help, { ...help, durationWeeks: 9, minimumDimensions: 2 })).toEqual([
    { field: 'minimumDimensions', before: null, after: 2 },
    { field: 'durationWeeks', before: 8, after: 9 },
  ]);
});

test('every part of a package is a field, so that none is lost in a conflict', () => {
  expect(['code', ...packageFields].toSorted()).toEqual(Object.keys(packageSchema.shape).toSorted());
});

test('every package that ships can be edited and is the same when nothing was changed', () => {
  for (const each of catalogue.packages) expect(packageOf(draftOf(each))).toEqual(each);
});

test('a blank draft is no package yet', () => {
  expect(packageOf(blankDraft('x', { sv: 'X', en: 'X' }, 'compare'))).toBeUndefined();
});

test('a code is made of the name, and of nothing that is taken', () => {
  expect(newCode('Växla upp: 5S & flöde!', new Set())).toBe('vaxla-upp-5s-flode');
  expect(newCode('Same', new Set(['same', 'same-2']))).toBe('same-3');
  expect(newCode('???', new Set())).toBe('package');
});
