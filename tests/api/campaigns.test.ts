import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { beginAssessmentInFirm } from '#server/features/campaigns/link-repository.ts';
import { writeCampaignMails } from '#server/features/campaigns/write-mails.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { randomIdentifiers, sha256, sha256Hex } from '#server/platform/identifier.ts';
import { applyRetention } from '#server/platform/retention/apply-retention.ts';
import * as invitations from '#shared/contracts/campaign-invitations.ts';
import * as contract from '#shared/contracts/campaigns.ts';
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
  openedCampaign,
  startByKey,
  todayOf,
  writingOf,
} from '../support/campaigns.ts';
import { providerCodes } from '../support/coordination.ts';
import { describeEndpoint, isPublic, noTenant, oneRole } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers } from '../support/firms.ts';
import { type Owner, type Staff, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { limitOf, retentionOf } from '../support/retention.ts';
import { workshop } from '../support/small-instrument.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

let site: TestApp;
let provider: string;
let advisor: Staff;
let stranger: Staff;
let owner: Owner;
let campaignId: string;
let today: string;

beforeAll(async () => {
  // At ten in Sweden, today: mail about work goes by day.
  const day = new Date().toISOString().slice(0, 10);
  site = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock: createTestClock(`${day}T09:00:00.000Z`) });
  today = todayOf(site);
  owner = await signedInOwner(site);
});
beforeEach(async () => {
  for (const table of ['campaigns', 'campaign_former_firms', 'provider_contacts', 'contact_opt_outs', 'outbox_mails']) {
    await site.admin.query(`delete from ${table}`);
  }
  const [first, second] = await providerCodes(site);
  provider = first;
  advisor = await signedInAs(site, 'advisor', { organisation: first });
  stranger = await signedInAs(site, 'advisor', { organisation: second });
  campaignId = await draftCampaign(site, advisor);
});
afterAll(() => site.close());

type At = { staff: Staff; campaignId: string };
type Request = (at: At) => Visit;

/** The families that are alike for every endpoint of an organiser. */
function closed(visit: Request) {
  const own = () => visit({ staff: advisor, campaignId });
  return {
    'refuses who has no key': async () => {
      expectProblem(await site.newVisitor().send(own()), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const others = [await signedIn(site), owner, await signedInAs(site, 'analyst'), await signedInAs(site, 'editor')];
      for (const { visitor } of [...others, await signedInAs(site, 'administrator')]) {
        expectProblem(await visitor.send(own()), 404, 'not-found');
      }
      const unproved = await signedInAs(site, 'advisor', { organisation: provider, hasSecondFactor: false });
      expectProblem(await unproved.visitor.send(own()), 403, 'second-factor-required');
    },
    'hides what belongs to another firm': async () => {
      expectProblem(await stranger.visitor.send(own()), 404, 'not-found');
      // Nor at the address of one's own.
      const mixed = visit({ staff: stranger, campaignId });
      if (mixed.url.includes(campaignId)) expectProblem(await stranger.visitor.send(mixed), 404, 'not-found');
      expect((await campaignOf(advisor, campaignId)).firms).toBe(3);
    },
    'does not find what is not there': async () => {
      const gone = visit({ staff: advisor, campaignId: randomUUID() });
      const nowhere = visit({ staff: { ...advisor, organisationId: randomUUID() }, campaignId });
      if (gone.url.includes(campaignId) || gone.url !== own().url) {
        expectProblem(await advisor.visitor.send(gone), 404, 'not-found');
      }
      expectProblem(await advisor.visitor.send(nowhere), 404, 'not-found');
    },
  };
}

const at =
  (method: 'GET' | 'POST' | 'PUT', rest: string, body?: object): Request =>
  ({ staff, campaignId: of }) => ({
    method,
    url: campaignsOf(staff, rest.replace(':id', of)),
    ...(body === undefined ? {} : { body }),
  });

const refused = async (visit: Visit) => expectProblem(await advisor.visitor.send(visit), 422, 'invalid-request');
const send = (method: 'GET' | 'POST' | 'PUT', rest: string, body?: object) =>
  advisor.visitor.send(at(method, rest, body)({ staff: advisor, campaignId }));

describeEndpoint(contract.listCampaigns, {
  ...closed(at('GET', '')),
  'refuses an invalid request': async () => refused({ url: '/api/advisor/organisations/x/campaigns' }),
  succeeds: async () => {
    const { campaigns } = (await send('GET', '')).json<{ campaigns: contract.CampaignSummary[] }>();
    expect((await send('GET', '')).json()).toMatchObject({ count: 1 });
    expect(campaigns).toEqual([
      expect.objectContaining({ campaignId, state: 'draft', firms: 3, invited: 0, begun: 0, finished: 0 }),
    ]);
    expect((await stranger.visitor.get(campaignsOf(stranger))).json()).toMatchObject({
      organiser: 'provider',
      campaigns: [],
      count: 0,
    });
  },
});

describeEndpoint(contract.createCampaign, {
  ...closed(({ staff }) => ({ method: 'POST', url: campaignsOf(staff), body: campaignBody(today) })),
  'refuses an invalid request': async () => {
    for (const [changes, code] of [
      [{ closesOn: addDays(today, -1) }, 'closes-before-opening'],
      [{ reminderDays: [today] }, 'reminder-outside'],
      [{ opensOn: addDays(today, 367), closesOn: addDays(today, 380), reminderDays: [] }, 'opens-too-late'],
      [{ formCode: 'no-such-form' }, 'unknown-form'],
      [{ instrumentVersionId: randomUUID() }, 'unknown-version'],
    ] as const) {
      const reply = await advisor.visitor.post(campaignsOf(advisor), campaignBody(today, changes));
      expectProblem(reply, 422, 'invalid-request');
      expect(reply.json<{ errors: { code: string }[] }>().errors.map((error) => error.code)).toContain(code);
    }
    await refused({
      method: 'POST',
      url: campaignsOf(advisor),
      body: campaignBody(today, { message: { sv: '', en: 'x' } }),
    });
  },
  succeeds: async () => {
    const made = await advisor.visitor.post(campaignsOf(advisor), campaignBody(today));
    expect(made.statusCode).toBe(201);
    const document = await campaignOf(advisor, made.json<{ campaignId: string }>().campaignId);
    expect(document).toMatchObject({ ...campaignBody(today), state: 'draft', firms: 0, lastDay: addDays(today, 23) });
    expect(await deliverCampaignMails(site)).toEqual([]);
  },
});

describeEndpoint(contract.getCampaign, {
  ...closed(at('GET', '/:id')),
  'refuses an invalid request': async () => refused({ url: campaignsOf(advisor, '/x') }),
  succeeds: async () => {
    expect((await send('GET', '/:id')).json()).toMatchObject({
      state: 'draft',
      firms: 3,
      toInvite: 3,
      versionNumber: 1,
      foreseen: [
        { day: addDays(today, 7), firms: 3 },
        { day: addDays(today, 14), firms: 3 },
      ],
    });
  },
});

describeEndpoint(contract.changeCampaign, {
  ...closed(({ staff, campaignId: of }) => ({
    method: 'PUT',
    url: campaignsOf(staff, `/${of}`),
    body: { revision: 1, ...campaignBody(today) },
  })),
  'refuses an invalid request': async () => {
    await refused({ method: 'PUT', url: campaignsOf(advisor, `/${campaignId}`), body: campaignBody(today) });
  },
  succeeds: async () => {
    const change = (revision: number, changes: object) =>
      send('PUT', '/:id', { revision, ...campaignBody(today), ...changes });
    const first = await change(1, { formCode: 'digital', graceDays: 0 });
    expect(first.json()).toMatchObject({ formCode: 'digital', graceDays: 0, revision: 2 });
    expectProblem(await change(1, {}), 409, 'changed-meanwhile');

    await moveOn(advisor, campaignId, 'opening');
    const closesOn = addDays(today, 30);
    const later = await change(3, { formCode: 'process', closesOn, message: { sv: 'Annat', en: 'Other' } });
    // What firms have been told stays as they were told it.
    expect(later.json()).toMatchObject({ formCode: 'digital', closesOn, message: campaignBody(today).message });
    // A reminder for a day that has come is refused, and not dropped unsaid.
    const past = await change(4, { closesOn, reminderDays: [today] });
    expectProblem(past, 422, 'invalid-request');
    expect(past.json()).toMatchObject({ errors: [{ code: 'reminder-in-the-past' }] });
    // A reminder that has gone out counts among those there may be.
    await site.admin.query(
      'update campaigns set opens_on = opens_on - 10, reminder_days = array[opens_on - 5, opens_on - 3] where campaign_id = $1',
      [campaignId],
    );
    const reminderDays = [15, 16, 17].map((days) => addDays(today, days));
    const more = await change(4, { closesOn, reminderDays });
    expectProblem(more, 422, 'invalid-request');
    expect(more.json()).toMatchObject({ errors: [{ code: 'too-many-reminders' }] });
  },
});

describeEndpoint(contract.openCampaign, {
  ...closed(at('POST', '/:id/opening', { revision: 1 })),
  'refuses an invalid request': async () => {
    const empty = await draftCampaign(site, advisor, {}, null);
    const reply = await advisor.visitor.post(campaignsOf(advisor, `/${empty}/opening`), { revision: 1 });
    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ code: 'no-firms' }] });
  },
  succeeds: async () => {
    expectProblem(await send('POST', '/:id/opening', { revision: 7 }), 409, 'changed-meanwhile');
    expect((await send('POST', '/:id/opening', { revision: 1 })).json()).toMatchObject({ state: 'open', revision: 2 });
    expectProblem(await send('POST', '/:id/opening', { revision: 2 }), 409, 'move-not-possible');
    const mails = await deliverCampaignMails(site);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
      'an@an.example',
      'eva@sagen.example',
      'kim@bruket.example',
    ]);
    expect(await deliverCampaignMails(site)).toEqual([]);
    const mail = mails.find(({ recipient }) => recipient === 'kim@bruket.example');
    expect(mail?.subject).toMatch(/ bjuder in er att mäta ert företag$/);
    expect(mail?.text).toContain('Vi vill veta vad ni behöver.');
    expect(mail?.text).toMatch(/https:\/\/mattstock\.example\/campaign\?lang=sv#key=[\w-]{43}/);
    expect(mail?.text).toMatch(/https:\/\/mattstock\.example\/opt-out#[0-9a-f-]{36}/);
    expect(mails.find(({ recipient }) => recipient === 'eva@sagen.example')?.subject).toMatch(/ invites you /);
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ invited: 3, begun: 0, finished: 0, toInvite: 0 });
  },
});

