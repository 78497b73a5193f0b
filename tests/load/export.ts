import pg from 'pg';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { say } from './firms.ts';
import { makeManyFirms } from './many-firms.ts';
import { residentMb, watchPeak } from './measure.ts';
import { advisorCookie, provider } from './queue.ts';

const firms = 250;
const copies = 400;

type Taken = {
  readonly seconds: number;
  readonly firstByteMs: number;
  readonly megabytes: number;
  readonly peakMb: number;
};

async function take({ origin, child }: ServerProcess, cookie: string, format: string): Promise<Taken> {
  const endPeak = watchPeak(child.pid);
  const startedMs = performance.now();
  const reply = await fetch(`${origin}/api/advisor/queue/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'accept-encoding': 'identity' },
    body: JSON.stringify({ filter: { view: 'all', order: 'name' }, format, language: 'sv' }),
  });
  if (!reply.ok || reply.body === null) throw new Error(`no export: ${reply.status}`);
  let bytes = 0;
  let firstByteMs = 0;
  for await (const piece of reply.body) {
    firstByteMs ||= performance.now() - startedMs;
    bytes += (piece as Uint8Array).length;
  }
  return { seconds: (performance.now() - startedMs) / 1000, firstByteMs, megabytes: bytes / 1e6, peakMb: endPeak() };
}

/** The same rows as the owner of the tables copies them out, without policies, session or looks. */
async function rawSeconds(client: pg.Client): Promise<{ seconds: number; rows: number }> {
  const startedMs = performance.now();
  const { rowCount } = await client.query(
    `create temp table raw_copy as select f.name, f.organisation_number, s.*, r.package_code, r.status
     from (select distinct firm_id from consents where provider_code = '${provider}' and withdrawn_at is null
       and purpose <> 'statistics') c
     join firms f using (firm_id) left join firm_summaries s using (firm_id)
     left join lateral (select * from referrals r where r.firm_id = c.firm_id and r.provider_code = '${provider}'
       order by created_at desc limit 1) r on true order by lower(f.name)`,
  );
  await client.query(`copy raw_copy to program 'cat > /dev/null' with (format csv)`);
  return { seconds: (performance.now() - startedMs) / 1000, rows: rowCount ?? 0 };
}

/** Every firm shows its results to the provider, so that each is a row. */
async function letEverybodyIn(client: pg.Client): Promise<void> {
  await client.query(
    `insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language)
     select gen_random_uuid(), firm_id, 'result', $1, 'result-1', 'sv' from firms on conflict do nothing`,
    [provider],
  );
  await client.query('analyze consents');
}

/** Every row of a large queue as a file, over HTTP with the looks written, against a plain copy of the same rows. */
export async function measureExport(server: ServerProcess, { adminUrl }: EmbeddedPostgres): Promise<void> {
  await makeManyFirms(adminUrl, firms, copies);
  const client = new pg.Client({ connectionString: adminUrl, options: '-c search_path=mattstock' });
  await client.connect();
  try {
    await letEverybodyIn(client);
    const cookie = await advisorCookie(client);
    const raw = await rawSeconds(client);
    say(
      `export: ${raw.rows} rows; raw copy ${raw.seconds.toFixed(1)} s; server at rest ${residentMb(server.child.pid).toFixed(0)} MB`,
    );
    for (const format of ['json', 'csv', 'xlsx']) {
      const { seconds, firstByteMs, megabytes, peakMb } = await take(server, cookie, format);
      say(
        `  ${format}: ${seconds.toFixed(1)} s (${(seconds / raw.seconds).toFixed(1)} times the raw copy), first byte after ${firstByteMs.toFixed(0)} ms, ${megabytes.toFixed(1)} MB, server at most ${peakMb.toFixed(0)} MB`,
      );
    }
  } finally {
    await client.end();
  }
}
