import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRegion, getOwnEntry } from './access.ts';
import {
  type Contents,
  type Entry,
  type EntryAt,
  type EntryKind,
  insertEntry,
  updateEntry,
} from './entry-repository.ts';

export type SaveInput<K extends EntryKind> = EntryAt<K> & {
  readonly content: Contents[K];
  /** 0 for a new one. */
  readonly revision: number;
};
type Fault = { readonly field: string; readonly code: string };

/**
 * Writes down what a region says, over what was seen of it; of two at once the later is told. `check`: what is wrong
 * with it, given what stood.
 */
export async function saveEntry<K extends EntryKind>(
  context: Context,
  access: AccessContext,
  { revision, ...entry }: SaveInput<K>,
  { property, check }: { readonly property: string; readonly check: (before: Contents[K] | null) => readonly Fault[] },
): Promise<Entry<K>> {
  const { organisationId, entryId, kind } = entry;
  return asRegion(context, access, organisationId, async (tx) => {
    const before = revision === 0 ? null : await getOwnEntry(tx, entry);
    const faults = check(before?.content ?? null);
    if (faults.length > 0) {
      const fields = faults.map(({ field, code }) => ({ path: `body/${property}/${field}`, code }));
      throw new DomainError('invalid-request', { fields });
    }
    const written = { ...entry, now: context.clock.now() };
    const isSaved = before === null ? await insertEntry(tx, written) : await updateEntry(tx, written, revision);
    if (!isSaved) throw new DomainError('changed-meanwhile');
    await recordAudit(tx, {
      action: before === null ? 'region-entry-written' : 'region-entry-changed',
      objectKind: 'region-entry',
      objectId: entryId,
      detail: { organisationId, kind },
    });
    return getOwnEntry(tx, entry);
  });
}
