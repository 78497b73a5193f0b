import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import * as firms from '#shared/contracts/firms.ts';
import { eventsAbout } from '../support/coordination.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, inTurn, ofFirm, readFirm, startFirmsApp } from '../support/firms.ts';
import type { Owner } from '../support/people.ts';
import { newSession, signedIn, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const dayMs = 86_400_000;
const invitation = (changes: object = {}) => ({ email: 'bo@firma.se', role: 'respondent', language: 'sv', ...changes });

const invite = ({ visitor, firmId }: Owner, changes: object = {}) =>
  visitor.post(ofFirm(firmId, '/invitations'), invitation(changes));

async function invited(owner: Owner, changes: object = {}): Promise<FirmDocument['invitations'][number]> {
  const reply = await invite(owner, changes);
  expect(reply.statusCode, reply.body).toBe(201);
  const [newest] = reply.json<FirmDocument>().invitations;
  if (newest === undefined) throw new Error('nothing was sent');
  return newest;
}

const accept = (person: { visitor: Owner['visitor'] }, invitationId: string) =>
  person.visitor.post(`/api/account/invitations/${invitationId}/acceptance`, { name: 'Bo Ek' });

async function mailsOf(invitationId: string) {
  const { rows } = await site.admin.query<{ recipient: string; kind: string; facts: Record<string, string> }>(
    'select recipient, kind, facts from outbox_mails where dedupe_key = $1',
    [`invitation:${invitationId}`],
  );
  return rows;
}

describeEndpoint(firms.inviteToFirm, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ method: 'POST', url: ofFirm(firmId, '/invitations'), body: invitation() }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const owner = await signedInOwner(site);

    expectProblem(await invite(owner, { email: 'nobody' }), 422, 'invalid-request');
    expectProblem(await invite(owner, { email: 'a@b.se\r\nbcc: c@d.se' }), 422, 'invalid-request');
    expectProblem(await invite(owner, { role: 'administrator' }), 422, 'invalid-request');
    expect((await readFirm(owner.visitor, owner.firmId)).invitations).toEqual([]);
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.post(ofFirm(randomUUID(), '/invitations'), invitation()), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site, { name: 'Åsa Öberg' });
    const sent = await invited(owner, { email: ' Bo@Firma.SE' });

    expect(sent).toMatchObject({ email: 'bo@firma.se', role: 'respondent', mail: 'waiting' });
    expect(Date.parse(sent.expiresAt) - Date.parse(sent.createdAt)).toBe(30 * dayMs);
    expect(await mailsOf(sent.invitationId)).toMatchObject([
      { recipient: 'bo@firma.se', kind: 'firm-invitation', facts: { inviterName: 'Åsa Öberg', role: 'respondent' } },
    ]);
    expect(await eventsAbout(site, sent.invitationId)).toMatchObject([
      { action: 'invitation-sent', objectKind: 'invitation', actorPersonId: owner.personId },
    ]);
  },
});

