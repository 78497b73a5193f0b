import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrganisationDocument } from '#shared/contracts/coordination.ts';
import * as coordination from '#shared/contracts/coordination.ts';
import { closedToOthers, eventsAbout, startCoordinationApp, twoManagers } from '../support/coordination.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { addMembership, organisationId, type Staff, signedIn, signedInAs } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

const dayMs = 24 * 60 * 60 * 1000;
const of = (id: string, rest = '') => `/api/organisations/${id}/invitations${rest}`;
const newAddress = () => `invited-${randomUUID().slice(0, 8)}@example.se`;

function invite(
  { visitor, organisationId: own }: Staff,
  email: string,
  changes: { role?: string; language?: string; organisation?: string } = {},
): Promise<LightMyRequestResponse> {
  const { role = 'advisor', language = 'sv', organisation = own } = changes;
  return visitor.post(of(organisation), { email, role, language });
}

/** The live invitations after one was sent, the newest first. */
async function invited(staff: Staff, email: string, role = 'advisor'): Promise<OrganisationDocument['invitations']> {
  const reply = await invite(staff, email, { role });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<OrganisationDocument>().invitations;
}

async function invitationRows(email: string): Promise<{ role: string; language: string; isRevoked: boolean }[]> {
  const { rows } = await site.admin.query<{ role: string; language: string; isRevoked: boolean }>(
    `select role, language, revoked_at is not null as "isRevoked" from invitations where email = $1 order by created_at`,
    [email],
  );
  return rows;
}

async function mailsTo(email: string): Promise<{ kind: string; dedupe_key: string; facts: object }[]> {
  const { rows } = await site.admin.query<{ kind: string; dedupe_key: string; facts: object }>(
    'select kind, dedupe_key, facts from outbox_mails where recipient = $1 order by created_at, mail_id',
    [email],
  );
  return rows;
}

describeEndpoint(coordination.inviteToOrganisation, {
  ...closedToOthers(
    () => site,
    async () => {
      const url = of(await organisationId(site, 'provider'));
      return { method: 'POST', url, body: { email: newAddress(), role: 'advisor', language: 'sv' } };
    },
    { managers: true },
  ),
  'hides what belongs to another firm': async () => {
    const [own, other] = await twoManagers(site);
    const email = newAddress();
    expectProblem(await invite(own, email, { organisation: other.organisationId }), 404, 'not-found');
    expect(await invitationRows(email)).toEqual([]);
  },
  'refuses an invalid request': async () => {
    const [manager] = await twoManagers(site);
    expectProblem(await invite(manager, 'nobody'), 422, 'invalid-request');
    expectProblem(await invite(manager, newAddress(), { role: 'king' }), 422, 'invalid-request');
    expectProblem(await invite(manager, newAddress(), { language: 'de' }), 422, 'invalid-request');
    for (const role of ['owner', 'respondent', 'analyst', 'editor', 'administrator']) {
      const reply = await invite(manager, newAddress(), { role });
      expectProblem(reply, 422, 'invalid-request');
      expect(reply.json()).toMatchObject({ errors: [{ path: 'body/role', code: 'role-not-in-organisation' }] });
    }
  },
  'does not find what is not there': async () => {
    const administrator = await signedInAs(site, 'administrator');
    expectProblem(await invite(administrator, newAddress(), { organisation: randomUUID() }), 404, 'not-found');
  },
  succeeds: async () => {
    const [manager] = await twoManagers(site);
    const email = newAddress();
    const [invitation] = await invited(manager, email.toUpperCase());

    expect(invitation).toMatchObject({ email, role: 'advisor', mail: 'waiting' });
    expect(Date.parse(invitation?.expiresAt ?? '') - Date.parse(invitation?.createdAt ?? '')).toBe(30 * dayMs);
    expect(await mailsTo(email)).toEqual([
      {
        kind: 'organisation-invitation',
        dedupe_key: `invitation:${invitation?.invitationId}`,
        facts: expect.objectContaining({ inviterName: 'Kim Berg', role: 'advisor' }) as object,
      },
    ]);
    expect(await eventsAbout(site, invitation?.invitationId ?? '')).toMatchObject([
      { action: 'invitation-sent', actorPersonId: manager.personId },
    ]);
  },
});

