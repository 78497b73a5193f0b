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

async function openBrowser() {
  const server = fakeServer();
  const browser = browserWith(memoryStore());
  return { server, browser, tab: await openTab(browser, server) };
}

test('keeps nothing once the server has confirmed', async () => {
  const { server, tab } = await openBrowser();

  await tab.give('D1.1', level(2));
  await tab.outbox.flush();

  expect(server.answers.get('D1.1')?.answer).toEqual(level(2));
  expect(tab.outbox.state.record.entries).toEqual([]);
  expect(tab.outbox.state.savedAt).not.toBeNull();
});

test('says that an answer is being kept from the moment it is given', async () => {
  const { tab } = await openBrowser();

  const given = tab.give('D1.1', level(2));

  expect(tab.outbox.state.isKeeping).toBe(true);
  await given;
  expect(tab.outbox.state.isKeeping).toBe(false);
});

test('saves the last of several answers given faster than they can be kept', async () => {
  const { server, tab } = await openBrowser();

  await Promise.all([0, 1, 2, 3, 4].map((points) => tab.give('D1.1', level(points))));
  await vi.runAllTimersAsync();

  expect(server.answers.get('D1.1')?.answer).toEqual(level(4));
  expect(tab.outbox.state.record.entries).toEqual([]);
});

test.each(Array.from({ length: 24 }, (_, moments) => moments))(
  'sends an answer given %i moments after another, however the two meet',
  async (moments) => {
    const { server, tab } = await openBrowser();

    const first = tab.give('D1.1', level(1));
    for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
    await Promise.all([first, tab.give('D1.2', level(2))]);
    await vi.runAllTimersAsync();

    expect([...server.answers.keys()]).toEqual(['D1.1', 'D1.2']);
  },
);

test('tries again by itself, with growing pauses of at most half a minute', async () => {
  const { server, tab } = await openBrowser();
  server.turn('lost');
  await tab.give('D1.1', level(2));
  await vi.advanceTimersByTimeAsync(0);
  expect(tab.outbox.state.isUnreachable).toBe(true);

  const secondsOfAttempts: number[] = [];
  for (let second = 1; second <= 100; second += 1) {
    const before = server.attempts;
    await vi.advanceTimersByTimeAsync(1000);
    if (server.attempts > before) secondsOfAttempts.push(second);
  }
  expect(secondsOfAttempts).toEqual([1, 3, 7, 15, 31, 61, 91]);
  server.turn('clear');
  await vi.advanceTimersByTimeAsync(30_000);

  expect(server.received).toHaveLength(1);
  expect(tab.outbox.state.isUnreachable).toBe(false);
});

test('a save whose reply was lost is not done twice', async () => {
  const { server, tab } = await openBrowser();
  server.turn('reply-lost');
  await tab.give('D1.1', level(2));
  await vi.advanceTimersByTimeAsync(0);
  server.turn('clear');

  await tab.outbox.flush();

  expect(server.received.map(({ clientSequence }) => clientSequence)).toEqual([1, 1]);
  expect(server.answers.get('D1.1')?.revision).toBe(1);
  expect(tab.outbox.state.record.entries).toEqual([]);
});

test('sends in the order of giving, also what was given in the tunnel', async () => {
  const { server, tab } = await openBrowser();
  server.turn('lost');
  for (const code of ['D1.3', 'D1.1', 'D1.2']) await tab.give(code, level(2));
  await vi.advanceTimersByTimeAsync(0);
  server.turn('clear');

  await tab.outbox.flush();

  expect(server.received.map(({ itemCode }) => itemCode)).toEqual(['D1.3', 'D1.1', 'D1.2']);
});

test('a reload loses nothing', async () => {
  const { server, browser, tab } = await openBrowser();
  server.turn('lost');
  await tab.give('D1.1', level(2));
  await vi.advanceTimersByTimeAsync(0);
  tab.close();

  const reloaded = await openTab(browser, server);
  expect(summary(reloaded.outbox.state.record)).toHaveLength(1);
  server.turn('clear');
  await reloaded.outbox.flush();

  expect(server.answers.get('D1.1')?.answer).toEqual(level(2));
});

