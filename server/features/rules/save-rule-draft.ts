import type * as z from 'zod/mini';
import type { ruleDraftSchema } from '#shared/contracts/rule-drafts.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRuleEditor, describeRuleDraft, getLockedRuleDraft } from './access.ts';
import { updateRuleDraft } from './rule-draft-repository.ts';

/** Stores the draft over the one that was seen; what somebody else stored meanwhile is shown and not overwritten. */
export async function saveRuleDraft(
  context: Context,
  access: AccessContext,
  input: { ruleDraftId: string; revision: number; changes: RuleChanges },
): Promise<z.input<typeof ruleDraftSchema>> {
  return asRuleEditor(context, access, async (tx) => {
    const draft = await getLockedRuleDraft(tx, input.ruleDraftId);
    if (draft.revision !== input.revision) {
      throw new DomainError('draft-conflict', { members: { ruleDraft: describeRuleDraft(draft) } });
    }
    await updateRuleDraft(tx, { ...input, changedAt: context.clock.now() });
    return describeRuleDraft(await getLockedRuleDraft(tx, input.ruleDraftId));
  });
}
