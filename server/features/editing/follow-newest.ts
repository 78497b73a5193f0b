import { rebaseDraft } from '#shared/domain/instrument/draft/rebase-draft.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asEditor } from './access.ts';
import type { DraftBody } from './describe.ts';
import { describeDraft } from './describe.ts';
import { getLockedDraft, getReachableDraft, newestVersionId, storeChange } from './store-draft.ts';

/** Lets the draft follow the newest version, with what has been published meanwhile where it changed nothing itself. */
export async function followNewest(context: Context, access: AccessContext, draftId: string): Promise<DraftBody> {
  return asEditor(context, access, async (tx, editor) => {
    const draft = await getLockedDraft(tx, draftId);
    const basedOnVersionId = await newestVersionId(tx);
    const sourcesIn = async (id: string) => sourcesOf((await context.published.instrumentVersion(id, tx)).definition);
    const before = await sourcesIn(draft.basedOnVersionId);
    const content = rebaseDraft(draft.content, before, await sourcesIn(basedOnVersionId));
    await storeChange(context, tx, { row: draft, content, basedOnVersionId, editorName: editor.name });
    return describeDraft(context, tx, await getReachableDraft(tx, draftId));
  });
}
