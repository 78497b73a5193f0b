import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRuleEditor, getLockedRuleDraft } from './access.ts';
import { describeWhatIf, type WhatIfBody } from './get-what-if.ts';
import { findNewestWhatIf, stopWhatIfRow } from './what-if-repository.ts';

/** Stops the counting that was seen; what has ended meanwhile stays as it ended. */
export async function stopWhatIf(
  context: Context,
  access: AccessContext,
  input: { ruleDraftId: string; whatIfRunId: string },
): Promise<WhatIfBody> {
  return asRuleEditor(context, access, async (tx) => {
    const draft = await getLockedRuleDraft(tx, input.ruleDraftId);
    const newest = await findNewestWhatIf(tx, draft.ruleDraftId);
    if (newest?.whatIfRunId !== input.whatIfRunId) throw new DomainError('not-found');
    await stopWhatIfOf(context, tx, draft);
    return describeWhatIf(context, tx, draft);
  });
}

/** Stops what is being counted of the draft, if anything: it is asked to, or the draft ends. */
export async function stopWhatIfOf(
  { clock }: Context,
  tx: Transaction,
  { ruleDraftId }: { readonly ruleDraftId: string },
): Promise<void> {
  const newest = await findNewestWhatIf(tx, ruleDraftId);
  if (newest === undefined || !(await stopWhatIfRow(tx, newest.whatIfRunId, clock.now()))) return;
  await recordAudit(tx, {
    action: 'rules-trial-stopped',
    objectKind: 'rule-draft',
    objectId: ruleDraftId,
    detail: { whatIfRunId: newest.whatIfRunId },
  });
}
