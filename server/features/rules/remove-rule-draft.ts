import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRuleEditor, getLockedRuleDraft } from './access.ts';
import { deleteRuleDraft } from './rule-draft-repository.ts';
import { stopWhatIfOf } from './stop-what-if.ts';

export async function removeRuleDraft(
  context: Context,
  access: AccessContext,
  input: { ruleDraftId: string; revision: number },
): Promise<void> {
  await asRuleEditor(context, access, async (tx) => {
    const draft = await getLockedRuleDraft(tx, input.ruleDraftId);
    if (draft.revision !== input.revision) throw new DomainError('draft-outdated');
    await stopWhatIfOf(context, tx, draft);
    await deleteRuleDraft(tx, draft.ruleDraftId);
  });
}
