/** What is left to choose from: sets of groups of which one at least is to be taken. */
type Sets = readonly (readonly number[])[];

/** Whoever takes one group of a set has taken one of each larger set that holds it, which therefore asks for nothing more. */
function smallestOf(sets: Sets): Sets {
  const kept: { readonly set: readonly number[]; readonly members: ReadonlySet<number> }[] = [];
  for (const set of sets.toSorted((one, other) => one.length - other.length)) {
    const members = new Set(set);
    if (!kept.some((each) => each.set.every((group) => members.has(group)))) kept.push({ set, members });
  }
  return kept.map(({ set }) => set);
}

/** Groups for which another would do that costs less and is in all of their sets: no cheapest choice takes one. */
function needless(sets: Sets, costs: readonly number[]): Set<number> {
  const places = new Map<number, Set<number>>();
  for (const [at, set] of sets.entries())
    for (const group of set) places.set(group, (places.get(group) ?? new Set()).add(at));
  const isWorse = (group: number, own: ReadonlySet<number>): boolean => {
    const [first = -1] = own;
    return (sets[first] ?? []).some(
      (other) => (costs[other] ?? 1) < (costs[group] ?? 1) && [...own].every((at) => places.get(other)?.has(at)),
    );
  };
  return new Set(
    places
      .entries()
      .filter(([group, own]) => isWorse(group, own))
      .map(([group]) => group),
  );
}

/**
 * The same choice asked with fewer sets of fewer groups: what is left out is in no cheapest choice, or follows from what is
 * kept, so that each cheapest choice stays one and none is added.
 */
export function essentialChoice(sets: Sets, costs: readonly number[]): Sets {
  let left = smallestOf(sets);
  for (;;) {
    const out = needless(left, costs);
    if (out.size === 0) return left;
    left = smallestOf(left.map((set) => set.filter((group) => !out.has(group))));
  }
}
