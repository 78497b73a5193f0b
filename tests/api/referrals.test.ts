import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as referrals from '#shared/contracts/referrals.ts';
import { start, submitted } from '../support/answering.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant, oneRole } from '../support/endpoint-families.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp();
});
afterAll(() => site.close());

const request = (changes: object = {}) => ({
  packageCode: 'process-lift',
  firmName: 'Smeden AB',
  contactName: 'Åsa Öberg',
  email: 'asa@smeden.example',
  consentWordingVersion: site.content.bundle.consentWordings[0]?.version,
  hasConsented: true,
  ...changes,
});

const of = (responseId: string, rest = '') => `/api/responses/${responseId}/referrals${rest}`;

/** The first package that was suggested to a fresh submitted response. */
async function withSuggestion(visitor: Visitor): Promise<{ responseId: string; packageCode: string }> {
  const responseId = await submitted(visitor);
  const result = (await visitor.get(`/api/responses/${responseId}/result`)).json<{
    suggestions: { packageCode: string }[];
  }>();
  return { responseId, packageCode: result.suggestions[0]?.packageCode ?? '' };
}

async function requested(visitor: Visitor): Promise<{ responseId: string; referralId: string }> {
  const { responseId, packageCode } = await withSuggestion(visitor);
  const reply = await visitor.post(of(responseId), request({ packageCode }));
  expect(reply.statusCode, reply.body).toBe(201);
  return { responseId, referralId: reply.json<{ referralId: string }>().referralId };
}

/** Somebody with a response of their own. */
async function newStranger(): Promise<Visitor> {
  const visitor = site.newVisitor();
  await start(visitor);
  return visitor;
}

describeEndpoint(referrals.requestContact, {
  'refuses who has no key': async () => {
    const responseId = await submitted(site.newVisitor());
    expect((await site.newVisitor().post(of(responseId), request())).statusCode).toBe(404);
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const owner = site.newVisitor();
    const { responseId, packageCode } = await withSuggestion(owner);
    const stranger = await newStranger();
    const headers = { 'idempotency-key': randomUUID() };
    const body = request({ packageCode });
    const reply = await stranger.trespass({ method: 'POST', url: of(responseId), body, headers });

    expect(reply.statusCode).toBe(404);
    expect((await owner.get(of(responseId))).json()).toMatchObject({ referrals: [] });
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const { responseId, packageCode } = await withSuggestion(visitor);
    const post = (changes: object) => visitor.post(of(responseId), request({ packageCode, ...changes }));

    expect((await post({ hasConsented: false })).statusCode).toBe(422);
    expect((await post({ email: 'nobody' })).statusCode).toBe(422);
    expect((await post({ consentWordingVersion: 'old' })).json()).toMatchObject({
      errors: [{ code: 'unknown-wording' }],
    });
    expect((await post({ packageCode: 'unknown' })).json()).toMatchObject({ errors: [{ code: 'unknown-package' }] });
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    expect((await visitor.post(of(responseId), request())).statusCode).toBe(404);
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const { responseId, packageCode } = await withSuggestion(visitor);
    const reply = await visitor.post(of(responseId), request({ packageCode, message: 'Ring efter tre.' }));

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ packageCode, status: 'chosen', contactName: 'Åsa Öberg' });
    const { rows } = await site.admin.query(
      'select purpose, wording_version from consents c join referrals r using (consent_id) where r.referral_id = $1',
      [reply.json<{ referralId: string }>().referralId],
    );
    expect(rows).toEqual([{ purpose: 'contact', wording_version: request().consentWordingVersion }]);
  },
});

