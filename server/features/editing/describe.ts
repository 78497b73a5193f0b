import type * as z from 'zod/mini';
import type { draftDocumentSchema, draftSummarySchema, versionSummarySchema } from '#shared/contracts/editing.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { CodeMeanings } from '#shared/domain/instrument/version/check-change.ts';
import { retiredCodesOf } from '#shared/domain/instrument/version/check-change.ts';
import { withoutProse } from '#shared/domain/routing/without-prose.ts';
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

/** What codes stood for that were published once and are not in the version a draft follows. */
export async function listRetiredCodes(
  context: Context,
  tx: Transaction,
  basedOnVersionId: string,
): Promise<CodeMeanings> {
  const versions: Definition[] = [];
  for (const { instrumentVersionId } of await listVersionRows(tx)) {
    versions.unshift((await context.published.instrumentVersion(instrumentVersionId, tx)).definition);
  }
  const { definition: before } = await context.published.instrumentVersion(basedOnVersionId, tx);
  return retiredCodesOf(versions, before);
}

export async function describeDraft(context: Context, tx: Transaction, row: DraftRow): Promise<DraftBody> {
  const retired = Object.fromEntries(await listRetiredCodes(context, tx, row.basedOnVersionId));
  const catalogue = withoutProse((await context.published.currentCatalogue(tx)).catalogue);
  return { ...describeDraftSummary(row), content: row.content, retired, catalogue };
}
