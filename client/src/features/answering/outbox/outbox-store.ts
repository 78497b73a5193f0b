import { del, get, keys, update } from 'idb-keyval';
import type { OutboxRecord } from './outbox-record.ts';
import { emptyOutbox, outboxRecordSchema } from './outbox-record.ts';

export type OutboxStore = {
  /** Reads, changes and writes in one step that no other tab can come between. */
  change(step: (record: OutboxRecord) => OutboxRecord): Promise<OutboxRecord>;
  read(): Promise<OutboxRecord>;
  clear(): Promise<void>;
  /** False when the browser keeps nothing and the answers live as long as the page. */
  isDurable(): boolean;
};

function parse(value: unknown): OutboxRecord {
  const parsed = outboxRecordSchema.safeParse(value);
  return parsed.success ? parsed.data : emptyOutbox(crypto.randomUUID());
}

const prefix = 'outbox/';

/** The responses of which this browser keeps an outbox; none where it keeps nothing. */
export async function keptOutboxes(): Promise<string[]> {
  try {
    const names = (await keys()).filter((name) => typeof name === 'string');
    return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  } catch {
    return [];
  }
}

/** One record in IndexedDB; in memory where the browser refuses storage, as some private windows do. */
export function openOutboxStore(responseId: string): OutboxStore {
  const key = prefix + responseId;
  let memory = emptyOutbox(crypto.randomUUID());
  let isDurable = true;

  const inMemory = (step: (record: OutboxRecord) => OutboxRecord): OutboxRecord => {
    isDurable = false;
    memory = step(memory);
    return memory;
  };
  return {
    isDurable: () => isDurable,
    read: async () => {
      if (!isDurable) return memory;
      try {
        memory = parse(await get(key));
        return memory;
      } catch {
        return inMemory((record) => record);
      }
    },
    change: async (step) => {
      if (!isDurable) return inMemory(step);
      let result = memory;
      try {
        await update(key, (value) => {
          result = step(parse(value));
          return result;
        });
        memory = result;
        return result;
      } catch {
        return inMemory(step);
      }
    },
    clear: async () => {
      memory = emptyOutbox(crypto.randomUUID());
      if (!isDurable) return;
      try {
        await del(key);
      } catch {
        isDurable = false;
      }
    },
  };
}
