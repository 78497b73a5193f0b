import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPackageEditor, getReachableDraft } from './access.ts';
import type { DraftBody } from './describe.ts';
import { describeDraft } from './describe.ts';

export async function getPackageDraft(
  context: Context,
  access: AccessContext,
  packageDraftId: string,
): Promise<DraftBody> {
  return asPackageEditor(context, access, async (tx) =>
    describeDraft(context, tx, await getReachableDraft(tx, packageDraftId)),
  );
}
