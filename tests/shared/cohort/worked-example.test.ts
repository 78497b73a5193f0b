import { describe, expect, test } from 'vitest';
import { findPlan } from '#server/features/planning/find-plan.ts';
import { loadSolver } from '#server/platform/solver/highs.ts';
import type { Outcome } from '#shared/domain/cohort/outcome.ts';
import type { PlanFirm, PlanProblem, PlanRules } from '#shared/domain/cohort/problem.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import { whyNot } from '#shared/domain/cohort/why-not.ts';
import { editionIdOf, firmIdOf } from './arbitrary-problem.ts';

/*
 * By hand. One group in Karlstad with two places, both to be filled, and three firms:
 *
 *   firm     county    fit  waiting     5 x fit + 2 x waiting
 *   Alva     Värmland   80   none        400 +   0 = 400
 *   Berga    Värmland   60   3 days      300 + 200 = 500
 *   Cedern   Dalarna    70   none        350 +   0 = 350
 *
 * Goals of the counties: Värmland has 2 of the 3 firms in need, 2 places x 2/3 = 1.33, so 1; Dalarna 2 x 1/3 = 0.67,
 * so 0. A wish for two counties has weight 1: a group from one county alone loses 100.
 *
 *   Alva and Berga     900 - 100 = 800
 *   Alva and Cedern    750
 *   Berga and Cedern   850, the best
 *
 * Alva is left out though it has more points than Cedern: in Cedern's place it adds 400 - 350 = 50, and the wish for two
 * counties costs 100, so that the plan is worth 50 less.
 *
 * With Alva locked in the best is 800: that costs 50. The distance from Falun to Karlstad is 180.9 km in a straight
 * line and 235 by the road factor.
 */
const [alva, berga, cedern] = [firmIdOf(1), firmIdOf(2), firmIdOf(3)];
const group = editionIdOf(1);
const karlstad = { latitude: 59.38, longitude: 13.5 };
const falun = { latitude: 60.61, longitude: 15.63 };

const firm = (firmId: string, fit: PlanFirm['needs'][number]['fit'], more: Partial<PlanFirm> = {}): PlanFirm => ({
  firmId,
  sizeClass: '10-49',
  county: '17',
  branch: 'steel-and-metals',
  position: karlstad,
  needs: [{ packageCode: 'lean', fit, waitingDays: null, waitsFor: null }],
  busy: [],
  placedIn: [],
  ...more,
});
const fitOfBerga = { ranking: 20, level: 15, importance: 15, wish: 10 };

const problemWith = (rules: Partial<PlanRules>): PlanProblem => ({
  editions: [
    {
      editionId: group,
      packageCode: 'lean',
      places: 2,
      minimumGroup: 2,
      period: { from: '2027-03-01', to: '2027-05-01' },
      position: karlstad,
    },
  ],
  firms: [
    firm(alva, { ranking: 40, level: 20, importance: 10, wish: 10 }),
    firm(berga, fitOfBerga, { needs: [{ packageCode: 'lean', fit: fitOfBerga, waitingDays: 3, waitsFor: null }] }),
    firm(cedern, { ranking: 30, level: 20, importance: 10, wish: 10 }, { county: '20', position: falun }),
  ],
  rules: { mostKm: null, editionsPerFirm: 1, together: [], apart: [], locks: [], mustRun: [], ...rules },
  wishes: { sizes: 0, counties: 2, large: false },
  weights: { fit: 5, waiting: 2, county: 2, sizes: 1, counties: 1, large: 1 },
  servedBefore: { '17': 0, '20': 0, '21': 0 },
});

const solver = await loadSolver();
const find = (problem: PlanProblem): Outcome =>
  findPlan({ problem, previous: [], secondsToSolve: 10, secondsToFindClash: 10 }, solver, {
    now: () => performance.now(),
    onProgress: () => undefined,
  });

function planOf(problem: PlanProblem) {
  const outcome = find(problem);
  if (outcome.status !== 'optimal') throw new Error(outcome.status);
  const firms = outcome.plan.assignments.map(({ firmId }) => firmId);
  return { plan: outcome.plan, firms, score: scorePlan(problem, outcome.plan) };
}

describe('the example by hand', () => {
  test('takes the two who are worth most together, not the two who are worth most alone', () => {
    const problem = problemWith({});

    const { plan, firms, score } = planOf(problem);

    expect(firms).toEqual([berga, cedern]);
    expect(score).toMatchObject({ total: 850, fit: 650, waiting: 200, county: 0, mix: 0, missed: [] });
    expect(score.countyShares).toEqual([
      { county: '17', goal: 1, places: 1 },
      { county: '20', goal: 0, places: 1 },
      { county: '21', goal: 0, places: 0 },
    ]);
    const [first, edition] = [problem.firms[0], problem.editions[0]];
    if (first === undefined || edition === undefined) throw new Error('nothing there');
    expect(whyNot(problem, plan, first, edition)).toEqual({
      kind: 'full',
      points: 400,
      change: {
        firmId: cedern,
        points: 350,
        worth: {
          total: -50,
          firms: 50,
          county: 0,
          sizes: 0,
          counties: -100,
          large: 0,
          shares: [
            { county: '17', goal: 1, before: 1, after: 2 },
            { county: '20', goal: 0, before: 1, after: 0 },
          ],
        },
      },
    });
  });

  test('costs 50 points when Alva is to be in it, and says which wish is missed', () => {
    const { firms, score } = planOf(problemWith({ locks: [{ kind: 'in', firmId: alva, editionId: group }] }));

    expect(firms).toEqual([alva, berga]);
    expect(score.total).toBe(800);
    expect(score.missed).toEqual([{ editionId: group, wish: 'counties', asked: 2, met: 1 }]);
  });

  test('is impossible when Alva and Cedern are to be together in it within 234 km, for those three rules', () => {
    const clashing = problemWith({
      mostKm: 234,
      locks: [{ kind: 'in', firmId: alva, editionId: group }],
      together: [[alva, cedern]],
    });
    const { clash } = find(clashing) as Extract<Outcome, { status: 'infeasible' }>;

    expect(clash).toEqual([
      { kind: 'lock', index: 0 },
      { kind: 'together', index: 0 },
      { kind: 'distance', firmId: cedern },
    ]);
    expect(find({ ...clashing, rules: { ...clashing.rules, mostKm: 235 } }).status).toBe('optimal');
  });

  test('gives nobody a place where the smallest group cannot be reached', () => {
    const { firms, plan } = planOf(
      problemWith({ locks: [alva, berga].map((firmId) => ({ kind: 'nowhere', firmId })) }),
    );

    expect(firms).toEqual([]);
    expect(plan.runs).toEqual([]);
  });
});
