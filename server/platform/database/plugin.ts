import fastifyPostgres from '@fastify/postgres';
import type { FastifyInstance } from 'fastify';
import type { Database } from './transaction.ts';

const connectTimeoutMs = 5000;
const idleTimeoutMs = 30_000;

/** Opens the pool. A connection that is lost is logged, whether idle or in use, and replaced. */
export async function registerDatabase(
  app: FastifyInstance,
  options: { url: string; poolSize: number },
): Promise<Database> {
  await app.register(fastifyPostgres, {
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    application_name: 'mattstock',
    pipeline: true,
  });
  const { pool } = app.pg;
  // The pool listens only while a connection is idle; the query under way is rejected by itself.
  pool.on('connect', (client) =>
    client.on('error', (error) => app.log.warn({ err: error }, 'a database connection was lost')),
  );
  // An idle connection's loss comes here a second time, and without a listener it would end the process.
  pool.on('error', () => undefined);
  return { pool };
}
