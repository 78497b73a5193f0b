import { needFor } from '#shared/domain/cohort/pair.ts';
import type { PlanFirm, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { obstacleTo, type WhyNot } from '#shared/domain/cohort/why-not.ts';

/** What keeps every plan from keeping to the lock; undefined where nothing is known to. */
export function obstacleToLock(problem: PlanProblem, firm: PlanFirm, value: string): WhyNot | undefined {
  const [kind, editionId] = value.split(' ');
  if (kind === 'in') {
    const edition = problem.editions.find((each) => each.editionId === editionId);
    return edition === undefined ? undefined : obstacleTo(problem, firm, edition);
  }
  if (kind !== 'somewhere') return undefined;
  const needed = problem.editions.filter((edition) => needFor(firm, edition) !== undefined);
  const obstacles = needed.map((edition) => obstacleTo(problem, firm, edition));
  return obstacles.includes(undefined) ? undefined : obstacles[0];
}
