import type * as z from 'zod/mini';
import type { versionDocumentSchema } from '#shared/contracts/editing.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asEditor } from './access.ts';
import type { DraftSummaryBody, VersionSummaryBody } from './describe.ts';
import { describeDraftSummary, describeVersion } from './describe.ts';
import { listDraftRows } from './draft-repository.ts';
import { listItemMap, listVersionRows } from './version-repository.ts';

export async function listVersions(
  context: Context,
  access: AccessContext,
): Promise<{ versions: VersionSummaryBody[]; drafts: DraftSummaryBody[] }> {
  return asEditor(context, access, async (tx) => ({
    versions: (await listVersionRows(tx)).map(describeVersion),
    drafts: (await listDraftRows(tx)).map(describeDraftSummary),
  }));
}

export async function getVersion(
  context: Context,
  access: AccessContext,
  instrumentVersionId: string,
): Promise<z.input<typeof versionDocumentSchema>> {
  return asEditor(context, access, async (tx) => {
    const row = (await listVersionRows(tx)).find((version) => version.instrumentVersionId === instrumentVersionId);
    if (row === undefined) throw new DomainError('not-found');
    const { definition } = await context.published.instrumentVersion(instrumentVersionId, tx);
    return { ...describeVersion(row), definition, itemMap: await listItemMap(tx, instrumentVersionId) };
  });
}
