import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrganisationDocument } from '#shared/contracts/coordination.ts';
import { auditActions } from '#shared/domain/access/audit-actions.ts';
import { insertOutboxMail, startCoordinationApp, twoManagers } from '../support/coordination.ts';
import { newDraft, published, reword } from '../support/editing.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

const words = ['Ragnhild', 'Testberg', 'Torbjörn', 'Provman', 'Smedjan', 'Provstad', '@'];

async function recordedActions(): Promise<string[]> {
  const { rows } = await site.admin.query<{ action: string }>('select distinct action from audit_events order by 1');
  return rows.map(({ action }) => action);
}

async function post(visitor: Visitor, url: string, body?: unknown) {
  const reply = await visitor.post(url, body);
  expect(reply.statusCode, `${url}: ${reply.body}`).toBeLessThan(300);
  return reply;
}

/** Everything of organisations and people that the log tells of. */
async function manage(administrator: Visitor): Promise<void> {
  const [manager] = await twoManagers(site);
  const ofOrganisation = `/api/organisations/${manager.organisationId}`;
  const invitee = await signedIn(site, { email: 'torbjorn.provman@example.se', name: 'Torbjörn Provman' });
  const invite = async (email: string) => {
    const body = { email, role: 'advisor', language: 'sv' };
    const { invitations } = (
      await post(manager.visitor, `${ofOrganisation}/invitations`, body)
    ).json<OrganisationDocument>();
    return invitations.find((each) => each.email === email)?.invitationId ?? '';
  };
  await invite('nobody@example.se');
  const revoked = await invite('nobody@example.se');
  await post(manager.visitor, `${ofOrganisation}/invitations/${revoked}/revocation`);
  const accepted = await invite(invitee.email);
  await post(invitee.visitor, `/api/account/invitations/${accepted}/acceptance`, { name: 'Torbjörn Provman' });
  await post(administrator, `/api/people/${manager.personId}/lock`, { isDisabled: true });
  await post(administrator, `/api/people/${manager.personId}/lock`, { isDisabled: false });
  const { members } = (await administrator.get(ofOrganisation)).json<OrganisationDocument>();
  const membership = members.find(({ personId }) => personId === invitee.personId)?.membershipId ?? '';
  await post(administrator, `${ofOrganisation}/memberships/${membership}/end`);
  await post(administrator, `${ofOrganisation}/closure`, { isClosed: true });
  await post(administrator, `${ofOrganisation}/closure`, { isClosed: false });
}

async function publish(): Promise<void> {
  const { visitor } = await signedInAs(site, 'editor', { name: 'Ragnhild Testberg' });
  const draftId = await newDraft(visitor);
  await reword(visitor, draftId, 'D1.1', 'nu');
  const { instrumentVersionId } = await published(visitor, draftId);
  const { rows } = await site.admin.query(`select object_id, detail from audit_events where action = $1`, [
    'instrument-published',
  ]);
  expect(rows).toEqual([{ object_id: instrumentVersionId, detail: { number: 2 } }]);
}

test('the log holds no address, no name and no answer of anybody', async () => {
  const administrator = await signedInAs(site, 'administrator', {
    email: `ragnhild.testberg-${randomUUID().slice(0, 4)}@example.se`,
    name: 'Ragnhild Testberg',
  });
  await manage(administrator.visitor);
  await publish();
  const mailId = await insertOutboxMail(site, 'failed', 'torbjorn.provman@example.se');
  await post(administrator.visitor, `/api/outbox/${mailId}/resend`);
  await post(administrator.visitor, '/api/audit-verifications');
  const { firmId } = await signedInOwner(site, { name: 'Torbjörn Provman' });
  await site.admin.query(`update firms set name = 'Smedjan i Provstad' where firm_id = $1`, [firmId]);

  const actions = await recordedActions();
  expect(actions).toEqual(
    expect.arrayContaining([
      'account-locked',
      'account-unlocked',
      'audit-verified',
      'instrument-published',
      'invitation-accepted',
      'invitation-revoked',
      'invitation-sent',
      'mail-resent',
      'membership-ended',
      'organisation-closed',
      'organisation-reopened',
    ]),
  );
  expect(auditActions).toEqual(expect.arrayContaining(actions));
  const { rows } = await site.admin.query<{ line: string }>('select e::text as line from audit_events e');
  const people = await site.admin.query<{ email: string }>('select email from people where email is not null');
  const log = rows.map(({ line }) => line).join('\n');
  for (const word of words) expect(log).not.toContain(word);
  for (const { email } of people.rows) expect(log).not.toContain(email.split('@')[0]);
});
