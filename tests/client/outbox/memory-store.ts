import type { OutboxRecord } from '#client/src/features/answering/outbox/outbox-record.ts';
import { emptyOutbox } from '#client/src/features/answering/outbox/outbox-record.ts';
import type { OutboxStore } from '#client/src/features/answering/outbox/outbox-store.ts';
import { clientId } from './outbox-fixture.ts';

/** What a browser keeps: the same for every tab and after a reload. Every access takes a moment, as in a browser. */
export function memoryStore(client = clientId): OutboxStore {
  let record: OutboxRecord = emptyOutbox(client);
  const soon = () => Promise.resolve();
  return {
    isDurable: () => true,
    read: async () => {
      await soon();
      return record;
    },
    change: async (step) => {
      await soon();
      record = step(record);
      return record;
    },
    clear: async () => {
      await soon();
      record = emptyOutbox(client);
    },
  };
}
