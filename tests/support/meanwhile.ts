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
    await vi.waitFor(async () => expect(await countWaiting(admin)).toBe(1), { timeout: 5000 });
    await change(holder);
    await holder.query('commit');
    return await running;
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

export async function countWaiting(admin: TestApp['admin']): Promise<number> {
  const { rows } = await admin.query<{ waiting: number }>(
    `select count(*)::integer as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.waiting ?? 0;
}
