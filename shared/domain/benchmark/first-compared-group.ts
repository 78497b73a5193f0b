type Group = { readonly peers: readonly { readonly lowQuartile: unknown }[] };

/**
 * The group that a firm is compared with until it chooses another, of groups in order from the finest: the first whose
 * middle half is published of any area; without any, the first that something is shown of. Undefined without groups.
 */
export function firstComparedGroup<G extends Group>(groups: readonly G[]): G | undefined {
  return (
    groups.find(({ peers }) => peers.some(({ lowQuartile }) => lowQuartile !== null)) ??
    groups.find(({ peers }) => peers.length > 0) ??
    groups[0]
  );
}
