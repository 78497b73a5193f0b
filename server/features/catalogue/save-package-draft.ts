import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPackageEditor, getLockedDraft, getReachableDraft } from './access.ts';
import { findVersionNumber, updateDraftRow } from './catalogue-repository.ts';
import type { DraftBody } from './describe.ts';
import { describeDraft } from './describe.ts';

/**
 * Stores the draft over the one that was seen. What somebody else has stored meanwhile is never overwritten unseen, and
 * neither is what was published: the draft follows the newest version only for somebody who has seen that version.
 */
export async function savePackageDraft(
  context: Context,
  access: AccessContext,
  input: {
    packageDraftId: string;
    revision: number;
    content: PackageDraft;
    followsNewest: boolean;
    versionNumber: number;
  },
): Promise<DraftBody> {
  return asPackageEditor(context, access, async (tx) => {
    const row = await getLockedDraft(tx, input.packageDraftId);
    const { catalogueVersionId } = await context.published.currentCatalogue(tx);
    const newest = await findVersionNumber(tx, catalogueVersionId);
    const isOfNewest = !input.followsNewest || newest === input.versionNumber;
    if (row.revision !== input.revision || !isOfNewest) {
      throw new DomainError('draft-conflict', { members: { draft: await describeDraft(context, tx, row) } });
    }
    // Neither is the editor's to choose: the code is spent, and the regions confirm.
    const { code, status, source } = row.content;
    await updateDraftRow(tx, {
      packageDraftId: row.packageDraftId,
      basedOnVersionId: input.followsNewest ? catalogueVersionId : row.basedOnVersionId,
      content: { ...input.content, code, status, source },
      changedAt: context.clock.now(),
    });
    return describeDraft(context, tx, await getReachableDraft(tx, row.packageDraftId));
  });
}
