import { recordAudit } from '../../platform/audit/repository.ts';
import type { Queryable } from '../../platform/database/query.ts';
import type { LedgerEntry } from './ledger-file.ts';
import { eraseAgain, updateRequestToReplayed } from './replay-repository.ts';

/**
 * Erases again what the ledger says was erased, in a database that may be from before. Doing it twice changes nothing
 * more. Says how many there was something left of.
 */
export async function replayErasures(db: Queryable, entries: readonly LedgerEntry[]): Promise<number> {
  let count = 0;
  for (const entry of entries) {
    await updateRequestToReplayed(db, entry);
    if (!(await eraseAgain(db, entry))) continue;
    count += 1;
    const { erasureRequestId, scope, decision, subjectId } = entry;
    await recordAudit(db, {
      action: 'erasure-carried-out',
      objectKind: 'erasure-request',
      objectId: erasureRequestId,
      detail: { scope, decision, [scope === 'firm' ? 'firmId' : 'personId']: subjectId, isReplay: true },
    });
  }
  return count;
}
