import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as respondents from '#shared/contracts/respondents.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { level, saveAll } from '../support/answering.ts';
import { eventsAbout } from '../support/coordination.ts';
import { describeEndpoint, isPublic, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import { signedInOwner } from '../support/people.ts';
import {
  beginAnother,
  colleaguesWho,
  invitationBody,
  invite,
  inviteByMail,
  type Lead,
  makeWallLink,
  newColleague,
  newLead,
  newOwnerLead,
  ofRespondentLinks,
  ofRespondents,
  openInvitation,
  readRespondents,
  readResult,
  submit,
} from '../support/respondents.ts';
import { keyIn } from '../support/result-links.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const open = (visitor: Visitor, key: string, changes: object = {}) =>
  visitor.post('/api/respondent-invitations', { key, language: 'sv', countsAlone: false, ...changes });

/** The families that are alike for everything that whoever leads does. */
function closed(visitOf: (lead: Lead) => Promise<Visit> | Visit) {
  return {
    'refuses who has no key': async () => {
      const lead = await newLead(site);
      expectProblem(await site.newVisitor().send(await visitOf(lead)), 404, 'not-found');
    },
    'refuses the wrong role': async () => {
      const lead = await newLead(site);
      const colleague = await newColleague(site, lead);
      const visit = await visitOf(lead);
      const before = await readRespondents(lead.visitor, lead.responseId);
      const ofOwn = { ...visit, url: visit.url.replace(lead.responseId, colleague.responseId) };
      expectProblem(await colleague.visitor.trespass(visit), 404, 'not-found');
      expectProblem(await colleague.visitor.send(ofOwn), 404, 'not-found');
      expect(await readRespondents(lead.visitor, lead.responseId)).toEqual(before);
    },
    'hides what belongs to another firm': async () => {
      const lead = await newLead(site);
      const visit = await visitOf(lead);
      const before = await readRespondents(lead.visitor, lead.responseId);
      const other = await newLead(site);
      expectProblem(await other.visitor.trespass(visit), 404, 'not-found');
      expect(await readRespondents(lead.visitor, lead.responseId)).toEqual(before);
    },
  };
}

describeEndpoint(respondents.listRespondents, {
  ...closed(({ responseId }) => ({ url: ofRespondents(responseId) })),
  'refuses an invalid request': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofRespondents('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await newLead(site);
    expectProblem(await visitor.get(ofRespondents(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const lead = await newLead(site);
    expect(await readRespondents(lead.visitor, lead.responseId)).toMatchObject({
      respondents: [],
      links: [],
      mostRespondents: 50,
      isOpen: true,
      canMail: false,
    });
    const { visitor, responseId } = await newColleague(site, lead);
    await saveAll(visitor, responseId, { 'PM1.1': level(3), 'PM2.1': level(1), 'X2.1': level(0) });
    const told = await readRespondents(lead.visitor, lead.responseId);
    // PM1.1, PM1.3, PM2.1 and PM2.2 are asked; what was answered outside the part is not counted.
    expect(told.respondents).toMatchObject([{ state: 'answering', answered: 2, asked: 4, part: ['PM1', 'PM2'] }]);
    expect(Object.keys(told.respondents[0] ?? {}).toSorted()).toEqual(
      Object.keys(respondents.respondentSchema.shape).toSorted(),
    );
    expect(Object.keys(respondents.respondentSchema.shape).filter((name) => /answer|alone|key/i.test(name))).toEqual([
      'answered',
    ]);
  },
});

describeEndpoint(respondents.inviteRespondent, {
  ...closed(({ responseId }) => ({ method: 'POST', url: ofRespondents(responseId), body: invitationBody() })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await newLead(site);
    const refused = [
      invitationBody({ label: ' ' }),
      invitationBody({ role: 'owner' }),
      invitationBody({ part: [] }),
      invitationBody({ part: ['D77'] }),
      invitationBody({ part: ['PM1', 'PM1'] }),
      // Nobody answers for a firm that has no account, so no mail goes out.
      invitationBody({ email: 'lars@smeden.example' }),
    ];
    for (const body of refused) {
      expectProblem(await visitor.post(ofRespondents(responseId), body), 422, 'invalid-request');
    }
    expect((await readRespondents(visitor, responseId)).respondents).toEqual([]);
  },
  'does not find what is not there': async () => {
    const { visitor } = await newLead(site);
    expectProblem(await visitor.post(ofRespondents(randomUUID()), invitationBody()), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, responseId } = await newLead(site);
    const { key, respondentId } = await invite(visitor, responseId, { part: ['PM2', 'PM1'] });
    expect(key).toHaveLength(43);
    expect((await readRespondents(visitor, responseId)).respondents).toMatchObject([
      { label: 'Lars i verkstaden', role: 'operator', part: ['PM1', 'PM2'], state: 'invited', cameByLink: false },
    ]);
    const { rows } = await site.admin.query<{ line: string }>('select to_jsonb(p)::text as line from respondents p');
    expect(rows.map(({ line }) => line).join()).not.toContain(key);
    expect(await eventsAbout(site, respondentId)).toMatchObject([{ action: 'respondent-invited' }]);
  },
});

const changeBody = { label: 'Lars', role: 'production', part: ['PM3'] };

describeEndpoint(respondents.changeRespondent, {
  ...closed(async ({ visitor, responseId }) => ({
    method: 'PUT',
    url: ofRespondents(responseId, `/${(await invite(visitor, responseId)).respondentId}`),
    body: changeBody,
  })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await newLead(site);
    const { respondentId } = await invite(visitor, responseId);
    const url = ofRespondents(responseId, `/${respondentId}`);
    for (const body of [{ ...changeBody, part: ['IB'] }, { ...changeBody, label: '' }, {}]) {
      expectProblem(await visitor.put(url, body), 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    const { visitor, responseId } = await newLead(site);
    expectProblem(await visitor.put(ofRespondents(responseId, `/${randomUUID()}`), changeBody), 404, 'not-found');
    const other = await newLead(site);
    const { respondentId } = await invite(other.visitor, other.responseId);
    expectProblem(await visitor.put(ofRespondents(responseId, `/${respondentId}`), changeBody), 404, 'not-found');
  },
  succeeds: async () => {
    const lead = await newLead(site);
    const colleague = await newColleague(site, lead);
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(4) });
    const reply = await lead.visitor.put(ofRespondents(lead.responseId, `/${colleague.respondentId}`), changeBody);
    expect(reply.statusCode, reply.body).toBe(200);
    expect((await readRespondents(lead.visitor, lead.responseId)).respondents).toMatchObject([
      { label: 'Lars', role: 'production', part: ['PM3'], answered: 0, asked: 2 },
    ]);
  },
});

describeEndpoint(respondents.takeRespondentBack, {
  ...closed(async ({ visitor, responseId }) => ({
    method: 'POST',
    url: ofRespondents(responseId, `/${(await invite(visitor, responseId)).respondentId}/taking-back`),
  })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await newLead(site);
    expectProblem(await visitor.post(ofRespondents(responseId, '/no-id/taking-back')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor, responseId } = await newLead(site);
    expectProblem(await visitor.post(ofRespondents(responseId, `/${randomUUID()}/taking-back`)), 404, 'not-found');
  },
  succeeds: async () => {
    const lead = await newLead(site);
    const colleague = await newColleague(site, lead, { countsAlone: true });
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(4), 'PM1.3': level(4) });
    const url = ofRespondents(lead.responseId, `/${colleague.respondentId}/taking-back`);
    for (const _again of [1, 2]) expect((await lead.visitor.post(url)).statusCode).toBe(200);

    expectProblem(await colleague.visitor.get(`/api/responses/${colleague.responseId}`), 404, 'not-found');
    expectProblem(await open(site.newVisitor(), colleague.key), 404, 'not-found');
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(1), 'PM1.3': level(1) });
    expect((await submit(lead)).statusCode).toBe(201);
    const result = await readResult(lead);
    expect(result.agreement).toBeNull();
    expect(result.scoreProfile.dimensions.find(({ dimension }) => dimension === 'PM1')?.level).toBe(1);
    const told = (await eventsAbout(site, colleague.respondentId)).map(({ action }) => action);
    expect(told.toSorted()).toEqual(['respondent-invited', 'respondent-opened', 'respondent-taken-back']);
  },
});

const reminderOf = ({ responseId }: Pick<Lead, 'responseId'>, respondentId: string): Visit => ({
  method: 'POST',
  url: ofRespondents(responseId, `/${respondentId}/reminder`),
});

describeEndpoint(respondents.remindRespondent, {
  ...closed(async (lead) => reminderOf(lead, (await invite(lead.visitor, lead.responseId)).respondentId)),
  'refuses an invalid request': async () => {
    const lead = await newLead(site);
    expectProblem(await lead.visitor.send(reminderOf(lead, 'no-id')), 422, 'invalid-request');
    // Invited by a link to hand over, so that there is no address to remind.
    const { respondentId } = await invite(lead.visitor, lead.responseId);
    expectProblem(await lead.visitor.send(reminderOf(lead, respondentId)), 409, 'respondent-not-to-remind');
  },
  'does not find what is not there': async () => {
    const lead = await newLead(site);
    expectProblem(await lead.visitor.send(reminderOf(lead, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const lead = await newOwnerLead(site);
    const { respondentId } = await inviteByMail(lead);
    const [first] = (await readRespondents(lead.visitor, lead.responseId)).respondents;
    expect(first).toMatchObject({ canBeReminded: true, remindedAt: null });
    const replies = await Promise.all([1, 2].map(() => lead.visitor.send(reminderOf(lead, respondentId))));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const [second] = (await readRespondents(lead.visitor, lead.responseId)).respondents;
    expect(second).toMatchObject({ canBeReminded: false, remindedAt: expect.any(String) });
    const { rows } = await site.admin.query('select kind from outbox_mails where dedupe_key like $1', [
      `%:${respondentId}%`,
    ]);
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['respondent-invitation', 'respondent-reminder']);
  },
});

const leadRoleOf = (responseId: string) => `/api/responses/${responseId}/lead-role`;

describeEndpoint(respondents.chooseLeadRole, {
  ...closed(({ responseId }) => ({ method: 'PUT', url: leadRoleOf(responseId), body: { role: 'office' } })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await newLead(site);
    expectProblem(await visitor.put(leadRoleOf(responseId), { role: 'owner' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await newLead(site);
    expectProblem(await visitor.put(leadRoleOf(randomUUID()), { role: 'office' }), 404, 'not-found');
  },
  succeeds: async () => {
    const lead = await newLead(site);
    expect((await readRespondents(lead.visitor, lead.responseId)).leadRole).toBe('management');
    const reply = await lead.visitor.put(leadRoleOf(lead.responseId), { role: 'operator' });
    expect(reply.json()).toMatchObject({ leadRole: 'operator' });
    // Four of the shop floor, of whom the first leads, and nobody of the office: there are no two sides to compare.
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(4) });
    await colleaguesWho(
      site,
      lead,
      [1, 0, 0].map((points) => ({ 'PM1.1': level(points) })),
    );
    await submit(lead);
    const { agreement } = await readResult(lead);
    expect(agreement?.differences).toEqual({ kind: 'spread', items: [{ item: 'PM1.1', lowest: 0, highest: 4 }] });
    expect(agreement?.items).toEqual([
      {
        item: 'PM1.1',
        answers: 4,
        lowest: 0,
        median: 0,
        highest: 4,
        roles: [{ role: 'operator', answers: 4, mean: 1.25 }],
      },
    ]);
  },
});

const wallBody = { mostRespondents: 2, language: 'sv' };

describeEndpoint(respondents.createRespondentLink, {
  ...closed(({ responseId }) => ({ method: 'POST', url: ofRespondentLinks(responseId), body: wallBody })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await newLead(site);
    for (const mostRespondents of [0, 51]) {
      const reply = await visitor.post(ofRespondentLinks(responseId), { ...wallBody, mostRespondents });
      expectProblem(reply, 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    const { visitor } = await newLead(site);
    expectProblem(await visitor.post(ofRespondentLinks(randomUUID()), wallBody), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, responseId } = await newLead(site);
    const { key } = await makeWallLink(visitor, responseId, { mostRespondents: 2 });
    for (const role of ['operator', 'office']) await openInvitation(site.newVisitor(), key, { role });
    expectProblem(await open(site.newVisitor(), key, { role: 'operator' }), 409, 'respondent-link-full');
    // One at a time, so that taking it back closes the way in.
    expectProblem(await visitor.post(ofRespondentLinks(responseId), wallBody), 409, 'respondent-link-active');
    const told = await readRespondents(visitor, responseId);
    expect(told.links).toMatchObject([{ opened: 2, mostRespondents: 2, state: 'active' }]);
    expect(told.respondents).toMatchObject([
      { role: 'operator', cameByLink: true, label: null, state: 'answering' },
      { role: 'office', cameByLink: true },
    ]);
  },
});

describeEndpoint(respondents.takeRespondentLinkBack, {
  ...closed(async ({ visitor, responseId }) => ({
    method: 'POST',
    url: ofRespondentLinks(responseId, `/${(await makeWallLink(visitor, responseId)).respondentLinkId}/taking-back`),
  })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await newLead(site);
    expectProblem(await visitor.post(ofRespondentLinks(responseId, '/no-id/taking-back')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor, responseId } = await newLead(site);
    expectProblem(await visitor.post(ofRespondentLinks(responseId, `/${randomUUID()}/taking-back`)), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, responseId } = await newLead(site);
    const { key, respondentLinkId } = await makeWallLink(visitor, responseId);
    const colleague = site.newVisitor();
    const own = await openInvitation(colleague, key, { role: 'operator' });
    const url = ofRespondentLinks(responseId, `/${respondentLinkId}/taking-back`);
    for (const _again of [1, 2]) expect((await visitor.post(url)).statusCode).toBe(200);
    // Nobody more comes in, and whoever is in goes on.
    expectProblem(await open(site.newVisitor(), key, { role: 'office' }), 404, 'not-found');
    await saveAll(colleague, own, { 'PM1.1': level(2) });
    await makeWallLink(visitor, responseId);
  },
});

describeEndpoint(respondents.previewRespondent, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const reply = await site.newVisitor().post('/api/respondent-invitations/preview', { key: 'short' });
    expectProblem(reply, 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const lead = await newLead(site);
    const colleague = await newColleague(site, lead);
    // Neither the key in the browser of whoever leads nor that in a colleague's is the secret of an invitation.
    const cookies = [lead.visitor, colleague.visitor].map(({ cookies: [cookie] }) => cookie?.value ?? '');
    expect(cookies.map(({ length }) => length)).toEqual([43, 43]);
    for (const key of ['x'.repeat(43), ...cookies]) {
      const reply = await site.newVisitor().post('/api/respondent-invitations/preview', { key });
      expectProblem(reply, 404, 'not-found');
    }
  },
  succeeds: async () => {
    const lead = await newLead(site);
    const { key } = await invite(lead.visitor, lead.responseId);
    const reply = await site.newVisitor().post('/api/respondent-invitations/preview', { key });
    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json()).toEqual({
      kind: 'invitation',
      firmName: null,
      isSimulated: false,
      role: 'operator',
      instrumentVersionId: expect.any(String),
      formCode: 'snabbkoll',
      parts: [{ role: 'operator', part: ['PM1', 'PM2'], questions: 4 }],
      language: 'sv',
      isOpen: true,
    });
    const wall = await makeWallLink(lead.visitor, lead.responseId);
    const byLink = await site.newVisitor().post('/api/respondent-invitations/preview', { key: wall.key });
    expect(byLink.json<{ parts: unknown[] }>().parts).toHaveLength(4);
    // Looking at it opens nothing.
    expect((await readRespondents(lead.visitor, lead.responseId)).respondents).toMatchObject([{ state: 'invited' }]);
  },
});

describeEndpoint(respondents.openRespondent, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await newLead(site);
    const { key } = await makeWallLink(visitor, responseId);
    // Whoever comes by a link has to say which role they have, and everybody whether they may count alone.
    expectProblem(await open(site.newVisitor(), key), 422, 'invalid-request');
    const unsaid = await site
      .newVisitor()
      .post('/api/respondent-invitations', { key, language: 'sv', role: 'operator' });
    expectProblem(unsaid, 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await open(site.newVisitor(), 'y'.repeat(43)), 404, 'not-found');
  },
  succeeds: async () => {
    const lead = await newLead(site);
    const { visitor, responseId } = await newColleague(site, lead, { countsAlone: true });
    await saveAll(visitor, responseId, { 'PM1.1': level(3) });
    const document = (await visitor.get(`/api/responses/${responseId}`)).json();
    expect(document).toMatchObject({
      status: 'open',
      respondent: { role: 'operator', part: ['PM1', 'PM2'], doneAt: null, countsAlone: true },
      answers: [{ itemCode: 'PM1.1', answer: level(3) }],
    });
  },
});

/** The families that are alike for what a respondent says of themselves. */
function ofOneself(path: string, body: object) {
  const visitOf = (responseId: string): Visit => ({
    method: 'PUT',
    url: `/api/responses/${responseId}/respondent/${path}`,
    body,
  });
  return {
    'refuses who has no key': async () => {
      const { responseId } = await newColleague(site, await newLead(site));
      expectProblem(await site.newVisitor().send(visitOf(responseId)), 404, 'not-found');
    },
    'refuses the wrong role': async () => {
      const lead = await newLead(site);
      const { responseId } = await newColleague(site, lead);
      for (const of of [responseId, lead.responseId]) {
        expectProblem(await lead.visitor.trespass(visitOf(of)), 404, 'not-found');
      }
    },
    'hides what belongs to another firm': async () => {
      const { responseId } = await newColleague(site, await newLead(site));
      const other = await newColleague(site, await newLead(site));
      expectProblem(await other.visitor.trespass(visitOf(responseId)), 404, 'not-found');
    },
    'refuses an invalid request': async () => {
      const { visitor, responseId } = await newColleague(site, await newLead(site));
      expectProblem(await visitor.put(visitOf(responseId).url, { isDone: 'yes' }), 422, 'invalid-request');
    },
    'does not find what is not there': async () => {
      const { visitor } = await newColleague(site, await newLead(site));
      expectProblem(await visitor.send(visitOf(randomUUID())), 404, 'not-found');
    },
  };
}

describeEndpoint(respondents.markRespondentDone, {
  ...ofOneself('done', { isDone: true }),
  succeeds: async () => {
    const lead = await newLead(site);
    const { visitor, responseId } = await newColleague(site, lead);
    const mark = async (isDone: boolean) => {
      const reply = await visitor.put(`/api/responses/${responseId}/respondent/done`, { isDone });
      expect(reply.statusCode, reply.body).toBe(200);
      return (await readRespondents(lead.visitor, lead.responseId)).respondents[0]?.state;
    };
    expect(await mark(true)).toBe('done');
    // It is a word and no lock.
    await saveAll(visitor, responseId, { 'PM1.1': level(2) });
    expect(await mark(false)).toBe('answering');
  },
});

describeEndpoint(respondents.chooseCountsAlone, {
  ...ofOneself('counts-alone', { countsAlone: true }),
  succeeds: async () => {
    const lead = await newLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(4), 'PM2.1': level(4) });
    const { visitor, responseId } = await newColleague(site, lead);
    await saveAll(visitor, responseId, { 'PM1.1': level(1) });
    const choose = (countsAlone: boolean) =>
      visitor.put(`/api/responses/${responseId}/respondent/counts-alone`, { countsAlone });
    for (const countsAlone of [true, false, true]) {
      expect((await choose(countsAlone)).json()).toEqual({ countsAlone });
      const { respondent } = (await visitor.get(`/api/responses/${responseId}`)).json<ResponseDocument>();
      expect(respondent?.countsAlone).toBe(countsAlone);
    }
    expect((await submit(lead)).statusCode).toBe(201);
    // Of 1 and 4 the lower, since the one who said so counts.
    expect((await readResult(lead)).response.answers).toContainEqual(
      expect.objectContaining({ itemCode: 'PM1.1', answer: level(1) }),
    );
    expectProblem(await choose(false), 409, 'response-already-submitted');
  },
});

test('in a further round whom the firm asked in the last is read from that, with names, roles, areas and addresses', async () => {
  const lead = await newOwnerLead(site);
  const { email } = await inviteByMail(lead);
  await newColleague(site, lead, { label: 'Eva', role: 'office' });
  await saveAll(lead.visitor, lead.responseId, { 'D1.1': level(2) });
  expect((await submit(lead)).statusCode).toBe(201);
  await beginAnother(lead);

  const { isOpen, respondents: asked } = await readRespondents(lead.visitor, lead.responseId);
  expect(isOpen).toBe(false);
  expect(asked).toMatchObject([
    { label: 'Lars i verkstaden', role: 'operator', part: ['PM1', 'PM2'], email },
    { label: 'Eva', role: 'office', email: null },
  ]);
});

test('whoever has lost the device of a handed-over link is invited anew, and what they answered before is read by nobody', async () => {
  const lead = await newLead(site);
  const lost = await newColleague(site, lead, { label: 'Lars' });
  await saveAll(lost.visitor, lost.responseId, { 'PM1.1': level(2) });
  expectProblem(await lead.visitor.send(renewalOf(lead, lost.respondentId)), 409, 'respondent-not-to-renew');

  for (const _ of ['once', 'and again, its reply being lost']) {
    const back = await lead.visitor.post(ofRespondents(lead.responseId, `/${lost.respondentId}/taking-back`), {});
    expect(back.statusCode, back.body).toBe(200);
  }
  const anew = await newColleague(site, lead, { label: 'Lars' });

  const { respondents: told } = await readRespondents(lead.visitor, lead.responseId);
  expect(told.map(({ label, state, answered }) => ({ label, state, answered }))).toEqual([
    { label: 'Lars', state: 'taken-back', answered: 1 },
    { label: 'Lars', state: 'answering', answered: 0 },
  ]);
  const own = await anew.visitor.get(`/api/responses/${anew.responseId}`);
  expect(own.json<{ answers: unknown[] }>().answers).toEqual([]);
  expectProblem(await anew.visitor.get(`/api/responses/${lost.responseId}`), 404, 'not-found');
});

const renewalOf = ({ responseId }: Pick<Lead, 'responseId'>, respondentId: string): Visit => ({
  method: 'POST',
  url: ofRespondents(responseId, `/${respondentId}/renewal`),
});

describeEndpoint(respondents.renewRespondent, {
  ...closed(async (lead) => renewalOf(lead, (await invite(lead.visitor, lead.responseId)).respondentId)),
  'refuses an invalid request': async () => {
    const lead = await newLead(site);
    expectProblem(await lead.visitor.send(renewalOf(lead, 'no-id')), 422, 'invalid-request');
    // Whoever leads would be told a way into what a colleague has answered.
    const { respondentId } = await newColleague(site, lead);
    expectProblem(await lead.visitor.send(renewalOf(lead, respondentId)), 409, 'respondent-not-to-renew');
    await openInvitation(site.newVisitor(), (await makeWallLink(lead.visitor, lead.responseId)).key, {
      role: 'office',
    });
    const told = await readRespondents(lead.visitor, lead.responseId);
    const byLink = told.respondents.find(({ cameByLink }) => cameByLink)?.respondentId ?? '';
    expectProblem(await lead.visitor.send(renewalOf(lead, byLink)), 409, 'respondent-not-to-renew');
    expect(told.respondents.map(({ canBeRenewed }) => canBeRenewed)).toEqual([false, false]);
  },
  'does not find what is not there': async () => {
    const lead = await newLead(site);
    expectProblem(await lead.visitor.send(renewalOf(lead, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const lead = await newLead(site);
    const { key, respondentId, respondents: before } = await invite(lead.visitor, lead.responseId);
    expect(before.respondents).toMatchObject([{ canBeRenewed: true }]);
    const reply = await lead.visitor.send(renewalOf(lead, respondentId));
    expect(reply.statusCode, reply.body).toBe(201);
    const renewed = keyIn(reply.json<{ url: string }>().url);
    expectProblem(await open(site.newVisitor(), key), 404, 'not-found');
    await openInvitation(site.newVisitor(), renewed);
    const [respondent] = (await readRespondents(lead.visitor, lead.responseId)).respondents;
    expect(respondent).toMatchObject({ respondentId, state: 'answering', canBeRenewed: false });
  },
});
