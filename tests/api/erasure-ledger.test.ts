import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../support/command.ts';
import { eventsAbout, startCoordinationApp } from '../support/coordination.ts';
import { deliverMails } from '../support/delivery.ts';
import { asked, askedForFirm, countRows, decide, erased, ofCase, tracesIn } from '../support/erasure.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { queryOnce } from '../support/query.ts';
import type { TestApp } from '../support/test-app.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

let site: TestApp;
let administrator: Staff;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-'));
  site = await startCoordinationApp({ erasureLedgerFile: path.join(folder, 'erasures.jsonl') });
  administrator = await signedInAs(site, 'administrator');
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const carryOut = (id: string, { visitor }: Staff = administrator) => visitor.post(ofCase(id, '/carrying-out'));

describe('what is carried out', () => {
  const lines = () =>
    readFileSync(path.join(folder, 'erasures.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);

  test('is noted outside the database, by identifiers only', async () => {
    const [person, owner] = [await signedIn(site), await signedInOwner(site)];
    const [forPerson, forFirm] = [await asked(person), await askedForFirm(owner)];
    await erased(site, administrator, forPerson);
    await erased(site, administrator, forFirm, 'partly-granted');
    const at = site.clock.now().toISOString();

    expect(lines().slice(-2)).toEqual([
      {
        erasureRequestId: forPerson,
        scope: 'person',
        subjectId: person.personId,
        decision: 'granted',
        basis: 'no-longer-needed',
        at,
      },
      {
        erasureRequestId: forFirm,
        scope: 'firm',
        subjectId: owner.firmId,
        decision: 'partly-granted',
        basis: 'archive-law',
        at,
      },
    ]);
  });

  test('is carried out once, whoever does it again or at the same time', async () => {
    const owner = await signedInOwner(site);
    const other = await signedInAs(site, 'administrator');
    const id = await askedForFirm(owner);
    await decide(administrator, id);
    await deliverMails(site);
    const replies = await Promise.all([carryOut(id), carryOut(id, other), carryOut(id)]);

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await eventsAbout(site, id)).filter(({ action }) => action === 'erasure-carried-out')).toHaveLength(1);
    expect(lines().filter(({ erasureRequestId }) => erasureRequestId === id)).toHaveLength(1);
  });

  test('is not carried out when it cannot be noted', async () => {
    const away = await startCoordinationApp(
      { erasureLedgerFile: path.join(folder, 'no-such-folder', 'erasures.jsonl') },
      {},
    );
    try {
      const somebody = await signedInAs(away, 'administrator');
      const person = await signedIn(away);
      const id = await asked(person);
      await decide(somebody, id);
      await deliverMails(away);

      expectProblem(await carryOut(id, somebody), 503, 'service-unavailable');
      expect(await tracesIn(away, person.email)).toContain('people');
    } finally {
      await away.close();
    }
  });
});

/** A copy of the database, once nobody works on it: what a backup made now brings back. */
async function backedUp({ adminUrl }: TestDatabase): Promise<TestDatabase> {
  const copy = await createTestDatabase({ isEmpty: true });
  const nameIn = (url: string) => new URL(url).pathname.slice(1);
  const server = new URL(adminUrl);
  server.pathname = '/postgres';
  await vi.waitUntil(async () => {
    const busy = await queryOnce(server.href, 'select 1 from pg_stat_activity where datname = $1', [nameIn(adminUrl)]);
    return busy.length === 0;
  });
  await queryOnce(server.href, `drop database ${nameIn(copy.adminUrl)}`);
  await queryOnce(server.href, `create database ${nameIn(copy.adminUrl)} template ${nameIn(adminUrl)}`);
  return copy;
}

