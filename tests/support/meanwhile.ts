import type { PoolClient } from 'pg';
import { expect, vi } from 'vitest';
import type { TestApp } from './test-app.ts';

type Change = (holder: PoolClient) => Promise<unknown>;

/** Lets the attempt wait for what `hold` locks, makes the change meanwhile, and then lets the attempt go on. */
export async function meanwhile<T>(
  { admin }: Pick<TestApp, 'admin'>,
  hold: Change,
  attempt: () => Promise<T>,
  change: Change,
): Promise<T> {
  const holder = await admin.connect();
  try {
    await holder.query('begin');
    await hold(holder);
    const running = attempt();
    await untilWaiting(admin, 1);
    await change(holder);
    await holder.query('commit');
    return await running;
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

/** Lets the attempts, each of which waits for what `hold` locks, queue up in this order, and then run. */
export async function inOrder<T>(
  { admin }: Pick<TestApp, 'admin'>,
  hold: Change,
  attempts: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const holder = await admin.connect();
  const running: Promise<T>[] = [];
  try {
    await holder.query('begin');
    await hold(holder);
    for (const attempt of attempts) {
      running.push(attempt());
      await untilWaiting(admin, running.length);
    }
  } finally {
    await holder.query('commit');
    holder.release();
  }
  return Promise.all(running);
}

async function countWaiting(admin: TestApp['admin']): Promise<number> {
  const { rows } = await admin.query<{ waiting: number }>(
    `select count(*)::integer as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.waiting ?? 0;
}

/** Until so many statements wait for what another transaction holds. */
export function untilWaiting(admin: TestApp['admin'], count: number): Promise<void> {
  return vi.waitFor(async () => expect(await countWaiting(admin)).toBe(count), { timeout: 5000 });
}
