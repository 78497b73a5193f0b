import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import * as firms from '#shared/contracts/firms.ts';
import { eventsAbout } from '../support/coordination.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, inTurn, ofFirm, readFirm, startFirmsApp } from '../support/firms.ts';
import {
  newSession,
  type Owner,
  type Signed,
  sessionCookieName,
  signedInMember,
  signedInOwner,
} from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

type Visiting = Pick<Signed, 'visitor'>;

const roleOf = (firmId: string, membershipId: string) => ofFirm(firmId, `/memberships/${membershipId}/role`);
const change = ({ visitor }: Visiting, firmId: string, membershipId: string, role: string) =>
  visitor.put(roleOf(firmId, membershipId), { role });
const end = ({ visitor }: Visiting, firmId: string, membershipId: string) =>
  visitor.post(ofFirm(firmId, `/memberships/${membershipId}/end`));

async function invite({ visitor }: Visiting, firmId: string): Promise<string> {
  const reply = await visitor.post(ofFirm(firmId, '/invitations'), {
    email: `invited-${randomUUID().slice(0, 8)}@firma.se`,
    role: 'respondent',
    language: 'sv',
  });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<FirmDocument>().invitations[0]?.invitationId ?? '';
}

const keyOf = ({ visitor }: Visiting) => visitor.cookies.find(({ name }) => name === sessionCookieName)?.value;

const rolesIn = async (owner: Owner) =>
  (await readFirm(owner.visitor, owner.firmId)).members.map(({ role }) => role).sort();

async function mailsTo(email: string) {
  const { rows } = await site.admin.query<{ kind: string; facts: Record<string, string> }>(
    'select kind, facts from outbox_mails where recipient = $1',
    [email],
  );
  return rows;
}

describeEndpoint(firms.changeFirmRole, {
  ...closedToOthers(
    () => site,
    async ({ firmId }) => {
      const { membershipId } = await signedInMember(site, firmId, 'respondent');
      return { method: 'PUT', url: roleOf(firmId, membershipId), body: { role: 'owner' } };
    },
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const owner = await signedInOwner(site);
    const { membershipId } = await signedInMember(site, owner.firmId, 'respondent');

    expectProblem(await change(owner, owner.firmId, 'no-id', 'owner'), 422, 'invalid-request');
    expectProblem(await change(owner, owner.firmId, membershipId, 'administrator'), 422, 'invalid-request');
    expect(await rolesIn(owner)).toEqual(['owner', 'respondent']);
  },
  'does not find what is not there': async () => {
    const [own, other] = [await signedInOwner(site), await signedInOwner(site)];
    const member = await signedInMember(site, other.firmId, 'respondent');
    const former = await signedInMember(site, own.firmId, 'respondent');
    await end(own, own.firmId, former.membershipId);

    expectProblem(await change(own, own.firmId, randomUUID(), 'owner'), 404, 'not-found');
    expectProblem(await change(own, own.firmId, member.membershipId, 'owner'), 404, 'not-found');
    expectProblem(await change(own, other.firmId, member.membershipId, 'owner'), 404, 'not-found');
    expectProblem(await change(own, own.firmId, former.membershipId, 'owner'), 404, 'not-found');
    expect(await rolesIn(other)).toEqual(['owner', 'respondent']);
  },
  succeeds: async () => {
    const owner = await signedInOwner(site, { name: 'Åsa Öberg' });
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const reply = await change(owner, owner.firmId, member.membershipId, 'owner');

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json<FirmDocument>().members).toMatchObject([
      { role: 'owner', isYou: true },
      { role: 'owner', membershipId: member.membershipId },
    ]);
    expect(await eventsAbout(site, member.membershipId)).toMatchObject([
      { action: 'role-changed', objectKind: 'membership', actorPersonId: owner.personId },
    ]);
    expect(await mailsTo(member.email)).toMatchObject([
      { kind: 'role-changed', facts: { changerName: 'Åsa Öberg', role: 'owner' } },
    ]);
    const later = await newSession(site, member.personId, { hasSecondFactor: false });
    expect((await readFirm(later.visitor, owner.firmId)).role).toBe('owner');
  },
});

