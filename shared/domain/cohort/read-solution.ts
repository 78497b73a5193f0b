import type { BuiltModel } from './build-model.ts';
import type { Plan } from './problem.ts';

/** The plan that a solver's values of the variables stand for. */
export function readSolution({ pairs, problem }: BuiltModel, values: ArrayLike<number>): Plan {
  const assignments = pairs
    .filter(({ column }) => (values[column] ?? 0) > 0.5)
    .map(({ firm, edition }) => ({ firmId: firm.firmId, editionId: edition.editionId }));
  const filled = new Set(assignments.map(({ editionId }) => editionId));
  const runs = problem.editions.filter(
    ({ editionId }) => filled.has(editionId) || problem.rules.mustRun.includes(editionId),
  );
  return { runs: runs.map(({ editionId }) => editionId), assignments };
}