describeEndpoint(contract.endCampaign, {
  ...closed(at('POST', '/:id/end', { revision: 1 })),
  'refuses an invalid request': async () => {
    await refused({ method: 'POST', url: campaignsOf(advisor, `/${campaignId}/end`), body: {} });
    expectProblem(await send('POST', '/:id/end', { revision: 1 }), 409, 'move-not-possible');
  },
  succeeds: async () => {
    await moveOn(advisor, campaignId, 'opening');
    expect((await moveOn(advisor, campaignId, 'end')).json()).toMatchObject({ state: 'ended', foreseen: [] });
    expect(await deliverCampaignMails(site)).toEqual([]);
    expectProblem(await moveOn(advisor, campaignId, 'end'), 409, 'move-not-possible');
  },
});

describeEndpoint(contract.removeCampaign, {
  ...closed(at('POST', '/:id/removal')),
  'refuses an invalid request': async () => refused({ method: 'POST', url: campaignsOf(advisor, '/x/removal') }),
  succeeds: async () => {
    const open = await draftCampaign(site, advisor);
    await moveOn(advisor, open, 'opening');
    expectProblem(await advisor.visitor.post(campaignsOf(advisor, `/${open}/removal`)), 409, 'move-not-possible');
    expect((await send('POST', '/:id/removal')).json()).toEqual({ isRemoved: true });
    expectProblem(await send('POST', '/:id/removal'), 404, 'not-found');
  },
});

describeEndpoint(contract.readInviteeFile, {
  ...closed(at('POST', '/:id/firm-files', { file: firmsFile })),
  'refuses an invalid request': async () => {
    expectProblem(await send('POST', '/:id/firm-files', { file: csv('no table') }), 422, 'file-not-readable');
    const long = csv(`Företag;E-post\n${'a;b\n'.repeat(10_001)}`);
    expect((await send('POST', '/:id/firm-files', { file: long })).json()).toMatchObject({
      errors: [{ code: 'too-many-rows' }],
    });
  },
  succeeds: async () => {
    expect((await send('POST', '/:id/firm-files', { file: firmsFile })).json()).toMatchObject({
      rowCount: 3,
      guess: firmsColumns,
    });
  },
});

const importing = (file: object, accepts: string) => ({ file, columns: firmsColumns, accepts });

describeEndpoint(contract.importInvitees, {
  ...closed(at('POST', '/:id/firm-imports', importing(firmsFile, 'nothing'))),
  'refuses an invalid request': async () => {
    const body = { ...importing(firmsFile, 'nothing'), columns: { ...firmsColumns, email: null } };
    const reply = await send('POST', '/:id/firm-imports', body);
    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ code: 'firm-and-address-needed' }] });
  },
  succeeds: async () => {
    await site.admin.query(
      `insert into contact_opt_outs (organisation_id, email_sha256, opted_out_at) values ($1, sha256('nej@nej.example'), now())`,
      [advisor.organisationId],
    );
    const file = csv(
      [
        'Företag;E-post;Orgnr;Kommun;Bransch;Anställda;Språk',
        'Bruket AB;kim@bruket.example;;;;;',
        'Bruket två;annan@bruket.example;5560360793;;;;',
        'Nej;nej@nej.example;;;;;',
        'Fel;fel;;Stockholm;;;',
        'Kvarnen;a@kvarnen.example;;Falun;Mjöl;250;',
        'Kvarnen;a@kvarnen.example;;;;;',
      ].join('\n'),
    );
    const report = (await send('POST', '/:id/firm-imports', importing(file, 'whole-file'))).json();
    expect(report).toEqual({
      good: 1,
      knownContacts: 0,
      lettingIn: 0,
      faulty: [
        { row: 2, faults: ['in-campaign'], cells: ['Bruket AB', 'kim@bruket.example', '', '', '', '', ''] },
        { row: 3, faults: ['number-in-campaign'], cells: expect.arrayContaining(['5560360793']) },
        { row: 4, faults: ['opted-out'], cells: expect.arrayContaining(['nej@nej.example']) },
        { row: 5, faults: ['faulty-address'], cells: ['Fel', 'fel', '', 'Stockholm', '', '', ''] },
        { row: 7, faults: ['twice-in-file'], cells: expect.arrayContaining(['Kvarnen']) },
      ],
      faultyCount: 5,
      doubtful: [
        {
          row: 6,
          doubts: ['unknown-branch'],
          cells: ['Kvarnen', 'a@kvarnen.example', '', 'Falun', 'Mjöl', '250', ''],
        },
      ],
      doubtfulCount: 1,
      stored: 0,
    });
    expect((await campaignOf(advisor, campaignId)).firms).toBe(3);
    expect((await send('POST', '/:id/firm-imports', importing(file, 'good-rows'))).json()).toMatchObject({ stored: 1 });
    expect(await inviteesOf(advisor, campaignId, '?search=kvarnen')).toEqual([
      expect.objectContaining({
        firmName: 'Kvarnen',
        municipality: '2080',
        branch: null,
        sizeClass: '250-plus',
        state: 'waiting',
      }),
    ]);
  },
});

/** Earlier contacts of the provider, from a file. */
async function haveContacts(): Promise<void> {
  const columns = { firmName: 0, email: 1, organisationNumber: null, contactName: null, telephone: null, language: 2 };
  const file = csv(
    'Företag;E-post;Språk\nBruket AB;kim@bruket.example;\nFors;fors@fors.example;en\nDamm;d@damm.example;\n',
  );
  const url = `/api/advisor/organisations/${advisor.organisationId}/contact-imports`;
  expect((await advisor.visitor.post(url, { file, columns, accepts: 'whole-file' })).statusCode).toBe(200);
}

