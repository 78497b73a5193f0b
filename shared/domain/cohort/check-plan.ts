import { kmBetween } from './pair.ts';
import type { Assignment, Lock, Plan, PlanEdition, PlanFirm, PlanProblem } from './problem.ts';

/**
 * Whether a plan keeps to every rule, each read here anew from its meaning and not from the program that was solved:
 * what is wrong with it, in the words of the constraint groups. Nothing is wrong with a plan that may be used.
 */
export function checkPlan(problem: PlanProblem, plan: Plan): string[] {
  const firms = new Map(problem.firms.map((firm) => [firm.firmId, firm]));
  const editions = new Map(problem.editions.map((edition) => [edition.editionId, edition]));
  const isKnown = ({ firmId, editionId }: Assignment): boolean => firms.has(firmId) && editions.has(editionId);
  if (!plan.assignments.every(isKnown)) return ['unknown firm or edition'];
  if (new Set(plan.assignments.map((each) => JSON.stringify(each))).size < plan.assignments.length) return ['twice'];
  return [
    ...problem.editions.flatMap((edition) => checkEdition(problem, plan, edition)),
    ...problem.firms.flatMap((firm) => checkFirm(problem, editionsOf(plan, firm, editions), firm)),
    ...checkCompany(problem, plan),
    ...problem.rules.locks.flatMap((lock, index) => (keepsLock(problem, plan, lock) ? [] : [`lock ${index}`])),
  ];
}

const isIn = (problem: PlanProblem, plan: Plan, firmId: string, editionId: string): boolean =>
  plan.assignments.some((each) => each.firmId === firmId && each.editionId === editionId) ||
  problem.firms.some((firm) => firm.firmId === firmId && firm.placedIn.includes(editionId));

function checkEdition({ firms, rules }: PlanProblem, plan: Plan, edition: PlanEdition): string[] {
  const { editionId, places, minimumGroup } = edition;
  const placed = firms.filter(({ placedIn }) => placedIn.includes(editionId)).length;
  const added = plan.assignments.filter((each) => each.editionId === editionId).length;
  const isHeld = plan.runs.includes(editionId);
  const faults: string[] = [];
  if (added > 0 && placed + added > places) faults.push(`places ${editionId}`);
  if ((added > 0 || isHeld) && placed + added < minimumGroup) faults.push(`minimum ${editionId}`);
  if (rules.mustRun.includes(editionId) && !isHeld) faults.push(`run ${editionId}`);
  return faults;
}

type OwnEditions = { readonly added: readonly PlanEdition[]; readonly placed: readonly PlanEdition[] };

function editionsOf(plan: Plan, firm: PlanFirm, editions: ReadonlyMap<string, PlanEdition>): OwnEditions {
  const find = (editionId: string): PlanEdition[] => {
    const found = editions.get(editionId);
    return found === undefined ? [] : [found];
  };
  const added = plan.assignments.filter(({ firmId }) => firmId === firm.firmId);
  return { added: added.flatMap(({ editionId }) => find(editionId)), placed: firm.placedIn.flatMap(find) };
}

function checkFirm({ rules }: PlanProblem, { added, placed }: OwnEditions, firm: PlanFirm): string[] {
  const { firmId } = firm;
  const faults: string[] = [];
  if (added.length === 0) return faults;
  const all = [...placed, ...added];
  const packages = all.map(({ packageCode }) => packageCode);
  const isRepeated = added.some(({ packageCode }) => packages.filter((code) => code === packageCode).length > 1);
  if (all.length > rules.editionsPerFirm || isRepeated) faults.push(`once ${firmId}`);
  const meets = (edition: PlanEdition): boolean =>
    all.some((other) => other !== edition && shareDay(edition.period, other.period)) ||
    firm.busy.some((period) => shareDay(edition.period, period));
  if (added.some(meets)) faults.push(`dates ${firmId}`);
  const hasNeed = ({ packageCode }: PlanEdition): boolean =>
    firm.needs.some((need) => need.packageCode === packageCode);
  if (!added.every(hasNeed)) faults.push(`need ${firmId}`);
  const { mostKm } = rules;
  if (mostKm !== null && added.some((edition) => (kmBetween(firm, edition) ?? Number.POSITIVE_INFINITY) > mostKm))
    faults.push(`distance ${firmId}`);
  return faults;
}

type Period = PlanEdition['period'];
const shareDay = (one: Period, other: Period): boolean => !(one.to < other.from || other.to < one.from);

function checkCompany(problem: PlanProblem, plan: Plan): string[] {
  const { editions, rules } = problem;
  const parts = rules.together.flatMap(([one, other], index) =>
    editions.some(({ editionId }) => isIn(problem, plan, one, editionId) !== isIn(problem, plan, other, editionId))
      ? [`together ${index}`]
      : [],
  );
  const meets = rules.apart.flatMap(([one, other], index) =>
    editions.some(({ editionId }) => isIn(problem, plan, one, editionId) && isIn(problem, plan, other, editionId))
      ? [`apart ${index}`]
      : [],
  );
  return [...parts, ...meets];
}

function keepsLock(problem: PlanProblem, plan: Plan, lock: Lock): boolean {
  const added = plan.assignments.filter(({ firmId }) => firmId === lock.firmId);
  switch (lock.kind) {
    case 'in':
      return isIn(problem, plan, lock.firmId, lock.editionId);
    case 'out':
      return !added.some(({ editionId }) => editionId === lock.editionId);
    case 'somewhere':
      return problem.editions.some(({ editionId }) => isIn(problem, plan, lock.firmId, editionId));
    case 'nowhere':
      return added.length === 0;
  }
}