describe('an invitation', () => {
  test('takes the place of an earlier one for the same address and role', async () => {
    const owner = await signedInOwner(site);
    const first = await invited(owner);
    const other = await invited(owner, { role: 'owner' });
    const second = await invited(owner);

    const { invitations } = await readFirm(owner.visitor, owner.firmId);
    expect(new Set(invitations.map(({ invitationId }) => invitationId))).toEqual(
      new Set([other.invitationId, second.invitationId]),
    );
    const bo = await signedIn(site, { email: 'bo@firma.se' });
    expectProblem(await accept(bo, first.invitationId), 404, 'not-found');
    expect((await accept(bo, second.invitationId)).statusCode).toBe(200);
    expect((await readFirm(owner.visitor, owner.firmId)).members).toMatchObject([
      { role: 'owner', isYou: true },
      { role: 'respondent', email: 'bo@firma.se' },
    ]);
  });

  test.each(['owner', 'respondent'])(
    'to a member, as %s, is refused at the address and sends nothing',
    async (role) => {
      const owner = await signedInOwner(site);
      const { email } = await signedInMember(site, owner.firmId, 'respondent');
      const reply = await invite(owner, { email, role });

      expectProblem(reply, 422, 'invalid-request');
      expect(reply.json()).toMatchObject({ errors: [{ path: 'body/email', code: 'already-in-use' }] });
      expect((await readFirm(owner.visitor, owner.firmId)).invitations).toEqual([]);
      const { rows } = await site.admin.query('select 1 from outbox_mails where recipient = $1', [email]);
      expect(rows).toEqual([]);
    },
  );

  test('tells whoever sent it what has become of its mail', async () => {
    const owner = await signedInOwner(site);
    const { invitationId } = await invited(owner);
    for (const [status, shown] of [
      ['claimed', 'waiting'],
      ['sent', 'sent'],
      ['failed', 'failed'],
      ['unconfirmed', 'unconfirmed'],
    ]) {
      await site.admin.query(
        `update outbox_mails set status = $2,
           settled_at = case $2 when 'claimed' then null else now() end,
           claimed_until = case $2 when 'claimed' then now() end,
           claim_id = case $2 when 'claimed' then $3::uuid end
         where dedupe_key = $1`,
        [`invitation:${invitationId}`, status, randomUUID()],
      );
      const { invitations } = await readFirm(owner.visitor, owner.firmId);
      expect(invitations).toMatchObject([{ invitationId, mail: shown }]);
    }
  });

  test('is not listed for a respondent, nor once it has ended', async () => {
    const owner = await signedInOwner(site);
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const { invitationId } = await invited(owner);
    expect((await readFirm(respondent.visitor, owner.firmId)).invitations).toEqual([]);

    await site.admin.query(`update invitations set expires_at = now() - interval '1 minute' where invitation_id = $1`, [
      invitationId,
    ]);
    expect((await readFirm(owner.visitor, owner.firmId)).invitations).toEqual([]);
  });

  test('is one of at most fifty that are out at a time', async () => {
    const owner = await signedInOwner(site);
    const numbers = Array.from({ length: 49 }, (_, index) => index);
    for (const number of numbers) await invited(owner, { email: `person-${number}@firma.se` });

    const replies = await inTurn(site, owner.firmId, [
      () => invite(owner, { email: 'one@firma.se' }),
      () => invite(owner, { email: 'other@firma.se' }),
    ]);
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([201, 429]);
    expect((await readFirm(owner.visitor, owner.firmId)).invitations).toHaveLength(50);
    await invited(owner, { email: 'person-0@firma.se' });
  });

  test('is sent to one address at most five times a day', async () => {
    const owner = await signedInOwner(site);
    for (let times = 0; times < 5; times += 1) await invited(owner);

    expectProblem(await invite(owner), 429, 'too-many-requests');
    expect((await readFirm(owner.visitor, owner.firmId)).invitations).toHaveLength(1);
  });
});

