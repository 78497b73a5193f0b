import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import * as responses from '#shared/contracts/responses.ts';
import { level, save, saveBody, start, startBody, submitted } from '../support/answering.ts';
import { alwaysThere, describeEndpoint, isPublic, noTenant, oneRole } from '../support/endpoint-families.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp();
});
afterAll(() => site.close());

const of = (responseId: string, rest = '') => `/api/responses/${responseId}${rest}`;

async function expectProblem(reply: { statusCode: number; json(): unknown }, status: number, code: string) {
  expect(reply.json()).toMatchObject({ status, code });
  expect(reply.statusCode).toBe(status);
}

describeEndpoint(responses.startResponse, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    await expectProblem(
      await visitor.post('/api/responses', startBody({ formCode: 'unknown' })),
      422,
      'invalid-request',
    );
    await expectProblem(await visitor.post('/api/responses', { ...startBody(), extra: 1 }), 422, 'invalid-request');
    await expectProblem(
      await visitor.post('/api/responses', startBody({ profile: { municipality: '0180' } })),
      422,
      'invalid-request',
    );
    const reply = await visitor.post('/api/responses', startBody({ organisationNumber: '556036-0794' }));
    expect(reply.json()).toMatchObject({ errors: [{ path: 'body/organisationNumber', code: 'wrong-check-digit' }] });
    expect(visitor.cookies).toEqual([]);
  },
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const visitor = site.newVisitor();
    const reply = await visitor.post(
      '/api/responses',
      startBody({ organisationNumber: '556036-0793', firmName: ' Smeden ' }),
    );

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({
      status: 'open',
      firmName: 'Smeden',
      organisationNumber: '5560360793',
      isSimulated: false,
      isClaimed: false,
      firmId: null,
      answers: [],
      receipt: null,
    });
    const { responseId } = reply.json<{ responseId: string }>();
    expect(reply.headers['set-cookie']).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect(visitor.cookies).toMatchObject([{ path: of(responseId) }]);
  },
});

describeEndpoint(responses.getResponse, {
  'refuses who has no key': async () => {
    const responseId = await start(site.newVisitor());
    await expectProblem(await site.newVisitor().get(of(responseId)), 404, 'not-found');
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const visitor = site.newVisitor();
    const own = await start(visitor);
    const other = await start(site.newVisitor());
    const reply = await visitor.trespass({ url: of(other) });

    await expectProblem(reply, 404, 'not-found');
    expect((await visitor.get(of(own))).statusCode).toBe(200);
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    const reply = await visitor.trespass({
      url: of('not-an-id'),
    });
    await expectProblem(reply, 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    const reply = await visitor.trespass({
      url: of(randomUUID()),
    });
    await expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(2, 'Vi säljer timmar.'));

    expect((await visitor.get(of(responseId))).json()).toMatchObject({
      responseId,
      answers: [{ itemCode: 'D1.1', revision: 1, answer: level(2, 'Vi säljer timmar.') }],
    });
  },
});

