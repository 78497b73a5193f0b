import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { contentFolder } from '#server/folders.ts';
import { systemClock } from '#server/platform/clock.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { startServer } from '../support/server-process.ts';
import { measureBundle } from './bundle-size.ts';
import { cpuMs, describeRounds, median, perSecond } from './measure.ts';
import { StatementRecorder } from './record-statements.ts';

const rounds = 3;
const roundMs = 4000;
const places = 10;
const responsesPerRound = 40;
const answersPerResponse = 50;

const say = (line: string) => process.stdout.write(`${line}\n`);
const { definition, bundle } = await loadContent(contentFolder);
const items = definition.structure.items.filter(({ kind }) => kind === 'ladder').map(({ code }) => code);
const startBody = { formCode: 'snabbkoll', language: 'sv', profile: bundle.demoFirm.profile };
const level = (points: number): Answer => ({ value: { state: 'level', level: points % 5 }, comment: '' });

type Firm = { cookie: string; responseId: string; clientId: string; sequence: number; revisions: Map<string, number> };

async function call(
  origin: string,
  method: string,
  url: string,
  body: object,
  headers: object = {},
): Promise<Response> {
  const reply = await fetch(origin + url, {
    method,
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
  return reply;
}

async function startFirm(origin: string): Promise<Firm> {
  const reply = await call(origin, 'POST', '/api/responses', startBody);
  const { responseId } = (await reply.json()) as { responseId: string };
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { cookie, responseId, clientId: randomUUID(), sequence: 0, revisions: new Map() };
}

function saveBody(firm: Firm, itemCode: string) {
  firm.sequence += 1;
  const baseRevision = firm.revisions.get(itemCode) ?? 0;
  return { clientId: firm.clientId, clientSequence: firm.sequence, baseRevision, answer: level(firm.sequence) };
}

async function save(origin: string, firm: Firm): Promise<void> {
  const itemCode = items[firm.sequence % items.length] ?? '';
  const url = `/api/responses/${firm.responseId}/answers/${itemCode}`;
  const reply = await call(origin, 'PUT', url, saveBody(firm, itemCode), { cookie: firm.cookie });
  firm.revisions.set(itemCode, ((await reply.json()) as { revision: number }).revision);
}

/** Raw upserts as fast as the database takes them, from this process as well. */
async function rawUpserts(url: string): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: places }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  await clients[0]?.query(
    'create table if not exists raw_answers (response text, item text, level integer, primary key (response, item))',
  );
  let turn = 0;
  const rate = await perSecond(places, roundMs, async (place) => {
    turn += 1;
    await clients[place]?.query({
      name: 'raw-upsert',
      text: 'insert into raw_answers values ($1, $2, $3) on conflict (response, item) do update set level = excluded.level',
      values: [`response-${place}`, items[turn % items.length], turn % 5],
    });
  });
  await Promise.all(clients.map((client) => client.end()));
  return rate;
}

async function measureSaves(server: ServerProcess, postgres: EmbeddedPostgres): Promise<void> {
  const raw: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    raw.push(await rawUpserts(postgres.adminUrl));
    const firms = await Promise.all(Array.from({ length: places }, () => startFirm(server.origin)));
    ours.push(
      await perSecond(places, roundMs, async (place) => {
        const firm = firms[place];
        if (firm !== undefined) await save(server.origin, firm);
      }),
    );
  }
  const ratios = ours.map((rate, round) => rate / (raw[round] ?? Number.NaN));
  say(`answers saved per second over HTTP: ${describeRounds(ours, 0)}; raw upserts: ${describeRounds(raw, 0)}`);
  say(`  ratio ${describeRounds(ratios)} (aim: 0.5 or more)`);
}

/** One response from start to submission, on the product. */
async function wholeResponse(origin: string): Promise<void> {
  const firm = await startFirm(origin);
  for (let turn = 0; turn < answersPerResponse; turn += 1) await save(origin, firm);
  const headers = { cookie: firm.cookie, 'idempotency-key': randomUUID() };
  await call(origin, 'POST', `/api/responses/${firm.responseId}/submission`, { language: 'sv' }, headers);
}