describeEndpoint(firms.revokeFirmInvitation, {
  ...closedToOthers(
    () => site,
    async (owner) => ({
      method: 'POST',
      url: ofFirm(owner.firmId, `/invitations/${(await invited(owner)).invitationId}/revocation`),
    }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const { visitor, firmId } = await signedInOwner(site);
    expectProblem(await visitor.post(ofFirm(firmId, '/invitations/no-id/revocation')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const [own, other] = [await signedInOwner(site), await signedInOwner(site)];
    const [mine, theirs] = [await invited(own), await invited(other)];
    const revoke = (firmId: string, id: string) => own.visitor.post(ofFirm(firmId, `/invitations/${id}/revocation`));

    expectProblem(await revoke(own.firmId, randomUUID()), 404, 'not-found');
    expectProblem(await revoke(own.firmId, theirs.invitationId), 404, 'not-found');
    expectProblem(await revoke(other.firmId, mine.invitationId), 404, 'not-found');
    expect((await readFirm(own.visitor, own.firmId)).invitations).toHaveLength(1);
    expect((await readFirm(other.visitor, other.firmId)).invitations).toHaveLength(1);
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const { invitationId } = await invited(owner, { email: 'eva@firma.se' });
    const revoke = () => owner.visitor.post(ofFirm(owner.firmId, `/invitations/${invitationId}/revocation`));
    const replies = [await revoke(), await revoke()];

    for (const reply of replies) expect(reply.json<FirmDocument>().invitations).toEqual([]);
    const eva = await signedIn(site, { email: 'eva@firma.se' });
    expectProblem(await accept(eva, invitationId), 404, 'not-found');
    const events = await eventsAbout(site, invitationId);
    expect(events.map(({ action }) => action)).toEqual(['invitation-sent', 'invitation-revoked']);
  },
});

const end = ({ visitor }: Pick<Owner, 'visitor'>, firmId: string, membershipId: string) =>
  visitor.post(ofFirm(firmId, `/memberships/${membershipId}/end`));

describeEndpoint(firms.endFirmMembership, {
  ...closedToOthers(
    () => site,
    async ({ firmId }) => {
      const { membershipId } = await signedInMember(site, firmId, 'owner');
      return { method: 'POST', url: ofFirm(firmId, `/memberships/${membershipId}/end`) };
    },
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const owner = await signedInOwner(site);
    expectProblem(await end(owner, owner.firmId, 'no-id'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const [own, other] = [await signedInOwner(site), await signedInOwner(site)];
    const member = await signedInMember(site, other.firmId, 'respondent');

    expectProblem(await end(own, own.firmId, randomUUID()), 404, 'not-found');
    expectProblem(await end(own, own.firmId, member.membershipId), 404, 'not-found');
    expectProblem(await end(own, other.firmId, own.membershipId), 404, 'not-found');
    expect((await member.visitor.get('/api/firms')).statusCode).toBe(200);
    expect((await own.visitor.get('/api/firms')).statusCode).toBe(200);
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const elsewhere = await newSession(site, member.personId, { hasSecondFactor: false });
    const replies = [
      await end(owner, owner.firmId, member.membershipId),
      await end(owner, owner.firmId, member.membershipId),
    ];

    for (const reply of replies) expect(reply.json<FirmDocument>().members).toMatchObject([{ isYou: true }]);
    expectProblem(await member.visitor.get(ofFirm(owner.firmId)), 401, 'sign-in-required');
    expectProblem(await elsewhere.visitor.get(ofFirm(owner.firmId)), 401, 'sign-in-required');
    expect(await eventsAbout(site, member.membershipId)).toMatchObject([
      { action: 'membership-ended', objectKind: 'membership', actorPersonId: owner.personId },
    ]);
    const later = await newSession(site, member.personId, { hasSecondFactor: false });
    expectProblem(await later.visitor.get(ofFirm(owner.firmId)), 404, 'not-found');
  },
});

describe('whoever is out of a firm', () => {
  test('leaves no invitation behind that could let anybody in, and those of others stay', async () => {
    const owner = await signedInOwner(site);
    const second = await signedInMember(site, owner.firmId, 'owner');
    const elsewhere = await signedInOwner(site);
    const theirs = { ...second, firmId: owner.firmId, responseId: owner.responseId };
    const back = await invited(theirs, { email: 'back-door@firma.se', role: 'owner' });
    const kept = await invited(owner, { email: 'kept@firma.se' });
    const far = await invited(elsewhere, { email: 'back-door@firma.se' });
    const reply = await end(owner, owner.firmId, second.membershipId);

    expect(reply.json<FirmDocument>().invitations).toMatchObject([{ invitationId: kept.invitationId }]);
    const friend = await signedIn(site, { email: 'back-door@firma.se' });
    expectProblem(await accept(friend, back.invitationId), 404, 'not-found');
    expect((await accept(friend, far.invitationId)).statusCode).toBe(200);
    expect(await eventsAbout(site, back.invitationId)).toMatchObject([
      { action: 'invitation-sent' },
      { action: 'invitation-revoked', actorPersonId: owner.personId },
    ]);
  });

  test('leaves none behind either when it was the own choice', async () => {
    const owner = await signedInOwner(site);
    const second = await signedInMember(site, owner.firmId, 'owner');
    const { invitationId } = await invited(owner);
    const reply = await end(owner, owner.firmId, owner.membershipId);

    expect(reply.json<FirmDocument>().invitations).toEqual([]);
    expect((await readFirm(second.visitor, owner.firmId)).invitations).toEqual([]);
    expect((await eventsAbout(site, invitationId)).map(({ action }) => action)).toContain('invitation-revoked');
  });
});

describe('a respondent', () => {
  test('may leave, is out at once, and the log says so', async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const reply = await end(member, owner.firmId, member.membershipId);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json<FirmDocument>()).toMatchObject({
      role: 'respondent',
      members: [{ membershipId: owner.membershipId }],
      invitations: [],
    });
    expectProblem(await member.visitor.get(ofFirm(owner.firmId)), 401, 'sign-in-required');
    expect((await readFirm(owner.visitor, owner.firmId)).members).toMatchObject([{ isYou: true }]);
    expect(await eventsAbout(site, member.membershipId)).toMatchObject([
      { action: 'membership-ended', actorPersonId: member.personId },
    ]);
  });

  test('who leaves leaves what is submitted to the owners, and opens nothing until let in again', async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const { rows } = await site.admin.query<{ id: string }>(
      `update responses set person_id = $1 where response_id = $2 returning response_id as id`,
      [member.personId, owner.responseId],
    );
    await end(member, owner.firmId, member.membershipId);
    const later = await newSession(site, member.personId, { hasSecondFactor: false });

    expect((await readFirm(owner.visitor, owner.firmId)).responses).toMatchObject([{ responseId: rows[0]?.id }]);
    expectProblem(await later.visitor.get(`/api/responses/${owner.responseId}`), 404, 'not-found');
    const { invitationId } = await invited(owner, { email: member.email });
    await accept(later, invitationId);
    expect((await later.visitor.get(`/api/responses/${owner.responseId}`)).statusCode).toBe(200);
  });

  test('ends nobody else', async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const other = await signedInMember(site, owner.firmId, 'respondent');

    expectProblem(await end(member, owner.firmId, other.membershipId), 404, 'not-found');
    expectProblem(await end(member, owner.firmId, owner.membershipId), 404, 'not-found');
    expect((await readFirm(owner.visitor, owner.firmId)).members).toHaveLength(3);
  });
});

describe('of the owners of a firm', () => {
  test('the last one cannot be ended', async () => {
    const owner = await signedInOwner(site);
    await signedInMember(site, owner.firmId, 'respondent');

    expectProblem(await end(owner, owner.firmId, owner.membershipId), 409, 'last-of-its-kind');
    expect((await readFirm(owner.visitor, owner.firmId)).members).toHaveLength(2);
  });

  test('one may leave, and is out at once', async () => {
    const owner = await signedInOwner(site);
    const second = await signedInMember(site, owner.firmId, 'owner');
    const reply = await end(owner, owner.firmId, owner.membershipId);

    expect(reply.json<FirmDocument>().members).toMatchObject([{ membershipId: second.membershipId }]);
    expectProblem(await owner.visitor.get(ofFirm(owner.firmId)), 401, 'sign-in-required');
    expectProblem(await end(second, owner.firmId, second.membershipId), 409, 'last-of-its-kind');
  });

  test('one is left when two end each other at once, whichever comes first', async () => {
    for (const isTurned of [false, true]) {
      const one = await signedInOwner(site);
      const other = await signedInMember(site, one.firmId, 'owner');
      const attempts = [() => end(one, one.firmId, other.membershipId), () => end(other, one.firmId, one.membershipId)];
      const replies = await inTurn(site, one.firmId, isTurned ? attempts.reverse() : attempts);

      expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 401]);
      const left = isTurned ? other : one;
      expect((await readFirm(left.visitor, one.firmId)).members).toMatchObject([{ isYou: true, role: 'owner' }]);
    }
  });

  test('one who is ended while a change of the firm waits finds nothing, and changes nothing', async () => {
    const owner = await signedInOwner(site);
    const other = await signedInMember(site, owner.firmId, 'owner');
    const replies = await inTurn(site, owner.firmId, [
      () => end(owner, owner.firmId, other.membershipId),
      () => other.visitor.put(ofFirm(owner.firmId), { name: 'Annan', organisationNumber: null }),
    ]);

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 404]);
    expect((await readFirm(owner.visitor, owner.firmId)).name).not.toBe('Annan');
  });

  test('one is left when both leave at once', async () => {
    const one = await signedInOwner(site);
    const other = await signedInMember(site, one.firmId, 'owner');
    const replies = await inTurn(site, one.firmId, [
      () => end(one, one.firmId, one.membershipId),
      () => end(other, one.firmId, other.membershipId),
    ]);

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 409]);
  });
});
