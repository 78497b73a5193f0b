import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrganisationDocument } from '#shared/contracts/coordination.ts';
import * as coordination from '#shared/contracts/coordination.ts';
import { closedToOthers, eventsAbout, startCoordinationApp, twoManagers } from '../support/coordination.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { meanwhile } from '../support/meanwhile.ts';
import { addMembership, organisationId, type Staff, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

type Ended = { readonly organisationId: string; readonly membershipId: string };

function end({ visitor }: { visitor: Visitor }, { organisationId: id, membershipId }: Ended) {
  return visitor.post(`/api/organisations/${id}/memberships/${membershipId}/end`);
}

async function isLive({ membershipId }: Pick<Ended, 'membershipId'>): Promise<boolean> {
  const { rowCount } = await site.admin.query(
    'select 1 from memberships where membership_id = $1 and ended_at is null',
    [membershipId],
  );
  return rowCount === 1;
}

const isSignedIn = async (visitor: Visitor) =>
  (await visitor.get('/api/visitor')).json<{ account: object | null }>().account !== null;

describeEndpoint(coordination.endOrganisationMembership, {
  ...closedToOthers(
    () => site,
    async () => {
      const provider = await organisationId(site, 'provider');
      return { method: 'POST', url: `/api/organisations/${provider}/memberships/${randomUUID()}/end` };
    },
    { managers: true },
  ),
  'hides what belongs to another firm': async () => {
    const [own, other] = await twoManagers(site);
    const { membershipId } = other;

    expectProblem(await end(own, other), 404, 'not-found');
    expectProblem(await end(own, { organisationId: own.organisationId, membershipId }), 404, 'not-found');
    const administrator = await signedInAs(site, 'administrator');
    const nested = await end(administrator, { organisationId: own.organisationId, membershipId });
    expectProblem(nested, 404, 'not-found');
    expect([await isLive(other), await isSignedIn(other.visitor)]).toEqual([true, true]);
  },
  'refuses an invalid request': async () => {
    const [manager] = await twoManagers(site);
    expectProblem(await end(manager, { ...manager, membershipId: 'no-id' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const [manager] = await twoManagers(site);
    expectProblem(await end(manager, { ...manager, membershipId: randomUUID() }), 404, 'not-found');
  },
  succeeds: async () => {
    const [manager] = await twoManagers(site);
    const advisor = await signedIn(site, { hasSecondFactor: true });
    const membershipId = await addMembership(site, advisor.personId, 'advisor', manager.organisationId);
    const ended = { organisationId: manager.organisationId, membershipId };
    const reply = await end(manager, ended);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json<OrganisationDocument>().members.map((member) => member.membershipId)).not.toContain(membershipId);
    expect(await isSignedIn(advisor.visitor)).toBe(false);
    expect(await isSignedIn(manager.visitor)).toBe(true);
    expect((await end(manager, ended)).statusCode).toBe(200);
    expect(await eventsAbout(site, membershipId)).toMatchObject([
      { action: 'membership-ended', actorPersonId: manager.personId },
    ]);
  },
});

test('the membership of a firm is nothing that can be ended here', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const owner = await signedInOwner(site);
  const { membershipId } = owner;

  expectProblem(await end(administrator, { organisationId: owner.firmId, membershipId }), 404, 'not-found');
  const nested = await end(administrator, { organisationId: administrator.organisationId, membershipId });
  expectProblem(nested, 404, 'not-found');
  expect(await isLive(owner)).toBe(true);
});

test('a manager can leave as long as there is another, and is signed out by it', async () => {
  const [manager] = await twoManagers(site);
  await twoManagers(site);
  const reply = await end(manager, manager);

  expect(reply.statusCode, reply.body).toBe(200);
  expect(reply.json<OrganisationDocument>().members.map(({ personId }) => personId)).not.toContain(manager.personId);
  expect([await isLive(manager), await isSignedIn(manager.visitor)]).toEqual([false, false]);
  expect(await eventsAbout(site, manager.membershipId)).toMatchObject([{ actorPersonId: manager.personId }]);
});

const invitationsOf = (id: string) => `/api/organisations/${id}/invitations`;

async function sent({ visitor }: Staff, place: string, role: string): Promise<string> {
  const email = `invited-${randomUUID().slice(0, 8)}@example.se`;
  const reply = await visitor.post(invitationsOf(place), { email, role, language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  const { invitations } = reply.json<OrganisationDocument>();
  return invitations.find((each) => each.email === email)?.invitationId ?? '';
}

async function liveOf(invitationIds: readonly string[]): Promise<string[]> {
  const { rows } = await site.admin.query<{ id: string }>(
    'select invitation_id as id from invitations where invitation_id = any ($1) and revoked_at is null',
    [invitationIds],
  );
  return rows.map(({ id }) => id);
}

describe('the invitations of whoever is out', () => {
  test('are revoked, and those of others stay', async () => {
    const administrator = await signedInAs(site, 'administrator');
    const [manager] = await twoManagers(site);
    const place = manager.organisationId;
    const back = await sent(manager, place, 'manager');
    const kept = await sent(administrator, place, 'advisor');
    const { invitations } = (await end(administrator, manager)).json<OrganisationDocument>();

    expect(await liveOf([back, kept])).toEqual([kept]);
    const shown = invitations.map(({ invitationId }): string => invitationId);
    expect([shown.includes(back), shown.includes(kept)]).toEqual([false, true]);
    expect(await eventsAbout(site, back)).toMatchObject([
      { action: 'invitation-sent' },
      { action: 'invitation-revoked', actorPersonId: administrator.personId },
    ]);
  });

  test('are revoked when a manager leaves', async () => {
    const [manager] = await twoManagers(site);
    await twoManagers(site);
    const back = await sent(manager, manager.organisationId, 'advisor');
    expect((await end(manager, manager)).statusCode).toBe(200);

    expect(await liveOf([back])).toEqual([]);
  });

  test('stay as long as another membership gives the right to send them', async () => {
    const [manager] = await twoManagers(site);
    const asAdvisor = await addMembership(site, manager.personId, 'advisor', manager.organisationId);
    const kept = await sent(manager, manager.organisationId, 'advisor');
    const administrator = await signedInAs(site, 'administrator');
    const reply = await end(administrator, { organisationId: manager.organisationId, membershipId: asAdvisor });
    expect(reply.statusCode, reply.body).toBe(200);

    expect(await liveOf([kept])).toEqual([kept]);
  });

  test('are revoked in every organisation when it was an administrator', async () => {
    const [leaving, staying] = [await signedInAs(site, 'administrator'), await signedInAs(site, 'administrator')];
    const [manager] = await twoManagers(site);
    const ids = [
      await sent(leaving, leaving.organisationId, 'administrator'),
      await sent(leaving, manager.organisationId, 'manager'),
      await sent(leaving, await organisationId(site, 'region'), 'analyst'),
    ];
    expect((await end(staying, leaving)).statusCode).toBe(200);

    expect(await liveOf(ids)).toEqual([]);
  });
});

describe('how many invitations fall with a membership', () => {
  test('is told of each, and is what falls', async () => {
    const [manager] = await twoManagers(site);
    const place = manager.organisationId;
    const asAdvisor = await addMembership(site, manager.personId, 'advisor', place);
    const ids = [await sent(manager, place, 'manager'), await sent(manager, place, 'advisor')];
    const administrator = await signedInAs(site, 'administrator');
    await sent(administrator, place, 'advisor');
    const { members } = (await administrator.visitor.get(`/api/organisations/${place}`)).json<OrganisationDocument>();
    const fallingWith = (membershipId: string) =>
      members.find((member) => member.membershipId === membershipId)?.fallingInvitationCount;

    expect([fallingWith(manager.membershipId), fallingWith(asAdvisor)]).toEqual([2, 0]);
    await end(administrator, manager);
    expect(await liveOf(ids)).toEqual([]);
  });
});

describe('of the managers of a provider', () => {
  const dismissAll = () =>
    site.admin.query(`update memberships set ended_at = now() where role = 'manager' and ended_at is null`);

  test('the last one cannot leave, and one who cannot sign in does not count', async () => {
    await dismissAll();
    const [manager] = await twoManagers(site);
    const [locked] = await twoManagers(site);
    await site.admin.query('update people set disabled_at = now() where person_id = $1', [locked.personId]);
    const kept = await sent(manager, manager.organisationId, 'manager');
    const reply = await end(manager, manager);

    expectProblem(reply, 409, 'last-of-its-kind');
    expect(reply.json()).toMatchObject({ errors: [{ path: 'params/membershipId', code: 'last-manager' }] });
    expect([await isLive(manager), await isSignedIn(manager.visitor)]).toEqual([true, true]);
    expect(await liveOf([kept])).toEqual([kept]);
  });

  test('the last one can give up another role there, and be ended by an administrator', async () => {
    await dismissAll();
    const [manager] = await twoManagers(site);
    const asAdvisor = await addMembership(site, manager.personId, 'advisor', manager.organisationId);
    const administrator = await signedInAs(site, 'administrator');

    expect((await end(manager, { ...manager, membershipId: asAdvisor })).statusCode).toBe(200);
    expect((await end(administrator, manager)).statusCode).toBe(200);
    expect(await isLive(manager)).toBe(false);
  });

  test('the last one can leave who looks after the whole site, and so can invite another', async () => {
    await dismissAll();
    const administrator = await signedInAs(site, 'administrator');
    const place = await organisationId(site, 'provider');
    const membershipId = await addMembership(site, administrator.personId, 'manager', place);

    expect((await end(administrator, { organisationId: place, membershipId })).statusCode).toBe(200);
  });

  test('one is left when both leave at once', async () => {
    await dismissAll();
    const [one] = await twoManagers(site);
    const [other] = await twoManagers(site);
    const replies = await Promise.all([end(one, one), end(other, other)]);

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

describe('a membership that ends while another end of it waits', () => {
  test('is told of once, by whoever ended it', async () => {
    const administrator = await signedInAs(site, 'administrator');
    const [manager] = await twoManagers(site);
    const byId = [manager.membershipId];
    const reply = await meanwhile(
      site,
      (holder) => holder.query('select 1 from memberships where membership_id = $1 for update', byId),
      () => end(administrator, manager),
      (holder) => holder.query('update memberships set ended_at = now() where membership_id = $1', byId),
    );

    expect(reply.statusCode, reply.body).toBe(200);
    const { members } = reply.json<OrganisationDocument>();
    expect(members.map(({ membershipId }) => membershipId)).not.toContain(manager.membershipId);
    expect(await eventsAbout(site, manager.membershipId)).toEqual([]);
  });
});

describe('of two managers who end each other at once', () => {
  test('one is left', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one] = await twoManagers(site);
      const [other] = await twoManagers(site);
      const replies = await Promise.all([end(one, other), end(other, one)]);

      expect(replies.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1);
      expect([await isLive(one), await isLive(other)].filter(Boolean)).toHaveLength(1);
    }
  });
});

describe('of the administrators', () => {
  let apart: TestApp;
  beforeAll(async () => {
    apart = await startCoordinationApp();
  });
  afterAll(() => apart.close());

  const leftOver = async () => {
    const { rowCount } = await apart.admin.query(
      `select 1 from memberships where role = 'administrator' and ended_at is null`,
    );
    return rowCount;
  };

  test('the last one stays, and one who cannot sign in does not count', async () => {
    const last = await signedInAs(apart, 'administrator');
    const locked = await signedInAs(apart, 'administrator');
    await apart.admin.query('update people set disabled_at = now() where person_id = $1', [locked.personId]);

    expectProblem(await end(last, last), 409, 'last-of-its-kind');
    expect((await end(last, locked)).statusCode).toBe(200);
    expect(await leftOver()).toBe(1);
    await apart.admin.query('update memberships set ended_at = now()');
  });

  test('one is left when two end each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const pair: [Staff, Staff] = [await signedInAs(apart, 'administrator'), await signedInAs(apart, 'administrator')];
      const replies: LightMyRequestResponse[] = await Promise.all([end(pair[0], pair[1]), end(pair[1], pair[0])]);

      expect(replies.map(({ statusCode }) => statusCode).filter((status) => status === 200)).toHaveLength(1);
      expect(await leftOver()).toBe(1);
      await apart.admin.query('update memberships set ended_at = now() where ended_at is null');
    }
  });

  test('one is left when both leave at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const pair = [await signedInAs(apart, 'administrator'), await signedInAs(apart, 'administrator')];
      const replies = await Promise.all(pair.map((staff) => end(staff, staff)));

      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      expect(await leftOver()).toBe(1);
      await apart.admin.query('update memberships set ended_at = now() where ended_at is null');
    }
  });
});
