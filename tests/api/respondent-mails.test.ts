import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonalData } from '#server/features/account/get-personal-data.ts';
import { level, saveAll } from '../support/answering.ts';
import { deliverAll, deliveryOf, smtpTo } from '../support/delivery.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { inOrder } from '../support/meanwhile.ts';
import { type Owner, signedIn } from '../support/people.ts';
import {
  beginAnother,
  invitationBody,
  inviteByMail,
  type Lead,
  makeWallLink,
  newColleague,
  newOwnerLead,
  ofRespondents,
  openInvitation,
  readRespondents,
  submit,
} from '../support/respondents.ts';
import { keyIn } from '../support/result-links.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const remind = ({ visitor, responseId }: Lead, respondentId: string) =>
  visitor.post(ofRespondents(responseId, `/${respondentId}/reminder`));
const renew = ({ visitor, responseId }: Lead, respondentId: string) =>
  visitor.post(ofRespondents(responseId, `/${respondentId}/renewal`));
const takeBack = ({ visitor, responseId }: Lead, respondentId: string) =>
  visitor.post(ofRespondents(responseId, `/${respondentId}/taking-back`));
const mailsTo = async (respondentId: string) => {
  const { rows } = await site.admin.query<{ recipient: string | null; facts: Record<string, string> }>(
    'select recipient, facts from outbox_mails where dedupe_key like $1 order by created_at',
    [`respondent-%:${respondentId}%`],
  );
  return rows;
};

