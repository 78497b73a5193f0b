import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { applyEdit, contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asEditor } from './access.ts';
import { checkStorable } from './check-storable.ts';
import type { DraftBody } from './describe.ts';
import { describeDraft } from './describe.ts';
import { placeOf } from './places.ts';
import { getLockedDraft, getReachableDraft, storeChange } from './store-draft.ts';

/**
 * Changes one place of a draft if it still holds what the editor saw there. Changes of other places do not disturb
 * each other; two of the same place never overwrite one another.
 */
export async function editDraft(
  context: Context,
  access: AccessContext,
  input: { draftId: string; edit: DraftEdit; seen: unknown },
): Promise<DraftBody> {
  return asEditor(context, access, async (tx, editor) => {
    const row = await getLockedDraft(tx, input.draftId);
    const current = contentAt(row.content, input.edit);
    if (canonicalJson(current) !== canonicalJson(input.seen ?? null)) {
      const changedBy = row.placeEditors[placeOf(input.edit)] ?? row.changedBy;
      throw new DomainError('draft-conflict', { members: { current, changedBy } });
    }
    const applied = applyEdit(row.content, input.edit);
    if (!applied.ok) throw new DomainError('edit-refused', { fields: [{ path: 'body/edit', code: applied.refusal }] });
    const storable = checkStorable(applied.draft);
    if (!storable.ok) throw new DomainError('edit-refused', { fields: storable.fields });
    await storeChange(context, tx, { row, content: storable.content, editorName: editor.name });
    return describeDraft(context, tx, await getReachableDraft(tx, input.draftId));
  });
}