describeEndpoint(contract.addContacts, {
  ...closed(at('POST', '/:id/contact-additions', {})),
  'refuses an invalid request': async () => {
    await refused({
      method: 'POST',
      url: campaignsOf(advisor, `/${campaignId}/contact-additions`),
      body: { search: '' },
    });
  },
  succeeds: async () => {
    await haveContacts();
    expect((await send('POST', '/:id/contact-additions', { search: 'fors' })).json()).toEqual({
      added: 1,
      alreadyThere: 0,
      leftOut: 0,
    });
    expect((await send('POST', '/:id/contact-additions', {})).json()).toEqual({
      added: 1,
      alreadyThere: 2,
      leftOut: 0,
    });
    expect(await inviteesOf(advisor, campaignId, '?search=fors')).toMatchObject([{ language: 'en', state: 'waiting' }]);
  },
});

describeEndpoint(contract.listInvitees, {
  ...closed(at('GET', '/:id/firms')),
  'refuses an invalid request': async () => refused({ url: campaignsOf(advisor, `/${campaignId}/firms?state=angry`) }),
  succeeds: async () => {
    expect((await inviteesOf(advisor, campaignId)).map(({ firmName }) => firmName)).toEqual([
      'Bruket AB',
      'Sågen',
      'Ån',
    ]);
    expect(await inviteesOf(advisor, campaignId, '?state=finished')).toEqual([]);
    expect((await send('GET', '/:id/firms?page=1')).json()).toEqual({ firms: [], count: 3 });
  },
});

const resend = (of: string, body: object = {}) =>
  advisor.visitor.post(campaignsOf(advisor, `/${of}/invitation-resendings`), body);

describeEndpoint(contract.resendInvitations, {
  ...closed(at('POST', '/:id/invitation-resendings', {})),
  'refuses an invalid request': async () => {
    expectProblem(await resend(campaignId, { inviteeId: 'x' }), 422, 'invalid-request');
    // Nobody has been written to.
    expectProblem(await resend(campaignId), 409, 'move-not-possible');
  },
  'does not find what is not there': async () => {
    expectProblem(await resend(randomUUID()), 404, 'not-found');
    const [bruket] = await inviteesOf(advisor, campaignId);
    const other = await draftCampaign(site, advisor, {}, null);
    expectProblem(await resend(other, { inviteeId: bruket?.inviteeId }), 404, 'not-found');
  },
  succeeds: async () => {
    await moveOn(advisor, campaignId, 'opening');
    while (await writeCampaignMails(writingOf(site)));
    // As after a mail server that refused them all.
    await site.admin.query(
      `update outbox_mails set status = 'failed', fault = 'refused', settled_at = $1 where kind = 'campaign-invitation'`,
      [site.clock.now()],
    );
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ undelivered: 3, invited: 0, toInvite: 0 });
    const [bruket] = await inviteesOf(advisor, campaignId, '?search=bruket');
    expect((await resend(campaignId, { inviteeId: bruket?.inviteeId })).json()).toEqual({ asked: 1 });
    expect((await inviteesOf(advisor, campaignId, '?state=undelivered')).map(({ firmName }) => firmName)).toEqual([
      'Sågen',
      'Ån',
    ]);
    // Who has begun or said no is not among all of them, and who was asked for is so once.
    await site.admin.query(`update campaign_firms set begun_at = now() where email = 'an@an.example'`);
    expect((await resend(campaignId)).json()).toEqual({ asked: 1 });
    expect((await resend(campaignId)).json()).toEqual({ asked: 0 });

    // At night nothing is written, by day each once.
    const noon = site.clock.now();
    site.clock.advance(13 * 3_600_000);
    expect(await deliverCampaignMails(site)).toEqual([]);
    site.clock.advance(noon.getTime() - site.clock.now().getTime());
    const mails = await deliverCampaignMails(site);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(['eva@sagen.example', 'kim@bruket.example']);
    expect(await deliverCampaignMails(site)).toEqual([]);
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ undelivered: 0, invited: 3, toInvite: 0 });
    expect((await openPublic('campaign-invitations', kim(keysIn(mails)))).statusCode).toBe(200);
    // Whom a mail has reached gets no second one this way.
    expect((await resend(campaignId)).json()).toEqual({ asked: 0 });
  },
});

describe('an invitation that does not get through', () => {
  test('is not promised on the evening of the last day, on which it would wait for a morning too late', async () => {
    await moveOn(advisor, campaignId, 'opening');
    while (await writeCampaignMails(writingOf(site)));
    await site.admin.query(
      `update outbox_mails set status = 'failed', fault = 'refused', settled_at = $1 where kind = 'campaign-invitation'`,
      [site.clock.now()],
    );
    await site.admin.query('update campaigns set closes_on = $1, reminder_days = $2 where campaign_id = $3', [
      today,
      [],
      campaignId,
    ]);
    const noon = site.clock.now();
    site.clock.advance(11.5 * 3_600_000);
    expect((await resend(campaignId)).json()).toMatchObject({ errors: [{ code: 'too-late-to-send' }] });
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ undelivered: 3 });
    site.clock.advance(noon.getTime() - site.clock.now().getTime());
    expect((await resend(campaignId)).json()).toEqual({ asked: 3 });
  });

  test('is sent again three times at most', async () => {
    await moveOn(advisor, campaignId, 'opening');
    const fail = async () => {
      while (await writeCampaignMails(writingOf(site)));
      await site.admin.query(
        `update outbox_mails set status = 'failed', fault = 'refused', settled_at = $1 where settled_at is null`,
        [site.clock.now()],
      );
    };
    await fail();
    const asked: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      asked.push((await resend(campaignId)).json<{ asked: number }>().asked);
      await fail();
    }
    expect(asked).toEqual([3, 3, 3, 0]);
    expect(await countOf('campaign_mails')).toBe(12);
  });
});

describe('the rows of a file that cannot be taken', () => {
  test('are told, all of them, as they stand in the file', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `Firma ${at};fel;${at}`);
    const file = csv(`Företag;E-post;Anm.\n${rows.join('\n')}\n`);
    const body = { ...importing(file, 'nothing'), columns: { ...contract.noInviteeColumns, firmName: 0, email: 1 } };
    const report = (await send('POST', '/:id/firm-imports', body)).json<contract.InviteeReport>();
    expect(report.faultyCount).toBe(300);
    expect(report.faulty.map(({ cells }) => cells.join(';'))).toEqual(rows);
  });
});

describe('who is not invited', () => {
  test('is who works for the organiser, from a file and from earlier contacts', async () => {
    const colleague = await signedInAs(site, 'manager', { organisation: provider });
    const file = csv(`Företag;E-post\nEget;${colleague.email}\nEget igen;${advisor.email}\nAnnans;${stranger.email}\n`);
    expect((await send('POST', '/:id/firm-imports', importing(file, 'nothing'))).json()).toMatchObject({
      good: 1,
      faulty: [
        expect.objectContaining({ row: 2, faults: ['own-staff'] }),
        expect.objectContaining({ row: 3, faults: ['own-staff'] }),
      ],
    });
    const columns = {
      firmName: 0,
      email: 1,
      organisationNumber: null,
      contactName: null,
      telephone: null,
      language: 2,
    };
    const contacts = `/api/advisor/organisations/${advisor.organisationId}/contact-imports`;
    await advisor.visitor.post(contacts, { file, columns: { ...columns, language: null }, accepts: 'whole-file' });
    expect((await send('POST', '/:id/contact-additions', {})).json()).toEqual({
      added: 1,
      alreadyThere: 2,
      leftOut: 0,
    });
  });

  test('is who has had two invitations of the organisation in thirty days, until they have passed', async () => {
    const { campaignId: first } = await openedCampaign(site, advisor);
    const { campaignId: second } = await openedCampaign(site, advisor);
    const third = await draftCampaign(site, advisor, {}, null);
    const faults = async (staff: Staff, of: string) =>
      (
        await staff.visitor.post(campaignsOf(staff, `/${of}/firm-imports`), importing(firmsFile, 'nothing'))
      ).json<contract.InviteeReport>().faulty;
    expect(await faults(advisor, third)).toEqual(
      [2, 3, 4].map((row) => expect.objectContaining({ row, faults: ['invited-often'] })),
    );
    // Another organisation has its own.
    expect(await faults(stranger, await draftCampaign(site, stranger, {}, null))).toEqual([]);
    // Taking a firm out gives it no further one.
    await site.admin.query('delete from campaigns where campaign_id = $1', [second]);
    expect(await faults(advisor, third)).toHaveLength(3);
    await site.admin.query(`update campaign_former_firms set removed_at = removed_at - interval '31 days'`);
    expect(await faults(advisor, third)).toEqual([]);
    expect(await campaignOf(advisor, first)).toMatchObject({ invited: 3 });
  });

  test('waits where calls that were made beforehand would write it a third invitation, in one batch or another', async () => {
    const calls = [campaignId, await draftCampaign(site, advisor), await draftCampaign(site, advisor)];
    for (const each of calls) await moveOn(advisor, each, 'opening');
    const mails = await deliverCampaignMails(site);
    expect(mails).toHaveLength(6);
    const toKim = mails.filter(({ recipient }) => recipient === 'kim@bruket.example');
    expect(toKim).toHaveLength(2);
    expect(await deliverCampaignMails(site)).toEqual([]);
    await site.admin.query(`update campaign_firms set invited_at = invited_at - interval '31 days'`);
    expect(await deliverCampaignMails(site)).toHaveLength(3);
  });
});

