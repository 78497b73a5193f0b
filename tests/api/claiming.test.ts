import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as firms from '#shared/contracts/firms.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { level, save, saveBody, start, submitted } from '../support/answering.ts';
import { eventsAbout } from '../support/coordination.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { inTurn, readFirm, startFirmsApp } from '../support/firms.ts';
import type { Signed } from '../support/people.ts';
import { newSession, signedIn, signedInMember, signedInOwner } from '../support/people.ts';
import { cookieOf, copyOf } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const of = (responseId: string, rest = '') => `/api/responses/${responseId}${rest}`;
const claim = ({ visitor }: { visitor: Visitor }, responseId: string) => visitor.post(of(responseId, '/claim'));

async function firmOf(responseId: string): Promise<string> {
  const { rows } = await site.admin.query<{ id: string }>(
    'select firm_id as id from responses where response_id = $1',
    [responseId],
  );
  return rows[0]?.id ?? '';
}

async function ownersOf(firmId: string): Promise<string[]> {
  const { rows } = await site.admin.query<{ id: string }>(
    `select person_id as id from memberships where firm_id = $1`,
    [firmId],
  );
  return rows.map(({ id }) => id);
}

async function resumeKeyOf(visitor: Visitor, responseId: string): Promise<string> {
  const { url } = (await visitor.post(of(responseId, '/resume-links'))).json<{ url: string }>();
  return url.slice(-43);
}

/** Opens the response in the browser by a resume link, as another device does. */
async function resume(visitor: Visitor, key: string): Promise<number> {
  return (await visitor.post('/api/resumptions', { key })).statusCode;
}

/** A person with a response begun in the same browser before anybody signed in, and the secret of a resume link. */
async function begun(): Promise<Signed & { responseId: string; resumeKey: string }> {
  const person = await signedIn(site);
  const responseId = await start(person.visitor);
  return { ...person, responseId, resumeKey: await resumeKeyOf(person.visitor, responseId) };
}

describeEndpoint(firms.claimFirm, {
  'refuses who has no key': async () => {
    const { responseId } = await begun();
    expectProblem(await site.newVisitor().post(of(responseId, '/claim')), 404, 'not-found');
    expectProblem(await claim(await signedIn(site), responseId), 404, 'not-found');
    expect(await ownersOf(await firmOf(responseId))).toEqual([]);
  },
  'refuses the wrong role': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    expectProblem(await claim({ visitor }, responseId), 401, 'sign-in-required');

    const owner = await signedInOwner(site);
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    expectProblem(await claim(respondent, owner.responseId), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const [one, other] = [await begun(), await begun()];
    const url = of(other.responseId, '/claim');
    expectProblem(await one.visitor.trespass({ method: 'POST', url }), 404, 'not-found');

    expect(await ownersOf(await firmOf(one.responseId))).toEqual([]);
    expect(await ownersOf(await firmOf(other.responseId))).toEqual([]);
  },
  'refuses an invalid request': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.post(of('no-id', '/claim')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await begun();
    const url = of(randomUUID(), '/claim');
    expectProblem(await visitor.trespass({ method: 'POST', url }), 404, 'not-found');
  },
  succeeds: async () => {
    const person = await begun();
    const firmId = await firmOf(person.responseId);
    const reply = await claim(person, person.responseId);

    expect(reply.json()).toMatchObject({
      firmId,
      response: { responseId: person.responseId, isClaimed: true, firmId },
    });
    expect(reply.cookies).toMatchObject([
      { name: 'mattstock-response', value: '', path: of(person.responseId), expires: new Date(0) },
      { name: 'mattstock-session', path: '/', httpOnly: true, sameSite: 'Strict' },
    ]);
    expect(await ownersOf(firmId)).toEqual([person.personId]);
    expect(await eventsAbout(site, firmId)).toMatchObject([
      { action: 'firm-claimed', objectKind: 'firm', actorPersonId: person.personId },
    ]);
  },
});

