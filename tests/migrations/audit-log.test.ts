import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let admin: pg.Client;
let application: pg.Client;

const roles = [
  'mattstock_app',
  'mattstock_identity',
  'mattstock_member',
  'mattstock_advisor',
  'mattstock_coordination',
  'mattstock_worker',
];
const insufficientPrivilege = '42501';

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl, options: '-c search_path=mattstock' });
  application = new pg.Client({ connectionString: database.applicationUrl });
  await Promise.all([admin.connect(), application.connect()]);
  await admin.query(`select record_audit_event('signed-in', 'session', '1', '{}', null)`);
});
afterAll(async () => {
  await Promise.all([admin.end(), application.end()]);
  await database.drop();
});

/** What becomes of the statement: how many rows, or why not. */
async function outcomeAs(client: pg.Client, role: string, sql: string): Promise<string> {
  await client.query('begin');
  await client.query(`set local role ${role}`);
  await client.query('set local search_path = mattstock');
  const outcome = await client.query(sql).then(
    ({ rowCount }) => `${rowCount} rows`,
    (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown',
  );
  await client.query('rollback');
  return outcome;
}

const insert = `insert into audit_events (audit_sequence, occurred_at, action, object_kind, object_id, detail,
    previous_sha256, event_sha256)
  values (2, now(), 'signed-in', 'session', '2', '{}', sha256('a'), sha256('b'))`;

describe('no role that the application works in', () => {
  test.each([
    `update audit_events set action = 'signed-out'`,
    'delete from audit_events',
    'truncate audit_events',
    insert,
    'lock table audit_events',
    'alter table audit_events disable trigger all',
    'drop table audit_events',
    `create or replace function audit_payload(bigint, timestamptz, uuid, text, text, text, jsonb) returns text
     language sql as $$ select '' $$`,
  ])('can do this to the log: %s', async (sql) => {
    for (const role of roles) expect(await outcomeAs(application, role, sql), role).toBe(insufficientPrivilege);
  });

  test('reads it, but for the worker, an administrator, and a person whose doing it is', async () => {
    const read = 'select * from audit_events';
    for (const role of ['mattstock_app', 'mattstock_member', 'mattstock_advisor']) {
      expect(await outcomeAs(application, role, read), role).toBe(insufficientPrivilege);
    }
    for (const role of ['mattstock_identity', 'mattstock_coordination']) {
      expect(await outcomeAs(application, role, read), role).toBe('0 rows');
    }
    expect(await outcomeAs(application, 'mattstock_worker', read)).toBe('1 rows');
  });
});

describe('the owner of the tables', () => {
  test('cannot change, delete or empty the log either', async () => {
    for (const sql of [
      `update audit_events set action = 'signed-out'`,
      'delete from audit_events',
      'truncate audit_events',
    ]) {
      expect(await outcomeAs(admin, 'mattstock_owner', sql), sql).not.toMatch(/rows$/);
    }
  });

  test('cannot make a second event follow the same predecessor', async () => {
    const fork = `insert into audit_events select 2, occurred_at, actor_person_id, action, object_kind, object_id,
      detail, previous_sha256, sha256('b') from audit_events`;
    expect(await outcomeAs(admin, 'mattstock_owner', fork)).toBe('audit_events_previous_unique');
  });
});

test('an event carries the hash of its predecessor', async () => {
  await admin.query(`select record_audit_event('signed-out', 'session', '1', '{}', null)`);
  const { rows } = await admin.query(
    `select (select event_sha256 from audit_events where audit_sequence = 1) = previous_sha256 as "isLinked"
     from audit_events where audit_sequence = 2`,
  );
  expect(rows).toEqual([{ isLinked: true }]);
});