describeEndpoint(contract.removeInvitee, {
  ...closed(({ staff, campaignId: of }) => ({
    method: 'POST',
    url: campaignsOf(staff, `/${of}/firms/${randomUUID()}/removal`),
  })),
  'refuses an invalid request': async () => {
    await refused({ method: 'POST', url: campaignsOf(advisor, `/${campaignId}/firms/x/removal`) });
  },
  succeeds: async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const [bruket, sagen] = await inviteesOf(advisor, open);
    const remove = (inviteeId = '') =>
      advisor.visitor.post(campaignsOf(advisor, `/${open}/firms/${inviteeId}/removal`));
    expect((await remove(sagen?.inviteeId)).json()).toEqual({ isRemoved: true });
    const gone = await site.newVisitor().post('/api/campaign-invitations', { key: keys.get('eva@sagen.example') });
    expectProblem(gone, 404, 'not-found');
    await begunByKey(site.newVisitor(), keys.get('kim@bruket.example') ?? '');
    expectProblem(await remove(bruket?.inviteeId), 409, 'campaign-begun');
    // The log says which it was, by a number that says nothing of it.
    const { rows: told } = await site.admin.query(
      `select detail from audit_events where object_id = $1 and action = 'campaign-firm-removed'`,
      [open],
    );
    expect(told).toEqual([{ detail: { inviteeId: sagen?.inviteeId } }]);
  },
});

const previewBody = () => {
  const { name, message, formCode, instrumentVersionId, closesOn } = campaignBody(today);
  return { name, message, formCode, instrumentVersionId, closesOn };
};

