import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import { draftSchema } from '#shared/domain/instrument/draft/draft.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PlaceEditors } from './places.ts';

/** The editor whose session this transaction presents. */
export async function findEditorName(tx: Transaction): Promise<string | undefined> {
  const row = await one(tx, z.object({ name: z.string().nullable() }), SQL`select current_editor_name() as name`);
  return row.name ?? undefined;
}

const summaryRowSchema = z.object({
  draftId: z.uuid(),
  name: z.string(),
  origin: z.enum(['version', 'import', 'shipped']),
  basedOnVersionId: z.uuid(),
  basedOnVersionNumber: z.int(),
  revision: z.int(),
  createdAt: z.date(),
  createdBy: z.string(),
  changedAt: z.date(),
  changedBy: z.string(),
});
export type DraftSummaryRow = z.infer<typeof summaryRowSchema>;

const draftRowSchema = summaryRowSchema.extend({
  content: draftSchema,
  placeEditors: z.record(z.string(), z.string()),
});
export type DraftRow = z.infer<typeof draftRowSchema>;

const summaryColumns = SQL`d.draft_id as "draftId", d.name, d.origin, d.based_on_version_id as "basedOnVersionId",
  v.version_number as "basedOnVersionNumber", d.revision, d.created_at as "createdAt", d.created_by as "createdBy",
  d.changed_at as "changedAt", d.changed_by as "changedBy"`;

const draftColumns = SQL`${summaryColumns}, d.content, d.place_editors as "placeEditors"`;

const fromDrafts = SQL`from instrument_drafts d
  join instrument_versions v on v.instrument_version_id = d.based_on_version_id`;

/** Last changed first. */
export async function listDraftRows(tx: Transaction): Promise<DraftSummaryRow[]> {
  return many(tx, summaryRowSchema, SQL`select ${summaryColumns} ${fromDrafts} order by d.changed_at desc`);
}

export async function findDraft(tx: Transaction, draftId: string): Promise<DraftRow | undefined> {
  return maybeOne(tx, draftRowSchema, SQL`select ${draftColumns} ${fromDrafts} where d.draft_id = ${draftId}`);
}

/** The draft, held against other writers until the transaction ends. */
export async function lockDraft(tx: Transaction, draftId: string): Promise<DraftRow | undefined> {
  return maybeOne(
    tx,
    draftRowSchema,
    SQL`select ${draftColumns} ${fromDrafts} where d.draft_id = ${draftId} for update of d`,
  );
}

export async function insertDraft(
  tx: Transaction,
  draft: {
    draftId: string;
    name: string;
    origin: DraftRow['origin'];
    basedOnVersionId: string;
    content: Draft;
    createdAt: Date;
    createdBy: string;
  },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into instrument_drafts (draft_id, instrument_code, name, based_on_version_id, origin, content,
        created_at, created_by, changed_at, changed_by)
      values (${draft.draftId}, ${draft.content.sources.instrument.instrument}, ${draft.name},
        ${draft.basedOnVersionId}, ${draft.origin}, ${JSON.stringify(draft.content)}, ${draft.createdAt},
        ${draft.createdBy}, ${draft.createdAt}, ${draft.createdBy})`,
  );
}

export async function updateDraft(
  tx: Transaction,
  draft: {
    draftId: string;
    basedOnVersionId: string;
    content: Draft;
    placeEditors: PlaceEditors;
    changedAt: Date;
    changedBy: string;
  },
): Promise<void> {
  await exec(
    tx,
    SQL`update instrument_drafts set content = ${JSON.stringify(draft.content)}, revision = revision + 1,
        place_editors = ${JSON.stringify(draft.placeEditors)}, based_on_version_id = ${draft.basedOnVersionId}, changed_at = ${draft.changedAt},
        changed_by = ${draft.changedBy}
      where draft_id = ${draft.draftId}`,
  );
}

export async function deleteDraft(tx: Transaction, draftId: string): Promise<void> {
  await exec(tx, SQL`delete from instrument_drafts where draft_id = ${draftId}`);
}
