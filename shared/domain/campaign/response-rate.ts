/** How many of a group were invited, have begun, and have finished. */
export type RateCount = { readonly invited: number; readonly begun: number; readonly finished: number };
export type RateGroup = RateCount & {
  /** Undefined: several groups, or firms of which it is not known, counted together. */
  readonly code: string | undefined;
};

/** A group of fewer says too much about each of them. */
export const smallestRateGroup = 3;

/** Of several groups together. */
export const sumOf = (groups: readonly RateCount[]): RateCount => ({
  invited: groups.reduce((total, { invited }) => total + invited, 0),
  begun: groups.reduce((total, { begun }) => total + begun, 0),
  finished: groups.reduce((total, { finished }) => total + finished, 0),
});

const isLarge = ({ invited }: RateCount): boolean => invited >= smallestRateGroup;

/**
 * Groups for a table that may be shown to others. Groups that may not be told, of fewer than three firms if nothing else
 * is said, are counted together; if that may still not be told, the smallest other group joins them, since subtracting
 * the shown ones from the total would tell of the rest. Where it may not be told of all together there is no table.
 * Order of the given groups is kept.
 */
export function foldGroups(
  given: readonly RateGroup[],
  mayBeTold: (count: RateCount) => boolean = isLarge,
): RateGroup[] {
  const groups = given.filter(({ invited }) => invited > 0);
  const shown = groups.filter((group) => group.code !== undefined && mayBeTold(group));
  const rest = groups.filter((group) => !shown.includes(group));
  while (rest.length > 0 && !mayBeTold(sumOf(rest))) {
    const smallest = shown.toSorted((one, other) => one.invited - other.invited).at(0);
    if (smallest === undefined) return [];
    shown.splice(shown.indexOf(smallest), 1);
    rest.push(smallest);
  }
  return rest.length === 0 ? shown : [...shown, { code: undefined, ...sumOf(rest) }];
}

/** Per cent of those invited who have finished, in whole ones; null where nobody was invited, or it is not told. */
export const rateOf = ({ invited, finished }: { readonly invited: number; readonly finished: number | null }) =>
  invited === 0 || finished === null ? null : Math.round((100 * finished) / invited);
