import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Respondents } from '#shared/contracts/respondents.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { reportSchema } from '#shared/domain/report/report.ts';
import { level, saveAll, saveBody } from '../support/answering.ts';
import { providerCodes } from '../support/coordination.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, startFirmsApp } from '../support/firms.ts';
import { inOrder, meanwhile } from '../support/meanwhile.ts';
import { readPdf } from '../support/pdf.ts';
import { signedIn, signedInAs } from '../support/people.ts';
import {
  colleaguesWho,
  invitationBody,
  invite,
  type Lead,
  makeWallLink,
  newColleague,
  newLead,
  newOwnerLead,
  ofRespondentLinks,
  ofRespondents,
  openInvitation,
  readRespondents,
  readResult,
  submit,
} from '../support/respondents.ts';
import { choiceOf, keyIn, linkBody, makeLink, openLink } from '../support/result-links.ts';
import { everythingSaid } from '../support/small-instrument.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const text = (words: string): Answer => ({ value: { state: 'text', text: words }, comment: '' });
const choice = (code: string): Answer => ({ value: { state: 'choice', choice: code }, comment: '' });
const open = (visitor: Visitor, key: string) =>
  visitor.post('/api/respondent-invitations', { key, language: 'sv', countsAlone: false });
const put = ({ visitor, responseId }: Lead, item: string, answer: Answer) =>
  visitor.put(`/api/responses/${responseId}/answers/${item}`, saveBody(answer));
const answersOf = async (lead: Lead): Promise<Record<string, Answer>> =>
  Object.fromEntries((await readResult(lead)).response.answers.map(({ itemCode, answer }) => [itemCode, answer]));

describe('the answers of a firm', () => {
  test('are the median where three others have answered, and nobody sees who answered what', async () => {
    const lead = await newLead(site);
    const { visitor, responseId } = lead;
    await saveAll(visitor, responseId, { 'PM1.1': level(4), 'PM1.3': level(4), 'PM2.1': level(3), 'D1.1': level(2) });
    const both = (points: number) => ({ 'PM1.1': level(points), 'PM1.3': level(points), 'PM2.1': level(3) });
    const colleagues = await colleaguesWho(site, lead, [both(1), both(0), both(2)]);
    for (const colleague of colleagues) {
      const done = await colleague.visitor.put(`/api/responses/${colleague.responseId}/respondent/done`, {
        isDone: true,
      });
      expect(done.statusCode, done.body).toBe(200);
      // Neither what the lead nor what a colleague answered can be read by the other.
      expectProblem(await visitor.trespass({ url: `/api/responses/${colleague.responseId}` }), 404, 'not-found');
      expectProblem(await colleague.visitor.trespass({ url: `/api/responses/${responseId}` }), 404, 'not-found');
      expectProblem(await colleague.visitor.trespass({ url: ofRespondents(responseId) }), 404, 'not-found');
    }
    const before = await readRespondents(visitor, responseId);
    expect(before.respondents).toMatchObject([1, 2, 3].map(() => ({ state: 'done', answered: 3, asked: 4 })));

    expect((await submit(lead)).statusCode).toBe(201);
    const result = await readResult(lead);
    const levelOf = (code: string) => result.scoreProfile.dimensions.find(({ dimension }) => dimension === code)?.level;
    // PM1.1 and PM1.3: 0 1 2 4, between 1 and 2 the lower, 1. PM2.1: 3 3 3 3; PM2.2 nobody, one of two is below 60 %. D1
    // the lead alone, one of two.
    expect([levelOf('PM1'), levelOf('PM2'), levelOf('D1')]).toEqual([1, null, null]);
    expect(result.agreement).toMatchObject({ respondents: 4, betweenItems: { kind: 'too-few' } });
    expect(result.agreement?.items).toMatchObject([
      { item: 'PM1.1', answers: 4, lowest: 0, median: 1, highest: 4 },
      { item: 'PM1.3' },
      { item: 'PM2.1', lowest: 3, highest: 3 },
    ]);
  });

  test('are those of whoever leads where fewer have answered, but for colleagues who have said that they count alone', async () => {
    const lead = await newLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(4), 'PM1.3': level(4) });
    await colleaguesWho(site, lead, [
      { 'PM1.1': level(0), 'PM2.1': level(0) },
      { 'PM1.1': level(1), 'PM2.1': level(1) },
    ]);
    const alone = await newColleague(site, lead, { countsAlone: true });
    await saveAll(alone.visitor, alone.responseId, { 'PM1.3': level(2), 'PM2.2': level(3) });
    expect((await submit(lead)).statusCode).toBe(201);

    // PM1.1 stays 4 against two; PM1.3 is the lower of 4 and 2; of PM2.1 the two have not said yes.
    expect(await answersOf(lead)).toEqual({ 'PM1.1': level(4), 'PM1.3': level(2), 'PM2.2': level(3) });
    expect((await readResult(lead)).agreement).toMatchObject({
      respondents: 4,
      items: [],
      differences: { kind: 'too-few' },
    });
  });

  test('have no word of a colleague, nor what they wish, and are read by nobody until the firm submits', async () => {
    const lead = await newLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(4), 'PM2.comment': text('Skrivet av chefen.') });
    const written = (name: string) => ({
      'PM1.1': { ...level(1), comment: `${name} i fältet bredvid` },
      'PM1.comment': text(`${name} i rutan`),
      'PM2.comment': text(`${name} i den andra rutan`),
      'PM1.wish': choice('yes'),
    });
    const colleagues = await colleaguesWho(site, lead, ['Lars', 'Lena', 'Lisa'].map(written));
    expect((await submit(lead)).statusCode).toBe(201);

    expect(await answersOf(lead)).toEqual({ 'PM1.1': level(1), 'PM2.comment': text('Skrivet av chefen.') });
    const others = colleagues.map(({ responseId }) => responseId);
    for (const table of ['answers', 'answer_events', 'submissions', 'agreements', 'audit_events', 'outbox_mails']) {
      const { rows } = await site.admin.query<{ line: string }>(
        `select line from (select to_jsonb(t) as row, to_jsonb(t)::text as line from ${table} t) all_rows
         where line ~ 'i (fältet|rutan|den andra)' and not coalesce(row ->> 'response_id', '') = any ($1)`,
        [others],
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  test('count as answered together who have answered a question of the form, and not who only wish', async () => {
    const lead = await newLead(site);
    await colleaguesWho(site, lead, [{ 'PM1.1': level(1) }, { 'PM1.wish': choice('yes') }]);
    await saveAll(lead.visitor, lead.responseId, { 'PM1.wish': choice('no') });
    // One colleague alone who does not count alone is no answer of the firm's.
    expectProblem(await submit(lead), 422, 'nothing-answered');
    await saveAll(lead.visitor, lead.responseId, { 'D1.1': level(2) });
    expect((await submit(lead)).statusCode).toBe(201);
    expect((await readResult(lead)).agreement?.respondents).toBe(2);
  });
});

