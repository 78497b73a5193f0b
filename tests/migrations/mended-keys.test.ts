import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { migrationsFolder } from '#server/folders.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { recordChecksums } from '#server/platform/database/migration-checksums.ts';
import { queryOnce } from '../support/query.ts';
import { createTestDatabase } from '../support/test-database.ts';

const quiet = () => undefined;

test('a key that held an address holds none after the migration, and is still one of a kind', async () => {
  const earlier = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, earlier, { recursive: true });
  rmSync(path.join(earlier, 'checksums.json'));
  for (const name of readdirSync(earlier)) if (name >= '0035') rmSync(path.join(earlier, name));
  await recordChecksums(earlier);
  const { adminUrl, drop } = await createTestDatabase({ isEmpty: true });
  try {
    await migrate({ url: adminUrl, folder: earlier, log: quiet });
    await queryOnce(
      adminUrl,
      `insert into mattstock.outbox_mails (mail_id, kind, recipient, language, facts, dedupe_key, created_at, next_attempt_at)
       select gen_random_uuid(), 'placement-news', 'kim@example.se', 'sv', '{}', key, now(), now()
       from unnest(array['placement:a:2:kim@example.se', 'placement:a:2:"x:y"@example.se', 'placement:a:1:0']) key`,
    );
    await migrate({ url: adminUrl, folder: migrationsFolder, log: quiet });
    const rows = await queryOnce<{ key: string; id: string }>(
      adminUrl,
      'select dedupe_key as key, mail_id as id from mattstock.outbox_mails order by dedupe_key',
    );

    expect(rows[0]?.key).toBe('placement:a:1:0');
    expect(rows.slice(1).map(({ key }) => key)).toEqual(rows.slice(1).map(({ id }) => `placement:a:2:${id}`));
  } finally {
    await drop();
    rmSync(earlier, { recursive: true });
  }
});
