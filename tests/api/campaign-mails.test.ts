import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeCampaignMails } from '#server/features/campaigns/write-mails.ts';
import { deliverDueMails } from '#server/platform/mail/deliver-due-mails.ts';
import { createDemoMailbox } from '#server/platform/mail/demo-mailbox.ts';
import { MailFault } from '#server/platform/mail/mail-fault.ts';
import type { MailTransport } from '#server/platform/mail/transport.ts';
import { addDays } from '#shared/domain/edition/civil-day.ts';
import {
  begunByKey,
  campaignOf,
  campaignsOf,
  csv,
  deliverCampaignMails,
  draftCampaign,
  inviteesOf,
  keysIn,
  moveOn,
  openedCampaign,
  writingOf,
} from '../support/campaigns.ts';
import { deliverAll, deliveryOf, outboxRow, smtpTo, writeMail } from '../support/delivery.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type Staff, signedIn, signedInAs } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';
import type { Visitor } from '../support/visitor.ts';

const dayMs = 86_400_000;
let site: TestApp;
let advisor: Staff;
let mailServer: MailServer;

beforeAll(async () => {
  const day = new Date().toISOString().slice(0, 10);
  site = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock: createTestClock(`${day}T09:00:00.000Z`) });
  advisor = await signedInAs(site, 'advisor');
});
beforeEach(async () => {
  for (const table of ['campaigns', 'campaign_former_firms', 'outbox_mails'])
    await site.admin.query(`delete from ${table}`);
  mailServer = await startMailServer();
});
afterEach(() => mailServer.close());
afterAll(() => site.close());

const many = (count: number) =>
  csv(['Företag;E-post', ...Array.from({ length: count }, (_, at) => `Firma ${at};firma${at}@example.se`)].join('\n'));

async function opened(count: number): Promise<string> {
  const campaignId = await draftCampaign(site, advisor, {}, many(count));
  expect((await moveOn(advisor, campaignId, 'opening')).statusCode).toBe(200);
  return campaignId;
}

const written = async () =>
  (await site.admin.query<{ recipient: string }>('select recipient from outbox_mails')).rows.map(
    (row) => row.recipient,
  );

async function writeAll(): Promise<void> {
  while (await writeCampaignMails(writingOf(site)));
}

describe('mail that a server refuses for good', () => {
  test('marks the firm, which is written to no more, and counts as invited by nobody', async () => {
    const campaignId = await draftCampaign(site, advisor);
    await moveOn(advisor, campaignId, 'opening');
    await writeAll();
    mailServer.answers.recipient = 550;
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    mailServer.answers.recipient = undefined;

    expect(await campaignOf(advisor, campaignId)).toMatchObject({ bounced: 3, invited: 0 });
    expect((await inviteesOf(advisor, campaignId)).map(({ state }) => state)).toEqual([
      'bounced',
      'bounced',
      'bounced',
    ]);
    site.clock.advance(8 * dayMs);
    expect(await deliverCampaignMails(site)).toEqual([]);
    expect(mailServer.mails).toEqual([]);
    site.clock.advance(-8 * dayMs);
  });

  test('is told apart from mail that is only put off, which goes later', async () => {
    const campaignId = await draftCampaign(site, advisor);
    await moveOn(advisor, campaignId, 'opening');
    await writeAll();
    mailServer.answers.recipient = 450;
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    mailServer.answers.recipient = undefined;
    // Nobody has had anything yet.
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ bounced: 0, invited: 0, toInvite: 3 });

    site.clock.advance(120_000);
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    expect(mailServer.mails.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual([
      'an@an.example',
      'eva@sagen.example',
      'kim@bruket.example',
    ]);
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ invited: 3, toInvite: 0 });
    // The real mail, as a mail program reads it: in its own language, with the way out.
    const english = mailServer.mails.find(({ text }) => text?.includes('legitimate interest'));
    expect(english?.subject).toMatch(/invites you to measure your firm$/);
    expect(english?.html).toContain('/campaign?lang=en#key=');
    expect(english?.html).toContain('/opt-out#');
  });
});

/** As coordination has it sent again. */
const sendAgain = () =>
  site.admin.query(
    `update outbox_mails set status = 'waiting', attempts = 0, next_attempt_at = $1, fault = null, settled_at = null
     where status = 'failed'`,
    [site.clock.now()],
  );
const subjects = () => mailServer.mails.map(({ subject }) => subject ?? '');

