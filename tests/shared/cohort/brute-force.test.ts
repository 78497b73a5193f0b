import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlan } from '#server/features/planning/find-plan.ts';
import { loadSolver } from '#server/platform/solver/highs.ts';
import { checkPlan } from '#shared/domain/cohort/check-plan.ts';
import { groupKey } from '#shared/domain/cohort/constraint-group.ts';
import type { Outcome } from '#shared/domain/cohort/outcome.ts';
import type { PlanProblem } from '#shared/domain/cohort/problem.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import { arbitraryProblem } from './arbitrary-problem.ts';
import { bestPlan, isPossible, pointsOf } from './brute-force.ts';

const solver = await loadSolver();
const watching = { now: () => performance.now(), onProgress: () => undefined };

const find = (problem: PlanProblem): Outcome =>
  findPlan({ problem, previous: [], secondsToSolve: 30, secondsToFindClash: 30 }, solver, watching);

function expectClash(problem: PlanProblem, outcome: Outcome): void {
  if (outcome.status !== 'infeasible') throw new Error(`no plan is possible, and the outcome is ${outcome.status}`);
  const keys = outcome.clash.map(groupKey);
  expect(outcome.isIrreducible).toBe(true);
  expect(isPossible(problem, (key) => !keys.includes(key))).toBe(false);
  for (const spared of keys) expect(isPossible(problem, (key) => key === spared || !keys.includes(key))).toBe(true);
}

function expectAsGoodAsAny(problem: PlanProblem): 'plan' | 'clash' {
  const best = bestPlan(problem);
  const outcome = find(problem);
  if (best === undefined) {
    expectClash(problem, outcome);
    return 'clash';
  }
  if (outcome.status !== 'optimal') throw new Error(`a plan is possible, and the outcome is ${outcome.status}`);
  expect(checkPlan(problem, outcome.plan)).toEqual([]);
  expect(checkPlan(problem, best.plan)).toEqual([]);
  expect(scorePlan(problem, outcome.plan).total).toBe(best.points);
  expect(scorePlan(problem, best.plan).total).toBe(pointsOf(problem, best.plan));
  return 'plan';
}

test('a plan is as good as the best of all plans there are, and a clash is one', () => {
  const seen = { plan: 0, clash: 0 };

  fc.assert(
    fc.property(arbitraryProblem(10), (problem) => {
      seen[expectAsGoodAsAny(problem)] += 1;
    }),
    { numRuns: 500 },
  );

  expect(seen.plan).toBeGreaterThan(100);
  expect(seen.clash).toBeGreaterThan(30);
}, 240_000);

test('so it is for larger ones', () => {
  fc.assert(
    fc.property(
      arbitraryProblem(15).filter(({ firms, editions }) => firms.length * editions.length > 11),
      (problem) => {
        expectAsGoodAsAny(problem);
      },
    ),
    { numRuns: 15 },
  );
}, 240_000);

test('the order in which firms and editions are given changes nothing', () => {
  fc.assert(
    fc.property(arbitraryProblem(12), (problem) => {
      const turned = { ...problem, firms: problem.firms.toReversed(), editions: problem.editions.toReversed() };
      const { seconds: _, ...one } = find(problem);
      const { seconds: __, ...other } = find(turned);
      if (one.status !== 'infeasible') expect(other).toEqual(one);
    }),
    { numRuns: 60 },
  );
}, 120_000);