describe('a submission and the answers of colleagues', () => {
  /** Who counts alone, so that what is in the result shows. */
  const newAlone = async (lead: Lead) => newColleague(site, lead, { countsAlone: true });

  test('waits for a save that is under way, which is in the result', async () => {
    const lead = await newLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'D1.1': level(1) });
    const colleague = await newAlone(lead);
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(1) });
    const reply = await meanwhile(
      site,
      (holder) =>
        holder.query(`update answers set level = 3 where response_id = $1 and item_code = 'PM1.1'`, [
          colleague.responseId,
        ]),
      () => submit(lead),
      async () => {},
    );
    expect(reply.statusCode, reply.body).toBe(201);
    expect(await answersOf(lead)).toMatchObject({ 'PM1.1': level(3) });
  });

  test('is waited for by a save that comes later, which is refused as too late', async () => {
    const lead = await newLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'D1.1': level(1) });
    const colleague = await newAlone(lead);
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(1) });
    const [submission, saved] = await inOrder(
      site,
      (holder) => holder.query('select 1 from responses where response_id = $1 for update', [colleague.responseId]),
      [() => submit(lead), () => put(colleague, 'PM1.3', level(3))],
    );
    expect(submission?.statusCode).toBe(201);
    expect(saved?.json()).toMatchObject({ status: 409, code: 'response-already-submitted' });
    expect(await answersOf(lead)).toEqual({ 'D1.1': level(1), 'PM1.1': level(1) });
  });

  test('at one moment: what two acknowledged at the last is in, what was refused is not, and it is worked out once', async () => {
    const lead = await newLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'D1.1': level(1) });
    const [one, other] = [await newAlone(lead), await newAlone(lead)];
    const [first, second, ...submissions] = await Promise.all([
      put(one, 'PM1.1', level(1)),
      put(other, 'PM1.3', level(2)),
      submit(lead),
      submit(lead),
    ]);
    expect(new Set(submissions.map((reply) => reply.json<{ receiptNumber: string }>().receiptNumber)).size).toBe(1);
    const told = await answersOf(lead);
    expect(['PM1.1' in told, 'PM1.3' in told]).toEqual([first.statusCode === 200, second.statusCode === 200]);
    for (const reply of [first, second]) {
      if (reply.statusCode !== 200) expectProblem(reply, 409, 'response-already-submitted');
    }
    const { rows } = await site.admin.query('select 1 from agreements where response_id = $1', [lead.responseId]);
    expect(rows).toHaveLength(Object.keys(told).length > 1 ? 1 : 0);
    const events = await site.admin.query('select 1 from answer_events where response_id = $1', [lead.responseId]);
    expect(events.rows).toHaveLength(Object.keys(told).length);
  });

  test('that is done ends all answering, and what was answered goes on being unread', async () => {
    const lead = await newLead(site);
    const colleague = await newColleague(site, lead);
    const { key: unopened } = await invite(lead.visitor, lead.responseId);
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(1) });
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(2) });
    expect((await submit(lead)).statusCode).toBe(201);

    expectProblem(await put(colleague, 'PM1.3', level(3)), 409, 'response-already-submitted');
    expectProblem(await open(site.newVisitor(), unopened), 409, 'response-already-submitted');
    const invited = await lead.visitor.post(ofRespondents(lead.responseId), invitationBody());
    expectProblem(invited, 409, 'response-already-submitted');
    expectProblem(await lead.visitor.trespass({ url: `/api/responses/${colleague.responseId}` }), 404, 'not-found');
    // The respondent still reads their own.
    const own = (await colleague.visitor.get(`/api/responses/${colleague.responseId}`)).json();
    expect(own).toMatchObject({ status: 'closed', receipt: null, answers: [{ itemCode: 'PM1.1' }] });
    expectProblem(await colleague.visitor.get(`/api/responses/${colleague.responseId}/result`), 404, 'not-found');
  });

  test('and a change of the profile follow each other', async () => {
    const lead = await newLead(site);
    const { visitor, responseId } = lead;
    await saveAll(visitor, responseId, { 'D1.1': level(1) });
    const { profile } = (await visitor.get(`/api/responses/${responseId}`)).json<ResponseDocument>();
    const replies = await inOrder(
      site,
      (holder) =>
        holder.query(
          'select 1 from assessments join responses using (firm_id, assessment_id) where response_id = $1 for update',
          [responseId],
        ),
      [() => submit(lead), () => visitor.put(`/api/responses/${responseId}/profile`, { profile })],
    );
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([201, 409]);
  });
});

