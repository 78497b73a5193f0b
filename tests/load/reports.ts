import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import Fastify from 'fastify';
import pg from 'pg';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { answeredFirm, answersPerResponse, type Firm, say, submit } from './firms.ts';
import { median, p95, residentMb, watchPeak } from './measure.ts';

const responses = 100;
const files = 500;
/** So long after the last file a server that is at rest has cleared away what it made. */
const restMs = 10_000;

async function fetchWhole(address: string, cookie: string): Promise<Buffer> {
  const reply = await fetch(address, { headers: { cookie } });
  const body = Buffer.from(await reply.arrayBuffer());
  if (reply.status !== 200) throw new Error(`${address}: ${reply.status} ${body}`);
  return body;
}

const ofResponse = (origin: string, { responseId }: Firm, rest: string) =>
  `${origin}/api/responses/${responseId}/${rest}`;

type Bare = { readonly address: string; readonly close: () => Promise<void> };

/** Two routes that keep a document of that size and read it again, and do nothing else. */
async function startBare(url: string, document: string): Promise<Bare> {
  const pool = new pg.Pool({ connectionString: url });
  await pool.query('create table if not exists bare_results (id uuid primary key, document text not null)');
  const app = Fastify();
  app.post<{ Params: { id: string } }>('/:id', async ({ params: { id } }, reply) => {
    await pool.query('insert into bare_results values ($1, $2)', [id, document]);
    return reply.code(201).send({ id });
  });
  app.get<{ Params: { id: string } }>('/:id', async ({ params: { id } }, reply) => {
    const { rows } = await pool.query<{ document: string }>('select document from bare_results where id = $1', [id]);
    return reply.type('application/json').send(rows[0]?.document);
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    await app.close();
    await pool.end();
  };
  return { address, close };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** From sending the answers in to having the whole result, one after the other, each beside the bare routes. */
async function measureResults(origin: string, url: string): Promise<Firm> {
  const first = await answeredFirm(origin);
  await submit(origin, first);
  const document = (await fetchWhole(ofResponse(origin, first, 'result'), first.cookie)).toString();
  const bare = await startBare(url, document);
  const own: number[] = [];
  const theirs: number[] = [];
  for (let response = 0; response < responses; response += 1) {
    const firm = await answeredFirm(origin);
    const id = randomUUID();
    own.push(
      await timeOf(async () => {
        await submit(origin, firm);
        await fetchWhole(ofResponse(origin, firm, 'result'), firm.cookie);
      }),
    );
    theirs.push(
      await timeOf(async () => {
        await (await fetch(`${bare.address}/${id}`, { method: 'POST' })).arrayBuffer();
        await fetchWhole(`${bare.address}/${id}`, '');
      }),
    );
  }
  await bare.close();
  const [mine, baseline] = [p95(own), p95(theirs)];
  say(
    `from submitting ${answersPerResponse} answers to the whole result (${(document.length / 1000).toFixed(0)} kB), ${responses} times: p95 ${mine.toFixed(0)} ms, median ${median(own).toFixed(0)} ms`,
  );
  say(
    `  bare routes that keep and read such a document: p95 ${baseline.toFixed(1)} ms, median ${median(theirs).toFixed(1)} ms; ratio of p95 ${(mine / baseline).toFixed(1)}`,
  );
  return first;
}

/** The files of one result one after the other, as whoever gets a report waits for it. */
async function measureFiles({ origin, child }: ServerProcess, firm: Firm, format: string): Promise<void> {
  const beforeMb = residentMb(child.pid);
  const endPeak = watchPeak(child.pid);
  const times: number[] = [];
  let bytes = 0;
  const totalMs = await timeOf(async () => {
    for (let file = 0; file < files; file += 1)
      times.push(
        await timeOf(async () => {
          bytes = (await fetchWhole(ofResponse(origin, firm, `report/sv/${format}`), firm.cookie)).length;
        }),
      );
  });
  const peakMb = endPeak();
  await pause(restMs);
  say(
    `${files} reports as ${format} (${(bytes / 1000).toFixed(0)} kB each): ${((files * 1000) / totalMs).toFixed(1)} a second, median ${median(times).toFixed(0)} ms, p95 ${p95(times).toFixed(0)} ms`,
  );
  say(
    `  memory of the server: ${beforeMb.toFixed(0)} MB before, at most ${peakMb.toFixed(0)} MB, ${residentMb(child.pid).toFixed(0)} MB after ${restMs / 1000} s of rest`,
  );
}

export async function measureReports(server: ServerProcess, { adminUrl }: EmbeddedPostgres): Promise<void> {
  const firm = await measureResults(server.origin, adminUrl);
  for (const format of ['pdf', 'xlsx']) await measureFiles(server, firm, format);
}
