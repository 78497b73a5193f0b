import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LettingIn } from '#shared/contracts/advising.ts';
import * as advising from '#shared/contracts/advising.ts';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import type { ResultDocument } from '#shared/contracts/results.ts';
import { level, save, start } from '../support/answering.ts';
import { eventsAbout } from '../support/coordination.ts';
import { alwaysThere, describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { consentBody, letIn, ofFirm, readAccess, startFirmsApp, withdraw } from '../support/firms.ts';
import type { Staff } from '../support/people.ts';
import { addMembership, newSession, organisationId, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let provider: string;
let otherProvider: string;
let advisor: Staff;
let stranger: Staff;
beforeAll(async () => {
  site = await startFirmsApp();
  provider = (await askForContact(site, await signedInOwner(site))).providerCode;
  otherProvider = site.content.catalogue.providers.find(({ code }) => code !== provider)?.code ?? '';
});
beforeEach(async () => {
  advisor = await signedInAs(site, 'advisor', { organisation: provider, name: 'Rut Råd' });
  stranger = await signedInAs(site, 'advisor', { organisation: otherProvider });
});
afterAll(() => site.close());

type Shared = {
  name: string | null;
  results: { responseId: string; formCode: string }[] | null;
  newest: ResultDocument | null;
  requests: (ReferralDocument & { firmName: string; telephone: string | null; message: string | null })[] | null;
};

const at = (organisation: string, firmId: string) => `/api/advisor/organisations/${organisation}/firms/${firmId}`;
const look = ({ visitor, organisationId: organisation }: Staff, firmId: string) =>
  visitor.get(at(organisation, firmId));

async function seen(staff: Staff, firmId: string): Promise<Shared> {
  const reply = await look(staff, firmId);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Shared>();
}

const listed = async ({ visitor }: { visitor: Visitor }) =>
  (await visitor.get('/api/advisor/firms')).json<{ firms: LettingIn[] }>().firms;

/** Everybody who is nobody's advisor. */
async function others() {
  return [
    await signedIn(site),
    await signedInOwner(site),
    await signedInAs(site, 'analyst'),
    await signedInAs(site, 'editor'),
    await signedInAs(site, 'administrator'),
  ];
}

describeEndpoint(advising.listFirmsLettingIn, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get('/api/advisor/firms'), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    for (const { visitor } of await others()) {
      expectProblem(await visitor.get('/api/advisor/firms'), 404, 'not-found');
    }
    const unproved = await signedInAs(site, 'advisor', { hasSecondFactor: false });
    expectProblem(await unproved.visitor.get('/api/advisor/firms'), 403, 'second-factor-required');
  },
  'hides what belongs to another firm': async () => {
    const owner = await signedInOwner(site);
    await letIn(owner, otherProvider);

    expect((await listed(advisor)).map(({ firmId }) => firmId)).not.toContain(owner.firmId);
    expect((await listed(stranger)).map(({ firmId }) => firmId)).toContain(owner.firmId);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const owner = await signedInOwner(site);
    await owner.visitor.put(ofFirm(owner.firmId), { name: 'Smeden AB', organisationNumber: null });
    const result = await letIn(owner, provider);
    const cohort = await letIn(owner, provider, 'cohort');
    const ours = async () => (await listed(advisor)).filter(({ firmId }) => firmId === owner.firmId);

    expect(await ours()).toMatchObject([
      { organisationId: advisor.organisationId, name: 'Smeden AB', isSimulated: false, purposes: ['cohort', 'result'] },
    ]);
    const { lookCount } = await readAccess(owner.visitor, owner.firmId);
    expect(lookCount).toBe(0);
    await withdraw(owner, result);
    // To be named in a group is to be known by name, and by nothing more.
    expect(await ours()).toMatchObject([{ name: 'Smeden AB', purposes: ['cohort'] }]);
    expectProblem(await look(advisor, owner.firmId), 404, 'not-found');
    await withdraw(owner, cohort);
    expect(await ours()).toEqual([]);
  },
});

