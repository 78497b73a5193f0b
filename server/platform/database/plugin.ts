import fastifyPostgres from '@fastify/postgres';
import type { FastifyInstance } from 'fastify';
import type { Database } from './transaction.ts';

const connectTimeoutMs = 5000;
const idleTimeoutMs = 30_000;

/** Opens the pool. A connection that is lost is logged; without a listener, idle or in use, it would end the process. */
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
  const logLoss = (error: Error) => app.log.warn({ err: error }, 'a database connection was lost');
  pool.on('error', logLoss);
  // The pool listens only while a connection is idle; the query under way is rejected by itself.
  pool.on('connect', (client) => client.on('error', logLoss));
  return { pool };
}
