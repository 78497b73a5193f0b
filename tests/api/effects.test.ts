import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishedRelease, ReleaseInProgress } from '#shared/contracts/releases.ts';
import * as contract from '#shared/contracts/releases.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { compareRounds } from '#shared/domain/followup/compare-rounds.ts';
import type { ItemMap } from '#shared/domain/instrument/version/comparability.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';
import { effectOf, effectsBy, wantedEffect } from '../support/effects.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { releasesBy } from '../support/releases.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let analyst: Staff;
let elsewhere: Staff;
let first: ReleaseInProgress;

const { address, begin, built, ended, read, publish, cancel } = effectsBy(() => analyst);

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date('2026-10-20T08:00:00Z')), 60, true);
  analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  elsewhere = await signedInAs(site, 'analyst', { organisation: '17' });
  first = await built();
}, 240_000);
afterAll(() => site.close());

const cellOf = (release: ReleaseInProgress, measure: string, group: string) =>
  effectOf(release).cells.find((cell) => cell.measure === measure && cell.group === group);

describeEndpoint(contract.buildEffect, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().post(address(), wantedEffect), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const others = [
      await signedIn(site),
      await signedInOwner(site),
      await signedInAs(site, 'advisor'),
      await signedInAs(site, 'manager'),
      await signedInAs(site, 'editor'),
      await signedInAs(site, 'administrator'),
    ];
    for (const { visitor } of others) expectProblem(await visitor.post(address(), wantedEffect), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    expectProblem(await elsewhere.visitor.post(address(), wantedEffect), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const faulty = [
      [{ before: { from: '2025-01-01', until: '2025-01-01' } }, 'before.until'],
      [{ after: { from: '2026-02-01', until: '2026-01-15' } }, 'after.until'],
      [{ after: { from: '2025-12-01', until: '2026-10-01' } }, 'after.from'],
      [{ after: { from: '2026-01-01', until: '2999-01-01' } }, 'after.until'],
      [{ name: { sv: ' ', en: 'x' } }, 'body/name/sv'],
      [{ measures: ['D1'] }, 'body/'],
    ] as const;
    for (const [part, path] of faulty) {
      const reply = await analyst.visitor.post(address(), { ...wantedEffect, ...part });
      expectProblem(reply, 422, 'invalid-request');
      expect(reply.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)).toContain(path);
    }
  },
  'does not find what is not there': async () => {
    const nowhere = `/api/region/organisations/${randomUUID()}/effects`;
    expectProblem(await analyst.visitor.post(nowhere, wantedEffect), 404, 'not-found');
  },
  succeeds: async () => {
    const { status, blocks, report, kind, from, until } = first;
    const { spec, cells } = effectOf(first);

    expect({ status, blocks, kind, from, until }).toEqual({
      status: 'built',
      blocks: [],
      kind: 'effect',
      from: '2025-01-01',
      until: '2026-10-01',
    });
    expect(report).toMatchObject({ findings: [], nearReleases: [], isTracked: false, comparedTo: 0 });
    expect(spec).toMatchObject({ ...wantedEffect, isSimulated: true, matching: { version: 'effect-1' } });
    expect(spec.names.attributes['package']?.values['process-cohort']?.sv).toBeTruthy();
    expect(spec.names.measures['PM4']?.name.sv).toBeTruthy();

    const shown = cells.filter(({ estimate }) => estimate !== null);
    expect(shown.length).toBeGreaterThan(5);
    expect(cells.length).toBeGreaterThan(4 * shown.length);
    for (const { tookPart, matched, low, estimate, high } of shown) {
      expect([(tookPart ?? 1) % 5, (matched ?? 1) % 5]).toEqual([0, 0]);
      expect(matched).toBeGreaterThanOrEqual(10);
      expect(tookPart).toBeGreaterThanOrEqual(matched ?? 0);
      expect(low).toBeLessThanOrEqual(estimate ?? -9);
      expect(high).toBeGreaterThanOrEqual(estimate ?? 9);
    }
    // What made firms grow by 0.45 more is found again, and nothing is told of a package that few took part in.
    expect(cellOf(first, 'PM4', 'package=process-cohort')).toMatchObject({ estimate: expect.closeTo(0.45, 0) });
    expect(cellOf(first, 'PM1', 'package=study-visits')).toMatchObject({ estimate: null, tookPart: null });
  },
});

