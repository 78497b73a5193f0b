import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { queryOnce } from '../support/query.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { testSealing } from '../support/test-sealing.ts';
import { answersPerResponse, bundle, call, level, say, startBody, wholeResponse } from './firms.ts';
import { cpuMs, describeRounds } from './measure.ts';
import { StatementRecorder } from './record-statements.ts';

const rounds = 3;
const responsesPerRound = 40;

/** The same response inside this process, with every statement noted. */
async function recordStatements({ applicationUrl: url, adminUrl }: EmbeddedPostgres, file: string): Promise<void> {
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
    sealing: testSealing,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  await wholeResponse(origin);
  const recorder = new StatementRecorder();
  await wholeResponse(origin, () => recorder.nextRequest());
  recorder.stop();
  await app.close();
  const rows = await queryOnce<{ id: string }>(
    adminUrl,
    `select instrument_version_id::text as id from mattstock.instrument_versions
     union all select catalogue_version_id::text from mattstock.catalogue_versions`,
  );
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

export async function measureCpu(server: ServerProcess, postgres: EmbeddedPostgres, file: string): Promise<void> {
  await recordStatements(postgres, file);
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
