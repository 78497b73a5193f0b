import type { Group } from './frame.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * Where firms stand in two releases: so many lie in the stratum `before` of the earlier one and in `after` of the later one.
 * Null: in that release they are in none. `isSame`: both count the same answers of theirs; false where they have answered
 * again since.
 */
export type Transition = {
  readonly before: number | null;
  readonly after: number | null;
  readonly isSame: boolean;
  readonly firms: number;
};

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
  const moved = gather(transitions);
  const earlier = before.map((group) => ({ group, strata: new Set(group.strata) }));
  const later = after.map((group) => ({ group, strata: new Set(group.strata) }));
  return earlier.flatMap((one) =>
    later.flatMap((other): NearPair[] => {
      const firms = countApart(one.strata, other.strata, { moved, enough: fewestDifferent });
      return firms > 0 && firms < fewestDifferent ? [{ before: one.group.key, after: other.group.key, firms }] : [];
    }),
  );
}

/** Firms that are in one of the two only, or in both with other answers: each once. No further than needed. */
function countApart(
  before: ReadonlySet<number>,
  after: ReadonlySet<number>,
  { moved, enough }: { readonly moved: readonly Transition[]; readonly enough: number },
): number {
  let firms = 0;
  for (const each of moved) {
    const wasIn = each.before !== null && before.has(each.before);
    const isIn = each.after !== null && after.has(each.after);
    if (wasIn !== isIn || (isIn && !each.isSame)) firms += each.firms;
    if (firms >= enough) return firms;
  }
  return firms;
}

/** Firms with the same way together, those of which there are most first: two groups that are far apart are so early. */
function gather(transitions: readonly Transition[]): Transition[] {
  const ways = Map.groupBy(transitions, ({ before, after, isSame }) => `${before} ${after} ${isSame}`);
  return [...ways.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{ ...first, firms: rest.reduce((sum, { firms }) => sum + firms, first.firms) }],
    )
    .sort((one, other) => other.firms - one.firms);
}
