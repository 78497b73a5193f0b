import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CampaignPreviews, CampaignVersion } from '#shared/contracts/campaigns.ts';
import {
  begunByKey,
  type CampaignChanges,
  campaignBody,
  campaignOf,
  campaignsOf,
  deliverCampaignMails,
  draftCampaign,
  keysIn,
  moveOn,
  todayOf,
} from '../support/campaigns.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { type Staff, signedInAs } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';

let site: TestApp;
let advisor: Staff;
let first: string;

beforeAll(async () => {
  const day = new Date().toISOString().slice(0, 10);
  site = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock: createTestClock(`${day}T09:00:00.000Z`) });
  advisor = await signedInAs(site, 'advisor');
  const { rows } = await site.admin.query<{ id: string }>(
    'select instrument_version_id as id from instrument_versions',
  );
  first = rows[0]?.id ?? '';
});
beforeEach(async () => {
  for (const table of ['campaigns', 'campaign_former_firms', 'outbox_mails'])
    await site.admin.query(`delete from ${table}`);
});
afterAll(() => site.close());

/** A version like the first but for the minutes of its forms, without those that are left out. */
async function publish(versionNumber: number, { minutes, without = '' }: { minutes: number; without?: string }) {
  const id = randomUUID();
  await site.admin.query(
    `insert into instrument_versions
     select (jsonb_populate_record(v, jsonb_build_object('instrument_version_id', $1::uuid, 'version_number', $2::integer,
       'definition_sha256', '\\x' || encode(sha256(convert_to($1::text, 'UTF8')), 'hex'), 'published_at', now(),
       'follows_version_id', null,
       'definition', jsonb_set(v.definition, '{structure,forms}', (
         select jsonb_agg(jsonb_set(form, '{minutes}', to_jsonb($3::integer)))
         from jsonb_array_elements(v.definition #> '{structure,forms}') form where form ->> 'code' <> $4))))).*
     from instrument_versions v where v.instrument_version_id = $5`,
    [id, versionNumber, minutes, without, first],
  );
  return id;
}

const create = (changes: CampaignChanges) =>
  advisor.visitor.post(campaignsOf(advisor), campaignBody(todayOf(site), changes));
const faultOf = (reply: Awaited<ReturnType<typeof create>>) =>
  reply.json<{ errors: { path: string; code: string }[] }>().errors.map(({ path, code }) => `${path} ${code}`);
const versionsIn = async () =>
  (await advisor.visitor.get(campaignsOf(advisor))).json<{ versions: CampaignVersion[] }>().versions;

test('a campaign keeps the version that was chosen when a newer one is published before it is opened', async () => {
  const chosen = await draftCampaign(site, advisor, { instrumentVersionId: first });
  const newest = await draftCampaign(site, advisor);
  const second = await publish(2, { minutes: 7, without: 'process' });
  expect((await versionsIn()).map(({ versionNumber, forms }) => [versionNumber, forms[0]?.minutes])).toEqual([
    [2, 7],
    [1, 20],
  ]);

  // Previews go by the version.
  const { name, message, formCode, closesOn } = campaignBody(todayOf(site));
  const url = `/api/advisor/organisations/${advisor.organisationId}/campaign-previews`;
  for (const [instrumentVersionId, minutes] of [
    [first, 20],
    [null, 7],
  ]) {
    const reply = await advisor.visitor.post(url, { name, message, formCode, closesOn, instrumentVersionId });
    const { invitation } = reply.json<CampaignPreviews>();
    expect(invitation.en.plain).toContain(`about ${minutes} minutes`);
  }

  for (const [campaignId, versionNumber, instrumentVersionId] of [
    [chosen, 1, first],
    [newest, 2, second],
  ] as const) {
    expect((await moveOn(advisor, campaignId, 'opening')).json()).toMatchObject({ versionNumber, instrumentVersionId });
    // What firms have been told stays, also when the days are changed.
    const { revision } = await campaignOf(advisor, campaignId);
    const body = { revision, ...campaignBody(todayOf(site), { graceDays: 1, instrumentVersionId: second }) };
    const changed = await advisor.visitor.put(campaignsOf(advisor, `/${campaignId}`), body);
    expect(changed.json()).toMatchObject({ versionNumber, instrumentVersionId, graceDays: 1 });
    const keys = keysIn(await deliverCampaignMails(site));
    const visitor = site.newVisitor();
    const key = keys.get('kim@bruket.example') ?? '';
    expect((await visitor.post('/api/campaign-invitations', { key })).json()).toMatchObject({
      minutes: versionNumber === 1 ? 20 : 7,
    });
    const responseId = await begunByKey(visitor, key);
    const { rows } = await site.admin.query(
      `select a.instrument_version_id as id from assessments a join responses r on r.assessment_id = a.assessment_id
       where r.response_id = $1`,
      [responseId],
    );
    expect(rows).toEqual([{ id: versionNumber === 1 ? first : second }]);
  }
});

test('a version that is unknown or a form that it does not have is refused where it was chosen', async () => {
  const unknown = await create({ instrumentVersionId: randomUUID() });
  expectProblem(unknown, 422, 'invalid-request');
  expect(faultOf(unknown)).toEqual(['body/instrumentVersionId unknown-version']);
  const third = await publish(3, { minutes: 9, without: 'process' });
  expect(faultOf(await create({ instrumentVersionId: third, formCode: 'process' }))).toEqual([
    'body/formCode unknown-form',
  ]);
  expect((await create({ instrumentVersionId: first, formCode: 'process' })).statusCode).toBe(201);
});

test('a version that may not be answered any more is not opened', async () => {
  // An address gets two invitations in thirty days.
  await site.admin.query(`update campaign_firms set invited_at = invited_at - interval '31 days'`);
  const third = await publish(4, { minutes: 9 });
  const campaignId = await draftCampaign(site, advisor, { instrumentVersionId: third });
  await site.admin.query(`update instrument_versions set status = 'retired' where instrument_version_id = $1`, [third]);
  const reply = await moveOn(advisor, campaignId, 'opening');
  expectProblem(reply, 422, 'invalid-request');
  expect(faultOf(reply)).toEqual(['body unknown-version']);
  expect((await versionsIn()).map(({ versionNumber }) => versionNumber)).not.toContain(4);
});
