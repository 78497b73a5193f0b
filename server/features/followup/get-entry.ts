import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asRegion, getOwnEntry } from './access.ts';
import {
  type ActivityBody,
  describeActivity,
  describeActivityHistory,
  describeIndexHistory,
  describeIndexValue,
  type IndexValueBody,
} from './describe-entry.ts';
import { listHistory } from './entry-repository.ts';

/** With everything it has been, for the region that wrote it. */
export async function getActivity(
  context: Context,
  access: AccessContext,
  { organisationId, activityId }: { readonly organisationId: string; readonly activityId: string },
): Promise<ActivityBody> {
  const place = { kind: 'activity' as const, organisationId, entryId: activityId };
  return asRegion(context, access, organisationId, async (tx) => ({
    ...describeActivity(await getOwnEntry(tx, place), organisationId),
    history: describeActivityHistory(await listHistory(tx, place)),
  }));
}

export async function getIndexValue(
  context: Context,
  access: AccessContext,
  { organisationId, indexValueId }: { readonly organisationId: string; readonly indexValueId: string },
): Promise<IndexValueBody> {
  const place = { kind: 'index-value' as const, organisationId, entryId: indexValueId };
  return asRegion(context, access, organisationId, async (tx) => ({
    ...describeIndexValue(await getOwnEntry(tx, place), organisationId),
    history: describeIndexHistory(await listHistory(tx, place)),
  }));
}