describe('the mail to whoever is invited', () => {
  let server: MailServer;
  beforeEach(async () => {
    await site.admin.query('delete from outbox_mails where settled_at is null');
    server = await startMailServer();
  });
  afterEach(() => server.close());
  const send = () => deliverAll(deliveryOf(site, smtpTo(server.url)));
  const keyMailed = (index: number) =>
    keyIn(/https:\S+\/answer\?lang=sv#key=[\w-]+/.exec(server.mails[index]?.text ?? '')?.[0] ?? '');

  test('carries a key that no table holds, and so does the one reminder, and both open the same answers', async () => {
    const lead = await newOwnerLead(site);
    const { email, url, respondentId } = await inviteByMail(lead);
    expect(url).toBeNull();
    await send();
    expect(server.mails.map(({ subject }) => subject)).toEqual(['Du är inbjuden att svara i Måttstock']);
    expect(JSON.stringify(server.mails[0]?.to)).toContain(email);
    expect(server.mails[0]?.text).toContain('Smeden AB');
    const key = keyMailed(0);
    const colleague = site.newVisitor();
    const own = await openInvitation(colleague, key);
    await saveAll(colleague, own, { 'PM1.1': level(2) });
    await colleague.put(`/api/responses/${own}/respondent/counts-alone`, { countsAlone: true });

    expect((await remind(lead, respondentId)).statusCode).toBe(200);
    await send();
    expect(server.mails[1]?.subject).toBe('En påminnelse: du är inbjuden att svara i Måttstock');
    const reminded = keyMailed(1);
    expect(reminded).not.toBe(key);
    expect(await openInvitation(site.newVisitor(), reminded)).toBe(own);
    // On a further device, where what was said before stays said.
    const elsewhere = site.newVisitor();
    expect(await openInvitation(elsewhere, key)).toBe(own);
    expect((await elsewhere.get(`/api/responses/${own}`)).json()).toMatchObject({ respondent: { countsAlone: true } });
    const { rows } = await site.admin.query<{ line: string }>(
      `select to_jsonb(o)::text as line from outbox_mails o union all select to_jsonb(p)::text from respondents p
       union all select to_jsonb(a)::text from audit_events a`,
    );
    expect(rows.filter(({ line }) => line.includes(key) || line.includes(reminded))).toEqual([]);
  });

  test('does not go once the invitation is taken back, and a reminder not to who is done meanwhile', async () => {
    const lead = await newOwnerLead(site);
    const { respondentId } = await inviteByMail(lead);
    await takeBack(lead, respondentId);
    await send();
    expect(server.givenCount).toBe(0);
    expect(await mailsTo(respondentId)).toEqual([]);

    const other = await inviteByMail(lead);
    await send();
    const colleague = site.newVisitor();
    const own = await openInvitation(colleague, keyMailed(0));
    await remind(lead, other.respondentId);
    await colleague.put(`/api/responses/${own}/respondent/done`, { isDone: true });
    await send();
    expect(server.mails).toHaveLength(1);
  });

  test('lets go of what it was filled in with once it is taken back', async () => {
    const lead = await newOwnerLead(site);
    const { respondentId } = await inviteByMail(lead);
    await send();
    await takeBack(lead, respondentId);
    expect(await mailsTo(respondentId)).toEqual([{ recipient: null, facts: {} }]);
  });

  test('goes anew once the time for coming in is over, ends the one before, and opens what was answered', async () => {
    const lead = await newOwnerLead(site);
    const { email, respondentId } = await inviteByMail(lead);
    await send();
    const first = keyMailed(0);
    const own = await openInvitation(site.newVisitor(), first);
    expectProblem(await renew(lead, respondentId), 409, 'respondent-not-to-renew');
    await site.admin.query(`update respondents set expires_at = now() - interval '1 hour' where respondent_id = $1`, [
      respondentId,
    ]);
    expect((await readRespondents(lead.visitor, lead.responseId)).respondents).toMatchObject([{ canBeRenewed: true }]);

    const reply = await renew(lead, respondentId);
    expect(reply.statusCode, reply.body).toBe(201);
    expect(reply.json()).toMatchObject({ url: null, respondents: { respondents: [{ canBeRenewed: false }] } });
    await send();
    expect(JSON.stringify(server.mails[1]?.to)).toContain(email);
    expect(keyMailed(1)).not.toBe(first);
    expect(await openInvitation(site.newVisitor(), keyMailed(1))).toBe(own);
    const again = await site.newVisitor().post('/api/respondent-invitations/preview', { key: first });
    expectProblem(again, 404, 'not-found');
    await takeBack(lead, respondentId);
    expect((await mailsTo(respondentId)).map(({ recipient }) => recipient)).toEqual([null, null]);
  });

  test('goes to so many in a day of a firm, in whichever assessment, and to one address three times', async () => {
    const lead = await newOwnerLead(site);
    const elsewhere = { ...lead, responseId: await beginAnother(lead) };
    const invited = async ({ visitor, responseId }: Lead, email: string) => {
      const reply = await visitor.post(ofRespondents(responseId), invitationBody({ email }));
      return reply.statusCode === 201 ? 'invited' : reply.json<{ code: string }>().code;
    };
    const email = `${randomUUID()}@smeden.example`;
    expect(await invited(lead, email)).toBe('invited');
    expect(await invited(lead, email)).toBe('respondent-invited-already');
    expect(await invited(elsewhere, email)).toBe('invited');
    await addMailed(elsewhere, [email.replace('@', '+x@'), null]);
    // The third is the last, also of one whose invitation was taken back.
    const [first] = (await readRespondents(lead.visitor, lead.responseId)).respondents;
    await takeBack(lead, first?.respondentId ?? '');
    expect(await invited(lead, email)).toBe('invited');
    const [, second] = (await readRespondents(lead.visitor, lead.responseId)).respondents;
    await takeBack(lead, second?.respondentId ?? '');
    expect(await invited(lead, email)).toBe('too-many-requests');

    // Three and one were mailed; with 55 more there is room for one.
    await addMailed(
      elsewhere,
      Array.from({ length: 55 }, () => `${randomUUID()}@smeden.example`),
    );
    expect(await invited(lead, `${randomUUID()}@smeden.example`)).toBe('invited');
    expect(await invited(lead, `${randomUUID()}@smeden.example`)).toBe('too-many-requests');
    await site.admin.query(`update respondents set invited_at = now() - interval '2 days' where firm_id = $1`, [
      lead.firmId,
    ]);
    expect(await invited(lead, `${randomUUID()}@smeden.example`)).toBe('invited');
  });

  test('is counted also where the last two of a day go at the same moment from two assessments of a firm', async () => {
    const lead = await newOwnerLead(site);
    const elsewhere = { ...lead, responseId: await beginAnother(lead) };
    const email = `${randomUUID()}@smeden.example`;
    await addMailed(lead, [email, email]);
    const leads = [lead, elsewhere];
    // Both have come as far as to their own assessment, and go on together.
    const attempts = leads.map(
      ({ visitor, responseId }) =>
        () =>
          visitor.post(ofRespondents(responseId), invitationBody({ email })),
    );
    const replies = await inOrder(
      site,
      (holder) =>
        holder.query(
          'select from assessments join responses using (firm_id, assessment_id) where response_id = any ($1) for update of assessments',
          [leads.map(({ responseId }) => responseId)],
        ),
      attempts,
    );
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 429]);
  });
});