describe('claiming', () => {
  test('leaves every answer, comment and event as it was', async () => {
    const person = await begun();
    await save(person.visitor, person.responseId, 'D1.1', level(3, '  Åsa & Bo: "ja" – 100 % \n\ttabb, emoji 🛠  '));
    await save(person.visitor, person.responseId, 'PM1.1', level(0));
    await save(person.visitor, person.responseId, 'D1.2', { value: { state: 'dont-know' }, comment: '=1+1' });
    const stored = async () => {
      const { rows } = await site.admin.query<{ text: string }>(
        `select (select string_agg(a::text, '|' order by item_code) from answers a where response_id = $1)
           || (select string_agg(e::text, '|' order by answer_event_id) from answer_events e where response_id = $1)
           as text`,
        [person.responseId],
      );
      return rows[0]?.text;
    };
    const read = async () => (await person.visitor.get(of(person.responseId))).json<ResponseDocument>().answers;
    const [before, answers] = [await stored(), await read()];
    await claim(person, person.responseId);

    expect(answers).toHaveLength(3);
    expect(await read()).toEqual(answers);
    expect(await stored()).toBe(before);
  });

  test('ends the resume link and the keys of every other browser', async () => {
    const person = await begun();
    const colleague = site.newVisitor();
    expect(await resume(colleague, person.resumeKey)).toBe(201);
    expect((await colleague.get(of(person.responseId))).statusCode).toBe(200);
    await claim(person, person.responseId);

    expectProblem(await colleague.get(of(person.responseId)), 404, 'not-found');
    const saved = await colleague.put(of(person.responseId, '/answers/D1.1'), saveBody(level(1)));
    expectProblem(saved, 404, 'not-found');
    expect(await resume(site.newVisitor(), person.resumeKey)).toBe(404);
    expectProblem(await person.visitor.post(of(person.responseId, '/resume-links')), 404, 'not-found');
  });

  test('gives a firm one owner when two browsers claim it at once, whichever comes first', async () => {
    for (const isTurned of [false, true]) {
      const one = await begun();
      const other = await signedIn(site);
      expect(await resume(other.visitor, one.resumeKey)).toBe(201);
      const firmId = await firmOf(one.responseId);
      const people = isTurned ? [other, one] : [one, other];
      const replies = await inTurn(
        site,
        firmId,
        people.map((person) => () => claim(person, one.responseId)),
      );

      expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 404]);
      expect(await ownersOf(firmId)).toEqual([people[0]?.personId]);
    }
  });

  test('leaves no key to a browser that uses the resume link at the same moment, whichever comes first', async () => {
    for (const isTurned of [false, true]) {
      const person = await begun();
      const late = site.newVisitor();
      const attempts = [
        async () => (await claim(person, person.responseId)).statusCode,
        async () => resume(late, person.resumeKey),
      ];
      const statuses = await inTurn(site, await firmOf(person.responseId), isTurned ? attempts.reverse() : attempts);

      expect(statuses).toEqual(isTurned ? [201, 200] : [200, 404]);
      expectProblem(await late.trespass({ url: of(person.responseId) }), 404, 'not-found');
    }
  });

  test('again, by the same person, gives the same answer', async () => {
    const person = await begun();
    const first = await claim(person, person.responseId);
    const second = await claim(person, person.responseId);

    expect(second.json()).toEqual(first.json());
    const firmId = await firmOf(person.responseId);
    expect(await ownersOf(firmId)).toEqual([person.personId]);
    expect(await eventsAbout(site, firmId)).toHaveLength(1);
  });

  test('gives the session another key and ends the others of the person, once', async () => {
    const person = await begun();
    const elsewhere = await newSession(site, person.personId, { hasSecondFactor: false });
    const isIn = async (visitor: Visitor) => (await visitor.get('/api/account/sessions')).statusCode === 200;
    await claim(person, person.responseId);
    const renewed = cookieOf(person.visitor);

    expect(renewed).not.toBe(person.sessionSecret);
    expect(await isIn(copyOf(site, person.sessionSecret))).toBe(false);
    expect(await isIn(elsewhere.visitor)).toBe(false);
    expect((await person.visitor.get('/api/account/sessions')).json()).toMatchObject({
      sessions: [{ sessionId: person.sessionId, isThisOne: true, hasSecondFactor: false }],
    });

    const later = await newSession(site, person.personId, { hasSecondFactor: false });
    const again = await claim(person, person.responseId);
    expect(again.statusCode).toBe(200);
    expect(cookieOf(person.visitor)).toBe(renewed);
    expect(await isIn(later.visitor)).toBe(true);
  });

  test('stands when the session cannot be given another key', async () => {
    const person = await begun();
    await site.admin.query(`
      create function mattstock.refuse_key() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
      create trigger refuse_key before update of key_sha256 on sessions
        for each row execute function mattstock.refuse_key()`);
    const reply = await claim(person, person.responseId);
    await site.admin.query('drop trigger refuse_key on sessions; drop function mattstock.refuse_key()');

    expect(reply.statusCode, reply.body).toBe(200);
    expect(cookieOf(person.visitor)).toBe(person.sessionSecret);
    expect((await readFirm(person.visitor, await firmOf(person.responseId))).firmId).toBe(
      await firmOf(person.responseId),
    );
  });

  test('is not for a second person, not even with a key that opened the firm', async () => {
    const person = await begun();
    const second = await signedIn(site);
    await resume(second.visitor, person.resumeKey);
    await claim(person, person.responseId);

    expectProblem(await claim(second, person.responseId), 404, 'not-found');
    expect(await ownersOf(await firmOf(person.responseId))).toEqual([person.personId]);
  });
});

