import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getChange, type OwnChange, saveThenLevel } from '#shared/contracts/change.ts';
import { level, saveAll, start, startBody, submitted } from '../support/answering.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, ofFirm, startFirmsApp } from '../support/firms.ts';
import { type Owner, type Signed, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let owner: Owner;
/** The second round of the owner's firm. */
let second: string;

const of = (responseId: string, since?: string) =>
  `/api/responses/${responseId}/change${since === undefined ? '' : `?since=${since}`}`;
const then = (responseId: string, dimension = 'D1') => `/api/responses/${responseId}/then-levels/${dimension}`;

/** As if it had been submitted so many days ago. */
async function aged(responseId: string, days: number): Promise<void> {
  const client = await site.admin.connect();
  try {
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(
      `update submissions set submitted_at = submitted_at - make_interval(days => $2) where response_id = $1`,
      [responseId, days],
    );
    await client.query('reset session_replication_role');
  } finally {
    client.release();
  }
}

async function started({ visitor }: Signed, firmId: string): Promise<string> {
  const reply = await visitor.post(ofFirm(firmId, '/responses'), startBody());
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ responseId: string }>().responseId;
}

async function answered(signed: Signed, firmId: string, answers: Parameters<typeof saveAll>[2]): Promise<string> {
  const responseId = await started(signed, firmId);
  await saveAll(signed.visitor, responseId, answers);
  const reply = await signed.visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return responseId;
}

async function read(visitor: Visitor, responseId: string, since?: string): Promise<OwnChange> {
  const reply = await visitor.get(of(responseId, since));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<OwnChange>();
}

const roundOf = async (responseId: string): Promise<number | undefined> =>
  (
    await site.admin.query<{ round: number }>(
      `select round from assessments a join responses r using (firm_id, assessment_id) where r.response_id = $1`,
      [responseId],
    )
  ).rows[0]?.round;

beforeAll(async () => {
  site = await startFirmsApp();
  owner = await signedInOwner(site);
  await aged(owner.responseId, 200);
  // The first: D1.1 and D1.2 at 1, PM1.1 and PM1.3 at 0.
  second = await answered(owner, owner.firmId, {
    'D1.1': level(4),
    'D1.2': level(4),
    'PM1.1': level(0),
    'PM1.3': level(1),
  });
});
afterAll(() => site.close());

