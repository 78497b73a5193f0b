/** How many of a group were invited, have begun, and have finished. */
export type RateCount = { readonly invited: number; readonly begun: number; readonly finished: number };
export type RateGroup = RateCount & {
  /** Undefined: several groups, or firms of which it is not known, counted together. */
  readonly code: string | undefined;
};

/** A group of fewer says too much about each of them. */
export const smallestRateGroup = 3;

const sum = (groups: readonly RateCount[]): RateCount => ({
  invited: groups.reduce((total, { invited }) => total + invited, 0),
  begun: groups.reduce((total, { begun }) => total + begun, 0),
  finished: groups.reduce((total, { finished }) => total + finished, 0),
});

/**
 * Groups for a table that may be shown to others. Groups of fewer than three firms are counted together; if that is
 * still fewer than three, the smallest other group joins them, since subtracting the shown ones from the total would
 * tell of the rest. With fewer than three firms in all there is no table. Order of the given groups is kept.
 */
export function foldGroups(given: readonly RateGroup[]): RateGroup[] {
  const groups = given.filter(({ invited }) => invited > 0);
  const shown = groups.filter(({ code, invited }) => code !== undefined && invited >= smallestRateGroup);
  const rest = groups.filter((group) => !shown.includes(group));
  while (rest.length > 0 && sum(rest).invited < smallestRateGroup) {
    const smallest = shown.toSorted((one, other) => one.invited - other.invited).at(0);
    if (smallest === undefined) return [];
    shown.splice(shown.indexOf(smallest), 1);
    rest.push(smallest);
  }
  return rest.length === 0 ? shown : [...shown, { code: undefined, ...sum(rest) }];
}

/** Per cent of those invited who have finished, in whole ones; null where nobody was invited. */
export const rateOf = ({ invited, finished }: RateCount): number | null =>
  invited === 0 ? null : Math.round((100 * finished) / invited);
