import pg from 'pg';
import { loadPopulation } from '#server/features/simulation/load-population.ts';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { asOwner } from '#server/platform/database/as-owner.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';

/** Everything of a firm that an advisor's lists read, in the order in which it can be put in. */
const clonedTables: Readonly<Record<string, readonly string[]>> = {
  firms: ['firm_id'],
  assessments: ['assessment_id', 'firm_id'],
  responses: ['response_id', 'firm_id', 'assessment_id'],
  submissions: ['submission_id', 'firm_id', 'response_id'],
  consents: ['consent_id', 'firm_id'],
  referrals: ['referral_id', 'firm_id', 'submission_id', 'consent_id'],
  meetings: ['meeting_id', 'firm_id'],
  meeting_steps: ['meeting_id', 'firm_id'],
};
/** What a list does not read and what would only fill the disk. */
const emptied: Readonly<Record<string, string>> = { answers: `'{}'`, routing: `'{}'` };
const unlinked = ['person_id', 'withdrawn_by', 'assigned_to', 'from_referral_id', 'continues_response_id'];

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'mattstock' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'
     order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Puts in each row once more under other identifiers, so many times. */
async function clone(client: pg.Client, table: string, keys: readonly string[], times: number): Promise<void> {
  const columns = await columnsOf(client, table);
  const values = columns.map((column) => {
    if (keys.includes(column)) return `pg_temp.another_id(t.${column}, n)`;
    if (unlinked.includes(column)) return 'null';
    if (table === 'firms' && column === 'name') return `t.name || ' ' || n`;
    return (table === 'submissions' ? emptied[column] : undefined) ?? `t.${column}`;
  });
  await client.query(
    `insert into ${table} (${columns.join(', ')})
     select ${values.join(', ')} from (select * from ${table}) t, generate_series(1, ${times}) n`,
  );
}

/** Simulated firms, of which each stands for `copies` with the same facts. */
export async function makeManyFirms(adminUrl: string, firms: number, copies: number): Promise<void> {
  const { bundle } = await loadContent(contentFolder);
  const figures = bundle.populationFigures;
  await asOwner(adminUrl, (db) =>
    loadPopulation(db, {
      world: {
        seed: 1,
        now: new Date(),
        municipalities: bundle.firmProfileOptions.municipalities,
        // Every suggestion is asked about, so that there are several requests a firm.
        figures: { ...figures, referrals: { ...figures.referrals, asks: 1, asksForMore: 1 } },
      },
      firms,
      wordings: bundle.consentWordings,
      demoPeople: bundle.demoPeople,
      identifiers: randomIdentifiers,
    }),
  );
  const client = new pg.Client({ connectionString: adminUrl, options: '-c search_path=mattstock' });
  await client.connect();
  // As identifiers of version 4 look, since that is checked wherever one is read.
  await client.query(
    `create function pg_temp.another_id(id uuid, n integer) returns uuid language sql immutable as $$
       select overlay(overlay(md5(id::text || n) placing '4' from 13) placing '8' from 17)::uuid
     $$`,
  );
  for (const [table, keys] of Object.entries(clonedTables)) await clone(client, table, keys, copies - 1);
  await client.query('analyze');
  await client.end();
}
