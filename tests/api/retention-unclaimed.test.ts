import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyRetention } from '#server/platform/retention/apply-retention.ts';
import { level, save, start } from '../support/answering.ts';
import { draftCampaign } from '../support/campaigns.ts';
import { startFirmsApp } from '../support/firms.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { invite, openInvitation } from '../support/respondents.ts';
import { limitOf, retentionOf } from '../support/retention.ts';
import { readTables, tablesWith } from '../support/table-rows.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const apply = () => applyRetention(retentionOf(site));
const limit = () => limitOf(site, 'unclaimed-responses');
const justAfter = (moment: Date) => new Date(moment.getTime() + 1);

type Begun = { visitor: Visitor; responseId: string; firmId: string };

async function firmOf(responseId: string): Promise<string> {
  const { rows } = await site.admin.query<{ id: string }>(
    'select firm_id as id from responses where response_id = $1',
    [responseId],
  );
  return rows[0]?.id ?? '';
}

/** One answer, and nothing submitted. */
async function begun(): Promise<Begun> {
  const visitor = site.newVisitor();
  const responseId = await start(visitor);
  await save(visitor, responseId, 'D1.1', level(2));
  return { visitor, responseId, firmId: await firmOf(responseId) };
}

async function age({ responseId }: Pick<Begun, 'responseId'>, startedAt: Date, answeredAt: Date): Promise<void> {
  const client = await site.admin.connect();
  await client.query(`set session_replication_role = 'replica'`);
  await client.query('update responses set started_at = $1 where response_id = $2', [startedAt, responseId]);
  await client.query('update answers set answered_at = $1 where response_id = $2', [answeredAt, responseId]);
  await client.query('update answer_events set occurred_at = $1 where response_id = $2', [answeredAt, responseId]);
  await client.query('reset session_replication_role');
  client.release();
}

const traces = async (id: string) => tablesWith(await readTables(site.admin), [id]);

describe('answers begun without an account', () => {
  test('leave the numbers of a call as they were told, and go from it when their firm is erased', async () => {
    const staff = await signedInAs(site, 'advisor');
    const campaignId = await draftCampaign(site, staff);
    const [old, erased] = [await begun(), await begun()];
    for (const [number, { responseId }] of [old, erased].entries()) {
      await site.admin.query(
        `with invited as (
           update campaign_firms set begun_at = $3, invited_at = $3 where invitee_id = (
             select invitee_id from campaign_firms where campaign_id = $2 order by firm_name limit 1 offset $4
           ) returning invitee_id
         )
         insert into campaign_assessments (firm_id, assessment_id, invitee_id)
         select r.firm_id, r.assessment_id, i.invitee_id from responses r, invited i where r.response_id = $1`,
        [responseId, campaignId, site.clock.now(), number],
      );
    }
    const numbers = async () => {
      const { rows } = await site.admin.query<{ invited: number; begun: number }>(
        `select count(*)::integer as invited, count(begun_at)::integer as begun from campaign_firms where campaign_id = $1`,
        [campaignId],
      );
      return rows[0];
    };
    await age(old, limit(), limit());
    await apply();
    expect(await traces(old.firmId)).toEqual([]);
    expect(await numbers()).toEqual({ invited: 3, begun: 2 });

    await site.admin.query('select erase_firm($1)', [erased.firmId]);
    expect(await numbers()).toEqual({ invited: 2, begun: 1 });
  });

  test('go with their firm a year after the last of them, without a trace', async () => {
    const response = await begun();
    await age(response, limit(), justAfter(limit()));
    await apply();
    expect(await traces(response.firmId)).toContain('responses');

    await age(response, limit(), limit());
    await apply();
    expect(await traces(response.firmId)).toEqual([]);
    expect(await traces(response.responseId)).toEqual([]);
  });

  test('stay while a colleague who was invited goes on, and go with what each answered', async () => {
    const response = await begun();
    const colleague = site.newVisitor();
    const own = await openInvitation(colleague, (await invite(response.visitor, response.responseId)).key);
    await save(colleague, own, 'PM1.1', level(2));
    await age(response, limit(), limit());
    await age({ responseId: own }, limit(), justAfter(limit()));
    await apply();
    expect(await traces(response.responseId)).toContain('responses');

    await age({ responseId: own }, limit(), limit());
    await apply();
    // The log keeps that somebody was invited and came, with no name.
    expect([await traces(response.firmId), await traces(own)]).toEqual([['audit_events'], []]);
  });

  test('stay while the firm has an account', async () => {
    const response = await begun();
    const { visitor } = await signedIn(site);
    for (const cookie of response.visitor.cookies) visitor.hold(cookie);
    const claim = await visitor.post(`/api/responses/${response.responseId}/claim`);
    expect(claim.statusCode, claim.body).toBe(200);
    await age(response, limit(), limit());
    await apply();

    expect(await traces(response.firmId)).toContain('responses');
  });

  test('stay when they are claimed at that moment, or are gone for the claim', async () => {
    for (const _attempt of [1, 2, 3]) {
      const response = await begun();
      await age(response, limit(), limit());
      const { visitor } = await signedIn(site);
      for (const cookie of response.visitor.cookies) visitor.hold(cookie);
      const [claim] = await Promise.all([visitor.post(`/api/responses/${response.responseId}/claim`), apply()]);
      const isClaimed = claim.statusCode === 200;

      expect((await traces(response.firmId)).filter((table) => table !== 'audit_events').length > 0).toBe(isClaimed);
      if (!isClaimed) expect(claim.statusCode).toBe(404);
    }
  });

  test('go by themselves where the firm has submitted others', async () => {
    const { visitor, responseId } = await begun();
    const submission = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
    expect(submission.statusCode, submission.body).toBe(201);
    const further = await visitor.post(`/api/responses/${responseId}/continuations`, {
      addedForm: 'digital',
      language: 'sv',
    });
    expect(further.statusCode, further.body).toBe(201);
    const { responseId: openId } = further.json<{ responseId: string }>();
    await age({ responseId: openId }, limit(), limit());
    await apply();

    expect(await traces(openId)).toEqual([]);
    expect(await traces(responseId)).toContain('submissions');
  });

  test('are not what a firm with an account has submitted', async () => {
    const { responseId, firmId } = await signedInOwner(site);
    await age({ responseId }, limit(), limit());
    await apply();

    expect(await traces(firmId)).toContain('submissions');
  });
});
