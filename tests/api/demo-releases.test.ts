import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '#server/config.ts';
import { demoReleasesOf } from '#server/demo-releases.ts';
import { contentFolder } from '#server/folders.ts';
import type { ContentBundle } from '#server/platform/content/content-bundle.ts';
import { importDemoPeople } from '#server/platform/content/demo-people.ts';
import type { DemoRelease } from '#server/platform/content/demo-releases.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { DemoReleasesToCome } from '#shared/contracts/demo.ts';
import type { PublishedReleaseRow } from '#shared/contracts/releases.ts';
import { startEditingApp } from '../support/editing.ts';
import { populate, worldAt } from '../support/population.ts';
import type { TestApp } from '../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { testSealing } from '../support/test-sealing.ts';

const firms = 30;
const ofDalarna: DemoRelease = {
  region: '20',
  kind: 'levels',
  name: { sv: 'Läget', en: 'How it stands' },
  year: 'last',
  measures: ['D1', 'PM1'],
  breakdowns: [['county']],
};
const effect: DemoRelease = { region: '17', kind: 'effect', name: { sv: 'Stödet', en: 'The support' } };
const yearBefore: DemoRelease = {
  ...ofDalarna,
  region: '21',
  name: { sv: 'Året innan', en: 'The year before' },
  year: 'before',
  measures: ['D1'],
};
const ofDalarnaToo: DemoRelease = { ...yearBefore, region: '20' };
const all = [ofDalarna, effect, yearBefore];

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
}, 60_000);
afterEach(() => database.drop());

/** A start of the demo's server on the database, until the end of the work. */
async function whileStarted<T>(
  demoReleases: readonly DemoRelease[],
  work: (site: TestApp) => Promise<T>,
  bundle: Partial<ContentBundle> = {},
): Promise<T> {
  const parts = { database, bundle: { ...bundle, demoReleases } };
  const site = await startEditingApp({ isDemo: true, hasDemoPeople: true, demoFirms: firms }, parts);
  try {
    await importDemoPeople(site.admin, site.content.bundle.demoPeople, randomIdentifiers);
    await populate(site, worldAt(site, site.clock.now()), firms, true);
    await site.app.listen({ host: '127.0.0.1', port: 0 });
    return await work(site);
  } finally {
    await site.app.close();
    await site.admin.end();
  }
}

const toCome = async (site: TestApp) => (await site.newVisitor().get('/api/demo/releases')).json<DemoReleasesToCome>();

async function untilLeft(site: TestApp, left: number): Promise<void> {
  await vi.waitFor(async () => expect((await toCome(site)).left).toBeLessThanOrEqual(left), {
    timeout: 120_000,
    interval: 20,
  });
}

async function published(site: TestApp) {
  const reply = await site.newVisitor().get('/api/releases');
  return reply
    .json<{ releases: PublishedReleaseRow[] }>()
    .releases.toReversed()
    .map(({ name, organisationName, kind, isSimulated }) => ({
      name: name.sv,
      by: organisationName.sv,
      kind,
      isSimulated,
    }));
}

const statuses = async (site: TestApp): Promise<string[]> => {
  const { rows } = await site.admin.query<{ status: string }>('select status from releases order by status');
  return rows.map(({ status }) => status);
};

/** As if it had been built, and the server stopped before it was published. `changes`: in what it stands differently. */
async function leaveBuilt(site: TestApp, changes: string): Promise<void> {
  await site.admin.query(`set session_replication_role = 'replica'`);
  await site.admin.query(`update releases set status = 'built', release_number = null, published_at = null,
    published_by = null, ${changes}`);
}

/** The demo's releases in a server that is told to stop while the first is begun, and what the builder was given. */
async function stopWhileBegun(site: TestApp, demoReleases: readonly DemoRelease[]) {
  const pool = new pg.Pool({ connectionString: database.applicationUrl, max: 2 });
  const stop = new AbortController();
  const given: unknown[] = [];
  const faults: unknown[] = [];
  const ofThese = { pool };
  const releases = demoReleasesOf({
    context: {
      config: { ...readConfig({ NODE_ENV: 'test', DATABASE_URL: database.applicationUrl }), demoFirms: firms },
      database: ofThese,
      clock: site.clock,
      identifiers: randomIdentifiers,
      published: createPublishedContent(ofThese),
      bundle: { ...site.content.bundle, demoReleases },
      sealing: testSealing,
      oidc: undefined,
      wakeWorker: () => undefined,
      demoMailbox: undefined,
    },
    builder: {
      isBusy: () => false,
      // Asked when a release is about to be begun.
      isFull: () => {
        stop.abort();
        return false;
      },
      work: async (task) => {
        given.push(task);
        return { kind: 'cancelled' };
      },
    },
    log: { warn: (said: unknown) => faults.push(said), info: () => undefined },
    stop: stop.signal,
    logFault: (error) => faults.push(error),
  });
  await releases.publish();
  await pool.end();
  return { given, faults };
}

const whole = [
  { name: 'Läget', by: expect.stringContaining('Dalarna'), kind: 'levels', isSimulated: true },
  { name: 'Stödet', by: expect.stringContaining('Värmland'), kind: 'effect', isSimulated: true },
  { name: 'Året innan', by: expect.stringContaining('Gävleborg'), kind: 'levels', isSimulated: true },
];

