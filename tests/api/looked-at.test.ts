import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseInProgress, ReleaseRow } from '#shared/contracts/releases.ts';
import { answerAgain } from '../attack/scene.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import type { Staff } from '../support/people.ts';
import { signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { levelsOf, releasesBy, wantedRelease } from '../support/releases.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let analyst: Staff;
let colleague: Staff;
let elsewhere: Staff;
let first: ReleaseInProgress;
/** A day that few answers come before and not before the first release ends. */
let dayAfter: string;

const own = releasesBy(() => analyst);
const wanted = {
  from: '2020-01-01',
  until: '2026-06-01',
  measures: ['D1', 'firms'],
  breakdowns: [['county'], ['size']],
};

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date('2026-10-20T08:00:00Z')), 200);
  analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  colleague = await signedInAs(site, 'analyst', { organisation: '20' });
  elsewhere = await signedInAs(site, 'analyst', { organisation: '17' });
  dayAfter = await dayAfterFew(wanted.until);
  first = await own.built(wanted);
}, 240_000);
afterAll(() => site.close());

/** The first day before which some answers more are counted, and fewer than ten. */
async function dayAfterFew(since: string): Promise<string> {
  const { rows } = await site.admin.query<{ day: string; firms: number }>(
    `select to_char((s.submitted_at at time zone 'Europe/Stockholm')::date + 1, 'YYYY-MM-DD') as day,
       sum(count(*)) over (order by (s.submitted_at at time zone 'Europe/Stockholm')::date)::integer as firms
     from submissions s join consents c on c.firm_id = s.firm_id and c.purpose = 'statistics' and c.withdrawn_at is null
     where s.submitted_at >= $1::timestamp at time zone 'Europe/Stockholm' and s.profile ->> 'municipality' <> 'outside'
     group by (s.submitted_at at time zone 'Europe/Stockholm')::date order by 1`,
    [since],
  );
  const [day] = rows;
  expect(day?.firms).toBeLessThan(10);
  return day?.day ?? '';
}

const showsNothing = (release: ReleaseInProgress): boolean =>
  levelsOf(release).cells.every(({ firms, mean }) => firms === null && mean === null);

/** Some of them build several times. */
const unhurried = { timeout: 240_000 };