describe('an invitation that was handed over', () => {
  test('opens once: whoever handed it over gets in to nothing with it', async () => {
    const lead = await newLead(site);
    const colleague = await newColleague(site, lead);
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(1) });
    for (const visitor of [site.newVisitor(), lead.visitor]) {
      expectProblem(await open(visitor, colleague.key), 409, 'invitation-opened');
      const preview = await visitor.post('/api/respondent-invitations/preview', { key: colleague.key });
      expectProblem(preview, 409, 'invitation-opened');
      expectProblem(await visitor.trespass({ url: `/api/responses/${colleague.responseId}` }), 404, 'not-found');
    }
  });

  test('opens for one of two who open it at once', async () => {
    const lead = await newLead(site);
    const { key } = await invite(lead.visitor, lead.responseId);
    const replies = await Promise.all([1, 2].map(() => open(site.newVisitor(), key)));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });

  test('is gone on with on another device by a link that the respondent makes, until it is taken back', async () => {
    const lead = await newLead(site);
    const colleague = await newColleague(site, lead, { countsAlone: true });
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(1) });
    const made = await colleague.visitor.post(`/api/responses/${colleague.responseId}/resume-links`);
    expect(made.statusCode, made.body).toBe(201);
    const key = keyIn(made.json<{ url: string }>().url);
    const elsewhere = site.newVisitor();
    const resumed = await elsewhere.post('/api/resumptions', { key });
    expect(resumed.json()).toEqual({ responseId: colleague.responseId, status: 'open', isRespondent: true });
    // The same key as the first: their own answers, and nothing of the firm.
    await saveAll(elsewhere, colleague.responseId, { 'PM1.3': level(2) });
    const document = (await elsewhere.get(`/api/responses/${colleague.responseId}`)).json<ResponseDocument>();
    expect(document).toMatchObject({ organisationNumber: null, respondent: { countsAlone: true } });
    expectProblem(await elsewhere.trespass({ url: ofRespondents(lead.responseId) }), 404, 'not-found');
    expectProblem(await elsewhere.trespass({ url: `/api/responses/${lead.responseId}` }), 404, 'not-found');

    await lead.visitor.post(ofRespondents(lead.responseId, `/${colleague.respondentId}/taking-back`));
    expectProblem(await elsewhere.get(`/api/responses/${colleague.responseId}`), 404, 'not-found');
    expectProblem(await site.newVisitor().post('/api/resumptions', { key }), 404, 'not-found');
    expectProblem(
      await colleague.visitor.post(`/api/responses/${colleague.responseId}/resume-links`),
      404,
      'not-found',
    );
  });
});

