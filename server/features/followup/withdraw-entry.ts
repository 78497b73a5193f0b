import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRegion, getOwnEntry } from './access.ts';
import { type Entry, type EntryAt, type EntryKind, markWithdrawn } from './entry-repository.ts';

type Input<K extends EntryKind> = EntryAt<K> & { readonly revision: number; readonly reason: string };

/** It counts no more, and stays with everything it has been. */
export async function withdrawEntry<K extends EntryKind>(
  context: Context,
  access: AccessContext,
  { revision, reason, ...place }: Input<K>,
): Promise<Entry<K>> {
  const { organisationId, entryId, kind } = place;
  return asRegion(context, access, organisationId, async (tx) => {
    await getOwnEntry(tx, place);
    const withdrawal = { revision, reason, now: context.clock.now() };
    if (!(await markWithdrawn(tx, entryId, withdrawal))) throw new DomainError('changed-meanwhile');
    const detail = { organisationId, kind };
    const event = { objectKind: 'region-entry', objectId: entryId, detail };
    await recordAudit(tx, { action: 'region-entry-withdrawn', ...event });
    return getOwnEntry(tx, place);
  });
}
