import { afterAll, beforeAll, expect, test } from 'vitest';
import { getReleaseTrend, type TrendPoint } from '#shared/contracts/release-trend.ts';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import { describeEndpoint, isPublic, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import type { Staff } from '../support/people.ts';
import { signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { levelsOf, releasesBy } from '../support/releases.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let analyst: Staff;
let release: ReleaseInProgress;

const { built, publish } = releasesBy(() => analyst);

async function trendOf(measure: string, group = 'all', number = 1): Promise<TrendPoint[]> {
  const reply = await site
    .newVisitor()
    .get(`/api/releases/${number}/trend?measure=${measure}&group=${encodeURIComponent(group)}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ points: TrendPoint[] }>().points;
}

/** Another release as the first one, but for what is changed in its document. */
async function publishCopy(number: number, change: string): Promise<void> {
  await site.admin.query(`set session_replication_role = 'replica'`);
  await site.admin.query(
    `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, status, step, steps,
        report, document, content_sha256, release_number, shown_order, created_at, built_at, published_at)
      select gen_random_uuid(), organisation_id, organisation_name, changed -> 'spec', is_simulated, status, step, steps,
        report, changed, content_sha256, $1, $1, created_at, built_at, published_at
      from (select r.*, ${change} as changed from releases r where r.release_number = 1) r`,
    [number],
  );
  await site.admin.query(`set session_replication_role = 'origin'`);
}

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date('2026-10-20T08:00:00Z')), 260);
  analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  release = await built();
  expect((await publish(release)).statusCode).toBe(200);
  const earlier = `jsonb_set(document, '{spec,until}', '"2025-01-01"')`;
  await publishCopy(2, `jsonb_set(${earlier}, '{spec,rules,version}', '"disclosure-0"')`);
  await publishCopy(3, `jsonb_set(document, '{spec,population}', '"sme"')`);
  await publishCopy(4, `jsonb_set(document #- '{spec,names,measures,D1}', '{spec,measures}', '["PM1"]')`);
  await publishCopy(5, `jsonb_set(document, '{cells}', '[]')`);
  await publishCopy(6, `document #- '{spec,measuredBy}'`);
  await publishCopy(7, `jsonb_set(document, '{spec,measuredBy,D1}', to_jsonb(repeat('0', 64)))`);
}, 240_000);
afterAll(() => site.close());

describeEndpoint(getReleaseTrend, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    expectProblem(await site.newVisitor().get('/api/releases/1/trend?measures=D1'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await site.newVisitor().get('/api/releases/99/trend?measure=D1'), 404, 'not-found');
  },
  succeeds: async () => {
    const points = await trendOf('D1');
    const cell = levelsOf(release).cells.find(({ measure, group }) => measure === 'D1' && group === 'all');

    expect(points.map(({ number, until, likeness }) => [number, until, likeness])).toEqual([
      [2, '2025-01-01', 'different'],
      [1, '2026-11-01', 'alike'],
      [5, '2026-11-01', 'alike'],
      [6, '2026-11-01', 'unknown'],
      [7, '2026-11-01', 'different'],
    ]);
    expect(points.map((point) => point.cell)).toEqual([cell, cell, null, cell, cell]);
  },
});

test('a hidden figure stays hidden, and what no release measures is nowhere', async () => {
  const hidden = levelsOf(release).cells.find(({ measure, firms }) => measure === 'D1' && firms === null);
  const points = await trendOf('D1', hidden?.group);

  expect(points.find(({ number }) => number === 1)?.cell).toEqual(hidden);
  expect(await trendOf('D99')).toEqual([]);
  expect((await trendOf('PM1')).map(({ number }) => number)).toEqual([2, 1, 4, 5, 6, 7]);
});

test('a release is like itself, and unlike one that says something else', async () => {
  const likenesses = (await trendOf('D1', 'all', 6)).map(({ number, likeness }) => [number, likeness]);

  expect(likenesses).toContainEqual([6, 'alike']);
  expect(likenesses).toContainEqual([7, 'unknown']);
});

test('a release that lacks the measure is like none that has it', async () => {
  expect((await trendOf('D1', 'all', 4)).map(({ likeness }) => likeness)).toEqual(Array(5).fill('different'));
});

test('releases that are not published are nowhere', async () => {
  await built({ measures: ['D1'], breakdowns: [[]] });

  expect(await trendOf('D1')).toHaveLength(5);
});
