import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';

/* A Fastify without schemas, hooks, checks or rules, which sends the statements that were recorded of the product. */

type Recorded = { text: string; values: unknown[] };
const [, , file = '', url = ''] = process.argv;
const { requests, kept } = JSON.parse(readFileSync(file, 'utf8')) as { requests: Recorded[][]; kept: string[] };

const pool = new pg.Pool({ connectionString: url, max: 10, ...{ pipeline: true } });
const known = new Set(kept);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const digest = /^[0-9a-f]{64}$/;

/** Every response gets identifiers and keys of its own in place of the recorded ones. */
function freshen(value: unknown, own: Map<string, string>): unknown {
  if (typeof value === 'object' && value !== null && '$buffer' in value) {
    return Buffer.from(String(freshen(value.$buffer, own)), 'hex');
  }
  if (typeof value !== 'string' || known.has(value) || !(uuid.test(value) || digest.test(value))) return value;
  const fresh = own.get(value) ?? (uuid.test(value) ? randomUUID() : randomBytes(32).toString('hex'));
  own.set(value, fresh);
  return fresh;
}

async function send(statements: readonly Recorded[], own: Map<string, string>): Promise<void> {
  const client = await pool.connect();
  try {
    await Promise.all(
      statements.map(({ text, values }) =>
        client.query(
          text,
          values.map((value) => freshen(value, own)),
        ),
      ),
    );
  } finally {
    client.release();
  }
}

const app = Fastify();
const responses = new Map<string, Map<string, string>>();
app.post<{ Params: { response: string; index: string } }>('/:response/:index', async (request) => {
  const { response, index } = request.params;
  const own = responses.get(response) ?? new Map<string, string>();
  responses.set(response, own);
  await send(requests[Number(index)] ?? [], own);
  return request.body;
});
process.stdout.write(`ready: ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
