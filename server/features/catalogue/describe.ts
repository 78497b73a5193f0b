import type * as z from 'zod/mini';
import type { packageDraftDocumentSchema, packageDraftSummarySchema } from '#shared/contracts/catalogue.ts';
import { findPackage } from '#shared/domain/routing/drafting/put-package.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { DraftRow } from './catalogue-repository.ts';
import { findVersionNumber, listHistoryRows } from './catalogue-repository.ts';

export type DraftSummaryBody = z.input<typeof packageDraftSummarySchema>;
export type DraftBody = z.input<typeof packageDraftDocumentSchema>;

export function describeSummary(row: DraftRow): DraftSummaryBody {
  const { packageDraftId, organisationId, packageCode, revision, changedAt, changedBy } = row;
  return { packageDraftId, organisationId, packageCode, revision, changedAt: changedAt.toISOString(), changedBy };
}

/** The package as it was when the draft began. */
export async function findBase(context: Context, tx: Transaction, row: DraftRow): Promise<Package | undefined> {
  const version = await context.published.findCatalogue(row.basedOnVersionId, tx);
  return version === undefined ? undefined : findPackage(version.catalogue, row.packageCode);
}

export async function describeDraft(context: Context, tx: Transaction, row: DraftRow): Promise<DraftBody> {
  const { catalogue, catalogueVersionId } = await context.published.currentCatalogue(tx);
  const [last] = await listHistoryRows(tx, { packageCode: row.packageCode, most: 1 });
  return {
    ...describeSummary(row),
    content: row.content,
    base: (await findBase(context, tx, row)) ?? null,
    current: findPackage(catalogue, row.packageCode) ?? null,
    versionNumber: await findVersionNumber(tx, catalogueVersionId),
    currentBy: last?.organisation ?? null,
  };
}
