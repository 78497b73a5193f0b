import type { MixWishes, PlanProblem, PlanRules, PlanWeights } from '#shared/domain/cohort/problem.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { refuseOthers } from '../../platform/identity/as-staff-of.ts';
import { insertPlan } from './new-plan-repository.ts';
import { listPlanPlaces } from './plan-parts-repository.ts';
import { findPlanRow, holdPlanning, isPlanning } from './plan-repository.ts';
import type { Planner } from './planner.ts';
import { type Candidates, readableBy, readCandidates } from './read-candidates.ts';
import { refuseTooMany } from './refuse-too-many.ts';
import type { Run } from './run-plan.ts';

export type Wanted = {
  readonly organisationId: string;
  readonly editionIds: readonly string[];
  readonly rules: PlanRules;
  readonly wishes: MixWishes;
  readonly weights: PlanWeights;
  readonly fromPlanId?: string | undefined;
};

type Storing = Context & Awaited<ReturnType<typeof readableBy>>;

/** Keeps what is asked, with the firms and editions as they are now; the search is the caller's to begin. */
export async function makePlan(
  context: Context,
  access: AccessContext,
  { planner, ...wanted }: Wanted & { readonly planner: Planner },
): Promise<Run> {
  if (planner.isFull()) throw new DomainError('planner-busy');
  const readable = await readableBy(context);
  const isQueued = planner.isBusy();
  return inTransaction(
    context.database,
    access,
    (tx) => store({ ...context, ...readable }, tx, { ...wanted, isQueued }),
    {
      isRetriable: true,
    },
  );
}

async function store(context: Storing, tx: Transaction, wanted: Wanted & Pick<Run, 'isQueued'>): Promise<Run> {
  const { organisationId, fromPlanId, isQueued } = wanted;
  const planId = context.identifiers.newId();
  await refuseSecond(tx, organisationId);
  const candidates = refuseTooMany(await readCandidates(context, tx, wanted));
  const problem = problemOf(candidates, wanted);
  refuseUnknown(problem);
  if (fromPlanId !== undefined && (await findPlanRow(tx, { organisationId, planId: fromPlanId })) === undefined)
    throw new DomainError('not-found');
  await insertPlan(tx, {
    planId,
    organisationId,
    fromPlanId: fromPlanId ?? null,
    problem,
    editions: candidates.editions,
    firms: candidates.firms.map(({ firmId, municipality, facts }) => ({ firmId, municipality, facts })),
    isSimulated: candidates.firms.some(({ isSimulated }) => isSimulated),
    createdAt: context.clock.now(),
    isQueued,
  });
  await recordAudit(tx, {
    action: 'plan-made',
    objectKind: 'plan',
    objectId: planId,
    detail: { organisationId, editions: problem.editions.length, firms: problem.firms.length },
  });
  const previous = fromPlanId === undefined ? [] : await listPlanPlaces(tx, fromPlanId);
  return { planId, problem, previous, isQueued };
}

/** One search at a time for a provider, so that nobody's searches keep others waiting. */
async function refuseSecond(tx: Transaction, organisationId: string): Promise<void> {
  await refuseOthers(tx, organisationId);
  await holdPlanning(tx, organisationId);
  if (await isPlanning(tx, organisationId)) throw new DomainError('planner-busy');
}

function problemOf(candidates: Candidates, { rules, wishes, weights }: Wanted): PlanProblem {
  return {
    editions: candidates.editions.map(({ facts }) => facts),
    firms: candidates.firms.map(({ facts }) => facts),
    rules,
    wishes,
    weights,
    servedBefore: candidates.servedBefore,
  };
}

/** Firms and editions that rules are about are among those planned; others are as if they did not exist. */
function refuseUnknown({ firms, editions, rules }: PlanProblem): void {
  const { together, apart, locks, mustRun } = rules;
  const knownFirms = new Set(firms.map(({ firmId }) => firmId));
  const knownEditions = new Set(editions.map(({ editionId }) => editionId));
  const namedFirms = [...[...together, ...apart].flat(), ...locks.map(({ firmId }) => firmId)];
  const namedEditions = [...mustRun, ...locks.flatMap((lock) => ('editionId' in lock ? [lock.editionId] : []))];
  const isOneFirm = ([one, other]: readonly [string, string]): boolean => one === other;
  if ([...together, ...apart].some(isOneFirm))
    throw new DomainError('invalid-request', { fields: [{ path: 'rules', code: 'one-firm-twice' }] });
  if (namedFirms.every((id) => knownFirms.has(id)) && namedEditions.every((id) => knownEditions.has(id))) return;
  throw new DomainError('not-found');
}
