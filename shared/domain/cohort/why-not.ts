import * as z from 'zod/mini';
import {
  type ChangeWorth,
  changeWorthSchema,
  groundOf,
  type PlanGround,
  pointsIn,
  worthOfChange,
} from './change-worth.ts';
import { isTooFar, kmBetween, needFor } from './pair.ts';
import { overlap } from './periods.ts';
import type { Lock, Plan, PlanEdition, PlanFirm, PlanProblem } from './problem.ts';

const pointsSchema = z.int();

/** The best that comes of one change with the firm there; with whom it would change places, or nobody. */
const changeSchema = z.strictObject({
  firmId: z.nullable(z.uuid()),
  /** Of the firm that has the place now. */
  points: z.nullable(pointsSchema),
  worth: changeWorthSchema,
});
export type PlaceChange = z.infer<typeof changeSchema>;

/** Why a firm is not in an edition by the plan: the first thing that stands in the way. */
export const whyNotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('has-place') }),
  z.strictObject({ kind: z.literal('no-need') }),
  z.strictObject({ kind: z.literal('locked') }),
  /** By a place that it had before the plan: no more groups for it, the same package, or the same days. */
  z.strictObject({ kind: z.literal('placed-elsewhere'), editionId: z.uuid() }),
  z.strictObject({ kind: z.literal('too-far'), km: z.nullable(z.int()) }),
  z.strictObject({ kind: z.literal('dates') }),
  z.strictObject({ kind: z.literal('apart'), firmId: z.uuid() }),
  z.strictObject({ kind: z.literal('together'), firmId: z.uuid() }),
  /** Every place is held: by firms that had theirs before the plan, or were locked in. */
  z.strictObject({ kind: z.literal('held'), placed: z.int(), locked: z.int() }),
  /** The plan gives it a place in another one; what it would be worth to have it here instead. */
  z.strictObject({
    kind: z.literal('elsewhere'),
    editionId: z.uuid(),
    points: pointsSchema,
    there: pointsSchema,
    /** Null where it cannot be had by one change. */
    change: z.nullable(changeSchema),
  }),
  /** Nobody gets in: the smallest group cannot be reached, or it is not worth it. */
  z.strictObject({ kind: z.literal('not-held') }),
  /** Firms have places there, and one more would leave the group below its smallest. */
  z.strictObject({ kind: z.literal('too-few') }),
  /** The firm's points, and what comes of the best exchange with one that the plan gives a place; null where none can be. */
  z.strictObject({ kind: z.literal('full'), points: pointsSchema, change: z.nullable(changeSchema) }),
  /** There is room; a plan with the firm there is not better. */
  z.strictObject({ kind: z.literal('not-better'), points: pointsSchema }),
]);
export type WhyNot = z.infer<typeof whyNotSchema>;

type Finder = (situation: Situation) => WhyNot | undefined;
type Situation = {
  readonly problem: PlanProblem;
  readonly ground: PlanGround;
  /** Editions in which the plan gives the firm a place. */
  readonly given: readonly PlanEdition[];
  readonly firm: PlanFirm;
  readonly edition: PlanEdition;
};

/** What stands in the way whatever the plan. */
const lasting: readonly Finder[] = [
  ({ firm, edition }) => (firm.placedIn.includes(edition.editionId) ? { kind: 'has-place' } : undefined),
  ({ firm, edition }) => (needFor(firm, edition) === undefined ? { kind: 'no-need' } : undefined),
  findLock,
  findPlacedElsewhere,
  ({ problem, firm, edition }) =>
    isTooFar(firm, edition, problem.rules.mostKm) ? { kind: 'too-far', km: kmBetween(firm, edition) } : undefined,
  ({ firm, edition }) => (firm.busy.some((period) => overlap(period, edition.period)) ? { kind: 'dates' } : undefined),
];

/** In the order in which they are told. */
const finders: readonly Finder[] = [...lasting, findCompany, findHeld, findElsewhere, findRoom];

/** Undefined for a firm that the plan puts there. */
export function whyNot(problem: PlanProblem, plan: Plan, firm: PlanFirm, edition: PlanEdition): WhyNot | undefined {
  return whyNotBy(problem, plan)(firm, edition);
}

