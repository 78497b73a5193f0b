import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrganisationDocument, OrganisationSummary } from '#shared/contracts/coordination.ts';
import * as coordination from '#shared/contracts/coordination.ts';
import { closedToOthers, eventsAbout, startCoordinationApp, twoManagers } from '../support/coordination.ts';
import { alwaysThere, describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { addMembership, organisationId, signedIn, signedInAs } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

const of = (id: string, rest = '') => `/api/organisations/${id}${rest}`;
const listed = async (visitor: Visitor) =>
  (await visitor.get('/api/organisations')).json<{ organisations: OrganisationSummary[] }>().organisations;

describeEndpoint(coordination.listOrganisations, {
  ...closedToOthers(
    () => site,
    async () => ({ url: '/api/organisations' }),
    { managers: true },
  ),
  'hides what belongs to another firm': async () => {
    const [own, other] = await twoManagers(site);

    expect((await listed(own.visitor)).map((organisation) => organisation.organisationId)).toEqual([
      own.organisationId,
    ]);
    expect((await listed(other.visitor)).map((organisation) => organisation.organisationId)).toEqual([
      other.organisationId,
    ]);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const { visitor, organisationId: coordinationId } = await signedInAs(site, 'administrator');
    const organisations = await listed(visitor);

    expect(new Set(organisations.map(({ kind }) => kind))).toEqual(new Set(['coordination', 'region', 'provider']));
    expect(organisations[0]).toMatchObject({ organisationId: coordinationId, kind: 'coordination', isClosed: false });
  },
});

test('whoever has two roles in an organisation is one member of it', async () => {
  const [manager] = await twoManagers(site);
  const before = (await listed(manager.visitor))[0]?.memberCount;
  await addMembership(site, manager.personId, 'advisor', manager.organisationId);

  expect((await listed(manager.visitor))[0]?.memberCount).toBe(before);
});

describeEndpoint(coordination.getOrganisation, {
  ...closedToOthers(
    () => site,
    async () => ({ url: of(await organisationId(site, 'provider')) }),
    { managers: true },
  ),
  'hides what belongs to another firm': async () => {
    const [own, other] = await twoManagers(site);
    expectProblem(await own.visitor.get(of(other.organisationId)), 404, 'not-found');
    const region = await organisationId(site, 'region');
    expectProblem(await own.visitor.get(of(region)), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    expectProblem(await visitor.get(of('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    expectProblem(await visitor.get(of(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const [manager] = await twoManagers(site);
    const colleague = await signedInAs(site, 'administrator', { name: 'Ada Ek' });
    await addMembership(site, colleague.personId, 'advisor', manager.organisationId);
    const reply = await manager.visitor.get(of(manager.organisationId));

    expect(reply.statusCode, reply.body).toBe(200);
    const organisation = reply.json<OrganisationDocument>();
    expect(organisation.members).toContainEqual(
      expect.objectContaining({ personId: manager.personId, role: 'manager', isYou: true }),
    );
    expect(organisation.members).toContainEqual(
      expect.objectContaining({ name: 'Ada Ek', email: colleague.email, role: 'advisor', isYou: false }),
    );
    expect(organisation.invitations).toEqual([]);
  },
});

test('a manager without a second factor is asked for it at the own organisation, and nowhere else', async () => {
  const [, other] = await twoManagers(site);
  const manager = await signedInAs(site, 'manager', { hasSecondFactor: false });

  expectProblem(await manager.visitor.get('/api/organisations'), 403, 'second-factor-required');
  expectProblem(await manager.visitor.get(of(manager.organisationId)), 403, 'second-factor-required');
  expectProblem(await manager.visitor.get(of(other.organisationId)), 404, 'not-found');
});

const close = (visitor: Visitor, id: string, isClosed: boolean) => visitor.post(of(id, '/closure'), { isClosed });

describeEndpoint(coordination.closeOrganisation, {
  ...closedToOthers(
    () => site,
    async () => {
      const url = of(await organisationId(site, 'region'), '/closure');
      return { method: 'POST', url, body: { isClosed: true } };
    },
    { managers: false },
  ),
  'hides what belongs to another firm': async () => {
    const [own, other] = await twoManagers(site);
    expectProblem(await close(own.visitor, own.organisationId, true), 404, 'not-found');
    expectProblem(await close(own.visitor, other.organisationId, true), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    const region = await organisationId(site, 'region');
    expectProblem(await visitor.post(of(region, '/closure'), { isClosed: 'yes' }), 422, 'invalid-request');
    expectProblem(await close(visitor, 'no-id', true), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    expectProblem(await close(visitor, randomUUID(), true), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, personId } = await signedInAs(site, 'administrator');
    const [manager] = await twoManagers(site);
    const { organisationId: id } = manager;

    expect((await close(visitor, id, true)).json()).toMatchObject({ organisationId: id, isClosed: true });
    expectProblem(await manager.visitor.get(of(id)), 404, 'not-found');
    expect((await close(visitor, id, true)).statusCode).toBe(200);
    expect((await close(visitor, id, false)).json()).toMatchObject({ isClosed: false });
    expect((await manager.visitor.get(of(id))).statusCode).toBe(200);
    expect(await eventsAbout(site, id)).toMatchObject([
      { action: 'organisation-closed', actorPersonId: personId },
      { action: 'organisation-reopened', actorPersonId: personId },
    ]);
  },
});

test('the coordination cannot be closed', async () => {
  const { visitor, organisationId: id } = await signedInAs(site, 'administrator');

  expectProblem(await close(visitor, id, true), 409, 'last-of-its-kind');
  expect((await visitor.get(of(id))).json()).toMatchObject({ isClosed: false });
});

test('a session that was ended opens nothing', async () => {
  const { visitor, sessionId } = await signedInAs(site, 'administrator');
  await site.admin.query('update sessions set revoked_at = now() where session_id = $1', [sessionId]);

  expectProblem(await visitor.get('/api/organisations'), 401, 'sign-in-required');
});

test('a manager who has no role any longer has nothing here', async () => {
  const { visitor } = await signedIn(site, { hasSecondFactor: true });

  expectProblem(await visitor.get('/api/organisations'), 404, 'not-found');
});
