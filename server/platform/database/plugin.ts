import fastifyPostgres from '@fastify/postgres';
import type { FastifyInstance } from 'fastify';
import type { Database } from './transaction.ts';

const connectTimeoutMs = 5000;
const idleTimeoutMs = 30_000;

/** Opens the pool. A connection that PostgreSQL closes while idle is logged; without a listener it ends the process. */
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
  pool.on('error', (error) => app.log.warn({ err: error }, 'an idle database connection was lost'));
  return { pool };
}
