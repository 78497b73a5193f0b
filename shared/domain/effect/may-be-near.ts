import { monthNumberOf } from '../benchmark/period-name.ts';
import type { ReleaseStatus } from '../benchmark/release.ts';
import { countSame, type ReleaseKind } from './any-release.ts';

type Period = { readonly from: string; readonly until: string };
export type Counted = {
  readonly kind: ReleaseKind;
  readonly periods: readonly Period[];
  readonly population: string;
  readonly isSimulated: boolean;
  readonly measures: readonly string[];
};

/* Periods begin and end with a month. */
const monthsOf = ({ from, until }: Period): number => monthNumberOf(until) - monthNumberOf(from);

/** How many months both have, and how many only one of them. */
function shareOf(one: Period, other: Period): { readonly shared: number; readonly apart: number } {
  const shared = Math.max(
    0,
    Math.min(monthNumberOf(one.until), monthNumberOf(other.until)) -
      Math.max(monthNumberOf(one.from), monthNumberOf(other.from)),
  );
  return { shared, apart: monthsOf(one) + monthsOf(other) - 2 * shared };
}

/** Whether its figures could be looked at, as far as is known to whoever is told of it. */
export const couldBeSeen = ({ status, isBlocked }: { readonly status: ReleaseStatus; readonly isBlocked: boolean }) =>
  status === 'published' || status === 'dropped' || (status === 'built' && !isBlocked);

/** Whether two releases of a kind tell of a measure of one name; each is compared with itself alone. */
const tellOfSame = (one: Counted, other: Counted): boolean =>
  one.kind === other.kind &&
  one.isSimulated === other.isSimulated &&
  one.measures.some((code) => other.measures.includes(code));

/** Those of the releases that tell of a measure by answers of a month that a wanted one counts too. */
export function findSharing<Release extends Counted>(releases: readonly Release[], wanted: Counted): Release[] {
  return releases.filter(
    (each) =>
      tellOfSame(each, wanted) &&
      each.periods.some((one) => wanted.periods.some((other) => shareOf(one, other).shared > 0)),
  );
}

/**
 * Those of the releases beside which a wanted one may tell of few firms, by what everybody sees of them: each of its periods
 * shares more months with theirs than it has apart, they tell of a measure of one name, and they are not the same in all. How many firms make the difference
 * is known only when it is built.
 */
export function findPerhapsNear<Release extends Counted>(releases: readonly Release[], wanted: Counted): Release[] {
  return releases.filter((each) => {
    if (!tellOfSame(each, wanted) || countSame(each, wanted)) return false;
    return wanted.periods.every((period, at) => {
      const other = each.periods[at];
      if (other === undefined) return false;
      const { shared, apart } = shareOf(period, other);
      return shared > 0 && shared > apart;
    });
  });
}

/**
 * Those that count some of the same answers, and neither almost all of them nor the very same: any group that differs by few
 * firms keeps the later release from being published, and so does a sum of groups.
 */
export function findPartlySharing<Release extends Counted>(releases: readonly Release[], wanted: Counted): Release[] {
  const near = new Set(findPerhapsNear(releases, wanted));
  return findSharing(releases, wanted).filter((each) => !near.has(each) && !countSame(each, wanted));
}
