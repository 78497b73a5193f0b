import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod/mini';
import type { saveReviewEntry } from '#shared/contracts/reviews.ts';
import { checkEntry } from '#shared/domain/review/check-review.ts';
import type { EvidenceKind, Judgement } from '#shared/domain/review/review.ts';
import type { Context } from '../../platform/context.ts';
import { hideRefusal } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeEntry } from './describe-review.ts';
import { deleteEntry, type EntryRow, findEntry, judgementOf, listEntryCodes, upsertEntry } from './entry-repository.ts';
import { insertProviderEvent } from './event-repository.ts';
import type { ReviewPlace } from './get-review.ts';
import { lockReview, type ReviewRow, updateRevision } from './repository.ts';

export type SaveEntryInput = ReviewPlace & {
  readonly subject: string;
  readonly baseRevision: number;
  readonly judgement: Judgement | null;
  readonly reason: string;
  readonly evidence: readonly EvidenceKind[];
};
export type SavedEntryBody = z.input<(typeof saveReviewEntry.responses)[200]>;

/**
 * Keeps what is judged of one subject. Nothing of the firm is read here, so that no look is written down; what a
 * colleague has changed since it was seen is not written over.
 */
export async function saveEntry(
  context: Context,
  access: AccessContext,
  input: SaveEntryInput,
): Promise<SavedEntryBody> {
  return inTransaction(context.database, access, async (tx) => {
    const review = await lockReview(tx, input);
    if (review === undefined) throw new DomainError('not-found');
    if (review.status !== 'draft') throw new DomainError('review-not-open');
    const kept = await findEntry(tx, review, input.subject);
    if (isSame(kept, input)) return describeSaved(kept, review.revision);
    if ((kept?.revision ?? 0) !== input.baseRevision) {
      throw new DomainError('review-conflict', { members: describeSaved(kept, review.revision) });
    }
    await refuseUnfit(tx, review, input);
    await write(tx, review, input, kept, context.clock.now());
    return describeSaved(await findEntry(tx, review, input.subject), review.revision + 1);
  }).catch(hideRefusal);
}

const describeSaved = (entry: EntryRow | undefined, revision: number): SavedEntryBody => ({
  entry: entry === undefined ? null : describeEntry(entry),
  revision,
});

/** A save sent again changes nothing, and is no conflict with itself. */
function isSame(kept: EntryRow | undefined, { judgement, reason, evidence }: SaveEntryInput): boolean {
  if (kept === undefined || judgement === null) return kept === undefined && judgement === null;
  return (
    isDeepStrictEqual(judgementOf(kept), judgement) &&
    kept.reason === reason &&
    isDeepStrictEqual(kept.evidence, [...evidence])
  );
}

async function refuseUnfit(tx: Transaction, review: ReviewRow, { subject, judgement }: SaveEntryInput): Promise<void> {
  const others = (await listEntryCodes(tx, review)).filter(({ code }) => code !== subject);
  const fault = judgement === null ? undefined : checkEntry(subject, review.reviewable, others);
  if (fault === undefined) return;
  throw new DomainError('invalid-request', { fields: [{ path: 'params/subject', code: fault.fault }] });
}

/** The trace tells of judgements, not of every word of a reason under way. */
async function write(
  tx: Transaction,
  review: ReviewRow,
  { subject, judgement, reason, evidence, organisationId }: SaveEntryInput,
  kept: EntryRow | undefined,
  at: Date,
): Promise<void> {
  await updateRevision(tx, review);
  if (judgement === null) await deleteEntry(tx, review, subject);
  else {
    const revision = review.revision + 1;
    await upsertEntry(tx, review, { code: subject, judgement, reason, evidence, revision, judgedAt: at });
  }
  if (kept !== undefined && isDeepStrictEqual(judgementOf(kept), judgement)) return;
  const event = { deed: 'judge', status: 'draft', organisationId, code: subject, judgement, occurredAt: at } as const;
  await insertProviderEvent(tx, review, event);
}