describe('somebody whose role another changes', () => {
  test('is signed out everywhere: what is open was opened with other rights', async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const elsewhere = await newSession(site, member.personId, { hasSecondFactor: false });
    const key = keyOf(owner);
    await change(owner, owner.firmId, member.membershipId, 'owner');

    expectProblem(await member.visitor.get(ofFirm(owner.firmId)), 401, 'sign-in-required');
    expectProblem(await elsewhere.visitor.get(ofFirm(owner.firmId)), 401, 'sign-in-required');
    expect(keyOf(owner)).toBe(key);
  });

  test('to what it is already notices nothing', async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const reply = await change(owner, owner.firmId, member.membershipId, 'respondent');

    expect(reply.statusCode, reply.body).toBe(200);
    expect((await readFirm(member.visitor, owner.firmId)).role).toBe('respondent');
    expect([await mailsTo(member.email), await eventsAbout(site, member.membershipId)]).toEqual([[], []]);
  });

  test('and who owns the firm no longer leaves no invitation behind', async () => {
    const owner = await signedInOwner(site);
    const second = await signedInMember(site, owner.firmId, 'owner');
    const [theirs, mine] = [await invite(second, owner.firmId), await invite(owner, owner.firmId)];
    const reply = await change(owner, owner.firmId, second.membershipId, 'respondent');

    expect(reply.json<FirmDocument>().invitations).toMatchObject([{ invitationId: mine }]);
    expect((await eventsAbout(site, theirs)).map(({ action }) => action)).toContain('invitation-revoked');
  });

  test('can be made what it was again, and is told each time', async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    await change(owner, owner.firmId, member.membershipId, 'owner');
    await change(owner, owner.firmId, member.membershipId, 'respondent');

    expect((await mailsTo(member.email)).map(({ facts }) => facts['role']).sort()).toEqual(['owner', 'respondent']);
  });
});

describe('an owner who gives up the own role', () => {
  test('goes on under another key, as a respondent, and is signed out elsewhere', async () => {
    const owner = await signedInOwner(site);
    await signedInMember(site, owner.firmId, 'owner');
    const invitationId = await invite(owner, owner.firmId);
    const elsewhere = await newSession(site, owner.personId, { hasSecondFactor: false });
    const key = keyOf(owner);
    const reply = await change(owner, owner.firmId, owner.membershipId, 'respondent');

    expect(reply.json<FirmDocument>()).toMatchObject({ role: 'respondent', invitations: [] });
    expect(keyOf(owner)).not.toBe(key);
    expect((await readFirm(owner.visitor, owner.firmId)).role).toBe('respondent');
    expectProblem(await elsewhere.visitor.get(ofFirm(owner.firmId)), 401, 'sign-in-required');
    expectProblem(await change(owner, owner.firmId, owner.membershipId, 'owner'), 404, 'not-found');
    expect((await eventsAbout(site, invitationId)).map(({ action }) => action)).toContain('invitation-revoked');
  });

  test('cannot while there is no other', async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');

    expectProblem(await change(owner, owner.firmId, owner.membershipId, 'respondent'), 409, 'last-of-its-kind');
    await change(owner, owner.firmId, member.membershipId, 'owner');
    expect((await change(owner, owner.firmId, owner.membershipId, 'respondent')).statusCode).toBe(200);
  });

  test('is one of two at most when both do so at once', async () => {
    const one = await signedInOwner(site);
    const other = await signedInMember(site, one.firmId, 'owner');
    const replies = await inTurn(site, one.firmId, [
      () => change(one, one.firmId, one.membershipId, 'respondent'),
      () => change(other, one.firmId, other.membershipId, 'respondent'),
    ]);

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 409]);
  });

  test('has no right left to take it from the other, who was quicker', async () => {
    const one = await signedInOwner(site);
    const other = await signedInMember(site, one.firmId, 'owner');
    const replies = await inTurn(site, one.firmId, [
      () => change(one, one.firmId, other.membershipId, 'respondent'),
      () => change(other, one.firmId, one.membershipId, 'respondent'),
      () => end(other, one.firmId, one.membershipId),
    ]);

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 401, 401]);
    expect(await rolesIn(one)).toEqual(['owner', 'respondent']);
  });
});

/** What a browser may do as the database has it, whatever the application asks for. */
async function tryAsMember(sessionSecret: string, sql: string, values: readonly unknown[]): Promise<number | string> {
  const client = await site.app.pg.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('role', 'mattstock_member', true), set_config('search_path', 'mattstock', true),
         set_config('mattstock.session_key', encode(sha256($1::text::bytea), 'hex'), true)`,
      [sessionSecret],
    );
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('the database lets a respondent end the own membership, and change no other and nothing else of it', async () => {
  const owner = await signedInOwner(site);
  const member = await signedInMember(site, owner.firmId, 'respondent');
  const attempt = (sql: string, membershipId: string) =>
    tryAsMember(member.sessionSecret, `update memberships set ${sql} where membership_id = $1`, [membershipId]);
  const promotion = 'select 1 where change_firm_role($1, $2, $3)';

  expect(await tryAsMember(member.sessionSecret, promotion, [owner.firmId, member.membershipId, 'owner'])).toBe(0);
  expect(await tryAsMember(owner.sessionSecret, promotion, [owner.firmId, owner.membershipId, 'respondent'])).toBe(0);
  expect(await tryAsMember(owner.sessionSecret, promotion, [owner.firmId, member.membershipId, 'owner'])).toBe(1);
  expect(await attempt('ended_at = now()', owner.membershipId)).toMatch(/row-level security/);
  expect(await attempt('ended_by = person_id', member.membershipId)).toMatch(/row-level security/);
  expect(await attempt('ended_at = now()', member.membershipId)).toBe(1);
});
