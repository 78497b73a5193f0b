import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseUnsafeDatabase } from '#server/platform/database/check-database.ts';
import { isPostgresRecentEnough } from '#server/platform/database/postgres-version.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function startOn(connectionString: string): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 });
  try {
    await refuseUnsafeDatabase({ pool });
  } finally {
    await pool.end();
  }
}

describe('a server starts', () => {
  test('as the login that row-level security binds', async () => {
    await expect(startOn(database.applicationUrl)).resolves.toBeUndefined();
  });

  test('not as a superuser, who could take off the role it works in', async () => {
    await expect(startOn(database.adminUrl)).rejects.toThrow('is not bound by row-level security');
  });
});

describe('PostgreSQL', () => {
  test.each([
    ['15.14', 150_014],
    ['16.0', 160_000],
    ['16.9', 160_009],
    ['17.0', 170_000],
    ['17.5', 170_005],
  ])('%s is too old, since its statistics tell of rows that are hidden', (_name, versionNumber) => {
    expect(isPostgresRecentEnough(versionNumber)).toBe(false);
  });

  test.each([
    ['16.10', 160_010],
    ['17.6', 170_006],
    ['18.0', 180_000],
    ['18.4', 180_004],
    ['19.1', 190_001],
  ])('%s will do', (_name, versionNumber) => {
    expect(isPostgresRecentEnough(versionNumber)).toBe(true);
  });
});
