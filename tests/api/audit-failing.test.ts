import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertOutboxMail, startCoordinationApp, twoManagers } from '../support/coordination.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { type Staff, signedInAs } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let administrator: Staff;
let managers: [Staff, Staff];

/** From here on nothing can be recorded. */
beforeAll(async () => {
  site = await startCoordinationApp();
  administrator = await signedInAs(site, 'administrator');
  managers = await twoManagers(site);
  await site.admin.query(
    `create or replace function record_audit_event(event_action text, event_object_kind text, event_object_id text,
       event_detail jsonb, unproved_actor uuid) returns bigint
     language plpgsql security definer set search_path = mattstock, pg_temp
     as $$ begin raise exception 'the disk of the audit log is full'; end $$`,
  );
});
afterAll(() => site.close());

/** Everything that the actions below would change. */
async function state(): Promise<unknown> {
  const { rows } = await site.admin.query(
    `select (select count(*) from invitations) as invitations,
       (select count(*) from invitations where revoked_at is not null) as revoked,
       (select count(*) from outbox_mails) as mails,
       (select count(*) from outbox_mails where status = 'waiting') as waiting,
       (select count(*) from memberships where ended_at is not null) as ended,
       (select count(*) from people where disabled_at is not null) as locked,
       (select count(*) from sessions where revoked_at is not null) as signed_out,
       (select count(*) from organisations where closed_at is not null) as closed`,
  );
  return rows;
}

const ofOrganisation = (rest: string) => () => `/api/organisations/${managers[0].organisationId}${rest}`;

/** An invitation that somebody may want to revoke. */
async function insertInvitation(): Promise<string> {
  const invitationId = randomUUID();
  await site.admin.query(
    `insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose,
       expires_at)
     values ($1, 'bo@example.se', 'sv', 'advisor', $2, 'provider', 'membership', now() + interval '1 day')`,
    [invitationId, managers[0].organisationId],
  );
  return invitationId;
}

test.each([
  {
    deed: 'an invitation',
    url: ofOrganisation('/invitations'),
    body: { email: 'a@example.se', role: 'advisor', language: 'sv' },
  },
  {
    deed: 'an invitation in the place of another',
    url: async () => {
      await insertInvitation();
      return ofOrganisation('/invitations')();
    },
    body: { email: 'bo@example.se', role: 'advisor', language: 'sv' },
  },
  {
    deed: 'taking an invitation back',
    url: async () => `${ofOrganisation('/invitations')()}/${await insertInvitation()}/revocation`,
  },
  {
    deed: 'the end of a membership',
    url: () => `${ofOrganisation('/memberships')()}/${managers[0].membershipId}/end`,
  },
  { deed: 'closing an organisation', url: ofOrganisation('/closure'), body: { isClosed: true } },
  {
    deed: 'locking somebody out',
    url: () => `/api/people/${managers[1].personId}/lock`,
    body: { isDisabled: true },
  },
  {
    deed: 'sending a mail again',
    url: async () => `/api/outbox/${await insertOutboxMail(site, 'failed')}/resend`,
  },
])('$deed does not happen when it cannot be recorded', async ({ url, body }) => {
  const address = await url();
  const before = await state();
  expectProblem(await administrator.visitor.post(address, body), 500, 'internal-error');

  expect(await state()).toEqual(before);
});

test('the log is not said to hold when that cannot be recorded', async () => {
  expectProblem(await administrator.visitor.post('/api/audit-verifications'), 500, 'internal-error');
});

test('what is only read goes on', async () => {
  expect((await administrator.visitor.get('/api/audit-events')).statusCode).toBe(200);
  expect((await administrator.visitor.get('/api/people')).statusCode).toBe(200);
});
