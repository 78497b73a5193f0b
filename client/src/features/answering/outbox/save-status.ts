import type { SaveStatus } from '../../../ui/save-state/save-state.tsx';
import type { OutboxState } from './outbox.ts';

/** What can truthfully be said of the answers now. */
export function saveStatusOf(state: OutboxState, isOnline: boolean): SaveStatus {
  const { record, isUnreachable, isDurable, savedAt } = state;
  if (record.entries.some((entry) => entry.state === 'refused')) return { kind: 'not-saved', reason: 'refused' };
  const isWaiting = record.entries.some((entry) => entry.state === 'waiting');
  if (!isWaiting) return savedAt === null ? { kind: 'nothing-yet' } : { kind: 'saved', at: savedAt };
  if (!isUnreachable && isOnline) return { kind: 'saving' };
  if (!isDurable) return { kind: 'not-saved', reason: 'storage-refused' };
  return { kind: 'not-saved', reason: isOnline ? 'server-unreachable' : 'offline' };
}
