import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asEditor } from './access.ts';
import type { DraftBody } from './describe.ts';
import { describeDraft } from './describe.ts';
import { getReachableDraft } from './store-draft.ts';

export async function getDraft(context: Context, access: AccessContext, draftId: string): Promise<DraftBody> {
  return asEditor(context, access, async (tx) => describeDraft(context, tx, await getReachableDraft(tx, draftId)));
}
