import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationsFolder } from '#server/folders.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { queryOnce } from '../support/query.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

const files = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'));
const names = files.map((name) => name.replace(/\.sql$/, ''));
const quiet = () => undefined;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withDatabase(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await createTestDatabase({ isEmpty: true });
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

async function tablesOf(url: string): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(
    url,
    `select count(*)::integer as count from pg_tables where schemaname = 'mattstock'`,
  );
  return row?.count ?? -1;
}

describe('the migrations', () => {
  test('are numbered without gaps', () => {
    expect(files.map((name) => name.slice(0, 4))).toEqual(
      files.map((_name, index) => String(index + 1).padStart(4, '0')),
    );
  });

  test('bring an empty database to the newest form, and do nothing the second time', async () => {
    await withDatabase(async ({ adminUrl }) => {
      expect(await migrate({ url: adminUrl, folder: migrationsFolder, log: quiet })).toEqual(names);
      expect(await migrate({ url: adminUrl, folder: migrationsFolder, log: quiet })).toEqual([]);
    });
  });

  test('are applied once by two starters at the same time', async () => {
    await withDatabase(async ({ adminUrl }) => {
      const start = () => migrate({ url: adminUrl, folder: migrationsFolder, log: quiet });
      const applied = await Promise.all([start(), start(), start()]);

      expect(applied.flat().sort()).toEqual(names);
    });
  });

  test('leave nothing of one that fails, and keep those before it', async () => {
    const broken = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
    cpSync(migrationsFolder, broken, { recursive: true });
    writeFileSync(path.join(broken, '9999-break.sql'), 'create table mattstock.half (id integer); select 1 / 0;');
    rmSync(path.join(broken, 'checksums.json'));
    const { recordChecksums } = await import('#server/platform/database/migration-checksums.ts');
    await recordChecksums(broken);

    await withDatabase(async ({ adminUrl }) => {
      const complete = await createTestDatabase({ isEmpty: true });
      await migrate({ url: complete.adminUrl, folder: migrationsFolder, log: quiet });
      await expect(migrate({ url: adminUrl, folder: broken, log: quiet })).rejects.toThrow(/division by zero/);
      expect(await tablesOf(adminUrl)).toBe(await tablesOf(complete.adminUrl));
      await complete.drop();
    });
    rmSync(broken, { recursive: true });
  });

  test('are refused when a landed file has changed', async () => {
    const first = path.join(folder, files[0] ?? '');
    writeFileSync(first, `${readFileSync(first, 'utf8')}\n-- changed`);

    await withDatabase(async ({ adminUrl }) => {
      await expect(migrate({ url: adminUrl, folder, log: quiet })).rejects.toThrow(/0001-create-roles/);
    });
  });
});
