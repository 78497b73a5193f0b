import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CampaignPreviews, noInviteeColumns } from '#shared/contracts/campaigns.ts';
import { addDays } from '#shared/domain/edition/civil-day.ts';
import { level, saveAll } from '../support/answering.ts';
import {
  begunByKey,
  campaignBody,
  campaignOf,
  campaignsOf,
  csv,
  deliverCampaignMails,
  draftCampaign,
  firmsColumns,
  firmsFile,
  inviteesOf,
  keysIn,
  moveOn,
  todayOf,
} from '../support/campaigns.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { type Staff, signedIn, signedInAs } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

let site: TestApp;
let analyst: Staff;
let stranger: Staff;
let campaignId: string;
let today: string;

beforeAll(async () => {
  const day = new Date().toISOString().slice(0, 10);
  site = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock: createTestClock(`${day}T09:00:00.000Z`) });
  today = todayOf(site);
  const { rows } = await site.admin.query<{ code: string }>(
    `select code from organisations where kind = 'region' order by code`,
  );
  analyst = await signedInAs(site, 'analyst', { organisation: rows[0]?.code ?? '' });
  stranger = await signedInAs(site, 'analyst', { organisation: rows[1]?.code ?? '' });
});
beforeEach(async () => {
  for (const table of ['campaigns', 'campaign_former_firms', 'contact_opt_outs', 'outbox_mails']) {
    await site.admin.query(`delete from ${table}`);
  }
  campaignId = await draftCampaign(site, analyst);
});
afterAll(() => site.close());

type At = { staff: Staff; of: string };
type Door = { name: string; visit: (at: At) => Visit; invalid: (at: At) => Visit };
const to = (method: 'GET' | 'POST' | 'PUT', rest: string, body?: object) => ({
  visit: ({ staff, of }: At): Visit => ({
    method,
    url: campaignsOf(staff, rest.replace(':id', of)),
    ...(body === undefined ? {} : { body }),
  }),
  invalid: ({ staff }: At): Visit => ({ method, url: campaignsOf(staff, rest.replace(':id', 'x')), body: {} }),
});
const dates = campaignBody('2040-01-10');
const importing = (file: object, accepts: string) => ({ file, columns: firmsColumns, accepts });
const doors: readonly Door[] = [
  {
    name: 'listCampaigns',
    ...to('GET', ''),
    invalid: () => ({ url: '/api/advisor/organisations/x/campaigns' }),
  },
  { name: 'createCampaign', ...to('POST', '', dates) },
  { name: 'getCampaign', ...to('GET', '/:id') },
  { name: 'changeCampaign', ...to('PUT', '/:id', { revision: 1, ...dates }) },
  { name: 'openCampaign', ...to('POST', '/:id/opening', { revision: 1 }) },
  { name: 'endCampaign', ...to('POST', '/:id/end', { revision: 1 }) },
  { name: 'removeCampaign', ...to('POST', '/:id/removal') },
  { name: 'readInviteeFile', ...to('POST', '/:id/firm-files', { file: firmsFile }) },
  { name: 'importInvitees', ...to('POST', '/:id/firm-imports', importing(firmsFile, 'nothing')) },
  { name: 'listInvitees', ...to('GET', '/:id/firms') },
  { name: 'removeInvitee', ...to('POST', `/:id/firms/${randomUUID()}/removal`) },
  { name: 'sendTestMail', ...to('POST', '/:id/test-mails', { language: 'sv' }) },
  {
    name: 'previewCampaignMails',
    visit: ({ staff }) => ({
      method: 'POST',
      url: `/api/advisor/organisations/${staff.organisationId}/campaign-previews`,
      body: {
        ...{ name: dates.name, message: dates.message, closesOn: dates.closesOn },
        ...{ formCode: 'snabbkoll', instrumentVersionId: null },
      },
    }),
    invalid: ({ staff }) => ({
      method: 'POST',
      url: `/api/advisor/organisations/${staff.organisationId}/campaign-previews`,
      body: {},
    }),
  },
];

