import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { submitted } from '../support/answering.ts';
import { eventsAbout } from '../support/coordination.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { ofFirm, readAccess, startFirmsApp } from '../support/firms.ts';
import { newSession, signedIn, signedInMember, signedInOwner } from '../support/people.ts';
import { workshop } from '../support/small-instrument.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const of = (responseId: string, rest = '') => `/api/responses/${responseId}/referrals${rest}`;

const request = () => ({
  packageCode: site.content.catalogue.packages[0]?.code,
  firmName: 'Smeden AB',
  contactName: 'Åsa Öberg',
  email: 'asa@smeden.example',
  consentWordingVersion: 'contact-1',
  hasConsented: true,
});

const ask = (visitor: Visitor, responseId: string) => visitor.post(of(responseId), request());

async function asked(visitor: Visitor, responseId: string): Promise<ReferralDocument> {
  const reply = await ask(visitor, responseId);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<ReferralDocument>();
}

async function consentOf(referralId: string) {
  const { rows } = await site.admin.query<{ id: string; givenBy: string | null; withdrawnBy: string | null }>(
    `select c.consent_id as id, c.person_id as "givenBy", c.withdrawn_by as "withdrawnBy"
     from consents c join referrals using (consent_id) where referral_id = $1`,
    [referralId],
  );
  if (rows[0] === undefined) throw new Error('there is no consent');
  return rows[0];
}

/** A respondent of the owner's firm who has submitted a response of their own. */
async function colleagueOf(firmId: string) {
  const colleague = await signedInMember(site, firmId, 'respondent');
  const body = { formCode: 'snabbkoll', language: 'sv', profile: workshop };
  const reply = await colleague.visitor.post(ofFirm(firmId, '/responses'), body);
  const { responseId } = reply.json<{ responseId: string }>();
  const save = {
    clientId: randomUUID(),
    clientSequence: 1,
    baseRevision: 0,
    answer: { value: { state: 'level', level: 0 }, comment: '' },
  };
  await colleague.visitor.put(`/api/responses/${responseId}/answers/D1.1`, save);
  const { statusCode } = await colleague.visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(statusCode).toBe(201);
  return { ...colleague, responseId };
}

test('whoever holds the key of a firm without members asks and withdraws, and the log knows no person', async () => {
  const visitor = site.newVisitor();
  const responseId = await submitted(visitor);
  const { referralId } = await asked(visitor, responseId);
  const taken = await visitor.post(of(responseId, `/${referralId}/withdrawal`));

  expect(taken.json()).toMatchObject({ status: 'withdrawn' });
  const consent = await consentOf(referralId);
  expect(consent).toMatchObject({ givenBy: null, withdrawnBy: null });
  expect(await eventsAbout(site, consent.id)).toMatchObject([
    { action: 'consent-given', actorPersonId: null },
    { action: 'consent-withdrawn', actorPersonId: null },
  ]);
});

test('a signed-in holder of the key is remembered as the one who asked', async () => {
  const person = await signedIn(site);
  const responseId = await submitted(person.visitor);
  const { referralId } = await asked(person.visitor, responseId);

  expect(await consentOf(referralId)).toMatchObject({ givenBy: person.personId, withdrawnBy: null });
});

test('an owner asks and withdraws by the session', async () => {
  const owner = await signedInOwner(site);
  const second = await newSession(site, owner.personId, { hasSecondFactor: false });
  const { referralId } = await asked(second.visitor, owner.responseId);
  await second.visitor.post(of(owner.responseId, `/${referralId}/withdrawal`));

  const consent = await consentOf(referralId);
  expect(consent).toMatchObject({ givenBy: owner.personId, withdrawnBy: owner.personId });
  expect((await eventsAbout(site, consent.id)).map(({ actorPersonId }) => actorPersonId)).toEqual([
    owner.personId,
    owner.personId,
  ]);
});

test('an owner may ask on what a colleague has answered; the colleague neither asks, withdraws nor sees it', async () => {
  const owner = await signedInOwner(site);
  const { visitor, responseId } = await colleagueOf(owner.firmId);
  expectProblem(await ask(visitor, responseId), 404, 'not-found');
  expectProblem(await ask(visitor, owner.responseId), 404, 'not-found');
  expect((await visitor.get(`/api/responses/${responseId}/result`)).statusCode).toBe(200);

  const { referralId } = await asked(owner.visitor, responseId);
  expectProblem(await visitor.post(of(responseId, `/${referralId}/withdrawal`)), 404, 'not-found');
  expectProblem(await visitor.get(of(responseId, `/${referralId}/calendar/sv`)), 404, 'not-found');
  expect((await visitor.get(of(responseId))).json()).toMatchObject({ referrals: [] });
  expect((await owner.visitor.get(of(responseId))).json()).toMatchObject({
    referrals: [{ referralId, status: 'chosen' }],
  });
});

test('withdrawing the consent where the firm sees all of them withdraws the request with it', async () => {
  const owner = await signedInOwner(site);
  const { referralId } = await asked(owner.visitor, owner.responseId);
  const { id } = await consentOf(referralId);
  expect((await readAccess(owner.visitor, owner.firmId)).consents).toMatchObject([
    { consentId: id, purpose: 'contact', wordingVersion: 'contact-1' },
  ]);
  const reply = await owner.visitor.post(ofFirm(owner.firmId, `/consents/${id}/withdrawal`));

  expect(reply.statusCode).toBe(200);
  expect((await owner.visitor.get(of(owner.responseId))).json()).toMatchObject({
    referrals: [{ referralId, status: 'withdrawn', events: [{ status: 'chosen' }, { status: 'withdrawn' }] }],
  });
});
