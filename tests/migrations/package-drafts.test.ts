import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rightsIssueOf } from '#shared/domain/routing/drafting/package-rights.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

const insufficientPrivilege = '42501';
const restricted = '23001';

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

/** The code of the refusal; undefined when it was done. */
async function refusal(client: pg.Client, sql: string): Promise<string | undefined> {
  await client.query('begin');
  try {
    if (client === application) await client.query(`set local role mattstock_app; set local search_path = mattstock`);
    await client.query(sql);
    return undefined;
  } catch (error) {
    return error instanceof pg.DatabaseError ? error.code : String(error);
  } finally {
    await client.query('rollback');
  }
}

describe('what was published of packages', () => {
  test.each([
    'update package_changes set kind = $$changed$$',
    'delete from package_changes',
    'truncate package_changes',
    'update catalogue_imports set imported_at = now()',
    'delete from catalogue_imports',
    'delete from catalogue_versions',
  ])('never changes, also for the owner: %s', async (sql) => {
    expect(await refusal(admin, sql)).toBe(restricted);
  });

  test('loses who did it when the person goes, and nothing else', async () => {
    expect(await refusal(admin, 'update package_changes set person_id = null')).toBeUndefined();
    expect(
      await refusal(admin, 'update package_changes set person_id = null, organisation_id = gen_random_uuid()'),
    ).toBe(restricted);
  });

  test('tells for each package of what shipped that it was added', async () => {
    const { rows } = await admin.query(
      `select count(*)::int as packages, (select jsonb_array_length(catalogue -> 'packages') from catalogue_versions) as all
       from package_changes where kind = 'added' and person_id is null`,
    );
    expect(rows[0]).toMatchObject({ packages: rows[0].all });
  });
});

describe('the application', () => {
  test.each([
    'insert into catalogue_versions select gen_random_uuid(), 99, catalogue, catalogue_sha256, now() from catalogue_versions',
    'select * from package_changes',
    `update package_drafts set organisation_id = gen_random_uuid()`,
    `update package_drafts set package_code = 'x'`,
  ])('may not: %s', async (sql) => {
    expect(await refusal(application, sql)).toBe(insufficientPrivilege);
  });

  test('gets nothing by the functions without somebody signed in', async () => {
    const id = randomUUID();
    await application.query('begin');
    await application.query(`set local role mattstock_app; set local search_path = mattstock`);
    const published = await application.query(
      `select publish_package($1, 1, $1, $1, '{}', '', now(), '{}', true) as number`,
      [id],
    );
    const history = await application.query(`select * from package_history('mentor-for-owners')`);
    const colleagues = await application.query('select * from draft_colleagues()');
    const drafts = await application.query('select * from package_drafts');
    await application.query('rollback');
    expect(published.rows).toEqual([{ number: null }]);
    expect([history.rows, colleagues.rows, drafts.rows]).toEqual([[], [], []]);
  });
});

test('the database judges a change of providers as the rule does', async () => {
  const lists = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.option(lists, { nil: undefined }),
      lists,
      fc.boolean(),
      fc.boolean(),
      async (was, is, ended, ends) => {
        const offer = (providers: readonly string[], isOutOfUse: boolean) => ({ providers, isOutOfUse });
        const before = was === undefined ? undefined : offer(was, ended);
        const after = offer(is, ends);
        const { rows } = await admin.query<{ may: boolean }>('select may_change_package($1, $2, $3) as may', [
          'b',
          before === undefined ? null : JSON.stringify(before),
          JSON.stringify(after),
        ]);
        const issue = rightsIssueOf({ kind: 'provider', code: 'b' }, before, after);
        expect(rows[0]).toEqual({ may: issue === undefined });
      },
    ),
    { numRuns: 200, examples: [[undefined, [], false, false]] },
  );
});