describe('an invitation', () => {
  test('takes the place of an earlier one for the same address and role, and of no other', async () => {
    const [manager, other] = await twoManagers(site);
    const email = newAddress();
    const [first] = await invited(manager, email);
    await invited(manager, email, 'manager');
    await invited(other, email);
    const live = await invited(manager, email);

    expect(live.filter((each) => each.email === email).map(({ role }) => role)).toEqual(['advisor', 'manager']);
    expect((await invitationRows(email)).map(({ isRevoked }) => isRevoked)).toEqual([true, false, false, false]);
    expect(await eventsAbout(site, first?.invitationId ?? '')).toMatchObject([
      { action: 'invitation-sent' },
      { action: 'invitation-revoked' },
    ]);
  });

  test('of somebody who has the role already is refused at the address and leads to nothing', async () => {
    const [manager] = await twoManagers(site);
    const { personId, email } = await signedIn(site);
    await addMembership(site, personId, 'advisor', manager.organisationId);
    const reply = await invite(manager, email);

    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ path: 'body/email', code: 'already-in-use' }] });
    expect(await invitationRows(email)).toEqual([]);
    expect(await mailsTo(email)).toEqual([]);
    expect((await invite(manager, email, { role: 'manager' })).statusCode).toBe(201);
  });

  test('is answered the same whether the address has an account or not', async () => {
    const [manager] = await twoManagers(site);
    const { email } = await signedIn(site);
    const known = await invite(manager, email);
    const unknown = await invite(manager, newAddress());

    expect(Object.keys(known.json<object>())).toEqual(Object.keys(unknown.json<object>()));
    expect([known.statusCode, unknown.statusCode]).toEqual([201, 201]);
  });

  test('tells what has become of its mail, to a manager too', async () => {
    const [manager] = await twoManagers(site);
    const email = newAddress();
    await invited(manager, email);
    await site.admin.query(
      `update outbox_mails set status = 'failed', settled_at = now(), fault = 'no such mailbox' where recipient = $1`,
      [email],
    );
    const { invitations } = (
      await manager.visitor.get(`/api/organisations/${manager.organisationId}`)
    ).json<OrganisationDocument>();

    expect(invitations.find((each) => each.email === email)).toMatchObject({ mail: 'failed' });
  });

  test('is no longer shown once it has run out', async () => {
    const brief = await startCoordinationApp();
    const [manager] = await twoManagers(brief);
    await invite(manager, newAddress());
    brief.clock.advance(30 * dayMs);
    const { invitations } = (
      await manager.visitor.get(`/api/organisations/${manager.organisationId}`)
    ).json<OrganisationDocument>();
    await brief.close();

    expect(invitations).toEqual([]);
  });
});