describeEndpoint(advising.getSharedFirm, {
  'refuses who has no key': async () => {
    const owner = await signedInOwner(site);
    await letIn(owner, provider);
    const reply = await site.newVisitor().get(at(advisor.organisationId, owner.firmId));
    expectProblem(reply, 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const owner = await signedInOwner(site);
    await letIn(owner, provider);
    const url = at(advisor.organisationId, owner.firmId);
    for (const { visitor } of [...(await others()), owner]) expectProblem(await visitor.get(url), 404, 'not-found');
    const unproved = await newSession(site, advisor.personId, { hasSecondFactor: false });
    expectProblem(await unproved.visitor.get(url), 403, 'second-factor-required');
    expect((await readAccess(owner.visitor, owner.firmId)).lookCount).toBe(0);
  },
  'hides what belongs to another firm': async () => {
    const [open, closed] = [await signedInOwner(site), await signedInOwner(site)];
    await letIn(open, provider);
    await letIn(closed, otherProvider);
    const attempts = [
      [advisor.organisationId, closed.firmId],
      [stranger.organisationId, closed.firmId],
      [stranger.organisationId, open.firmId],
      [await organisationId(site, 'region'), open.firmId],
    ] as const;
    for (const [organisation, firmId] of attempts) {
      expectProblem(await advisor.visitor.get(at(organisation, firmId)), 404, 'not-found');
    }
    for (const { visitor, firmId } of [open, closed]) expect((await readAccess(visitor, firmId)).lookCount).toBe(0);
  },
  'refuses an invalid request': async () => {
    expectProblem(await look(advisor, 'no-id'), 422, 'invalid-request');
    expectProblem(await advisor.visitor.get(at('no-id', randomUUID())), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await look(advisor, randomUUID()), 404, 'not-found');
    expectProblem(await advisor.visitor.get(at(randomUUID(), randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site, { name: 'Åsa Öberg', email: `asa-${randomUUID()}@smeden.se` });
    await letIn(owner, provider);
    const reply = await look(advisor, owner.firmId);
    const shared = reply.json<Shared>();

    expect(shared).toMatchObject({
      results: [{ responseId: owner.responseId, formCode: 'snabbkoll' }],
      requests: null,
    });
    expect(await eventsAbout(site, owner.firmId)).toContainEqual({
      action: 'firm-looked-at',
      objectKind: 'firm',
      objectId: owner.firmId,
      actorPersonId: advisor.personId,
    });
    expect((await readAccess(owner.visitor, owner.firmId)).looks).toMatchObject([
      { personName: 'Rut Råd', what: 'result' },
    ]);
    for (const word of [owner.personId, owner.email, 'Åsa Öberg']) expect(reply.body).not.toContain(word);
  },
});

describe('what an advisor reads', () => {
  test('is the very result that the firm reads, with the answers and without what is not for others', async () => {
    const owner = await signedInOwner(site);
    const own = (await owner.visitor.get(`/api/responses/${owner.responseId}/result`)).json<ResultDocument>();
    await letIn(owner, provider);
    const { newest } = await seen(advisor, owner.firmId);

    expect({ ...newest, response: null, continuations: null }).toEqual({ ...own, response: null, continuations: null });
    expect(newest?.continuations).toEqual([]);
    const said = (result: ResultDocument | null) =>
      Object.fromEntries(result?.response.answers.map(({ itemCode, answer }) => [itemCode, answer]) ?? []);
    expect(said(newest)).toEqual(said(own));
    expect({ ...newest?.response, answers: null }).toEqual({ ...own.response, answers: null });
  });

  test('is the newest of what was submitted, and nothing of what is under way', async () => {
    const owner = await signedInOwner(site);
    await letIn(owner, provider);
    const reply = await owner.visitor.post(`/api/responses/${owner.responseId}/continuations`, {
      addedForm: 'digital',
      language: 'sv',
    });
    const { responseId } = reply.json<{ responseId: string }>();
    await save(owner.visitor, responseId, 'D2.1', level(4, 'Hemligt tills det är inskickat'));
    expect((await seen(advisor, owner.firmId)).results).toMatchObject([{ responseId: owner.responseId }]);

    site.clock.advance(1000);
    await owner.visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
    const shared = await seen(advisor, owner.firmId);
    expect(shared.results).toMatchObject([{ responseId }, { responseId: owner.responseId }]);
    expect(shared.newest?.response).toMatchObject({ responseId, continuesResponseId: owner.responseId });
  });

  test('follows each consent by itself', async () => {
    const owner = await signedInOwner(site);
    const { referralId } = await askForContact(site, owner);
    const contactOnly = await seen(advisor, owner.firmId);
    expect(contactOnly).toMatchObject({
      results: null,
      newest: null,
      requests: [{ referralId, firmName: 'Smeden AB', contactName: 'Åsa Öberg', message: 'Ring efter tre.' }],
    });

    const consentId = await letIn(owner, provider);
    expect(await seen(advisor, owner.firmId)).toMatchObject({
      newest: { response: { responseId: owner.responseId } },
      requests: [{ referralId, events: [{ status: 'chosen' }] }],
    });
    await owner.visitor.post(`/api/responses/${owner.responseId}/referrals/${referralId}/withdrawal`);
    expect(await seen(advisor, owner.firmId)).toMatchObject({ newest: {}, requests: null });
    await withdraw(owner, consentId);
    expectProblem(await look(advisor, owner.firmId), 404, 'not-found');
  });

  test('does not come with a consent to be named in a group or counted in statistics', async () => {
    const owner = await signedInOwner(site);
    await letIn(owner, provider, 'cohort');
    await owner.visitor.post(ofFirm(owner.firmId, '/consents'), consentBody('statistics', 'regions'));

    expectProblem(await look(advisor, owner.firmId), 404, 'not-found');
    expect((await readAccess(owner.visitor, owner.firmId)).lookCount).toBe(0);
  });

  test('is of the organisation looked for, where the advisor is of two', async () => {
    const owner = await signedInOwner(site);
    await askForContact(site, owner);
    await letIn(owner, otherProvider);
    await site.admin.query(
      `insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language)
       values ($1, $2, 'contact', $3, 'contact-1', 'sv')`,
      [randomUUID(), owner.firmId, otherProvider],
    );
    await addMembership(site, advisor.personId, 'advisor', stranger.organisationId);

    const asOther = await advisor.visitor.get(at(stranger.organisationId, owner.firmId));
    expect(asOther.json<Shared>()).toMatchObject({ newest: {}, requests: [] });
    expect(await seen(advisor, owner.firmId)).toMatchObject({ newest: null, requests: [{ providerCode: provider }] });
  });

  test('of a firm that has submitted nothing is that there is nothing', async () => {
    const person = await signedIn(site);
    const responseId = await start(person.visitor);
    const claimed = await person.visitor.post(`/api/responses/${responseId}/claim`);
    const { firmId } = claimed.json<{ firmId: string }>();
    await letIn({ visitor: person.visitor, firmId }, provider);

    expect(await seen(advisor, firmId)).toMatchObject({ results: [], newest: null, requests: null });
  });

  test('ends with the membership, the organisation and the consent, at the next request', async () => {
    const owner = await signedInOwner(site);
    const consentId = await letIn(owner, provider);
    await seen(advisor, owner.firmId);
    const closes = (at: 'now()' | 'null') =>
      site.admin.query(`update organisations set closed_at = ${at} where organisation_id = $1`, [
        advisor.organisationId,
      ]);
    await closes('now()');
    expectProblem(await look(advisor, owner.firmId), 404, 'not-found');
    await closes('null');
    await seen(advisor, owner.firmId);

    const colleague = await signedInAs(site, 'advisor', { organisation: provider });
    await site.admin.query('update memberships set ended_at = now() where membership_id = $1', [
      colleague.membershipId,
    ]);
    expectProblem(await look(colleague, owner.firmId), 404, 'not-found');

    await withdraw(owner, consentId);
    expectProblem(await look(advisor, owner.firmId), 404, 'not-found');
    expect((await readAccess(owner.visitor, owner.firmId)).lookCount).toBe(2);
  });
});
