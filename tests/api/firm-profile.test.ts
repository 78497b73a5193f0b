import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { level, save, start, startBody, submitted } from '../support/answering.ts';
import { everythingSaid, workshop } from '../support/small-instrument.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp();
});
afterAll(() => site.close());

const of = (responseId: string, rest = '') => `/api/responses/${responseId}${rest}`;

/** Stores a profile as an earlier version of the site could have. */
async function storeDirectly(responseId: string, profile: object): Promise<void> {
  await site.admin.query(
    `update assessments set profile = $1
     where assessment_id = (select assessment_id from responses where response_id = $2)`,
    [JSON.stringify(profile), responseId],
  );
}

test('keeps everything that was said of the firm', async () => {
  const visitor = site.newVisitor();

  const responseId = await start(visitor, { profile: everythingSaid });

  expect((await visitor.get(of(responseId))).json()).toMatchObject({ profile: { ...workshop, ...everythingSaid } });
});

test('submits the profile with everything that was said', async () => {
  const visitor = site.newVisitor();

  const responseId = await submitted(visitor, { profile: everythingSaid });

  const { rows } = await site.admin.query('select profile from submissions where response_id = $1', [responseId]);
  expect(rows).toEqual([{ profile: { ...workshop, ...everythingSaid } }]);
});

test('forgets where the group is led from when the firm is part of none', async () => {
  const visitor = site.newVisitor();

  const responseId = await start(visitor, { profile: { isPartOfGroup: false, headquartersOutsideRegion: true } });

  const { profile } = (await visitor.get(of(responseId))).json<{ profile: FirmProfile }>();
  expect(profile).toEqual({ ...workshop, isPartOfGroup: false });
});

const refusals: [object, string, string][] = [
  [{ employees: 60 }, 'employees', 'not-in-size-class'],
  [
    { largestCustomerPercent: 62, threeLargestCustomersPercent: 50 },
    'threeLargestCustomersPercent',
    'below-largest-customer',
  ],
  [{ certifications: ['none', 'quality'] }, 'certifications', 'none-with-others'],
  [{ supportTaken: ['other', 'other'] }, 'supportTaken', 'repeated-choice'],
  [{ clusterMemberships: [] }, 'clusterMemberships', 'too_small'],
  [{ collaborationPartners: ['competitor'] }, 'collaborationPartners/0', 'invalid_value'],
  [{ workplaces: 0 }, 'workplaces', 'too_small'],
  [{ workplaces: 1001 }, 'workplaces', 'too_big'],
  [{ exportPercent: 101 }, 'exportPercent', 'too_big'],
  [{ branchDetail: 'x'.repeat(121) }, 'branchDetail', 'too_big'],
  [{ energyCostShare: 'unknown' }, 'energyCostShare', 'invalid_value'],
];

test.each(refusals)('does not start with %j', async (profile, field, code) => {
  const visitor = site.newVisitor();

  const reply = await visitor.post('/api/responses', startBody({ profile }));

  expect(reply.statusCode).toBe(422);
  expect(reply.json()).toMatchObject({ code: 'invalid-request', errors: [{ path: `body/profile/${field}`, code }] });
  expect(visitor.cookies).toEqual([]);
});

test.each(refusals)('does not change the profile to %j', async (change, field, code) => {
  const visitor = site.newVisitor();
  const responseId = await start(visitor, { profile: everythingSaid });

  const reply = await visitor.put(of(responseId, '/profile'), { profile: { ...workshop, ...change } });

  expect(reply.statusCode).toBe(422);
  expect(reply.json()).toMatchObject({ code: 'invalid-request', errors: [{ path: `body/profile/${field}`, code }] });
  expect((await visitor.get(of(responseId))).json()).toMatchObject({ profile: { ...workshop, ...everythingSaid } });
});

test('says every contradiction at once', async () => {
  const profile = { employees: 5, largestCustomerPercent: 62, threeLargestCustomersPercent: 50 };

  const reply = await site.newVisitor().post('/api/responses', startBody({ profile }));

  expect(reply.json<{ errors: { code: string }[] }>().errors.map(({ code }) => code)).toEqual([
    'not-in-size-class',
    'below-largest-customer',
  ]);
});

test.each([
  ['with the first four only', workshop],
  ['whose employees do not fit the size class', { ...workshop, employees: 60 }],
  ['led from outside without a word about a group', { ...workshop, headquartersOutsideRegion: true }],
])('an old profile %s is still read, and can be submitted', async (_, profile) => {
  const visitor = site.newVisitor();
  const responseId = await start(visitor);
  await storeDirectly(responseId, profile);
  await save(visitor, responseId, 'D1.1', level(1));

  const read = (await visitor.get(of(responseId))).json<{ profile: FirmProfile }>();
  const submission = await visitor.post(of(responseId, '/submission'), { language: 'sv' });

  expect(read.profile).toEqual(profile);
  expect(submission.statusCode).toBe(201);
});

test('a request for contact takes nothing of the profile along', async () => {
  const visitor = site.newVisitor();
  const responseId = await submitted(visitor, { profile: everythingSaid });
  const result = await visitor.get(of(responseId, '/result'));
  const [suggestion] = result.json<{ suggestions: { packageCode: string }[] }>().suggestions;

  const reply = await visitor.post(of(responseId, '/referrals'), {
    packageCode: suggestion?.packageCode,
    firmName: 'Smeden AB',
    contactName: 'Åsa Öberg',
    email: 'asa@smeden.example',
    consentWordingVersion: site.content.bundle.consentWordings[0]?.version,
    hasConsented: true,
  });
  const { rows } = await site.admin.query<{ stored: string }>(
    `select to_jsonb(r)::text as stored from referrals r join submissions s using (submission_id)
     where s.response_id = $1`,
    [responseId],
  );

  expect(reply.statusCode, reply.body).toBe(201);
  expect(rows).toHaveLength(1);
  for (const told of [everythingSaid.branchDetail, 'product-or-branch', ...Object.keys(everythingSaid)]) {
    expect(`${reply.body}${rows[0]?.stored}`).not.toContain(told);
  }
});
