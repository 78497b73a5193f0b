import type { Lock, Plan, PlanEdition, PlanFirm, PlanProblem } from '#shared/domain/cohort/problem.ts';

/*
 * Every plan there is, one after the other, each judged by the words of docs/method.md and by nothing of the product's
 * own code but the types: slow, plain and independent.
 */

type Best = { readonly plan: Plan; readonly points: number };

export function bestPlan(problem: PlanProblem, isGivenUp: (key: string) => boolean = () => false): Best | undefined {
  let best: Best | undefined;
  for (const plan of everyPlan(problem)) {
    if (!isAllowed(problem, plan, isGivenUp)) continue;
    const points = pointsOf(problem, plan);
    if (best === undefined || points > best.points) best = { plan, points };
  }
  return best;
}

export const isPossible = (problem: PlanProblem, isGivenUp: (key: string) => boolean): boolean => {
  for (const plan of everyPlan(problem)) if (isAllowed(problem, plan, isGivenUp)) return true;
  return false;
};

/** Every plan that keeps to all rules. */
export const possiblePlans = (problem: PlanProblem): Plan[] =>
  [...everyPlan(problem)].filter((plan) => isAllowed(problem, plan, () => false));

function* everyPlan({ firms, editions, rules }: PlanProblem): Generator<Plan> {
  const pairs = firms.flatMap(({ firmId, placedIn }) =>
    editions.filter(({ editionId }) => !placedIn.includes(editionId)).map(({ editionId }) => ({ firmId, editionId })),
  );
  for (let chosen = 0; chosen < 2 ** pairs.length; chosen += 1) {
    const assignments = pairs.filter((_, index) => Math.floor(chosen / 2 ** index) % 2 === 1);
    const runs = editions
      .map(({ editionId }) => editionId)
      .filter((id) => rules.mustRun.includes(id) || assignments.some(({ editionId }) => editionId === id));
    yield { runs, assignments };
  }
}

const kmPerDegree = 111.195;

/** By the law of cosines, where the product uses haversines. */
function km(firm: PlanFirm, edition: PlanEdition): number {
  if (edition.position === null) return 0;
  if (firm.position === null) return Number.POSITIVE_INFINITY;
  const rad = Math.PI / 180;
  const [one, other] = [firm.position, edition.position];
  const cos =
    Math.sin(one.latitude * rad) * Math.sin(other.latitude * rad) +
    Math.cos(one.latitude * rad) * Math.cos(other.latitude * rad) * Math.cos((one.longitude - other.longitude) * rad);
  return 1.3 * (Math.acos(Math.min(1, cos)) / rad) * kmPerDegree;
}

export function membersOf({ firms }: PlanProblem, plan: Plan, editionId: string): PlanFirm[] {
  return firms.filter(
    (firm) =>
      firm.placedIn.includes(editionId) ||
      plan.assignments.some((each) => each.editionId === editionId && each.firmId === firm.firmId),
  );
}

function isAllowed(problem: PlanProblem, plan: Plan, isGivenUp: (key: string) => boolean): boolean {
  const { editions, firms, rules } = problem;
  const holds = (key: string, rule: () => boolean): boolean => isGivenUp(key) || rule();
  const isMember = (firmId: string, editionId: string): boolean =>
    membersOf(problem, plan, editionId).some((firm) => firm.firmId === firmId);
  // An edition that is to run is only held up to that while the rule stands.
  const isHeld = (editionId: string): boolean =>
    plan.assignments.some((each) => each.editionId === editionId) ||
    (rules.mustRun.includes(editionId) && !isGivenUp(`run ${editionId}`));
  return (
    editions.every(({ editionId, places, minimumGroup }) => {
      const size = membersOf(problem, plan, editionId).length;
      const isFilled = plan.assignments.some((each) => each.editionId === editionId);
      return (
        holds(`places ${editionId}`, () => !isFilled || size <= places) &&
        holds(`minimum ${editionId}`, () => !isHeld(editionId) || size >= minimumGroup)
      );
    }) &&
    firms.every((firm) => isFirmAllowed(problem, plan, firm, holds)) &&
    rules.together.every(([one, other], index) =>
      holds(`together ${index}`, () =>
        editions.every(({ editionId }) => isMember(one, editionId) === isMember(other, editionId)),
      ),
    ) &&
    rules.apart.every(([one, other], index) =>
      holds(`apart ${index}`, () =>
        editions.every(({ editionId }) => !(isMember(one, editionId) && isMember(other, editionId))),
      ),
    ) &&
    rules.locks.every((lock, index) => holds(`lock ${index}`, () => isLockKept(problem, plan, lock, isMember)))
  );
}