describeEndpoint(responses.changeProfile, {
  'refuses who has no key': async () => {
    const responseId = await start(site.newVisitor());
    const reply = await site.newVisitor().put(of(responseId, '/profile'), { profile: startBody().profile });
    await expectProblem(reply, 404, 'not-found');
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    const other = await start(site.newVisitor());
    const reply = await visitor.trespass({
      method: 'PUT',
      url: of(other, '/profile'),
      body: { profile: startBody().profile },
    });
    await expectProblem(reply, 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const profile = { ...startBody().profile, employees: '18' };
    await expectProblem(await visitor.put(of(responseId, '/profile'), { profile }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    const reply = await visitor.put(of(randomUUID(), '/profile'), { profile: startBody().profile });
    await expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const profile = { ...startBody().profile, chainRole: 'own-product', employees: 31 };
    const reply = await visitor.put(of(responseId, '/profile'), { profile, firmName: 'Nya Smeden' });

    expect(reply.json()).toMatchObject({ profile, firmName: 'Nya Smeden' });
    expect((await visitor.get(of(responseId))).json()).toMatchObject({ profile, firmName: 'Nya Smeden' });
  },
});

describeEndpoint(responses.saveAnswer, {
  'refuses who has no key': async () => {
    const responseId = await start(site.newVisitor());
    const reply = await site.newVisitor().put(of(responseId, '/answers/D1.1'), saveBody(level(1)));
    await expectProblem(reply, 404, 'not-found');
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    const owner = site.newVisitor();
    const other = await start(owner);
    const reply = await visitor.trespass({
      method: 'PUT',
      url: of(other, '/answers/D1.1'),
      body: saveBody(level(1)),
    });
    await expectProblem(reply, 404, 'not-found');
    expect((await owner.get(of(other))).json()).toMatchObject({ answers: [] });
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const put = (answer: unknown) => visitor.put(of(responseId, '/answers/D1.1'), { ...saveBody(level(1)), answer });

    await expectProblem(await put({ value: { state: 'level', level: 5 }, comment: '' }), 422, 'invalid-request');
    await expectProblem(await put({ value: { state: 'level', level: '1' }, comment: '' }), 422, 'invalid-request');
    const reply = await put({ value: { state: 'choice', choice: 'some' }, comment: '' });
    expect(reply.json()).toMatchObject({
      code: 'answer-not-accepted',
      errors: [{ path: 'body/answer/value/state', code: 'wrong-kind' }],
    });
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await expectProblem(await visitor.put(of(responseId, '/answers/D9.99'), saveBody(level(1))), 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const reply = await visitor.put(of(responseId, '/answers/D1.1'), saveBody(level(3, 'Nytt')));

    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ itemCode: 'D1.1', revision: 1, answer: level(3, 'Nytt') });
  },
});

describeEndpoint(responses.submitResponse, {
  'refuses who has no key': async () => {
    const responseId = await start(site.newVisitor());
    const reply = await site.newVisitor().post(of(responseId, '/submission'), { language: 'sv' });
    await expectProblem(reply, 404, 'not-found');
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    const owner = site.newVisitor();
    const other = await start(owner);
    const reply = await visitor.trespass({
      method: 'POST',
      url: of(other, '/submission'),
      body: { language: 'sv' },
      headers: { 'idempotency-key': randomUUID() },
    });
    await expectProblem(reply, 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await expectProblem(await visitor.post(of(responseId, '/submission'), { language: 'de' }), 422, 'invalid-request');
    await expectProblem(await visitor.post(of(responseId, '/submission'), { language: 'sv' }), 422, 'nothing-answered');
    await save(visitor, responseId, 'D1.1', level(1));
    const keyless = await visitor.send({
      method: 'POST',
      url: of(responseId, '/submission'),
      body: { language: 'sv' },
    });
    await expectProblem(keyless, 400, 'idempotency-key-missing');
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    await expectProblem(await visitor.post(of(randomUUID(), '/submission'), { language: 'sv' }), 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    await save(visitor, responseId, 'D1.1', level(1));
    const reply = await visitor.post(of(responseId, '/submission'), { language: 'sv' });

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ answeredItems: 1, scoredItems: 42, submittedAt: '2026-11-02T08:00:00.000Z' });
    expect((await visitor.get(of(responseId))).json()).toMatchObject({ status: 'submitted', receipt: reply.json() });
  },
});

describeEndpoint(responses.createResumeLink, {
  'refuses who has no key': async () => {
    const responseId = await start(site.newVisitor());
    await expectProblem(await site.newVisitor().post(of(responseId, '/resume-links')), 404, 'not-found');
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    const other = await start(site.newVisitor());
    const reply = await visitor.trespass({
      method: 'POST',
      url: of(other, '/resume-links'),
    });
    await expectProblem(reply, 404, 'not-found');
  },
  'refuses an invalid request': 'has no input but the response in the path, see getResponse',
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    await expectProblem(await visitor.post(of(randomUUID(), '/resume-links')), 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const reply = await visitor.post(of(responseId, '/resume-links'));

    expect(reply.statusCode).toBe(201);
    expect(reply.json<{ url: string }>().url).toMatch(/^http:\/\/localhost:3000\/resume#key=[A-Za-z0-9_-]{43}$/);
  },
});

describeEndpoint(responses.resumeResponse, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': async () => {
    // The key in a browser's cookie is no resume key.
    const visitor = site.newVisitor();
    await start(visitor);
    const reply = await site.newVisitor().post('/api/resumptions', { key: visitor.cookies[0]?.value });
    await expectProblem(reply, 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    await expectProblem(await site.newVisitor().post('/api/resumptions', { key: 'short' }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    await expectProblem(await site.newVisitor().post('/api/resumptions', { key: 'x'.repeat(43) }), 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const link = (await visitor.post(of(responseId, '/resume-links'))).json<{ url: string }>();
    const elsewhere = site.newVisitor();
    const reply = await elsewhere.post('/api/resumptions', { key: new URL(link.url).hash.slice(5) });

    expect(reply.json()).toEqual({ responseId, status: 'submitted', isRespondent: false });
    expect((await elsewhere.get(of(responseId))).json()).toMatchObject({ responseId });
  },
});

const closingOf = (responseId: string) => of(responseId, '/closing-here');

describeEndpoint(responses.closeHere, {
  'refuses who has no key': async () => {
    const responseId = await start(site.newVisitor());
    await expectProblem(await site.newVisitor().post(closingOf(responseId)), 404, 'not-found');
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const visitor = site.newVisitor();
    const own = await start(visitor);
    const holder = site.newVisitor();
    const other = await start(holder);
    await expectProblem(await visitor.trespass({ method: 'POST', url: closingOf(other) }), 404, 'not-found');
    expect((await visitor.get(of(own))).statusCode).toBe(200);
    expect((await holder.get(of(other))).statusCode).toBe(200);
  },
  'refuses an invalid request': 'has no input but the response in the path, see getResponse',
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    await start(visitor);
    await expectProblem(await visitor.post(closingOf(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    const { url } = (await visitor.post(of(responseId, '/resume-links'))).json<{ url: string }>();
    const [kept] = visitor.cookies;

    const reply = await visitor.post(closingOf(responseId));

    expect(reply.json()).toEqual({ isClosed: true });
    expect(reply.cookies).toMatchObject([{ value: '', path: `/api/responses/${responseId}` }]);
    // A browser that kept the cookie all the same opens nothing by it, a second time either.
    if (kept !== undefined) visitor.hold(kept);
    await expectProblem(await visitor.get(of(responseId)), 404, 'not-found');
    await expectProblem(await visitor.post(closingOf(responseId)), 404, 'not-found');
    // The link goes on.
    const elsewhere = site.newVisitor();
    await elsewhere.post('/api/resumptions', { key: new URL(url).hash.slice(5) });
    expect((await elsewhere.get(of(responseId))).statusCode).toBe(200);
  },
});
