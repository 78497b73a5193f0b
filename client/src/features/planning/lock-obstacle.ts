import { needFor } from '#shared/domain/cohort/pair.ts';
import type { PlanEdition, PlanFirm, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { obstacleTo, type WhyNot } from '#shared/domain/cohort/why-not.ts';

/** Of which group, and why. */
export type LockObstacle = { readonly edition: PlanEdition; readonly why: WhyNot };

/** What keeps every plan from keeping to the lock; undefined where nothing is known to. */
export function obstacleToLock(problem: PlanProblem, firm: PlanFirm, value: string): LockObstacle | undefined {
  const [kind, editionId] = value.split(' ');
  if (kind === 'in') {
    const edition = problem.editions.find((each) => each.editionId === editionId);
    return edition === undefined ? undefined : obstacleIn(problem, firm, edition);
  }
  if (kind !== 'somewhere') return undefined;
  const needed = problem.editions.filter((edition) => needFor(firm, edition) !== undefined);
  const obstacles = needed.map((edition) => obstacleIn(problem, firm, edition));
  return obstacles.includes(undefined) ? undefined : obstacles[0];
}

function obstacleIn(problem: PlanProblem, firm: PlanFirm, edition: PlanEdition): LockObstacle | undefined {
  const why = obstacleTo(problem, firm, edition);
  return why === undefined ? undefined : { edition, why };
}
