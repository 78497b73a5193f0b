import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { level, save, saveBody, start } from '../support/answering.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp();
});
afterAll(() => site.close());

const at = (responseId: string, itemCode = 'D1.1') => `/api/responses/${responseId}/answers/${itemCode}`;

const eventsOf = (responseId: string) => site.countRows('answer_events', responseId);

describe('saving an answer', () => {
  test('again after a lost reply gives the first acknowledgement and changes nothing', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const body = saveBody(level(2));
    const first = await visitor.put(at(responseId), body);
    site.clock.advance(60_000);
    const again = await visitor.put(at(responseId), body);

    expect(again.json()).toEqual(first.json());
    expect(await eventsOf(responseId)).toBe(1);
  });

  test('again after a later save does not bring the old answer back', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const old = saveBody(level(2));
    await visitor.put(at(responseId), old);
    await visitor.put(at(responseId), saveBody(level(4), { baseRevision: 1 }));
    await visitor.put(at(responseId), old);

    expect((await visitor.get(`/api/responses/${responseId}`)).json()).toMatchObject({
      answers: [{ revision: 2, answer: level(4) }],
    });
  });

  test('that knows of the stored one replaces it and counts the revision up', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await visitor.put(at(responseId), saveBody(level(2)));
    const reply = await visitor.put(at(responseId), saveBody(level(3), { baseRevision: 1 }));

    expect(reply.json()).toMatchObject({ revision: 2, answer: level(3) });
    expect(await eventsOf(responseId)).toBe(2);
  });

  test('that does not know of the stored one is refused and told what is stored', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await visitor.put(at(responseId), saveBody(level(2, 'från kontoret')));
    const reply = await visitor.put(at(responseId), saveBody(level(4)));

    expect(reply.json()).toMatchObject({
      status: 409,
      code: 'answer-conflict',
      current: { itemCode: 'D1.1', revision: 1, answer: level(2, 'från kontoret') },
    });
    expect(await eventsOf(responseId)).toBe(1);
  });

  test('that says the same as what is stored is no conflict', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await visitor.put(at(responseId), saveBody(level(2)));

    expect((await visitor.put(at(responseId), saveBody(level(2)))).json()).toMatchObject({ revision: 1 });
  });

  test('from many tabs at once keeps one of them and refuses the rest', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const replies = await Promise.all(
      [0, 1, 2, 3, 4].map((points) => visitor.put(at(responseId), saveBody(level(points)))),
    );

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(await eventsOf(responseId)).toBe(1);
  });

  test('can be taken back', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(2));
    await visitor.put(at(responseId), saveBody({ value: null, comment: 'vet inte än' }, { baseRevision: 1 }));

    expect((await visitor.get(`/api/responses/${responseId}`)).json()).toMatchObject({
      answers: [{ answer: { value: null, comment: 'vet inte än' } }],
    });
  });

  test('keeps every sign of a comment', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const comment = "Åäö – ”citat” \\ ' ; drop table answers; -- 🏭\nny rad";
    await save(visitor, responseId, 'D1.1', level(1, comment));

    expect((await visitor.get(`/api/responses/${responseId}`)).json()).toMatchObject({
      answers: [{ answer: { comment } }],
    });
  });

  test('with a NUL is refused before it reaches the database', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const reply = await visitor.put(at(responseId), saveBody(level(1, 'a\u0000b')));

    expect(reply.json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ path: 'body/answer/comment', code: 'text-not-storable' }],
    });
  });

  test('every kind of the form round-trips', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const answers = {
      'IB.sales': { value: { state: 'choice', choice: 'some' }, comment: '' },
      'D2.2': { value: { state: 'not-applicable' }, comment: '' },
      'D3.1': { value: { state: 'dont-know' }, comment: '' },
      'D1.importance': { value: { state: 'choice', choice: 'much' }, comment: '' },
      'D1.wish': { value: { state: 'choice', choice: 'yes' }, comment: '' },
    } as const;
    for (const [itemCode, answer] of Object.entries(answers)) await save(visitor, responseId, itemCode, answer);
    const { answers: stored } = (await visitor.get(`/api/responses/${responseId}`)).json<{
      answers: { itemCode: string; answer: object }[];
    }>();

    expect(Object.fromEntries(stored.map(({ itemCode, answer }) => [itemCode, answer]))).toEqual(answers);
  });

  test('off the path is kept and does not count', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'X4.2', level(4));
    await save(visitor, responseId, 'X4.1', { value: { state: 'not-applicable' }, comment: '' });
    await save(visitor, responseId, 'D1.1', level(1));
    const reply = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });

    // 42 questions less the one that fell off the path; X4.2 stays stored.
    expect(reply.json()).toMatchObject({ answeredItems: 1, scoredItems: 41 });
    expect((await visitor.get(`/api/responses/${responseId}`)).json<{ answers: object[] }>().answers).toHaveLength(3);
  });
});

describe('a save of one tab', () => {
  test('is not mistaken for that of another tab with the same number', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const clientSequence = 7;
    await visitor.put(at(responseId), saveBody(level(1), { clientId: randomUUID(), clientSequence }));
    const reply = await visitor.put(
      at(responseId),
      saveBody(level(2), { clientId: randomUUID(), clientSequence, baseRevision: 1 }),
    );

    expect(reply.json()).toMatchObject({ revision: 2 });
  });
});
