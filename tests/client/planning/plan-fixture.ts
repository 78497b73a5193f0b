import type * as z from 'zod/mini';
import * as contract from '#shared/contracts/plans.ts';
import { getFirmProfileOptions } from '#shared/contracts/site.ts';
import type { Outcome } from '#shared/domain/cohort/outcome.ts';
import type { PlanFirm, PlanRules } from '#shared/domain/cohort/problem.ts';
import { proposedRules, proposedWeights } from '#shared/domain/cohort/problem.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { options } from '../start/profile-options.ts';

type PlanBody = z.input<(typeof contract.getPlan)['responses'][200]>;

export const organisationId = uuid('a', 1);
export const planId = uuid('b', 1);
export const nextPlanId = uuid('b', 2);
export const editionId = uuid('c', 1);
export const [alva, berga, cedern] = [uuid('d', 1), uuid('d', 2), uuid('d', 3)];
const names = { [alva]: 'Alva AB', [berga]: 'Berga AB', [cedern]: 'Cedern AB' };

const firm = (firmId: string, ranking: number, more: Partial<PlanFirm> = {}): PlanFirm => ({
  firmId,
  sizeClass: '10-49',
  county: '17',
  branch: 'steel-and-metals',
  position: { latitude: 59.38, longitude: 13.5 },
  needs: [
    {
      packageCode: 'lean',
      fit: { ranking, level: 20, importance: 10, wish: 10 },
      waitingDays: null,
      waitsFor: null,
    },
  ],
  busy: [],
  placedIn: [],
  ...more,
});

const searched = { seconds: 0.4, solver: 'HiGHS 1.15.1', model: { columns: 4, rows: 3 } };
export const bestOutcome: Outcome = {
  status: 'optimal',
  ...searched,
  plan: { runs: [editionId], assignments: [alva, berga].map((firmId) => ({ firmId, editionId })) },
};
export const clashOutcome = (clash: Extract<Outcome, { status: 'infeasible' }>['clash']): Outcome => ({
  status: 'infeasible',
  ...searched,
  clash,
  isIrreducible: true,
});

/** One group of two places in Karlstad, and three firms that need it. */
export const planOf = (changes: Partial<PlanBody> = {}, rules: Partial<PlanRules> = {}): PlanBody => ({
  planId,
  organisationId,
  fromPlanId: null,
  status: 'done',
  createdAt: '2026-11-20T09:00:00.000Z',
  createdBy: 'Eva Lind',
  progress: { phase: 'solving', seconds: 3, best: 850, bound: 900.2 },
  problem: {
    editions: [
      {
        editionId,
        packageCode: 'lean',
        places: 2,
        minimumGroup: 2,
        period: { from: '2027-03-01', to: '2027-05-01' },
        position: { latitude: 59.38, longitude: 13.5 },
      },
    ],
    firms: [firm(alva, 40), firm(berga, 30), firm(cedern, 20, { county: '20' })],
    rules: { ...proposedRules, ...rules },
    wishes: { sizes: 0, counties: 2, large: false },
    weights: proposedWeights,
    servedBefore: { '17': 0, '20': 0, '21': 0 },
  },
  editions: [
    {
      editionId,
      packageName: { sv: 'Ordning i verkstaden', en: 'Order' },
      name: null,
      municipality: '1780',
      unseen: 0,
    },
  ],
  firms: Object.entries(names).map(([firmId, name]) => ({ firmId, name, isSimulated: false, municipality: '1780' })),
  outcome: bestOutcome,
  withdrawn: 0,
  ...changes,
});

/** The server as whoever plans sees it. */
export class FakePlanningSite {
  plan = planOf();
  readonly server = new FakeEndpoints([
    answering(getFirmProfileOptions, () => options),
    answering(contract.getPlan, ({ params }) => ({ ...this.plan, planId: params.planId })),
    answering(contract.makePlan, () => ({ planId: nextPlanId })),
    answering(contract.cancelPlan, () => {
      this.plan = planOf({ status: 'cancelled', outcome: null });
      return { status: 'cancelled' as const };
    }),
    answering(contract.findPlanCosts, () => ({
      costs: [{ editionId: null, answer: 'exact' as const, cost: 50, othersMoved: 1 }],
    })),
    answering(contract.invitePlanned, () => ({
      results: [
        { outcome: 'done' as const, firmId: alva, editionId, status: 'invited' as const },
        { outcome: 'refused' as const, firmId: berga, editionId, code: 'edition-full' as const },
      ],
    })),
  ]);
}
