import { type Attacked, attackTree } from '../achievement/attack.ts';
import type { CountTree, Partition, ShownTree } from '../achievement/count-tree.ts';
import { type Arc, flowBounds } from '../achievement/flow-bounds.ts';
import { isSafe, protectTree } from '../achievement/protect-tree.ts';
import type { Protection } from '../achievement/protection.ts';
import { type Crossing, divisions, type Undivided } from './count-outcomes.ts';

type Rules = Pick<Protection, 'fewestFirms' | 'roundTo'>;

/** A count, as it is shown and with what can be found out about it in the tree. */
type Seen = { readonly tree: CountTree; readonly shown: ShownTree; readonly attacked: Attacked };
type SeenPart = Seen & { readonly code: string; readonly kind: Partition['kind'] };

/** `kind`: of what must stay hidden; null where it is shown, or under something that is hidden as a whole. */
type Route = Arc & { readonly kind: Partition['kind'] | null };

function partsOf({ tree, shown, attacked }: Seen, code: string): SeenPart[] {
  const at = tree.partitions?.findIndex((partition) => partition.code === code) ?? -1;
  const partition = tree.partitions?.[at];
  return (partition?.parts ?? []).flatMap((part, place) => {
    const [shownPart, attackedPart] = [shown.partitions[at]?.parts[place], attacked.partitions[at]?.parts[place]];
    if (partition === undefined || shownPart === undefined || attackedPart === undefined) return [];
    return [{ code: part.code, kind: partition.kind, tree: part, shown: shownPart, attacked: attackedPart }];
  });
}

/** The bounds always hold what is true: a count may be larger than the number of firms for which it is hidden. */
function route(from: string, to: string, part: SeenPart, whole: Seen): Route {
  const { count } = part.tree;
  const { lowest, highest } = part.attacked.possible;
  const isToStayHidden = part.shown.shown === null && whole.shown.shown !== null;
  return {
    from,
    to,
    count,
    lowest: Math.min(lowest, count),
    highest: Math.max(highest, count),
    kind: isToStayHidden ? part.kind : null,
  };
}

/** From each part of the crossing, by what it came to there, to what the whole came to. */
function listRoutes(whole: Seen, crossing: string, division: string): Route[] {
  const { count } = whole.tree;
  const { lowest, highest } = whole.attacked.possible;
  return [
    { from: 'end', to: 'start', count, lowest: Math.min(lowest, count), highest: Math.max(highest, count), kind: null },
    ...partsOf(whole, crossing).flatMap((part) => [
      route('start', `part ${part.code}`, part, whole),
      ...partsOf(part, division).flatMap((cell) => {
        const details = partsOf(cell, 'detail');
        const by = details.length === 0 ? `sum ${cell.code}` : `part ${part.code} ${cell.code}`;
        return [
          route(`part ${part.code}`, by, cell, part),
          ...details.map((detail) => route(by, `sum ${cell.code} ${detail.code}`, detail, cell)),
        ];
      }),
    ]),
    ...partsOf(whole, division).flatMap((sum) => [
      ...partsOf(sum, 'detail').map((detail) =>
        route(`sum ${sum.code} ${detail.code}`, `sum ${sum.code}`, detail, sum),
      ),
      route(`sum ${sum.code}`, 'end', sum, whole),
    ]),
  ];
}

function isTold(whole: Seen, crossing: string, division: string, rules: Rules): boolean {
  if (partsOf(whole, crossing).every((part) => partsOf(part, division).length === 0)) return false;
  const routes = listRoutes(whole, crossing, division);
  return routes.some(({ kind }, place) => kind !== null && !isSafe(flowBounds(routes, place), kind, rules));
}

/**
 * A count with crossings as it may be shown. Along and across the sums of a crossing are no tree: what was suggested flows from
 * years to what it came to, and what is shown bounds each way. Where that tells a hidden count, the crossing keeps its sums
 * alone. `count` makes the tree with those undivided.
 */
export function protectCrossings(
  count: (undivided: ReadonlySet<Undivided>) => CountTree,
  crossings: readonly Crossing[],
  rules: Rules,
): ShownTree {
  const undivided = new Set<Undivided>();
  for (;;) {
    const tree = count(undivided);
    const shown = protectTree(tree, rules);
    if (shown.shown === null) return shown;
    const whole = { tree, shown, attacked: attackTree(shown, rules) };
    const told = crossings
      .flatMap((crossing) => divisions.map((division) => ({ crossing, division })))
      .filter(({ crossing, division }) => !undivided.has(`${crossing} by ${division}`))
      .find(({ crossing, division }) => isTold(whole, crossing, division, rules));
    if (told === undefined) return shown;
    undivided.add(`${told.crossing} by ${told.division}`);
  }
}
