import type { ShownPartition, ShownTree } from './count-tree.ts';
import type { Protection } from './protection.ts';
import { roundedFrom } from './rounding.ts';

/** What a count can be, `lowest` and `highest` included, for somebody who knows the rules and what is shown. */
export type Possible = { readonly lowest: number; readonly highest: number };

type Rules = Pick<Protection, 'fewestFirms' | 'roundTo'>;
type Bounds = { lowest: number; highest: number; readonly partitions: readonly Bounds[][] };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * A shown count is one of those that round to it, with no fewer firms than are ever shown. `isSmall`: it is known to be
 * hidden for that, since partitions are otherwise hidden as a whole.
 */
export function alone(shown: number | null, isSmall: boolean, { fewestFirms, roundTo }: Rules): Possible {
  if (shown === null) return { lowest: 0, highest: isSmall ? fewestFirms - 1 : Number.POSITIVE_INFINITY };
  const { lowest, highest } = roundedFrom(shown, roundTo);
  return { lowest: Math.max(lowest, fewestFirms), highest };
}

/** From the parts to the whole. */
function gather(tree: ShownTree, isSmall: boolean, rules: Rules): Bounds {
  const partitions = tree.partitions.map(({ parts }) => {
    const isPartlyShown = parts.some(({ shown }) => shown !== null);
    return parts.map((part) => gather(part, isPartlyShown, rules));
  });
  const own = alone(tree.shown, isSmall, rules);
  return {
    lowest: Math.max(own.lowest, ...partitions.map((parts) => sum(parts.map(({ lowest }) => lowest)))),
    highest: Math.min(own.highest, ...partitions.map((parts) => sum(parts.map(({ highest }) => highest)))),
    partitions,
  };
}

/** From the whole to the parts: each is what the others leave of it. */
function spread(whole: Bounds): void {
  for (const parts of whole.partitions) {
    const before = parts.map(({ lowest, highest }) => ({ lowest, highest }));
    for (const [place, part] of parts.entries()) {
      const others = before.filter((_, other) => other !== place);
      part.lowest = Math.max(part.lowest, whole.lowest - sum(others.map(({ highest }) => highest)));
      part.highest = Math.min(part.highest, whole.highest - sum(others.map(({ lowest }) => lowest)));
      spread(part);
    }
  }
}

export type Attacked = {
  readonly possible: Possible;
  readonly partitions: readonly (Pick<ShownPartition, 'code' | 'kind'> & { readonly parts: readonly Attacked[] })[];
};

function describe(tree: ShownTree, { lowest, highest, partitions }: Bounds): Attacked {
  return {
    possible: { lowest, highest },
    partitions: tree.partitions.map(({ code, kind, parts }, place) => ({
      code,
      kind,
      parts: parts.map((part, index) => describe(part, partitions[place]?.[index] as Bounds)),
    })),
  };
}

/**
 * What can be found out about each count of a tree from everything that is shown of it, by adding and subtracting.
 * Sums in a tree have no cycles, and for those the bounds that two passes give (parts to whole, whole to parts) are
 * exact: every whole number between them is possible, and no other.
 */
export function attackTree(tree: ShownTree, rules: Rules): Attacked {
  const bounds = gather(tree, false, rules);
  spread(bounds);
  return describe(tree, bounds);
}
