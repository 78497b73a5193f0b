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
    weather: fc.constantFrom<Weather>('clear', 'lost', 'reply-lost'),
  }),
  fc.record({ kind: fc.constant('flush' as const), tab: tabNumber }),
  fc.record({ kind: fc.constant('reload' as const), tab: tabNumber }),
  fc.constant({ kind: 'moment' as const }),
);

test('whatever the network and the tabs do, the last answer given is the one saved, and nobody is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      const server = fakeServer();
      const browser = browserWith(memoryStore());
      const tabs = [await openTab(browser, server), await openTab(browser, server)] as const;
      const open: (typeof tabs)[number][] = [...tabs];
      const given = new Map<string, number>();

      for (const each of events) {
        if (each.kind === 'give') {
          given.set(each.itemCode, each.points);
          await open[each.tab]?.give(each.itemCode, level(each.points));
        }
        if (each.kind === 'turn') server.turn(each.weather);
        if (each.kind === 'flush') void open[each.tab]?.outbox.flush();
        if (each.kind === 'moment') await Promise.resolve();
        if (each.kind === 'reload') {
          open[each.tab]?.close();
          const reloaded = await openTab(browser, server);
          for (const [itemCode, answer] of server.answers) reloaded.known.set(itemCode, answer);
          open[each.tab] = reloaded;
        }
      }
      server.turn('clear');
      for (const tab of open) await tab.outbox.retry();
      for (const tab of open) tab.outbox.stop();

      const saved = [...server.answers].map(([itemCode, { answer }]) => [itemCode, answer]);
      expect(new Map(saved.map(([itemCode, answer]) => [itemCode, answer]))).toEqual(
        new Map([...given].map(([itemCode, points]) => [itemCode, level(points)])),
      );
      expect((await browser.store.read()).entries).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