describeEndpoint(getChange, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get(of(second)), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const analyst = await signedInAs(site, 'analyst');
    expectProblem(await analyst.visitor.get(of(second)), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const other = await signedInOwner(site);
    expectProblem(await other.visitor.get(of(second)), 404, 'not-found');
    expectProblem(await other.visitor.get(of(other.responseId, owner.responseId)), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await owner.visitor.get(of(second, 'not-an-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await owner.visitor.get(of(second, randomUUID())), 404, 'not-found');
    const visitor = site.newVisitor();
    expectProblem(await visitor.get(of(await start(visitor))), 404, 'not-found');
  },
  succeeds: async () => {
    const found = await read(owner.visitor, second);
    const changeOf = (code: string) => found.change?.dimensions.find(({ dimension }) => dimension === code);

    expect(found).toMatchObject({
      status: 'compared',
      firmId: owner.firmId,
      now: { responseId: second },
      since: { responseId: owner.responseId, formCode: 'snabbkoll' },
      earlier: [{ responseId: owner.responseId }],
      change: { rulesVersion: 'change-1', itemError: 0.5 },
    });
    // Two questions leave 1.96 · 0.5 + 0.25 = 1.23 to error: three levels are more, half a level is not.
    expect(changeOf('D1')).toMatchObject({
      verdict: 'risen',
      change: { items: 2, difference: 3, holdsTogether: true },
    });
    expect(changeOf('PM1')).toMatchObject({ verdict: 'within-error', change: { items: 2, difference: 0.5 } });
    expect(found.change?.items.map(({ item, move }) => [item, move])).toEqual([
      ['D1.1', 'risen'],
      ['D1.2', 'risen'],
      ['PM1.3', 'risen'],
    ]);
    expect(found.change?.items[0]?.saidNow).toMatchObject({ state: 'words', text: { sv: expect.any(String) } });
  },
});

describeEndpoint(saveThenLevel, {
  'refuses who has no key': async () => {
    const body = { since: owner.responseId, thenLevel: 2 };
    expectProblem(await site.newVisitor().put(then(second), body), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const member = await signedInMember(site, owner.firmId, 'respondent');
    expectProblem(await member.visitor.put(then(second), { since: owner.responseId, thenLevel: 2 }), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const other = await signedInOwner(site);
    const body = { since: owner.responseId, thenLevel: 2 };
    expectProblem(await other.visitor.put(then(second), body), 404, 'not-found');
    expectProblem(await other.visitor.put(then(other.responseId), body), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    for (const thenLevel of [5, 1.5, 'kanske', undefined]) {
      const reply = await owner.visitor.put(then(second), { since: owner.responseId, thenLevel });
      expectProblem(reply, 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    const body = { since: owner.responseId, thenLevel: 2 };
    expectProblem(await owner.visitor.put(then(second, 'D9'), body), 404, 'not-found');
    // Not compared: nothing was answered in it.
    expectProblem(await owner.visitor.put(then(second, 'D2'), body), 404, 'not-found');
    expectProblem(await owner.visitor.put(then(second), { ...body, since: second }), 404, 'not-found');
  },
  succeeds: async () => {
    const say = async (thenLevel: unknown) => {
      const reply = await owner.visitor.put(then(second), { since: owner.responseId, thenLevel });
      expect(reply.statusCode, reply.body).toBe(200);
      return reply.json<OwnChange>().change?.dimensions.find(({ dimension }) => dimension === 'D1');
    };

    // Then 1; as seen now 3: 2 more than √(0.3536² + 0.5²) · 1.96 + 0.25 = 1.45 leaves. From there to 4 it is 1.
    expect(await say(3)).toMatchObject({ thenLevel: 3, shift: { shift: 2, adjusted: 1, isMoved: true } });
    expect(await say('dont-know')).toMatchObject({ thenLevel: 'dont-know', shift: null });
    expect(await say(null)).toMatchObject({ thenLevel: null, shift: null });
    await say(0);
    const found = await read(owner.visitor, second);
    expect(found.change?.dimensions[0]).toMatchObject({ thenLevel: 0, shift: { shift: -1, isMoved: false } });
  },
});

describe('rounds', () => {
  test('are counted on when a firm answers again a quarter later, and not before', async () => {
    const { firmId, responseId, ...signed } = await signedInOwner(site);
    await aged(responseId, 80);
    expect(await roundOf(await started(signed, firmId))).toBe(0);
    await aged(responseId, 20);
    expect(await roundOf(await started(signed, firmId))).toBe(1);
    // What is open begins no further round.
    expect(await roundOf(await started(signed, firmId))).toBe(1);
  });

  test('are none as long as there is one, or the answers belong to no account', async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    expect(await read(visitor, responseId)).toMatchObject({
      status: 'one-round',
      firmId: null,
      since: null,
      change: null,
      earlier: [],
    });
    expect(await read(owner.visitor, owner.responseId)).toMatchObject({ status: 'one-round', firmId: owner.firmId });
  });

  test('of a colleague are compared by an owner only', async () => {
    const member = await signedInMember(site, owner.firmId, 'respondent');
    const theirs = await answered(member, owner.firmId, { 'D1.1': level(1), 'D1.2': level(1) });

    expect((await read(member.visitor, theirs)).status).toBe('one-round');
    expect((await read(owner.visitor, theirs)).since?.responseId).toBe(owner.responseId);
  });
});

test('whoever the firm shows its results reads the same, with where the firm says that it was', async () => {
  await letIn(owner, 'compare');
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
  await owner.visitor.put(then(second), { since: owner.responseId, thenLevel: 3 });
  const own = await read(owner.visitor, second);
  const path = `/api/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`;
  const shared = (await advisor.visitor.get(path)).json<{
    newest: { response: { responseId: string } };
    change: object;
  }>();
  const { status, since, change } = await read(owner.visitor, shared.newest.response.responseId);

  expect(shared.change).toEqual({ status, since, change });
  expect(own.change?.dimensions[0]?.thenLevel).toBe(3);
});

test('what was said of then is in the copy of the data of who answered, and gone when the firm is erased, though only in part', async () => {
  const { firmId, responseId, ...signed } = await signedInOwner(site);
  await aged(responseId, 300);
  const later = await answered(signed, firmId, { 'D1.1': level(2), 'D1.2': level(2) });
  await signed.visitor.put(then(later), { since: responseId, thenLevel: 2 });
  const data = (await signed.visitor.get('/api/account/data')).json<{
    firms: { responses: { thenLevels: object[] }[] }[];
  }>();

  expect(data.firms[0]?.responses.map(({ thenLevels }) => thenLevels)).toEqual([
    [],
    [{ dimension: 'D1', level: 2, since: expect.any(String), saidAt: expect.any(String) }],
  ]);
  await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [firmId]);
  const { rows } = await site.admin.query('select 1 from then_levels where firm_id = $1', [firmId]);
  expect(rows).toEqual([]);
});
