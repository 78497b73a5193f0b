import { monthNumberOf } from '../benchmark/period-name.ts';
import type { ReleaseKind } from './any-release.ts';

type Period = { readonly from: string; readonly until: string };
type Counted = {
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

/**
 * Those of the releases beside which a wanted one may tell of few firms, by what everybody sees of them: each of its periods
 * shares more months with theirs than it has apart, they tell of a measure of one name, and they are not the same in all. How many firms make the difference
 * is known only when it is built.
 */
export function findPerhapsNear<Release extends Counted>(releases: readonly Release[], wanted: Counted): Release[] {
  return releases.filter((each) => {
    if (each.kind !== wanted.kind || each.isSimulated !== wanted.isSimulated) return false;
    // Each measure is compared with itself alone.
    if (!each.measures.some((code) => wanted.measures.includes(code))) return false;
    const shares = wanted.periods.map((period, at) => {
      const other = each.periods[at];
      return other === undefined ? { shared: 0, apart: 1 } : shareOf(period, other);
    });
    const isSame = shares.every(({ apart }) => apart === 0) && each.population === wanted.population;
    return !isSame && shares.every(({ shared, apart }) => shared > apart);
  });
}
