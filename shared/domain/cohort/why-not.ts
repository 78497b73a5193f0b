import * as z from 'zod/mini';
import { isTooFar, kmBetween, needFor, pairPoints } from './pair.ts';
import { overlap } from './periods.ts';
import type { Lock, Plan, PlanEdition, PlanFirm, PlanProblem } from './problem.ts';

const pointsSchema = z.int();

/** Why a firm is not in an edition by the plan: the first thing that stands in the way. */
export const whyNotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('has-place') }),
  z.strictObject({ kind: z.literal('no-need') }),
  z.strictObject({ kind: z.literal('locked') }),
  z.strictObject({ kind: z.literal('too-far'), km: z.nullable(z.int()) }),
  z.strictObject({ kind: z.literal('dates') }),
  z.strictObject({ kind: z.literal('elsewhere') }),
  z.strictObject({ kind: z.literal('apart'), firmId: z.uuid() }),
  z.strictObject({ kind: z.literal('together'), firmId: z.uuid() }),
  /** Nobody gets in: the smallest group cannot be reached, or it is not worth it. */
  z.strictObject({ kind: z.literal('not-held') }),
  /** Firms have places there, and one more would leave the group below its smallest. */
  z.strictObject({ kind: z.literal('too-few') }),
  /** Points of the firm, and the least of those who got in: what the firm lacks, or what wishes and goals weighed. */
  z.strictObject({ kind: z.literal('full'), points: pointsSchema, least: z.nullable(pointsSchema) }),
  /** There is room; a plan with the firm there is not better. */
  z.strictObject({ kind: z.literal('not-better'), points: pointsSchema }),
]);
export type WhyNot = z.infer<typeof whyNotSchema>;

type Finder = (situation: Situation) => WhyNot | undefined;
type Situation = {
  readonly problem: PlanProblem;
  readonly plan: Plan;
  /** Who is in each edition by the plan or before it. */
  readonly groups: ReadonlyMap<string, readonly PlanFirm[]>;
  readonly firm: PlanFirm;
  readonly edition: PlanEdition;
};

/** In the order in which they are told. */
const finders: readonly Finder[] = [
  ({ firm, edition }) => (firm.placedIn.includes(edition.editionId) ? { kind: 'has-place' } : undefined),
  ({ firm, edition }) => (needFor(firm, edition) === undefined ? { kind: 'no-need' } : undefined),
  findLock,
  ({ problem, firm, edition }) =>
    isTooFar(firm, edition, problem.rules.mostKm) ? { kind: 'too-far', km: kmBetween(firm, edition) } : undefined,
  findDates,
  findElsewhere,
  findCompany,
  findRoom,
];

/** Undefined for a firm that the plan puts there. */
export function whyNot(problem: PlanProblem, plan: Plan, firm: PlanFirm, edition: PlanEdition): WhyNot | undefined {
  return whyNotBy(problem, plan)(firm, edition);
}

/** The same for many firms: what is alike for all of them is found once. */
export function whyNotBy(
  problem: PlanProblem,
  plan: Plan,
): (firm: PlanFirm, edition: PlanEdition) => WhyNot | undefined {
  const groups = new Map(problem.editions.map((edition) => [edition.editionId, groupOf(problem, plan, edition)]));
  return (firm, edition) => {
    const isThere = plan.assignments.some(
      ({ firmId, editionId }) => firmId === firm.firmId && editionId === edition.editionId,
    );
    if (isThere) return undefined;
    for (const find of finders) {
      const found = find({ problem, plan, groups, firm, edition });
      if (found !== undefined) return found;
    }
    return { kind: 'not-better', points: pointsOf(problem, firm, edition) };
  };
}

function pointsOf({ weights }: PlanProblem, firm: PlanFirm, edition: PlanEdition): number {
  const { fit, waiting } = pairPoints(firm, edition, weights);
  return fit + waiting;
}

function findLock({ problem, firm, edition }: Situation): WhyNot | undefined {
  const isAgainst = (lock: Lock): boolean =>
    lock.firmId === firm.firmId &&
    (lock.kind === 'nowhere' || (lock.kind === 'out' && lock.editionId === edition.editionId));
  return problem.rules.locks.some(isAgainst) ? { kind: 'locked' } : undefined;
}

function findDates({ problem, firm, edition }: Situation): WhyNot | undefined {
  const placed = problem.editions.filter(({ editionId }) => firm.placedIn.includes(editionId));
  const taken = [...firm.busy, ...placed.map(({ period }) => period)];
  return taken.some((period) => overlap(period, edition.period)) ? { kind: 'dates' } : undefined;
}

/** What the firm is in keeps it out of this one: there are no more for it, it is the same package, or at the same time. */
function findElsewhere({ problem, plan, firm, edition }: Situation): WhyNot | undefined {
  const given = plan.assignments.filter(({ firmId }) => firmId === firm.firmId).map(({ editionId }) => editionId);
  const isSpent = firm.placedIn.length + given.length >= problem.rules.editionsPerFirm;
  const keepsOut = ({ editionId, packageCode, period }: PlanEdition): boolean =>
    (packageCode === edition.packageCode && (given.includes(editionId) || firm.placedIn.includes(editionId))) ||
    (given.includes(editionId) && overlap(period, edition.period));
  return isSpent || problem.editions.some(keepsOut) ? { kind: 'elsewhere' } : undefined;
}

function findCompany({ problem, groups, firm, edition }: Situation): WhyNot | undefined {
  const isThere = (firmId: string): boolean =>
    (groups.get(edition.editionId) ?? []).some((each) => each.firmId === firmId);
  for (const pair of problem.rules.apart) {
    const other = otherOf(pair, firm.firmId);
    if (other !== undefined && isThere(other)) return { kind: 'apart', firmId: other };
  }
  for (const pair of problem.rules.together) {
    const other = otherOf(pair, firm.firmId);
    if (other !== undefined && !isThere(other)) return { kind: 'together', firmId: other };
  }
  return undefined;
}

function otherOf([one, other]: readonly [string, string], firmId: string): string | undefined {
  if (one === firmId) return other;
  return other === firmId ? one : undefined;
}

function findRoom({ problem, groups, firm, edition }: Situation): WhyNot | undefined {
  const group = groups.get(edition.editionId) ?? [];
  if (group.length < edition.places) return findTooFew(group, edition);
  const added = group.filter(({ placedIn }) => !placedIn.includes(edition.editionId));
  const points = added.map((each) => pointsOf(problem, each, edition));
  return {
    kind: 'full',
    points: pointsOf(problem, firm, edition),
    least: points.length === 0 ? null : Math.min(...points),
  };
}

function findTooFew(group: readonly PlanFirm[], { minimumGroup }: PlanEdition): WhyNot | undefined {
  if (group.length === 0) return { kind: 'not-held' };
  return group.length + 1 < minimumGroup ? { kind: 'too-few' } : undefined;
}

function groupOf({ firms }: PlanProblem, plan: Plan, { editionId }: PlanEdition): PlanFirm[] {
  const ids = new Set(plan.assignments.filter((each) => each.editionId === editionId).map(({ firmId }) => firmId));
  return firms.filter((firm) => ids.has(firm.firmId) || firm.placedIn.includes(editionId));
}