describe('what a region has built and looked at', unhurried, () => {
  test('shows its figures', () => {
    expect(first.blocks).toEqual([]);
    expect(showsNothing(first)).toBe(false);
  });

  test('may be built again, by any region, as long as the same answers are counted', async () => {
    const again = await own.built(wanted);
    const theirs = await releasesBy(() => elsewhere).built(wanted);

    expect([again.blocks, theirs.blocks]).toEqual([[], []]);
    expect([again.sha256, theirs.sha256]).toEqual([first.sha256, first.sha256]);
    expect(again.report?.comparedTo).toBe(1);
  });

  test('keeps what differs from it by few firms from being looked at and published, though nothing is published', async () => {
    const second = await own.built({ ...wanted, until: dayAfter });

    expect(second.blocks).toEqual(['too-near']);
    const { releases } = (await analyst.visitor.get(own.url())).json<{ releases: ReleaseRow[] }>();
    expect(releases.flatMap((row) => (row.isBlocked ? [row.releaseId] : []))).toEqual([second.releaseId]);
    expect(showsNothing(second)).toBe(true);
    // By its fingerprint the figures could be tried until they fit.
    const kept = await site.admin.query<{ hash: string }>(
      `select encode(content_sha256, 'hex') as hash from releases where release_id = $1`,
      [second.releaseId],
    );
    expect(second.sha256).not.toBe(kept.rows[0]?.hash);
    const { rows } = await site.admin.query<{ today: string }>(
      `select to_char(built_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as today from releases where release_id = $1`,
      [first.releaseId],
    );
    // Which groups and measures are near is not said: it is where whoever makes the difference is.
    expect(second.report?.nearReleases).toContainEqual({
      releaseNumber: null,
      built: { on: rows[0]?.today, isOwn: true },
    });
    expect(second.report?.measures).toEqual([]);
    expect(second.sharing.map(({ releaseId }) => releaseId)).toContain(first.releaseId);
    expectProblem(await own.publish(second), 409, 'release-blocked');
    // What was withheld was not looked at: of it nothing is kept, and nothing compared with it.
    const dropped = await own.cancel(second.releaseId, 'built');
    expect(dropped.json()).toEqual({ status: 'cancelled' });
    const list = (await analyst.visitor.get(own.url())).json<{ releases: ReleaseRow[] }>();
    expect(list.releases.find(({ releaseId }) => releaseId === second.releaseId)?.status).toBe('cancelled');
  });

  test('is the region’s: whoever else works there is told as little', async () => {
    const second = await releasesBy(() => colleague).built({ ...wanted, until: dayAfter });

    expect(showsNothing(second)).toBe(true);
  });

  test('counts for other regions too, since one may publish what lies near what another has looked at', async () => {
    const second = await releasesBy(() => elsewhere).built({ ...wanted, until: dayAfter });

    expect(second.blocks).toEqual(['too-near']);
    expect(showsNothing(second)).toBe(true);
    expect(second.report?.nearReleases.map(({ built }) => built?.isOwn)).toContain(false);
    expect(JSON.stringify(second)).not.toContain(first.releaseId);
    const { releases } = (await elsewhere.visitor.get(releasesBy(() => elsewhere).url())).json<{
      releases: ReleaseRow[];
    }>();
    expect(JSON.stringify(releases)).not.toContain(first.releaseId);
  });

  test('counts as much when it is dropped, and is then shown to nobody', async () => {
    // Everything that was looked at, of both regions.
    const { rows } = await site.admin.query<{ id: string }>(
      'select release_id as id from releases where shown_order is not null',
    );
    expect(rows.length).toBe(3);
    for (const { id } of rows) {
      const mine = await own.cancel(id, 'built');
      const reply = mine.statusCode === 200 ? mine : await own.cancel(id, 'built', elsewhere);
      expect(reply.json()).toEqual({ status: 'dropped' });
    }

    expect(await own.read(first.releaseId)).toMatchObject({
      ...{ status: 'dropped', document: null, report: null, sha256: null, blocks: ['not-built'] },
    });
    // To whoever built it the list says that it was there, and how to choose the same again.
    const list = (await analyst.visitor.get(own.url())).json<{ releases: ReleaseRow[] }>();
    expect(list.releases.find(({ releaseId }) => releaseId === first.releaseId)?.status).toBe('dropped');
    const others = await elsewhere.visitor.get(releasesBy(() => elsewhere).url());
    expect(others.body).not.toContain(first.releaseId);
    expectProblem(await own.publish(first), 409, 'release-blocked');
    const again = await own.built({ ...wanted, until: dayAfter });
    expect(again.blocks).toEqual(['too-near']);
    expect(showsNothing(again)).toBe(true);
    for (const role of ['app', 'member', 'advisor', 'coordination', 'statistics', 'worker', 'identity']) {
      const { rows: rights } = await site.admin.query<{ may: boolean }>(
        `select has_any_column_privilege($1, 'mattstock.dropped_documents', 'SELECT, INSERT, UPDATE') as may`,
        [`mattstock_${role}`],
      );
      expect([role, rights[0]?.may]).toEqual([role, false]);
    }
  });

  test('is never forgotten by changing the row', async () => {
    for (const change of [
      `update releases set status = 'cancelled', built_at = null, shown_order = null where release_id = $1`,
      'update releases set shown_order = null where release_id = $1',
      'update releases set shown_order = 99 where release_id = $1',
    ])
      await expect(site.admin.query(change, [first.releaseId])).rejects.toThrow(/never change|possible/);
  });
});

test('of two that are built at once and differ by few firms one is looked at', async () => {
  const from = '2024-01-01';
  const until = '2026-03-01';
  const [one, other] = await Promise.all([
    own.begin({ ...wanted, from, until, measures: ['D2'] }),
    own.begin({ ...wanted, from, until: await dayAfterFew(until), measures: ['D2'] }),
  ]);
  const both = [await own.ended(one), await own.ended(other)];

  const [shown, ...withheld] = both.toSorted((a, b) => Number(showsNothing(a)) - Number(showsNothing(b)));
  expect(shown?.blocks).toEqual([]);
  expect(withheld.map(({ blocks }) => blocks)).toEqual([['too-near']]);
  for (const release of withheld) expectProblem(await own.publish(release), 409, 'release-blocked');
});

test('of two that are built at once the second is compared with the first', async () => {
  const same = { ...wanted, measures: ['D7', 'D8'] };
  const ids = await Promise.all([own.begin(same), releasesBy(() => elsewhere).begin(same)]);
  const both = [await own.ended(ids[0]), await releasesBy(() => elsewhere).ended(ids[1])];

  expect(both.map(({ blocks }) => blocks)).toEqual([[], []]);
  const [one = 0, other = 0] = both.map(({ report }) => report?.comparedTo ?? 0).sort((a, b) => a - b);
  expect(other).toBe(one + 1);
}, 120_000);

test('what was looked at is published after others were built since: those were compared with it', async () => {
  const early = await own.built({ ...wanted, measures: ['D3'] });
  const near = await releasesBy(() => elsewhere).built({ ...wanted, until: dayAfter, measures: ['D3'] });

  expect(near.blocks).toEqual(['too-near']);
  expect((await own.publish(early)).statusCode).toBe(200);
});