function isFirmAllowed(
  problem: PlanProblem,
  plan: Plan,
  firm: PlanFirm,
  holds: (key: string, rule: () => boolean) => boolean,
): boolean {
  const of = (ids: readonly string[]) => problem.editions.filter(({ editionId }) => ids.includes(editionId));
  const fresh = of(plan.assignments.filter((each) => each.firmId === firm.firmId).map((each) => each.editionId));
  if (fresh.length === 0) return true;
  const all = [...fresh, ...of(firm.placedIn)];
  const { mostKm, editionsPerFirm } = problem.rules;
  const daysOf = ({ from, to }: { from: string; to: string }) =>
    [Number(from.slice(-2)), Number(to.slice(-2))] as const;
  const meets = (one: PlanEdition['period'], other: PlanEdition['period']): boolean => {
    const [a, b] = daysOf(one);
    const [c, d] = daysOf(other);
    for (let day = a; day <= b; day += 1) if (day >= c && day <= d) return true;
    return false;
  };
  return (
    holds(
      `once ${firm.firmId}`,
      () =>
        all.length <= editionsPerFirm &&
        fresh.every((one) => all.filter(({ packageCode }) => packageCode === one.packageCode).length === 1),
    ) &&
    holds(`dates ${firm.firmId}`, () =>
      fresh.every(
        (one) =>
          all.every((other) => other === one || !meets(one.period, other.period)) &&
          firm.busy.every((period) => !meets(one.period, period)),
      ),
    ) &&
    holds(`need ${firm.firmId}`, () =>
      fresh.every((one) =>
        firm.needs.some(
          ({ packageCode, waitsFor }) =>
            packageCode === one.packageCode && !(waitsFor !== null && waitsFor !== one.editionId),
        ),
      ),
    ) &&
    (mostKm === null ||
      holds(`distance ${firm.firmId}`, () => fresh.every((one) => Math.round(km(firm, one)) <= mostKm)))
  );
}

function isLockKept(
  { editions }: PlanProblem,
  plan: Plan,
  lock: Lock,
  isMember: (firmId: string, editionId: string) => boolean,
): boolean {
  const fresh = plan.assignments.filter(({ firmId }) => firmId === lock.firmId);
  if (lock.kind === 'in') return isMember(lock.firmId, lock.editionId);
  if (lock.kind === 'somewhere') return editions.some(({ editionId }) => isMember(lock.firmId, editionId));
  if (lock.kind === 'nowhere') return fresh.length === 0;
  return fresh.every(({ editionId }) => editionId !== lock.editionId);
}

export function pointsOf(problem: PlanProblem, plan: Plan): number {
  const { firms, editions, weights, wishes } = problem;
  let points = 0;
  for (const { firmId, editionId } of plan.assignments) {
    const edition = editions.find((each) => each.editionId === editionId);
    const need = firms
      .find((firm) => firm.firmId === firmId)
      ?.needs.find((each) => each.packageCode === edition?.packageCode);
    if (need === undefined) continue;
    const { ranking, level, importance, wish } = need.fit;
    // 20 for having asked, and 80 more within three days.
    const wait = need.waitingDays === null ? 0 : Math.min(100, 20 + Math.floor((need.waitingDays * 80) / 3));
    points += weights.fit * (ranking + level + importance + wish) + weights.waiting * wait;
  }
  for (const id of plan.runs) {
    const group = membersOf(problem, plan, id);
    const lacks = (asked: number, kinds: readonly string[]): number => Math.max(0, asked - new Set(kinds).size);
    points -=
      100 *
      weights.sizes *
      lacks(
        wishes.sizes,
        group.map(({ sizeClass }) => sizeClass),
      );
    points -=
      100 *
      weights.counties *
      lacks(
        wishes.counties,
        group.map(({ county }) => county),
      );
    if (wishes.large && !group.some(({ sizeClass }) => sizeClass === '250-plus')) points -= 100 * weights.large;
  }
  return points - 100 * weights.county * missingOfCounties(problem, plan);
}

function missingOfCounties(problem: PlanProblem, plan: Plan): number {
  const { firms, editions, servedBefore } = problem;
  const inNeed = firms.filter(({ county, needs }) => county !== 'outside' && needs.length > 0);
  if (inNeed.length === 0) return 0;
  const places = Math.min(
    inNeed.length,
    editions.map((each) => each.places).reduce((sum, each) => sum + each),
  );
  const before = servedBefore['17'] + servedBefore['20'] + servedBefore['21'];
  let missing = 0;
  for (const county of ['17', '20', '21'] as const) {
    const here = inNeed.filter((firm) => firm.county === county).length;
    const share = Math.floor(((places + before) * here) / inNeed.length) - servedBefore[county];
    const goal = Math.min(here, places, Math.max(0, share));
    const given = editions.reduce(
      (sum, { editionId }) => sum + membersOf(problem, plan, editionId).filter((firm) => firm.county === county).length,
      0,
    );
    missing += Math.max(0, goal - given);
  }
  return missing;
}
