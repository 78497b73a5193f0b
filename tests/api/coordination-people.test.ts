import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonSummary } from '#shared/contracts/coordination.ts';
import * as coordination from '#shared/contracts/coordination.ts';
import { closedToOthers, eventsAbout, reachedBy, startCoordinationApp, twoManagers } from '../support/coordination.ts';
import { alwaysThere, describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { addMembership, newSession, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

async function listed(visitor: Visitor): Promise<PersonSummary[]> {
  const reply = await visitor.get('/api/people');
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<{ people: PersonSummary[] }>().people;
}

const emailsOf = (people: readonly PersonSummary[]) => people.map(({ email }) => email);

describeEndpoint(coordination.listPeople, {
  ...closedToOthers(
    () => site,
    async () => ({ url: '/api/people' }),
    { managers: false },
  ),
  'hides what belongs to another firm': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    const owner = await signedInOwner(site, { name: 'Siv Smed' });
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const roleless = await signedIn(site);
    const people = await listed(visitor);

    for (const { email } of [owner, respondent, roleless]) expect(emailsOf(people)).not.toContain(email);
    expect(JSON.stringify(people)).not.toContain('Siv Smed');
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const administrator = await signedInAs(site, 'administrator');
    const [manager] = await twoManagers(site);
    await addMembership(site, manager.personId, 'advisor', manager.organisationId);
    const people = await listed(administrator.visitor);

    const found = people.find(({ personId }) => personId === manager.personId);
    expect(found).toMatchObject({ email: manager.email, name: 'Kim Berg', isDisabled: false });
    expect(found?.roles.map(({ role }) => role).sort()).toEqual(['advisor', 'manager']);
    expect(emailsOf(people)).toEqual([...emailsOf(people)].sort());
  },
});

describe('that somebody belongs to a firm', () => {
  test('is not told of a person who also works in an organisation', async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    const advisor = await signedInAs(site, 'advisor');
    const { firmId } = await signedInOwner(site);
    await addMembership(site, advisor.personId, 'owner', firmId);

    expect((await listed(visitor)).find(({ personId }) => personId === advisor.personId)?.roles).toMatchObject([
      { role: 'advisor' },
    ]);
  });

  test('makes a colleague in the firm visible to no manager who works there too', async () => {
    const [manager] = await twoManagers(site);
    const owner = await signedInOwner(site);
    await addMembership(site, manager.personId, 'owner', owner.firmId);
    const seen = await seenBy(manager.sessionSecret, owner.personId);

    expect(seen).toEqual({ people: 0, memberships: 0 });
  });

  test('cannot be read by the role that manages, not even by an administrator', async () => {
    const administrator = await signedInAs(site, 'administrator');
    const owner = await signedInOwner(site);

    expect(await seenBy(administrator.sessionSecret, owner.personId)).toEqual({ people: 0, memberships: 0 });
    expect(await seenBy(administrator.sessionSecret, administrator.personId)).toEqual({ people: 1, memberships: 1 });
  });
});

/** What the role of the coordination finds of a person. */
async function seenBy(sessionSecret: string, personId: string): Promise<{ people: number; memberships: number }> {
  const find = (table: string) =>
    reachedBy(site, sessionSecret, `select person_id from ${table} where person_id = '${personId}'`);
  return { people: await find('people'), memberships: await find('memberships') };
}

test('the role that manages can lock nobody who only belongs to firms', async () => {
  const administrator = await signedInAs(site, 'administrator');
  const owner = await signedInOwner(site);
  const locked = await reachedBy(site, administrator.sessionSecret, 'update people set disabled_at = now()');
  const { rows } = await site.admin.query<{ count: number }>(
    `select count(distinct person_id)::integer as count from memberships where organisation_id is not null`,
  );

  expect(locked).toBe(rows[0]?.count);
  expect(await isLocked(owner.personId)).toBe(false);
});

test('somebody who has left every organisation is still there to be locked', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  const left = await signedInAs(site, 'analyst');
  await site.admin.query('update memberships set ended_at = now() where membership_id = $1', [left.membershipId]);

  expect((await listed(visitor)).find(({ personId }) => personId === left.personId)?.roles).toEqual([]);
});

const lock = (visitor: Visitor, personId: string, isDisabled = true) =>
  visitor.post(`/api/people/${personId}/lock`, { isDisabled });

async function isLocked(personId: string): Promise<boolean> {
  const { rowCount } = await site.admin.query('select 1 from people where person_id = $1 and disabled_at is not null', [
    personId,
  ]);
  return rowCount === 1;
}

describeEndpoint(coordination.disablePerson, {
  ...closedToOthers(
    () => site,
    async () => {
      const { personId } = await signedInAs(site, 'analyst');
      return { method: 'POST', url: `/api/people/${personId}/lock`, body: { isDisabled: true } };
    },
    { managers: false },
  ),
  'hides what belongs to another firm': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    const owner = await signedInOwner(site);

    expectProblem(await lock(visitor, owner.personId), 404, 'not-found');
    expect(await isLocked(owner.personId)).toBe(false);
  },
  'refuses an invalid request': async () => {
    const { visitor, personId } = await signedInAs(site, 'administrator');
    const other = await signedInAs(site, 'administrator');

    expectProblem(await lock(visitor, 'no-id'), 422, 'invalid-request');
    expectProblem(await visitor.post(`/api/people/${other.personId}/lock`, {}), 422, 'invalid-request');
    const own = await lock(visitor, personId);
    expectProblem(own, 422, 'invalid-request');
    expect(own.json()).toMatchObject({ errors: [{ code: 'own-account' }] });
    expect(await isLocked(personId)).toBe(false);
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    expectProblem(await lock(visitor, randomUUID()), 404, 'not-found');
  },
  succeeds: async () => {
    const administrator = await signedInAs(site, 'administrator');
    const [manager] = await twoManagers(site);
    const elsewhere = await newSession(site, manager.personId, { hasSecondFactor: true, roles: ['manager'] });
    const reply = await lock(administrator.visitor, manager.personId);

    expect(reply.statusCode, reply.body).toBe(200);
    const { people } = reply.json<{ people: PersonSummary[] }>();
    expect(people.find(({ personId }) => personId === manager.personId)).toMatchObject({ isDisabled: true });
    for (const { visitor } of [manager, elsewhere]) {
      expectProblem(await visitor.get('/api/organisations'), 401, 'sign-in-required');
    }
    await lock(administrator.visitor, manager.personId);
    await lock(administrator.visitor, manager.personId, false);
    // What was open stays closed; the person signs in again.
    expectProblem(await manager.visitor.get('/api/organisations'), 401, 'sign-in-required');
    expect(await isLocked(manager.personId)).toBe(false);
    expect(await eventsAbout(site, manager.personId)).toMatchObject([
      { action: 'account-locked', objectKind: 'person', actorPersonId: administrator.personId },
      { action: 'account-unlocked', actorPersonId: administrator.personId },
    ]);
  },
});

test('of two administrators who lock each other at once one is left', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [await signedInAs(site, 'administrator'), await signedInAs(site, 'administrator')];
    await Promise.all([lock(one.visitor, other.personId), lock(other.visitor, one.personId)]);

    expect([await isLocked(one.personId), await isLocked(other.personId)].sort()).toEqual([false, true]);
  }
});
