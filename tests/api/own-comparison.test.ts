import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getOwnComparison, type OwnComparison } from '#shared/contracts/own-comparison.ts';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import { start, submitted } from '../support/answering.ts';
import { describeEndpoint, oneRole } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { consentBody, ofFirm, startFirmsApp } from '../support/firms.ts';
import type { Owner, Staff } from '../support/people.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { levelsOf, releasesBy } from '../support/releases.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let analyst: Staff;
let owner: Owner;
let release: ReleaseInProgress;

const { built, publish } = releasesBy(() => analyst);
const of = (responseId: string): string => `/api/responses/${responseId}/comparison`;

async function compare(visitor: Visitor, responseId: string): Promise<OwnComparison> {
  const reply = await visitor.get(of(responseId));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ comparison: OwnComparison }>().comparison;
}

/** From now on the firm is one of those that are made up, and answered in the period. */
async function makeSimulated(responseId: string): Promise<void> {
  await site.admin.query(`set session_replication_role = 'replica'`);
  await site.admin.query(
    `update firms set is_simulated = true where firm_id = (select firm_id from responses where response_id = $1)`,
    [responseId],
  );
  await site.admin.query(`update submissions set submitted_at = '2026-10-25T10:00:00Z' where response_id = $1`, [
    responseId,
  ]);
  await site.admin.query(`set session_replication_role = 'origin'`);
}

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date('2026-10-20T08:00:00Z')), 260);
  analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  owner = await signedInOwner(site);
  const consented = await owner.visitor.post(ofFirm(owner.firmId, '/consents'), consentBody('statistics', 'regions'));
  expect(consented.statusCode, consented.body).toBe(201);
  await makeSimulated(owner.responseId);
  release = await built();
}, 240_000);
afterAll(() => site.close());

const cellOf = (measure: string, group: string) =>
  levelsOf(release).cells.find((cell) => cell.measure === measure && cell.group === group);
const allIn = (comparison: OwnComparison, measure: string) =>
  comparison?.groups.find(({ key }) => key === 'all')?.peers.find((peers) => peers.measure === measure);

test('there is nothing to compare with before anything is published', async () => {
  expect(await compare(owner.visitor, owner.responseId)).toBeNull();
});

describe('beside what is published', () => {
  beforeAll(async () => {
    expect((await publish(release)).statusCode).toBe(200);
  });

  describeEndpoint(getOwnComparison, {
    'refuses who has no key': async () => {
      expectProblem(await site.newVisitor().get(of(owner.responseId)), 404, 'not-found');
    },
    'refuses the wrong role': oneRole,
    'hides what belongs to another firm': async () => {
      const visitor = site.newVisitor();
      await submitted(visitor);
      expectProblem(await visitor.trespass({ url: of(owner.responseId) }), 404, 'not-found');
      expectProblem(await analyst.visitor.get(of(owner.responseId)), 404, 'not-found');
    },
    'refuses an invalid request': 'has no input but the response in the path, see getResponse',
    'does not find what is not there': async () => {
      const visitor = site.newVisitor();
      expectProblem(await visitor.get(of(await start(visitor))), 404, 'not-found');
    },
    succeeds: async () => {
      const comparison = await compare(owner.visitor, owner.responseId);
      const cell = cellOf('D1', 'all');
      const [firms, mean] = [cell?.firms ?? 0, cell?.mean ?? 0];

      expect(comparison).toMatchObject({
        releases: [{ number: 1, from: '2020-01-01', until: '2026-11-01', isSimulated: true, isCounted: true }],
        measures: [{ code: 'D1' }, { code: 'PM1' }],
      });
      expect(comparison?.groups.map(({ key }) => key).at(-1)).toBe('all');
      // The firm answered 1 in D1.
      expect(allIn(comparison, 'D1')?.mean).toBe(Math.round(((mean * firms - 1) / (firms - 1)) * 10) / 10);
      expect(allIn(comparison, 'D1')).toMatchObject({ firms, median: cell?.median });
    },
  });

  test('a firm that is not counted stands beside the figures as they are', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    await makeSimulated(responseId);
    const comparison = await compare(visitor, responseId);

    expect(comparison?.releases).toMatchObject([{ isCounted: false }]);
    expect(allIn(comparison, 'PM1')?.mean).toBe(cellOf('PM1', 'all')?.mean);
  });

  test('a hidden group has no figures, and only groups of the firm are told of', async () => {
    const comparison = await compare(owner.visitor, owner.responseId);
    const { profile } = (await owner.visitor.get(`/api/responses/${owner.responseId}`)).json<{
      profile: { municipality: string; branch: string; sizeClass: string };
    }>();
    const county = profile.municipality.slice(0, 2);

    expect(comparison?.groups.map(({ key }) => key)).toEqual([
      `county=${county}&branch=${profile.branch}`,
      `county=${county}`,
      `branch=${profile.branch}`,
      `size=${profile.sizeClass}`,
      'all',
    ]);
    for (const { key, peers } of comparison?.groups ?? []) {
      expect(peers.filter(({ measure }) => cellOf(measure, key)?.firms === null)).toEqual([]);
    }
  });

  test('a real firm is not held against firms that are made up', async () => {
    const visitor = site.newVisitor();
    expect(await compare(visitor, await submitted(visitor))).toBeNull();
  });

  test('a newer release of one area takes nothing away from what the one before it shows', async () => {
    const before = await compare(owner.visitor, owner.responseId);
    const other = await built({ measures: ['D1'], breakdowns: [[]] });
    expect(other).toMatchObject({ alike: 1, spec: { measures: ['D1'] }, population: 'all', areas: 1, others: 0 });
    expect((await publish(other)).statusCode).toBe(200);
    const comparison = await compare(owner.visitor, owner.responseId);

    expect(comparison?.releases.map(({ number, isCounted }) => [number, isCounted])).toEqual([
      [2, true],
      [1, true],
    ]);
    expect(comparison?.groups.map(({ key }) => key)).toEqual(before?.groups.map(({ key }) => key));
    expect(allIn(comparison, 'D1')?.release).toBe(2);
    expect(allIn(comparison, 'PM1')?.release).toBe(1);
  });

  test('what was published later of an earlier period is not the newest', async () => {
    const older = await built({ until: '2026-10-26', measures: ['PM1'], breakdowns: [[]] });
    expect(older.alike).toBeNull();
    const published = await publish(older);
    expect(published.statusCode, published.body).toBe(200);

    expect(allIn(await compare(owner.visitor, owner.responseId), 'PM1')?.release).toBe(1);
  });

  test('who withdraws from the statistics still has its answers taken out of what was published', async () => {
    await site.admin.query(`set session_replication_role = 'replica'`);
    await site.admin.query('update consents set withdrawn_at = now() where firm_id = $1', [owner.firmId]);
    await site.admin.query(`set session_replication_role = 'origin'`);

    const comparison = await compare(owner.visitor, owner.responseId);
    expect(comparison?.releases.map(({ isCounted }) => isCounted)).toEqual([true, true]);
  });

  test('of a release that is not published nothing is said', async () => {
    const other = await built({ measures: ['D1'], breakdowns: [[]] });
    const comparison = await compare(owner.visitor, owner.responseId);

    expect(other.status).toBe('built');
    expect(comparison?.releases.map(({ number }) => number)).not.toContain(4);
  });
});
