import { type County, counties } from '../firm/firm-profile.ts';
import { pointsPerMiss } from './add-wish-rows.ts';
import { countyGoals } from './county-goals.ts';
import { pairPoints } from './pair.ts';
import type { Plan, PlanFirm, PlanProblem } from './problem.ts';

export type MissedWish = {
  readonly editionId: string;
  readonly wish: 'sizes' | 'counties' | 'large';
  readonly asked: number;
  readonly met: number;
};

export type CountyShare = {
  readonly county: County;
  readonly goal: number;
  /** Placed before and by this plan. */
  readonly places: number;
};

/** What a plan is worth, term by term; all whole numbers. Only what the plan itself gives is counted as gain. */
export type PlanScore = {
  readonly total: number;
  readonly fit: number;
  readonly waiting: number;
  readonly county: number;
  readonly mix: number;
  readonly countyShares: readonly CountyShare[];
  readonly missed: readonly MissedWish[];
};

export function scorePlan(problem: PlanProblem, plan: Plan): PlanScore {
  const { weights } = problem;
  const gains = gainsOf(problem, plan);
  const countyShares = sharesOf(problem, plan);
  const short = countyShares.reduce((sum, { goal, places }) => sum + Math.max(0, goal - places), 0);
  const county = -weights.county * pointsPerMiss * short;
  const missed = plan.runs.flatMap((editionId) => missedIn(problem, plan, editionId));
  const mix = missed.reduce((sum, { wish, asked, met }) => sum - weights[wish] * pointsPerMiss * (asked - met), 0);
  return { ...gains, county: county + 0, mix, total: gains.fit + gains.waiting + county + mix, countyShares, missed };
}

function gainsOf(problem: PlanProblem, plan: Plan): { readonly fit: number; readonly waiting: number } {
  const firms = new Map(problem.firms.map((firm) => [firm.firmId, firm]));
  const editions = new Map(problem.editions.map((edition) => [edition.editionId, edition]));
  let fit = 0;
  let waiting = 0;
  for (const { firmId, editionId } of plan.assignments) {
    const firm = firms.get(firmId);
    const edition = editions.get(editionId);
    if (firm === undefined || edition === undefined) continue;
    const points = pairPoints(firm, edition, problem.weights);
    fit += points.fit;
    waiting += points.waiting;
  }
  return { fit, waiting };
}

function sharesOf(problem: PlanProblem, plan: Plan): CountyShare[] {
  const goals = countyGoals(problem);
  const given = Map.groupBy(plan.assignments, ({ firmId }) => firmId);
  return counties.map((county) => {
    const places = problem.firms
      .filter((firm) => firm.county === county)
      .reduce((sum, { firmId, placedIn }) => sum + placedIn.length + (given.get(firmId)?.length ?? 0), 0);
    return { county, goal: goals.get(county) ?? 0, places };
  });
}

function missedIn({ firms, wishes }: PlanProblem, plan: Plan, editionId: string): MissedWish[] {
  const ids = new Set(plan.assignments.filter((each) => each.editionId === editionId).map(({ firmId }) => firmId));
  const group = firms.filter((firm) => ids.has(firm.firmId) || firm.placedIn.includes(editionId));
  const kinds = (kindOf: (firm: PlanFirm) => string): number => new Set(group.map(kindOf)).size;
  const large = group.filter(({ sizeClass }) => sizeClass === '250-plus').length;
  const wished: readonly Omit<MissedWish, 'editionId'>[] = [
    { wish: 'sizes', asked: wishes.sizes, met: kinds(({ sizeClass }) => sizeClass) },
    { wish: 'counties', asked: wishes.counties, met: kinds(({ county }) => county) },
    { wish: 'large', asked: Number(wishes.large), met: large },
  ];
  return wished.filter(({ asked, met }) => met < asked).map((each) => ({ editionId, ...each }));
}
