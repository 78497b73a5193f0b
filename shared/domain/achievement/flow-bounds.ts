/** So many go from one place to another, and it is known between which numbers that lies. */
export type Arc = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly lowest: number;
  readonly highest: number;
};

type Step = { readonly arc: number; readonly way: 1 | -1 };

/** By how much the arc can be changed that way, with `counts` as they are. */
function slack(arcs: readonly Arc[], counts: readonly number[], { arc, way }: Step): number {
  const { lowest, highest } = arcs[arc] as Arc;
  const count = counts[arc] as number;
  return way === 1 ? highest - count : count - lowest;
}

/** What can be moved on from a place, and to where; not by the arc that is asked about. */
function stepsFrom(arcs: readonly Arc[], counts: readonly number[], place: string, without: number) {
  return arcs.flatMap(({ from, to }, arc): { step: Step; next: string }[] => {
    if (arc === without || (from !== place && to !== place)) return [];
    const step: Step = { arc, way: from === place ? 1 : -1 };
    return slack(arcs, counts, step) > 0 ? [{ step, next: step.way === 1 ? to : from }] : [];
  });
}

/** A way along which something more can be moved, the shortest one; undefined when there is none. */
function findWay(arcs: readonly Arc[], counts: readonly number[], ends: Ends): Step[] | undefined {
  const ways = new Map<string, Step[]>([[ends.from, []]]);
  for (const [place, soFar] of ways) {
    if (place === ends.to) return soFar;
    for (const { step, next } of stepsFrom(arcs, counts, place, ends.without)) {
      if (!ways.has(next)) ways.set(next, [...soFar, step]);
    }
  }
  return undefined;
}

type Ends = { readonly from: string; readonly to: string; readonly without: number };

/** By how much at most the arc can be changed that way, when everything else may change with it. */
function mostChange(arcs: readonly Arc[], asked: Step): number {
  const { from, to } = arcs[asked.arc] as Arc;
  const ends = { ...(asked.way === 1 ? { from: to, to: from } : { from, to }), without: asked.arc };
  const counts = arcs.map(({ count }) => count);
  let left = slack(arcs, counts, asked);
  let changed = 0;
  while (left > 0) {
    const way = findWay(arcs, counts, ends);
    if (way === undefined) return changed;
    const by = Math.min(left, ...way.map((step) => slack(arcs, counts, step)));
    if (by === Number.POSITIVE_INFINITY) return by;
    for (const step of way) counts[step.arc] = (counts[step.arc] as number) + step.way * by;
    changed += by;
    left -= by;
  }
  return changed;
}

/**
 * What the count of an arc can be for somebody who knows the bounds of every arc, and that as much leaves each place as
 * comes to it. Exact (largest flows, Ford and Fulkerson 1956): every whole number between the two is possible. The
 * counts of the arcs are one solution, from which all others are reached.
 */
export function flowBounds(arcs: readonly Arc[], arc: number): { lowest: number; highest: number } {
  const { count } = arcs[arc] as Arc;
  return {
    lowest: count - mostChange(arcs, { arc, way: -1 }),
    highest: count + mostChange(arcs, { arc, way: 1 }),
  };
}