/** Invited already, by mail where there is an address. */
async function addMailed({ responseId }: Lead, emails: readonly (string | null)[]): Promise<void> {
  await site.admin.query(
    `insert into respondents (respondent_id, firm_id, assessment_id, role, dimensions, email, language, key_sha256,
       created_at, invited_at, expires_at, taken_back_at)
     select gen_random_uuid(), firm_id, assessment_id, 'office', '{PM1}', address, 'sv',
       sha256(gen_random_uuid()::text::bytea), now(), now(), now() + interval '30 days', now()
     from responses, unnest($2::text[]) address where response_id = $1`,
    [responseId, emails],
  );
}

const erase = ({ personId }: Pick<Owner, 'personId'>) =>
  site.admin.query('select erase_person($1, now(), false)', [personId]);

describe('the erasure of a person', () => {
  test('takes their address from what they were invited to', async () => {
    const lead = await newOwnerLead(site);
    const person = await signedIn(site);
    const { respondentId } = await inviteByMail(lead, person.email);
    const { respondentId: other } = await inviteByMail(lead);
    await erase(person);
    const told = (await readRespondents(lead.visitor, lead.responseId)).respondents;
    expect(told.map(({ respondentId: id, email }) => [id, email !== null])).toEqual([
      [respondentId, false],
      [other, true],
    ]);
    expect(await mailsTo(respondentId)).toEqual([]);
  });

  test('takes their name from the mails by which they invited others', async () => {
    const lead = await newOwnerLead(site);
    const { respondentId } = await inviteByMail(lead);
    await remind(lead, respondentId);
    const other = await newOwnerLead(site);
    const { respondentId: ofOther } = await inviteByMail(other);
    // Called something else by now, where they were called what they were when they invited.
    await site.admin.query("update people set name = 'Kim Ek' where person_id = $1", [lead.personId]);
    await erase(lead);
    const namesIn = async (id: string) => (await mailsTo(id)).map(({ facts }) => facts['inviterName']);
    expect(await namesIn(respondentId)).toEqual(['', '']);
    expect(JSON.stringify(await mailsTo(respondentId))).not.toContain(lead.personId);
    expect(await namesIn(ofOther)).toEqual(['Kim Berg']);
  });
});

describe('what is kept of those who answered together', () => {
  test('whoever leads takes with them whom they asked and how they agreed, and nothing that was answered', async () => {
    const lead = await newOwnerLead(site);
    const { email } = await inviteByMail(lead);
    const colleague = await newColleague(site, lead);
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(4) });
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(1), 'PM2.1': level(3) });
    expect((await submit(lead)).statusCode).toBe(201);
    const { firms } = (await lead.visitor.get('/api/account/data')).json<PersonalData>();
    const own = firms.flatMap(({ responses }) => responses).find(({ asked }) => asked.length > 0);
    expect(own?.asked).toMatchObject([
      { email, role: 'operator', areas: ['PM1', 'PM2'] },
      { email: null, label: 'Lars i verkstaden' },
    ]);
    expect(own?.agreement).toMatchObject({ respondents: 2, differences: { kind: 'too-few' } });
  });

  test('a firm that is erased in part keeps nothing of them, and no mail reaches them', async () => {
    const lead = await newOwnerLead(site);
    const { email } = await inviteByMail(lead);
    const colleague = await newColleague(site, lead);
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(1) });
    await makeWallLink(lead.visitor, lead.responseId);
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(2) });
    expect((await submit(lead)).statusCode).toBe(201);
    const { rows: before } = await site.admin.query('select 1 from agreements where firm_id = $1', [lead.firmId]);
    expect(before).toHaveLength(1);
    await site.admin.query('select reduce_firm($1, now())', [lead.firmId]);
    for (const table of ['respondents', 'respondent_links', 'agreements']) {
      const { rows } = await site.admin.query(`select 1 from ${table} where firm_id = $1`, [lead.firmId]);
      expect([table, rows.length]).toEqual([table, 0]);
    }
    const { rows } = await site.admin.query('select 1 from outbox_mails where recipient = $1', [email]);
    expect(rows).toEqual([]);
  });
});