describe('what a respondent is told of the firm', () => {
  test('is its name and what questions go by, whatever else it has said of itself', async () => {
    const lead = await newLead(site);
    const { visitor, responseId } = lead;
    const { profile } = (await visitor.get(`/api/responses/${responseId}`)).json<ResponseDocument>();
    const said = {
      profile: { ...profile, ...everythingSaid },
      firmName: 'Smeden AB',
      organisationNumber: '5560360793',
    };
    const changed = await visitor.put(`/api/responses/${responseId}/profile`, said);
    expect(changed.statusCode, changed.body).toBe(200);
    const colleague = await newColleague(site, lead);
    const document = (await colleague.visitor.get(`/api/responses/${colleague.responseId}`)).json<ResponseDocument>();

    const { municipality, branch, sizeClass, chainRole } = profile;
    expect(document).toEqual({
      responseId: colleague.responseId,
      instrumentVersionId: expect.any(String),
      formCode: 'snabbkoll',
      language: 'sv',
      status: 'open',
      isSimulated: false,
      isClaimed: false,
      firmId: null,
      firmName: 'Smeden AB',
      organisationNumber: null,
      profile: { municipality, branch, sizeClass, chainRole },
      answers: [],
      startedAt: expect.any(String),
      receipt: null,
      continuesFormCode: null,
      continuesResponseId: null,
      campaign: null,
      respondent: { role: 'operator', part: ['PM1', 'PM2'], doneAt: null, countsAlone: false },
    });
  });

  test('gets them no further: no profile, claim, continuation, colleague, result, link, consent, request or submission', async () => {
    const lead = await newLead(site);
    const colleague = await newColleague(site, lead);
    const { visitor, responseId } = colleague;
    await saveAll(visitor, responseId, { 'PM1.1': level(1), 'D1.1': level(1) });
    const { profile } = (await visitor.get(`/api/responses/${responseId}`)).json<ResponseDocument>();
    const { visitor: signed } = await signedIn(site);
    for (const cookie of visitor.cookies) signed.hold(cookie);
    const own = `/api/responses/${responseId}`;
    const tried: Visit[] = [
      { method: 'PUT', url: `${own}/profile`, body: { profile } },
      { method: 'POST', url: `${own}/submission`, body: { language: 'sv' } },
      { method: 'POST', url: `${own}/continuations`, body: { addedForm: 'digital', language: 'sv' } },
      { method: 'POST', url: `${own}/claim` },
      { url: `${own}/respondents` },
      { method: 'POST', url: `${own}/respondents`, body: invitationBody() },
      { method: 'POST', url: `${own}/respondent-links`, body: { mostRespondents: 2, language: 'sv' } },
      { method: 'PUT', url: `${own}/lead-role`, body: { role: 'office' } },
      { url: `${own}/result` },
      { url: `${own}/result-links` },
      { method: 'POST', url: `${own}/result-links`, body: linkBody() },
      { url: `${own}/consents` },
      { url: `${own}/referrals` },
      { url: `${own}/support-choices` },
    ];
    for (const visit of tried) {
      // A claim is asked for by somebody with an account.
      for (const browser of visit.url.endsWith('/claim') ? [signed] : [visitor, signed]) {
        const reply = await browser.send({ ...visit, headers: { 'idempotency-key': randomUUID() } });
        expect([visit.method, visit.url, reply.statusCode, reply.body]).toEqual([
          visit.method,
          visit.url,
          404,
          expect.stringContaining('not-found'),
        ]);
      }
    }
    expect((await readRespondents(lead.visitor, lead.responseId)).isOpen).toBe(true);
  });
});

