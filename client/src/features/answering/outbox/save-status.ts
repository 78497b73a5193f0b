import type { SaveStatus } from '../../../ui/save-state/save-state.tsx';
import type { OutboxState } from './outbox-parts.ts';

/** What can truthfully be said of the answers now; the worst first. */
export function saveStatusOf(state: OutboxState, isOnline: boolean): SaveStatus {
  const { record, isKeeping, isUnreachable, isDurable, savedAt } = state;
  const has = (wanted: OutboxState['record']['entries'][number]['state']) =>
    record.entries.some((entry) => entry.state === wanted);
  if (has('conflict')) return { kind: 'not-saved', reason: 'conflict' };
  if (has('refused')) return { kind: 'not-saved', reason: 'refused' };
  if (!isKeeping && !has('waiting')) return savedAt === null ? { kind: 'nothing-yet' } : { kind: 'saved', at: savedAt };
  if (!isUnreachable && isOnline) return { kind: 'saving' };
  if (!isDurable) return { kind: 'not-saved', reason: 'storage-refused' };
  return { kind: 'not-saved', reason: isOnline ? 'server-unreachable' : 'offline' };
}
