import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { readConfig } from '#server/config.ts';
import { saveAnswer } from '#server/features/assessments/save-answer.ts';
import { startResponse } from '#server/features/assessments/start-response.ts';
import { systemClock } from '#server/platform/clock.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import type { Context } from '#server/platform/context.ts';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { randomIdentifiers, sha256Hex } from '#server/platform/identifier.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { testSealing } from '../support/test-sealing.ts';
import { bundle, items, level, save, say, startBody, startFirm } from './firms.ts';
import { describeRounds, perSecond } from './measure.ts';

const rounds = 3;
const roundMs = 4000;
const places = 10;

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

/** The product's own saving, access rules and event log included, called in this process without HTTP. */
async function directSaves(url: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: places, ...{ pipeline: true } });
  const database = { pool };
  const context: Context = {
    config: readConfig({ NODE_ENV: 'test', DATABASE_URL: url }),
    database,
    clock: systemClock,
    identifiers: randomIdentifiers,
    published: createPublishedContent(database),
    bundle,
    sealing: testSealing,
    oidc: undefined,
    wakeWorker: () => undefined,
    demoMailbox: undefined,
  };
  const firms = await Promise.all(
    Array.from({ length: places }, async () => {
      const { response, key } = await startResponse(context, { ...startBody, language: 'sv' });
      return {
        access: { surface: 'app', accessKey: sha256Hex(key) } as const,
        responseId: response.responseId,
        clientId: randomUUID(),
        sequence: 0,
      };
    }),
  );
  const rate = await perSecond(places, roundMs, async (place) => {
    const firm = firms[place];
    if (firm === undefined) return;
    const baseRevision = Math.floor(firm.sequence / items.length);
    const itemCode = items[firm.sequence % items.length] ?? '';
    firm.sequence += 1;
    const { access, responseId, clientId, sequence: clientSequence } = firm;
    await saveAnswer(context, access, {
      responseId,
      itemCode,
      clientId,
      clientSequence,
      baseRevision,
      answer: level(clientSequence),
    });
  });
  await pool.end();
  return rate;
}

async function httpSaves(origin: string): Promise<number> {
  const firms = await Promise.all(Array.from({ length: places }, () => startFirm(origin)));
  return perSecond(places, roundMs, async (place) => {
    const firm = firms[place];
    if (firm !== undefined) await save(origin, firm);
  });
}

export async function measureSaves(server: ServerProcess, postgres: EmbeddedPostgres): Promise<void> {
  const raw: number[] = [];
  const direct: number[] = [];
  const http: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    raw.push(await rawUpserts(postgres.adminUrl));
    direct.push(await directSaves(postgres.applicationUrl));
    http.push(await httpSaves(server.origin));
  }
  const ratio = (rates: readonly number[]) =>
    describeRounds(rates.map((rate, round) => rate / (raw[round] ?? Number.NaN)));
  say(`raw upserts per second: ${describeRounds(raw, 0)}`);
  say(`  answers saved without HTTP: ${describeRounds(direct, 0)}, ratio ${ratio(direct)} (aim: 0.5 or more)`);
  say(`  answers saved over HTTP: ${describeRounds(http, 0)}, ratio ${ratio(http)}`);
}