describe.each(doors)("a region's analyst, $name", ({ visit, invalid }) => {
  test('refuses who has no key', async () => {
    expectProblem(await site.newVisitor().send(visit({ staff: analyst, of: campaignId })), 401, 'sign-in-required');
  });
  test('refuses the wrong role', async () => {
    const own = visit({ staff: analyst, of: campaignId });
    for (const { visitor } of [
      await signedIn(site),
      await signedInAs(site, 'advisor'),
      await signedInAs(site, 'editor'),
    ]) {
      expectProblem(await visitor.send(own), 404, 'not-found');
    }
    const { rows } = await site.admin.query<{ code: string }>(
      'select code from organisations where organisation_id = $1',
      [analyst.organisationId],
    );
    const unproved = await signedInAs(site, 'analyst', { organisation: rows[0]?.code ?? '', hasSecondFactor: false });
    expectProblem(await unproved.visitor.send(own), 403, 'second-factor-required');
  });
  test('hides what belongs to another region', async () => {
    expectProblem(await stranger.visitor.send(visit({ staff: analyst, of: campaignId })), 404, 'not-found');
    const mixed = visit({ staff: stranger, of: campaignId });
    if (mixed.url.includes(campaignId)) expectProblem(await stranger.visitor.send(mixed), 404, 'not-found');
    expect((await campaignOf(analyst, campaignId)).firms).toBe(3);
  });
  test('refuses an invalid request', async () => {
    expectProblem(await analyst.visitor.send(invalid({ staff: analyst, of: campaignId })), 422, 'invalid-request');
  });
  test('does not find what is not there', async () => {
    const gone = visit({ staff: analyst, of: randomUUID() });
    if (gone.url !== visit({ staff: analyst, of: campaignId }).url) {
      expectProblem(await analyst.visitor.send(gone), 404, 'not-found');
    }
    const nowhere = { ...analyst, organisationId: randomUUID() };
    expectProblem(await analyst.visitor.send(visit({ staff: nowhere, of: campaignId })), 404, 'not-found');
  });
});

test('earlier contacts are nothing a region has', async () => {
  const reply = await analyst.visitor.post(campaignsOf(analyst, `/${campaignId}/contact-additions`), {});
  expectProblem(reply, 404, 'not-found');
});

const steel = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Six of steel, of which the names are letters, and two of timber. */
const eight = csv(
  [
    'Företag;E-post;Orgnr;Kommun;Bransch;Anställda;Språk',
    ...steel.map((name) => `Stål ${name};${name}@stal.example;;Karlstad;Stål och metall;37;sv`),
    ...['g', 'h'].map((name) => `Trä ${name};${name}@tra.example;;Gävle;Trähus och byggprodukter;8;sv`),
  ].join('\n'),
);

