import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import { rebaseDraft } from '#shared/domain/instrument/draft/rebase-draft.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asEditor } from './access.ts';
import type { DraftBody, DraftSummaryBody } from './describe.ts';
import { describeDraft, describeDraftSummary } from './describe.ts';
import type { DraftRow } from './draft-repository.ts';
import { deleteDraft, findDraft, insertDraft, lockDraft, updateDraft } from './draft-repository.ts';
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

/** A draft with the words of any version, to follow the newest one. */
export async function createDraft(
  context: Context,
  editorKey: string,
  input: { fromVersionId: string; name: string },
): Promise<DraftSummaryBody> {
  return asEditor(context, editorKey, async (tx, editor) => {
    const from = await context.published.findInstrumentVersion(input.fromVersionId, tx);
    if (from === undefined) throw new DomainError('not-found');
    return storeNewDraft(context, tx, {
      name: input.name,
      origin: 'version',
      basedOnVersionId: await newestVersionId(tx),
      content: { sources: sourcesOf(from.definition), translatedFrom: {}, meanings: {} },
      createdBy: editor.name,
    });
  });
}

export async function getDraft(context: Context, editorKey: string, draftId: string): Promise<DraftBody> {
  return asEditor(context, editorKey, async (tx) => describeDraft(context, tx, await getReachableDraft(tx, draftId)));
}

/** Throws the draft away as the editor saw it: what a colleague has written since is not lost unseen. */
export async function removeDraft(
  context: Context,
  editorKey: string,
  input: { draftId: string; revision: number },
): Promise<void> {
  await asEditor(context, editorKey, async (tx) => {
    const { revision } = await getLockedDraft(tx, input.draftId);
    if (revision !== input.revision) throw new DomainError('draft-outdated');
    await deleteDraft(tx, input.draftId);
  });
}

/** Lets the draft follow the newest version, with what has been published meanwhile where it changed nothing itself. */
export async function followNewest(context: Context, editorKey: string, draftId: string): Promise<DraftBody> {
  return asEditor(context, editorKey, async (tx, editor) => {
    const draft = await getLockedDraft(tx, draftId);
    const basedOnVersionId = await newestVersionId(tx);
    const sourcesIn = async (id: string) => sourcesOf((await context.published.instrumentVersion(id, tx)).definition);
    const before = await sourcesIn(draft.basedOnVersionId);
    const content = rebaseDraft(draft.content, before, await sourcesIn(basedOnVersionId));
    await storeChange(context, tx, { row: draft, content, basedOnVersionId, editorName: editor.name });
    return describeDraft(context, tx, await getReachableDraft(tx, draftId));
  });
}
