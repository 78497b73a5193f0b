import { expect, test } from 'vitest';
import { findCosts } from '#server/features/planning/find-costs.ts';
import { loadSolver } from '#server/platform/solver/highs.ts';
import { largePlan } from '../../support/large-plan.ts';

const solver = await loadSolver();

test.each([
  [false, 'as-good'],
  [true, 'exact'],
])('a firm that makes a plan better, which is proven best: %s, is told to be %s', (isProven, answer) => {
  const problem = largePlan(60);
  const [firm] = problem.firms.filter(({ placedIn }) => placedIn.length === 0);
  const plan = { runs: [], assignments: [] };
  const task = { problem, plan, isProven, firmId: firm?.firmId ?? '', seconds: 30 };

  const costs = findCosts(task, solver, () => performance.now());

  const possible = costs.filter(({ cost }) => cost !== null);
  expect(possible.length).toBeGreaterThan(0);
  for (const each of possible) expect(each.answer).toBe(answer);
});
