import { type County, counties } from '../firm/firm-profile.ts';
import type { PlanProblem } from './problem.ts';

/**
 * How many places each county's firms are to have in this plan, placed ones included: the county's share of the firms
 * with the need, of all places given before and now, less what it has had. Rounded down, never more than it has firms
 * in need of, and never more than the places there are.
 */
export function countyGoals({ editions, firms, servedBefore }: PlanProblem): ReadonlyMap<County, number> {
  const inNeed = new Map<County, number>();
  for (const { county, needs } of firms)
    if (county !== 'outside' && needs.length > 0) inNeed.set(county, (inNeed.get(county) ?? 0) + 1);
  const everybody = [...inNeed.values()].reduce((sum, count) => sum + count, 0);
  const places = Math.min(
    everybody,
    editions.reduce((sum, each) => sum + each.places, 0),
  );
  const before = counties.reduce((sum, county) => sum + servedBefore[county], 0);
  const goalOf = (county: County): number => {
    const here = inNeed.get(county) ?? 0;
    if (here === 0) return 0;
    const share = Math.floor(((places + before) * here) / everybody) - servedBefore[county];
    return Math.max(0, Math.min(here, places, share));
  };
  return new Map(counties.map((county) => [county, goalOf(county)]));
}
