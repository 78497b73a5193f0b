import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

const insufficientPrivilege = '42501';
const draftId = randomUUID();

let database: TestDatabase;
let admin: pg.Client;
let application: pg.Client;
let versionId: string;

type Key = { readonly hash: string };
const keyOf = (secret: string): Key => ({ hash: createHash('sha256').update(secret).digest('hex') });
const session = keyOf('a session');
const nobody: Key = { hash: '' };

type Standing = { readonly role?: string; readonly secondFactor?: boolean; expires?: string; isRevoked?: boolean };

/** Somebody of the coordination with a session of this key. */
async function addSession({ hash }: Key, standing: Standing = {}): Promise<void> {
  const { role = 'editor', secondFactor = true, expires = '1 hour', isRevoked = false } = standing;
  const personId = randomUUID();
  await admin.query(`insert into people (person_id, email, name, language) values ($1, $2, 'Ada', 'sv')`, [
    personId,
    `${personId}@example.se`,
  ]);
  await admin.query(
    `insert into sessions (session_id, person_id, key_sha256, method, has_second_factor, device, idle_limit, expires_at,
       revoked_at)
     values ($1, $2, decode($3, 'hex'), 'code', $4, '–', interval '1 hour', now() + $5::interval,
       case when $6 then now() end)`,
    [randomUUID(), personId, hash, secondFactor, expires, isRevoked],
  );
  await admin.query(
    `insert into memberships (membership_id, person_id, role, organisation_id, organisation_kind)
     select $1, $2, $3, organisation_id, kind from organisations where kind = 'coordination'`,
    [randomUUID(), personId, role],
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl, options: '-c search_path=mattstock' });
  application = new pg.Client({ connectionString: database.applicationUrl });
  await Promise.all([admin.connect(), application.connect()]);
  const { rows } = await admin.query<{ id: string }>('select instrument_version_id as id from instrument_versions');
  versionId = rows[0]?.id ?? '';
  await addSession(session);
  await admin.query(
    `insert into instrument_drafts (draft_id, instrument_code, name, based_on_version_id, origin, content, created_by,
       changed_by)
     values ($1, 'mattstock', 'Våren', $2, 'version', '{}', 'Ada', 'Ada')`,
    [draftId, versionId],
  );
});
afterAll(async () => {
  await Promise.all([admin.end(), application.end()]);
  await database.drop();
});

type Outcome = { rows: Record<string, unknown>[]; count: number | null };

/** What a statement does in a transaction that is rolled back: its rows, or the constraint or code it fails by. */
async function attempt(
  client: pg.Client,
  { role, key, sql, values = [] }: { role: string; key: Key; sql: string; values?: readonly unknown[] },
): Promise<Outcome | string> {
  await client.query('begin');
  await client.query(
    `select set_config('role', $1, true), set_config('search_path', 'mattstock', true),
       set_config('mattstock.session_key', $2, true)`,
    [role, key.hash],
  );
  const outcome = await client.query<Record<string, unknown>>(sql, [...values]).then(
    ({ rows, rowCount }) => ({ rows, count: rowCount }),
    (error: { code?: string; constraint?: string }) => error.constraint ?? error.code ?? 'unknown',
  );
  await client.query('rollback');
  return outcome;
}

const asApplication = (key: Key, sql: string, values: readonly unknown[] = []) =>
  attempt(application, { role: 'mattstock_app', key, sql, values });
const asOwner = (sql: string) => attempt(admin, { role: 'mattstock_owner', key: nobody, sql });
const asSuperuser = (sql: string) => attempt(admin, { role: 'none', key: nobody, sql });

const publish = `select publish_draft($1, $2, $3, definition, decode($4, 'hex'), '{"D1.1": "kept"}', now()) as number
  from instrument_versions where version_number = 1`;
const publication = (revision = 1) => [draftId, revision, randomUUID(), 'ab'.repeat(32)];

/** Publishes the draft for good, so that its map stands beside it. */
async function publishForGood(): Promise<void> {
  await admin.query(`select set_config('mattstock.session_key', $1, false)`, [session.hash]);
  await admin.query(publish, publication());
}

describe('the function that publishes', () => {
  const versions = 'select count(*)::integer as versions from instrument_versions';
  const refusal = { rows: [{ number: null }], count: 1 };

  test('takes the draft of a signed-in editor who has seen its newest revision', async () => {
    expect(await asApplication(session, publish, publication())).toEqual({ rows: [{ number: 2 }], count: 1 });
  });

  test('refuses who is not signed in as an editor with a second factor', async () => {
    const standings: Standing[] = [
      { role: 'administrator' },
      { secondFactor: false },
      { expires: '-1 second' },
      { isRevoked: true },
    ];
    const keys = standings.map((standing) => keyOf(JSON.stringify(standing)));
    for (const [index, standing] of standings.entries()) await addSession(keys[index] ?? nobody, standing);

    for (const key of [nobody, keyOf('an unknown one'), ...keys]) {
      expect(await asApplication(key, publish, publication())).toEqual(refusal);
    }
  });

  test('refuses a revision that is not the newest, and a draft that is not there', async () => {
    expect(await asApplication(session, publish, publication(2))).toEqual(refusal);
    expect(await asApplication(session, publish, [randomUUID(), 1, randomUUID(), 'ab'.repeat(32)])).toEqual(refusal);
  });

  test('refuses a draft that does not follow the newest version', async () => {
    await admin.query('begin');
    await admin.query(
      `insert into instrument_versions (instrument_version_id, instrument_code, version_number, status, definition,
         definition_sha256, published_at)
       select $1, instrument_code, 2, 'published', definition, decode($2, 'hex'), now() from instrument_versions`,
      [randomUUID(), 'cd'.repeat(32)],
    );
    await admin.query(`select set_config('mattstock.session_key', $1, true)`, [session.hash]);
    const { rows } = await admin.query(publish, publication());
    const { rows: counted } = await admin.query(versions);
    await admin.query('rollback');

    expect(rows).toEqual([{ number: null }]);
    expect(counted).toEqual([{ versions: 2 }]);
  });
});

