import type * as z from 'zod/mini';
import type { getPlan as getPlanEndpoint } from '#shared/contracts/plans.ts';
import type { ConstraintGroup } from '#shared/domain/cohort/constraint-group.ts';
import type { Outcome } from '#shared/domain/cohort/outcome.ts';
import type { Assignment, Lock, PlanProblem } from '#shared/domain/cohort/problem.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeLivePlace } from '../../platform/editions/describe-live-place.ts';
import { listLivePlaces } from '../../platform/editions/live-place-repository.ts';
import { insertListing } from './candidate-repository.ts';
import { listPlacesNow, listRequestsNow } from './plan-now-repository.ts';
import type { StoredEdition, StoredFirm, StoredRule } from './plan-parts-repository.ts';
import { listPlanEditions, listPlanFirms, listPlanPlaces, listPlanRules } from './plan-parts-repository.ts';
import { findPlanRow, type PlanPlace, type PlanRow } from './plan-repository.ts';
import { readableBy } from './read-candidates.ts';

export type PlanBody = z.input<(typeof getPlanEndpoint.responses)[200]>;

/** The plan as it stands for whoever may see its firms now. */
export async function getPlan(context: Context, access: AccessContext, place: PlanPlace): Promise<PlanBody> {
  const { catalogue } = await readableBy(context);
  return inTransaction(context.database, access, async (tx) => {
    const plan = await readPlan(tx, place);
    const live = await listLivePlaces(tx, { ...place, firmIds: plan.firms.map(({ firmId }) => firmId) });
    const planned = new Set<string>(plan.editions.map(({ editionId }) => editionId));
    const elsewhere = live.filter(({ editionId }) => !planned.has(editionId));
    return { ...plan, elsewhere: elsewhere.map((row) => describeLivePlace(catalogue, row)) };
  });
}

export async function readPlan(tx: Transaction, place: PlanPlace): Promise<Omit<PlanBody, 'elsewhere'>> {
  const row = await findPlanRow(tx, place);
  if (row === undefined) throw new DomainError('not-found');
  const editions = await listPlanEditions(tx, place.planId);
  const firms = await listPlanFirms(tx, place.planId);
  const rules = await listPlanRules(tx, place.planId);
  const places = await listPlanPlaces(tx, place.planId);
  const placesNow = await listPlacesNow(tx, place.planId);
  await insertListing(tx, { firmIds: firms.map(({ firmId }) => firmId), organisationId: place.organisationId });
  const kept = keptRules(rules);
  const { planId, organisationId, fromPlanId, pointsVersion, status, createdAt, createdBy } = row;
  return {
    planId,
    organisationId,
    fromPlanId,
    pointsVersion,
    status,
    createdAt: createdAt.toISOString(),
    createdBy,
    progress: { phase: row.phase, seconds: row.phaseSeconds, best: row.best, bound: row.bound },
    problem: problemOf(row, { editions, firms, kept }),
    editions: editions.map((edition) => wordsOfEdition(edition)),
    firms: firms.map(({ firmId, name, isSimulated, municipality }) => ({ firmId, name, isSimulated, municipality })),
    outcome: outcomeOf(row, { editions, kept, places }),
    placesNow: placesNow.map(({ revision: _, ...now }) => now),
    requestsNow: await listRequestsNow(tx, place.planId),
    withdrawn: row.firmCount - firms.length,
  };
}

const wordsOfEdition = ({ editionId, packageName, name, municipality, unseen }: StoredEdition) => ({
  editionId,
  packageName,
  name,
  municipality,
  unseen,
});

type Kept = {
  readonly together: readonly StoredRule[];
  readonly apart: readonly StoredRule[];
  readonly locks: readonly StoredRule[];
  readonly general: readonly StoredRule[];
};

const lockKinds: readonly string[] = ['in', 'out', 'somewhere', 'nowhere'] satisfies Lock['kind'][];

/** Of a pair with one firm left nothing is left to keep to. */
function keptRules(rules: readonly StoredRule[]): Kept {
  const pairs = (wanted: string) => rules.filter(({ kind, firmIds }) => kind === wanted && firmIds.length === 2);
  const isPair = ({ kind }: StoredRule): boolean => kind === 'together' || kind === 'apart';
  const isLock = ({ kind }: StoredRule): boolean => lockKinds.includes(kind);
  return {
    together: pairs('together'),
    apart: pairs('apart'),
    locks: rules.filter(isLock),
    general: rules.filter((rule) => !isLock(rule) && !isPair(rule)),
  };
}

function problemOf(
  row: PlanRow,
  { editions, firms, kept }: { editions: readonly StoredEdition[]; firms: readonly StoredFirm[]; kept: Kept },
): PlanProblem {
  const pairOf = ({ firmIds: [one = '', other = ''] }: StoredRule): [string, string] => [one, other];
  return {
    editions: editions.map(({ facts }) => facts),
    firms: firms.map(({ facts }) => facts),
    rules: {
      mostKm: row.mostKm,
      editionsPerFirm: row.editionsPerFirm,
      together: kept.together.map(pairOf),
      apart: kept.apart.map(pairOf),
      locks: kept.locks.map(lockOf),
      mustRun: editions.filter(({ mustRun }) => mustRun).map(({ editionId }) => editionId),
    },
    wishes: row.wishes,
    weights: row.weights,
    servedBefore: row.servedBefore,
  };
}

function lockOf({ kind, firmIds: [firmId = ''], editionId }: StoredRule): Lock {
  if (kind === 'somewhere' || kind === 'nowhere') return { kind, firmId };
  return { kind: kind === 'in' ? 'in' : 'out', firmId, editionId: editionId ?? '' };
}

type Found = {
  readonly editions: readonly StoredEdition[];
  readonly kept: Kept;
  readonly places: readonly Assignment[];
};

function outcomeOf(row: PlanRow, found: Found): Outcome | null {
  const { outcome, seconds, solver, columns, rows, gapPercent, isIrreducible } = row;
  if (outcome === null || seconds === null || solver === null || columns === null || rows === null) return null;
  const searched = { seconds, solver, model: { columns, rows } };
  if (outcome === 'none-in-time') return { status: outcome, ...searched };
  if (outcome === 'infeasible')
    return { status: outcome, ...searched, clash: clashOf(found), isIrreducible: isIrreducible ?? false };
  const runs = found.editions.filter(({ isHeld }) => isHeld).map(({ editionId }) => editionId);
  const plan = { runs, assignments: [...found.places] };
  if (outcome === 'optimal') return { status: outcome, ...searched, plan };
  return { status: outcome, ...searched, plan, gapPercent: gapPercent ?? 0 };
}

function clashOf({ editions, kept }: Found): ConstraintGroup[] {
  const numbered = (kind: 'together' | 'apart' | 'lock', rules: readonly StoredRule[]): ConstraintGroup[] =>
    rules.flatMap(({ isClashing }, index) => (isClashing ? [{ kind, index }] : []));
  const general = kept.general.flatMap(({ kind, firmIds: [firmId = ''] }): ConstraintGroup[] =>
    kind === 'once' || kind === 'dates' || kind === 'distance' || kind === 'need' ? [{ kind, firmId }] : [],
  );
  return [
    ...numbered('lock', kept.locks),
    ...numbered('together', kept.together),
    ...numbered('apart', kept.apart),
    ...editions.flatMap(({ editionId, clashes }) => clashes.map((kind): ConstraintGroup => ({ kind, editionId }))),
    ...general,
  ];
}