test('what a firm has withdrawn from since it was built is not published, and says so', async () => {
  const made = await own.built({ ...wanted, measures: ['D4'] });
  expect(made.blocks).toEqual([]);
  const { rows } = await site.admin.query<{ id: string }>(
    `update consents set withdrawn_at = now() where consent_id = (
       select c.consent_id from consents c
       join submissions s on s.firm_id = c.firm_id
       join release_contributions r on r.contribution = s.submission_id and r.release_id = $1
       where c.purpose = 'statistics' and c.withdrawn_at is null order by c.consent_id limit 1)
     returning consent_id as id`,
    [made.releaseId],
  );
  expect(rows).toHaveLength(1);

  expectProblem(await own.publish(made), 409, 'release-blocked');
  expect((await own.read(made.releaseId)).blocks).toEqual(['withdrawn']);
}, 120_000);

test('firms that have answered again since count once each: five of them are too few to look at', async () => {
  const period = { ...wanted, until: '2026-11-01', measures: ['D6'], breakdowns: [[]] };
  const before = await own.built(period);
  expect(before.blocks).toEqual([]);
  await answerAgain({ site }, '2026-10-25', { firms: 5 });

  const after = await own.built(period);

  expect(after.blocks).toEqual(['too-near']);
}, 120_000);

test('a building is stopped while it counts, which holds the key of its row', async () => {
  const releaseId = randomUUID();
  await site.admin.query(
    `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, created_at)
     select $1, organisation_id, organisation_name, spec, is_simulated, steps, now() from releases where release_id = $2`,
    [releaseId, first.releaseId],
  );
  const counting = await site.admin.connect();
  try {
    await counting.query('begin');
    await counting.query(
      'insert into release_contributions (release_id, contribution, stratum, measured) values ($1, $2, 0, 0)',
      [releaseId, randomUUID()],
    );
    expect((await own.cancel(releaseId, 'building')).json()).toEqual({ status: 'cancelled' });
  } finally {
    await counting.query('rollback');
    counting.release();
  }
});

/*
 * Two firms without a number are counted. Both say the same number after that, and one withdraws: all before less all after
 * is that firm. Which of the two is kept as the company's own makes no difference.
 */
test.each([
  ['D9', 0],
  ['PM2', 1],
] as const)(
  'firms that have become one company since are both compared, whichever withdraws (%s)',
  async (measure, leaving) => {
    const { rows } = await site.admin.query<{ id: string }>(
      `select f.firm_id as id from firms f join submissions s on s.firm_id = f.firm_id
     join consents c on c.firm_id = f.firm_id and c.purpose = 'statistics' and c.withdrawn_at is null
     join scores o on o.submission_id = s.submission_id and o.dimension_code = $1 and o.status = 'scored'
     where s.profile ->> 'municipality' <> 'outside' and f.organisation_number is null and f.is_simulated
       and s.submitted_at < '2026-09-30'
     group by 1 having count(*) = 1 order by min(s.submission_id::text) limit 2`,
      [measure],
    );
    const period = { ...wanted, until: '2026-10-01', measures: [measure], breakdowns: [[]] };
    expect((await own.built(period)).blocks).toEqual([]);
    const ids = rows.map(({ id }) => id);
    await site.admin.query('update firms set organisation_number = $2 where firm_id = any ($1)', [
      ids,
      `556000001${leaving}`,
    ]);
    await site.admin.query(`update consents set withdrawn_at = now() where firm_id = $1 and purpose = 'statistics'`, [
      ids[leaving],
    ]);

    expect((await own.built(period)).blocks).toEqual(['too-near']);
  },
  120_000,
);

test('a region builds two at a time, so that the others get their turn', async () => {
  const spans = ['2021-01-01', '2021-02-01', '2021-03-01', '2021-04-01'];
  const replies = await Promise.all(
    spans.map((from) => analyst.visitor.post(own.url(), { ...wantedRelease, ...wanted, from, measures: ['D5'] })),
  );
  const begun = replies.filter(({ statusCode }) => statusCode === 201);
  const elsewhereBegun = await releasesBy(() => elsewhere).begin({ ...wanted, measures: ['D5'] });

  expect(begun).toHaveLength(2);
  for (const reply of replies.filter(({ statusCode }) => statusCode !== 201)) expectProblem(reply, 409, 'builder-busy');
  for (const reply of begun) await own.ended(reply.json<{ releaseId: string }>().releaseId);
  expect((await releasesBy(() => elsewhere).ended(elsewhereBegun)).status).toBe('built');
}, 120_000);
