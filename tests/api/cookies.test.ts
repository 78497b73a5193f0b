import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBody } from '../support/answering.ts';
import { operatorKey, startEditingApp } from '../support/editing.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';

const origin = 'https://mattstock.example';
const secureSite = { publicOrigin: origin };

let secure: TestApp;
let plain: TestApp;
beforeAll(async () => {
  [secure, plain] = [await startEditingApp(secureSite), await startEditingApp()];
});
afterAll(async () => {
  await secure.close();
  await plain.close();
});

type Opened = {
  readonly url: string;
  readonly key: string;
  readonly missing: readonly [number, 'not-found' | 'sign-in-required'];
};

async function openSession(site: TestApp): Promise<Opened> {
  const body = { key: await operatorKey(site), editorName: 'Ada' };
  const headers = site === secure ? { origin } : {};
  const reply = await site.newVisitor().send({ method: 'POST', url: '/api/editor/sessions', body, headers });
  return { url: '/api/editor/session', key: reply.cookies[0]?.value ?? '', missing: [401, 'sign-in-required'] };
}

async function openResponse(site: TestApp): Promise<Opened> {
  const headers = site === secure ? { origin } : {};
  const reply = await site.newVisitor().send({ method: 'POST', url: '/api/responses', body: startBody(), headers });
  const { responseId } = reply.json<{ responseId: string }>();
  return { url: `/api/responses/${responseId}`, key: reply.cookies[0]?.value ?? '', missing: [404, 'not-found'] };
}

describe.each([
  ['mattstock-editor', openSession],
  ['mattstock-response', openResponse],
] as const)('the key in the cookie %s', (name, open) => {
  const show = (site: TestApp, url: string, cookie: string) => site.newVisitor().send({ url, headers: { cookie } });

  test('counts on a secure site only under the name that no insecure page can set', async () => {
    const { url, key, missing } = await open(secure);
    const other = `${name}=${key}; __Secure-${name}=${'x'.repeat(43)}`;

    expect((await show(secure, url, `__Secure-${name}=${key}`)).statusCode).toBe(200);
    expectProblem(await show(secure, url, `${name}=${key}`), ...missing);
    expectProblem(await show(secure, url, other), ...missing);
  });

  test('counts on a site without a certificate under the plain name', async () => {
    const { url, key, missing } = await open(plain);

    expect((await show(plain, url, `${name}=${key}`)).statusCode).toBe(200);
    expectProblem(await show(plain, url, `__Secure-${name}=${key}`), ...missing);
  });
});

test('a site without a configured address is secure where the request was', async () => {
  const { url, key } = await openSession(plain);
  const trusting = await startEditingApp({ trustedProxies: ['127.0.0.1'] }, { database: plain.database });
  const headers = { cookie: `mattstock-editor=${key}`, 'x-forwarded-proto': 'https' };
  const reply = await trusting.newVisitor().send({ url, headers });
  await trusting.app.close();
  await trusting.admin.end();

  expectProblem(reply, 401, 'sign-in-required');
});
