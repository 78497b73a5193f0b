import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { queryOnce } from '../support/query.ts';
import { type Acknowledged, RemoteFirm } from '../support/remote-firm.ts';
import type { ServedPostgres } from '../support/served-postgres.ts';
import { startServer } from '../support/server-process.ts';
import { items, say } from './firms.ts';
import { p95, watchPeak } from './measure.ts';

const firms = 2000;
const respondents = 50;
const minutes = 5;
/** Each answers so many questions, and thinks again about every fifth. */
const answersEach = 16;
const retryMs = 100;
const kills = [1 / 3, 2 / 3];

type Site = { origin: string };
type Outcome = { readonly responseId: string; readonly acknowledged: ReadonlyMap<string, Acknowledged> };
type Tally = { readonly times: number[]; retries: number; doubleReceipts: number };

/** Again until it is so, as a browser does whose server is away. */
async function until<T>(tally: Tally, attempt: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const reached = await attempt();
    if (reached !== undefined && reached !== false) return reached;
    tally.retries += 1;
    await pause(retryMs);
  }
}

async function answer(site: Site, tally: Tally, thinkMs: number): Promise<Outcome> {
  const firm = await until(tally, () => RemoteFirm.start(site.origin).catch(() => undefined));
  let sequence = 0;
  const give = async (itemCode: string, level: number) => {
    sequence += 1;
    await pause(Math.random() * 2 * thinkMs);
    const beganMs = performance.now();
    await until(tally, () => {
      firm.origin = site.origin;
      return firm.save(itemCode, level, sequence);
    });
    tally.times.push(performance.now() - beganMs);
  };
  for (const [turn, itemCode] of items.slice(0, answersEach).entries()) {
    await give(itemCode, turn % 5);
    if (turn % 5 === 4) await give(itemCode, (turn + 1) % 5);
  }
  const key = randomUUID();
  const submit = () => {
    firm.origin = site.origin;
    return firm.submit(key);
  };
  const receipt = await until(tally, submit);
  const again = await until(tally, submit);
  if (again.receiptNumber !== receipt.receiptNumber) tally.doubleReceipts += 1;
  return firm;
}

type StoredRow = { readonly responseId: string; readonly itemCode: string; readonly level: number };

/** How many answers were acknowledged and do not stand as they were acknowledged last. */
async function countLost(url: string, outcomes: readonly Outcome[]): Promise<number> {
  const rows = await queryOnce<StoredRow>(
    url,
    `select response_id as "responseId", item_code as "itemCode", level from mattstock.answers`,
  );
  const levels = new Map(rows.map(({ responseId, itemCode, level }) => [`${responseId}/${itemCode}`, level]));
  return outcomes
    .flatMap(({ responseId, acknowledged }) => [...acknowledged.values()].map((each) => ({ responseId, ...each })))
    .filter(({ responseId, itemCode, level }) => levels.get(`${responseId}/${itemCode}`) !== level).length;
}

/** Saves that stand twice in the history, and responses with more than one submission. */
async function countDoubles(url: string): Promise<number> {
  const [row] = await queryOnce<{ doubles: number }>(
    url,
    `select (
       (select count(*) from (select from mattstock.answer_events group by response_id, item_code, revision
         having count(*) > 1) e)
       + (select count(*) from (select from mattstock.submissions group by response_id having count(*) > 1) s)
     )::integer as doubles`,
  );
  return row?.doubles ?? Number.NaN;
}

async function countSubmissions(url: string): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(url, 'select count(*)::integer as count from mattstock.submissions');
  return row?.count ?? Number.NaN;
}

/** Fifty people answer for two thousand firms over five minutes, and the server is killed twice while they do. */
export async function measureSoak({ postgres, variables }: ServedPostgres): Promise<void> {
  const serve = () => startServer({ ...variables, RATE_LIMIT_PER_MINUTE: '1000000' });
  let server = await serve();
  const site: Site = { origin: server.origin };
  const tally: Tally = { times: [], retries: 0, doubleReceipts: 0 };
  const outcomes: Outcome[] = [];
  const peaks = [watchPeak(server.child.pid)];
  const away: number[] = [];
  const soakMs = minutes * 60_000;
  const begunMs = performance.now();
  // What is left of the time, shared among the answers that are left: so that it lasts for as long as it should.
  const requestsEach = answersEach + Math.floor(answersEach / 5);
  let begun = 0;
  const thinkMs = () => {
    const leftMs = Math.max(soakMs - (performance.now() - begunMs), 0);
    return (leftMs * respondents) / Math.max((firms - begun + respondents) * requestsEach, 1);
  };
  const killing = (async () => {
    for (const share of kills) {
      await pause(Math.max(begunMs + share * soakMs - performance.now(), 0));
      const goneMs = performance.now();
      await server.killHard();
      server = await serve();
      site.origin = server.origin;
      away.push(performance.now() - goneMs);
      peaks.push(watchPeak(server.child.pid));
    }
  })();
  const respondent = async () => {
    while (begun < firms) {
      begun += 1;
      outcomes.push(await answer(site, tally, thinkMs()));
    }
  };
  await Promise.all([killing, ...Array.from({ length: respondents }, respondent)]);
  const seconds = (performance.now() - begunMs) / 1000;

  const acknowledged = outcomes.reduce((sum, { acknowledged: answers }) => sum + answers.size, 0);
  const lost = await countLost(postgres.adminUrl, outcomes);
  const doubles = (await countDoubles(postgres.adminUrl)) + tally.doubleReceipts;
  const submitted = await countSubmissions(postgres.adminUrl);
  say(
    `soak: ${outcomes.length} firms, ${respondents} respondents at a time, ${seconds.toFixed(0)} s, killed ${kills.length} times`,
  );
  say(
    `  ${tally.times.length} saves acknowledged (${(tally.times.length / seconds).toFixed(0)}/s), p95 ${p95(tally.times).toFixed(0)} ms`,
  );
  say(
    `  away for ${away.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(' and ')}; ${tally.retries} attempts made again`,
  );
  say(`  ${acknowledged} answers stand acknowledged: ${lost} lost; ${submitted} submissions; ${doubles} doubles`);
  say(`  server at most ${Math.max(...peaks.map((peak) => peak())).toFixed(0)} MB`);
  await server.stop();
  if (lost + doubles > 0 || submitted !== firms) throw new Error('the soak lost or doubled something');
}
