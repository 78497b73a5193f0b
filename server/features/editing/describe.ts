import type * as z from 'zod/mini';
import type { draftDocumentSchema, draftSummarySchema, versionSummarySchema } from '#shared/contracts/editing.ts';
import { permanentCodesOf } from '#shared/domain/instrument/version/check-change.ts';
import { listNeededItems } from '#shared/domain/routing/list-needed-items.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { DraftRow, DraftSummaryRow } from './draft-repository.ts';
import type { VersionRow } from './version-repository.ts';
import { listVersionRows } from './version-repository.ts';

export type DraftSummaryBody = z.input<typeof draftSummarySchema>;
export type DraftBody = z.input<typeof draftDocumentSchema>;
export type VersionSummaryBody = z.input<typeof versionSummarySchema>;

export function describeVersion(row: VersionRow): VersionSummaryBody {
  return { ...row, publishedAt: row.publishedAt.toISOString(), sha256: row.sha256.toString('hex') };
}

export function describeDraftSummary(row: DraftSummaryRow): DraftSummaryBody {
  return { ...row, createdAt: row.createdAt.toISOString(), changedAt: row.changedAt.toISOString() };
}

/** Codes of every published version: what was once asked keeps its code. */
export async function listRetiredCodes(context: Context, tx: Transaction): Promise<Set<string>> {
  const codes = new Set<string>();
  for (const { instrumentVersionId } of await listVersionRows(tx)) {
    const { definition } = await context.published.instrumentVersion(instrumentVersionId, tx);
    for (const code of permanentCodesOf(definition)) codes.add(code);
  }
  return codes;
}

export async function describeDraft(context: Context, tx: Transaction, row: DraftRow): Promise<DraftBody> {
  const retiredCodes = [...(await listRetiredCodes(context, tx))];
  const neededItems = listNeededItems((await context.published.currentCatalogue(tx)).catalogue);
  return { ...describeDraftSummary(row), content: row.content, retiredCodes, neededItems };
}
