import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPackageEditor, getLockedDraft } from './access.ts';
import { deleteDraftRow } from './catalogue-repository.ts';

export async function removePackageDraft(
  context: Context,
  access: AccessContext,
  input: { packageDraftId: string; revision: number },
): Promise<void> {
  await asPackageEditor(context, access, async (tx) => {
    const row = await getLockedDraft(tx, input.packageDraftId);
    if (row.revision !== input.revision) throw new DomainError('draft-outdated');
    await deleteDraftRow(tx, row.packageDraftId);
  });
}