describeEndpoint(referrals.listReferrals, {
  'refuses who has no key': async () => {
    const responseId = await submitted(site.newVisitor());
    expect((await site.newVisitor().get(of(responseId))).statusCode).toBe(404);
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const { responseId } = await requested(site.newVisitor());
    const stranger = await newStranger();
    expect((await stranger.trespass({ url: of(responseId) })).statusCode).toBe(404);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const stranger = await newStranger();
    expect((await stranger.trespass({ url: of(randomUUID()) })).statusCode).toBe(404);
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const { responseId, referralId } = await requested(visitor);
    expect((await visitor.get(of(responseId))).json()).toMatchObject({
      referrals: [{ referralId, status: 'chosen', events: [{ status: 'chosen' }] }],
    });
  },
});

describeEndpoint(referrals.withdrawReferral, {
  'refuses who has no key': async () => {
    const { responseId, referralId } = await requested(site.newVisitor());
    expect((await site.newVisitor().post(of(responseId, `/${referralId}/withdrawal`))).statusCode).toBe(404);
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const { responseId, referralId } = await requested(site.newVisitor());
    const stranger = await newStranger();
    const reply = await stranger.trespass({ method: 'POST', url: of(responseId, `/${referralId}/withdrawal`) });
    expect(reply.statusCode).toBe(404);
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const { responseId } = await requested(visitor);
    expect((await visitor.post(of(responseId, '/no-id/withdrawal'))).statusCode).toBe(422);
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    const { responseId } = await requested(visitor);
    expect((await visitor.post(of(responseId, `/${randomUUID()}/withdrawal`))).statusCode).toBe(404);
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const { responseId, referralId } = await requested(visitor);
    const reply = await visitor.post(of(responseId, `/${referralId}/withdrawal`));

    expect(reply.json()).toMatchObject({
      status: 'withdrawn',
      events: [{ status: 'chosen' }, { status: 'withdrawn' }],
    });
    const { rows } = await site.admin.query(
      'select withdrawn_at is not null as "isWithdrawn" from consents join referrals using (consent_id) where referral_id = $1',
      [referralId],
    );
    expect(rows).toEqual([{ isWithdrawn: true }]);
  },
});

describeEndpoint(referrals.getReferralCalendar, {
  'refuses who has no key': async () => {
    const { responseId, referralId } = await requested(site.newVisitor());
    expect((await site.newVisitor().get(of(responseId, `/${referralId}/calendar/sv`))).statusCode).toBe(404);
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const { responseId, referralId } = await requested(site.newVisitor());
    const stranger = await newStranger();
    expect((await stranger.trespass({ url: of(responseId, `/${referralId}/calendar/sv`) })).statusCode).toBe(404);
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const { responseId, referralId } = await requested(visitor);
    expect((await visitor.get(of(responseId, `/${referralId}/calendar/de`))).statusCode).toBe(422);
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    const { responseId } = await requested(visitor);
    expect((await visitor.get(of(responseId, `/${randomUUID()}/calendar/sv`))).statusCode).toBe(404);
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const { responseId, referralId } = await requested(visitor);
    const reply = await visitor.get(of(responseId, `/${referralId}/calendar/sv`));

    expect(reply.headers['content-type']).toMatch(/^text\/calendar/);
    // Asked for on Monday 2 November 2026; five weekdays later is Monday 9 November.
    expect(reply.body).toContain('DTSTART;VALUE=DATE:20261109');
    expect(reply.body).toContain(`UID:${referralId}@mattstock`);
  },
});

describeEndpoint(referrals.listConsentWordings, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const reply = await site.newVisitor().get('/api/consent-wordings');
    const { wordings } = reply.json<{ wordings: { purpose: string; version: string }[] }>();
    expect([...new Set(wordings.map(({ purpose }) => purpose))]).toEqual(['contact', 'result', 'cohort', 'statistics']);
    const versions = wordings.map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    // The one that is agreed to now comes after those that were agreed to before.
    expect(versions.indexOf('result-2')).toBeGreaterThan(versions.indexOf('result-1'));
  },
});

