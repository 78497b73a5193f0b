import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { DraftSummaryBody } from './describe.ts';
import { describeDraftSummary } from './describe.ts';
import type { DraftRow } from './draft-repository.ts';
import { findDraft, insertDraft, lockDraft, updateDraft } from './draft-repository.ts';
import { noteEditor } from './places.ts';
import { listVersionRows } from './version-repository.ts';

export async function getReachableDraft(tx: Transaction, draftId: string): Promise<DraftRow> {
  const draft = await findDraft(tx, draftId);
  if (draft === undefined) throw new DomainError('not-found');
  return draft;
}

export async function getLockedDraft(tx: Transaction, draftId: string): Promise<DraftRow> {
  const draft = await lockDraft(tx, draftId);
  if (draft === undefined) throw new DomainError('not-found');
  return draft;
}

export async function newestVersionId(tx: Transaction): Promise<string> {
  const [newest] = await listVersionRows(tx);
  if (newest === undefined) throw new DomainError('not-found');
  return newest.instrumentVersionId;
}

export async function storeNewDraft(
  context: Context,
  tx: Transaction,
  draft: Pick<Parameters<typeof insertDraft>[1], 'name' | 'origin' | 'basedOnVersionId' | 'content' | 'createdBy'>,
): Promise<DraftSummaryBody> {
  const draftId = context.identifiers.newId();
  await insertDraft(tx, { ...draft, draftId, createdAt: context.clock.now() });
  return describeDraftSummary(await getReachableDraft(tx, draftId));
}

/** Keeps what somebody made of the draft, and who it was. */
export async function storeChange(
  context: Context,
  tx: Transaction,
  change: { row: DraftRow; content: Draft; editorName: string; basedOnVersionId?: string },
): Promise<void> {
  const { row, content, editorName, basedOnVersionId = row.basedOnVersionId } = change;
  await updateDraft(tx, {
    draftId: row.draftId,
    basedOnVersionId,
    content,
    placeEditors: noteEditor(row.placeEditors, row.content, content, editorName),
    changedAt: context.clock.now(),
    changedBy: editorName,
  });
}
