import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandOutcome, runCommand } from '../support/command.ts';
import { startCoordinationApp } from '../support/coordination.ts';
import { addMembership, organisationId, signedIn } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

const invite = (...words: string[]): Promise<CommandOutcome> =>
  runCommand('invite-administrator.ts', words, {
    MIGRATION_DATABASE_URL: site.database.adminUrl,
    DATABASE_URL: site.database.applicationUrl,
    PUBLIC_ORIGIN: 'https://mattstock.example',
  });

async function counts(email: string): Promise<{ invitations: number; mails: number; events: number }> {
  const { rows } = await site.admin.query<{ invitations: number; mails: number; events: number }>(
    `select count(distinct i.invitation_id)::integer as invitations, count(distinct o.mail_id)::integer as mails,
       count(distinct e.audit_sequence)::integer as events
     from invitations i
     left join outbox_mails o on o.dedupe_key = 'invitation:' || i.invitation_id and o.recipient = i.email
     left join audit_events e on e.object_id = i.invitation_id::text
     where i.email = $1`,
    [email],
  );
  return rows[0] ?? { invitations: 0, mails: 0, events: 0 };
}

test('invites the first administrator, once', async () => {
  const first = await invite('Ada@Example.se', '--language', 'en');

  expect(first.complaints).toBe('');
  expect(first.code).toBe(0);
  expect(first.output).toContain('ada@example.se is invited to be administrator');
  expect(first.output).toContain('runs with SMTP');
  expect(first.output).toContain('https://mattstock.example/sign-in');
  const again = await invite('ada@example.se');
  expect([again.code, again.output]).toEqual([0, expect.stringContaining('is invited already')]);
  expect(await counts('ada@example.se')).toEqual({ invitations: 1, mails: 1, events: 1 });
  const { rows } = await site.admin.query(
    `select i.role, i.language, i.invited_by, e.actor_person_id, e.action, o.language as mail_language
     from invitations i
     join audit_events e on e.object_id = i.invitation_id::text
     join outbox_mails o on o.dedupe_key = 'invitation:' || i.invitation_id`,
  );
  expect(rows).toEqual([
    {
      role: 'administrator',
      language: 'en',
      invited_by: null,
      actor_person_id: null,
      action: 'invitation-sent',
      mail_language: 'en',
    },
  ]);
});

test('whoever is invited becomes administrator by accepting', async () => {
  const { visitor, email } = await signedIn(site, { email: 'bo@example.se', hasSecondFactor: true });
  await invite(email);
  const { rows } = await site.admin.query<{ id: string }>(
    'select invitation_id as id from invitations where email = $1',
    [email],
  );
  const accepted = await visitor.post(`/api/account/invitations/${rows[0]?.id}/acceptance`, { name: 'Bo' });

  expect(accepted.statusCode, accepted.body).toBe(200);
  expect(accepted.json()).toMatchObject({ memberships: [{ role: 'administrator' }] });
});

test('sends the mail again that had failed', async () => {
  await invite('cia@example.se');
  await site.admin.query(
    `update outbox_mails set status = 'failed', settled_at = now(), fault = 'refused' where recipient = $1`,
    ['cia@example.se'],
  );
  await invite('cia@example.se');
  const { rows } = await site.admin.query('select status, fault from outbox_mails where recipient = $1', [
    'cia@example.se',
  ]);

  expect(rows).toEqual([{ status: 'waiting', fault: null }]);
});

test('leaves somebody alone who is administrator already', async () => {
  const { personId, email } = await signedIn(site);
  await addMembership(site, personId, 'administrator', await organisationId(site, 'coordination'));
  const { code, output } = await invite(email);

  expect([code, output]).toEqual([0, expect.stringContaining('is administrator already')]);
  expect(await counts(email)).toEqual({ invitations: 0, mails: 0, events: 0 });
});

test('works as a login that is no superuser', async () => {
  await site.admin.query(`
    do $$ begin create role test_migrator login noinherit password 'secret'; exception when duplicate_object then null; end $$;
    grant mattstock_owner to test_migrator`);
  const url = new URL(site.database.adminUrl);
  url.username = 'test_migrator';
  url.password = 'secret';
  const { code, complaints } = await runCommand('invite-administrator.ts', ['dan@example.se'], {
    MIGRATION_DATABASE_URL: url.href,
  });

  expect([code, complaints]).toEqual([0, '']);
  expect(await counts('dan@example.se')).toEqual({ invitations: 1, mails: 1, events: 1 });
});

test('refuses without the login that may, and says which', async () => {
  const { code, complaints } = await runCommand('invite-administrator.ts', ['eva@example.se'], {
    DATABASE_URL: site.database.applicationUrl,
  });

  expect(code).toBe(1);
  expect(complaints).toContain('MIGRATION_DATABASE_URL');
  expect(await counts('eva@example.se')).toEqual({ invitations: 0, mails: 0, events: 0 });
});

test.each([[[]], [['nobody']], [['a@example.se', 'b@example.se']], [['a@example.se', '--language', 'de']]])(
  'says how it is used when it is given %j',
  async (words) => {
    const { code, complaints } = await invite(...words);

    expect(code).toBe(1);
    expect(complaints).toContain('npm run invite-administrator -- name@example.se');
  },
);
