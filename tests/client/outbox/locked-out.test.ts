import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeServer } from './fake-server.ts';
import { memoryStore } from './memory-store.ts';
import { browserWith, openTab } from './open-tab.ts';
import { level, summary } from './outbox-fixture.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function openClosed() {
  const server = fakeServer();
  const browser = browserWith(memoryStore());
  const tab = await openTab(browser, server);
  server.turn('closed');
  await tab.give('D1.1', level(1));
  await vi.advanceTimersByTimeAsync(0);
  return { server, browser, tab };
}

test('stops at the first refusal to let in, and keeps everything that is given afterwards', async () => {
  const { server, tab } = await openClosed();

  await tab.give('D1.1', level(4));
  await tab.give('D1.2', level(3));
  await vi.advanceTimersByTimeAsync(3_600_000);

  expect(tab.outbox.state.isLockedOut).toBe(true);
  expect(server.attempts).toBe(1);
  expect(summary(tab.outbox.state.record).map(({ itemCode, level: points }) => [itemCode, points])).toEqual([
    ['D1.1', 1],
    ['D1.1', 4],
    ['D1.2', 3],
  ]);
});

test('sends nothing when asked to try again, until it is let in', async () => {
  const { server, tab } = await openClosed();

  await tab.outbox.retry();
  await tab.outbox.flush();

  expect(server.attempts).toBe(1);
});

test('sends all of it in order once it is let in', async () => {
  const { server, tab } = await openClosed();
  await tab.give('D1.1', level(4));
  await tab.give('D1.2', level(3));
  server.turn('clear');

  tab.outbox.letIn();
  await tab.outbox.flush();

  expect(server.received.map(({ itemCode }) => itemCode)).toEqual(['D1.1', 'D1.1', 'D1.2']);
  expect(server.answers.get('D1.1')?.answer).toEqual(level(4));
  expect(tab.outbox.state).toMatchObject({ isLockedOut: false, record: { entries: [] } });
});

test('finds after a reload what was kept while it was locked out', async () => {
  const { server, browser, tab } = await openClosed();
  await tab.give('D1.2', level(3));
  tab.close();
  server.turn('clear');

  const reloaded = await openTab(browser, server);
  await reloaded.outbox.retry();

  expect([...server.answers.keys()]).toEqual(['D1.1', 'D1.2']);
});

test('stops trying by itself where there was no reply before', async () => {
  const server = fakeServer();
  const tab = await openTab(browserWith(memoryStore()), server);
  server.turn('lost');
  await tab.give('D1.1', level(1));
  await vi.advanceTimersByTimeAsync(0);
  server.turn('closed');

  await vi.advanceTimersByTimeAsync(3_600_000);

  expect(server.attempts).toBe(2);
  expect(tab.outbox.state.isLockedOut).toBe(true);
});