type Opened = { campaignId: string; keyOf: (name: string) => string };
async function opened(file = eight): Promise<Opened> {
  const id = await draftCampaign(site, analyst, {}, file);
  expect((await moveOn(analyst, id, 'opening')).statusCode).toBe(200);
  const keys = keysIn(await deliverCampaignMails(site));
  const keyOf = (name: string) => [...keys].find(([address]) => address.startsWith(`${name}@`))?.[1] ?? '';
  await invitedTheDayBefore(id);
  return { campaignId: id, keyOf };
}
/** Who was invited today is not counted yet. */
async function invitedTheDayBefore(id: string): Promise<void> {
  await site.admin.query(
    `update campaign_firms set invited_at = invited_at - interval '1 day' where campaign_id = $1`,
    [id],
  );
}
async function finish({ keyOf }: Opened, name: string): Promise<Visitor> {
  const visitor = site.newVisitor();
  const responseId = await begunByKey(visitor, keyOf(name));
  await saveAll(visitor, responseId, { 'D1.1': level(2) });
  expect((await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' })).statusCode).toBe(201);
  return visitor;
}
const sayNo = async (key: string) => {
  const read = (await site.newVisitor().post('/api/campaign-invitations', { key })).json<{ optOutCode: string }>();
  const said = await site.newVisitor().post('/api/contact-opt-outs', { code: read.optOutCode });
  expect(said.statusCode).toBe(200);
};

describe("a region's call", () => {
  test('is run as that of a provider: made, changed, tested, opened, reminded of, ended', async () => {
    expect((await analyst.visitor.get(campaignsOf(analyst))).json()).toMatchObject({
      organiser: 'region',
      campaigns: [{ campaignId, firms: 3, invited: 0, begun: null, finished: null }],
    });
    const changed = await analyst.visitor.put(campaignsOf(analyst, `/${campaignId}`), {
      revision: 1,
      ...campaignBody(today, { graceDays: 0 }),
    });
    expect(changed.json()).toMatchObject({ organiser: 'region', graceDays: 0, revision: 2 });
    const tested = await analyst.visitor.post(campaignsOf(analyst, `/${campaignId}/test-mails`), { language: 'sv' });
    expect(tested.json()).toEqual({ recipient: analyst.email });
    expect(await deliverCampaignMails(site)).toHaveLength(2);
    const other = await draftCampaign(site, analyst, {}, null);
    expect((await analyst.visitor.post(campaignsOf(analyst, `/${other}/removal`))).json()).toEqual({ isRemoved: true });

    expect((await moveOn(analyst, campaignId, 'opening')).json()).toMatchObject({ state: 'open' });
    expect(await deliverCampaignMails(site)).toHaveLength(3);
    expect((await moveOn(analyst, campaignId, 'end')).json()).toMatchObject({ state: 'ended', foreseen: [] });
  });

  test('says in its mail, and on the page of its link, how many the region sees and not which', async () => {
    const url = `/api/advisor/organisations/${analyst.organisationId}/campaign-previews`;
    const { name, message, formCode, instrumentVersionId, closesOn } = campaignBody(today);
    const { invitation, reminder } = (
      await analyst.visitor.post(url, { name, message, formCode, instrumentVersionId, closesOn })
    ).json<CampaignPreviews>();
    for (const { sv, en } of [invitation, reminder]) {
      expect(sv.plain).toContain('ser hur många företag som har börjat och som är klara, men inte vilka');
      expect(en.plain).toContain('sees how many firms have begun and have finished, but not which');
    }
    const call = await opened();
    const read = await site.newVisitor().post('/api/campaign-invitations', { key: call.keyOf('a') });
    expect(read.json()).toMatchObject({ organiserKind: 'region', progress: 'not-begun' });
    const { rows } = await site.admin.query(`select distinct facts ->> 'sees' as sees from outbox_mails`);
    expect(rows).toEqual([{ sees: 'region' }]);
  });

  test('tells how many have begun and finished, and of each firm only what became of its mail', async () => {
    const call = await opened();
    for (const name of ['a', 'b', 'g']) await finish(call, name);
    await begunByKey(site.newVisitor(), call.keyOf('c'));
    const document = await campaignOf(analyst, call.campaignId);
    expect(document).toMatchObject({ firms: 8, invited: 8, begun: 4, finished: 3, toInvite: 0, bounced: 0 });
    // Two of timber would be too few: the six of steel join them.
    expect(document.rates).toEqual({
      county: [],
      branch: [{ code: null, invited: 8, begun: 4, finished: 3 }],
      sizeClass: [],
    });
    expect(document.foreseen).toEqual([
      { day: addDays(today, 7), firms: 5 },
      { day: addDays(today, 14), firms: 5 },
    ]);
    const firms = await inviteesOf(analyst, call.campaignId);
    expect(firms.map(({ firmName }) => firmName)).toEqual([...steel.map((name) => `Stål ${name}`), 'Trä g', 'Trä h']);
    for (const firm of firms) {
      expect(firm).toMatchObject({ state: 'invited', begunOn: null, finishedOn: null, remindedAt: null });
      expect(firm.mayBeTakenOut).toBe(false);
    }
    for (const state of ['begun', 'finished']) {
      expect(await inviteesOf(analyst, call.campaignId, `?state=${state}`)).toEqual([]);
    }
    expect(await inviteesOf(analyst, call.campaignId, '?state=invited')).toHaveLength(8);
  });

  test('tells nothing of how far fewer than five have come, and never that all have', async () => {
    const few = await opened();
    // Three were invited on one day, and five on another.
    await site.admin.query(
      `update campaign_firms set invited_at = invited_at - interval '1 day' where campaign_id = $1 and email < 'd'`,
      [few.campaignId],
    );
    await finish(few, 'a');
    await finish(few, 'h');
    expect(await campaignOf(analyst, few.campaignId)).toMatchObject({ invited: 5, begun: 1, finished: 1 });
    await site.admin.query(`update campaign_firms set invited_at = now() where campaign_id = $1 and email >= 'd'`, [
      few.campaignId,
    ]);
    expect(await campaignOf(analyst, few.campaignId)).toMatchObject({
      ...{ invited: 0, begun: null, finished: null, toInvite: 0 },
      rates: { branch: [] },
    });
    const all = await opened();
    for (const name of [...steel, 'g', 'h']) await finish(all, name);
    expect(await campaignOf(analyst, all.campaignId)).toMatchObject({
      ...{ invited: 8, begun: 7, finished: 7 },
      rates: { branch: [] },
      foreseen: [{ firms: null }, { firms: null }],
    });
  });

  test('counts nobody on the day of the invitation, so that who comes later tells nothing of the others', async () => {
    const call = await opened();
    for (const name of [...steel, 'g', 'h']) await finish(call, name);
    const { rates, begun, finished, invited } = await campaignOf(analyst, call.campaignId);
    expect({ begun, finished, invited }).toEqual({ begun: 7, finished: 7, invited: 8 });
    // Were the five counted as they are invited, eight of thirteen would say that all the eight had begun.
    const lines = [1, 2, 3, 4, 5].map((n) => `Fler ${n};${n}@fler.example`);
    const more = csv(['Företag;E-post', ...lines].join('\n'));
    const columns = { ...noInviteeColumns, firmName: 0, email: 1 };
    const added = await analyst.visitor.post(campaignsOf(analyst, `/${call.campaignId}/firm-imports`), {
      ...importing(more, 'whole-file'),
      columns,
    });
    expect(added.json()).toMatchObject({ stored: 5 });
    await deliverCampaignMails(site);
    expect(await campaignOf(analyst, call.campaignId)).toMatchObject({ rates, begun, finished, invited, firms: 13 });
    await site.admin.query(
      `update campaign_firms set invited_at = invited_at - interval '1 day' where email like '%@fler.example'`,
    );
    expect(await campaignOf(analyst, call.campaignId)).toMatchObject({ invited: 13, begun: 8, finished: 8 });
  });

  test('counts a firm on that says no or whose person is erased, so that no difference tells what it has done', async () => {
    const call = await opened();
    for (const name of ['a', 'b']) await finish(call, name);
    const { rates, begun, finished, foreseen } = await campaignOf(analyst, call.campaignId);
    const same = { rates, begun, finished, foreseen };
    await sayNo(call.keyOf('a'));
    expect(await inviteesOf(analyst, call.campaignId, '?state=opted-out')).toMatchObject([
      { firmName: 'Stål a', email: null, municipality: null, state: 'opted-out' },
    ]);
    expect(await campaignOf(analyst, call.campaignId)).toMatchObject(same);
    const whose = `select b.firm_id from campaign_assessments b
      join campaign_firms i on i.invitee_id = b.invitee_id and i.email = 'b@stal.example'`;
    await site.admin.query(`delete from firms where firm_id = (${whose})`);
    expect(await campaignOf(analyst, call.campaignId)).toMatchObject({ ...same, firms: 8, invited: 8 });
    await site.admin.query(`delete from campaign_firms where email = 'b@stal.example'`);
    expect(await campaignOf(analyst, call.campaignId)).toMatchObject({ ...same, firms: 7, invited: 8 });
    const { rows } = await site.admin.query('select branch, has_begun, has_finished from campaign_departures');
    expect(rows).toEqual([{ branch: 'steel-and-metals', has_begun: true, has_finished: true }]);
  });

  test('keeps a firm that is erased in its list and in its numbers as it was, and writes to it no more', async () => {
    const local = await startTestApp(
      { rateLimitPerMinute: 100_000 },
      { clock: createTestClock(`${today}T09:00:00.000Z`) },
    );
    const staff = await signedInAs(local, 'analyst');
    const id = await draftCampaign(local, staff, {}, eight);
    await moveOn(staff, id, 'opening');
    const keys = keysIn(await deliverCampaignMails(local));
    await local.admin.query(`update campaign_firms set invited_at = invited_at - interval '1 day'`);
    const before = await inviteesOf(staff, id);
    const responseId = await begunByKey(local.newVisitor(), keys.get('a@stal.example') ?? '');
    await local.admin.query(
      'delete from firms where firm_id = (select firm_id from responses where response_id = $1)',
      [responseId],
    );
    expect(await inviteesOf(staff, id)).toEqual(before);
    expect(await campaignOf(staff, id)).toMatchObject({ firms: 8, invited: 8, begun: 1, bounced: 0 });
    local.clock.advance(7 * 86_400_000);
    const reminded = (await deliverCampaignMails(local)).map(({ recipient }) => recipient);
    expect(reminded).toHaveLength(7);
    expect(reminded).not.toContain('a@stal.example');
    await local.close();
  });

  test('lets a firm be taken out until mail has reached it, whether it has begun or not', async () => {
    const remove = (id: string, inviteeId = '') =>
      analyst.visitor.post(campaignsOf(analyst, `/${id}/firms/${inviteeId}/removal`));
    const [first] = await inviteesOf(analyst, campaignId);
    expect(first?.mayBeTakenOut).toBe(true);
    expect((await remove(campaignId, first?.inviteeId)).json()).toEqual({ isRemoved: true });
    const call = await opened();
    await begunByKey(site.newVisitor(), call.keyOf('a'));
    for (const { inviteeId } of await inviteesOf(analyst, call.campaignId)) {
      expectProblem(await remove(call.campaignId, inviteeId), 409, 'move-not-possible');
    }
    // Of which nobody knows whether it went.
    await site.admin.query(`update campaign_firms set sent_at = null where email = 'b@stal.example'`);
    await site.admin.query(
      `update outbox_mails set status = 'unconfirmed' where mail_id in (
         select k.mail_id from campaign_mails k join campaign_firms i on i.invitee_id = k.invitee_id
         where i.email = 'b@stal.example')`,
    );
    const [unsure] = await inviteesOf(analyst, call.campaignId, '?search=Stål b');
    expectProblem(await remove(call.campaignId, unsure?.inviteeId), 409, 'move-not-possible');
  });

  test('shows mail that came back or did not get through only of firms that none has reached', async () => {
    const call = await opened();
    await site.admin.query(
      `update campaign_firms set bounced_at = now(), sent_at = case when email like 'a%' then sent_at end
       where email like 'a%' or email like 'b%'`,
    );
    expect(await inviteesOf(analyst, call.campaignId, '?state=bounced')).toMatchObject([{ firmName: 'Stål b' }]);
    expect(await campaignOf(analyst, call.campaignId)).toMatchObject({ invited: 8, bounced: 1 });
  });

  test('finds no firm that lets anybody in, and no earlier contact', async () => {
    const file = csv('Företag;E-post;Orgnr\nBruket två;ny@bruket.example;556012-5790\n');
    const reply = await analyst.visitor.post(
      campaignsOf(analyst, `/${campaignId}/firm-imports`),
      importing(file, 'nothing'),
    );
    expect(reply.json()).toMatchObject({ good: 1, knownContacts: 0, lettingIn: 0 });
  });
});

describe("the database's role for regions", () => {
  /** As the role, with the session of the analyst. */
  async function asked(sql: string, parameters: unknown[] = []): Promise<unknown[] | string> {
    const { createHash } = await import('node:crypto');
    const client = await site.app.pg.pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('role', 'mattstock_statistics', true), set_config('search_path', 'mattstock', true),
           set_config('mattstock.session_key', $1, true)`,
        [createHash('sha256').update(analyst.sessionSecret).digest('hex')],
      );
      const { rows } = await client.query(sql, parameters);
      return rows;
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  test('reads whom its region invited, and not who has begun, finished or been reminded', async () => {
    await opened();
    expect(await asked('select firm_name, sent_at, bounced_at, opted_out_at from campaign_firms')).toHaveLength(11);
    for (const column of ['begun_at', 'finished_at', 'reminded_for', 'reminded_at', 'opt_out_id']) {
      expect(await asked(`select ${column} from campaign_firms`), column).toBe('42501');
      expect(await asked(`select 1 from campaign_firms where ${column} is not null`), column).toBe('42501');
      expect(await asked(`select 1 from campaign_firms order by ${column}`), column).toBe('42501');
    }
    for (const table of ['campaign_mails', 'campaign_assessments', 'campaign_departures', 'outbox_mails', 'firms']) {
      expect(await asked(`select 1 from ${table}`), table).toBe('42501');
    }
    expect(await asked('delete from campaign_firms')).toBe('42501');
  });

  test('counts in groups of five at least, and none of fewer or of another region', async () => {
    const call = await opened();
    for (const name of ['a', 'g']) await finish(call, name);
    const count = (id: string) => asked('select * from count_for_region($1, $2) order by branch', [id, today]);
    expect(await count(call.campaignId)).toEqual([{ branch: null, invited: 8, begun: 2, finished: 2 }]);
    // Five of timber stand for themselves.
    await site.admin.query(
      `update campaign_firms set branch = 'timber-and-building-products'
       where campaign_id = $1 and email in ('a@stal.example', 'b@stal.example', 'c@stal.example')`,
      [call.campaignId],
    );
    const timber = await site.admin.query<{ branch: string }>(
      `update campaign_firms set branch = (select branch from campaign_firms where email = 'g@tra.example')
       where branch = 'timber-and-building-products' returning branch`,
    );
    expect(await count(call.campaignId)).toEqual([{ branch: null, invited: 8, begun: 2, finished: 2 }]);
    // With five of steel as well, each is its own.
    await site.admin.query(
      `insert into campaign_firms (invitee_id, organisation_id, campaign_id, firm_name, email, branch, language, opt_out_id,
         added_at, invited_at)
       select gen_random_uuid(), organisation_id, campaign_id, 'Fler', n || '@fler.example', 'steel-and-metals', 'sv',
         gen_random_uuid(), now(), $2::timestamptz - interval '1 day'
       from campaigns, generate_series(1, 2) n where campaign_id = $1`,
      [call.campaignId, site.clock.now()],
    );
    expect(await count(call.campaignId)).toEqual([
      { branch: 'steel-and-metals', invited: 5, begun: 0, finished: 0 },
      { branch: timber.rows[0]?.branch, invited: 5, begun: 2, finished: 2 },
    ]);
    await site.admin.query(`update campaign_firms set invited_at = null where campaign_id = $1 and email > 'd'`, [
      call.campaignId,
    ]);
    const few = await count(call.campaignId);
    expect(few).toEqual([{ branch: null, invited: 5, begun: 1, finished: 1 }]);
    await site.admin.query(`update campaign_firms set invited_at = null where campaign_id = $1 and email > 'c'`, [
      call.campaignId,
    ]);
    expect(await count(call.campaignId)).toEqual([]);
    const foreign = await draftCampaign(site, stranger);
    expect(await count(foreign)).toEqual([]);
  });
});