describe('what the regions of a demo have published', () => {
  test('is built once the server listens, by an analyst of each, and once for the data', async () => {
    await whileStarted(all, async (site) => {
      expect((await toCome(site)).of).toBe(3);
      await untilLeft(site, 0);
      expect(await published(site)).toEqual(whole);
      // Nobody was there.
      const { rows } = await site.admin.query('select 1 from sessions where revoked_at is null');
      expect(rows).toEqual([]);
    });
    await whileStarted(all, async (site) => {
      await untilLeft(site, 0);
      expect(await published(site)).toEqual(whole);
      expect(await statuses(site)).toEqual(['published', 'published', 'published']);
    });
  }, 180_000);

  test('goes on where a server was stopped that built it, and leaves no failure behind', async () => {
    await whileStarted(all, (site) => untilLeft(site, 2));
    await whileStarted(all, async (site) => {
      expect(await statuses(site)).not.toContain('failed');
      await untilLeft(site, 0);
      expect(await published(site)).toEqual(whole);
    });
  }, 180_000);

  test('is begun anew where the server was killed while it built', async () => {
    await whileStarted([ofDalarna], async (site) => {
      await untilLeft(site, 0);
      await site.admin.query(`set session_replication_role = 'replica'`);
      await site.admin.query(`update releases set status = 'building', step = 1, release_number = null,
        published_at = null, published_by = null, document = null, content_sha256 = null, report = null,
        built_at = null, shown_order = null`);
    });
    await whileStarted([ofDalarna], async (site) => {
      await untilLeft(site, 0);
      expect(await published(site)).toEqual(whole.slice(0, 1));
      expect(await statuses(site)).toEqual(['cancelled', 'published']);
    });
  }, 180_000);

  test('is called off where a server is told to stop before anything is counted', async () => {
    await whileStarted([], async (site) => {
      expect(await stopWhileBegun(site, [ofDalarna])).toEqual({ given: [], faults: [] });
      expect(await statuses(site)).toEqual(['cancelled']);
    });
  }, 180_000);

  test('is built anew where what was built may not be published any more', async () => {
    await whileStarted([ofDalarna], async (site) => {
      await untilLeft(site, 0);
      await leaveBuilt(site, 'shown_order = null');
    });
    await whileStarted([ofDalarna], async (site) => {
      await untilLeft(site, 0);
      expect(await published(site)).toEqual(whole.slice(0, 1));
      expect(await statuses(site)).toEqual(['cancelled', 'published']);
    });
  }, 180_000);

  test('is what the demo has chosen, and no draft of that name by the choices of a visitor', async () => {
    await whileStarted([ofDalarna], async (site) => {
      await untilLeft(site, 0);
      await leaveBuilt(site, `spec = jsonb_set(spec, '{measures}', '["D1"]')`);
    });
    await whileStarted([ofDalarna], async (site) => {
      await untilLeft(site, 0);
      expect(await statuses(site)).toEqual(['built', 'published']);
      const { rows } = await site.admin.query(`select spec->'measures' as measures from releases order by status`);
      expect(rows).toEqual([{ measures: ['D1'] }, { measures: ['D1', 'PM1'] }]);
    });
  }, 180_000);

  test('is dropped where nothing of it may be shown', async () => {
    const { disclosure } = (await loadContent(contentFolder)).bundle;
    const work = async (site: TestApp) => {
      await untilLeft(site, 0);
      expect(await published(site)).toEqual([]);
      expect(await statuses(site)).toEqual(['dropped']);
    };
    await whileStarted([ofDalarna], work, { disclosure: { ...disclosure, fewestFirms: 1000 } });
  }, 180_000);

  test('fails in the log alone, and holds up nothing that comes after', async () => {
    const unknown = { ...ofDalarna, name: { sv: 'Okänt', en: 'Unknown' }, measures: ['D77'] };
    await whileStarted([unknown, ofDalarna], async (site) => {
      await untilLeft(site, 0);
      expect(await published(site)).toEqual(whole.slice(0, 1));
    });
  }, 180_000);

  test('waits while a region builds as much as it may at once', async () => {
    await whileStarted([ofDalarna], async (site) => {
      await untilLeft(site, 0);
      // Two that are being built, and heard of a moment ago.
      await site.admin.query(
        `insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, status, step, steps,
            created_at, heartbeat_at)
          select gen_random_uuid(), organisation_id, organisation_name, jsonb_set(spec, '{name,sv}', '"Annat"'), true,
            'building', 0, steps, created_at, now() + interval '1 hour'
          from releases, generate_series(1, 2)`,
      );
    });
    await whileStarted([ofDalarnaToo], async (site) => {
      await wait(1500);
      expect(await toCome(site)).toEqual({ left: 1, of: 1 });
      await site.admin.query(`update releases set status = 'cancelled' where status = 'building'`);
      await untilLeft(site, 0);
      expect(await published(site)).toMatchObject([{ name: 'Läget' }, { name: 'Året innan' }]);
    });
  }, 180_000);
});
