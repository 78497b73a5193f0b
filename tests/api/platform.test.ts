import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { problemCodes, problemSchema } from '#shared/contracts/problem.ts';
import { level, save, start, startBody } from '../support/answering.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ isDemo: true });
});
afterAll(() => site.close());

describe('a refused request', () => {
  test.each([
    ['an unknown address', { url: '/api/nothing' }, 404, 'not-found'],
    [
      'a body that is no JSON',
      { method: 'POST', url: '/api/responses', headers: { 'content-type': 'text/plain' }, body: 'x' },
      415,
      'unsupported-media-type',
    ],
    [
      'a body too large',
      { method: 'POST', url: '/api/responses', body: { text: 'x'.repeat(70_000) } },
      413,
      'payload-too-large',
    ],
    [
      'broken JSON',
      { method: 'POST', url: '/api/responses', headers: { 'content-type': 'application/json' }, body: '{"a":' },
      422,
      'invalid-request',
    ],
    [
      'another site',
      { method: 'POST', url: '/api/responses', headers: { origin: 'https://evil.example' }, body: startBody() },
      403,
      'origin-refused',
    ],
  ] as const)('for %s is a problem with a stable code', async (_name, visit, status, code) => {
    const reply = await site.newVisitor().send(visit);

    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(reply.statusCode).toBe(status);
    const problem = problemSchema.parse(reply.json());
    expect(problem).toMatchObject({ status, code });
    expect(problem.requestId).not.toBe('');
  });

  test('says where the fault is and never repeats what was sent', async () => {
    const reply = await site.newVisitor().post('/api/responses', startBody({ profile: { employees: -17_234 } }));

    expect(reply.json()).toMatchObject({ errors: [{ path: 'body/profile/employees' }] });
    expect(reply.body).not.toContain('17234');
  });

  test('never shows what went wrong inside', async () => {
    const broken = await startTestApp();
    await broken.admin.query('alter table answers rename to lost_answers');
    const visitor = broken.newVisitor();
    const responseId = await start(visitor);
    const reply = await visitor.get(`/api/responses/${responseId}`);
    await broken.close();

    expect(reply.json()).toMatchObject({ status: 500, code: 'internal-error' });
    expect(reply.body).not.toMatch(/answers|relation|select/);
  });

  test('has a code that the contract lists', () => {
    expect(new Set(problemCodes).size).toBe(problemCodes.length);
  });
});

describe('limits', () => {
  test('a flood from one address is stopped, whatever it writes in X-Forwarded-For', async () => {
    const small = await startTestApp({ rateLimitPerMinute: 5 });
    const statuses: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      const reply = await small
        .newVisitor()
        .send({ url: '/api/site', headers: { 'x-forwarded-for': `10.0.0.${turn}` } });
      statuses.push(reply.statusCode);
    }
    await small.close();

    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  });
});

describe('every reply', () => {
  test('carries a policy that lets no foreign script in', async () => {
    const { headers } = await site.newVisitor().get('/api/site');

    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  test('with a firm in it is kept by no cache', async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);

    expect((await visitor.get(`/api/responses/${responseId}`)).headers['cache-control']).toMatch(/no-store/);
  });
});

describe('what is large', () => {
  test('travels compressed to who can read it', async () => {
    const { instrumentVersionId } = (await site.newVisitor().get('/api/site')).json<{ instrumentVersionId: string }>();
    const url = `/api/instrument-versions/${instrumentVersionId}/forms/snabbkoll/sv`;
    const plain = await site.newVisitor().get(url);
    const small = await site.newVisitor().send({ url, headers: { 'accept-encoding': 'gzip' } });

    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
  });
});

describe('the cookie', () => {
  test('is marked secure where the site is', async () => {
    const secure = await startTestApp({ publicOrigin: 'https://mattstock.example' });
    const reply = await secure.newVisitor().send({
      method: 'POST',
      url: '/api/responses',
      body: startBody(),
      headers: { origin: 'https://mattstock.example' },
    });
    await secure.close();

    expect(reply.headers['set-cookie']).toMatch(/^__Secure-mattstock-response=.*; Secure/);
  });
});

