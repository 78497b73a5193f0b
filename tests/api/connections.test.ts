import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccessContext, Database } from '#server/platform/database/transaction.ts';
import { inTransaction, nobody } from '#server/platform/database/transaction.ts';
import { sha256Hex } from '#server/platform/identifier.ts';
import { startEditingApp } from '../support/editing.ts';
import { type Owner, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let owner: Owner;
/** One connection, so that whatever is left on it meets the next transaction. */
let database: Database;

beforeAll(async () => {
  site = await startEditingApp();
  owner = await signedInOwner(site);
  database = { pool: new pg.Pool({ connectionString: site.database.applicationUrl, max: 1 }) };
});
afterAll(async () => {
  await database.pool.end();
  await site.close();
});

const asOwner = (): AccessContext => ({ surface: 'member', sessionKey: sha256Hex(owner.sessionSecret) });

function countFirms(access: AccessContext): Promise<number> {
  return inTransaction(database, access, async (tx) => {
    const { rows } = await tx.query<{ count: number }>('select count(*)::integer as count from firms');
    return rows[0]?.count ?? -1;
  });
}

async function leftovers(): Promise<unknown> {
  const { rows } = await database.pool.query(
    `select current_user = session_user as "isPlain", current_setting('mattstock.session_key', true) as session,
       current_setting('mattstock.access_key', true) as key, current_setting('mattstock.response_id', true) as response`,
  );
  return rows[0];
}

describe('a connection', () => {
  test('shows its owner the own firm while the transaction lasts, and the next one nothing', async () => {
    expect(await countFirms(asOwner())).toBe(1);
    expect(await countFirms({ surface: 'member' })).toBe(0);
    expect(await countFirms(nobody)).toBe(0);
    expect(await leftovers()).toEqual({ isPlain: true, session: '', key: '', response: '' });
  });

  test('keeps nothing of a transaction that failed in the middle', async () => {
    const failing = inTransaction(database, asOwner(), async (tx) => {
      await tx.query('select 1 / 0');
    });

    await expect(failing).rejects.toThrow('division by zero');
    expect(await countFirms({ surface: 'member' })).toBe(0);
    expect(await leftovers()).toEqual({ isPlain: true, session: '', key: '', response: '' });
  });

  test('that somebody gave back in the middle of a transaction is no way into it', async () => {
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query(
      `select set_config('role', 'mattstock_member', true), set_config('search_path', 'mattstock', true),
         set_config('mattstock.session_key', $1, true)`,
      [sha256Hex(owner.sessionSecret)],
    );
    client.release();

    expect(await countFirms({ surface: 'member' })).toBe(0);
    expect(await countFirms(nobody)).toBe(0);
  });

  test('serves many at once without mixing them up', async () => {
    const turns = Array.from({ length: 60 }, (_none, turn) =>
      countFirms(turn % 2 === 0 ? asOwner() : { surface: 'member' }),
    );

    expect(await Promise.all(turns)).toEqual(turns.map((_turn, index) => (index % 2 === 0 ? 1 : 0)));
  });

  test('sees nothing outside a transaction, whatever was set', async () => {
    await database.pool.query(`select set_config('mattstock.session_key', $1, true)`, [sha256Hex(owner.sessionSecret)]);
    const reading = database.pool.query('select * from mattstock.firms');

    await expect(reading).rejects.toThrow('permission denied');
  });
});

describe('a transaction', () => {
  test('in which a fault was swallowed does not pass for committed', async () => {
    const swallowing = inTransaction(database, asOwner(), async (tx) => {
      await tx.query(`update firms set name = 'Nytt namn'`);
      await tx.query('select 1 / 0').catch(() => undefined);
    });

    await expect(swallowing).rejects.toThrow('ended in ROLLBACK');
    const { rows } = await site.admin.query('select name from firms where firm_id = $1', [owner.firmId]);
    expect(rows).toEqual([{ name: null }]);
  });

  test('cannot take on the rights of the owner of the tables', async () => {
    const rising = inTransaction(database, asOwner(), async (tx) => {
      await tx.query('set local role mattstock_owner');
    });

    await expect(rising).rejects.toThrow('permission denied to set role');
  });
});
