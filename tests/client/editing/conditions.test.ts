// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { conditionKinds, kindOf, mostLevels, newCondition } from '#client/src/features/editing/conditions.ts';
import { type Condition, conditionSchema } from '#shared/domain/instrument/condition.ts';

describe('a new condition', () => {
  test.each(conditionKinds)('of the kind %s is one, and can be stored as it begins', (kind) => {
    const begun = newCondition(kind, 'D1.1');

    expect(kindOf(begun)).toBe(kind);
    expect(conditionSchema.parse(begun)).toEqual(begun);
  });

  test.each(['atLeast', 'choice', 'isNotApplicable'] as const)(
    'of the kind %s asks about the question given',
    (kind) => {
      expect(newCondition(kind, 'PM2.3')).toHaveProperty('item', 'PM2.3');
    },
  );
});

test('conditions stand inside each other as deep as can be stored, and no deeper', () => {
  const nested = (levels: number): Condition => (levels === 1 ? { sizeClass: ['1-4'] } : { not: nested(levels - 1) });

  expect(conditionSchema.safeParse(nested(mostLevels)).success).toBe(true);
  expect(conditionSchema.safeParse(nested(mostLevels + 1)).success).toBe(false);
});

describe('the kind of a condition', () => {
  test.each<[Condition, string]>([
    [{ sizeClass: ['1-4'] }, 'sizeClass'],
    [{ branch: ['other-industry'] }, 'branch'],
    [{ chainRole: ['subcontractor'] }, 'chainRole'],
    [{ item: 'D1.1', atLeast: 0 }, 'atLeast'],
    [{ item: 'IB.export', choice: 'none' }, 'choice'],
    [{ item: 'D1.1', isNotApplicable: true }, 'isNotApplicable'],
    [{ all: [{ item: 'D1.1', atLeast: 2 }] }, 'all'],
    [{ any: [{ sizeClass: ['1-4'] }, { not: { sizeClass: ['5-9'] } }] }, 'any'],
    [{ not: { any: [{ sizeClass: ['1-4'] }] } }, 'not'],
  ])('of %j is %s', (condition, kind) => {
    expect(kindOf(condition)).toBe(kind);
  });
});