describe('invitations into one organisation', () => {
  test('are a hundred at most at a time', async () => {
    const administrator = await signedInAs(site, 'administrator');
    const organisation = await organisationId(site, 'region');
    await site.admin.query(
      `insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose,
         expires_at)
       select gen_random_uuid(), 'many-' || n || '@example.se', 'sv', 'analyst', $1, 'region', 'membership',
         now() + interval '30 days' from generate_series(1, 100) n`,
      [organisation],
    );
    const email = newAddress();
    const reply = await invite(administrator, email, { role: 'analyst', organisation });

    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ path: 'body/email', code: 'too-many-invitations' }] });
    expect(await mailsTo(email)).toEqual([]);
    const again = await invite(administrator, 'many-1@example.se', { role: 'analyst', organisation });
    expect(again.statusCode, again.body).toBe(201);
  });

  test('go to one address at most five times a day', async () => {
    const [manager, other] = await twoManagers(site);
    const email = newAddress();
    for (let times = 0; times < 5; times += 1) await invited(manager, email);

    expectProblem(await invite(manager, email), 429, 'too-many-requests');
    expect((await mailsTo(email)).length).toBe(5);
    expect((await invitationRows(email)).filter(({ isRevoked }) => !isRevoked)).toHaveLength(1);
    await invited(manager, newAddress());
    await invited(other, email);
  });

  test('are three hundred at most in a day, whatever has become of them', async () => {
    const administrator = await signedInAs(site, 'administrator');
    const organisation = await organisationId(site, 'coordination');
    const insert = (count: number, age: string) =>
      site.admin.query(
        `insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose,
           created_at, expires_at, revoked_at)
         select gen_random_uuid(), 'day-' || n || '@example.se', 'sv', 'editor', $1, 'coordination', 'membership',
           now() - $3::interval, now() + interval '20 days', now() from generate_series(1, $2::integer) n`,
        [organisation, count, age],
      );
    await insert(50, '25 hours');
    await insert(299, '23 hours');
    const send = () => invite(administrator, newAddress(), { role: 'editor', organisation });

    expect((await send()).statusCode).toBe(201);
    expectProblem(await send(), 429, 'too-many-requests');
  });

  test('sent at the same moment to one address leave one that is live', async () => {
    const [manager] = await twoManagers(site);
    const email = newAddress();
    await Promise.all(Array.from({ length: 5 }, () => invite(manager, email)));

    expect((await invitationRows(email)).filter(({ isRevoked }) => !isRevoked)).toHaveLength(1);
  });
});

async function revoke(
  { visitor, organisationId: own }: Staff,
  invitationId: string,
  organisation = own,
): Promise<LightMyRequestResponse> {
  return visitor.post(of(organisation, `/${invitationId}/revocation`));
}

describeEndpoint(coordination.revokeOrganisationInvitation, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: of(await organisationId(site, 'provider'), `/${randomUUID()}/revocation`) }),
    { managers: true },
  ),
  'hides what belongs to another firm': async () => {
    const [own, other] = await twoManagers(site);
    const email = newAddress();
    const invitationId = (await invited(other, email))[0]?.invitationId ?? '';

    expectProblem(await revoke(own, invitationId), 404, 'not-found');
    expectProblem(await revoke(own, invitationId, other.organisationId), 404, 'not-found');
    const administrator = await signedInAs(site, 'administrator');
    expectProblem(await revoke(administrator, invitationId, own.organisationId), 404, 'not-found');
    expect(await invitationRows(email)).toMatchObject([{ isRevoked: false }]);
  },
  'refuses an invalid request': async () => {
    const [manager] = await twoManagers(site);
    expectProblem(await revoke(manager, 'no-id'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const [manager] = await twoManagers(site);
    expectProblem(await revoke(manager, randomUUID()), 404, 'not-found');
  },
  succeeds: async () => {
    const [manager] = await twoManagers(site);
    const email = newAddress();
    const invitationId = (await invited(manager, email))[0]?.invitationId ?? '';
    const reply = await revoke(manager, invitationId);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json<OrganisationDocument>().invitations.map((each) => each.invitationId)).not.toContain(invitationId);
    expect((await revoke(manager, invitationId)).statusCode).toBe(200);
    expect((await eventsAbout(site, invitationId)).map(({ action }) => action)).toEqual([
      'invitation-sent',
      'invitation-revoked',
    ]);
  },
});

test('an invitation that was accepted is not revoked', async () => {
  const [manager] = await twoManagers(site);
  const { visitor, email } = await signedIn(site);
  const invitationId = (await invited(manager, email))[0]?.invitationId ?? '';
  const accepted = await visitor.post(`/api/account/invitations/${invitationId}/acceptance`, { name: 'Bo Ek' });
  expect(accepted.statusCode, accepted.body).toBe(200);

  const organisation = (await revoke(manager, invitationId)).json<OrganisationDocument>();
  expect(organisation.members).toContainEqual(expect.objectContaining({ email, role: 'advisor' }));
  expect(await invitationRows(email)).toMatchObject([{ isRevoked: false }]);
});
