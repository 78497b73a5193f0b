import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { applyRetention } from '#server/platform/retention/apply-retention.ts';
import { createDailyRetention } from '#server/platform/retention/daily-retention.ts';
import { getRetentionSchedule } from '#shared/contracts/retention.ts';
import type { RetentionSchedule } from '#shared/domain/retention/retention-schedule.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { startFirmsApp } from '../support/firms.ts';
import { signedIn, signedInOwner } from '../support/people.ts';
import { agedClasses, changesByRetention, countInLog, limitOf, retentionOf } from '../support/retention.ts';
import { startServer } from '../support/server-process.ts';
import { readTables } from '../support/table-rows.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const logged = { audit_events: { gone: 0, come: 1 } };
const msAfter = (moment: Date) => new Date(moment.getTime() + 1);

describeEndpoint(getRetentionSchedule, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const reply = await site.newVisitor().get('/api/retention-schedule');

    expect(reply.statusCode).toBe(200);
    const schedule = reply.json<RetentionSchedule>();
    expect(schedule).toEqual(site.content.bundle.retention);
    expect(schedule).toMatchObject({ standing: 'proposal', decision: null });
  },
});

describe('of what has had its time', () => {
  test.each(agedClasses)('$name goes exactly at its limit, and nothing else does', async ({ code, make, changes }) => {
    const age = await make(site);
    const limit = limitOf(site, code);
    await age(msAfter(limit));
    const countBefore = await countInLog(site, code);

    expect(await changesByRetention(site)).toEqual({});
    await age(limit);
    expect(await changesByRetention(site)).toEqual({ ...changes, ...logged });
    expect(await countInLog(site, code)).toBe(countBefore + 1);
    expect(await changesByRetention(site)).toEqual({});
  });
});

async function insertEndedSessions(count: number): Promise<void> {
  const { personId } = await signedIn(site);
  await site.admin.query(
    `insert into sessions (session_id, person_id, key_sha256, method, has_second_factor, device, idle_limit, expires_at)
     select gen_random_uuid(), $1, sha256(n::text::bytea || $2::text::bytea), 'code', false, 'Firefox',
       interval '1 hour', $3
     from generate_series(1, $4::integer) n`,
    [personId, randomUUID(), limitOf(site, 'sessions'), count],
  );
}

describe('the work of clearing', () => {
  test('is done in batches until there is no more', async () => {
    await insertEndedSessions(450);
    const before = await countInLog(site, 'sessions');

    expect(await changesByRetention(site)).toEqual({
      sessions: { gone: 450, come: 0 },
      people: { gone: 1, come: 1 },
      audit_events: { gone: 0, come: 3 },
    });
    expect(await countInLog(site, 'sessions')).toBe(before + 450);
  });

  test('is shared by processes that do it at once, and done once', async () => {
    await insertEndedSessions(450);
    const before = await countInLog(site, 'sessions');
    await Promise.all([1, 2, 3, 4].map(() => applyRetention(retentionOf(site))));
    await applyRetention(retentionOf(site));

    expect(await countInLog(site, 'sessions')).toBe(before + 450);
  });

  test('goes on with the other classes when one meets a fault, and then tells it', async () => {
    const age = await agedClasses.find(({ code }) => code === 'challenges')?.make(site);
    await age?.(limitOf(site, 'challenges'));
    await insertEndedSessions(1);
    await site.admin.query('alter function retire_sessions(timestamptz, integer) rename to retire_sessions_away');
    const before = await countInLog(site, 'challenges');

    await expect(applyRetention(retentionOf(site))).rejects.toThrow(/retire_sessions/);
    expect(await countInLog(site, 'challenges')).toBe(before + 1);
    await site.admin.query('alter function retire_sessions_away(timestamptz, integer) rename to retire_sessions');
    await applyRetention(retentionOf(site));
  });

  test('is done when the server starts, and then once a day', async () => {
    let nowMs = site.clock.now().getTime();
    const retain = createDailyRetention({ ...retentionOf(site), clock: { now: () => new Date(nowMs) } });
    const doneAfter = async (hours: number) => {
      await insertEndedSessions(1);
      const before = await countInLog(site, 'sessions');
      nowMs += hours * 3_600_000;
      await retain();
      return (await countInLog(site, 'sessions')) - before;
    };

    expect(await doneAfter(0)).toBe(1);
    expect(await doneAfter(23)).toBe(0);
    expect(await doneAfter(1)).toBe(2);
  });

  test('leaves what the schedule keeps', async () => {
    await insertEndedSessions(1);
    const rules = site.content.bundle.retention.rules.map((rule) =>
      rule.code === 'sessions' ? { ...rule, action: 'keep' as const, after: null } : rule,
    );
    const before = await countInLog(site, 'sessions');
    const parts = retentionOf(site);
    await applyRetention({ ...parts, schedule: { ...parts.schedule, rules } });

    expect(await countInLog(site, 'sessions')).toBe(before);
  });
});

test('the server does it by itself when it starts', async () => {
  // Sealed with no key of the server's.
  await site.admin.query('delete from webhooks');
  await applyRetention(retentionOf(site));
  await insertEndedSessions(3);
  const before = await countInLog(site, 'sessions');
  const server = await startServer({
    DATABASE_URL: site.database.applicationUrl,
    MIGRATION_DATABASE_URL: site.database.adminUrl,
  });
  try {
    await vi.waitUntil(async () => (await countInLog(site, 'sessions')) === before + 3, { timeout: 15_000 });
  } finally {
    await server.stop();
  }
});

test('nothing that a firm has submitted, no question and no event of the log goes by itself, however old', async () => {
  await signedInOwner(site);
  const before = await readTables(site.admin);
  const inFourYears = new Date(site.clock.now().getTime() + 4 * 365 * 86_400_000);
  await applyRetention({ ...retentionOf(site), clock: { now: () => inFourYears } });
  const after = await readTables(site.admin);

  for (const table of ['firms', 'answers', 'submissions', 'scores', 'instrument_versions', 'audit_events']) {
    expect(before.get(table)?.length, table).toBeGreaterThan(0);
    expect(
      before.get(table)?.filter((row) => after.get(table)?.includes(row) !== true),
      table,
    ).toEqual([]);
  }
});
