import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutboxMail } from '#shared/contracts/coordination.ts';
import * as coordination from '#shared/contracts/coordination.ts';
import {
  closedToOthers,
  eventsAbout,
  insertOutboxMail,
  reachedBy,
  startCoordinationApp,
} from '../support/coordination.ts';
import { alwaysThere, describeEndpoint, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { signedInAs } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startCoordinationApp();
});
afterAll(() => site.close());

type Outbox = { mails: OutboxMail[]; counts: Record<string, number> };

const outboxOf = async (visitor: Visitor) => (await visitor.get('/api/outbox')).json<Outbox>();

describeEndpoint(coordination.listOutbox, {
  ...closedToOthers(
    () => site,
    async () => ({ url: '/api/outbox' }),
    { managers: false },
  ),
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    await site.admin.query('delete from outbox_mails');
    const failed = await insertOutboxMail(site, 'failed');
    const statuses = ['sent', 'claimed', 'handing-over', 'unconfirmed', 'waiting'] as const;
    for (const status of statuses) await insertOutboxMail(site, status);
    const { mails, counts } = await outboxOf(visitor);

    expect(counts).toEqual({ waiting: 3, sent: 1, failed: 1, unconfirmed: 1 });
    expect(mails.map(({ status }) => status)).toEqual(['waiting', 'unconfirmed', 'waiting', 'waiting', 'failed']);
    expect(mails.at(-1)).toMatchObject({
      mailId: failed,
      recipient: 'a***@firma.se',
      attempts: 4,
      fault: 'connection refused',
      nextAttemptAt: null,
    });
    expect(mails[0]?.nextAttemptAt).not.toBeNull();
  },
});

test('an outbox that is long shows its newest two hundred', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  await site.admin.query(
    `insert into outbox_mails (mail_id, kind, recipient, language, facts)
     select gen_random_uuid(), 'new-sign-in', 'b@firma.se', 'sv', '{}' from generate_series(1, 210)`,
  );

  expect((await outboxOf(visitor)).mails).toHaveLength(200);
  await site.admin.query('delete from outbox_mails');
});

const resend = (visitor: Visitor, mailId: string) => visitor.post(`/api/outbox/${mailId}/resend`);

describeEndpoint(coordination.resendMail, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: `/api/outbox/${await insertOutboxMail(site, 'failed')}/resend` }),
    { managers: false },
  ),
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    expectProblem(await resend(visitor, 'no-id'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInAs(site, 'administrator');
    expectProblem(await resend(visitor, randomUUID()), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, personId } = await signedInAs(site, 'administrator');
    for (const status of ['failed', 'unconfirmed'] as const) {
      const mailId = await insertOutboxMail(site, status);
      const reply = await resend(visitor, mailId);

      expect(reply.statusCode, reply.body).toBe(200);
      expect(reply.json<Outbox>().mails.find((mail) => mail.mailId === mailId)).toMatchObject({
        status: 'waiting',
        attempts: 0,
        fault: null,
      });
      expect((await resend(visitor, mailId)).statusCode).toBe(200);
      expect(await eventsAbout(site, mailId)).toMatchObject([{ action: 'mail-resent', actorPersonId: personId }]);
    }
  },
});

test('a mail that went, or is on its way, is not sent a second time', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  for (const status of ['sent', 'claimed', 'handing-over'] as const) {
    const mailId = await insertOutboxMail(site, status);
    await resend(visitor, mailId);
    const { rows } = await site.admin.query('select status from outbox_mails where mail_id = $1', [mailId]);

    expect(rows).toEqual([{ status }]);
    expect(await eventsAbout(site, mailId)).toEqual([]);
  }
});

test('a mail whose address was forgotten is not sent again', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  const mailId = await insertOutboxMail(site, 'failed');
  await site.admin.query('update outbox_mails set recipient = null where mail_id = $1', [mailId]);
  const reply = await resend(visitor, mailId);

  expect(reply.json<Outbox>().mails.find((mail) => mail.mailId === mailId)).toMatchObject({
    status: 'failed',
    recipient: '',
  });
});

test('the role that looks at the outbox can set no mail going but one that failed', async () => {
  const { sessionSecret } = await signedInAs(site, 'administrator');
  await site.admin.query('delete from outbox_mails');
  const statuses = ['waiting', 'claimed', 'handing-over', 'sent', 'failed', 'unconfirmed'] as const;
  for (const status of statuses) await insertOutboxMail(site, status);
  const again = `update outbox_mails set status = 'waiting', settled_at = null`;
  const stopped = `update outbox_mails set status = 'sent'`;

  expect(await reachedBy(site, sessionSecret, again)).toBe(2);
  await expect(reachedBy(site, sessionSecret, stopped)).rejects.toThrow(/row-level security/);
});

test('the role that looks at the outbox can read neither addresses nor what stands in the mails', async () => {
  const { rows } = await site.admin.query<{ name: string }>(
    `select column_name as name from information_schema.column_privileges
     where grantee = 'mattstock_coordination' and table_name = 'outbox_mails' and privilege_type = 'SELECT'`,
  );
  const names = rows.map(({ name }) => name);

  expect(names).toContain('recipient_hint');
  expect(names).not.toContain('recipient');
  expect(names).not.toContain('facts');
});
