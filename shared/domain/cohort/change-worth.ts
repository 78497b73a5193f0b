import * as z from 'zod/mini';
import { type County, counties, countySchema } from '../firm/firm-profile.ts';
import { pointsPerMiss } from './add-wish-rows.ts';
import { countyGoals } from './county-goals.ts';
import { pairPoints } from './pair.ts';
import type { Plan, PlanEdition, PlanFirm, PlanProblem } from './problem.ts';

const changeSchema = z.int();
const shareChangeSchema = z.strictObject({
  county: countySchema,
  goal: z.int(),
  before: z.int(),
  after: z.int(),
});

/** What a plan would be worth more, or less, with a change, term by term as `scorePlan` counts them. */
export const changeWorthSchema = z.strictObject({
  total: changeSchema,
  /** How well packages fit, and who has waited. */
  firms: changeSchema,
  county: changeSchema,
  sizes: changeSchema,
  counties: changeSchema,
  large: changeSchema,
  /** Counties whose number of places is another with it. */
  shares: z.array(shareChangeSchema),
});
export type ChangeWorth = z.infer<typeof changeWorthSchema>;

/** Who would leave an edition, and who would come. */
export type Exchange = {
  readonly edition: PlanEdition;
  readonly leaves: PlanFirm | undefined;
  readonly comes: PlanFirm | undefined;
};

/** What is alike for all changes of a plan. */
export type PlanGround = {
  readonly problem: PlanProblem;
  /** Who is in each edition by the plan or before it. */
  readonly groups: ReadonlyMap<string, readonly PlanFirm[]>;
  readonly shares: ReadonlyMap<County, { readonly goal: number; readonly places: number }>;
};

export function groundOf(problem: PlanProblem, plan: Plan): PlanGround {
  const given = Map.groupBy(plan.assignments, ({ editionId }) => editionId);
  const groups = new Map(
    problem.editions.map(({ editionId }) => {
      const ids = new Set(given.get(editionId)?.map(({ firmId }) => firmId));
      return [editionId, problem.firms.filter((firm) => ids.has(firm.firmId) || firm.placedIn.includes(editionId))];
    }),
  );
  const goals = countyGoals(problem);
  const everyPlace = [...groups.values()].flat();
  const shares = new Map(
    counties.map((county) => {
      const places = everyPlace.filter((firm) => firm.county === county).length;
      return [county, { goal: goals.get(county) ?? 0, places }];
    }),
  );
  return { problem, groups, shares };
}

export const pointsIn = ({ weights }: PlanProblem, firm: PlanFirm, edition: PlanEdition): number => {
  const { fit, waiting } = pairPoints(firm, edition, weights);
  return fit + waiting;
};

/** Found without counting the whole plan anew, since there are many changes to look at. */
export function worthOfChange(ground: PlanGround, exchanges: readonly Exchange[]): ChangeWorth {
  const { problem } = ground;
  const points = (firm: PlanFirm | undefined, edition: PlanEdition): number =>
    firm === undefined ? 0 : pointsIn(problem, firm, edition);
  const firms = exchanges.reduce(
    (sum, { edition, comes, leaves }) => sum + points(comes, edition) - points(leaves, edition),
    0,
  );
  const shares = sharesWith(ground, exchanges);
  const county = shares.reduce((sum, share) => sum + lack(share.goal, share.before) - lack(share.goal, share.after), 0);
  const mix = exchanges.map((exchange) => mixChange(ground, exchange));
  const of = (wish: 'sizes' | 'counties' | 'large'): number =>
    problem.weights[wish] * pointsPerMiss * mix.reduce((sum, each) => sum + each[wish], 0) + 0;
  const terms = {
    firms,
    county: problem.weights.county * pointsPerMiss * county + 0,
    sizes: of('sizes'),
    counties: of('counties'),
    large: of('large'),
  };
  const total = terms.firms + terms.county + terms.sizes + terms.counties + terms.large;
  return { total, ...terms, shares };
}

const lack = (asked: number, met: number): number => Math.max(0, asked - met);

function sharesWith({ shares }: PlanGround, exchanges: readonly Exchange[]): ChangeWorth['shares'] {
  return counties.flatMap((county) => {
    const isFrom = (firm: PlanFirm | undefined): number => Number(firm?.county === county);
    const change = exchanges.reduce((sum, { comes, leaves }) => sum + isFrom(comes) - isFrom(leaves), 0);
    const { goal = 0, places = 0 } = shares.get(county) ?? {};
    return change === 0 ? [] : [{ county, goal, before: places, after: places + change }];
  });
}

type Mix = Readonly<Record<'sizes' | 'counties' | 'large', number>>;

/** How much less a group lacks of what is wished, with the change. */
function mixChange({ problem, groups }: PlanGround, { edition, comes, leaves }: Exchange): Mix {
  const before = groups.get(edition.editionId) ?? [];
  const stay = before.filter(({ firmId }) => firmId !== leaves?.firmId);
  const after = comes === undefined ? stay : [...stay, comes];
  const [one, other] = [before, after].map((group) => lacksOf(problem, edition, group));
  const less = (wish: keyof Mix): number => (one?.[wish] ?? 0) - (other?.[wish] ?? 0);
  return { sizes: less('sizes'), counties: less('counties'), large: less('large') };
}

/** Nothing is wished of a group that is not held. */
function lacksOf({ rules, wishes }: PlanProblem, { editionId }: PlanEdition, group: readonly PlanFirm[]): Mix {
  const isHeld = group.some(({ placedIn }) => !placedIn.includes(editionId)) || rules.mustRun.includes(editionId);
  if (!isHeld) return { sizes: 0, counties: 0, large: 0 };
  return {
    sizes: lack(wishes.sizes, new Set(group.map(({ sizeClass }) => sizeClass)).size),
    counties: lack(wishes.counties, new Set(group.map(({ county }) => county)).size),
    large: lack(Number(wishes.large), group.filter(({ sizeClass }) => sizeClass === '250-plus').length),
  };
}
