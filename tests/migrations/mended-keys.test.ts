import { expect, test } from 'vitest';
import { withEarlierDatabase } from '../support/earlier-database.ts';
import { queryOnce } from '../support/query.ts';

test('a key that held an address holds none after the migration, and is still one of a kind', async () => {
  await withEarlierDatabase('0035', async (adminUrl, bringUpToDate) => {
    await queryOnce(
      adminUrl,
      `insert into mattstock.outbox_mails (mail_id, kind, recipient, language, facts, dedupe_key, created_at, next_attempt_at)
       select gen_random_uuid(), 'placement-news', 'kim@example.se', 'sv', '{}', key, now(), now()
       from unnest(array['placement:a:2:kim@example.se', 'placement:a:2:"x:y"@example.se', 'placement:a:1:0']) key`,
    );
    await bringUpToDate();
    const rows = await queryOnce<{ key: string; id: string }>(
      adminUrl,
      'select dedupe_key as key, mail_id as id from mattstock.outbox_mails order by dedupe_key',
    );

    expect(rows[0]?.key).toBe('placement:a:1:0');
    expect(rows.slice(1).map(({ key }) => key)).toEqual(rows.slice(1).map(({ id }) => `placement:a:2:${id}`));
  });
});