/** The same for many firms: what is alike for all of them is found once. */
export function whyNotBy(
  problem: PlanProblem,
  plan: Plan,
): (firm: PlanFirm, edition: PlanEdition) => WhyNot | undefined {
  const ground = groundOf(problem, plan);
  const byFirm = Map.groupBy(plan.assignments, ({ firmId }) => firmId);
  return (firm, edition) => {
    const ids = new Set(byFirm.get(firm.firmId)?.map(({ editionId }) => editionId));
    if (ids.has(edition.editionId)) return undefined;
    const given = problem.editions.filter(({ editionId }) => ids.has(editionId));
    return (
      firstOf(finders, { problem, ground, given, firm, edition }) ?? {
        kind: 'not-better',
        points: pointsIn(problem, firm, edition),
      }
    );
  };
}

function firstOf(asked: readonly Finder[], situation: Situation): WhyNot | undefined {
  for (const find of asked) {
    const found = find(situation);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What keeps the firm from the edition in every plan, besides what was locked about it; undefined where it is something
 * between several firms.
 */
export function obstacleTo(problem: PlanProblem, firm: PlanFirm, edition: PlanEdition): WhyNot | undefined {
  const locks = problem.rules.locks.filter(({ firmId }) => firmId !== firm.firmId);
  const open = { ...problem, rules: { ...problem.rules, locks } };
  const ground = groundOf(open, { runs: [], assignments: [] });
  const situation = { problem: open, ground, given: [], firm, edition };
  const found = firstOf([...lasting, findApart, findHeld], situation);
  if (found !== undefined) return found;
  const couldCome = open.firms.filter(
    (each) => firstOf(lasting, { ...situation, firm: each }) === undefined || each.placedIn.includes(edition.editionId),
  );
  return couldCome.length < edition.minimumGroup ? { kind: 'too-few' } : undefined;
}

function findLock({ problem, firm, edition }: Situation): WhyNot | undefined {
  const isAgainst = (lock: Lock): boolean =>
    lock.firmId === firm.firmId &&
    (lock.kind === 'nowhere' || (lock.kind === 'out' && lock.editionId === edition.editionId));
  return problem.rules.locks.some(isAgainst) ? { kind: 'locked' } : undefined;
}

const keepsOut = (own: PlanEdition, wanted: PlanEdition): boolean =>
  own.packageCode === wanted.packageCode || overlap(own.period, wanted.period);

function findPlacedElsewhere({ problem, firm, edition }: Situation): WhyNot | undefined {
  const placed = problem.editions.filter(({ editionId }) => firm.placedIn.includes(editionId));
  const isSpent = firm.placedIn.length >= problem.rules.editionsPerFirm;
  const own = placed.find((each) => keepsOut(each, edition)) ?? (isSpent ? placed[0] : undefined);
  return own === undefined ? undefined : { kind: 'placed-elsewhere', editionId: own.editionId };
}

const groupIn = ({ groups }: PlanGround, { editionId }: PlanEdition): readonly PlanFirm[] =>
  groups.get(editionId) ?? [];

function otherOf([one, other]: readonly [string, string], firmId: string): string | undefined {
  if (one === firmId) return other;
  return other === firmId ? one : undefined;
}

const partnersOf = (pairs: readonly (readonly [string, string])[], firmId: string): string[] =>
  pairs.flatMap((pair) => otherOf(pair, firmId) ?? []);

function findApart({ problem, ground, firm, edition }: Situation): WhyNot | undefined {
  const there = groupIn(ground, edition);
  const other = partnersOf(problem.rules.apart, firm.firmId).find((firmId) =>
    there.some((each) => each.firmId === firmId),
  );
  return other === undefined ? undefined : { kind: 'apart', firmId: other };
}

function findCompany(situation: Situation): WhyNot | undefined {
  const { problem, ground, firm, edition } = situation;
  const there = groupIn(ground, edition);
  const missing = partnersOf(problem.rules.together, firm.firmId).find((firmId) =>
    there.every((each) => each.firmId !== firmId),
  );
  return findApart(situation) ?? (missing === undefined ? undefined : { kind: 'together', firmId: missing });
}

const isFull = ({ ground, edition }: Situation): boolean => groupIn(ground, edition).length >= edition.places;

function findHeld({ problem: { firms, rules }, edition }: Situation): WhyNot | undefined {
  const { editionId, places } = edition;
  const placed = new Set(firms.filter(({ placedIn }) => placedIn.includes(editionId)).map(({ firmId }) => firmId));
  const lockedIn = rules.locks.filter(
    (lock) => lock.kind === 'in' && lock.editionId === editionId && !placed.has(lock.firmId),
  );
  const locked = new Set(lockedIn.map(({ firmId }) => firmId)).size;
  return placed.size + locked >= places ? { kind: 'held', placed: placed.size, locked } : undefined;
}

/** What it is in by the plan keeps it out of this one: no more groups for it, the same package, or the same days. */
function findElsewhere(situation: Situation): WhyNot | undefined {
  const { problem, given, firm, edition } = situation;
  const isSpent = firm.placedIn.length + given.length >= problem.rules.editionsPerFirm;
  const own = given.find((each) => keepsOut(each, edition)) ?? (isSpent ? given[0] : undefined);
  if (own === undefined) return undefined;
  return {
    kind: 'elsewhere',
    editionId: own.editionId,
    points: pointsIn(problem, firm, edition),
    there: pointsIn(problem, firm, own),
    change: given.length === 1 ? bestMove(situation, own) : null,
  };
}

function findRoom(situation: Situation): WhyNot | undefined {
  const { problem, ground, firm, edition } = situation;
  if (isFull(situation)) {
    return { kind: 'full', points: pointsIn(problem, firm, edition), change: bestSwap(situation) };
  }
  const { length } = groupIn(ground, edition);
  if (length === 0) return { kind: 'not-held' };
  return length + 1 < edition.minimumGroup ? { kind: 'too-few' } : undefined;
}

/** Those whom the plan gives a place there that they can be without, as far as nothing is said of them and of no pair. */
function replaceable({ problem: { rules }, ground, edition }: Situation): PlanFirm[] {
  const isBound = ({ firmId }: PlanFirm): boolean =>
    rules.locks.some((lock) => lock.firmId === firmId && (lock.kind === 'in' || lock.kind === 'somewhere')) ||
    partnersOf(rules.together, firmId).length > 0;
  return groupIn(ground, edition).filter((each) => !each.placedIn.includes(edition.editionId) && !isBound(each));
}

const best = (changes: readonly PlaceChange[]): PlaceChange | null =>
  changes.reduce<PlaceChange | null>(
    (so, each) => (so === null || each.worth.total > so.worth.total ? each : so),
    null,
  );

/** The firm in the place of one of those there, who gets none instead. */
function bestSwap(situation: Situation): PlaceChange | null {
  const { problem, ground, firm, edition } = situation;
  return best(
    replaceable(situation).map((leaves) => ({
      firmId: leaves.firmId,
      points: pointsIn(problem, leaves, edition),
      worth: worthOfChange(ground, [{ edition, leaves, comes: firm }]),
    })),
  );
}

/** The firm here and not in its own one: where there is room, in the place of another, or by changing places with it. */
function bestMove(situation: Situation, own: PlanEdition): PlaceChange | null {
  const { problem, ground, firm, edition } = situation;
  const { rules } = problem;
  const isBound =
    rules.locks.some((lock) => lock.firmId === firm.firmId && lock.kind === 'in' && lock.editionId === own.editionId) ||
    partnersOf(rules.together, firm.firmId).length > 0;
  if (isBound) return null;
  const left = groupIn(ground, own).length - 1;
  const isLeftHeld =
    rules.mustRun.includes(own.editionId) ||
    groupIn(ground, own).some((each) => each.firmId !== firm.firmId && !each.placedIn.includes(own.editionId));
  const canLeave = !isLeftHeld || left >= own.minimumGroup;
  const away = { edition: own, leaves: firm, comes: undefined };
  const change = (leaves: PlanFirm | undefined, exchanges: ChangeWorthOf): PlaceChange => ({
    firmId: leaves?.firmId ?? null,
    points: leaves === undefined ? null : pointsIn(problem, leaves, edition),
    worth: exchanges(leaves),
  });
  if (!isFull(situation)) {
    const isEnough = groupIn(ground, edition).length + 1 >= edition.minimumGroup;
    const move = () => worthOfChange(ground, [away, { edition, leaves: undefined, comes: firm }]);
    return canLeave && isEnough ? change(undefined, move) : null;
  }
  const others = replaceable(situation);
  const instead = (leaves: PlanFirm | undefined) => worthOfChange(ground, [away, { edition, leaves, comes: firm }]);
  const exchanged = (leaves: PlanFirm | undefined) =>
    worthOfChange(ground, [
      { edition: own, leaves: firm, comes: leaves },
      { edition, leaves, comes: firm },
    ]);
  const canChange = (each: PlanFirm): boolean =>
    rules.editionsPerFirm === 1 &&
    firstOf(lasting, { ...situation, firm: each, edition: own }) === undefined &&
    partnersOf(rules.apart, each.firmId).length === 0;
  return best([
    ...(canLeave ? others.map((each) => change(each, instead)) : []),
    ...others.filter(canChange).map((each) => change(each, exchanged)),
  ]);
}
type ChangeWorthOf = (leaves: PlanFirm | undefined) => ChangeWorth;