describe('the owner of a claimed firm', () => {
  test('answers, submits, reads, asks and goes on from another browser, by the session alone', async () => {
    const person = await begun();
    await claim(person, person.responseId);
    const { visitor } = await newSession(site, person.personId, { hasSecondFactor: false, roles: ['owner'] });
    const at = (rest = '') => of(person.responseId, rest);

    await save(visitor, person.responseId, 'D1.1', level(1));
    const { profile } = (await visitor.get(at())).json<ResponseDocument>();
    expect((await visitor.put(at('/profile'), { profile, firmName: 'Smeden AB' })).statusCode).toBe(200);
    expect((await visitor.post(at('/submission'), { language: 'sv' })).statusCode).toBe(201);
    expect((await visitor.get(at('/result'))).statusCode).toBe(200);
    expect((await visitor.get(at('/referrals'))).json()).toMatchObject({ referrals: [] });
    const further = await visitor.post(at('/continuations'), { addedForm: 'digital', language: 'sv' });
    expect(further.json()).toMatchObject({ isClaimed: true, status: 'open' });
    expect(further.cookies).toEqual([]);
    const { responses } = await readFirm(visitor, await firmOf(person.responseId));
    expect(responses.map(({ isYours, status }) => ({ isYours, status }))).toEqual([
      { isYours: true, status: 'open' },
      { isYours: true, status: 'submitted' },
    ]);
  });

  test('is out once signed out or revoked elsewhere', async () => {
    const owner = await signedInOwner(site);
    const second = await newSession(site, owner.personId, { hasSecondFactor: false, roles: ['owner'] });
    const read = (visitor: Visitor) => visitor.get(of(owner.responseId, '/result'));
    expect((await read(second.visitor)).statusCode).toBe(200);

    await owner.visitor.post(`/api/account/sessions/${second.sessionId}/end`);
    expectProblem(await read(second.visitor), 404, 'not-found');

    expect((await read(owner.visitor)).statusCode).toBe(200);
    const { sessionSecret } = owner;
    await owner.visitor.post('/api/account/sign-out');
    owner.visitor.hold({ name: 'mattstock-session', value: sessionSecret, path: '/' });
    expectProblem(await read(owner.visitor), 404, 'not-found');
  });

  test('reaches nothing of a firm that somebody else owns', async () => {
    const [one, other] = [await signedInOwner(site), await signedInOwner(site)];
    for (const rest of ['', '/result', '/referrals']) {
      expectProblem(await one.visitor.get(of(other.responseId, rest)), 404, 'not-found');
    }
    const attempts = ['/submission', '/continuations', '/resume-links', '/claim'];
    const bodies: Readonly<Record<string, object>> = {
      '/submission': { language: 'sv' },
      '/continuations': { addedForm: 'digital', language: 'sv' },
    };
    for (const rest of attempts) {
      expectProblem(await one.visitor.post(of(other.responseId, rest), bodies[rest]), 404, 'not-found');
    }
  });

  test('keeps what was submitted before the claim', async () => {
    const person = await signedIn(site);
    const responseId = await submitted(person.visitor);
    const before = (await person.visitor.get(of(responseId, '/result'))).json<{ response: ResponseDocument }>();
    await claim(person, responseId);
    const after = (await person.visitor.get(of(responseId, '/result'))).json<{ response: ResponseDocument }>();

    expect({ ...after, response: null }).toEqual({ ...before, response: null });
    expect(after.response.answers).toEqual(before.response.answers);
  });
});
