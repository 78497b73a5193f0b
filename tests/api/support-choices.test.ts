import { afterAll, beforeAll, expect, test } from 'vitest';
import * as endpoints from '#shared/contracts/support-choices.ts';
import { start, submitted } from '../support/answering.ts';
import { letInBy } from '../support/contacts.ts';
import { describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { startFirmsApp, withdraw } from '../support/firms.ts';
import { signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const of = (responseId: string) => `/api/responses/${responseId}/support-choices`;
const nothing = { order: [], declined: [], asks: [] };

type Suggested = { responseId: string; codes: string[] };
async function suggestedTo(visitor: Visitor): Promise<Suggested> {
  const responseId = await submitted(visitor);
  return { responseId, codes: await codesOf(visitor, responseId) };
}

async function codesOf(visitor: Visitor, responseId: string): Promise<string[]> {
  const result = (await visitor.get(`/api/responses/${responseId}/result`)).json<{
    suggestions: { packageCode: string }[];
  }>();
  return result.suggestions.map(({ packageCode }) => packageCode);
}

const chosen = (codes: readonly string[], revision = 0) => ({
  order: [...codes].reverse(),
  declined: [{ packageCode: codes[0] ?? '', reason: 'too-far', note: 'Fem mil.' }],
  asks: [{ dimension: 'D1', words: 'En kurs om prissättning på kvällstid.' }],
  revision,
});

async function newStranger(): Promise<Visitor> {
  const visitor = site.newVisitor();
  await start(visitor);
  return visitor;
}

describeEndpoint(endpoints.getSupportChoices, {
  'refuses who has no key': async () => {
    const { responseId } = await suggestedTo(site.newVisitor());
    expect((await site.newVisitor().get(of(responseId))).statusCode).toBe(404);
  },
  'refuses the wrong role': async () => {
    const { responseId } = await signedInOwner(site);
    const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
    expect((await advisor.visitor.trespass({ url: of(responseId) })).statusCode).toBe(404);
  },
  'hides what belongs to another firm': async () => {
    const { responseId } = await suggestedTo(site.newVisitor());
    expect((await (await newStranger()).trespass({ url: of(responseId) })).statusCode).toBe(404);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    expect((await visitor.get(of(responseId))).statusCode).toBe(404);
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const { responseId } = await suggestedTo(visitor);
    expect((await visitor.get(of(responseId))).json()).toEqual({ ...nothing, revision: 0, canChange: true });
  },
});

describeEndpoint(endpoints.saveSupportChoices, {
  'refuses who has no key': async () => {
    const { responseId, codes } = await suggestedTo(site.newVisitor());
    expect((await site.newVisitor().put(of(responseId), chosen(codes))).statusCode).toBe(404);
  },
  'refuses the wrong role': async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const url = of(owner.responseId);
    const body = { ...nothing, revision: 0 };
    expect((await member.visitor.trespass({ method: 'PUT', url, body })).statusCode).toBe(404);
  },
  'hides what belongs to another firm': async () => {
    const owner = site.newVisitor();
    const { responseId, codes } = await suggestedTo(owner);
    const reply = await (await newStranger()).trespass({ method: 'PUT', url: of(responseId), body: chosen(codes) });

    expect(reply.statusCode).toBe(404);
    expect((await owner.get(of(responseId))).json()).toMatchObject({ revision: 0 });
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const { responseId, codes } = await suggestedTo(visitor);
    const put = (changes: object) => visitor.put(of(responseId), { ...chosen(codes), ...changes });

    expect((await put({ order: ['five-s-standard-work-x'] })).json()).toMatchObject({
      errors: [{ path: 'body/order', code: 'not-suggested' }],
    });
    expect((await put({ asks: [{ dimension: 'D1', words: '  ' }] })).statusCode).toBe(422);
    expect((await put({ asks: [{ dimension: 'D77', words: 'x' }] })).statusCode).toBe(422);
    expect((await put({ declined: [{ packageCode: codes[0], reason: 'bored', note: '' }] })).statusCode).toBe(422);
    expect((await put({ firmId: responseId })).statusCode).toBe(422);
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    expect((await visitor.put(of(responseId), { ...nothing, revision: 0 })).statusCode).toBe(404);
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const { responseId, codes } = await suggestedTo(visitor);
    const routed = () => site.admin.query('select routing from submissions where response_id = $1', [responseId]);
    const before = (await routed()).rows;
    const saved = await visitor.put(of(responseId), chosen(codes));

    expect(saved.statusCode, saved.body).toBe(200);
    expect(saved.json()).toEqual({ ...chosen(codes), revision: 1, canChange: true });
    expect((await visitor.get(of(responseId))).json()).toEqual(saved.json());
    expect((await routed()).rows).toEqual(before);
    expect(await codesOf(visitor, responseId)).toEqual(codes);
  },
});

test('of two tabs the one that has not seen the newest stores nothing', async () => {
  const visitor = site.newVisitor();
  const { responseId, codes } = await suggestedTo(visitor);
  await visitor.put(of(responseId), chosen(codes));
  const late = await visitor.put(of(responseId), { ...nothing, revision: 0 });

  expect(late.json()).toMatchObject({ code: 'changed-meanwhile' });
  expect((await visitor.get(of(responseId))).json()).toMatchObject({ revision: 1, order: chosen(codes).order });
});

test('a no can be taken back', async () => {
  const visitor = site.newVisitor();
  const { responseId, codes } = await suggestedTo(visitor);
  await visitor.put(of(responseId), chosen(codes));
  const taken = await visitor.put(of(responseId), { ...chosen(codes, 1), declined: [] });

  expect(taken.json()).toMatchObject({ declined: [], revision: 2 });
});

test('an adviser reads what the firm chose and its words as long as the firm lets it in, and nobody else does', async () => {
  const owner = await signedInOwner(site);
  const codes = await codesOf(owner.visitor, owner.responseId);
  await owner.visitor.put(of(owner.responseId), chosen(codes));
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
  const at = `/api/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`;
  const read = () => advisor.visitor.get(at);

  expect((await read()).statusCode).toBe(404);
  const consent = await letInBy(owner, 'compare', 'result-3');
  const { revision: _revision, ...seen } = chosen(codes);
  expect((await read()).json()).toMatchObject({ supportChoices: seen });
  await withdraw(owner, consent);
  expect((await read()).statusCode).toBe(404);
});

test('an adviser reads nothing of it under a wording that does not name it, and is not told that nothing was chosen', async () => {
  const owner = await signedInOwner(site);
  const codes = await codesOf(owner.visitor, owner.responseId);
  await owner.visitor.put(of(owner.responseId), chosen(codes));
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
  const read = async (of: typeof owner, wording: string) => {
    const consent = await letInBy(of, 'compare', wording);
    const at = `/api/advisor/organisations/${advisor.organisationId}/firms/${of.firmId}`;
    const reply = (await advisor.visitor.get(at)).json<{ newest: unknown; supportChoices: unknown }>();
    await withdraw(of, consent);
    expect(reply.newest).not.toBeNull();
    return reply.supportChoices;
  };
  const { revision: _revision, ...seen } = chosen(codes);

  expect(await read(owner, 'result-1')).toBeNull();
  expect(await read(owner, 'result-2')).toBeNull();
  expect(await read(owner, 'result-3')).toEqual(seen);
  expect(await read(await signedInOwner(site), 'result-3')).toEqual(nothing);
});

test('the log tells that something was declined or asked for, and not in which words', async () => {
  const owner = await signedInOwner(site);
  const codes = await codesOf(owner.visitor, owner.responseId);
  const events = async () =>
    (
      await site.admin.query('select detail from audit_events where object_id = $1 and action = $2', [
        owner.responseId,
        'support-chosen',
      ])
    ).rows;
  await owner.visitor.put(of(owner.responseId), { ...nothing, order: codes, revision: 0 });
  expect(await events()).toEqual([]);
  await owner.visitor.put(of(owner.responseId), chosen(codes, 1));

  expect(await events()).toEqual([{ detail: { firmId: owner.firmId, declined: 1, asks: 1 } }]);
});

test('whoever asks for a copy of what is held about them gets the choices too', async () => {
  const owner = await signedInOwner(site);
  const codes = await codesOf(owner.visitor, owner.responseId);
  await owner.visitor.put(of(owner.responseId), chosen(codes));
  const copy = await owner.visitor.get('/api/account/data');

  const { revision: _revision, ...held } = chosen(codes);
  expect(copy.json()).toMatchObject({ firms: [{ responses: [{ supportChoices: held }] }] });
});

test('nothing of it stays when the firm is erased, in part or whole', async () => {
  const [part, whole] = [await signedInOwner(site), await signedInOwner(site)];
  for (const { visitor, responseId } of [part, whole]) {
    await visitor.put(of(responseId), chosen(await codesOf(visitor, responseId)));
  }
  await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [part.firmId]);
  await site.admin.query('select mattstock.erase_firm($1)', [whole.firmId]);

  const { rows } = await site.admin.query('select 1 from support_choices where firm_id = any ($1)', [
    [part.firmId, whole.firmId],
  ]);
  expect(rows).toEqual([]);
});
