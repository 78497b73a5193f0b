import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeServer, type Weather } from './fake-server.ts';
import { memoryStore } from './memory-store.ts';
import { browserWith, openTab } from './open-tab.ts';
import { level } from './outbox-fixture.ts';

type Event =
  | { kind: 'give'; tab: 0 | 1; itemCode: string; points: number }
  | { kind: 'turn'; weather: Weather }
  | { kind: 'flush'; tab: 0 | 1 }
  | { kind: 'reload'; tab: 0 | 1 }
  | { kind: 'let-in'; tab: 0 | 1 }
  | { kind: 'moment' };

const tabNumber = fc.constantFrom<0 | 1>(0, 1);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('give' as const),
    tab: tabNumber,
    itemCode: fc.constantFrom('D1.1', 'D1.2'),
    points: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('turn' as const),
    weather: fc.constantFrom<Weather>('clear', 'lost', 'reply-lost', 'closed'),
  }),
  fc.record({ kind: fc.constant('flush' as const), tab: tabNumber }),
  fc.record({ kind: fc.constant('reload' as const), tab: tabNumber }),
  fc.record({ kind: fc.constant('let-in' as const), tab: tabNumber }),
  fc.constant({ kind: 'moment' as const }),
);

async function openWorld() {
  const server = fakeServer();
  const browser = browserWith(memoryStore());
  const open = [await openTab(browser, server), await openTab(browser, server)];
  const given = new Map<string, number>();
  const reload = async (tab: 0 | 1) => {
    open[tab]?.close();
    const reloaded = await openTab(browser, server);
    for (const [itemCode, answer] of server.answers) reloaded.known.set(itemCode, answer);
    open[tab] = reloaded;
  };
  const give = async (tab: 0 | 1, itemCode: string, points: number) => {
    given.set(itemCode, points);
    await open[tab]?.give(itemCode, level(points));
  };
  return { server, browser, open, given, reload, give };
}

async function happen(event: Event, world: Awaited<ReturnType<typeof openWorld>>): Promise<void> {
  switch (event.kind) {
    case 'give':
      return world.give(event.tab, event.itemCode, event.points);
    case 'turn':
      return world.server.turn(event.weather);
    case 'flush':
      void world.open[event.tab]?.outbox.flush();
      return;
    case 'reload':
      return world.reload(event.tab);
    case 'let-in':
      world.open[event.tab]?.outbox.letIn();
      return;
    case 'moment':
      return Promise.resolve();
  }
}

test('whatever the network and the tabs do, the last answer given is the one saved, and nobody is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      const world = await openWorld();
      for (const each of events) await happen(each, world);

      world.server.turn('clear');
      for (const tab of world.open) tab.outbox.letIn();
      for (const tab of world.open) await tab.outbox.retry();
      for (const tab of world.open) tab.outbox.stop();

      const saved = [...world.server.answers].map(([itemCode, { answer }]) => [itemCode, answer] as const);
      const expected = [...world.given].map(([itemCode, points]) => [itemCode, level(points)] as const);
      expect(Object.fromEntries(saved)).toEqual(Object.fromEntries(expected));
      expect((await world.browser.store.read()).entries).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
