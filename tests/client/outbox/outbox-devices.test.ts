import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Weather } from './fake-server.ts';
import { fakeServer } from './fake-server.ts';
import { memoryStore } from './memory-store.ts';
import { browserWith, openTab } from './open-tab.ts';
import { level } from './outbox-fixture.ts';

/*
 * One response answered on two devices, one of them in two tabs, in any weather. What somebody says is an intention. It
 * knows of every intention that stood on the page where it was said, of those of its device, and of what these knew of.
 */

type TabNumber = 0 | 1 | 2;
type Choice = 'own' | 'theirs';
type Event =
  | { kind: 'give'; tab: TabNumber; itemCode: string }
  | { kind: 'turn'; device: 0 | 1; weather: Weather }
  | { kind: 'flush'; tab: TabNumber }
  | { kind: 'restart'; tab: TabNumber }
  | { kind: 'let-in'; tab: TabNumber }
  | { kind: 'look'; tab: TabNumber }
  | { kind: 'settle'; tab: TabNumber; itemCode: string; choice: Choice }
  | { kind: 'moments'; count: number };

const items = ['D1.1', 'D1.2'] as const;
const tab = fc.constantFrom<TabNumber>(0, 1, 2);
const itemCode = fc.constantFrom(...items);
const choice = fc.constantFrom<Choice>('own', 'theirs');
const weather = fc.constantFrom<Weather>('clear', 'lost', 'reply-lost', 'closed');
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('give' as const), tab, itemCode }) },
  fc.record({ kind: fc.constant('turn' as const), device: fc.constantFrom<0 | 1>(0, 1), weather }),
  fc.record({ kind: fc.constant('flush' as const), tab }),
  fc.record({ kind: fc.constant('restart' as const), tab }),
  fc.record({ kind: fc.constant('let-in' as const), tab }),
  fc.record({ kind: fc.constant('look' as const), tab }),
  fc.record({ kind: fc.constant('settle' as const), tab, itemCode, choice }),
  fc.record({ kind: fc.constant('moments' as const), count: fc.integer({ min: 1, max: 12 }) }),
);

type Intention = { readonly id: string; readonly itemCode: string; readonly knows: Set<string> };
type Tab = Awaited<ReturnType<typeof openTab>>;
const deviceOf: readonly (0 | 1)[] = [0, 0, 1];

async function openWorld() {
  const server = fakeServer();
  const here: Weather[] = ['clear', 'clear'];
  const devices = ['4f1d2c3b-0000-4000-8000-000000000001', '4f1d2c3b-0000-4000-8000-000000000002'].map(
    (client, device) => ({
      browser: browserWith(memoryStore(client)),
      said: new Map<string, Intention>(),
      send: (...entry: Parameters<typeof server.send>) => server.sendIn(here[device] ?? 'clear', ...entry),
    }),
  );
  const at = (number: TabNumber) => {
    const device = devices[deviceOf[number] ?? 0];
    const open = tabs[number];
    if (device === undefined || open === undefined) throw new Error('there is no such tab');
    return { device, open };
  };
  const isReachable = (number: TabNumber) => here[deviceOf[number] ?? 0] === 'clear';
  const openAt = async (number: TabNumber): Promise<Tab> => {
    const device = devices[deviceOf[number] ?? 0];
    if (device === undefined) throw new Error('there is no such device');
    return openTab(device.browser, device);
  };
  const tabs: Tab[] = [await openAt(0), await openAt(1), await openAt(2)];
  return {
    server,
    here,
    devices,
    tabs,
    at,
    isReachable,
    openAt,
    intentions: new Map<string, Intention>(),
    discarded: new Set<string>(),
  };
}
type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * What whoever says something there knows of, of one question: what they said themselves; and what is stored, unless the
 * page shows an own answer in its place, which waits.
 */
function knowledge(world: World, number: TabNumber, item: string): Set<string> {
  const { device, open } = world.at(number);
  const isOwnShown = open.outbox.state.record.entries.some((entry) => entry.itemCode === item);
  const seen = isOwnShown ? undefined : open.known.get(item)?.answer.comment;
  const known = [device.said.get(item), seen === undefined ? undefined : world.intentions.get(seen)];
  return new Set(known.flatMap((intention) => (intention === undefined ? [] : [intention.id, ...intention.knows])));
}

