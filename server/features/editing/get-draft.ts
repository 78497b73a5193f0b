import type { Context } from '../../platform/context.ts';
import { asEditor } from './access.ts';
import type { DraftBody } from './describe.ts';
import { describeDraft } from './describe.ts';
import { getReachableDraft } from './store-draft.ts';

export async function getDraft(context: Context, editorKey: string, draftId: string): Promise<DraftBody> {
  return asEditor(context, editorKey, async (tx) => describeDraft(context, tx, await getReachableDraft(tx, draftId)));
}
