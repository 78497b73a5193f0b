import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { createPlanner, type Planner } from '#server/features/planning/planner.ts';
import type { WorkerTask } from '#server/features/planning/planner-worker.ts';
import type { PlanProgress } from '#shared/domain/cohort/outcome.ts';
import { largePlan } from '../../support/large-plan.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'planner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker that does what the script says instead of planning. */
function plannerDoing(script: string): Planner {
  const file = path.join(folder, `${Math.random()}.mjs`);
  writeFileSync(file, script);
  return createPlanner({ workerUrl: pathToFileURL(file) });
}

const task = (firms: number): WorkerTask => ({
  kind: 'plan',
  problem: largePlan(firms),
  previous: [],
  secondsToSolve: 30,
  secondsToFindClash: 5,
});
const failedWith = (reason: string) => `{ kind: 'failed', reason: ${reason} }`;
const secretHere = "process.env.PLANNER_TEST_SECRET ?? 'none'";
const never = new AbortController().signal;
const endless = 'setInterval(() => {}, 1000); for (;;) {}';

test('a plan tells how far it is, and leaves the process that asked free meanwhile', async () => {
  const told: PlanProgress[] = [];
  let beats = 0;
  const heart = setInterval(() => {
    beats += 1;
  }, 5);

  const worked = await createPlanner().work(task(300), { signal: never, onProgress: (each) => told.push(each) });
  clearInterval(heart);

  expect(worked).toMatchObject({ kind: 'outcome', outcome: { status: 'optimal' } });
  expect(told.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['building', 'solving']));
  expect(beats).toBeGreaterThan(10);
});

test('calling off ends a worker that listens to nothing, and lets the next one begin', async () => {
  const planner = plannerDoing(endless);
  const abort = new AbortController();
  const [first, second] = [new AbortController(), new AbortController()];
  const running = planner.work(task(10), { signal: AbortSignal.any([abort.signal, first.signal]) });
  const waiting = planner.work(task(10), { signal: AbortSignal.any([abort.signal, second.signal]) });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(planner.isBusy()).toBe(true);

  first.abort();
  expect(await running).toEqual({ kind: 'cancelled' });
  second.abort();
  expect(await waiting).toEqual({ kind: 'cancelled' });
  expect(planner.isBusy()).toBe(false);
});

test('no more than twenty wait', async () => {
  const planner = plannerDoing(endless);
  const abort = new AbortController();
  const running = Array.from({ length: 20 }, () => planner.work(task(1), { signal: abort.signal }));

  expect(planner.isFull()).toBe(true);
  expect(await planner.work(task(1), { signal: abort.signal })).toMatchObject({ kind: 'failed' });
  abort.abort();
  await Promise.all(running);
  expect(planner.isFull()).toBe(false);
});

test('what is called off while it waits leaves its place at once, and what came after it still waits for its turn', async () => {
  const planner = plannerDoing(endless);
  const [first, others, last] = [new AbortController(), new AbortController(), new AbortController()];
  let isRunning = true;
  const running = planner.work(task(1), { signal: first.signal }).finally(() => {
    isRunning = false;
  });
  const waiting = Array.from({ length: 19 }, () => planner.work(task(1), { signal: others.signal }));
  expect(planner.isFull()).toBe(true);

  others.abort();
  expect(new Set((await Promise.all(waiting)).map(({ kind }) => kind))).toEqual(new Set(['cancelled']));
  expect([isRunning, planner.isFull()]).toEqual([true, false]);

  const turns: boolean[] = [];
  const after = planner.work(
    async () => {
      turns.push(isRunning);
      return null;
    },
    { signal: last.signal },
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(turns).toEqual([]);
  first.abort();
  await Promise.all([running, after]);
  expect(turns).toEqual([false]);
});

test('a real search is called off in its midst', async () => {
  const abort = new AbortController();
  const startedMs = performance.now();
  const worked = await createPlanner().work(task(2000), {
    signal: abort.signal,
    onProgress: ({ phase }) => {
      if (phase === 'solving') abort.abort();
    },
  });

  expect(worked).toEqual({ kind: 'cancelled' });
  expect(performance.now() - startedMs).toBeLessThan(20_000);
});

test.each([
  ['ends by itself', 'process.exit(3)', 'the worker ended with 3'],
  ['cannot be begun', 'process.stderr.write = () => true; throw new Error("broken")', 'the worker ended with 1'],
  ['is ended by its engine', 'process.abort()', 'the worker ended with SIGABRT'],
  ['says that it could not', `process.once('message', () => process.send(${failedWith("'broken'")}))`, 'broken'],
  // What the server knows of the database, of mail and of keys is in its environment.
  ['looks for secrets', `process.once('message', () => process.send(${failedWith(secretHere)}))`, 'none'],
])('a worker that %s is a failure, and the next one begins', async (_, script, reason) => {
  process.env['PLANNER_TEST_SECRET'] = 'kept';
  const planner = plannerDoing(script);

  expect(await planner.work(task(10), { signal: never })).toEqual({ kind: 'failed', reason });
  expect(await planner.work(task(10), { signal: never })).toEqual({ kind: 'failed', reason });
  expect(planner.isBusy()).toBe(false);
});

const inServer = (file: string) => pathToFileURL(path.resolve('server/platform/workers', file)).href;

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

test('a worker that is busy ends when whoever began it was killed', async () => {
  const busy = path.join(folder, 'busy.mjs');
  writeFileSync(
    busy,
    `import { serveTask } from '${inServer('serve-task.ts')}'; await serveTask(() => { for (;;) {} });`,
  );
  const server = path.join(folder, 'server.mjs');
  writeFileSync(
    server,
    `import { startWorker } from '${inServer('worker-process.ts')}';
    const worker = startWorker(new URL('${pathToFileURL(busy).href}'), 64);
    worker.process.send({}, () => setTimeout(() => process.send(worker.process.pid), 500));
    setInterval(() => {}, 1000);`,
  );
  const parent = fork(server, { execArgv: [] });
  const [processId]: number[] = await once(parent, 'message');
  if (processId === undefined) throw new Error('the worker has no number');
  expect(isRunning(processId)).toBe(true);

  parent.kill('SIGKILL');

  await vi.waitFor(() => expect(isRunning(processId)).toBe(false), { timeout: 10_000, interval: 100 });
});

test('a solver without memory fails, and nothing else does', async () => {
  const worked = await createPlanner({ memoryBytes: 1024 * 1024 }).work(task(15_000), { signal: never });

  expect(worked.kind).toBe('failed');
});

test('a search that may take no time finds nothing, or says how good what it found is', async () => {
  const worked = await createPlanner().work({ ...task(2000), secondsToSolve: 0.05 } as WorkerTask, { signal: never });

  if (worked.kind !== 'outcome') throw new Error(JSON.stringify(worked));
  expect(['none-in-time', 'feasible', 'optimal']).toContain(worked.outcome.status);
});
