import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import { startFirmsApp } from '../support/firms.ts';
import { letSeeAllBut } from '../support/let-in.ts';
import type { Staff } from '../support/people.ts';
import { signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import { levelsOf, releasesBy } from '../support/releases.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let analyst: Staff;
let first: ReleaseInProgress;
/** Answers that are in one of the two only. */
let different: readonly string[];

const { built, publish, verified } = releasesBy(() => analyst);
const early = { from: '2020-01-01', until: '2026-05-01', measures: ['firms'], breakdowns: [[]] };
const late = { ...early, until: '2026-08-01' };
const provider = 'compare';
/** Each builds something. */
const unhurried = { timeout: 240_000 };

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date('2026-10-20T08:00:00Z')), 200);
  analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  first = await built(early);
  // The same answers, of another measure: it has nothing to be compared with.
  const probe = await built({ ...late, measures: ['D1'] });
  const { rows } = await site.admin.query<{ id: string }>(
    `select contribution as id from release_contributions where release_id in ($1, $2)
     group by contribution having count(*) = 1 order by contribution`,
    [first.releaseId, probe.releaseId],
  );
  different = rows.map(({ id }) => id);
}, 240_000);
afterAll(() => site.close());

const shows = (release: ReleaseInProgress): boolean => levelsOf(release).cells.some(({ firms }) => firms !== null);

test(
  'what makes two releases different is enough while three firms are left that a provider does not see',
  unhurried,
  async () => {
    expect(first.blocks).toEqual([]);
    expect(different.length).toBeGreaterThan(13);
    await letSeeAllBut(site, provider, { answers: different, left: 3 });
    const second = await built(late);

    expect(second.blocks).toEqual([]);
    expect(shows(second)).toBe(true);
    expect((await publish(second)).statusCode).toBe(200);
  },
);

test(
  'with two left it is neither looked at nor published, and nobody is told of which provider',
  unhurried,
  async () => {
    await letSeeAllBut(site, provider, { answers: different, left: 2 });
    const third = await built(late);

    expect(third.blocks).toEqual(['too-near']);
    expect(shows(third)).toBe(false);
    expect(third.report?.nearReleases).toEqual([
      { releaseNumber: null, built: { on: expect.any(String), isOwn: true } },
    ]);
    expect(JSON.stringify(third)).not.toContain(`"${provider}"`);
  },
);

test('with nobody left there is nobody to be told of', unhurried, async () => {
  await letSeeAllBut(site, provider, { answers: different, left: 0 });
  const last = await built(late);

  expect(last.blocks).toEqual([]);
  expect(shows(last)).toBe(true);
});

test('what providers see now is no part of what was published, which is built again the same', unhurried, async () => {
  const { rows } = await site.admin.query<{ id: string }>(
    `select release_id as id from releases where status = 'published'`,
  );
  const { verifications } = await verified(rows[0]?.id ?? '');

  expect(verifications).toMatchObject([{ status: 'same' }]);
});
