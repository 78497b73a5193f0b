import type { ShareChoice } from '#shared/domain/sharing/share-choice.ts';
import { listRoundsBefore } from '../../platform/change/round-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getShareable } from './access.ts';
import { chooseParts } from './choose-parts.ts';
import { describeSharedResult, type SharedResultBody } from './describe-shared-result.ts';
import { endOfLink } from './limits.ts';
import { findSource } from './repository.ts';

export type PreviewInput = {
  responseId: string;
  recipientName: string;
  note?: string | undefined;
  days: number;
  choice: ShareChoice;
};

/** Exactly what the recipient would read now. It is made as that is made, and nothing is stored. */
export async function previewResultLink(
  context: Context,
  access: AccessContext,
  { responseId, recipientName, note, days, choice }: PreviewInput,
): Promise<SharedResultBody> {
  const read = await inTransaction(context.database, access, async (tx) => ({
    submitted: await getShareable(tx, responseId),
    earlier: await listRoundsBefore(tx),
  }));
  const chosen = await chooseParts(context, read, choice);
  const source = await inTransaction(context.database, access, (tx) => findSource(tx, chosen));
  if (source === undefined) throw new DomainError('not-found');
  return describeSharedResult(context, source, {
    recipientName,
    note: note ?? null,
    parts: chosen.parts,
    language: choice.language,
    expiresAt: endOfLink(context.clock.now(), days, read.submitted.keysEnd),
  });
}
