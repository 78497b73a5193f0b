import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirmSummary } from '#shared/contracts/firms.ts';
import * as firms from '#shared/contracts/firms.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { submitted } from '../support/answering.ts';
import { eventsAbout } from '../support/coordination.ts';
import { alwaysThere, describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, ofFirm, readFirm, startFirmsApp } from '../support/firms.ts';
import { addMembership, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { workshop } from '../support/small-instrument.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const listed = async (visitor: Visitor) =>
  (await visitor.get('/api/firms'))
    .json<{ firms: FirmSummary[] }>()
    .firms.map(({ firmId, role }) => ({ firmId, role }));

describeEndpoint(firms.listFirms, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get('/api/firms'), 401, 'sign-in-required');
    const visitor = site.newVisitor();
    await submitted(visitor);
    expectProblem(await visitor.trespass({ url: '/api/firms' }), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const strangers = [await signedIn(site), await signedInAs(site, 'advisor'), await signedInAs(site, 'analyst')];
    for (const { visitor } of strangers) expectProblem(await visitor.get('/api/firms'), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const [one, other] = [await signedInOwner(site), await signedInOwner(site)];

    expect(await listed(one.visitor)).toEqual([{ firmId: one.firmId, role: 'owner' }]);
    expect(await listed(other.visitor)).toEqual([{ firmId: other.firmId, role: 'owner' }]);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const other = await signedInOwner(site);
    await addMembership(site, owner.personId, 'respondent', other.firmId);

    expect(await listed(owner.visitor)).toEqual(
      expect.arrayContaining([
        { firmId: owner.firmId, role: 'owner' },
        { firmId: other.firmId, role: 'respondent' },
      ]),
    );
  },
});

describeEndpoint(firms.getFirm, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ url: ofFirm(firmId) }),
    { isForRespondents: true },
  ),
  'refuses an invalid request': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofFirm('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofFirm(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site, { name: 'Åsa Öberg' });
    const firm = await readFirm(owner.visitor, owner.firmId);

    expect(firm).toMatchObject({ firmId: owner.firmId, role: 'owner', isSimulated: false, profile: workshop });
    expect(firm.responses).toMatchObject([{ responseId: owner.responseId, status: 'submitted', isYours: true }]);
    expect(firm.members).toMatchObject([
      { membershipId: owner.membershipId, name: 'Åsa Öberg', email: owner.email, role: 'owner', isYou: true },
    ]);
  },
});

const change = (changes: object = {}) => ({ name: 'Smeden AB', organisationNumber: '556036-0793', ...changes });

describeEndpoint(firms.changeFirm, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ method: 'PUT', url: ofFirm(firmId), body: change() }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const { visitor, firmId } = await signedInOwner(site);
    const put = (changes: object) => visitor.put(ofFirm(firmId), change(changes));

    expectProblem(await put({ name: '' }), 422, 'invalid-request');
    expectProblem(await put({ isSimulated: true }), 422, 'invalid-request');
    expect((await put({ organisationNumber: '556036-0794' })).json()).toMatchObject({
      errors: [{ path: 'body/organisationNumber', code: 'wrong-check-digit' }],
    });
    expect(await readFirm(visitor, firmId)).toMatchObject({ name: null, organisationNumber: null });
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.put(ofFirm(randomUUID()), change()), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, firmId, personId } = await signedInOwner(site);
    const reply = await visitor.put(ofFirm(firmId), change());
    await visitor.put(ofFirm(firmId), change());

    expect(reply.json()).toMatchObject({ name: 'Smeden AB', organisationNumber: '5560360793' });
    const changes = (await eventsAbout(site, firmId)).filter(({ action }) => action === 'firm-changed');
    expect(changes).toMatchObject([{ objectKind: 'firm', actorPersonId: personId }]);
  },
});

const further = (changes: object = {}) => ({ formCode: 'digital', language: 'sv', profile: workshop, ...changes });

