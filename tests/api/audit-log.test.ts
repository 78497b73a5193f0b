import { afterAll, beforeAll, expect, test } from 'vitest';
import * as coordination from '#shared/contracts/coordination.ts';
import { auditActions } from '#shared/domain/access/audit-actions.ts';
import { anchored, anchorFolder, recorded, tampered } from '../support/audit.ts';
import { closedToOthers, startCoordinationApp } from '../support/coordination.ts';
import { alwaysThere, describeEndpoint, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { organisationId, signedInAs } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
const anchors = anchorFolder();
beforeAll(async () => {
  site = await startCoordinationApp({ auditAnchorFile: anchors.file });
});
afterAll(async () => {
  await site.close();
  anchors.remove();
});

type Page = { events: { sequence: number; action: string }[]; actions: string[]; hasMore: boolean };

async function page(visitor: Visitor, query = ''): Promise<Page> {
  const reply = await visitor.get(`/api/audit-events${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Page>();
}

describeEndpoint(coordination.listAuditEvents, {
  ...closedToOthers(
    () => site,
    async () => ({ url: '/api/audit-events' }),
    { managers: false },
  ),
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    for (const query of ['?before=0', '?before=x', '?action=unknown', '?other=1']) {
      expectProblem(await visitor.get(`/api/audit-events${query}`), 422, 'invalid-request');
    }
  },
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const { visitor, personId } = await signedInAs(site, 'administrator');
    await recorded(site, 60);
    const region = await organisationId(site, 'region');
    await visitor.post(`/api/organisations/${region}/closure`, { isClosed: true });
    const newest = await page(visitor);

    expect(newest.events).toHaveLength(50);
    expect(newest).toMatchObject({ hasMore: true, actions: [...auditActions] });
    expect(newest.events[0]).toMatchObject({
      action: 'organisation-closed',
      actorPersonId: personId,
      objectKind: 'organisation',
      objectId: region,
      detail: {},
    });
    const last = newest.events.at(-1)?.sequence ?? 0;
    const older = await page(visitor, `?before=${last}`);
    expect(older.events[0]?.sequence).toBe(last - 1);
    expect((await page(visitor, '?before=2')).hasMore).toBe(false);
  },
});

test('the log can be narrowed to one kind of event', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  const region = await organisationId(site, 'region');
  await visitor.post(`/api/organisations/${region}/closure`, { isClosed: false });
  const { events } = await page(visitor, '?action=organisation-reopened');

  expect(events.map(({ action }) => action)).toEqual(['organisation-reopened']);
});

const verified = async (visitor: Visitor) => visitor.post('/api/audit-verifications');

describeEndpoint(coordination.verifyAuditLog, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: '/api/audit-verifications' }),
    { managers: false },
  ),
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const { visitor, personId } = await signedInAs(site, 'administrator');
    await recorded(site, 3);
    await anchored(site, anchors.file);
    const { rows } = await site.admin.query<{ count: number }>('select count(*)::integer as count from audit_events');
    const reply = await verified(visitor);

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json()).toEqual({
      isIntact: true,
      eventCount: rows[0]?.count,
      anchorCount: 1,
      fault: null,
      verifiedAt: site.clock.now().toISOString(),
    });
    const [latest] = (await page(visitor, '?action=audit-verified')).events;
    expect(latest).toMatchObject({
      actorPersonId: personId,
      detail: { isIntact: true, eventCount: rows[0]?.count, anchorCount: 1 },
    });
  },
});

test('a verification says which event does not hold, and is written down too', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  await tampered(site, `update audit_events set action = 'signed-out' where audit_sequence = 2`);

  expect((await verified(visitor)).json()).toMatchObject({
    isIntact: false,
    fault: { sequence: 2, kind: 'altered' },
  });
  expect((await page(visitor, '?action=audit-verified')).events[0]).toMatchObject({ detail: { isIntact: false } });
});