describe('mail that does not get through', () => {
  test('for a reason that lies with the sender is no mail that came back, and is an invitation on the next reminder day', async () => {
    const campaignId = await draftCampaign(site, advisor);
    await moveOn(advisor, campaignId, 'opening');
    await writeAll();
    mailServer.answers.message = 554;
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    mailServer.answers.message = undefined;
    expect(await campaignOf(advisor, campaignId)).toMatchObject({
      bounced: 0,
      undelivered: 3,
      invited: 0,
      toInvite: 0,
    });
    expect(await inviteesOf(advisor, campaignId, '?state=undelivered')).toHaveLength(3);

    site.clock.advance(7 * dayMs);
    await writeAll();
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    site.clock.advance(-7 * dayMs);
    expect(subjects()).toHaveLength(3);
    expect(subjects().filter((subject) => /^(Påminnelse|Reminder)/.test(subject))).toEqual([]);
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ undelivered: 0, invited: 3 });
  });

  test('and came back goes again by hand, and when it goes the firm is reached', async () => {
    const campaignId = await draftCampaign(site, advisor);
    await moveOn(advisor, campaignId, 'opening');
    await writeAll();
    mailServer.answers.recipient = 550;
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    mailServer.answers.recipient = undefined;
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ bounced: 3 });
    await sendAgain();
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ bounced: 0, invited: 3 });
    expect(subjects()).toHaveLength(3);
  });

  test('for longer than to the reminder is the only mail of that day', async () => {
    const today = site.clock.now().toISOString().slice(0, 10);
    const campaignId = await draftCampaign(site, advisor, { reminderDays: [addDays(today, 1), addDays(today, 3)] });
    await moveOn(advisor, campaignId, 'opening');
    await writeAll();
    mailServer.answers.recipient = 450;
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    site.clock.advance(22 * 3_600_000);
    await writeAll();
    expect(await written()).toHaveLength(3);
    mailServer.answers.recipient = undefined;
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    await writeAll();
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    expect(subjects()).toHaveLength(3);
    // The next reminder finds them.
    site.clock.advance(2 * dayMs);
    await writeAll();
    await deliverAll(deliveryOf(site, smtpTo(mailServer.url)));
    expect(subjects().filter((subject) => /^(Påminnelse|Reminder)/.test(subject))).toHaveLength(3);
    site.clock.advance(-2 * dayMs - 22 * 3_600_000);
  });

  test('takes a reminder with it that was written already, once another mail has come back', async () => {
    const { campaignId } = await openedCampaign(site, advisor);
    site.clock.advance(7 * dayMs);
    await writeAll();
    await site.admin.query(
      `update campaign_firms set bounced_at = now(), bounced_mail_id = gen_random_uuid() where email = 'an@an.example'`,
    );
    const mails = await deliverCampaignMails(site);
    site.clock.advance(-7 * dayMs);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(['eva@sagen.example', 'kim@bruket.example']);
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ bounced: 1, invited: 2 });
  });
});

describe('mail of which nobody knows whether it arrived', () => {
  test('keeps its key when coordination sends it again, so that both links open', async () => {
    const campaignId = await opened(1);
    await writeAll();
    const mailbox = createDemoMailbox();
    const handedOver: MailTransport = {
      send: async (mail, { onHandOver }) => {
        await onHandOver();
        await mailbox.transport.send(mail, { onHandOver: async () => undefined, signal: new AbortController().signal });
        throw new MailFault('no-answer', 'unknown');
      },
    };
    await deliverAll(deliveryOf(site, handedOver));
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ undelivered: 1 });
    const first = keysIn(mailbox.list()).get('firma0@example.se') ?? '';
    await site.admin.query(
      `update outbox_mails set status = 'waiting', attempts = 0, next_attempt_at = $1, fault = null, settled_at = null`,
      [site.clock.now()],
    );
    const second = keysIn(await deliverCampaignMails(site)).get('firma0@example.se') ?? '';
    expect(second).not.toBe(first);
    for (const key of [first, second]) {
      expect((await site.newVisitor().post('/api/campaign-invitations', { key })).statusCode).toBe(200);
    }
    const responseId = await begunByKey(site.newVisitor(), first);
    const again = await site.newVisitor().post('/api/campaign-resumptions', { key: second });
    expect(again.json()).toEqual({ responseId });
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ undelivered: 0, invited: 1, begun: 1 });
  });
});

