import { isSameJson } from '#shared/domain/canonical-json.ts';
import type { SupportChoices } from '#shared/domain/routing/support-choices.ts';
import { checkSupportChoices, noChoices } from '#shared/domain/routing/support-choices.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type ChoicesBody, describeChoices, getSubmitted } from './get-support-choices.ts';
import { canDecideForFirm, findChoices, lockResult, upsertChoices } from './repository.ts';

export type SaveInput = { readonly responseId: string; readonly revision: number; readonly chosen: SupportChoices };

/** Stores what whoever speaks for the firm makes of its suggestions; for anybody else there is nothing here. */
export async function saveSupportChoices(
  context: Context,
  access: AccessContext,
  { responseId, revision, chosen }: SaveInput,
): Promise<ChoicesBody> {
  return inTransaction(context.database, access, async (tx) => {
    await lockResult(tx, responseId);
    const submitted = await getSubmitted(tx, responseId);
    if (!(await canDecideForFirm(tx))) throw new DomainError('not-found');
    const fields = checkSupportChoices(chosen, submitted).map(({ path, code }) => ({ path: `body/${path}`, code }));
    if (fields.length > 0) throw new DomainError('invalid-request', { fields });
    const before = await findChoices(tx, responseId);
    if ((before?.revision ?? 0) !== revision) throw new DomainError('changed-meanwhile');
    const { firmId } = submitted;
    await upsertChoices(tx, { firmId, responseId, chosen, changedAt: context.clock.now() });
    await recordChange(tx, { firmId, responseId, before: before?.chosen ?? noChoices, chosen });
    return describeChoices(tx, responseId);
  });
}

/** That the firm would take things in another order is its own; what it declines and asks for is written down, without words. */
async function recordChange(
  tx: Transaction,
  change: { firmId: string; responseId: string; before: SupportChoices; chosen: SupportChoices },
): Promise<void> {
  const { firmId, responseId, before, chosen } = change;
  if (isSameJson([before.declined, before.asks], [chosen.declined, chosen.asks])) return;
  await recordAudit(tx, {
    action: 'support-chosen',
    objectKind: 'response',
    objectId: responseId,
    detail: { firmId, declined: chosen.declined.length, asks: chosen.asks.length },
  });
}