describe('drafts', () => {
  test('are out of reach without a session', async () => {
    const none = { rows: [], count: 0 };
    for (const key of [nobody, keyOf('an unknown one')]) {
      expect(await asApplication(key, 'select draft_id from instrument_drafts')).toEqual(none);
      expect(await asApplication(key, `update instrument_drafts set name = 'x'`)).toEqual(none);
      expect(await asApplication(key, 'delete from instrument_drafts')).toEqual(none);
      expect(
        await asApplication(
          key,
          `insert into instrument_drafts (draft_id, instrument_code, name, based_on_version_id, origin, content,
             created_by, changed_by) values ($1, 'mattstock', 'x', $2, 'version', '{}', 'x', 'x')`,
          [randomUUID(), versionId],
        ),
      ).toBe(insufficientPrivilege);
    }
    expect(await asApplication(session, 'select name from instrument_drafts')).toMatchObject({ count: 1 });
  });

  test('do not change whose they are or where they came from', async () => {
    for (const column of ['draft_id', 'instrument_code', 'origin', 'created_by', 'created_at']) {
      const outcome = await asApplication(session, `update instrument_drafts set ${column} = ${column}`);
      expect(outcome, column).toBe(insufficientPrivilege);
    }
  });
});

describe('what was published', () => {
  const statements = [
    ['instrument_versions', `update instrument_versions set published_by = 'Eve'`],
    ['instrument_versions', 'update instrument_versions set follows_version_id = instrument_version_id'],
    ['instrument_versions', `update instrument_versions set definition = '{}'`],
    ['instrument_versions', 'delete from instrument_versions'],
    ['instrument_versions', 'truncate instrument_versions cascade'],
    ['instrument_version_items', 'delete from instrument_version_items'],
    ['instrument_version_items', 'truncate instrument_version_items cascade'],
    ['instrument_item_maps', `update instrument_item_maps set relation = 'same'`],
    ['instrument_item_maps', 'delete from instrument_item_maps'],
    ['instrument_item_maps', 'truncate instrument_item_maps'],
    [
      'instrument_item_maps',
      `insert into instrument_item_maps (instrument_version_id, item_code, relation)
       select instrument_version_id, 'D1.2', 'kept' from instrument_versions`,
    ],
    ['catalogue_versions', 'update catalogue_versions set published_at = now()'],
    ['catalogue_versions', 'delete from catalogue_versions'],
    ['catalogue_versions', 'truncate catalogue_versions cascade'],
    ['content_imports', 'update content_imports set imported_at = now()'],
    ['content_imports', 'delete from content_imports'],
    ['content_imports', 'truncate content_imports'],
  ] as const;

  beforeAll(publishForGood);

  test.each(statements)('in %s is not touched by the application: %s', async (_table, sql) => {
    expect(await asApplication(session, sql)).toBe(insufficientPrivilege);
  });

  test.each(statements)('in %s is not touched by the owner of the tables: %s', async (table, sql) => {
    expect(await asOwner(sql)).toMatch(
      new RegExp(`^(${table}|instrument_version_items|instrument_item_maps)_immutable$`),
    );
    expect(await asSuperuser(sql)).toBe(await asOwner(sql));
  });

  test.each([
    ['instrument_version_items', `item_code, kind, purpose) values ($1, 'Z9.9', 'ladder', 'score'`],
    ['instrument_item_maps', `item_code, relation) values ($1, 'Z9.9', 'added'`],
  ])('takes in no row of %s that is moved there from a version not yet published', async (table, row) => {
    const draftVersionId = randomUUID();
    const values = [draftVersionId, 'ef'.repeat(32)];
    await admin.query('begin');
    await admin.query(
      `insert into instrument_versions (instrument_version_id, instrument_code, version_number, status, definition,
         definition_sha256)
       values ($1, 'mattstock', 99, 'draft', '{}', decode($2, 'hex'))`,
      values,
    );
    await admin.query(`insert into ${table} (instrument_version_id, ${row})`, [draftVersionId]);
    const move = `update ${table} set instrument_version_id = $1 where instrument_version_id = $2`;
    const outcome = await admin.query(move, [versionId, draftVersionId]).then(
      () => 'moved',
      (error: { constraint?: string }) => error.constraint,
    );
    await admin.query('rollback');

    expect(outcome).toBe(`${table}_immutable`);
  });

  test('is written by no role but the owner, in no column', async () => {
    const { rows } = await admin.query(
      `select r.rolname, t.name, p.privilege
       from pg_roles r, unnest(array['instrument_versions', 'instrument_version_items', 'instrument_item_maps',
         'content_imports', 'catalogue_versions']) t(name), unnest(array['insert', 'update']) p(privilege)
       where r.rolname in ('mattstock_app', 'mattstock_statistics')
         and (has_table_privilege(r.oid, t.name, 'delete, truncate, trigger')
           or has_any_column_privilege(r.oid, t.name, p.privilege))`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the function that continues a response', () => {
  test('opens nothing for who presents no key of a submitted response', async () => {
    const open = `select open_continued_response(gen_random_uuid(), gen_random_uuid(), $1, 'snabbkoll+digital', 'sv',
      now(), gen_random_uuid(), decode(repeat('ab', 32), 'hex'), now() + interval '1 day', array['D1.1']) as id`;

    expect(await asApplication(session, open, [versionId])).toEqual({ rows: [{ id: null }], count: 1 });
  });
});