/** The page is loaded again: it knows what stands. */
function look({ server, at, isReachable }: World, number: TabNumber): void {
  if (!isReachable(number)) return;
  for (const [item, answer] of server.answers) at(number).open.known.set(item, answer);
}

async function settle(world: World, number: TabNumber, item: string, chosen: Choice): Promise<void> {
  const { device, open } = world.at(number);
  const { entries } = await device.browser.store.read();
  const met = entries.find((entry) => entry.itemCode === item && entry.state === 'conflict');
  if (met?.current === undefined || met.current === null) return;
  const [own, theirs] = [world.intentions.get(met.answer.comment), world.intentions.get(met.current.answer.comment)];
  if (own === undefined || theirs === undefined) throw new Error('nobody has said that');
  // Whoever knew is not asked.
  expect(own.knows.has(theirs.id)).toBe(false);
  if (chosen === 'theirs') for (const id of [own.id, ...own.knows]) world.discarded.add(id);
  else for (const id of [theirs.id, ...theirs.knows]) own.knows.add(id);
  // Whoever chose has seen both.
  device.said.set(
    item,
    chosen === 'own' ? own : { ...theirs, knows: new Set([...theirs.knows, own.id, ...own.knows]) },
  );
  await open.outbox.settle(item, chosen);
}

async function happen(each: Event, world: World): Promise<void> {
  switch (each.kind) {
    case 'give': {
      const { device, open } = world.at(each.tab);
      const id = `i${world.intentions.size}`;
      const intention = { id, itemCode: each.itemCode, knows: knowledge(world, each.tab, each.itemCode) };
      world.intentions.set(id, intention);
      device.said.set(each.itemCode, intention);
      return open.give(each.itemCode, level(2, id));
    }
    case 'turn':
      world.here[each.device] = each.weather;
      return;
    case 'flush':
      void world.at(each.tab).open.outbox.flush();
      return;
    case 'restart':
      world.at(each.tab).open.close();
      world.tabs[each.tab] = await world.openAt(each.tab);
      return look(world, each.tab);
    case 'let-in':
      return world.at(each.tab).open.outbox.letIn();
    case 'look':
      return look(world, each.tab);
    case 'settle':
      return settle(world, each.tab, each.itemCode, each.choice);
    case 'moments':
      for (let moment = 0; moment < each.count; moment += 1) await Promise.resolve();
  }
}

/** The network is back, everybody is let in, and whoever is asked chooses, until nobody has anything left to say. */
async function comeToRest(world: World, chosen: Choice): Promise<void> {
  world.here.fill('clear');
  for (let round = 0; round < 10; round += 1) {
    for (const { outbox } of world.tabs) outbox.letIn();
    for (const { outbox } of world.tabs) await outbox.retry();
    for (const number of [0, 2] as const) for (const item of items) await settle(world, number, item, chosen);
    const waiting = await Promise.all(
      world.devices.map(async ({ browser }) => (await browser.store.read()).entries.length),
    );
    if (waiting.every((count) => count === 0)) return;
  }
  throw new Error('it does not come to rest');
}

test('no intention is lost but to one that knew of it, or to somebody who saw both and chose', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), choice, async (events, chosen) => {
      const world = await openWorld();
      for (const each of events) await happen(each, world);
      await comeToRest(world, chosen);
      for (const { outbox } of world.tabs) outbox.stop();

      for (const item of items) {
        const said = [...world.intentions.values()].filter((intention) => intention.itemCode === item);
        const standing = world.intentions.get(world.server.answers.get(item)?.answer.comment ?? '');
        const lost = said.filter(
          ({ id }) => id !== standing?.id && standing?.knows.has(id) !== true && !world.discarded.has(id),
        );
        expect(lost).toEqual([]);
      }
      // Every save counts once, however often it was sent.
      const revisions = items.reduce((sum, item) => sum + (world.server.answers.get(item)?.revision ?? 0), 0);
      expect(world.server.acknowledged.size).toBe(revisions);
    }),
    { numRuns: 5000 },
  );
}, 120_000);