describe('a backup that was made before', () => {
  const replay = (database: TestDatabase, file: string) =>
    runCommand('erasures.ts', ['replay'], { MIGRATION_DATABASE_URL: database.adminUrl, ERASURE_LEDGER_FILE: file });

  test('is as it ought to be once the ledger is replayed, and again when it is replayed again', async () => {
    const database = await createTestDatabase();
    const file = path.join(folder, 'replayed.jsonl');
    const before = await startCoordinationApp({}, { database: { ...database, drop: async () => undefined } });
    const somebody = await signedInAs(before, 'administrator');
    const person = await signedIn(before, { name: 'Elof Sund' });
    const [gone, reduced, kept] = [
      await signedInOwner(before),
      await signedInOwner(before),
      await signedInOwner(before),
    ];
    await reduced.visitor.put(`/api/firms/${reduced.firmId}`, { name: 'Smedjan', organisationNumber: null });
    const ids = { person: await asked(person), gone: await askedForFirm(gone) };
    await before.close();
    const restored = await backedUp(database);
    const after = await startCoordinationApp({ erasureLedgerFile: file }, { database });
    const administratorAfter = { ...somebody, visitor: after.newVisitor() };
    administratorAfter.visitor.hold({ name: 'mattstock-session', value: somebody.sessionSecret, path: '/' });
    const ownerAfter = { ...reduced, visitor: after.newVisitor() };
    ownerAfter.visitor.hold({ name: 'mattstock-session', value: reduced.sessionSecret, path: '/' });
    await erased(after, administratorAfter, ids.person);
    await erased(after, administratorAfter, ids.gone);
    await erased(after, administratorAfter, await askedForFirm(ownerAfter), 'partly-granted');
    await after.close();

    const site2 = await startCoordinationApp({}, { database: restored });
    expect(await tracesIn(site2, person.email)).toContain('people');
    expect(await tracesIn(site2, gone.firmId)).toContain('submissions');
    expect(await replay(restored, file)).toEqual({
      code: 0,
      output: '3 erasures in the ledger; 3 carried out again, 0 were in place.\n',
      complaints: '',
    });
    expect(await tracesIn(site2, person.email, 'Elof Sund', 'Smedjan')).toEqual([]);
    expect(await tracesIn(site2, gone.firmId)).toEqual(['audit_events']);
    expect(await countRows(site2, 'scores', 'firm_id = $1', reduced.firmId)).toBeGreaterThan(0);
    expect(await countRows(site2, 'memberships', 'firm_id = $1', kept.firmId)).toBe(1);
    expect(await countRows(site2, 'erasure_requests', `status = 'carried-out'`)).toBe(2);
    expect((await replay(restored, file)).output).toBe(
      '3 erasures in the ledger; 0 carried out again, 3 were in place.\n',
    );
    expect(await countRows(site2, 'audit_events', `detail ->> 'isReplay' = 'true'`)).toBe(3);
    await site2.close();
  });

  test('is followed as far as the ledger can be read, and the rest is told', async () => {
    const file = path.join(folder, 'torn.jsonl');
    writeFileSync(file, '{"erasureRequestId": "half');

    expect(await replay(site.database, file)).toEqual({
      code: 1,
      output: `Careful: 1 lines of ${file} cannot be read.\n0 erasures in the ledger; 0 carried out again, 0 were in place.\n`,
      complaints: '',
    });
  });

  test('is left as it is without a ledger, or without the right to erase', async () => {
    const withoutFile = await runCommand('erasures.ts', ['replay'], { MIGRATION_DATABASE_URL: site.database.adminUrl });
    const withoutRight = await runCommand('erasures.ts', ['replay'], {
      DATABASE_URL: site.database.applicationUrl,
      ERASURE_LEDGER_FILE: path.join(folder, 'erasures.jsonl'),
    });

    expect(withoutFile).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^ERASURE_LEDGER_FILE is not set/),
    });
    expect(withoutRight).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^MIGRATION_DATABASE_URL is not set/),
    });
    expect(await runCommand('erasures.ts', [], {})).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^Use:/),
    });
  });
});