describeEndpoint(firms.startFirmResponse, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ method: 'POST', url: ofFirm(firmId, '/responses'), body: further() }),
    { isForRespondents: true },
  ),
  'refuses an invalid request': async () => {
    const { visitor, firmId } = await signedInOwner(site);
    const post = (changes: object) => visitor.post(ofFirm(firmId, '/responses'), further(changes));

    expect((await post({ formCode: 'unknown' })).json()).toMatchObject({ errors: [{ code: 'unknown-form' }] });
    expect((await post({ profile: { ...workshop, employees: 9 } })).json()).toMatchObject({
      errors: [{ path: 'body/profile/employees' }],
    });
    expectProblem(await post({ firmId: randomUUID() }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.post(ofFirm(randomUUID(), '/responses'), further()), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const { visitor } = await signedInMember(site, owner.firmId, 'respondent');
    const reply = await visitor.post(ofFirm(owner.firmId, '/responses'), further());
    const { responseId } = reply.json<{ responseId: string }>();

    expect(reply.statusCode, reply.body).toBe(201);
    expect((await visitor.get(`/api/responses/${responseId}`)).json<ResponseDocument>()).toMatchObject({
      formCode: 'digital',
      status: 'open',
      isClaimed: true,
      answers: [],
    });
  },
});

describe('a further response that is asked for unless one is begun', () => {
  const post = async (visitor: Visitor, firmId: string, changes: object = {}) => {
    const reply = await visitor.post(ofFirm(firmId, '/responses'), further({ unlessBegun: true, ...changes }));
    return { status: reply.statusCode, ...reply.json<{ responseId: string; isBegunBefore: boolean }>() };
  };

  test('is the one that is begun, for as long as it is not submitted', async () => {
    const { visitor, firmId } = await signedInOwner(site);
    const first = await post(visitor, firmId);
    expect(first).toMatchObject({ status: 201, isBegunBefore: false });
    expect(await post(visitor, firmId)).toEqual({ status: 200, responseId: first.responseId, isBegunBefore: true });
    // Another form is another matter, and so is who asks for another in so many words.
    expect(await post(visitor, firmId, { formCode: 'snabbkoll' })).toMatchObject({ status: 201 });
    expect(await post(visitor, firmId, { unlessBegun: false })).toMatchObject({ status: 201, isBegunBefore: false });

    await site.admin.query(
      `update responses set status = 'submitted', submitted_at = now() where firm_id = $1 and status = 'open'`,
      [firmId],
    );
    expect(await post(visitor, firmId)).toMatchObject({ status: 201, isBegunBefore: false });
  });

  test('is begun once when it is asked for twice at the same time', async () => {
    const { visitor, firmId } = await signedInOwner(site);
    const [one, other] = await Promise.all([post(visitor, firmId), post(visitor, firmId)]);
    expect(one.responseId).toBe(other.responseId);
    expect([one.status, other.status].toSorted()).toEqual([200, 201]);
  });

  test('is never what a colleague has begun', async () => {
    const { visitor, firmId } = await signedInOwner(site);
    const colleague = await signedInMember(site, firmId, 'respondent');
    const first = await post(visitor, firmId);
    const second = await post(colleague.visitor, firmId);
    expect(second).toMatchObject({ status: 201, isBegunBefore: false });
    expect(second.responseId).not.toBe(first.responseId);
  });
});

test('a respondent sees the own responses only, and an owner those of others once they are submitted', async () => {
  const owner = await signedInOwner(site);
  const respondent = await signedInMember(site, owner.firmId, 'respondent');
  const { responseId } = (await respondent.visitor.post(ofFirm(owner.firmId, '/responses'), further())).json<{
    responseId: string;
  }>();
  const address = `/api/responses/${responseId}`;
  const seen = async ({ visitor }: { visitor: Visitor }) =>
    (await readFirm(visitor, owner.firmId)).responses.map((response) => response.responseId);

  expect(await seen(respondent)).toEqual([responseId]);
  expectProblem(await respondent.visitor.get(`/api/responses/${owner.responseId}`), 404, 'not-found');
  expect(await seen(owner)).toEqual([owner.responseId]);
  expectProblem(await owner.visitor.get(address), 404, 'not-found');

  const answer = { value: { state: 'level', level: 2 }, comment: '' };
  const save = { clientId: randomUUID(), clientSequence: 1, baseRevision: 0, answer };
  expectProblem(await owner.visitor.put(`${address}/answers/D1.1`, save), 404, 'not-found');
  expect((await respondent.visitor.put(`${address}/answers/D1.1`, save)).statusCode).toBe(200);
  expect((await respondent.visitor.post(`${address}/submission`, { language: 'sv' })).statusCode).toBe(201);

  expect(await seen(owner)).toEqual([responseId, owner.responseId]);
  expect((await owner.visitor.get(`${address}/result`)).statusCode).toBe(200);
  expectProblem(
    await owner.visitor.put(`${address}/answers/D1.1`, { ...save, clientSequence: 2, baseRevision: 1 }),
    409,
    'response-already-submitted',
  );
});