/** The same response inside this process, with every statement noted. */
async function recordStatements(url: string, file: string): Promise<void> {
  const config = {
    ...readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: url }),
    rateLimitPerMinute: 1_000_000,
  };
  const app = await buildApp({
    config,
    databaseUrl: url,
    bundle,
    clock: systemClock,
    identifiers: randomIdentifiers,
    clientFolder: os.tmpdir(),
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  await wholeResponse(origin);
  const recorder = new StatementRecorder();
  recorder.nextRequest();
  const firm = await startFirm(origin);
  for (let turn = 0; turn < answersPerResponse; turn += 1) {
    recorder.nextRequest();
    await save(origin, firm);
  }
  recorder.nextRequest();
  const headers = { cookie: firm.cookie, 'idempotency-key': randomUUID() };
  await call(origin, 'POST', `/api/responses/${firm.responseId}/submission`, { language: 'sv' }, headers);
  recorder.stop();
  await app.close();
  const client = new pg.Client({ connectionString: url.replace(/\/\/[^@]+@/, (login) => login) });
  await client.connect();
  const { rows } = await client
    .query<{ id: string }>(
      'begin; set local role mattstock_app; select instrument_version_id::text as id from mattstock.instrument_versions union all select catalogue_version_id::text from mattstock.catalogue_versions',
    )
    .then((results) => (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult<{ id: string }>);
  await client.end();
  const encode = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
      ? { $buffer: Buffer.from(value.data as number[]).toString('hex') }
      : value;
  writeFileSync(file, JSON.stringify({ requests: recorder.requests, kept: rows.map(({ id }) => id) }, encode));
}

async function startBare(file: string, url: string): Promise<{ origin: string; pid: number; stop: () => void }> {
  const script = path.join(import.meta.dirname, 'bare-server.ts');
  const child = spawn(process.execPath, [script, file, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => resolve(/ready: (\S+)/.exec(chunk.toString())?.[1] ?? ''));
  });
  return { origin, pid: child.pid ?? 0, stop: () => child.kill() };
}

async function bareResponse(origin: string): Promise<void> {
  const response = randomUUID();
  for (let index = 0; index < answersPerResponse + 2; index += 1) {
    await call(origin, 'POST', `/${response}/${index}`, index === 0 ? startBody : { answer: level(index) });
  }
}

async function cpuPerResponse(pid: number, work: () => Promise<void>): Promise<number> {
  const before = cpuMs(pid);
  const queue = Array.from({ length: responsesPerRound });
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (queue.pop() !== undefined || queue.length > 0) await work();
    }),
  );
  return (cpuMs(pid) - before) / responsesPerRound;
}

async function measureCpu(server: ServerProcess, postgres: EmbeddedPostgres, file: string): Promise<void> {
  await recordStatements(postgres.applicationUrl, file);
  const bare = await startBare(file, postgres.applicationUrl);
  // Both warm before they are counted.
  await Promise.all([bareResponse(bare.origin), wholeResponse(server.origin)]);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await cpuPerResponse(bare.pid, () => bareResponse(bare.origin)));
    ours.push(await cpuPerResponse(server.child.pid ?? 0, () => wholeResponse(server.origin)));
  }
  bare.stop();
  const ratios = ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN));
  say(`server CPU of a whole response with ${answersPerResponse} answers: ${describeRounds(ours, 1)} ms`);
  say(`  a bare Fastify with the same statements: ${describeRounds(theirs, 1)} ms`);
  say(`  ratio ${describeRounds(ratios)} (aim: 3 or less)`);
}

function measureScoring(): void {
  const { answers, profile } = bundle.demoFirm;
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    let done = 0;
    while (performance.now() - startedMs < 1000) {
      scoreResponse(definition.structure, 'snabbkoll', profile, answers);
      done += 1;
    }
    rates.push((done * 1000) / (performance.now() - startedMs));
  }
  say(
    `responses of 42 answers scored per second: ${describeRounds(rates, 0)}, ${(1e6 / median(rates)).toFixed(0)} µs each`,
  );
}

const { code, fonts, parts } = measureBundle();
say(
  `to the first question, gzip: ${code.toFixed(1)} KB (aim: 125 or less); fonts ${fonts.toFixed(1)} KB (aim: 60 or less)`,
);
say(
  `  ${Object.entries(parts)
    .map(([name, size]) => `${name} ${size.toFixed(1)}`)
    .join(', ')}`,
);
measureScoring();

const folder = mkdtempSync(path.join(os.tmpdir(), 'load-'));
chmodSync(folder, 0o755);
mkdirSync(path.join(folder, 'data'));
// With every setting of durability as the product has it.
const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'data'), log: () => undefined });
const admin = new pg.Client({ connectionString: postgres.adminUrl });
const { migrate } = await import('#server/platform/database/migrate.ts');
const { migrationsFolder } = await import('#server/folders.ts');
await migrate({ url: postgres.adminUrl, folder: migrationsFolder, log: () => undefined });
await admin.connect();
await admin.query(`grant mattstock_app to ${new URL(postgres.applicationUrl).username}`);
await admin.end();
const server = await startServer({
  DATABASE_URL: postgres.applicationUrl,
  MIGRATION_DATABASE_URL: postgres.adminUrl,
  RATE_LIMIT_PER_MINUTE: '1000000',
});
try {
  await measureSaves(server, postgres);
  await measureCpu(server, postgres, path.join(folder, 'statements.json'));
} finally {
  await server.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
