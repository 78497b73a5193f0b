import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
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
    if (await stopWhatIfRow(tx, input.whatIfRunId, context.clock.now())) {
      await recordAudit(tx, {
        action: 'rules-trial-stopped',
        objectKind: 'rule-draft',
        objectId: draft.ruleDraftId,
        detail: { whatIfRunId: input.whatIfRunId },
      });
    }
    return describeWhatIf(context, tx, draft);
  });
}
