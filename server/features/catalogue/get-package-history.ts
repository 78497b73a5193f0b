import type * as z from 'zod/mini';
import type { packageHistorySchema } from '#shared/contracts/catalogue.ts';
import { findPackage } from '#shared/domain/routing/drafting/put-package.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPackageEditor } from './access.ts';
import { listHistoryRows } from './catalogue-repository.ts';

const page = 20;

type Body = z.input<typeof packageHistorySchema>;

/** From what to what each change went is found in the versions themselves, which never change. */
export async function getPackageHistory(
  context: Context,
  access: AccessContext,
  { packageCode, before }: { readonly packageCode: string; readonly before?: number | undefined },
): Promise<Body> {
  return asPackageEditor(context, access, async (tx) => {
    const rows = await listHistoryRows(tx, { packageCode, before, most: page + 1 });
    if (rows.length === 0 && before === undefined) throw new DomainError('not-found');
    const changes: Body['changes'] = [];
    const packageAt = readOnce(context, tx, packageCode);
    for (const { catalogueVersionId, previousVersionId, publishedAt, ...row } of rows.slice(0, page)) {
      changes.push({
        versionNumber: row.versionNumber,
        publishedAt: publishedAt.toISOString(),
        kind: row.kind,
        organisation: row.organisation,
        person: row.person,
        othersAsked: row.othersAsked,
        before: (await packageAt(previousVersionId)) ?? null,
        after: (await packageAt(catalogueVersionId)) ?? null,
      });
    }
    return { changes, hasMore: rows.length > page };
  });
}

/** The package in each version, read once for this page: what follows one change comes before the next. */
function readOnce(context: Context, tx: Transaction, packageCode: string) {
  const known = new Map<string, Package | undefined>();
  return async (catalogueVersionId: string | null): Promise<Package | undefined> => {
    if (catalogueVersionId === null) return undefined;
    if (known.has(catalogueVersionId)) return known.get(catalogueVersionId);
    const version = await context.published.findPastCatalogue(catalogueVersionId, tx);
    const found = version === undefined ? undefined : findPackage(version.catalogue, packageCode);
    known.set(catalogueVersionId, found);
    return found;
  };
}
