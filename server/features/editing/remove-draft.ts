import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asEditor } from './access.ts';
import { deleteDraft } from './draft-repository.ts';
import { getLockedDraft } from './store-draft.ts';

/** Throws the draft away as the editor saw it: what a colleague has written since is not lost unseen. */
export async function removeDraft(
  context: Context,
  access: AccessContext,
  input: { draftId: string; revision: number },
): Promise<void> {
  await asEditor(context, access, async (tx) => {
    const { revision } = await getLockedDraft(tx, input.draftId);
    if (revision !== input.revision) throw new DomainError('draft-outdated');
    await deleteDraft(tx, input.draftId);
  });
}
