import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let admin: pg.Client;
let application: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl, options: '-c search_path=mattstock' });
  application = new pg.Client({ connectionString: database.applicationUrl });
  await Promise.all([admin.connect(), application.connect()]);
});
afterAll(async () => {
  await Promise.all([admin.end(), application.end()]);
  await database.drop();
});

async function column(sql: string): Promise<unknown[]> {
  const { rows } = await admin.query<{ value: unknown }>(sql);
  return rows.map(({ value }) => value);
}

describe('the database', () => {
  test('names every constraint and indexes every foreign key', async () => {
    expect(
      await column(
        `select conname as value from pg_constraint where connamespace = 'mattstock'::regnamespace
         and contype in ('c', 'f', 'u', 'p') and conname !~ '_(pk|fk|unique|[a-z]+)$'`,
      ),
    ).toEqual([]);
    expect(
      await column(
        `select conname as value from pg_constraint k where contype = 'f' and connamespace = 'mattstock'::regnamespace
         and not exists (select 1 from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = any (k.conkey))`,
      ),
      // What it points to, an item of a published version, is never deleted.
    ).toEqual(['answers_item_fk']);
  });
});

describe('the application', () => {
  const refused = async (sql: string, parameters: unknown[] = []) => {
    await application.query('begin');
    await application.query('set local role mattstock_app');
    const outcome = await application.query(sql, parameters).then(
      ({ rowCount }) => `${rowCount} rows`,
      (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown',
    );
    await application.query('rollback');
    return outcome;
  };
  const insufficientPrivilege = '42501';

  test('sees no row of any firm without a key', async () => {
    for (const table of ['firms', 'assessments', 'responses', 'answers', 'answer_events', 'submissions', 'referrals']) {
      expect(await refused(`select * from mattstock.${table}`), table).toBe('0 rows');
    }
  });

  test('cannot read the keys at all', async () => {
    expect(await refused('select * from mattstock.access_keys')).toBe(insufficientPrivilege);
  });

  test('can delete nothing', async () => {
    for (const table of ['firms', 'responses', 'answers', 'answer_events', 'submissions', 'referral_events']) {
      expect(await refused(`delete from mattstock.${table}`), table).toBe(insufficientPrivilege);
    }
  });

  test('cannot write into a firm it has no key of', async () => {
    const outcome = await refused(
      `insert into mattstock.consents (consent_id, firm_id, purpose, provider_code, wording_version, language)
       values ($1, $2, 'contact', 'x', 'v1', 'sv')`,
      [randomUUID(), randomUUID()],
    );
    expect(outcome).toBe(insufficientPrivilege);
  });

  test('can end a membership in each of its roles, and never change its role or whose it is', async () => {
    const { rows } = await admin.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'mattstock\\_%' and rolname <> 'mattstock_owner'
         and (has_column_privilege(rolname, 'mattstock.memberships', 'role', 'update')
           or has_column_privilege(rolname, 'mattstock.memberships', 'person_id', 'update'))`,
    );
    expect(rows).toEqual([]);
  });

  test('cannot change what was published or submitted', async () => {
    expect(await refused(`update mattstock.instrument_versions set definition = '{}'`)).toBe(insufficientPrivilege);
    expect(await refused(`update mattstock.submissions set answers = '{}'`)).toBe(insufficientPrivilege);
  });
});

describe('a published version', () => {
  const outcomeOf = (sql: string) =>
    admin.query(sql).then(
      () => 'changed',
      (error: { constraint?: string }) => error.constraint ?? 'unknown',
    );

  test('cannot be changed or deleted, not even by the owner of the database', async () => {
    expect(await outcomeOf(`update instrument_versions set definition = '{}'`)).toBe('instrument_versions_immutable');
    expect(await outcomeOf('delete from instrument_versions')).toBe('instrument_versions_immutable');
    expect(await outcomeOf('delete from instrument_version_items')).toBe('instrument_version_items_immutable');
    expect(await outcomeOf('delete from catalogue_versions')).toBe('catalogue_versions_immutable');
  });

  test('can be retired, and not taken back to a draft', async () => {
    await admin.query('begin');
    expect(await outcomeOf(`update instrument_versions set status = 'retired'`)).toBe('changed');
    expect(await outcomeOf(`update instrument_versions set status = 'draft', published_at = null`)).toBe(
      'instrument_versions_immutable',
    );
    await admin.query('rollback');
  });
});