describeEndpoint(contract.previewCampaignMails, {
  ...closed(({ staff }) => ({
    method: 'POST',
    url: `/api/advisor/organisations/${staff.organisationId}/campaign-previews`,
    body: previewBody(),
  })),
  'refuses an invalid request': async () => {
    await refused({
      method: 'POST',
      url: `/api/advisor/organisations/${advisor.organisationId}/campaign-previews`,
      body: {},
    });
  },
  succeeds: async () => {
    const url = `/api/advisor/organisations/${advisor.organisationId}/campaign-previews`;
    const preview = async (changes: object = {}) =>
      (await advisor.visitor.post(url, { ...previewBody(), ...changes })).json<contract.CampaignPreviews>();
    const { invitation, reminder } = await preview();
    expect(invitation.en.plain).toContain('Name of the firm');
    expect(reminder.en.subject).toMatch(/^Reminder: /);
    expect(JSON.stringify({ invitation, reminder })).not.toMatch(/[{]\w+[}]/);

    // What a firm gets, but for its name and what its links open.
    await moveOn(advisor, campaignId, 'opening');
    const mails = await deliverCampaignMails(site);
    const mail = mails.find(({ recipient }) => recipient === 'kim@bruket.example');
    const blank = (text = '') =>
      text
        .replaceAll(/Bruket AB|Företagets namn/g, 'X')
        .replaceAll(/https?:\/\/(?=\S)|mattstock\.example|localhost:\d+/g, '')
        .replaceAll(/#(key=)?[\w…-]+/g, '#');
    const opened = await preview();
    expect(opened.invitation.sv.subject).toBe(mail?.subject);
    expect(blank(opened.invitation.sv.plain)).toBe(blank(mail?.text));
    expect(opened.invitation.sv.sender).toEqual({ name: 'Måttstock', address: null });
    expect(opened.invitation.sv.parts.filter(({ kind }) => kind === 'link')).toEqual([
      expect.objectContaining({ address: expect.stringMatching(/\/campaign\?lang=sv#key=…$/) }),
      expect.objectContaining({ address: expect.stringMatching(/\/opt-out#…$/) }),
    ]);
  },
});

describeEndpoint(contract.sendTestMail, {
  ...closed(at('POST', '/:id/test-mails', { language: 'sv' })),
  'refuses an invalid request': async () => {
    await refused({ method: 'POST', url: campaignsOf(advisor, `/${campaignId}/test-mails`), body: { language: 'fi' } });
  },
  succeeds: async () => {
    expect((await send('POST', '/:id/test-mails', { language: 'en' })).json()).toEqual({ recipient: advisor.email });
    const mails = await deliverCampaignMails(site);
    expect(mails.map(({ recipient }) => recipient)).toEqual([advisor.email, advisor.email]);
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
      expect.stringMatching(/^Test: .* invites you/),
      expect.stringMatching(/^Test: Reminder: /),
    ]);
    for (const { text } of mails) {
      expect(text).toMatch(/^This is a test, which has gone to your own address and to nobody else\. Its links open/);
      // Leads to the page, and opens nothing there.
      expect(text).toMatch(/https:\/\/mattstock\.example\/campaign\?lang=en$/m);
    }
    // Within the minute the same is not sent again, and what says something else is.
    await send('POST', '/:id/test-mails', { language: 'en' });
    expect(await deliverCampaignMails(site)).toEqual([]);
    await send('POST', '/:id/test-mails', { language: 'sv' });
    expect(await deliverCampaignMails(site)).toHaveLength(2);
    const { revision } = await campaignOf(advisor, campaignId);
    const message = { sv: 'Andra ord.', en: 'Other words.' };
    await send('PUT', '/:id', { revision, ...campaignBody(today, { message }) });
    await send('POST', '/:id/test-mails', { language: 'sv' });
    expect((await deliverCampaignMails(site)).map(({ text }) => text.includes('Andra ord.'))).toEqual([true, true]);
  },
});

const openPublic = (name: 'campaign-invitations' | 'campaign-resumptions', key: unknown, visitor = site.newVisitor()) =>
  visitor.post(`/api/${name}`, { key });
const unknownKey = randomIdentifiers.newSecret();
const kim = (keys: ReadonlyMap<string, string>) => keys.get('kim@bruket.example') ?? '';

const anybody = {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
} as const;

describeEndpoint(invitations.readInvitation, {
  ...anybody,
  'refuses an invalid request': async () => {
    expectProblem(await openPublic('campaign-invitations', 'short'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await openPublic('campaign-invitations', unknownKey), 404, 'not-found');
  },
  succeeds: async () => {
    const { keys } = await openedCampaign(site, advisor);
    expect((await openPublic('campaign-invitations', kim(keys))).json()).toMatchObject({
      name: campaignBody(today).name,
      state: 'open',
      progress: 'not-begun',
      closesOn: addDays(today, 20),
      formCode: 'snabbkoll',
      firmName: 'Bruket AB',
      organisationNumber: '5560360793',
      municipality: '1780',
      branch: 'steel-and-metals',
      sizeClass: '10-49',
    });
    const { rows } = await site.admin.query('select begun_at from campaign_firms where begun_at is not null');
    expect(rows).toEqual([]);
  },
});

describeEndpoint(invitations.startCampaignResponse, {
  ...anybody,
  'refuses an invalid request': async () => {
    const { keys } = await openedCampaign(site, advisor);
    const reply = await site
      .newVisitor()
      .post('/api/campaign-responses', { key: kim(keys), language: 'sv', profile: {} });
    expectProblem(reply, 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await startByKey(site.newVisitor(), unknownKey), 404, 'not-found');
  },
  succeeds: async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const visitor = site.newVisitor();
    const responseId = await begunByKey(visitor, kim(keys));
    expect((await visitor.get(`/api/responses/${responseId}`)).json()).toMatchObject({ formCode: 'snabbkoll' });
    expect(await campaignOf(advisor, open)).toMatchObject({ invited: 3, begun: 1, finished: 0 });
    // One link is one assessment: nobody begins a second by it, and nothing of the attempt is kept.
    const { rows: before } = await site.admin.query('select count(*) from firms');
    expectProblem(await startByKey(site.newVisitor(), kim(keys)), 409, 'campaign-begun');
    expect((await site.admin.query('select count(*) from firms')).rows).toEqual(before);
  },
});

const beginIn = (visitor: Visitor, firmId: string, key: string) =>
  visitor.post(`/api/firms/${firmId}/campaign-responses`, { key, language: 'sv' });
const countOf = async (table: string) =>
  (await site.admin.query<{ count: number }>(`select count(*)::integer as count from ${table}`)).rows[0]?.count;

describeEndpoint(invitations.startCampaignResponseInFirm, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({
      method: 'POST',
      url: `/api/firms/${firmId}/campaign-responses`,
      body: { key: unknownKey, language: 'sv' },
    }),
    { isForRespondents: true },
  ),
  'hides what belongs to another firm': async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const other = await signedInOwner(site);
    const before = await countOf('responses');
    expectProblem(await beginIn(owner.visitor, other.firmId, kim(keys)), 404, 'not-found');
    expect(await countOf('responses')).toBe(before);
    expect(await campaignOf(advisor, open)).toMatchObject({ begun: 0 });
  },
  'refuses an invalid request': async () => {
    expectProblem(await beginIn(owner.visitor, owner.firmId, 'short'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { keys } = await openedCampaign(site, advisor);
    const before = await countOf('responses');
    expectProblem(await beginIn(owner.visitor, owner.firmId, unknownKey), 404, 'not-found');
    expectProblem(await beginIn(owner.visitor, randomUUID(), kim(keys)), 404, 'not-found');
    expect(await countOf('responses')).toBe(before);
  },
  succeeds: async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const firm = await signedInOwner(site);
    const { visitor } = await signedInMember(site, firm.firmId, 'respondent');
    const reply = await beginIn(visitor, firm.firmId, kim(keys));
    expect(reply.statusCode, reply.body).toBe(201);
    const { responseId } = reply.json<{ responseId: string }>();
    // In the firm from the beginning, with what it last said of itself.
    expect((await visitor.get(`/api/responses/${responseId}`)).json()).toMatchObject({
      ...{ formCode: 'snabbkoll', status: 'open', isClaimed: true, answers: [] },
      profile: workshop,
    });
    expect(await campaignOf(advisor, open)).toMatchObject({ begun: 1, finished: 0 });
    expect((await openPublic('campaign-invitations', kim(keys))).json()).toMatchObject({ progress: 'in-account' });
    // The link of the mail opens nothing of it, and begins no second one.
    expectProblem(await openPublic('campaign-resumptions', kim(keys)), 404, 'not-found');
    const before = await countOf('responses');
    expectProblem(await beginIn(firm.visitor, firm.firmId, kim(keys)), 409, 'campaign-begun');
    expectProblem(await startByKey(site.newVisitor(), kim(keys)), 409, 'campaign-begun');
    expect(await countOf('responses')).toBe(before);

    await saveAll(visitor, responseId, { 'D1.1': level(2) });
    expect((await submit(visitor, responseId)).statusCode).toBe(201);
    expect(await campaignOf(advisor, open)).toMatchObject({ begun: 1, finished: 1 });
    expect((await openPublic('campaign-invitations', kim(keys))).json()).toMatchObject({ progress: 'finished' });
    // A round of the firm as any other: its owner reads the result.
    expect((await firm.visitor.get(`/api/responses/${responseId}/result`)).statusCode).toBe(200);
  },
});

describe('answering in a firm', () => {
  test('is begun by one of two who open the link at once', async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const [first, second] = [await signedInOwner(site), await signedInOwner(site)];
    const alone = site.newVisitor();
    const before = (await countOf('responses')) ?? 0;
    const replies = await Promise.all([
      beginIn(first.visitor, first.firmId, kim(keys)),
      beginIn(second.visitor, second.firmId, kim(keys)),
      startByKey(alone, kim(keys)),
    ]);
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect(await countOf('responses')).toBe(before + 1);
    expect(await campaignOf(advisor, open)).toMatchObject({ begun: 1 });
  });

  test('is refused once the call is closed, and keeps nothing', async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    await moveOn(advisor, open, 'end');
    const before = await countOf('assessments');
    expectProblem(await beginIn(owner.visitor, owner.firmId, kim(keys)), 409, 'campaign-closed');
    expect(await countOf('assessments')).toBe(before);
  });

  test('is a round of its own beside what the firm has open, and is refused for good once the call has ended', async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const firm = await signedInOwner(site);
    const draft = { formCode: 'snabbkoll', language: 'sv', profile: workshop };
    const { responseId: other } = (await firm.visitor.post(`/api/firms/${firm.firmId}/responses`, draft)).json<{
      responseId: string;
    }>();
    const { responseId } = (await beginIn(firm.visitor, firm.firmId, kim(keys))).json<{ responseId: string }>();
    expect(responseId).not.toBe(other);
    for (const each of [responseId, other]) await saveAll(firm.visitor, each, { 'D1.1': level(2) });
    await moveOn(advisor, open, 'end');
    expectProblem(await submit(firm.visitor, responseId), 409, 'campaign-closed');
    expect((await submit(firm.visitor, other)).statusCode).toBe(201);
    expect(await campaignOf(advisor, open)).toMatchObject({ begun: 1, finished: 0 });
    // And may be submitted for the firm itself, as any that was begun.
    expect((await firm.visitor.post(`/api/responses/${responseId}/campaign-departure`)).statusCode).toBe(200);
    expect((await submit(firm.visitor, responseId)).statusCode).toBe(201);
  });

  test('does not begin with a response of somebody else, whatever the function is given', async () => {
    const { keys } = await openedCampaign(site, advisor);
    const firm = await signedInOwner(site);
    const colleague = await signedInMember(site, firm.firmId, 'respondent');
    const draft = { formCode: 'snabbkoll', language: 'sv', profile: workshop };
    const begun = await firm.visitor.post(`/api/firms/${firm.firmId}/responses`, draft);
    const outcome = await inTransaction(
      { pool: site.app.pg.pool },
      { surface: 'member', sessionKey: sha256Hex(colleague.sessionSecret) },
      (tx) =>
        beginAssessmentInFirm(
          tx,
          { keySha256: sha256(kim(keys)), responseId: begun.json<{ responseId: string }>().responseId },
          site.clock.now(),
        ),
    );
    expect(outcome).toBe('not-found');
  });
});

describeEndpoint(invitations.resumeCampaignResponse, {
  ...anybody,
  'refuses an invalid request': async () => {
    expectProblem(await openPublic('campaign-resumptions', 'short'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { keys } = await openedCampaign(site, advisor);
    expectProblem(await openPublic('campaign-resumptions', unknownKey), 404, 'not-found');
    // Nothing is begun by it yet.
    expectProblem(await openPublic('campaign-resumptions', kim(keys)), 404, 'not-found');
  },
  succeeds: async () => {
    const { keys } = await openedCampaign(site, advisor);
    const first = site.newVisitor();
    const responseId = await begunByKey(first, kim(keys));
    await saveAll(first, responseId, { 'D1.1': level(2) });
    const second = site.newVisitor();
    expect((await openPublic('campaign-resumptions', kim(keys), second)).json()).toEqual({ responseId });
    expect((await second.get(`/api/responses/${responseId}`)).json()).toMatchObject({
      answers: [{ itemCode: 'D1.1' }],
    });

    // A link to continue by, which the second saves, is of the same mail.
    const { url } = (await second.post(`/api/responses/${responseId}/resume-links`)).json<{ url: string }>();
    const link = url.slice(-43);
    const third = site.newVisitor();
    expect((await third.post('/api/resumptions', { key: link })).statusCode).toBe(201);

    expect((await submit(first, responseId)).statusCode).toBe(201);
    // Who came by the mail reads nothing after that; who began goes on.
    for (const visitor of [second, third]) {
      expectProblem(await visitor.get(`/api/responses/${responseId}`), 404, 'not-found');
      expectProblem(await visitor.get(`/api/responses/${responseId}/result`), 404, 'not-found');
      expectProblem(await visitor.post(`/api/responses/${responseId}/claim`), 401, 'sign-in-required');
    }
    expectProblem(await site.newVisitor().post('/api/resumptions', { key: link }), 404, 'not-found');
    expect((await first.get(`/api/responses/${responseId}/result`)).statusCode).toBe(200);
    // What is submitted is opened by what its firm keeps itself, and no mail that somebody forwards.
    expectProblem(await openPublic('campaign-resumptions', kim(keys)), 404, 'not-found');
    expect((await openPublic('campaign-invitations', kim(keys))).json()).toMatchObject({ progress: 'finished' });
  },
});

const submit = (visitor: Visitor, responseId: string) =>
  visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });

