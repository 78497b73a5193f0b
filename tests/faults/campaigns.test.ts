import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { isNight, swedishDate } from '#server/platform/mail/swedish-time.ts';
import { campaignBody } from '../support/campaigns.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { queryOnce } from '../support/query.ts';
import { type ServedPostgres, startServedPostgres } from '../support/served-postgres.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

const firms = 60;
let parent: string;
let served: ServedPostgres;
let mailServer: MailServer;
const running: ServerProcess[] = [];

beforeAll(async () => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'campaign-faults-'));
  chmodSync(parent, 0o755);
  served = await startServedPostgres({ folder: path.join(parent, 'data') });
  mailServer = await startMailServer();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.killHard();
});
afterAll(async () => {
  await mailServer.close();
  await served.postgres.stop();
  rmSync(parent, { recursive: true, force: true });
});

const query = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  queryOnce<Row>(served.postgres.adminUrl, sql, values);

async function serve(): Promise<ServerProcess> {
  const server = await startServer({
    ...served.variables,
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'no-reply@mattstock.example',
  });
  running.push(server);
  return server;
}

/** A campaign that is open, with nobody written to. */
async function openCampaign(): Promise<void> {
  const { name, message, opensOn, closesOn } = campaignBody(swedishDate(new Date()));
  const campaignId = randomUUID();
  await query(
    `insert into mattstock.campaigns (campaign_id, organisation_id, name, message, form_code, instrument_version_id,
       opens_on, closes_on, grace_days, reminder_days, created_at, opened_at)
     select $1, o.organisation_id, $2, $3, 'snabbkoll', v.instrument_version_id, $4, $5, 0, '{}', now(), now()
     from mattstock.organisations o, mattstock.instrument_versions v where o.kind = 'provider' limit 1`,
    [campaignId, JSON.stringify(name), JSON.stringify(message), opensOn, closesOn],
  );
  await query(
    `insert into mattstock.campaign_firms (invitee_id, organisation_id, campaign_id, firm_name, email, language,
       opt_out_id, added_at)
     select gen_random_uuid(), c.organisation_id, c.campaign_id, 'Firma ' || at, 'firma' || at || '@example.se', 'sv',
       gen_random_uuid(), now()
     from mattstock.campaigns c, generate_series(1, $2::integer) at where c.campaign_id = $1`,
    [campaignId, firms],
  );
}

const settled = async () =>
  (
    await query<{ count: number }>(
      `select count(*)::integer as count from mattstock.outbox_mails
       where kind = 'campaign-invitation' and status in ('sent', 'unconfirmed')`,
    )
  )[0]?.count;

// At night the worker writes nothing, by the clock that the whole server goes by.
test.skipIf(isNight(new Date()))(
  'servers that are killed while they write and send invite every firm, and none twice',
  async () => {
    const first = await serve();
    await openCampaign();
    await pause(400);
    await first.killHard();
    for (const afterMs of [300, 900, 1500]) {
      await query(
        `update mattstock.outbox_mails set claimed_until = now() - interval '1 second'
         where status in ('claimed', 'handing-over')`,
      );
      const server = await serve();
      await pause(afterMs);
      await server.killHard();
    }
    await query(
      `update mattstock.outbox_mails set claimed_until = now() - interval '1 second'
       where status in ('claimed', 'handing-over')`,
    );
    await serve();
    await vi.waitUntil(async () => (await settled()) === firms, { timeout: 60_000, interval: 200 });

    const recipients = mailServer.mails.map(({ to }) => [to].flat()[0]?.text ?? '');
    expect(new Set(recipients).size).toBe(recipients.length);
    // Each was mailed, or was being handed over as a server was killed, which nobody knows the end of: few.
    const mails = await query<{ recipient: string; status: string }>(
      `select recipient, status from mattstock.outbox_mails where kind = 'campaign-invitation'`,
    );
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(firms);
    const sent = mails.filter(({ status }) => status === 'sent').map(({ recipient }) => recipient);
    expect(sent.filter((recipient) => !recipients.includes(recipient))).toEqual([]);
    expect(sent.length).toBeGreaterThan(firms / 2);
    const reached = await query<{ count: number }>(
      `select count(*)::integer as count from mattstock.campaign_firms where sent_at is not null`,
    );
    expect(reached).toEqual([{ count: sent.length }]);
  },
  180_000,
);
