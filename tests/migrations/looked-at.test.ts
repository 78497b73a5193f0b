import { expect, test } from 'vitest';
import { withEarlierDatabase } from '../support/earlier-database.ts';
import { queryOnce } from '../support/query.ts';

test('what was built and looked at before is put away and counts; what was published keeps its order', async () => {
  await withEarlierDatabase('0054', async (adminUrl, bringUpToDate) => {
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
    await bringUpToDate();
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
  });
});