/** A response of the call, answered and not submitted, after the call has been ended. */
async function tooLate() {
  const { campaignId: open, keys } = await openedCampaign(site, advisor);
  const visitor = site.newVisitor();
  const responseId = await begunByKey(visitor, kim(keys));
  await saveAll(visitor, responseId, { 'D1.1': level(2) });
  await moveOn(advisor, open, 'end');
  return { open, visitor, responseId, keys };
}

describeEndpoint(invitations.leaveCampaign, {
  'refuses who has no key': async () => {
    const { responseId } = await tooLate();
    expectProblem(await site.newVisitor().post(`/api/responses/${responseId}/campaign-departure`), 404, 'not-found');
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const { responseId } = await tooLate();
    const other = await tooLate();
    expectProblem(
      await other.visitor.trespass({ method: 'POST', url: `/api/responses/${responseId}/campaign-departure` }),
      404,
      'not-found',
    );
  },
  'refuses an invalid request': async () => {
    expectProblem(await owner.visitor.post('/api/responses/x/campaign-departure'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    // A response of no call.
    expectProblem(await owner.visitor.post(`/api/responses/${owner.responseId}/campaign-departure`), 404, 'not-found');
  },
  succeeds: async () => {
    const { open, visitor, responseId } = await tooLate();
    expectProblem(await submit(visitor, responseId), 409, 'campaign-closed');
    expect((await visitor.get(`/api/responses/${responseId}`)).json()).toMatchObject({
      status: 'open',
      answers: [{ itemCode: 'D1.1' }],
    });
    const leave = await visitor.post(`/api/responses/${responseId}/campaign-departure`);
    expect(leave.json()).toEqual({ hasLeft: true });
    expect((await submit(visitor, responseId)).statusCode).toBe(201);
    expect((await visitor.get(`/api/responses/${responseId}/result`)).statusCode).toBe(200);
    // The organiser is told nothing of it.
    expect(await campaignOf(advisor, open)).toMatchObject({ begun: 1, finished: 0 });
  },
});

const optOutCode = (text: string | undefined) => /opt-out#([0-9a-f-]{36})/.exec(text ?? '')?.[1];
const sayNo = async (code: string | undefined) =>
  expect((await site.newVisitor().post('/api/contact-opt-outs', { code })).statusCode).toBe(200);

/** Extends a call to two days from now, with a reminder tomorrow. */
async function extend(of: string, staff: Staff, now: string) {
  const { revision, name, message, formCode, instrumentVersionId, opensOn, graceDays, reminderDays } = await campaignOf(
    staff,
    of,
  );
  const [tomorrow, closesOn] = [addDays(now, 1), addDays(now, 2)];
  const body = { revision, name, message, formCode, instrumentVersionId, opensOn, graceDays, closesOn };
  const reply = await staff.visitor.put(campaignsOf(staff, `/${of}`), {
    ...body,
    reminderDays: [...reminderDays.filter((day) => day <= now), tomorrow],
  });
  expect(reply.statusCode, reply.body).toBe(200);
}

test('a link says that what was begun has gone by its age, and begins anew', async () => {
  const { keys } = await openedCampaign(site, advisor);
  const key = keys.get('kim@bruket.example') ?? '';
  const progress = async () =>
    (await site.newVisitor().post('/api/campaign-invitations', { key })).json<{ progress: string }>().progress;
  const responseId = await begunByKey(site.newVisitor(), key);
  expect(await progress()).toBe('begun');

  const client = await site.admin.connect();
  await client.query(`set session_replication_role = 'replica'`);
  const longAgo = limitOf(site, 'unclaimed-responses');
  await client.query('update responses set started_at = $1 where response_id = $2', [longAgo, responseId]);
  await client.query('reset session_replication_role');
  client.release();
  await applyRetention(retentionOf(site));
  const { rowCount } = await site.admin.query('select from responses where response_id = $1', [responseId]);
  expect(rowCount).toBe(0);
  expect(await progress()).toBe('gone');
  expectProblem(await site.newVisitor().post('/api/campaign-resumptions', { key }), 404, 'not-found');

  await begunByKey(site.newVisitor(), key);
  expect(await progress()).toBe('begun');
});

describe('who submits', () => {
  test('by the link of the mail keeps what was submitted, as does who began', async () => {
    const { keys } = await openedCampaign(site, advisor);
    const first = site.newVisitor();
    const responseId = await begunByKey(first, kim(keys));
    await saveAll(first, responseId, { 'D1.1': level(2) });
    const [second, third] = [site.newVisitor(), site.newVisitor()];
    for (const visitor of [second, third]) await openPublic('campaign-resumptions', kim(keys), visitor);
    expect((await submit(second, responseId)).statusCode).toBe(201);
    for (const visitor of [first, second]) {
      expect((await visitor.get(`/api/responses/${responseId}/result`)).statusCode).toBe(200);
    }
    expectProblem(await third.get(`/api/responses/${responseId}/result`), 404, 'not-found');
  });

  test('after the firm has left the call ends what came by the mail as well, and the link says that it is finished', async () => {
    const { visitor, responseId, keys } = await tooLate();
    const second = site.newVisitor();
    await openPublic('campaign-resumptions', kim(keys), second);
    await visitor.post(`/api/responses/${responseId}/campaign-departure`);
    // Still open: the link goes on with it.
    expect((await openPublic('campaign-invitations', kim(keys))).json()).toMatchObject({ progress: 'begun' });
    expect((await openPublic('campaign-resumptions', kim(keys))).statusCode).toBe(201);
    expect((await submit(visitor, responseId)).statusCode).toBe(201);
    expectProblem(await second.get(`/api/responses/${responseId}/result`), 404, 'not-found');
    expect((await openPublic('campaign-invitations', kim(keys))).json()).toMatchObject({ progress: 'finished' });
  });
});

describe('saying no', () => {
  test('holds by the mail of a firm that was taken out of the call since, or whose call is gone', async () => {
    await moveOn(advisor, campaignId, 'opening');
    const mails = await deliverCampaignMails(site);
    const codeTo = (address: string) => optOutCode(mails.find(({ recipient }) => recipient === address)?.text);
    const sagen = (await inviteesOf(advisor, campaignId)).find(({ firmName }) => firmName === 'Sågen');
    await advisor.visitor.post(campaignsOf(advisor, `/${campaignId}/firms/${sagen?.inviteeId}/removal`));
    const again = importing(csv('Företag;E-post\nSågen;eva@sagen.example\n'), 'whole-file');
    const faultsOf = async (of: string) =>
      (await advisor.visitor.post(campaignsOf(advisor, `/${of}/firm-imports`), again)).json<contract.InviteeReport>()
        .faulty;
    // Mailed once by this call: not a second time.
    expect(await faultsOf(campaignId)).toMatchObject([{ row: 2, faults: ['in-campaign'] }]);
    const other = await draftCampaign(site, advisor, {}, null);
    expect(await faultsOf(other)).toEqual([]);

    await sayNo(codeTo('eva@sagen.example'));
    expect(await inviteesOf(advisor, other, '?state=opted-out')).toMatchObject([{ firmName: 'Sågen', email: null }]);
    await site.admin.query('delete from campaigns where campaign_id = $1', [campaignId]);
    await sayNo(codeTo('kim@bruket.example'));
    const third = await draftCampaign(site, advisor);
    expect((await inviteesOf(advisor, third)).map(({ firmName }) => firmName)).toEqual(['Ån']);
    // Nothing but a fingerprint of who has not said no either.
    const { rows } = await site.admin.query('select * from campaign_former_firms');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('an@an.example');
  });

  test('of a firm that was never written to leaves nothing behind when it is taken out', async () => {
    const [bruket] = await inviteesOf(advisor, campaignId);
    await advisor.visitor.post(campaignsOf(advisor, `/${campaignId}/firms/${bruket?.inviteeId}/removal`));
    expect((await site.admin.query('select * from campaign_former_firms')).rows).toEqual([]);
  });

  test('leaves the name of the firm alone, here and in the outbox, and does not end the answering', async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const visitor = site.newVisitor();
    const responseId = await begunByKey(visitor, kim(keys));
    const read = (await openPublic('campaign-invitations', kim(keys))).json<{ optOutCode: string }>();
    await sayNo(read.optOutCode);
    expect((await inviteesOf(advisor, open, '?search=bruket'))[0]).toMatchObject({
      ...{ firmName: 'Bruket AB', email: null, organisationNumber: null, municipality: null, branch: null },
      ...{ sizeClass: null, state: 'begun' },
    });
    const { rows } = await site.admin.query(
      `select facts from outbox_mails where recipient = 'kim@bruket.example' or facts::text like '%Bruket%'`,
    );
    expect(rows).toEqual([]);
    const office = site.newVisitor();
    expect((await openPublic('campaign-resumptions', kim(keys), office)).json()).toEqual({ responseId });
    await saveAll(office, responseId, { 'D1.1': level(2) });
    expect((await submit(office, responseId)).statusCode).toBe(201);
    expect(await campaignOf(advisor, open)).toMatchObject({ invited: 3, begun: 1, finished: 1 });
  });

  test('before any mail counts as invited by nobody', async () => {
    const { rows } = await site.admin.query<{ code: string }>(
      `select opt_out_id as code from campaign_firms where email = 'an@an.example'`,
    );
    await sayNo(rows[0]?.code);
    await moveOn(advisor, campaignId, 'opening');
    await deliverCampaignMails(site);
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ firms: 3, invited: 2, optedOut: 1 });
  });

  test('while a file is being stored is not lost', async () => {
    await moveOn(advisor, campaignId, 'opening');
    const note = (address: string) =>
      site.admin.query(
        `insert into contact_opt_outs (organisation_id, email_sha256, opted_out_at)
         values ($1, sha256(convert_to($2, 'UTF8')), now())`,
        [advisor.organisationId, address],
      );
    // Noted after the file was compared with those who have said no.
    await note('an@an.example');
    while (await writeCampaignMails(writingOf(site)));
    expect((await site.admin.query(`select 1 from outbox_mails where recipient = 'an@an.example'`)).rows).toEqual([]);
    // And after the mail was written.
    await note('eva@sagen.example');
    expect((await deliverCampaignMails(site)).map(({ recipient }) => recipient)).toEqual(['kim@bruket.example']);
  });
});

