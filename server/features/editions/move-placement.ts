import { placesLeft, takesFirms } from '#shared/domain/edition/edition-states.ts';
import { answerByOf } from '#shared/domain/edition/edition-time.ts';
import {
  answersRequest,
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
import { getOwnEdition, holdEdition } from './access.ts';
import { describePlacement, type PlacementBody } from './describe-placement.ts';
import type { ListedEdition } from './edition-repository.ts';
import {
  findPlacement,
  insertPlacement,
  insertPlacementEvent,
  insertPlacementLook,
  listLiveReferrals,
  lockPlacement,
  type PlacedReferral,
  type PlacementRow,
  updatePlacement,
  updateReferral,
} from './placement-repository.ts';
import type { RequestDesk } from './request-desk.ts';
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
  /** The firm's request for the package that goes on; the newest, where there are several. */
  readonly referral: PlacedReferral | undefined;
  /** Those of its requests that nobody has answered, and that the move answers. */
  readonly unanswered: readonly PlacedReferral[];
  readonly today: string;
};

export type PlacedFirm = { readonly placement: PlacementBody; readonly hasTakenUp: boolean };

/**
 * Makes one move with one firm in one edition. Everybody who places firms holds the edition meanwhile: of two who take
 * the last place, the second sees that it is gone. A firm that is given a place or a turn has got its answer: a request of
 * its for the package that waits for one is taken up with it.
 */
export async function movePlacement(
  context: Context,
  access: AccessContext,
  input: PlacementMoveInput,
  requests: RequestDesk,
): Promise<PlacedFirm> {
  const { after, hasTakenUp } = await inTransaction(
    context.database,
    access,
    async (tx) => {
      const placing = await prepare(context, tx, input, requests);
      refuseFaultySaying(input, placing);
      await store(context, tx, input, placing);
      if (input.move === 'complete' && placing.referral !== undefined && input.outcome !== undefined) {
        const { organisationId, outcome } = input;
        await requests.complete(context, tx, { organisationId, outcome, referralId: placing.referral.referralId });
      }
      const isTakenUp = await takeUp(context, tx, input, { placing, requests });
      const stored = await findPlacement(tx, input);
      if (stored === undefined) throw new DomainError('not-found');
      await tell(context, tx, input, { edition: placing.edition, after: stored, hasTakenUp: isTakenUp });
      return { after: stored, hasTakenUp: isTakenUp };
    },
    { isRetriable: true },
  ).catch(translateConstraint(refusals));
  context.wakeWorker();
  return { placement: describePlacement(after), hasTakenUp };
}

async function prepare(
  context: Context,
  tx: Transaction,
  input: PlacementMoveInput,
  requests: RequestDesk,
): Promise<Placing> {
  const { firmId, organisationId, move, revision } = input;
  // A withdrawal holds the consent first and then the edition: whoever places does it in the same order.
  const look = { firmId, organisationId, accessEventId: context.identifiers.newId() };
  if (!(await insertPlacementLook(tx, look))) throw new DomainError('not-found');
  const { packageCode } = await getOwnEdition(tx, input);
  const request = { firmId, organisationId, packageCode };
  const seen = answersRequest(move) ? (await listLiveReferrals(tx, request)).filter(isUnanswered) : [];
  if (seen.length > 0) await requests.look(context, tx, input);
  const edition = await holdEdition(tx, input);
  const before = await lockPlacement(tx, input);
  if ((before?.revision ?? 0) !== revision) throw new DomainError('changed-meanwhile');
  const status = moveOf(before?.status ?? 'none', move, 'provider');
  if (status === undefined) throw new DomainError('move-not-possible');
  const today = swedishDate(context.clock.now());
  refuseByEdition(input, edition, today);
  const [referral] = await listLiveReferrals(tx, request);
  return { edition, before, status, today, referral, unanswered: seen };
}

const isUnanswered = ({ status }: PlacedReferral): boolean => status === 'chosen';

async function takeUp(
  context: Context,
  tx: Transaction,
  { organisationId }: PlacementMoveInput,
  { placing, requests }: { readonly placing: Placing; readonly requests: RequestDesk },
): Promise<boolean> {
  let hasTakenUp = false;
  for (const { referralId } of placing.unanswered) {
    if (await requests.takeUp(context, tx, { referralId, organisationId })) hasTakenUp = true;
  }
  return hasTakenUp;
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
const newsOnRequest: Readonly<Partial<typeof newsOf>> = { queue: 'queued-on-request', accept: 'placed-on-request' };

type Stored = { readonly edition: ListedEdition; readonly after: PlacementRow; readonly hasTakenUp: boolean };

/** One mail, which also says it where a request is taken up. */
async function tell(
  context: Context,
  tx: Transaction,
  { move }: PlacementMoveInput,
  { edition, after, hasTakenUp }: Stored,
): Promise<void> {
  const newsWith = (kind: Exclude<typeof move, 'invite'>) =>
    (hasTakenUp ? newsOnRequest[kind] : undefined) ?? newsOf[kind];
  await tellFirm(context, tx, {
    edition,
    placement: after,
    occasion: String(after.revision),
    news: move === 'invite' ? { answerBy: after.answerBy ?? edition.applyBy, hasTakenUp } : newsWith(move),
  });
}
