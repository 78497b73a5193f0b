import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { findBreaches } from './catalogue-rules.ts';
import { reviewedFunctions } from './reviewed-functions.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.adminUrl, options: '-c search_path=mattstock' });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What would be found if the next migration did this. */
async function breachesAfter(sql: string): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query('set local role mattstock_owner');
    await client.query(sql);
    await client.query('reset role');
    return await findBreaches(client);
  } finally {
    await client.query('rollback');
  }
}

describe('the schema', () => {
  test('breaks no rule of isolation', async () => {
    expect(await findBreaches(client)).toEqual([]);
  });

  test('has no review of a function that is gone', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'mattstock'::regnamespace and prosecdef`,
    );
    const names = rows.map(({ name }) => name);
    expect(Object.keys(reviewedFunctions).filter((name) => !names.includes(name))).toEqual([]);
  });

  const notes = `create table notes (note_id uuid primary key, firm_id uuid not null references firms, text text)`;
  const walled = `${notes}; alter table notes enable row level security; alter table notes force row level security;
    create policy notes_member on notes to mattstock_member using (firm_id = any ((select my_firm_ids())::uuid[]));
    grant select on notes to mattstock_member`;

  test('may get a table of firms that is closed but for its own', async () => {
    expect(await breachesAfter(walled)).toEqual([]);
  });

  test.each([
    ['a table without row-level security', notes, 'a table has row-level security on and forced: notes'],
    [
      'a right without a policy',
      `${walled}; grant select on notes to mattstock_advisor`,
      'a role with a right on a table has a policy for it: notes mattstock_advisor SELECT',
    ],
    [
      'a policy for everybody',
      `${walled}; create policy notes_all on notes using (firm_id is not null)`,
      'no policy is for everybody: notes notes_all',
    ],
    [
      'a second policy that opens what the first closes',
      `${walled}; create policy notes_more on notes to mattstock_member using (text = 'open')`,
      'where one role has several policies on a firm, a wall holds them together: notes mattstock_member r',
    ],
    [
      'a policy that closes nothing',
      `${walled}; create policy notes_advisor on notes to mattstock_advisor using (true)`,
      'only who must sees every row: notes notes_advisor',
    ],
    [
      "a view with its owner's rights",
      'create view every_firm as select * from firms',
      'a view has the rights of who asks, and nothing is a copy: every_firm',
    ],
    [
      'a copy of firms',
      'create materialized view firm_copies as select firm_id from firms',
      'a view has the rights of who asks, and nothing is a copy: firm_copies',
    ],
    [
      'a foreign key without the firm',
      'alter table consents add constraint consents_referral_fk foreign key (consent_id) references responses (response_id)',
      'a foreign key between tables of firms carries the firm: consents_referral_fk',
    ],
    [
      'a table that points into firms and is of none',
      'create table marks (response_id uuid references responses (response_id))',
      'a table that points into a firm is of the firm: marks_response_id_fkey',
    ],
    [
      'a number that is unique across firms',
      'create unique index firms_number_index on firms (organisation_number)',
      'what is unique across firms is nothing that anybody could know: firms_number_index',
    ],
    [
      'the right to move a row to another firm',
      'grant update (firm_id) on consents to mattstock_member',
      'nobody moves a row to another firm, or to another person: consents mattstock_member',
    ],
    [
      'the right to empty a table',
      'grant truncate on answers to mattstock_app',
      'nobody may truncate, refer or set triggers: answers mattstock_app',
    ],
    [
      'a look at firms for the statistics',
      'grant select on scores to mattstock_statistics',
      'the statistics role sees releases, what the regions write, and whom they invite, only: scores',
    ],
    [
      'a look at which invited firms have begun for the statistics',
      'grant select (begun_at) on campaign_firms to mattstock_statistics',
      'the statistics role reads nothing of an invited firm that answering changes: begun_at',
    ],
    [
      "a function with the owner's rights that nobody has looked at",
      `create function all_firms() returns setof uuid language sql security definer set search_path = mattstock
       as 'select firm_id from firms'; revoke all on function all_firms() from public`,
      /has been reviewed: all_firms/,
    ],
    [
      'a change of one that somebody has',
      `create or replace function current_person_id() returns uuid language plpgsql stable security definer
       set search_path = mattstock, pg_temp as 'begin return (select person_id from people limit 1); end'`,
      /has been reviewed: current_person_id/,
    ],
    [
      'a function that looks for its tables where the caller says',
      `create function number_of_firms() returns bigint language sql as 'select count(*) from mattstock.firms'`,
      'a function pins its search path: number_of_firms',
    ],
    [
      'a policy that asks anew for every row',
      `${walled}; create policy notes_coordination on notes to mattstock_coordination using (is_administrator())`,
      'a policy asks a stable function, and once for the statement: notes notes_coordination is_administrator',
    ],
  ])('may not get %s', async (_what, sql, finding) => {
    const breaches = await breachesAfter(sql);
    if (typeof finding === 'string') expect(breaches).toContain(finding);
    else expect(breaches.join('\n')).toMatch(finding);
  });
});
