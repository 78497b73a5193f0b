import type * as z from 'zod/mini';
import type { packageHistorySchema } from '#shared/contracts/catalogue.ts';
import { findPackage } from '#shared/domain/routing/drafting/put-package.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPackageEditor } from './access.ts';
import { listHistoryRows } from './catalogue-repository.ts';

type Body = z.input<typeof packageHistorySchema>;

/** From what to what each change went is found in the versions themselves, which never change. */
export async function getPackageHistory(context: Context, access: AccessContext, packageCode: string): Promise<Body> {
  return asPackageEditor(context, access, async (tx) => {
    const rows = await listHistoryRows(tx, packageCode);
    if (rows.length === 0) throw new DomainError('not-found');
    const changes: Body['changes'] = [];
    for (const { catalogueVersionId, previousVersionId, publishedAt, ...row } of rows) {
      changes.push({
        versionNumber: row.versionNumber,
        publishedAt: publishedAt.toISOString(),
        kind: row.kind,
        organisation: row.organisation,
        person: row.person,
        before: (await packageAt(context, tx, previousVersionId, packageCode)) ?? null,
        after: (await packageAt(context, tx, catalogueVersionId, packageCode)) ?? null,
      });
    }
    return { changes };
  });
}

async function packageAt(
  context: Context,
  tx: Transaction,
  catalogueVersionId: string | null,
  packageCode: string,
): Promise<Package | undefined> {
  if (catalogueVersionId === null) return undefined;
  const version = await context.published.findCatalogue(catalogueVersionId, tx);
  return version === undefined ? undefined : findPackage(version.catalogue, packageCode);
}
