import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getChange, type OwnChange, saveThenLevel } from '#shared/contracts/change.ts';
import { aged } from '../support/aged.ts';
import { level, saveAll, start, startBody, submitted } from '../support/answering.ts';
import { letInBy } from '../support/contacts.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { ofFirm, startFirmsApp, withdraw } from '../support/firms.ts';
import { meanwhile } from '../support/meanwhile.ts';
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

async function started({ visitor }: Signed, firmId: string): Promise<string> {
  const reply = await visitor.post(ofFirm(firmId, '/responses'), startBody());
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ responseId: string }>().responseId;
}

type Answers = Parameters<typeof saveAll>[2];

async function submittedAs({ visitor }: Signed, responseId: string, answers: Answers): Promise<string> {
  await saveAll(visitor, responseId, answers);
  const reply = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return responseId;
}

const answered = async (signed: Signed, firmId: string, answers: Answers): Promise<string> =>
  submittedAs(signed, await started(signed, firmId), answers);

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

/** Enough of an area for a level of it. */
const some = { 'D1.1': level(2), 'D1.2': level(2) };

beforeAll(async () => {
  site = await startFirmsApp();
  owner = await signedInOwner(site);
  await aged(site, owner.responseId, 200);
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
    const body = { since: owner.responseId, thenLevel: 2, seen: null };
    expectProblem(await site.newVisitor().put(then(second), body), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const member = await signedInMember(site, owner.firmId, 'respondent');
    expectProblem(
      await member.visitor.put(then(second), { since: owner.responseId, thenLevel: 2, seen: null }),
      404,
      'not-found',
    );
  },
  'hides what belongs to another firm': async () => {
    const other = await signedInOwner(site);
    const body = { since: owner.responseId, thenLevel: 2, seen: null };
    expectProblem(await other.visitor.put(then(second), body), 404, 'not-found');
    expectProblem(await other.visitor.put(then(other.responseId), body), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    for (const thenLevel of [5, 1.5, 'kanske', undefined]) {
      const reply = await owner.visitor.put(then(second), { since: owner.responseId, thenLevel, seen: null });
      expectProblem(reply, 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    const body = { since: owner.responseId, thenLevel: 2, seen: null };
    expectProblem(await owner.visitor.put(then(second, 'D9'), body), 404, 'not-found');
    // Not compared: nothing was answered in it.
    expectProblem(await owner.visitor.put(then(second, 'D2'), body), 404, 'not-found');
    expectProblem(await owner.visitor.put(then(second), { ...body, since: second }), 404, 'not-found');
  },
  succeeds: async () => {
    let seen: unknown = null;
    const say = async (thenLevel: unknown) => {
      const reply = await owner.visitor.put(then(second), { since: owner.responseId, thenLevel, seen });
      expect(reply.statusCode, reply.body).toBe(200);
      seen = thenLevel;
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

describe('where the firm says that it was', () => {
  test('is kept only over what was seen, and may be said again', async () => {
    const { responseId, ...signed } = await signedInOwner(site);
    await aged(site, signed.firmId, 100);
    const later = await answered(signed, signed.firmId, some);
    const say = (thenLevel: unknown, seen: unknown) =>
      signed.visitor.put(then(later), { since: responseId, thenLevel, seen });
    const stands = async () => (await read(signed.visitor, later)).change?.dimensions[0]?.thenLevel;

    expect((await say(1, null)).statusCode).toBe(200);
    for (const [thenLevel, seen] of [
      [2, null],
      [2, 3],
      ['dont-know', null],
      [null, 4],
      [null, 'dont-know'],
    ] as const) {
      expectProblem(await say(thenLevel, seen), 409, 'answer-conflict');
      expect(await stands()).toBe(1);
    }
    // Whoever did not hear the first reply says the same once more.
    for (const seen of [null, 4, 1]) expect((await say(1, seen)).statusCode).toBe(200);
    expect((await say('dont-know', 1)).statusCode).toBe(200);
    expect((await say(null, 'dont-know')).statusCode).toBe(200);
    expect((await say(null, 3)).statusCode).toBe(200);
    expect(await stands()).toBeNull();
  });

  test('by two at once is kept of one', async () => {
    const { responseId, ...signed } = await signedInOwner(site);
    await aged(site, signed.firmId, 100);
    const later = await answered(signed, signed.firmId, some);
    const both = await Promise.all(
      [1, 2].map((thenLevel) => signed.visitor.put(then(later), { since: responseId, thenLevel, seen: null })),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  async function twice() {
    const { firmId, responseId, ...signed } = await signedInOwner(site);
    await aged(site, firmId, 100);
    const later = await answered(signed, firmId, some);
    const say = () => signed.visitor.put(then(later), { since: responseId, thenLevel: 2, seen: null });
    return { firmId, responseId, say };
  }

  test('is not kept for who has lost the firm meanwhile', async () => {
    const { firmId, say } = await twice();
    const reply = await meanwhile(
      site,
      (holder) => holder.query('lock table then_levels in share mode'),
      say,
      (holder) => holder.query('update memberships set ended_at = now() where firm_id = $1', [firmId]),
    );
    expectProblem(reply, 404, 'not-found');
  });

  test('is not kept of answers that have been erased meanwhile', async () => {
    const { responseId, say } = await twice();
    const reply = await meanwhile(
      site,
      (holder) => holder.query('select 1 from responses where response_id = $1 for update', [responseId]),
      say,
      async (holder) => {
        await holder.query(`set local session_replication_role = 'replica'`);
        await holder.query('delete from responses where response_id = $1', [responseId]);
      },
    );
    expectProblem(reply, 404, 'not-found');
  });
});

describe('rounds', () => {
  test('are counted on when a firm answers again a quarter later, and not before', async () => {
    const { firmId, responseId, ...signed } = await signedInOwner(site);
    await aged(site, responseId, 80);
    expect(await roundOf(await started(signed, firmId))).toBe(0);
    await aged(site, responseId, 20);
    expect(await roundOf(await started(signed, firmId))).toBe(1);
    // What is open begins no further round.
    expect(await roundOf(await started(signed, firmId))).toBe(1);
  });

  test('last a quarter from the first submission of each, however many there are', async () => {
    const { firmId, responseId, ...signed } = await signedInOwner(site);
    await aged(site, firmId, 80);
    const colleagues = await answered(signed, firmId, some);
    await aged(site, firmId, 80);
    const later = await answered(signed, firmId, some);

    expect(await Promise.all([responseId, colleagues, later].map(roundOf))).toEqual([0, 0, 1]);
    expect((await read(signed.visitor, later)).since?.responseId).toBe(colleagues);
  });

  test('are those of when answers are submitted, however long ago they were begun', async () => {
    const { firmId, responseId, ...signed } = await signedInOwner(site);
    const slow = await started(signed, firmId);
    await aged(site, firmId, 400);
    await submittedAs(signed, slow, some);

    expect(await read(signed.visitor, slow)).toMatchObject({ status: 'compared', since: { responseId } });
  });

  test('take in a straggler that was begun in the one before, and count the next ones from it no earlier', async () => {
    const { firmId, responseId, ...signed } = await signedInOwner(site);
    const straggler = await started(signed, firmId);
    const begun = await started(signed, firmId);
    await aged(site, firmId, 100);
    await submittedAs(signed, straggler, some);
    await aged(site, firmId, 5);

    // Begun before anything of the second had been submitted; and what is begun after the straggler.
    await submittedAs(signed, begun, some);
    expect(await Promise.all([straggler, begun, await started(signed, firmId)].map(roundOf))).toEqual([1, 1, 1]);
    expect((await read(signed.visitor, begun)).earlier.map((round) => round.responseId)).toEqual([responseId]);
  });

  test('are compared with what had been submitted before, and the firm is known by its newest round', async () => {
    const { firmId, responseId, ...signed } = await signedInOwner(site);
    await aged(site, firmId, 100);
    const newest = await answered(signed, firmId, some);
    // Goes on from the first, when the second has begun.
    const { visitor } = signed;
    const begun = await visitor.post(`/api/responses/${responseId}/continuations`, {
      addedForm: 'digital',
      language: 'sv',
    });
    expect(begun.statusCode, begun.body).toBe(201);
    const continued = begun.json<{ responseId: string }>().responseId;
    await submittedAs(signed, continued, {});

    expect(await roundOf(continued)).toBe(0);
    expect((await read(visitor, newest)).earlier.map((round) => round.responseId)).toEqual([responseId]);
    expect((await read(visitor, continued)).status).toBe('one-round');
    const { rows } = await site.admin.query(
      `select s.response_id as "responseId", f.round from firm_summaries f join submissions s using (firm_id, submission_id)
        where f.firm_id = $1`,
      [firmId],
    );
    expect(rows).toEqual([{ responseId: newest, round: 1 }]);
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
  const consent = await letInBy(owner, 'compare', 'result-3');
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
  await owner.visitor.put(then(second), { since: owner.responseId, thenLevel: 3, seen: 0 });
  const own = await read(owner.visitor, second);
  const path = `/api/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`;
  const shared = (await advisor.visitor.get(path)).json<{
    newest: { response: { responseId: string } };
    change: object;
  }>();
  const { status, since, change } = await read(owner.visitor, shared.newest.response.responseId);

  expect(shared.change).toEqual({ status, since, change });
  expect(own.change?.dimensions[0]?.thenLevel).toBe(3);
  await withdraw(owner, consent);
});

test('whoever the firm shows its results by a wording that does not name it reads the change, and nothing said of then', async () => {
  const { firmId, ...signed } = await signedInOwner(site);
  await aged(site, signed.responseId, 300);
  const later = await answered(signed, firmId, { 'D1.1': level(4), 'D1.2': level(4) });
  await signed.visitor.put(then(later), { since: signed.responseId, thenLevel: 3, seen: null });
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
  const readBy = async (wording: string) => {
    const consent = await letInBy({ firmId, ...signed }, 'compare', wording);
    const path = `/api/advisor/organisations/${advisor.organisationId}/firms/${firmId}`;
    const { change } = (await advisor.visitor.get(path)).json<{ change: OwnChange }>();
    await withdraw({ firmId, ...signed }, consent);
    const found = change.change?.dimensions.find(({ dimension }) => dimension === 'D1');
    return found && { verdict: found.verdict, thenLevel: found.thenLevel, isShifted: found.shift !== null };
  };

  const unsaid = { verdict: 'risen', thenLevel: null, isShifted: false };
  expect(await readBy('result-1')).toEqual(unsaid);
  expect(await readBy('result-2')).toEqual(unsaid);
  expect(await readBy('result-3')).toEqual({ verdict: 'risen', thenLevel: 3, isShifted: true });
});

test('what was said of then is in the copy of the data of who answered, and gone when the firm is erased, though only in part', async () => {
  const { firmId, responseId, ...signed } = await signedInOwner(site);
  await aged(site, responseId, 300);
  const later = await answered(signed, firmId, { 'D1.1': level(2), 'D1.2': level(2) });
  await signed.visitor.put(then(later), { since: responseId, thenLevel: 2, seen: null });
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
