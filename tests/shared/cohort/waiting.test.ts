import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPlan } from '#server/features/planning/find-plan.ts';
import { loadSolver } from '#server/platform/solver/highs.ts';
import { waitingPoints } from '#shared/domain/cohort/fit.ts';
import { type PlanFirm, proposedRules, proposedWeights, proposedWishes } from '#shared/domain/cohort/problem.ts';
import { answerDueMs } from '#shared/domain/referral/answer-target.ts';
import { editionIdOf, firmIdOf } from './arbitrary-problem.ts';

const dayMs = 86_400_000;

describe('a request', () => {
  test('counts 20 when it is made, and 80 more within the three days of an answer', () => {
    expect([null, 0, 1, 2, 3, 4, 400].map(waitingPoints)).toEqual([0, 20, 46, 73, 100, 100, 100]);
  });

  test('counts in full whenever its answer is late', () => {
    fc.assert(
      fc.property(fc.nat(4_000_000_000_000), fc.nat(100 * dayMs), (askedMs, later) => {
        const now = answerDueMs(askedMs) + later;
        expect(waitingPoints(Math.floor((now - askedMs) / dayMs))).toBe(100);
      }),
    );
  });

  /*
   * By hand, with the weights proposed, against a firm from Värmland that fits 90 and has not asked, 5 x 90 = 450:
   *   fits 60, answer late    5 x 60 + 3 x 100 = 600
   *   fits 90, answer late    5 x 90 + 3 x 100 = 750; from Dalarna, which has had its place, 2 x 100 less: 550
   *   fits 20, answer late    5 x 20 + 3 x 100 = 400, which is less
   */
  test.each([
    [60, '17', 'asked'],
    [90, '20', 'asked'],
    [20, '17', 'silent'],
  ] as const)(
    'of a firm that fits %i, from county %s, whose answer is late weighs so that the %s one is in',
    async (fits, county, wanted) => {
      const firm = (index: number, ranking: number, waitingDays: number | null, of: '17' | '20'): PlanFirm => ({
        firmId: firmIdOf(index),
        sizeClass: '10-49',
        county: of,
        branch: 'steel-and-metals',
        position: null,
        needs: [
          {
            packageCode: 'lean',
            fit: { ranking, level: 0, importance: 0, wish: 0 },
            waitingDays,
            waitsFor: null,
          },
        ],
        busy: [],
        placedIn: [],
      });
      const edition = {
        editionId: editionIdOf(1),
        packageCode: 'lean',
        places: 1,
        minimumGroup: 1,
        period: { from: '2027-01-01', to: '2027-02-01' },
        position: null,
      };
      const outcome = findPlan(
        {
          problem: {
            editions: [edition],
            firms: [firm(1, fits, 6, county), firm(2, 90, null, '17')],
            rules: proposedRules,
            wishes: { ...proposedWishes, sizes: 0, counties: 0 },
            weights: proposedWeights,
            servedBefore: { '17': 0, '20': county === '20' ? 1 : 0, '21': 0 },
          },
          previous: [],
          secondsToSolve: 10,
          secondsToFindClash: 10,
        },
        await loadSolver(),
        { now: () => performance.now(), onProgress: () => undefined },
      );
      const places = 'plan' in outcome ? outcome.plan.assignments.map(({ firmId }) => firmId) : [];
      expect(places).toEqual([firmIdOf(wanted === 'asked' ? 1 : 2)]);
    },
  );
});
