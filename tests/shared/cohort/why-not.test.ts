import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '#shared/domain/cohort/check-plan.ts';
import { lockedInto } from '#shared/domain/cohort/move-cost.ts';
import type { Assignment, Plan, PlanEdition, PlanFirm, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { obstacleTo, type PlaceChange, type WhyNot, whyNot } from '#shared/domain/cohort/why-not.ts';
import { arbitraryProblem, editionIdOf, firmIdOf } from './arbitrary-problem.ts';
import { bestPlan, membersOf, pointsOf, possiblePlans } from './brute-force.ts';

const edition = (index: number, more: Partial<PlanEdition> = {}): PlanEdition => ({
  editionId: editionIdOf(index),
  packageCode: `package-${index}`,
  places: 2,
  minimumGroup: 1,
  period: { from: `2027-0${index}-01`, to: `2027-0${index}-20` },
  position: null,
  ...more,
});

const fit = { ranking: 40, level: 10, importance: 10, wish: 10 };
const firm = (index: number, more: Partial<PlanFirm> = {}): PlanFirm => ({
  firmId: firmIdOf(index),
  sizeClass: '10-49',
  county: '17',
  branch: 'steel-and-metals',
  position: null,
  needs: [1, 2].map((each) => ({ packageCode: `package-${each}`, fit, waitingDays: null, waitsFor: null })),
  busy: [],
  placedIn: [],
  ...more,
});

function problemOf(editions: PlanEdition[], firms: PlanFirm[], editionsPerFirm: number): PlanProblem {
  return {
    editions,
    firms,
    rules: { mostKm: null, editionsPerFirm, together: [], apart: [], locks: [], mustRun: [] },
    wishes: { sizes: 0, counties: 0, large: false },
    weights: { fit: 5, waiting: 2, county: 0, sizes: 0, counties: 0, large: 0 },
    servedBefore: { '17': 0, '20': 0, '21': 0 },
  };
}

const nothing: Plan = { runs: [], assignments: [] };
const inFirst: Plan = {
  runs: [editionIdOf(1)],
  assignments: [{ firmId: firmIdOf(1), editionId: editionIdOf(1) }],
};

/** Why the first firm is not in the second edition. */
function reasonFor(problem: PlanProblem, plan: Plan): WhyNot['kind'] | undefined {
  const [own] = problem.firms;
  const wanted = problem.editions.find(({ editionId }) => editionId === editionIdOf(2));
  if (own === undefined || wanted === undefined) throw new Error('nothing there');
  return whyNot(problem, plan, own, wanted)?.kind;
}

describe('a firm is told', () => {
  test('that it is elsewhere by a place it had before the plan', () => {
    const placed = firm(1, { placedIn: [editionIdOf(1)] });

    expect(reasonFor(problemOf([edition(1), edition(2)], [placed], 1), nothing)).toBe('placed-elsewhere');
  });

  test('not so where it may be in two', () => {
    expect(reasonFor(problemOf([edition(1), edition(2)], [firm(1), firm(2)], 2), inFirst)).toBe('not-held');
  });

  test.each([
    ['the same package', { packageCode: 'package-1' }],
    ['the same days', { period: { from: '2027-01-20', to: '2027-02-01' } }],
  ])('that it is elsewhere where the two are of %s', (_, more) => {
    expect(reasonFor(problemOf([edition(1), edition(2, more)], [firm(1)], 2), inFirst)).toBe('elsewhere');
  });

  test('that every place of a group is held by firms placed before', () => {
    const others = [2, 3].map((index) => firm(index, { placedIn: [editionIdOf(2)] }));

    expect(reasonFor(problemOf([edition(1), edition(2)], [firm(1), ...others], 1), nothing)).toBe('held');
  });

  test('so also where the plan gives it a place that fits it less', () => {
    const others = [2, 3].map((index) => firm(index, { placedIn: [editionIdOf(2)] }));

    expect(reasonFor(problemOf([edition(1), edition(2)], [firm(1), ...others], 1), inFirst)).toBe('held');
  });

  test('that firms placed before are too few for a group', () => {
    const placed = firm(2, { placedIn: [editionIdOf(2)] });
    const second = edition(2, { places: 5, minimumGroup: 3 });

    expect(reasonFor(problemOf([edition(1), second], [firm(1), placed], 1), nothing)).toBe('too-few');
  });
});

/** What a plan would have to be like for the reason to be no reason. */
function contradicts(problem: PlanProblem, { why, own, wanted, plan, other }: Told): boolean {
  const isIn = (firmId: string, editionId = wanted.editionId, by = other): boolean =>
    membersOf(problem, by, editionId).some((each) => each.firmId === firmId);
  const keepsOwn = problem.editions.every(({ editionId }) => {
    return !isIn(own.firmId, editionId, plan) || isIn(own.firmId, editionId);
  });
  const keepsGroup = membersOf(problem, plan, wanted.editionId).every(({ firmId }) => isIn(firmId));
  if (!isIn(own.firmId)) return false;
  switch (why.kind) {
    case 'has-place':
    case 'no-need':
    case 'locked':
    case 'placed-elsewhere':
    case 'too-far':
    case 'dates':
    case 'held':
      return true;
    case 'elsewhere':
      return keepsOwn;
    case 'apart':
      return isIn(why.firmId);
    case 'together':
      return !isIn(why.firmId);
    case 'full':
      return keepsGroup;
    case 'too-few':
      return other.assignments.filter(({ editionId }) => editionId === wanted.editionId).length === 1;
    case 'not-held':
      return membersOf(problem, plan, wanted.editionId).length > 0;
    case 'not-better':
      return pointsOf(problem, other) > pointsOf(problem, plan);
  }
}

type Told = {
  readonly why: WhyNot;
  readonly own: PlanFirm;
  readonly wanted: PlanEdition;
  readonly plan: Plan;
  readonly other: Plan;
};

/** Of a firm of which only its being there would change, such a plan is possible: nothing else stands in the way. */
function isAddable({ plan, own, wanted }: Omit<Told, 'other' | 'why'>, all: readonly Plan[]) {
  const keyOf = (each: Plan): string =>
    each.assignments
      .map(({ firmId, editionId }) => firmId + editionId)
      .toSorted()
      .join(' ');
  const added = [...plan.assignments, { firmId: own.firmId, editionId: wanted.editionId }];
  const wantedKey = keyOf({ runs: [], assignments: added });
  return all.some((each) => keyOf(each) === wantedKey);
}

const reasonsIn = (problem: PlanProblem, plan: Plan): Omit<Told, 'other'>[] =>
  problem.firms.flatMap((own) =>
    problem.editions.flatMap((wanted) => {
      const why = whyNot(problem, plan, own, wanted);
      return why === undefined || why.kind === 'has-place' ? [] : [{ why, own, wanted, plan }];
    }),
  );

test('no plan that is possible contradicts a reason that is given', () => {
  const seen = new Map<string, number>();

  fc.assert(
    fc.property(arbitraryProblem(9), (problem) => {
      const best = bestPlan(problem);
      if (best === undefined) return;
      const possible = possiblePlans(problem);
      for (const told of reasonsIn(problem, best.plan)) {
        seen.set(told.why.kind, (seen.get(told.why.kind) ?? 0) + 1);
        const against = possible.filter((other) => contradicts(problem, { ...told, other }));
        expect(against, told.why.kind).toEqual([]);
        if (told.why.kind === 'not-better') expect(isAddable(told, possible)).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );

  for (const kind of ['no-need', 'locked', 'placed-elsewhere', 'elsewhere', 'together', 'held', 'full', 'not-held'])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
}, 240_000);

type Changed = { readonly told: Omit<Told, 'other'>; readonly change: PlaceChange; readonly plan: Plan };

/** The plan with the firm there and the other one out of it, or in the place that the firm had. */
function changedPlans(problem: PlanProblem, told: Omit<Told, 'other'>): Changed[] {
  const { why, own, wanted, plan } = told;
  if ((why.kind !== 'full' && why.kind !== 'elsewhere') || why.change === null) return [];
  const { change } = why;
  const leaves = (each: Assignment): boolean =>
    (each.firmId === change.firmId && each.editionId === wanted.editionId) ||
    (why.kind === 'elsewhere' && each.firmId === own.firmId && each.editionId === why.editionId);
  const kept = plan.assignments.filter((each) => !leaves(each));
  const added = [...kept, { firmId: own.firmId, editionId: wanted.editionId }];
  const exchanged =
    why.kind === 'elsewhere' && change.firmId !== null
      ? [[...added, { firmId: change.firmId, editionId: why.editionId }]]
      : [];
  return [added, ...exchanged].map((assignments) => ({ told, change, plan: withRuns(problem, assignments) }));
}

const withRuns = ({ editions, rules }: PlanProblem, assignments: readonly Assignment[]): Plan => ({
  runs: editions
    .map(({ editionId }) => editionId)
    .filter((id) => rules.mustRun.includes(id) || assignments.some(({ editionId }) => editionId === id)),
  assignments: [...assignments],
});

test('the change that a reason names is possible, is worth what its numbers add up to, and never more than the best plan', () => {
  const seen = { full: 0, elsewhere: 0, outweighed: 0 };

  fc.assert(
    fc.property(arbitraryProblem(9), (problem) => {
      const best = bestPlan(problem);
      if (best === undefined) return;
      for (const told of reasonsIn(problem, best.plan)) {
        const plans = changedPlans(problem, told);
        if (plans.length === 0) continue;
        const worths = plans
          .filter(({ plan }) => checkPlan(problem, plan).length === 0)
          .map(({ plan }) => pointsOf(problem, plan) - pointsOf(problem, best.plan));
        const { worth } = plans[0]?.change ?? { worth: undefined };
        if (worth === undefined) throw new Error('nothing is told');
        expect(worths).toContain(worth.total);
        expect(worth.total).toBeLessThanOrEqual(0);
        expect(worth.firms + worth.county + worth.sizes + worth.counties + worth.large).toBe(worth.total);
        seen[told.why.kind === 'full' ? 'full' : 'elsewhere'] += 1;
        seen.outweighed += Number(worth.firms > 0);
      }
    }),
    { numRuns: 4000 },
  );

  expect(Math.min(seen.full, seen.elsewhere, seen.outweighed)).toBeGreaterThan(0);
}, 240_000);

/** What each exchange is worth that is possible, of those in the group that stand in no pair and are not locked. */
function exchangesOf(problem: PlanProblem, { plan, own, wanted }: Omit<Told, 'other'>): number[] {
  const { together, locks } = problem.rules;
  const isBound = (firmId: string): boolean =>
    together.flat().includes(firmId) || locks.some((lock) => lock.firmId === firmId && lock.kind === 'somewhere');
  const there = plan.assignments.filter(({ editionId, firmId }) => editionId === wanted.editionId && !isBound(firmId));
  return there
    .map((leaves) => plan.assignments.filter((each) => each !== leaves))
    .map((kept) => withRuns(problem, [...kept, { firmId: own.firmId, editionId: wanted.editionId }]))
    .filter((swapped) => checkPlan(problem, swapped).length === 0)
    .map((swapped) => pointsOf(problem, swapped) - pointsOf(problem, plan));
}

test('no exchange with somebody in a full group is worth more than the one that is named', () => {
  fc.assert(
    fc.property(arbitraryProblem(9), (problem) => {
      const plan = bestPlan(problem)?.plan;
      if (plan === undefined) return;
      for (const told of reasonsIn(problem, plan)) {
        if (told.why.kind !== 'full') continue;
        const worths = exchangesOf(problem, told);
        expect(told.why.change?.worth.total).toBe(worths.length === 0 ? undefined : Math.max(...worths));
      }
    }),
    { numRuns: 1000 },
  );
}, 240_000);

test('what is said to keep a firm from a group does so in every plan', () => {
  const seen = new Map<string, number>();

  fc.assert(
    fc.property(arbitraryProblem(9), (problem) => {
      for (const own of problem.firms)
        for (const wanted of problem.editions) {
          const found = obstacleTo(problem, own, wanted);
          if (found === undefined || found.kind === 'has-place') continue;
          seen.set(found.kind, (seen.get(found.kind) ?? 0) + 1);
          const isThere = ({ assignments }: Plan): boolean =>
            assignments.some((each) => each.firmId === own.firmId && each.editionId === wanted.editionId);
          expect(possiblePlans(lockedInto(problem, own.firmId, wanted.editionId)).some(isThere), found.kind).toBe(
            false,
          );
        }
    }),
    { numRuns: 500 },
  );

  for (const kind of ['no-need', 'placed-elsewhere', 'too-far', 'held', 'too-few'])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
}, 240_000);