describe('an invitation that organiser and coordination both send again', () => {
  let campaignId: string;
  let coordinator: Visitor;
  beforeAll(async () => {
    coordinator = (await signedInAs(site, 'administrator')).visitor;
  });
  beforeEach(async () => {
    campaignId = await opened(1);
    await writeAll();
    await failAll();
  });

  const failAll = () =>
    site.admin.query(
      `update outbox_mails set status = 'failed', fault = 'refused', settled_at = $1 where settled_at is null`,
      [site.clock.now()],
    );
  const mailOf = async (occasion: string): Promise<string> => {
    const { rows } = await site.admin.query<{ mailId: string }>(
      'select mail_id as "mailId" from campaign_mails where occasion = $1',
      [occasion],
    );
    return rows[0]?.mailId ?? '';
  };
  const byOrganiser = async () => {
    const reply = await advisor.visitor.post(campaignsOf(advisor, `/${campaignId}/invitation-resendings`), {});
    expect(reply.json()).toEqual({ asked: 1 });
    site.clock.advance(1000);
    await writeAll();
    return mailOf('again-1');
  };
  const byCoordination = async (mailId: string) => {
    site.clock.advance(1000);
    const reply = await coordinator.post(`/api/outbox/${mailId}/resend`);
    expect(reply.statusCode, reply.body).toBe(200);
  };
  /** Everything that goes now and in the ten minutes after. */
  const sent = async () => {
    const now = await deliverCampaignMails(site);
    site.clock.advance(600_000);
    return [...now, ...(await deliverCampaignMails(site))].map(({ mailId }) => mailId);
  };

  test('goes once when both wait, as the later one', async () => {
    const first = await mailOf('invitation');
    const again = await byOrganiser();
    await byCoordination(first);
    expect(await sent()).toEqual([again]);
    expect(await outboxRow(site, first)).toMatchObject({ status: 'failed', fault: 'no-longer-needed' });
  });

  test('goes once when the other has gone a moment before', async () => {
    const first = await mailOf('invitation');
    const again = await byOrganiser();
    expect(await sent()).toEqual([again]);
    await byCoordination(first);
    expect(await sent()).toEqual([]);
  });

  test('is not written by the organiser while the one of coordination waits', async () => {
    const first = await mailOf('invitation');
    await byCoordination(first);
    expect(await byOrganiser()).toBe('');
    expect(await sent()).toEqual([first]);
  });

  test.each([
    ['goes', 'is not needed'],
    ['fails', 'goes'],
  ] as const)('waits for the one that is just going: when that %s, this one %s', async (becomes, _) => {
    const first = await mailOf('invitation');
    const again = await byOrganiser();
    await failAll();
    await byCoordination(first);
    const { promise: settled, resolve: settle } = Promise.withResolvers<void>();
    const slow: MailTransport = {
      send: async (_, { onHandOver }) => {
        await onHandOver();
        await settled;
        if (becomes === 'fails') throw new MailFault('refused', 'never');
      },
    };
    const going = deliverDueMails(deliveryOf(site, slow), new AbortController().signal);
    const isGoing = async () => (await outboxRow(site, first)).status;
    await expect.poll(isGoing).toBe('handing-over');
    await byCoordination(again);
    expect(await deliverCampaignMails(site)).toEqual([]);
    expect(await outboxRow(site, again)).toMatchObject({ status: 'waiting', fault: 'behind-another' });
    settle();
    await going;
    expect(await sent()).toEqual(becomes === 'fails' ? [again] : []);
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ invited: 1, undelivered: 0 });
  });
});

test('mail of a call waits for everybody else’s, however long it has waited', async () => {
  await opened(8);
  await writeAll();
  site.clock.advance(60_000);
  await writeMail(site, { recipient: 'other@example.se' });
  const order: string[] = [];
  const transport: MailTransport = {
    send: async ({ recipient }, { onHandOver }) => {
      order.push(recipient);
      await onHandOver();
    },
  };
  await deliverDueMails(deliveryOf(site, transport), new AbortController().signal);
  expect(order).toHaveLength(5);
  expect(order).toContain('other@example.se');
});