describe('a call in its course', () => {
  const dayMs = 86_400_000;

  test('takes no firms in on its last evening, when they would not be invited any more', async () => {
    // In the afternoon, and then after 21 in winter and in summer alike.
    const clock = createTestClock(`${today}T13:00:00.000Z`);
    const local = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock });
    const staff = await signedInAs(local, 'manager');
    const of = await draftCampaign(local, staff, { closesOn: today, reminderDays: [] });
    await moveOn(staff, of, 'opening');
    const add = () => staff.visitor.post(campaignsOf(staff, `/${of}/contact-additions`), {});
    expect((await add()).statusCode).toBe(200);
    clock.advance(7.5 * 3_600_000);
    const late = await add();
    expectProblem(late, 422, 'invalid-request');
    expect(late.json()).toMatchObject({ errors: [{ code: 'too-late-to-invite' }] });
    expect(await campaignOf(staff, of)).toMatchObject({ state: 'open', invitesFrom: null });
    await local.close();
  });

  test.each([
    // In winter and in summer alike.
    ['2040-01-05T12:00:00.000Z', '2040-01-05', '2040-01-05T12:00:00.000Z'],
    ['2040-01-05T20:30:00.000Z', '2040-01-05', '2040-01-06T06:00:00.000Z'],
    ['2040-01-05T02:30:00.000Z', '2040-01-05', '2040-01-05T06:00:00.000Z'],
    ['2040-07-05T22:30:00.000Z', '2040-07-05', '2040-07-06T05:00:00.000Z'],
    ['2040-07-05T12:00:00.000Z', '2040-07-08', '2040-07-08T05:00:00.000Z'],
  ])('tells at %s, with its first day on %s, that it invites from %s', async (now, opensOn, from) => {
    const local = await startTestApp({}, { clock: createTestClock(now) });
    const staff = await signedInAs(local, 'advisor');
    const of = await draftCampaign(local, staff, { opensOn, closesOn: addDays(opensOn, 20), reminderDays: [] });
    expect(await campaignOf(staff, of)).toMatchObject({ state: 'draft', invitesFrom: from });
    await moveOn(staff, of, 'opening');
    expect(await campaignOf(staff, of)).toMatchObject({ invitesFrom: from });
    await moveOn(staff, of, 'end');
    expect(await campaignOf(staff, of)).toMatchObject({ state: 'ended', invitesFrom: null });
    await local.close();
  });

  test('writes to no firm at night, while a test mail goes at once', async () => {
    const clock = createTestClock(`${today}T21:30:00.000Z`);
    const local = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock });
    const staff = await signedInAs(local, 'advisor');
    const of = await draftCampaign(local, staff);
    await moveOn(staff, of, 'opening');
    const tested = await staff.visitor.post(campaignsOf(staff, `/${of}/test-mails`), { language: 'sv' });
    expect(tested.statusCode, tested.body).toBe(200);
    expect((await deliverCampaignMails(local)).map(({ recipient }) => recipient)).toEqual([staff.email, staff.email]);
    await local.close();
  });

  test('is tried out with no more than one connection to the database at a time', async () => {
    const local = await startTestApp({ rateLimitPerMinute: 100_000, databasePoolSize: 1 });
    const staff = await signedInAs(local, 'advisor');
    const of = await draftCampaign(local, staff);
    const tested = await staff.visitor.post(campaignsOf(staff, `/${of}/test-mails`), { language: 'sv' });
    expect(tested.statusCode, tested.body).toBe(200);
    await local.close();
  });

  test('does not remind who has gone on for itself, when the days are extended', async () => {
    const clock = createTestClock(`${today}T09:00:00.000Z`);
    const local = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock });
    const staff = await signedInAs(local, 'manager');
    const { campaignId: open, keys } = await openedCampaign(local, staff, { graceDays: 0, reminderDays: [] });
    const [left, submitted] = [local.newVisitor(), local.newVisitor()];
    const responses = [
      await begunByKey(left, keys.get('kim@bruket.example') ?? ''),
      await begunByKey(submitted, keys.get('eva@sagen.example') ?? ''),
    ];
    await saveAll(submitted, responses[1] ?? '', { 'D1.1': level(2) });
    clock.advance(21 * dayMs);
    expect((await left.post(`/api/responses/${responses[0]}/campaign-departure`)).statusCode).toBe(200);
    expect((await submitted.post(`/api/responses/${responses[1]}/campaign-departure`)).statusCode).toBe(200);
    expect((await submit(submitted, responses[1] ?? '')).statusCode).toBe(201);
    await extend(open, staff, todayOf(local));
    clock.advance(dayMs);
    expect((await deliverCampaignMails(local)).map(({ recipient }) => recipient)).toEqual(['an@an.example']);
    await local.close();
  });

  test('reminds on its days only those who have not finished, each once, and nobody at night or after its end', async () => {
    const local = await startTestApp(
      { rateLimitPerMinute: 100_000 },
      { clock: createTestClock(`${today}T09:00:00.000Z`) },
    );
    const staff = await signedInAs(local, 'manager');
    const { campaignId: open, keys } = await openedCampaign(local, staff);
    const visitor = local.newVisitor();
    const responseId = await begunByKey(visitor, kim(keys));
    await saveAll(visitor, responseId, { 'D1.1': level(2) });
    expect((await submit(visitor, responseId)).statusCode).toBe(201);
    expect(await campaignOf(staff, open)).toMatchObject({
      invited: 3,
      begun: 1,
      finished: 1,
      foreseen: [{ firms: 2 }, { firms: 2 }],
    });

    local.clock.advance(6 * dayMs);
    expect(await deliverCampaignMails(local)).toEqual([]);
    // Ten in the evening before the reminder, and at night on its day.
    local.clock.advance(14 * 3_600_000);
    expect(await deliverCampaignMails(local)).toEqual([]);
    local.clock.advance(5 * 3_600_000);
    expect(await deliverCampaignMails(local)).toEqual([]);
    local.clock.advance(5 * 3_600_000);
    const first = await deliverCampaignMails(local);
    expect(first.map(({ recipient }) => recipient).sort()).toEqual(['an@an.example', 'eva@sagen.example']);
    expect(await deliverCampaignMails(local)).toEqual([]);
    // The link of a reminder is another, and the earlier one goes on.
    const again = keysIn(first);
    for (const key of [again.get('eva@sagen.example'), keys.get('eva@sagen.example')]) {
      expect((await local.newVisitor().post('/api/campaign-invitations', { key })).statusCode).toBe(200);
    }

    // Says no by the link in the mail: gone as an address, and never written to by anybody there.
    const code = /opt-out#([0-9a-f-]{36})/.exec(
      first.find(({ recipient }) => recipient === 'an@an.example')?.text ?? '',
    )?.[1];
    await local.newVisitor().post('/api/contact-opt-outs', { code });
    expect(await inviteesOf(staff, open, '?state=opted-out')).toMatchObject([{ firmName: 'Ån', email: null }]);
    local.clock.advance(7 * dayMs);
    expect((await deliverCampaignMails(local)).map(({ recipient }) => recipient)).toEqual(['eva@sagen.example']);

    // In the grace what was begun is taken, and nobody is written to.
    const late = local.newVisitor();
    const lateResponse = await begunByKey(late, keys.get('eva@sagen.example') ?? '');
    await saveAll(late, lateResponse, { 'D1.1': level(1) });
    local.clock.advance(9 * dayMs);
    expect(await campaignOf(staff, open)).toMatchObject({ state: 'grace' });
    expect(await deliverCampaignMails(local)).toEqual([]);
    local.clock.advance(dayMs);
    expect(await campaignOf(staff, open)).toMatchObject({ state: 'closed', foreseen: [] });
    expectProblem(await submit(late, lateResponse), 409, 'campaign-closed');
    // Extended, it is taken after all.
    const { revision, ...document } = await campaignOf(staff, open);
    const { name, message, formCode, instrumentVersionId, opensOn, reminderDays, graceDays } = document;
    const closesOn = addDays(todayOf(local), 2);
    const body = { revision, name, message, formCode, instrumentVersionId, opensOn, reminderDays, graceDays, closesOn };
    const extended = await staff.visitor.put(campaignsOf(staff, `/${open}`), body);
    expect(extended.statusCode, extended.body).toBe(200);
    expect((await submit(late, lateResponse)).statusCode).toBe(201);
    expect(await campaignOf(staff, open)).toMatchObject({ state: 'open', finished: 2 });
    await local.close();
  });

  /** A call with a reminder written to all of its firms and not sent. */
  async function remindedAll() {
    const clock = createTestClock(`${today}T09:00:00.000Z`);
    const local = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock });
    const staff = await signedInAs(local, 'manager');
    const { campaignId: open, keys } = await openedCampaign(local, staff);
    clock.advance(7 * dayMs);
    await writeCampaignMails(writingOf(local));
    return { local, staff, open, keys };
  }
  const goneTo = async (local: TestApp) => (await deliverCampaignMails(local)).map(({ recipient }) => recipient).sort();

  test.each([
    // In the outbox, and not taken yet: it is taken out.
    ['waiting', 1],
    // Put back there after the firm had changed, as by a worker that was gone: asked once more as it is sent.
    ['put back', 3],
  ])('sends no mail that was written before its firm finished or said no: %s', async (name, waiting) => {
    const { local, keys } = await remindedAll();
    const columns = 'mail_id, kind, recipient, language, facts, dedupe_key, created_at, next_attempt_at';
    const { rows: put } = await local.admin.query(`select ${columns} from outbox_mails where settled_at is null`);
    const visitor = local.newVisitor();
    const responseId = await begunByKey(visitor, kim(keys));
    await saveAll(visitor, responseId, { 'D1.1': level(2) });
    expect((await submit(visitor, responseId)).statusCode).toBe(201);
    const eva = await local.newVisitor().post('/api/campaign-invitations', { key: keys.get('eva@sagen.example') });
    await local.newVisitor().post('/api/contact-opt-outs', { code: eva.json<{ optOutCode: string }>().optOutCode });
    if (name === 'put back') {
      await local.admin.query(
        `insert into outbox_mails (${columns})
         select ${columns} from jsonb_populate_recordset(null::outbox_mails, $1) on conflict do nothing`,
        [JSON.stringify(put)],
      );
    }
    expect((await local.admin.query(`select 1 from outbox_mails where status = 'waiting'`)).rowCount).toBe(waiting);
    expect(await goneTo(local)).toEqual(['an@an.example']);
    await local.close();
  });

  test('sends no mail that was written before the call ended', async () => {
    await moveOn(advisor, campaignId, 'opening');
    await writeCampaignMails(writingOf(site));
    expect((await site.admin.query(`select 1 from outbox_mails where status = 'waiting'`)).rowCount).toBe(3);
    await moveOn(advisor, campaignId, 'end');
    expect(await deliverCampaignMails(site)).toEqual([]);
    const { rows } = await site.admin.query('select distinct status, fault from outbox_mails');
    expect(rows).toEqual([{ status: 'failed', fault: 'no-longer-needed' }]);
    // Which is no mail that came back.
    expect(await campaignOf(advisor, campaignId)).toMatchObject({ bounced: 0 });
  });

  test('is answered in its own version, whatever is published meanwhile', async () => {
    const { keys } = await openedCampaign(site, advisor);
    const visitor = site.newVisitor();
    const responseId = await begunByKey(visitor, kim(keys));
    const follow = site.admin.query(
      `update assessments set instrument_version_id = gen_random_uuid()
       where assessment_id = (select assessment_id from responses where response_id = $1)`,
      [responseId],
    );
    await expect(follow).rejects.toThrow('a call is answered in its own version');
    expect((await visitor.get(`/api/responses/${responseId}/version-change`)).json()).toMatchObject({ moves: [] });
  });

  test('is divided into groups of which none is so small that it tells of one firm', async () => {
    const { campaignId: open } = await openedCampaign(site, advisor);
    const { rates } = await campaignOf(advisor, open);
    expect(rates.county).toEqual([{ code: null, invited: 3, begun: 0, finished: 0 }]);

    // Shown beside the small ones, which are counted together: four in Värmland, two in Gävleborg, one nowhere.
    const places = ['Karlstad', 'Karlstad', 'Karlstad', 'Karlstad', 'Gävle', 'Gävle', ''];
    const rows = places.map((place, at) => `Firma ${at};firma${at}@example.se;;${place};;;`);
    const wide = await draftCampaign(site, advisor, {}, csv(['Företag;E-post;Orgnr;Kommun;;;', ...rows].join('\n')));
    await moveOn(advisor, wide, 'opening');
    const keys = keysIn(await deliverCampaignMails(site));
    await begunByKey(site.newVisitor(), keys.get('firma1@example.se') ?? '');
    expect((await campaignOf(advisor, wide)).rates.county).toEqual([
      { code: '17', invited: 4, begun: 1, finished: 0 },
      { code: null, invited: 3, begun: 0, finished: 0 },
    ]);
  });

  test('tells the organiser the day on which a firm began and finished, and no moment', async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const visitor = site.newVisitor();
    const responseId = await begunByKey(visitor, kim(keys));
    await saveAll(visitor, responseId, { 'D1.1': level(2) });
    await submit(visitor, responseId);
    const [bruket] = await inviteesOf(advisor, open, '?state=finished');
    expect(bruket).toMatchObject({ begunOn: today, finishedOn: today });
    expect(bruket).not.toHaveProperty('begunAt');
  });

  test('goes with the firm that is erased, and with the person whose address it was', async () => {
    const { campaignId: open, keys } = await openedCampaign(site, advisor);
    const visitor = site.newVisitor();
    const responseId = await begunByKey(visitor, kim(keys));
    await site.admin.query('delete from firms where firm_id = (select firm_id from responses where response_id = $1)', [
      responseId,
    ]);
    expect((await inviteesOf(advisor, open)).map(({ firmName }) => firmName)).toEqual(['Sågen', 'Ån']);
    const { rows } = await site.admin.query(
      `select recipient from outbox_mails where recipient = 'kim@bruket.example'`,
    );
    expect(rows).toEqual([]);
  });
});
