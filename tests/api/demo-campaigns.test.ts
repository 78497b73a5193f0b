import { afterAll, beforeAll, expect, test } from 'vitest';
import { importDemoCampaigns } from '#server/platform/content/demo-campaigns.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { CampaignSummary } from '#shared/contracts/campaigns.ts';
import { campaignOf, campaignsOf, deliverCampaignMails, inviteesOf } from '../support/campaigns.ts';
import { type Staff, signedInAs } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';

let site: TestApp;
beforeAll(async () => {
  const day = new Date().toISOString().slice(0, 10);
  site = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock: createTestClock(`${day}T09:00:00.000Z`) });
  const make = { identifiers: randomIdentifiers, clock: site.clock };
  const client = await site.admin.connect();
  await client.query('set search_path = mattstock');
  await importDemoCampaigns(client, site.content.bundle.demoCampaigns, make);
  // What is there already is let be.
  await importDemoCampaigns(client, site.content.bundle.demoCampaigns, make);
  client.release();
});
afterAll(() => site.close());

async function onlyOf(staff: Staff): Promise<CampaignSummary> {
  const { campaigns } = (await staff.visitor.get(campaignsOf(staff))).json<{ campaigns: CampaignSummary[] }>();
  const [campaign] = campaigns;
  if (campaign === undefined || campaigns.length > 1) throw new Error(`${campaigns.length} campaigns`);
  return campaign;
}

test("the demo's cluster has a campaign of made-up firms that stand in every way", async () => {
  const advisor = await signedInAs(site, 'advisor', { organisation: 'triple-steelix' });
  const { campaignId, ...summary } = await onlyOf(advisor);
  expect(summary).toMatchObject({ isSimulated: true, state: 'open', firms: 16 });
  const document = await campaignOf(advisor, campaignId);
  expect(document).toMatchObject({ isSimulated: true, begun: 8, finished: 6, bounced: 1, undelivered: 1, optedOut: 1 });
  expect(document.rates.branch.length).toBeGreaterThan(1);
  const firms = await inviteesOf(advisor, campaignId);
  expect(new Set(firms.map(({ state }) => state))).toEqual(
    new Set(['invited', 'undelivered', 'begun', 'finished', 'bounced', 'opted-out']),
  );
  for (const { email } of firms) if (email !== null) expect(email).toMatch(/\.example$/);
});

test("the demo's region has one, of which its analyst reads how many and not which", async () => {
  const analyst = await signedInAs(site, 'analyst', { organisation: '20' });
  const { campaignId, ...summary } = await onlyOf(analyst);
  expect(summary).toMatchObject({ isSimulated: true, state: 'open', firms: 14, invited: 14, begun: 7, finished: 5 });
  const states = new Set((await inviteesOf(analyst, campaignId)).map(({ state }) => state));
  expect(states).toEqual(new Set(['invited', 'bounced', 'opted-out']));
  expect((await campaignOf(analyst, campaignId)).rates.branch.length).toBeGreaterThan(1);
});

test('no mail goes because of them, on that day or any later', async () => {
  for (let day = 0; day < 20; day += 1) {
    expect(await deliverCampaignMails(site)).toEqual([]);
    site.clock.advance(86_400_000);
  }
  expect((await site.admin.query('select 1 from outbox_mails')).rows).toEqual([]);
});
