import * as idb from 'idb-keyval';
import { beforeEach, expect, test, vi } from 'vitest';
import { enqueue } from '#client/src/features/answering/outbox/outbox-steps.ts';
import { openOutboxStore } from '#client/src/features/answering/outbox/outbox-store.ts';
import { level, summary } from './outbox-fixture.ts';

const database = new Map<string, unknown>();
let isRefusing = false;

vi.mock('idb-keyval', () => {
  const refuse = () => {
    if (isRefusing) throw new Error('storage refused');
  };
  return {
    get: vi.fn(async (key: string) => {
      refuse();
      return database.get(key);
    }),
    update: vi.fn(async (key: string, step: (value: unknown) => unknown) => {
      refuse();
      database.set(key, structuredClone(step(database.get(key))));
    }),
    del: vi.fn(async (key: string) => {
      refuse();
      database.delete(key);
    }),
  };
});

beforeEach(() => {
  database.clear();
  isRefusing = false;
  vi.clearAllMocks();
});

const give = (itemCode: string) => (record: Parameters<typeof enqueue>[0]) => enqueue(record, itemCode, level(2), 0);

test('what one page keeps, the next one reads, under the same client', async () => {
  const before = await openOutboxStore('a').change(give('D1.1'));

  expect(await openOutboxStore('a').read()).toEqual(before);
});

test('keeps the answers of each response apart', async () => {
  await openOutboxStore('a').change(give('D1.1'));

  expect((await openOutboxStore('b').read()).entries).toEqual([]);
});

test('forgets everything of a response when it is cleared', async () => {
  const store = openOutboxStore('a');
  await store.change(give('D1.1'));

  await store.clear();

  expect(database.size).toBe(0);
});

test('keeps answers in memory and says so where the browser refuses storage', async () => {
  isRefusing = true;
  const store = openOutboxStore('a');

  await store.change(give('D1.1'));

  expect(store.isDurable()).toBe(false);
  expect(summary(await store.read())).toHaveLength(1);
  await expect(store.clear()).resolves.toBeUndefined();
});

test('storage that stops working loses nothing that was read before', async () => {
  await openOutboxStore('a').change(give('D1.1'));
  const store = openOutboxStore('a');
  await store.read();
  isRefusing = true;

  const record = await store.change(give('D1.2'));

  expect(record.entries.map(({ itemCode }) => itemCode)).toEqual(['D1.1', 'D1.2']);
  expect(idb.update).toHaveBeenCalled();
});

test('takes what it cannot understand for nothing', async () => {
  database.set('outbox/a', { clientId: 'not one' });

  expect((await openOutboxStore('a').read()).entries).toEqual([]);
});