test('asking twice with the same key gives the same referral', async () => {
  const visitor = site.newVisitor();
  const { responseId, packageCode } = await withSuggestion(visitor);
  const key = randomUUID();
  const first = await visitor.post(of(responseId), request({ packageCode }), key);
  const again = await visitor.post(of(responseId), request({ packageCode }), key);

  expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
  expect(again.json<{ referralId: string }>().referralId).toBe(first.json<{ referralId: string }>().referralId);
});

test('a key used for another request is refused', async () => {
  const visitor = site.newVisitor();
  const { responseId, packageCode } = await withSuggestion(visitor);
  const key = randomUUID();
  await visitor.post(of(responseId), request({ packageCode }), key);
  const reply = await visitor.post(of(responseId), request({ packageCode, contactName: 'Någon annan' }), key);

  expect(reply.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
});

test('a package asked for from two tabs is asked for once, and again after it was withdrawn', async () => {
  const visitor = site.newVisitor();
  const { responseId, packageCode } = await withSuggestion(visitor);
  const ask = () => visitor.post(of(responseId), request({ packageCode }));
  const [one, other] = await Promise.all([ask(), ask()]);
  const referralId = one.json<{ referralId: string }>().referralId;
  expect(other.json<{ referralId: string }>().referralId).toBe(referralId);

  await visitor.post(of(responseId, `/${referralId}/withdrawal`));
  const later = await ask();
  expect(later.statusCode).toBe(201);
  expect(later.json<{ referralId: string }>().referralId).not.toBe(referralId);
});

test('what ends with a request is told before it is withdrawn, as long as the request is the last that lets the provider in', async () => {
  const visitor = site.newVisitor();
  const { responseId, referralId } = await requested(visitor);
  const list = async () => (await visitor.get(of(responseId))).json<{ falling: object[]; referrals: object[] }>();
  expect((await list()).falling).toEqual([]);

  const { rows } = await site.admin.query<{ firmId: string; provider: string; packageCode: string }>(
    `select firm_id as "firmId", provider_code as provider, package_code as "packageCode" from referrals
     where referral_id = $1`,
    [referralId],
  );
  const [{ firmId, provider, packageCode }] = rows as [(typeof rows)[0]];
  const editionId = await insertEdition(site, { provider, packageCode });
  await site.admin.query(`update editions set name = 'Gruppen i Falun' where edition_id = $1`, [editionId]);
  await insertPlacement(site, { editionId, firmId, status: 'placed' });
  for (const days of [3, -3]) {
    await site.admin.query(
      `insert into meetings (meeting_id, firm_id, organisation_id, starts_at, minutes, purpose, request_key)
       select gen_random_uuid(), $1, organisation_id, $3, 60, 'Första mötet',
         gen_random_uuid()::text
       from organisations where kind = 'provider' and code = $2`,
      [firmId, provider, new Date(site.clock.now().getTime() + days * 86_400_000)],
    );
  }
  expect((await list()).falling).toEqual([
    { referralId, places: [{ name: { sv: 'Gruppen i Falun', en: 'Gruppen i Falun' }, isWaiting: false }], meetings: 1 },
  ]);

  const consent = (purpose: string) =>
    site.admin.query(
      `insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language, given_at)
       values (gen_random_uuid(), $1, $2, $3, 'some-1', 'sv', now())`,
      [firmId, purpose, provider],
    );
  // To be named lets the provider keep the place, and opens no meetings.
  await consent('cohort');
  expect((await list()).falling).toEqual([{ referralId, places: [], meetings: 1 }]);
  await consent('result');
  expect((await list()).falling).toEqual([]);
  await site.admin.query(
    `update consents set withdrawn_at = now() where firm_id = $1 and purpose in ('cohort', 'result')`,
    [firmId],
  );
  expect((await list()).falling).toHaveLength(1);

  await visitor.post(of(responseId, `/${referralId}/withdrawal`));
  const ended = await site.admin.query('select status from placements where firm_id = $1', [firmId]);
  expect(ended.rows).toEqual([{ status: 'left' }]);
  expect((await list()).falling).toEqual([]);
});
