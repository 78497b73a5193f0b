import type { ScoringRules } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';
import { type ItemSpread, spreadOf } from './agreement.ts';
import { type Side, sideOf } from './respondent-role.ts';
import { mean, type Together } from './together.ts';

/** Mean points 0-4 of an item from either side, and office less floor. */
export type SidesDifference = {
  readonly item: string;
  readonly office: number;
  readonly floor: number;
  readonly difference: number;
};
/** Lowest and highest points that anybody gave an item. */
export type SpreadDifference = { readonly item: string; readonly lowest: number; readonly highest: number };

export type Differences =
  | { readonly kind: 'sides'; readonly items: SidesDifference[] }
  | { readonly kind: 'spread'; readonly items: SpreadDifference[] }
  /** No item was answered by as many as may be told of. */
  | { readonly kind: 'too-few' };

const most = 5;

/**
 * The five questions to talk about: where office and shop floor differ most, when five of the items that may be told of, or
 * half of them, have enough answers from each side, and otherwise where answers lie furthest apart, whoever gave them.
 * Only items that differ at all; ties in the order of the form.
 */
export function findDifferences(items: readonly Item[], together: Together, rules: ScoringRules): Differences {
  const told = spreadOf(items, together, rules);
  if (told.length === 0) return { kind: 'too-few' };
  const compared = compareSides(items, together, rules);
  if (compared.length >= most || 2 * compared.length >= told.length) {
    return { kind: 'sides', items: furthest(compared, ({ difference }) => Math.abs(difference)) };
  }
  return { kind: 'spread', items: furthest(told.map(toSpread), ({ lowest, highest }) => highest - lowest) };
}

function compareSides(items: readonly Item[], together: Together, rules: ScoringRules): SidesDifference[] {
  const meansOf = (side: Side) =>
    new Map(spreadOf(items, seenFrom(side, together), rules).map(({ item, points }) => [item, mean(points)]));
  const floor = meansOf('floor');
  return [...meansOf('office')].flatMap(([item, above]) => {
    const below = floor.get(item);
    return below === undefined ? [] : [{ item, office: above, floor: below, difference: above - below }];
  });
}

/** Whoever leads counts on their own side, and hides nobody there either. */
function seenFrom(side: Side, { lead, others }: Together): Together {
  return {
    lead: sideOf(lead.role) === side ? lead : { ...lead, answers: {} },
    others: others.filter(({ role }) => sideOf(role) === side),
  };
}

const toSpread = ({ item, points }: ItemSpread): SpreadDifference => ({
  item,
  lowest: points[0] ?? 0,
  highest: points.at(-1) ?? 0,
});

function furthest<T>(list: readonly T[], distance: (each: T) => number): T[] {
  return list
    .filter((each) => distance(each) > 0)
    .toSorted((one, other) => distance(other) - distance(one))
    .slice(0, most);
}
