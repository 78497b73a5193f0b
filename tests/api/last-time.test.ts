import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getLastTime } from '#shared/contracts/last-time.ts';
import type { LastAnswer } from '#shared/domain/answers/last-time.ts';
import { level, saveAll, start, startBody, submitted } from '../support/answering.ts';
import { newDraft, published, reword, signIn, startEditingApp } from '../support/editing.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { ofFirm } from '../support/firms.ts';
import { type Owner, type Signed, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { invite, newOwnerLead, openInvitation } from '../support/respondents.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let owner: Owner;
/** What the owner answers anew. */
let open: string;

beforeAll(async () => {
  site = await startEditingApp();
  owner = await signedInOwner(site);
  open = await begun(owner, owner.firmId);
});
afterAll(() => site.close());

const of = (responseId: string) => `/api/responses/${responseId}/last-time`;

async function begun({ visitor }: Signed, firmId: string): Promise<string> {
  const reply = await visitor.post(ofFirm(firmId, '/responses'), startBody());
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ responseId: string }>().responseId;
}

async function submit(visitor: Visitor, responseId: string, answers: Parameters<typeof saveAll>[2]): Promise<void> {
  await saveAll(visitor, responseId, answers);
  const reply = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
}

async function read(visitor: Visitor, responseId: string): Promise<Record<string, LastAnswer>> {
  const reply = await visitor.get(of(responseId));
  expect(reply.statusCode, reply.body).toBe(200);
  const { answers } = reply.json<{ answers: LastAnswer[] }>();
  return Object.fromEntries(answers.map((answer) => [answer.itemCode, answer]));
}

const levels = (answers: Record<string, LastAnswer>) =>
  Object.fromEntries(
    Object.values(answers).map(({ itemCode, value }) => [
      itemCode,
      value.state === 'level' ? value.level : value.state,
    ]),
  );

describeEndpoint(getLastTime, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(of(open)), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const analyst = await signedInAs(site, 'analyst');
    expectProblem(await analyst.visitor.get(of(open)), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const other = await signedInOwner(site);
    expectProblem(await other.visitor.get(of(open)), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await owner.visitor.get(of('not-an-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await owner.visitor.get(of(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    expect(levels(await read(owner.visitor, open))).toEqual({ 'D1.1': 1, 'D1.2': 1, 'PM1.1': 0, 'PM1.3': 0 });
  },
});

describe('what was answered last time', () => {
  test('is the newest answer to each question, and is chosen for nobody', async () => {
    const firm = await signedInOwner(site);
    await submit(firm.visitor, await begun(firm, firm.firmId), { 'D1.1': level(3, 'Nu med plan') });
    const anew = await begun(firm, firm.firmId);
    const answers = await read(firm.visitor, anew);

    expect(levels(answers)).toEqual({ 'D1.1': 3, 'D1.2': 1, 'PM1.1': 0, 'PM1.3': 0 });
    expect(JSON.stringify(answers)).not.toContain('Nu med plan');
    expect((await firm.visitor.get(`/api/responses/${anew}`)).json<{ answers: unknown[] }>().answers).toEqual([]);
  });

  test('is nothing once the response is submitted', async () => {
    const firm = await signedInOwner(site);
    const anew = await begun(firm, firm.firmId);
    await submit(firm.visitor, anew, { 'D1.1': level(3) });
    expect(await read(firm.visitor, anew)).toEqual({});
  });

  test('is for who only answers what they answered themselves', async () => {
    const firm = await signedInOwner(site);
    const member = await signedInMember(site, firm.firmId, 'respondent');
    expect(await read(member.visitor, await begun(member, firm.firmId))).toEqual({});
    await submit(member.visitor, await begun(member, firm.firmId), { 'D1.2': level(4) });

    expect(levels(await read(member.visitor, await begun(member, firm.firmId)))).toEqual({ 'D1.2': 4 });
    expect(levels(await read(firm.visitor, await begun(firm, firm.firmId)))).toMatchObject({ 'D1.1': 1, 'D1.2': 4 });
  });

  test('says that it was put together where colleagues had answered, of the questions whose answers are', async () => {
    const lead = await newOwnerLead(site);
    const { key } = await invite(lead.visitor, lead.responseId);
    const colleague = site.newVisitor();
    await saveAll(colleague, await openInvitation(colleague, key, { countsAlone: true }), { 'PM1.1': level(4) });
    await submit(lead.visitor, lead.responseId, { 'PM1.1': level(0) });

    const answers = await read(lead.visitor, await begun(lead, lead.firmId));
    expect(answers['PM1.1']).toMatchObject({ value: { state: 'level', level: 0 }, isTogether: true });
    // Answered in the round before, by one.
    expect(answers['D1.1']).toMatchObject({ isTogether: false });
  });

  test('is nothing for the key of a response that goes on from another, whose answers came along', async () => {
    const visitor = site.newVisitor();
    const first = await submitted(visitor);
    const reply = await visitor.post(`/api/responses/${first}/continuations`, { addedForm: 'digital', language: 'sv' });
    expect(await read(visitor, reply.json<{ responseId: string }>().responseId)).toEqual({});
  });

  test('leaves out what a signed-in response goes on from, and keeps what came before that', async () => {
    const firm = await signedInOwner(site);
    const second = await begun(firm, firm.firmId);
    await submit(firm.visitor, second, { 'D1.1': level(3) });
    const reply = await firm.visitor.post(`/api/responses/${second}/continuations`, {
      addedForm: 'digital',
      language: 'sv',
    });
    expect(reply.statusCode, reply.body).toBe(201);
    const answers = await read(firm.visitor, reply.json<{ responseId: string }>().responseId);
    expect(levels(answers)).toMatchObject({ 'D1.1': 1, 'D1.2': 1 });
  });

  test('is nothing for who holds a key alone, though the firm has answered before', async () => {
    const visitor = site.newVisitor();
    await submitted(visitor);
    expect(await read(visitor, await start(visitor))).toEqual({});
  });

  // The last: everybody after it begins on the versions that it publishes.
  test('says of a reworded question that it asked the same, and leaves out one that asks something else', async () => {
    const editor = await signIn(site);
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D1.1', '1', 'kept');
    await reword(editor, draftId, 'D1.2', '1', 'changed');
    await published(editor, draftId);

    const before = await read(owner.visitor, open);
    const after = await read(owner.visitor, await begun(owner, owner.firmId));
    expect([before['D1.1']?.isReworded, before['D1.2']?.isReworded]).toEqual([false, false]);
    expect([after['D1.1']?.isReworded, after['PM1.1']?.isReworded, after['D1.2']]).toEqual([true, false, undefined]);
  });

  test('of what was submitted on a later version stands beside what is still answered on an earlier one', async () => {
    await submit(owner.visitor, await begun(owner, owner.firmId), { 'D1.1': level(4), 'D1.2': level(4) });

    const beside = await read(owner.visitor, open);
    expect([beside['D1.1']?.value, beside['D1.1']?.isReworded]).toEqual([level(4).value, true]);
    // It asked something else: what stands is from before.
    expect(beside['D1.2']?.value).toEqual(level(1).value);
  });
});