describe('the log', () => {
  test('holds no answer, name, key or query', async () => {
    let log = '';
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        log += String(chunk);
        done();
      },
    });
    const loud = await startTestApp({ logLevel: 'trace' }, { logDestination: stream });
    const visitor = loud.newVisitor();
    const responseId = await start(visitor, { firmName: 'Hemliga Smeden' });
    await save(visitor, responseId, 'D1.1', level(1, 'hemlig kommentar'));
    await visitor.get('/api/site?secret=hemligt');
    await visitor.put(`/api/responses/${responseId}/answers/D1.1`, { answer: 'hemligt fel' });
    await loud.close();

    expect(log).toContain('"statusCode":422');
    expect(log).not.toMatch(/hemlig/i);
    expect(log).not.toContain(visitor.cookies[0]?.value);
  });
});

describe('health', () => {
  test('is alive and ready with its database', async () => {
    expect((await site.newVisitor().get('/api/health/live')).statusCode).toBe(200);
    expect((await site.newVisitor().get('/api/health/ready')).statusCode).toBe(200);
  });

  test('that is held up refuses what it would have to work for, and neither pages nor to say how it is', async () => {
    const slow = await startTestApp({ eventLoopLimitMs: 100 });
    const visitor = slow.newVisitor();
    try {
      await vi.waitFor(
        async () => {
          const untilMs = performance.now() + 300;
          while (performance.now() < untilMs);
          await setImmediate();
          expectProblem(await visitor.get('/api/strategy'), 503, 'service-unavailable');
        },
        { timeout: 20_000, interval: 10 },
      );
      expect((await visitor.get('/api/health/live')).statusCode).toBe(200);
      expect((await visitor.get('/sign-in')).statusCode).not.toBe(503);
    } finally {
      await slow.close();
    }
  }, 30_000);

  test('that is held up for less than its limit refuses nothing, also where it was for a whole second', async () => {
    const busy = await startTestApp({ eventLoopLimitMs: 2000 });
    try {
      for (let turn = 0; turn < 3; turn += 1) {
        const untilMs = performance.now() + 1200;
        while (performance.now() < untilMs);
        await setTimeout(20);
        expect((await busy.newVisitor().get('/api/strategy')).statusCode).toBe(200);
      }
    } finally {
      await busy.close();
    }
  });

  test('is alive but not ready without it', async () => {
    const lonely = await startTestApp();
    await lonely.admin.end();
    await lonely.database.drop();
    const visitor = lonely.newVisitor();
    const [live, ready] = [await visitor.get('/api/health/live'), await visitor.get('/api/health/ready')];
    await lonely.app.close();

    expect([live.statusCode, ready.statusCode]).toEqual([200, 503]);
  });
});

const contractsFolder = path.resolve(import.meta.dirname, '../../shared/contracts');

/** The name of every endpoint that some contract describes. */
async function endpointNames(): Promise<string[]> {
  const files = (await readdir(contractsFolder)).map((file) => path.join(contractsFolder, file));
  const contracts: object[] = await Promise.all(files.map((file) => import(/* @vite-ignore */ file)));
  return contracts.flatMap((contract) =>
    Object.values(contract).flatMap((value: Partial<Endpoint>) =>
      value.method === undefined || value.name === undefined ? [] : [value.name],
    ),
  );
}

describe('the API description', () => {
  test('describes every endpoint of the contracts and no other', async () => {
    const everything = await startTestApp({ isDemo: true, hasDemoPeople: true });
    const described = (await everything.newVisitor().get('/api/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Record<string, { operationId?: string }>>;
    }>();
    await everything.close();
    const operations = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );

    expect(described.openapi).toBe('3.1.0');
    expect(operations.filter((name) => name !== undefined).sort()).toEqual((await endpointNames()).sort());
  });

  test('is readable as a page', async () => {
    const reply = await site.newVisitor().get('/api/documentation/');
    expect(reply.headers['content-type']).toMatch(/^text\/html/);
  });
});
