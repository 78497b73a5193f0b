import http from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noColumns } from '#shared/contracts/outreach.ts';
import { campaignOf, campaignsOf, csv, draftCampaign, firmsColumns, inviteesOf } from '../support/campaigns.ts';
import { type Staff, sessionCookieName, signedInAs } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
let origin: string;
let advisor: Staff;
let campaignId: string;

beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
  origin = await site.app.listen({ host: '127.0.0.1', port: 0 });
  advisor = await signedInAs(site, 'advisor');
});
beforeEach(async () => {
  campaignId = await draftCampaign(site, advisor, {}, null);
});
afterAll(() => site.close());

const contactColumns = { ...noColumns, firmName: 0, email: 1 };
const rows = Array.from({ length: 1200 }, (_, at) => `Firma ${at};firma${at}@example.se`);
const body = { file: csv(['Företag;E-post', ...rows].join('\n')), columns: firmsColumns, accepts: 'good-rows' };

/** The import over a connection of its own, as a browser makes it. */
function send(
  url = campaignsOf(advisor, `/${campaignId}/firm-imports`),
  given: object = body,
): { request: http.ClientRequest; status: Promise<number | undefined> } {
  const request = http.request(origin + url, {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/json',
      cookie: `${sessionCookieName}=${advisor.sessionSecret}`,
      origin,
    },
  });
  const status = new Promise<number | undefined>((resolve) => {
    request.on('response', (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
    request.on('error', () => resolve(undefined));
  });
  request.end(JSON.stringify(given));
  return { request, status };
}

/** Holds the table, so that what is to be stored waits; gives how to let go. */
async function holdTable(
  table = 'campaign_firms',
): Promise<{ isWaitedFor: () => Promise<boolean>; release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: site.database.adminUrl });
  await client.connect();
  await client.query('begin');
  await client.query(`lock table mattstock.${table} in share row exclusive mode`);
  return {
    isWaitedFor: async () =>
      (
        await site.admin.query(
          `select 1 from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into ${table}%'`,
        )
      ).rowCount === 1,
    release: async () => {
      await client.query('rollback');
      await client.end();
    },
  };
}

const transactions = async () =>
  (
    await site.admin.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
         and backend_type = 'client backend'`,
    )
  ).rowCount;

/** Closes the connection while what it was to store waits, and gives the server time to be through with it. */
async function goAway(
  held: Awaited<ReturnType<typeof holdTable>>,
  { request, status }: ReturnType<typeof send>,
): Promise<void> {
  await expect.poll(held.isWaitedFor, { timeout: 15_000 }).toBe(true);
  request.destroy();
  expect(await status).toBeUndefined();
  // The server hears of it before the first rows go in.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await held.release();
  await expect.poll(transactions, { timeout: 15_000 }).toBe(0);
}

test('who goes away while the rows are being stored stores nothing', async () => {
  const held = await holdTable();
  const sent = send();
  await goAway(held, sent);
  expect(await campaignOf(advisor, campaignId)).toMatchObject({ firms: 0 });
  const { rows: told } = await site.admin.query(
    `select 1 from audit_events where object_id = $1 and action = 'campaign-firms-added'`,
    [campaignId],
  );
  expect(told).toEqual([]);

  // And can begin anew.
  const again = send();
  expect(await again.status).toBe(200);
  expect(await campaignOf(advisor, campaignId)).toMatchObject({ firms: 1200 });
});

test('who goes away while earlier contacts are being stored stores none of them', async () => {
  const held = await holdTable('provider_contacts');
  const sent = send(`/api/advisor/organisations/${advisor.organisationId}/contact-imports`, {
    file: csv('Företag;E-post\nFirma 1;firma1@example.se\n'),
    columns: contactColumns,
    accepts: 'whole-file',
  });
  await goAway(held, sent);
  expect((await site.admin.query('select 1 from provider_contacts')).rows).toEqual([]);
});

test('who says no while the rows are being stored has said no to them', async () => {
  const file = csv('Företag;E-post\nFirma 7;firma7@example.se\n');
  const contact = { file, columns: contactColumns, accepts: 'whole-file' };
  await advisor.visitor.post(`/api/advisor/organisations/${advisor.organisationId}/contact-imports`, contact);
  const { rows: contacts } = await site.admin.query<{ code: string }>(
    'select opt_out_id as code from provider_contacts',
  );
  const held = await holdTable();
  const { status } = send();
  await expect.poll(held.isWaitedFor, { timeout: 15_000 }).toBe(true);
  const saidNo = site.newVisitor().post('/api/contact-opt-outs', { code: contacts[0]?.code });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await held.release();
  expect(await status).toBe(200);
  expect((await saidNo).statusCode).toBe(200);
  expect(await inviteesOf(advisor, campaignId, '?state=opted-out')).toMatchObject([
    { firmName: 'Firma 7', email: null },
  ]);
  expect(await campaignOf(advisor, campaignId)).toMatchObject({ firms: 1200, toInvite: 1199 });
});
