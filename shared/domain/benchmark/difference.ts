import type { Group } from './frame.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * Where the same answers stand in two releases: so many lie in the stratum `before` of the earlier one and in `after` of
 * the later one. Null: in that release they are in none, since they were given later, taken back or replaced.
 */
export type Transition = { readonly before: number | null; readonly after: number | null; readonly firms: number };

/** Two shown groups of different releases that differ by `firms`, which is too few. */
export type NearPair = { readonly before: string; readonly after: string; readonly firms: number };

/**
 * Groups of two releases that nearly the same answers are in, so that subtracting one from the other would tell of the
 * few that make the difference. Given are the groups that each release shows for the same measure. Empty when every
 * pair is equal or apart by the least number at least. (ABS DataLab: differences of fewer than ten should not be able to
 * be calculated; rule D12.)
 */
export function nearPairs(
  before: readonly Group[],
  after: readonly Group[],
  transitions: readonly Transition[],
  { fewestDifferent }: Pick<DisclosureRules, 'fewestDifferent'>,
): NearPair[] {
  const earlier = before.map((group) => ({ group, strata: new Set(group.strata) }));
  const later = after.map((group) => ({ group, strata: new Set(group.strata) }));
  return earlier.flatMap((one) =>
    later.flatMap((other): NearPair[] => {
      const firms = transitions.reduce((sum, each) => {
        const wasIn = each.before !== null && one.strata.has(each.before);
        const isIn = each.after !== null && other.strata.has(each.after);
        return wasIn === isIn ? sum : sum + each.firms;
      }, 0);
      return firms > 0 && firms < fewestDifferent ? [{ before: one.group.key, after: other.group.key, firms }] : [];
    }),
  );
}
