import type { Group } from './frame.ts';
import type { DisclosureRules } from './rules.ts';
import type { Stand, Standing } from './standing.ts';

/** The groups that a release shows for a measure; releases are numbered. */
export type ShownGroups = { readonly release: number; readonly groups: readonly Group[] };

/** Two shown groups of different releases that differ by `firms`, which is too few. */
export type NearPair = { readonly before: string; readonly after: string; readonly firms: number };

/**
 * Groups of two releases that nearly the same answers are in, so that subtracting one from the other would tell of the
 * few that make the difference. Given are the groups that each release shows for the same measure. Empty when every
 * pair is equal or apart by the least number at least. (ABS DataLab: differences of fewer than ten should not be able to
 * be calculated; rule D12.)
 */
export function nearPairs(
  before: ShownGroups,
  after: ShownGroups,
  standings: readonly Standing[],
  { fewestDifferent }: Pick<DisclosureRules, 'fewestDifferent'>,
): NearPair[] {
  const moved = gather(standings, before.release, after.release);
  const earlier = before.groups.map((group) => ({ group, strata: new Set(group.strata) }));
  const later = after.groups.map((group) => ({ group, strata: new Set(group.strata) }));
  return earlier.flatMap((one) =>
    later.flatMap((other): NearPair[] => {
      const firms = countApart(one.strata, other.strata, { moved, enough: fewestDifferent });
      return firms > 0 && firms < fewestDifferent ? [{ before: one.group.key, after: other.group.key, firms }] : [];
    }),
  );
}

/** What a stratum of a release holds of a firm. */
type Held = { readonly stratum: number; readonly what: string };
/** So many firms that two releases hold alike. */
type Moved = { readonly before: readonly Held[]; readonly after: readonly Held[]; readonly firms: number };

/** Firms of which the two do not hold the same: each once. No further than needed. */
function countApart(
  before: ReadonlySet<number>,
  after: ReadonlySet<number>,
  { moved, enough }: { readonly moved: readonly Moved[]; readonly enough: number },
): number {
  let firms = 0;
  for (const each of moved) {
    if (heldBy(before, each.before) !== heldBy(after, each.after)) firms += each.firms;
    if (firms >= enough) return firms;
  }
  return firms;
}

const heldBy = (strata: ReadonlySet<number>, held: readonly Held[]): string =>
  held.flatMap(({ stratum, what }) => (strata.has(stratum) ? [what] : [])).join(', ');

const whatOf = ({ parts }: Stand): string =>
  parts
    .map(({ answer, factor }) => `${factor} x ${answer}`)
    .sort()
    .join(' ');

/** Firms with the same way together, those of which there are most first: two groups that are far apart are so early. */
function gather(standings: readonly Standing[], before: number, after: number): Moved[] {
  const ways = new Map<string, { before: Held[]; after: Held[]; firms: number }>();
  const heldIn = (stands: readonly Stand[], release: number): Held[] =>
    stands
      .filter((stand) => stand.release === release)
      .map((stand) => ({ stratum: stand.stratum, what: whatOf(stand) }))
      .sort((one, other) => (one.what < other.what ? -1 : 1));
  for (const { stands, firms } of standings) {
    const way = { before: heldIn(stands, before), after: heldIn(stands, after) };
    if (way.before.length + way.after.length === 0) continue;
    const key = JSON.stringify(way);
    const known = ways.get(key);
    if (known === undefined) ways.set(key, { ...way, firms });
    else known.firms += firms;
  }
  return [...ways.values()].sort((one, other) => other.firms - one.firms);
}
