import SQL from '@nearform/sql';
import type { Pool, PoolClient } from 'pg';
import { DomainError } from '../domain-error.ts';
import { isRetriableFault, isUnavailable } from './database-faults.ts';

declare const transactionBrand: unique symbol;

/** A connection inside a transaction with its role and keys set. Only `inTransaction` makes one. */
export type Transaction = Pick<PoolClient, 'query'> & { readonly [transactionBrand]: true };

export type Database = { readonly pool: Pool };

/** What kind of work it is: each kind has a role of the database with no more rights than it takes. */
export type Surface = 'app' | 'identity' | 'member' | 'advisor' | 'coordination' | 'statistics' | 'worker';

/** On whose behalf the transaction runs. Keys are the SHA-256 (hex) of what the browser presented. */
export type AccessContext = {
  readonly surface: Surface;
  /** The key of one response. */
  readonly accessKey?: string;
  readonly sessionKey?: string;
  /** The response that a session is to open. */
  readonly responseId?: string;
};

/** Work that needs nobody's rights: what is public. */
export const nobody: AccessContext = { surface: 'app' };

export type TransactionOptions = {
  /** True when `work` may be run again from its start after a deadlock or a serialization failure. */
  readonly isRetriable?: boolean;
  /** True when all statements have to see the database as it was when the first of them began. */
  readonly isOfOneMoment?: boolean;
};

const retries = 3;
const retryBaseMs = 20;
const statementTimeoutMs = '10000';
const idleTimeoutMs = '15000';

type Work<T> = Pick<TransactionOptions, 'isOfOneMoment'> & { readonly work: (tx: Transaction) => Promise<T> };

/** Everything is local to the transaction, so that nothing of one request reaches the next one on the connection. */
function settings({ surface, accessKey = '', sessionKey = '', responseId = '' }: AccessContext) {
  return SQL`select set_config('role', ${`mattstock_${surface}`}, true), set_config('search_path', 'mattstock', true),
    set_config('mattstock.access_key', ${accessKey}, true), set_config('mattstock.session_key', ${sessionKey}, true),
    set_config('mattstock.response_id', ${responseId}, true),
    set_config('statement_timeout', ${statementTimeoutMs}, true),
    set_config('idle_in_transaction_session_timeout', ${idleTimeoutMs}, true)`;
}

async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  // After a swallowed error COMMIT succeeds as a call and answers ROLLBACK.
  if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}`);
}

/** Whether the connection is clean afterwards. */
function rollBack(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}

const begin = (isOfOneMoment: boolean): string => (isOfOneMoment ? 'begin isolation level repeatable read' : 'begin');

async function runOnce<T>(
  client: PoolClient,
  access: AccessContext,
  { work, isOfOneMoment = false }: Work<T>,
): Promise<T> {
  // Not awaited one by one: with pipelining they travel together with the first query of the work.
  const opening = Promise.all([client.query(begin(isOfOneMoment)), client.query(settings(access))]);
  opening.catch(() => undefined);
  const result = await work(client as PoolClient & Transaction).catch(async (error: unknown) => {
    await opening;
    throw error;
  });
  await opening;
  await commit(client);
  return result;
}

async function attempt<T>(database: Database, access: AccessContext, work: Work<T>): Promise<T> {
  const client = await database.pool.connect();
  let isClean = false;
  try {
    const result = await runOnce(client, access, work);
    isClean = true;
    return result;
  } catch (error) {
    isClean = await rollBack(client);
    throw error;
  } finally {
    // A connection whose state is in doubt is destroyed, not handed to the next request.
    client.release(!isClean);
  }
}

/** So long may whoever reads pause between two pieces. */
const longIdleMs = '60000';
const longStatementMs = '60000';

/**
 * Reads piece by piece in one transaction that cannot write, for as long as whoever takes the pieces goes on. It sees
 * the database as it was when it began. When the taker stops, the connection is given back at once.
 */
export async function* readInTransaction<T>(
  database: Database,
  access: AccessContext,
  read: (tx: Transaction) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const client = await database.pool.connect();
  let isClean = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(settings(access));
    await client.query(SQL`select set_config('statement_timeout', ${longStatementMs}, true),
      set_config('idle_in_transaction_session_timeout', ${longIdleMs}, true)`);
    yield* read(client as PoolClient & Transaction);
    await commit(client);
    isClean = true;
  } finally {
    if (!isClean) {
      isClean = await rollBack(client);
    }
    client.release(!isClean);
  }
}

function pause(attempts: number): Promise<void> {
  const ms = retryBaseMs * 2 ** attempts * (0.5 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Runs the work in one transaction as the role of its surface, seeing only what the presented keys open.
 * Resolves when the commit is durable; rejects when nothing was kept, or when the database did not say.
 */
export async function inTransaction<T>(
  database: Database,
  access: AccessContext,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  for (let attempts = 0; ; attempts += 1) {
    try {
      return await attempt(database, access, { work, ...options });
    } catch (error) {
      const mayRetry = options.isRetriable === true && attempts < retries && isRetriableFault(error);
      if (mayRetry) await pause(attempts);
      else if (isUnavailable(error)) throw new DomainError('service-unavailable', { cause: error });
      else throw error;
    }
  }
}
