import { placesLeft, takesFirms } from '#shared/domain/edition/edition-states.ts';
import { answerByOf } from '#shared/domain/edition/edition-time.ts';
import {
  movePlacement as moveOf,
  movesToCompletion,
  type PlacementMove,
  type PlacementStatus,
} from '#shared/domain/edition/placement-states.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import { translateConstraint } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { PlacementNews } from '../../platform/mail/mail-kinds.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { holdEdition } from './access.ts';
import type { CompleteReferral } from './complete-referral.ts';
import { describePlacement, type PlacementBody } from './describe-placement.ts';
import type { ListedEdition } from './edition-repository.ts';
import {
  findLiveReferral,
  findPlacement,
  insertPlacement,
  insertPlacementEvent,
  insertPlacementLook,
  lockPlacement,
  type PlacedReferral,
  type PlacementRow,
  updatePlacement,
  updateReferral,
} from './placement-repository.ts';
import { tellFirm } from './tell-firm.ts';

export type PlacementMoveInput = {
  readonly organisationId: string;
  readonly editionId: string;
  readonly firmId: string;
  readonly move: Exclude<PlacementMove, 'expire'>;
  /** 0 where there was no placement yet. */
  readonly revision: number;
  readonly answerBy?: string | undefined;
  readonly reason?: string | undefined;
  readonly outcome?: string | undefined;
};

/** What the table of placements refuses, by the name the product has for it. */
const refusals = {
  editions_places_enough: 'edition-full',
  placements_live_unique: 'already-placed',
  placements_edition_takes: 'edition-closed',
} as const;

type Placing = {
  readonly edition: ListedEdition;
  readonly before: PlacementRow | undefined;
  readonly status: PlacementStatus;
  readonly referral: PlacedReferral | undefined;
  readonly today: string;
};

/**
 * Makes one move with one firm in one edition. Everybody who places firms holds the edition meanwhile: of two who take
 * the last place, the second sees that it is gone.
 */
export async function movePlacement(
  context: Context,
  access: AccessContext,
  input: PlacementMoveInput,
  completeReferral: CompleteReferral,
): Promise<PlacementBody> {
  const placed = await inTransaction(
    context.database,
    access,
    async (tx) => {
      const placing = await prepare(context, tx, input);
      refuseFaultySaying(input, placing);
      await store(context, tx, input, placing);
      if (input.move === 'complete' && placing.referral !== undefined && input.outcome !== undefined) {
        const { organisationId, outcome } = input;
        await completeReferral(context, tx, { organisationId, outcome, referralId: placing.referral.referralId });
      }
      const after = await findPlacement(tx, input);
      if (after === undefined) throw new DomainError('not-found');
      await tell(context, tx, input, { edition: placing.edition, after });
      return after;
    },
    { isRetriable: true },
  ).catch(translateConstraint(refusals));
  context.wakeWorker();
  return describePlacement(placed);
}

async function prepare(context: Context, tx: Transaction, input: PlacementMoveInput): Promise<Placing> {
  const { firmId, organisationId, move, revision } = input;
  // A withdrawal holds the consent first and then the edition: whoever places does it in the same order.
  const look = { firmId, organisationId, accessEventId: context.identifiers.newId() };
  if (!(await insertPlacementLook(tx, look))) throw new DomainError('not-found');
  const edition = await holdEdition(tx, input);
  const before = await lockPlacement(tx, input);
  if ((before?.revision ?? 0) !== revision) throw new DomainError('changed-meanwhile');
  const status = moveOf(before?.status ?? 'none', move, 'provider');
  if (status === undefined) throw new DomainError('move-not-possible');
  const today = swedishDate(context.clock.now());
  refuseByEdition(input, edition, today);
  const request = { firmId, organisationId, packageCode: edition.packageCode };
  return { edition, before, status, today, referral: await findLiveReferral(tx, request) };
}

function refuseByEdition({ move }: PlacementMoveInput, edition: ListedEdition, today: string): void {
  if (move === 'invite' || move === 'queue') {
    if (!takesFirms(edition.status)) throw new DomainError('edition-closed');
    if (move === 'invite' && placesLeft(edition) === 0) throw new DomainError('edition-full');
  }
  if (move === 'complete' && (edition.status !== 'confirmed' || edition.startsOn > today)) {
    throw new DomainError('move-not-possible', { fields: [{ path: 'body/move', code: 'not-begun' }] });
  }
}

function refuseFaultySaying({ move, reason, outcome, answerBy }: PlacementMoveInput, placing: Placing): void {
  const { referral, today } = placing;
  const isOutcomeWanted =
    move === 'complete' && referral !== undefined && movesToCompletion(referral.status).length > 0;
  const fields = [
    { path: 'body/reason', isWanted: move === 'leave', isGiven: reason !== undefined },
    { path: 'body/outcome', isWanted: isOutcomeWanted, isGiven: outcome !== undefined },
  ].flatMap(({ path, isWanted, isGiven }) => {
    if (isWanted && !isGiven) return [{ path, code: 'missing' }];
    return isGiven && !isWanted && path === 'body/reason' ? [{ path, code: 'not-of-this-move' }] : [];
  });
  if (answerBy !== undefined && (move !== 'invite' || answerBy < today)) {
    fields.push({ path: 'body/answerBy', code: move === 'invite' ? 'in-the-past' : 'not-of-this-move' });
  }
  if (fields.length > 0) throw new DomainError('invalid-request', { fields });
}

async function store(context: Context, tx: Transaction, input: PlacementMoveInput, placing: Placing): Promise<void> {
  const { edition, before, status, referral, today } = placing;
  const { firmId, organisationId, editionId, move } = input;
  const now = context.clock.now();
  const reason = input.reason ?? null;
  const change = {
    status,
    reason,
    now,
    answerBy: status === 'invited' ? (input.answerBy ?? answerByOf(edition, today)) : null,
  };
  const placementId = before?.placementId ?? context.identifiers.newId();
  if (before === undefined) {
    const { packageCode } = edition;
    const referralId = referral?.referralId ?? null;
    await insertPlacement(tx, { placementId, editionId, organisationId, firmId, packageCode, referralId, ...change });
  } else {
    await updatePlacement(tx, placementId, change);
    if (referral !== undefined) await updateReferral(tx, placementId, referral.referralId);
  }
  await insertPlacementEvent(tx, { firmId, placementId, status, move, organisationId, reason, now });
  await recordAudit(tx, {
    action: 'placement-moved',
    objectKind: 'placement',
    objectId: placementId,
    detail: { firmId, organisationId, editionId, move, status },
  });
}

const newsOf: Readonly<Record<Exclude<PlacementMoveInput['move'], 'invite'>, PlacementNews>> = {
  queue: 'queued',
  accept: 'placed',
  decline: 'declined',
  leave: 'taken-out',
  complete: 'completed',
};

async function tell(
  context: Context,
  tx: Transaction,
  { move }: PlacementMoveInput,
  { edition, after }: { edition: ListedEdition; after: PlacementRow },
): Promise<void> {
  await tellFirm(context, tx, {
    edition,
    placement: after,
    occasion: String(after.revision),
    news: move === 'invite' ? { answerBy: after.answerBy ?? edition.applyBy } : newsOf[move],
  });
}
