import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { randomIdentifiers, sha256 } from '#server/platform/identifier.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { say } from './firms.ts';
import { makeManyFirms } from './many-firms.ts';
import { median } from './measure.ts';

const firms = 500;
const copies = 100;
const rounds = 9;
export const provider = 'triple-steelix';

/** Somebody with a session who advises for the provider. */
export async function advisorCookie(client: pg.Client): Promise<string> {
  const [personId, secret] = [randomUUID(), randomIdentifiers.newSecret()];
  await client.query(
    `insert into people (person_id, email, name, language) values ($1, 'load@example.se', 'L', 'sv')`,
    [personId],
  );
  await client.query(
    `insert into memberships (membership_id, person_id, role, organisation_id, organisation_kind)
     select $1, $2, 'advisor', organisation_id, kind from organisations where kind = 'provider' and code = $3`,
    [randomUUID(), personId, provider],
  );
  await client.query(
    `insert into sessions (session_id, person_id, key_sha256, method, has_second_factor, device, idle_limit, expires_at)
     values ($1, $2, $3, 'code', true, 'Firefox, Linux', interval '1 hour', now() + interval '1 hour')`,
    [randomUUID(), personId, sha256(secret)],
  );
  return `mattstock-session=${secret}`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return median(times);
}

/** The same rows as the owner of the tables reads them, without policies, session or looks. */
const rawQueries: Readonly<Record<string, string>> = {
  'view=to-answer': `select r.*, f.name from referrals r join firms f using (firm_id)
    where r.provider_code = '${provider}' and r.status = 'chosen' order by r.answer_due_at limit 51`,
  'view=under-way&order=newest': `select r.*, f.name from referrals r join firms f using (firm_id)
    where r.provider_code = '${provider}' and r.status in ('accepted', 'started') order by r.status_since desc limit 51`,
  'view=all&order=name': `select distinct on (lower(f.name), f.firm_id) f.*, s.* from firms f
    join consents c on c.firm_id = f.firm_id and c.withdrawn_at is null and c.provider_code = '${provider}'
    left join firm_summaries s on s.firm_id = f.firm_id order by lower(f.name), f.firm_id limit 51`,
  'view=all&order=lowest-level&county=20&size=10-49': `select distinct on (least(s.digital_level, s.process_level), s.firm_id)
    s.*, f.name from firm_summaries s join firms f using (firm_id)
    join consents c on c.firm_id = s.firm_id and c.withdrawn_at is null and c.provider_code = '${provider}'
    where s.county = '20' and s.size_class = '10-49' order by least(s.digital_level, s.process_level), s.firm_id limit 51`,
  'view=rounds-due&order=due': `select s.*, f.name from firm_summaries s join firms f using (firm_id)
    where s.submitted_at < now() - interval '1 year' and exists (select 1 from consents c where c.firm_id = s.firm_id
      and c.withdrawn_at is null and c.provider_code = '${provider}') order by s.submitted_at limit 51`,
  'view=all&order=name&search=kvarn': `select f.*, s.* from firms f left join firm_summaries s using (firm_id)
    where f.name ilike '%kvarn%' and exists (select 1 from consents c where c.firm_id = f.firm_id
      and c.withdrawn_at is null and c.provider_code = '${provider}') order by lower(f.name) limit 51`,
};

/** The advisor's queue over HTTP against the same rows read by a plain query in the same run. */
export async function measureQueue({ origin }: ServerProcess, { adminUrl }: EmbeddedPostgres): Promise<void> {
  await makeManyFirms(adminUrl, firms, copies);
  const client = new pg.Client({ connectionString: adminUrl, options: '-c search_path=mattstock' });
  await client.connect();
  try {
    await measure(origin, client);
  } finally {
    await client.end();
  }
}

async function measure(origin: string, client: pg.Client): Promise<void> {
  const cookie = await advisorCookie(client);
  const { rows } = await client.query<{ firms: number; referrals: number; own: number }>(
    `select (select count(*)::integer from firms) as firms, (select count(*)::integer from referrals) as referrals,
      (select count(distinct firm_id)::integer from consents where provider_code = $1 and withdrawn_at is null) as own`,
    [provider],
  );
  say(
    `the queue at ${rows[0]?.firms} firms and ${rows[0]?.referrals} referrals, ${rows[0]?.own} firms of the advisor's:`,
  );
  const get = async (path: string) => {
    const reply = await fetch(`${origin}/api/advisor/queue${path}`, { headers: { cookie } });
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json() as Promise<{ next: string | null }>;
  };
  for (const [query, raw] of Object.entries(rawQueries)) {
    const first = await get(`?${query}`);
    const [ours, plain] = [await timed(() => get(`?${query}`)), await timed(() => client.query(raw))];
    const further =
      first.next === null
        ? 'no further page'
        : `${(await timed(() => get(`?${query}&after=${first.next}`))).toFixed(0)} ms the next page`;
    say(
      `  ${query}: ${ours.toFixed(0)} ms, raw ${plain.toFixed(1)} ms, ratio ${(ours / plain).toFixed(1)}; ${further}`,
    );
  }
  say(`  counts: ${(await timed(() => get('/counts'))).toFixed(0)} ms`);
}
