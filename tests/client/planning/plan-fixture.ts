import type * as z from 'zod/mini';
import * as contract from '#shared/contracts/plans.ts';
import { getFirmProfileOptions } from '#shared/contracts/site.ts';
import type { Outcome } from '#shared/domain/cohort/outcome.ts';
import { pointsVersion } from '#shared/domain/cohort/points-version.ts';
import type { Assignment, PlanFirm, PlanRules } from '#shared/domain/cohort/problem.ts';
import { proposedRules, proposedWeights } from '#shared/domain/cohort/problem.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { options } from '../start/profile-options.ts';

type InvitedBody = z.input<(typeof contract.invitePlanned)['responses'][200]>['results'][number];
type Costs = z.input<(typeof contract.findPlanCosts)['responses'][200]>['costs'];
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

/**
 * One group of two places in Karlstad, and three firms that need it: 400, 350 and 200 points. Two from Värmland are 750 less
 * 100 for the county that is wished; Alva and Cedern are 600.
 */
export const planOf = (changes: Partial<PlanBody> = {}, rules: Partial<PlanRules> = {}): PlanBody => ({
  planId,
  organisationId,
  fromPlanId: null,
  pointsVersion,
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
    firms: [firm(alva, 40), firm(berga, 30), firm(cedern, 0, { county: '20' })],
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
  placesNow: [],
  requestsNow: [],
  elsewhere: [],
  withdrawn: 0,
  ...changes,
});

const nth = (index: number) => uuid('e', index + 1);
const called = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    firmId: nth(index),
    name: `Firma ${String(index).padStart(3, '0')}`,
    isSimulated: false,
    municipality: '1780',
  }));

/** A plan that gives all of so many firms a place. */
export function manyFirms(count: number): PlanBody {
  const { problem, editions, ...rest } = planOf();
  const ids = Array.from({ length: count }, (_, index) => nth(index));
  return {
    ...rest,
    editions,
    firms: called(count),
    problem: {
      ...problem,
      editions: problem.editions.map((edition) => ({ ...edition, places: count })),
      firms: ids.map((firmId) => firm(firmId, 40)),
    },
    outcome: {
      status: 'optimal',
      ...searched,
      plan: { runs: [editionId], assignments: ids.map((firmId) => ({ firmId, editionId })) },
    },
  };
}

/** The plan with so many more firms that get no place; each of the last twenty is from Gävle, too far away. */
export function leavingOut(count: number): PlanBody {
  const plan = planOf();
  const gavle = { position: { latitude: 60.67, longitude: 17.14 }, county: '21' as const };
  const firms = Array.from({ length: count }, (_, index) => firm(nth(index), 10, index < count - 20 ? {} : gavle));
  const [one, other] = plan.problem.firms;
  if (one === undefined || other === undefined) throw new Error('there are two');
  return {
    ...plan,
    problem: { ...plan.problem, firms: [one, other, ...firms] },
    firms: [...plan.firms.slice(0, 2), ...called(count)],
  };
}

export const farEditionId = uuid('c', 2);

/** The plan with a second group in Gävle, too far for all of them. */
export function farAway(): PlanBody {
  const { problem, editions, ...rest } = planOf();
  const [near] = problem.editions;
  const [called] = editions;
  if (near === undefined || called === undefined) throw new Error('there is one');
  const far = { ...near, editionId: farEditionId, position: { latitude: 60.67, longitude: 17.14 } };
  const named = { ...called, editionId: farEditionId, packageName: { sv: 'Mentorföretag', en: 'Mentor firms' } };
  return { ...rest, problem: { ...problem, editions: [near, far] }, editions: [called, named] };
}

/** A place of a firm in a group that is not planned. */
export const elsewhereOf = (
  firmId: string,
  status: PlanBody['elsewhere'][number]['status'],
  from: string,
): PlanBody['elsewhere'][number] => ({
  firmId,
  editionId: uuid('c', 9),
  packageName: { sv: 'Energikollen', en: 'Energy check' },
  name: null,
  status,
  period: { from, to: '2027-12-01' },
});

/** The server as whoever plans sees it. */
export class FakePlanningSite {
  plan = planOf();
  costs: Costs = [{ editionId: null, answer: 'exact', cost: 50, othersMoved: 1 }];
  /** What comes of inviting one: Berga comes too late. */
  invite = (place: Assignment): InvitedBody =>
    place.firmId === berga
      ? { outcome: 'refused', ...place, code: 'edition-full' }
      : { outcome: 'invited', ...place, hasTakenUp: false };
  readonly server = new FakeEndpoints([
    answering(getFirmProfileOptions, () => options),
    answering(contract.getPlan, ({ params }) => ({ ...this.plan, planId: params.planId })),
    answering(contract.makePlan, () => ({ planId: nextPlanId })),
    answering(contract.cancelPlan, () => {
      this.plan = planOf({ status: 'cancelled', outcome: null });
      return { status: 'cancelled' as const };
    }),
    answering(contract.findPlanCosts, () => ({ costs: this.costs })),
    answering(contract.invitePlanned, ({ body }) => {
      const results = body.places.map(this.invite);
      const invited = results.filter(({ outcome }) => outcome === 'invited');
      const now = { status: 'invited' as const, isElsewhere: false, isSincePlan: true };
      this.plan = {
        ...this.plan,
        placesNow: [
          ...this.plan.placesNow,
          ...invited.map(({ firmId, editionId: at }) => ({ firmId, editionId: at, ...now })),
        ],
      };
      return { results };
    }),
  ]);
}