describe('a link for several', () => {
  test('lets nobody in who waits while it is taken back', async () => {
    const lead = await newLead(site);
    const { visitor, responseId } = lead;
    const { key, respondentLinkId } = await makeWallLink(visitor, responseId);
    const [taken, opened] = await inOrder(
      site,
      (holder) =>
        holder.query(
          'select 1 from assessments join responses using (firm_id, assessment_id) where response_id = $1 for update of assessments',
          [responseId],
        ),
      [
        () => visitor.post(ofRespondentLinks(responseId, `/${respondentLinkId}/taking-back`)),
        () =>
          site
            .newVisitor()
            .post('/api/respondent-invitations', { key, language: 'sv', countsAlone: false, role: 'office' }),
      ],
    );
    expect(taken?.statusCode).toBe(200);
    expect(opened?.statusCode).toBe(404);
    expect((await readRespondents(visitor, responseId)).respondents).toEqual([]);
  });

  test('lets in no more than may answer together, and neither is one more invited', async () => {
    const lead = await newLead(site);
    const { visitor, responseId } = lead;
    const { key } = await makeWallLink(visitor, responseId, { mostRespondents: 50 });
    await addInvited(lead, 49);
    await openInvitation(site.newVisitor(), key, { role: 'office' });
    const late = await site
      .newVisitor()
      .post('/api/respondent-invitations', { key, language: 'sv', countsAlone: false, role: 'office' });
    expectProblem(late, 409, 'respondent-link-full');
    expectProblem(await visitor.post(ofRespondents(responseId), invitationBody()), 409, 'too-many-respondents');
    const told: Respondents = await readRespondents(visitor, responseId);
    expect(told.respondents).toHaveLength(50);
    // With one fewer there is room again.
    await visitor.post(ofRespondents(responseId, `/${told.respondents[0]?.respondentId}/taking-back`));
    await invite(visitor, responseId);
  });
});

/** So many who were invited, by mail to an address each where there is one to begin with. */
async function addInvited({ responseId }: Lead, count: number): Promise<void> {
  await site.admin.query(
    `insert into respondents (respondent_id, firm_id, assessment_id, role, dimensions, language, key_sha256, created_at,
       invited_at, expires_at)
     select gen_random_uuid(), firm_id, assessment_id, 'office', '{PM1}', 'sv', sha256(gen_random_uuid()::text::bytea),
       now(), now(), now() + interval '30 days'
     from responses, generate_series(1, $2) where response_id = $1`,
    [responseId, count],
  );
}

describe('how those who answered agree', () => {
  test('is told at the firm, and neither to an adviser it lets in nor by a link', async () => {
    const lead = await newOwnerLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'D1.1': level(4) });
    await colleaguesWho(
      site,
      lead,
      [0, 1, 4].map((points) => ({ 'PM1.1': level(points) })),
    );
    expect((await submit(lead)).statusCode).toBe(201);
    expect((await readResult(lead)).agreement?.items).toHaveLength(1);

    const [provider] = await providerCodes(site);
    await letIn(lead, provider);
    const advisor = await signedInAs(site, 'advisor', { organisation: provider });
    const looked = await advisor.visitor.get(
      `/api/advisor/organisations/${advisor.organisationId}/firms/${lead.firmId}`,
    );
    expect(looked.statusCode, looked.body).toBe(200);
    expect(looked.json()).toMatchObject({ newest: { response: { responseId: lead.responseId }, agreement: null } });

    const { key } = await makeLink(lead.visitor, lead.responseId, {
      choice: choiceOf(['levels', 'stage', 'answers', 'suggestions']),
    });
    const shared = JSON.stringify(await openLink(site.newVisitor(), key));
    expect(shared).toContain('PM1.1');
    expect(shared).not.toMatch(/agreement|betweenItems|respondents/);
  });
});

