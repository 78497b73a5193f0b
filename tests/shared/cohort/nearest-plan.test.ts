import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlan } from '#server/features/planning/find-plan.ts';
import { loadSolver } from '#server/platform/solver/highs.ts';
import type { Assignment, Plan, PlanFirm, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import { largePlan } from '../../support/large-plan.ts';
import { arbitraryProblem, editionIdOf, firmIdOf } from './arbitrary-problem.ts';
import { bestPlan, pointsOf, possiblePlans } from './brute-force.ts';

const solver = await loadSolver();

function planOf(problem: PlanProblem, previous: readonly Assignment[]): Plan {
  const outcome = findPlan({ problem, previous, secondsToSolve: 60, secondsToFindClash: 10 }, solver, {
    now: () => performance.now(),
    onProgress: () => undefined,
  });
  if (outcome.status !== 'optimal') throw new Error(outcome.status);
  return outcome.plan;
}

const keysOf = (given: readonly Assignment[]) =>
  new Set(given.map(({ firmId, editionId }) => `${firmId} ${editionId}`));
const changesTo = (previous: readonly Assignment[], { assignments }: Plan): number =>
  [...keysOf(previous)].filter((key) => !keysOf(assignments).has(key)).length +
  [...keysOf(assignments)].filter((key) => !keysOf(previous).has(key)).length;

const group = editionIdOf(1);
const alike = (index: number): PlanFirm => ({
  firmId: firmIdOf(index),
  sizeClass: '10-49',
  county: '17',
  branch: 'steel-and-metals',
  position: null,
  needs: [
    {
      packageCode: 'lean',
      fit: { ranking: 40, level: 10, importance: 10, wish: 10 },
      waitingDays: null,
      waitsFor: null,
    },
  ],
  busy: [],
  placedIn: [],
});
const twoAlike: PlanProblem = {
  editions: [
    {
      editionId: group,
      packageCode: 'lean',
      places: 60,
      minimumGroup: 1,
      period: { from: '2027-03-01', to: '2027-05-01' },
      position: null,
    },
  ],
  firms: [alike(1), alike(2)],
  rules: {
    mostKm: null,
    editionsPerFirm: 1,
    together: [],
    apart: [[firmIdOf(1), firmIdOf(2)]],
    locks: [],
    mustRun: [],
  },
  wishes: { sizes: 0, counties: 0, large: false },
  weights: { fit: 5, waiting: 0, county: 0, sizes: 0, counties: 0, large: 0 },
  servedBefore: { '17': 0, '20': 0, '21': 0 },
};

test.each([1, 2])('of two plans that are equally good the one that was there stays: %i', (index) => {
  const before = [{ firmId: firmIdOf(index), editionId: group }];

  expect(planOf(twoAlike, before).assignments).toEqual(before);
});

test('of all plans that are as good as the best none is nearer to the plan before', () => {
  fc.assert(
    fc.property(arbitraryProblem(9), fc.nat(1000), fc.boolean(), (problem, pick, isFlat) => {
      const weights = isFlat ? { fit: 0, waiting: 0, county: 1, sizes: 1, counties: 0, large: 0 } : problem.weights;
      const flat = { ...problem, weights };
      const best = bestPlan(flat);
      if (best === undefined) return;
      const possible = possiblePlans(flat);
      const previous = possible[pick % possible.length]?.assignments ?? [];
      if (previous.length === 0) return;
      const found = planOf(flat, previous);
      expect(scorePlan(flat, found).total).toBe(best.points);
      const equal = possible.filter((plan) => pointsOf(flat, plan) === best.points);
      expect(changesTo(previous, found)).toBe(Math.min(...equal.map((plan) => changesTo(previous, plan))));
    }),
    { numRuns: 200 },
  );
}, 240_000);

test('a large plan that is solved again stays as it is, and is proven', () => {
  const problem = largePlan(500);
  const first = planOf(problem, []);

  expect(planOf(problem, first.assignments).assignments).toEqual(first.assignments);
}, 120_000);
