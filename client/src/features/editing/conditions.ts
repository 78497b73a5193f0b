import type { Condition } from '#shared/domain/instrument/condition.ts';

export const conditionKinds = [
  'sizeClass',
  'branch',
  'chainRole',
  'atLeast',
  'choice',
  'isNotApplicable',
  'all',
  'any',
  'not',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** How many conditions may stand inside each other, as `conditionSchema` has it; a fact alone is one level. */
export const mostLevels = 6;

export function kindOf(condition: Condition): ConditionKind {
  return conditionKinds.find((kind) => kind in condition) ?? 'all';
}

/** What a condition of a kind begins as; `item` is the question it asks about at first. */
export function newCondition(kind: ConditionKind, item: string): Condition {
  switch (kind) {
    case 'sizeClass':
      return { sizeClass: ['10-49', '50-249', '250-plus'] };
    case 'branch':
      return { branch: ['metal-products-and-machinery'] };
    case 'chainRole':
      return { chainRole: ['own-product'] };
    case 'atLeast':
      return { item, atLeast: 1 };
    case 'choice':
      return { item, choice: 'yes' };
    case 'isNotApplicable':
      return { item, isNotApplicable: true };
    case 'all':
      return { all: [newCondition('sizeClass', item)] };
    case 'any':
      return { any: [newCondition('sizeClass', item)] };
    case 'not':
      return { not: newCondition('sizeClass', item) };
  }
}
