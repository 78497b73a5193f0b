import * as z from 'zod/mini';
import { itemCodeSchema } from '../codes.ts';
import type { Definition } from '../definition.ts';
import type { ItemChange, VersionDifference } from './difference.ts';

/** How the answers to an item before and after a version relate. Only `same` and `kept` may be compared. */
export const relations = ['same', 'kept', 'changed', 'added', 'removed'] as const;
export const relationSchema = z.enum(relations);
export type Relation = z.infer<typeof relationSchema>;

export const itemMapEntrySchema = z.strictObject({ itemCode: itemCodeSchema, relation: relationSchema });
/** The relation of every item of either version, by code. */
export type ItemMap = ReadonlyMap<string, Relation>;

function relationOf({ kinds, meaning }: ItemChange): Relation {
  if (kinds.includes('added')) return 'added';
  if (kinds.includes('removed')) return 'removed';
  if (kinds.includes('rescaled')) return 'changed';
  if (kinds.includes('reworded')) return meaning === 'kept' ? 'kept' : 'changed';
  return 'same';
}

/**
 * Which items of two versions paired comparisons may use. A reworded item of which nothing is said counts as
 * changed: not comparing is the safe mistake. Moving an item or its weight leaves its answers comparable.
 */
export function mapItems(before: Definition, after: Definition, difference: VersionDifference): ItemMap {
  const changes = new Map(difference.items.map((change) => [change.code, relationOf(change)]));
  const codes = [...before.structure.items, ...after.structure.items].map(({ code }) => code);
  return new Map(codes.map((code) => [code, changes.get(code) ?? 'same']));
}

/** Whether answers to the item may stand beside each other. */
export function isComparable(relation: Relation | undefined): boolean {
  return relation === 'same' || relation === 'kept';
}

function link(first: Relation, second: Relation): Relation {
  if (second === 'removed' || second === 'added') return second;
  if (first === 'added' || first === 'removed') return first;
  if (first === 'changed' || second === 'changed') return 'changed';
  return first === 'kept' || second === 'kept' ? 'kept' : 'same';
}

/**
 * The map over several versions in a row, from the maps between neighbours, oldest first. An item is comparable
 * only when it is in every link; one that went and came back, word for word, is `added`. No maps give an empty map.
 */
export function composeItemMaps(maps: readonly ItemMap[]): ItemMap {
  const [first, ...rest] = maps;
  if (first === undefined) return new Map();
  return rest.reduce<ItemMap>((whole, next) => {
    const codes = new Set([...whole.keys(), ...next.keys()]);
    return new Map([...codes].map((code) => [code, link(whole.get(code) ?? 'added', next.get(code) ?? 'removed')]));
  }, first);
}
