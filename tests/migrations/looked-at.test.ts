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

test('what was built and looked at before is put away and counts; what was published keeps its order', async () => {
  const earlier = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, earlier, { recursive: true });
  rmSync(path.join(earlier, 'checksums.json'));
  for (const name of readdirSync(earlier)) if (name >= '0054') rmSync(path.join(earlier, name));
  await recordChecksums(earlier);
  const { adminUrl, drop } = await createTestDatabase({ isEmpty: true });
  try {
    await migrate({ url: adminUrl, folder: earlier, log: quiet });
    await queryOnce(
      adminUrl,
      `set search_path = mattstock;
       insert into organisations (organisation_id, kind, code, name) values (gen_random_uuid(), 'region', '99', '{}');
       insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, status, steps, created_at,
         document, content_sha256, report, built_at, release_number, published_at)
       select gen_random_uuid(), o.organisation_id, jsonb_build_object('sv', r.name), '{}', false, r.status, 1, now(),
         r.document, case when r.document is not null then sha256('') end, r.report,
         case when r.document is not null then now() - r.ago end, r.number, case when r.number is not null then now() end
       from organisations o, (values
         ('published', 'published', '{"a": 1}'::jsonb, '{"findings": [], "nearPairs": []}'::jsonb, interval '3 days', 1),
         ('looked at', 'built', '{"b": 1}', '{"findings": [], "nearPairs": [], "trackers": []}', interval '1 day', null),
         ('withheld', 'built', '{"c": 1}', '{"findings": [], "nearPairs": [{}], "trackers": []}', interval '1 day', null),
         ('stopped', 'cancelled', null, null, null, null)
       ) r (name, status, document, report, ago, number) where o.code = '99'`,
    );
    await migrate({ url: adminUrl, folder: migrationsFolder, log: quiet });
    const rows = await queryOnce<{ name: string; status: string; place: number | null; kept: object | null }>(
      adminUrl,
      `select r.organisation_name ->> 'sv' as name, r.status, r.shown_order as place, d.document as kept
       from mattstock.releases r left join mattstock.dropped_documents d using (release_id) order by 1`,
    );

    expect(rows).toEqual([
      { name: 'looked at', status: 'dropped', place: 2, kept: { b: 1 } },
      { name: 'published', status: 'published', place: 1, kept: null },
      { name: 'stopped', status: 'cancelled', place: null, kept: null },
      { name: 'withheld', status: 'built', place: null, kept: null },
    ]);
  } finally {
    await drop();
    rmSync(earlier, { recursive: true });
  }
});
