import SQL from '@nearform/sql';
import * as z from 'zod';
import { one } from './query.ts';
import type { Database, Transaction } from './transaction.ts';

const backendSchema = z.object({ backend: z.int() });

/**
 * Does the work in the transaction, and ends its statement when the signal goes off: the work then fails. Otherwise the
 * database would go on counting for nobody.
 */
export async function stopStatements<T>(
  database: Database,
  tx: Transaction,
  { signal, work }: { readonly signal: AbortSignal; readonly work: () => Promise<T> },
): Promise<T> {
  const { backend } = await one(tx, backendSchema, SQL`select pg_backend_pid() as backend`);
  let ending: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    ending = database.pool.query(SQL`select pg_cancel_backend(${backend})`).catch(() => undefined);
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', end);
    // Before the connection is anybody else's: the statement that ends is one of this transaction.
    await ending;
  }
}