test('no role of the application but the worker has a right to the mails of a call, and none to whom it has become', async () => {
  const { rows } = await site.admin.query<{ role: string; relation: string }>(
    `select r.rolname as role, c.relname as relation from pg_roles r, pg_class c
     where r.rolname like 'mattstock%' and not r.rolsuper and r.rolname <> 'mattstock_owner'
       and c.relnamespace = 'mattstock'::regnamespace and c.relname in ('campaign_assessments', 'campaign_mails')
       and (has_any_column_privilege(r.rolname, c.oid, 'select, insert, update')
         or has_table_privilege(r.rolname, c.oid, 'delete, truncate'))`,
  );
  expect(rows.filter(({ role }) => role !== 'mattstock_worker')).toEqual([]);
  expect(new Set(rows.map(({ relation }) => relation))).toEqual(new Set(['campaign_mails']));
});

describe('a worker that is gone', () => {
  test('while it writes has written nothing, and the next writes everything once', async () => {
    await opened(30);
    const parts = writingOf(site);
    let asked = 0;
    const published = {
      ...parts.published,
      instrumentVersion: async (...given: Parameters<typeof parts.published.instrumentVersion>) => {
        asked += 1;
        // Half of the mails are written when the connection is cut off.
        if (asked === 15) {
          await site.admin.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`,
          );
        }
        return parts.published.instrumentVersion(...given);
      },
    };
    await expect(writeCampaignMails({ ...parts, published })).rejects.toThrow();
    expect(await written()).toEqual([]);

    await writeAll();
    const recipients = await written();
    expect(recipients).toHaveLength(30);
    expect(new Set(recipients).size).toBe(30);
  });

  test('between writing and sending leaves its mails to the next, which sends each once, with a key that opens', async () => {
    const campaignId = await opened(5);
    await writeAll();
    const { promise: never, resolve: wake } = Promise.withResolvers<void>();
    const hanging = { send: () => never };
    const { signal } = new AbortController();
    const first = deliverDueMails(deliveryOf(site, hanging), signal);
    const isClaimed = async () =>
      (await site.admin.query(`select 1 from campaign_mails where key_sha256 is not null`)).rowCount === 5;
    await expect.poll(isClaimed).toBe(true);
    await site.admin.query(`update outbox_mails set claimed_until = now() - interval '1 second'`);

    const mailbox = createDemoMailbox();
    await deliverAll(deliveryOf(site, mailbox.transport));
    wake();
    await first;
    const mails = mailbox.list();
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(5);
    expect(mails).toHaveLength(5);
    for (const key of keysIn(mails).values()) {
      expect((await site.newVisitor().post('/api/campaign-invitations', { key })).statusCode).toBe(200);
    }
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ invited: 5 });
  });

  test('is one of several, who between them write to everybody once', async () => {
    await opened(450);
    const rounds = Array.from({ length: 4 }, () => writeAll());
    await Promise.all(rounds);
    const recipients = await written();
    expect(recipients).toHaveLength(450);
    expect(new Set(recipients).size).toBe(450);
  });
});

test('a person is told in which calls the own address stands, and is in none once erased', async () => {
  const person = await signedIn(site);
  const base64 = Buffer.from(`Företag;E-post;Orgnr\nBruket AB;${person.email};556036-0793\n`).toString('base64');
  await draftCampaign(site, advisor, {}, { kind: 'csv', base64 });
  const { campaignInvitations } = (await person.visitor.get('/api/account/data')).json<{
    campaignInvitations: object[];
  }>();
  expect(campaignInvitations).toEqual([
    expect.objectContaining({
      firmName: 'Bruket AB',
      organisationNumber: '5560360793',
      invitedAt: null,
      language: 'sv',
    }),
  ]);
  await site.admin.query(`update people set erased_at = now(), email = null, name = null where person_id = $1`, [
    person.personId,
  ]);
  const { rows } = await site.admin.query('select 1 from campaign_firms where email = $1', [person.email]);
  expect(rows).toEqual([]);
});

test('a link goes on with what was begun in an account by signing in alone', async () => {
  const { keys } = await openedCampaign(site, advisor);
  const person = await signedIn(site);
  const key = keys.get('kim@bruket.example') ?? '';
  const responseId = await begunByKey(person.visitor, key);
  expect((await person.visitor.post(`/api/responses/${responseId}/claim`)).statusCode).toBe(200);
  const read = await site.newVisitor().post('/api/campaign-invitations', { key });
  expect(read.json()).toMatchObject({ progress: 'in-account' });
  expect((await site.newVisitor().post('/api/campaign-resumptions', { key })).statusCode).toBe(404);
});
