/** When a look was, and whose, as far as telling visits apart takes it. */
export type Sighting = {
  /** The person, at the organisation. */
  readonly who: string;
  /** The day of the calendar of whoever reads the list. */
  readonly day: string;
  /** Minutes from any beginning, the same for all. */
  readonly minute: number;
};

/** Looks of one person on one day, none half an hour or more from the next. Both the looks and the visits: newest first. */
export type VisitOf<Look> = { readonly looks: readonly [Look, ...Look[]] };

/** A pause as long as this begins another visit. No source sets it: it is what a break in a conversation lasts at most. */
export const visitPauseMinutes = 30;

type OpenVisit<Look> = { readonly looks: [Look, ...Look[]]; oldest: Sighting };

/**
 * Gathers looks into visits, so that half a hundred readings of one page-turner do not hide who else has been there. No
 * look is lost, and none is in two visits. `looks` come newest first.
 */
export function gatherVisits<Look>(
  looks: readonly Look[],
  sightingOf: (look: Look) => Sighting,
): readonly VisitOf<Look>[] {
  const visits: OpenVisit<Look>[] = [];
  const latestOf = new Map<string, OpenVisit<Look>>();
  for (const look of looks) {
    const seen = sightingOf(look);
    const latest = latestOf.get(seen.who);
    const goesOn =
      latest !== undefined && latest.oldest.day === seen.day && latest.oldest.minute - seen.minute < visitPauseMinutes;
    if (goesOn) {
      latest.looks.push(look);
      latest.oldest = seen;
    } else {
      const visit: OpenVisit<Look> = { looks: [look], oldest: seen };
      visits.push(visit);
      latestOf.set(seen.who, visit);
    }
  }
  return visits;
}

/** How often each kind occurs, those that occur most first; of as many, the newest first. */
export function countKinds<Kind extends string>(kinds: readonly Kind[]): { kind: Kind; count: number }[] {
  const counts = new Map<Kind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((one, other) => other.count - one.count);
}
