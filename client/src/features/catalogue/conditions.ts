import type { RoutingCondition, RoutingFact } from '#shared/domain/routing/routing-condition.ts';

/** Kinds of conditions that the form has fields for. */
export const conditionKinds = [
  'dimension',
  'item',
  'sizeClass',
  'branch',
  'chainRole',
  'wish',
  'importance',
  'flag',
  'number',
  'gap',
  'meanOf',
  'everyOf',
  'all',
  'any',
  'not',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** Kinds that hold others. */
export const groupKinds: ReadonlySet<ConditionKind> = new Set(['all', 'any', 'not']);

export const kindOf = (condition: RoutingCondition): ConditionKind =>
  conditionKinds.find((kind) => kind in condition) ?? 'all';

/** What the instrument has to choose from at first. */
export type Firsts = {
  readonly dimension: string;
  readonly item: string;
  readonly band: string;
  readonly wish: string;
  readonly gap: string;
};

/** What a condition of a kind begins as: always one that can be stored. */
export function newCondition(kind: ConditionKind, firsts: Firsts): RoutingCondition {
  const { dimension, item, band, wish, gap } = firsts;
  const facts: Partial<Record<ConditionKind, RoutingFact>> = {
    dimension: { dimension, band: [band] },
    item: { item, atMost: 1 },
    sizeClass: { sizeClass: ['10-49', '50-249'] },
    branch: { branch: ['metal-products-and-machinery'] },
    chainRole: { chainRole: ['subcontractor'] },
    wish: { wish: dimension, is: [wish] },
    importance: { importance: dimension, atLeast: 3 },
    flag: { flag: 'ownershipChangePlanned', is: true },
    number: { number: 'largestCustomerPercent', above: 50 },
    gap: { gap, atLeast: 2 },
    meanOf: { meanOf: [dimension], minimumScored: 1, band: [band] },
    everyOf: { everyOf: [dimension], band: [band] },
  };
  const begun: RoutingCondition = facts[kind] ?? { dimension, band: [band] };
  if (kind === 'all') return { all: [begun] };
  if (kind === 'any') return { any: [begun] };
  return kind === 'not' ? { not: begun } : begun;
}