test('asks when the question was answered elsewhere, and saves what is chosen', async () => {
  const { server, tab } = await openBrowser();
  server.answerElsewhere('D1.1', level(4));
  await tab.give('D1.1', level(2));
  await tab.outbox.flush();
  expect(summary(tab.outbox.state.record)).toEqual([
    { itemCode: 'D1.1', level: 2, baseRevision: 1, state: 'conflict' },
  ]);
  expect(server.answers.get('D1.1')?.answer).toEqual(level(4));

  await tab.outbox.settle('D1.1', 'own');
  await tab.outbox.flush();

  expect(server.answers.get('D1.1')?.answer).toEqual(level(2));
  expect(tab.outbox.state.record.entries).toEqual([]);
});

test('a conflict holds up no other question', async () => {
  const { server, tab } = await openBrowser();
  server.answerElsewhere('D1.1', level(4));
  await tab.give('D1.1', level(2));

  await tab.give('D1.2', level(3));
  await tab.outbox.flush();

  expect(server.answers.get('D1.2')?.answer).toEqual(level(3));
});

test('says so when the response has been submitted, and takes no more answers', async () => {
  const { server, browser, tab } = await openBrowser();
  const other = await openTab(browser, server);
  server.submit();

  await tab.give('D1.1', level(2));
  await tab.outbox.flush();
  await tab.give('D1.2', level(2));
  await vi.advanceTimersByTimeAsync(60_000);

  expect(tab.outbox.state).toMatchObject({ isSubmitted: true, late: 1, record: { entries: [] } });
  expect(other.outbox.state.isSubmitted).toBe(true);
  expect(server.received).toHaveLength(1);
});

test('counts the questions whose answers came too late, once each', async () => {
  const { server, tab } = await openBrowser();
  server.turn('lost');
  await tab.give('D1.1', level(2));
  await tab.outbox.flush();
  await tab.give('D1.1', level(3));
  await tab.give('D1.2', level(1));
  server.turn('clear');
  server.submit();
  await tab.outbox.flush();

  expect(tab.outbox.state).toMatchObject({ isSubmitted: true, late: 2 });
});

test('nothing is left in the browser, in any tab, when whoever answered leaves it to somebody else', async () => {
  const { server, browser, tab } = await openBrowser();
  const other = await openTab(browser, server);
  await tab.give('D1.1', level(2));
  await tab.outbox.flush();

  await tab.outbox.leave();

  expect(await browser.store.read()).toMatchObject({ nextSequence: 1, entries: [], revisions: {} });
  await other.give('D1.2', level(3));
  await other.outbox.flush();
  expect(other.outbox.state.isLockedOut).toBe(true);
  expect(server.received).toHaveLength(1);
});

test('two tabs send each answer once and know of each other', async () => {
  const { server, browser, tab } = await openBrowser();
  const other = await openTab(browser, server);

  await Promise.all([tab.give('D1.1', level(2)), other.give('D1.2', level(3))]);
  await Promise.all([tab.outbox.flush(), other.outbox.flush()]);
  await vi.advanceTimersByTimeAsync(0);

  expect(server.received.map(({ clientSequence }) => clientSequence).sort()).toEqual([1, 2]);
  expect(other.known.get('D1.1')?.revision).toBe(1);
  expect(tab.outbox.state.record.entries).toEqual([]);
  expect(other.outbox.state.record.entries).toEqual([]);
});

test('lets go of an answer that the version of now does not ask, says so, and sends what waits behind it', async () => {
  const server = fakeServer();
  const asksAnew = { isOn: true };
  const tab = await openTab(browserWith(memoryStore()), {
    send: async (entry, clientId) =>
      asksAnew.isOn && entry.itemCode === 'D1.1'
        ? { kind: 'refused', isAskedAnew: true }
        : server.send(entry, clientId),
  });

  await tab.give('D1.1', level(2));
  await tab.give('D1.2', level(3));
  await tab.outbox.flush();

  expect(tab.outbox.state.record.entries).toEqual([]);
  expect(tab.outbox.state.outdated).toEqual(['D1.1']);
  expect(server.answers.get('D1.2')?.answer).toEqual(level(3));

  asksAnew.isOn = false;
  await tab.give('D1.1', level(1));
  await tab.outbox.flush();
  expect(tab.outbox.state.outdated).toEqual([]);
  expect(server.answers.get('D1.1')?.answer).toEqual(level(1));
});