describe('a claim', () => {
  test('leaves respondents their keys and their answers, and the owner reads none of them', async () => {
    const lead = await newLead(site);
    const colleague = await newColleague(site, lead);
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.1': level(1) });
    const link = await colleague.visitor.post(`/api/responses/${colleague.responseId}/resume-links`);
    const { visitor } = await signedIn(site);
    for (const cookie of lead.visitor.cookies) visitor.hold(cookie);
    expect((await visitor.post(`/api/responses/${lead.responseId}/claim`)).statusCode).toBe(200);
    await saveAll(colleague.visitor, colleague.responseId, { 'PM1.3': level(2) });
    const resumed = await site.newVisitor().post('/api/resumptions', { key: keyIn(link.json<{ url: string }>().url) });
    expect(resumed.statusCode, resumed.body).toBe(201);
    expectProblem(await visitor.trespass({ url: `/api/responses/${colleague.responseId}` }), 404, 'not-found');
    expect((await readRespondents(visitor, lead.responseId)).respondents).toMatchObject([{ answered: 2 }]);
  });

  test('is in the files that the firm takes, with the questions to talk about, and in none that an adviser takes', async () => {
    const lead = await newOwnerLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(4), 'D1.1': level(4) });
    const given = [0, 1, 4].map((points) => ({ 'PM1.1': level(points) }));
    await colleaguesWho(site, lead, given);
    expect((await submit(lead)).statusCode).toBe(201);
    const fileOf = async (visitor: Visitor, url: string) => {
      const reply = await visitor.get(url);
      expect(reply.statusCode, reply.body).toBe(200);
      return reply;
    };
    const own = `/api/responses/${lead.responseId}/report/sv`;

    const report = reportSchema.parse((await fileOf(lead.visitor, `${own}/json`)).json());
    const [asked] = report.dimensions.flatMap(({ items }) => items).filter(({ item }) => item === 'PM1.1');
    const question = asked?.question;
    // 0 1 4 and the 4 of whoever leads: four answers, the lower of the two in the middle is 1.
    expect(report.agreement?.items).toMatchObject([
      { item: 'PM1.1', question, answers: 4, lowest: 0, median: 1, highest: 4 },
    ]);
    expect(report.agreement?.differences).toMatchObject({ kind: 'spread', items: [{ item: 'PM1.1', question }] });
    const { text: paper } = await readPdf((await fileOf(lead.visitor, `${own}/pdf`)).rawPayload);
    const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
    expect(inOneLine(paper)).toContain(inOneLine(`${question?.sv} Svaren går från nivå 0 till nivå 4.`));
    const { body: table } = await fileOf(lead.visitor, `${own}/csv`);
    expect(table).toContain(`PM1.1;${question?.sv};4;0;1;4`);

    const [provider] = await providerCodes(site);
    await letIn(lead, provider);
    const { visitor, organisationId } = await signedInAs(site, 'advisor', { organisation: provider });
    const theirs = `/api/advisor/organisations/${organisationId}/firms/${lead.firmId}/responses/${lead.responseId}/report/sv`;
    expect(reportSchema.parse((await fileOf(visitor, `${theirs}/json`)).json()).agreement).toBeNull();
    const told = inOneLine((await readPdf((await fileOf(visitor, `${theirs}/pdf`)).rawPayload)).text);
    expect(told).toContain('hur lika företagets egna har svarat');
    expect(told).not.toContain('Svaren går från');
    expect((await fileOf(visitor, `${theirs}/csv`)).body).not.toContain('Svar från flera');
  });
});

describe('a link to a result of a firm that nobody has claimed', () => {
  test('ends no later than the keys by which it could be taken back, whatever key a respondent has', async () => {
    const lead = await newLead(site);
    await saveAll(lead.visitor, lead.responseId, { 'PM1.1': level(1) });
    const colleague = await newColleague(site, lead);
    await site.admin.query(
      `update access_keys set expires_at = now() + interval '40 days' where response_id = $1 and purpose = 'browser'`,
      [lead.responseId],
    );
    await colleague.visitor.post(`/api/responses/${colleague.responseId}/resume-links`);
    expect((await submit(lead)).statusCode).toBe(201);
    const made = await lead.visitor.post(`/api/responses/${lead.responseId}/result-links`, linkBody({ days: 90 }));
    expect(made.statusCode, made.body).toBe(201);
    const { rows } = await site.admin.query<{ days: number }>(
      `select extract(day from l.expires_at - now())::integer as days from result_links l
       join submissions s using (firm_id, submission_id) where s.response_id = $1`,
      [lead.responseId],
    );
    expect(rows[0]?.days).toBeLessThanOrEqual(40);
  });
});