describe('a release of effects', () => {
  test('says the same of the same answers, to the last bit, and no level at all', async () => {
    const again = await built();

    expect(again.sha256).toBe(first.sha256);
    expect(Object.keys(effectOf(first).cells[0] ?? {})).toEqual([
      'measure',
      'group',
      'tookPart',
      'matched',
      'estimate',
      'low',
      'high',
    ]);
  });

  test('can be stopped while it is built', async () => {
    const releaseId = await begin();
    await cancel(releaseId, 'building');

    expect(await ended(releaseId)).toMatchObject({ status: 'cancelled', document: null });
  });

  describe('levels', () => {
    const building = randomUUID();
    type Pair = { number: number; before: ScoreProfile; after: ScoreProfile };
    const listPairs = async () =>
      (
        await site.admin.query<Pair>(
          `select e.number, b.score_profile as before, a.score_profile as after from effect_firms e
           join submissions b on b.submission_id = e.before_answer
           join submissions a on a.submission_id = e.after_answer where e.release_id = $1`,
          [building],
        )
      ).rows;
    const listLevels = async () =>
      (
        await site.admin.query<{ number: number; measure: string; before: number; after: number }>(
          'select * from list_effect_levels($1)',
          [building],
        )
      ).rows;
    /** What the product's own comparison of two rounds says, in hundredths. */
    const compared = (pairs: readonly Pair[], relations: ItemMap | undefined) =>
      pairs.flatMap(({ number, before, after }) =>
        compareRounds(before, after, relations).dimensions.map(
          ({ dimension, ...change }) =>
            `${number} ${dimension} ${(100 * change.before).toFixed(3)} ${(100 * change.after).toFixed(3)}`,
        ),
      );
    const near = (exact: readonly string[], listed: Awaited<ReturnType<typeof listLevels>>) => {
      const found = new Map(listed.map((row) => [`${row.number} ${row.measure}`, row]));
      for (const line of exact) {
        const [number, measure, before, after] = line.split(' ');
        const row = found.get(`${number} ${measure}`);
        expect(Math.abs((row?.before ?? -9) - Number(before)), line).toBeLessThanOrEqual(0.501);
        expect(Math.abs((row?.after ?? -9) - Number(after)), line).toBeLessThanOrEqual(0.501);
      }
      expect(listed).toHaveLength(exact.length);
    };

    beforeAll(async () => {
      await site.admin.query(
        `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, created_at)
         select $1, organisation_id, organisation_name, spec, is_simulated, steps, created_at from releases
         where release_id = $2`,
        [building, first.releaseId],
      );
      await site.admin.query('select collect_effect($1)', [building]);
    });
    afterAll(async () => {
      await site.admin.query('delete from releases where release_id = $1', [building]);
    });

    test('are compared as the product compares two rounds of a firm', async () => {
      const pairs = await listPairs();
      expect(pairs.length).toBeGreaterThan(100);
      near(compared(pairs, undefined), await listLevels());
    });

    test('are compared across versions on the questions that mean the same in both', async () => {
      const next = randomUUID();
      await site.admin.query(`set session_replication_role = replica;
        insert into instrument_versions select (jsonb_populate_record(v, jsonb_build_object(
          'instrument_version_id', '${next}', 'follows_version_id', v.instrument_version_id,
          'version_number', v.version_number + 1))).* from instrument_versions v
          where v.instrument_version_id in (select s.instrument_version_id from submissions s);
        insert into instrument_item_maps select distinct '${next}'::uuid, i.value ->> 'item',
          case when i.value ->> 'item' like '%.1' then 'changed' else 'kept' end
          from submissions s cross join lateral jsonb_array_elements(s.score_profile -> 'dimensions') d
          cross join lateral jsonb_array_elements(d.value -> 'items') i;
        update submissions set instrument_version_id = '${next}'
          where submission_id in (select after_answer from effect_firms);
        reset session_replication_role`);
      const pairs = await listPairs();
      const items = pairs.flatMap(({ after }) =>
        after.dimensions.flatMap((each) => each.items.map(({ item }) => item)),
      );
      const relations: ItemMap = new Map(items.map((item) => [item, item.endsWith('.1') ? 'changed' : 'kept']));
      const listed = await listLevels();
      await site.admin.query(`set session_replication_role = replica;
        update submissions s set instrument_version_id = v.follows_version_id
          from instrument_versions v where v.instrument_version_id = '${next}' and s.instrument_version_id = '${next}';
        delete from instrument_item_maps where instrument_version_id = '${next}';
        delete from instrument_versions where instrument_version_id = '${next}';
        reset session_replication_role`);

      near(compared(pairs, relations), listed);
    });
  });

  test('keeps which answers it has laid beside each other, where nobody but the counting reads them', async () => {
    const pairs = await site.admin.query<{ measure: string; pairs: number }>(
      `select measure, count(*)::integer as pairs from effect_pairs where release_id = $1 group by measure`,
      [first.releaseId],
    );
    expect(pairs.rows.find(({ measure }) => measure === 'PM4')?.pairs).toBeGreaterThanOrEqual(20);
    for (const role of ['app', 'member', 'advisor', 'statistics', 'worker', 'staff']) {
      const { rows } = await site.admin.query<{ may: boolean }>(
        `select bool_or(has_any_column_privilege(r.oid, t.oid, 'SELECT, INSERT, UPDATE')) as may
         from pg_class t, pg_roles r where t.relname in ('effect_firms', 'effect_pairs') and r.rolname = $1`,
        [`mattstock_${role}`],
      );
      expect([role, rows[0]?.may ?? false]).toEqual([role, false]);
    }
  });

  test('counts only firms that agree by the wording that names it', async () => {
    // A consent never changes; the trigger that says so is set aside.
    const reword = (from: string, to: string) =>
      site.admin.query(`set session_replication_role = replica;
        update consents set wording_version = '${to}' where purpose = 'statistics' and wording_version = '${from}';
        reset session_replication_role`);
    await reword('statistics-1', 'statistics-0');
    await reword('statistics-3', 'statistics-1');
    const earlier = await built();
    await reword('statistics-1', 'statistics-3');
    await reword('statistics-0', 'statistics-1');

    expect(effectOf(earlier).cells.every(({ estimate }) => estimate === null)).toBe(true);
    expect(earlier.blocks).toEqual(['nothing-shown']);
  });

  test('is published for everybody, for good, beside releases of levels', async () => {
    const reply = await publish(first);
    expect(reply.json()).toMatchObject({ number: 1 });

    const published = (await site.newVisitor().get('/api/releases/1')).json<PublishedRelease>();
    const bytes = new TextEncoder().encode(canonicalJson(published.document));
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    expect([published.kind, published.sha256, digest]).toEqual(['effect', first.sha256, first.sha256]);
    expect((await site.newVisitor().get('/api/releases')).json()).toMatchObject({
      releases: [{ number: 1, kind: 'effect', from: '2025-01-01', until: '2026-10-01' }],
    });
    for (const change of [
      `update releases set document = '{}' where release_id = $1`,
      'delete from releases where release_id = $1',
    ])
      await expect(site.admin.query(change, [first.releaseId])).rejects.toThrow(/never/);
  });

  test('the same once more tells nothing new, and may be published too', async () => {
    const again = await built();

    expect(again.report).toMatchObject({ nearReleases: [], isTracked: false });
    expect(again.report?.comparedTo).toBeGreaterThan(0);
    expect(again.blocks).toEqual([]);
  });

  test('a firm that has withdrawn is in no new one, and one that differs by it alone is refused', async () => {
    const { rows } = await site.admin.query<{ firm_id: string }>(
      `select s.firm_id from effect_pairs p
       join effect_firms e on e.release_id = p.release_id and e.number = p.treated
       join submissions s on s.submission_id = e.after_answer
       where p.release_id = $1 and p.measure = 'PM4' and 'process-cohort' = any (p.packages) order by 1 limit 1`,
      [first.releaseId],
    );
    const [firm] = rows;
    await site.admin.query(`update consents set withdrawn_at = now() where firm_id = $1 and purpose = 'statistics'`, [
      firm?.firm_id,
    ]);
    const after = await built();
    const { rows: counted } = await site.admin.query(
      `select 1 from effect_firms e join submissions s on s.submission_id = e.after_answer
       where e.release_id = $1 and s.firm_id = $2`,
      [after.releaseId, firm?.firm_id],
    );

    expect(counted).toEqual([]);
    expect(after.blocks).toContain('too-near');
    expect(after.report?.nearReleases.map(({ releaseNumber }) => releaseNumber)).toContain(1);
    expectProblem(await publish(after), 409, 'release-blocked');
  });

  test('what was looked at and never published counts as much', async () => {
    const after = await built();
    const unpublished = after.report?.nearReleases.find(({ releaseNumber }) => releaseNumber === null);

    expect(unpublished?.built).toMatchObject({ isOwn: true });
    expect(effectOf(after).cells.every(({ estimate }) => estimate === null)).toBe(true);
  });

  test('is held against releases of levels, firm by firm and answer by answer, and they against it', async () => {
    const { after } = wantedEffect;
    const levels = await releasesBy(() => analyst).built({ ...after, measures: ['PM4'], breakdowns: [[]] });
    const { rows: joined } = await site.admin.query<{ same: number }>(
      `select count(*)::integer as same from join_releases(array[$1, $2]::uuid[])
       where array_length(levels, 1) = 1 and array_length(changes, 1) = 1 and changes[1][4] = levels[1][4]`,
      [levels.releaseId, first.releaseId],
    );
    const { rows: counted } = await site.admin.query<{ same: number }>(
      `select count(*)::integer as same from effect_firms e join release_contributions c on c.contribution = e.after_answer
       where e.release_id = $2 and c.release_id = $1`,
      [levels.releaseId, first.releaseId],
    );
    expect(counted[0]?.same).toBeGreaterThan(50);
    expect(joined).toEqual(counted);

    const { rows: orders } = await site.admin.query<{ last: number }>(
      'select max(shown_order) as last from releases where shown_order < (select shown_order from releases where release_id = $1)',
      [levels.releaseId],
    );
    const settled = async (comparedTo: number): Promise<boolean> => {
      const releaseId = randomUUID();
      await site.admin.query(
        `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, created_at)
         select $1, organisation_id, organisation_name, spec, is_simulated, steps, created_at from releases
         where release_id = $2`,
        [releaseId, first.releaseId],
      );
      const { rows } = await site.admin.query<{ isShown: boolean }>(
        `with settled as materialized (
           select settle_release($1, document, content_sha256, jsonb_set(report, '{comparedTo}', to_jsonb($3::integer)),
             now(), true) from releases where release_id = $2
         ) select count(*) from settled`,
        [releaseId, first.releaseId, comparedTo],
      );
      expect(rows).toHaveLength(1);
      const { rows: shown } = await site.admin.query<{ isShown: boolean }>(
        'select shown_order is not null as "isShown" from releases where release_id = $1',
        [releaseId],
      );
      await site.admin.query('delete from releases where release_id = $1', [releaseId]);
      return shown[0]?.isShown ?? false;
    };
    const last = orders[0]?.last ?? 0;
    expect(levels.blocks).toEqual([]);
    // Compared with all before the levels, and with the levels too.
    expect([await settled(last), await settled(last + 1)]).toEqual([false, true]);
  });

  test('goes with all that was kept of it when it was never published', async () => {
    const { releaseId } = await built();
    await cancel(releaseId, 'built');
    await site.admin.query('delete from releases where release_id = $1', [releaseId]);
    const { rows } = await site.admin.query('select 1 from effect_firms where release_id = $1', [releaseId]);

    expect(rows).toEqual([]);
    expect((await read(first.releaseId)).status).toBe('published');
  });
});
