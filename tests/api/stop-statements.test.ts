import SQL from '@nearform/sql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exec } from '#server/platform/database/query.ts';
import { stopStatements } from '#server/platform/database/stop-statements.ts';
import { type AccessContext, inTransaction, type Transaction } from '#server/platform/database/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.applicationUrl, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const ofWorker: AccessContext = { surface: 'worker' };
const sleep = (tx: Transaction) => exec(tx, SQL`select pg_sleep(8)`);

test('a statement ends when nobody waits for it any more, and the next one on the connection is let be', async () => {
  const stop = new AbortController();
  const startedMs = performance.now();
  const stopped = inTransaction({ pool }, ofWorker, (tx) =>
    stopStatements({ pool }, tx, { signal: stop.signal, work: () => sleep(tx) }),
  );
  setTimeout(() => stop.abort(), 300);

  await expect(stopped).rejects.toThrow();
  expect(performance.now() - startedMs).toBeLessThan(7000);
  await inTransaction({ pool }, ofWorker, (tx) => exec(tx, SQL`select pg_sleep(0.2)`));
});

test('what nobody waits for is not begun', async () => {
  const begun: string[] = [];
  const work = async () => void begun.push('begun');

  await expect(
    inTransaction({ pool }, ofWorker, (tx) => stopStatements({ pool }, tx, { signal: AbortSignal.abort(), work })),
  ).rejects.toThrow();
  expect(begun).toEqual([]);
});
