import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBody } from '../support/answering.ts';
import { startEditingApp } from '../support/editing.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { signedIn } from '../support/people.ts';
import { mailedCode } from '../support/sign-in.ts';
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
  const { sessionSecret } = await signedIn(site);
  return { url: '/api/account/sessions', key: sessionSecret, missing: [401, 'sign-in-required'] };
}

async function openResponse(site: TestApp): Promise<Opened> {
  const headers = site === secure ? { origin } : {};
  const reply = await site.newVisitor().send({ method: 'POST', url: '/api/responses', body: startBody(), headers });
  const { responseId } = reply.json<{ responseId: string }>();
  return { url: `/api/responses/${responseId}`, key: reply.cookies[0]?.value ?? '', missing: [404, 'not-found'] };
}

describe.each([
  ['__Host-', 'mattstock-session', openSession],
  ['__Secure-', 'mattstock-response', openResponse],
] as const)('the key in the cookie %s%s', (prefix, name, open) => {
  const show = (site: TestApp, url: string, cookie: string) => site.newVisitor().send({ url, headers: { cookie } });

  test('counts on a secure site only under the name that no insecure page can set', async () => {
    const { url, key, missing } = await open(secure);
    const other = `${name}=${key}; ${prefix}${name}=${'x'.repeat(43)}`;

    expect((await show(secure, url, `${prefix}${name}=${key}`)).statusCode).toBe(200);
    expectProblem(await show(secure, url, `${name}=${key}`), ...missing);
    expectProblem(await show(secure, url, other), ...missing);
  });

  test('counts on a site without a certificate under the plain name', async () => {
    const { url, key, missing } = await open(plain);

    expect((await show(plain, url, `${name}=${key}`)).statusCode).toBe(200);
    expectProblem(await show(plain, url, `${prefix}${name}=${key}`), ...missing);
  });
});

test('a site without a configured address is secure where the request was', async () => {
  const { url, key } = await openSession(plain);
  const trusting = await startEditingApp({ trustedProxies: ['127.0.0.1'] }, { database: plain.database });
  const show = (cookie: string) =>
    trusting.newVisitor().send({ url, headers: { cookie, 'x-forwarded-proto': 'https' } });
  const byPlainName = await show(`mattstock-session=${key}`);
  const bySecureName = await show(`__Host-mattstock-session=${key}`);
  await trusting.app.close();
  await trusting.admin.end();

  expectProblem(byPlainName, 401, 'sign-in-required');
  expect(bySecureName.statusCode).toBe(200);
});

/** Attributes of each cookie that a reply sets, by name; the value and the time are left out. */
function cookiesOf(reply: { headers: Record<string, unknown> }): Record<string, string[]> {
  const lines = [reply.headers['set-cookie'] ?? []].flat() as string[];
  return Object.fromEntries(
    lines.map((line) => {
      const [pair = '', ...attributes] = line.split('; ');
      return [
        pair.split('=')[0] ?? '',
        attributes.filter((attribute) => !/^(Expires|Max-Age)=/.test(attribute)).sort(),
      ];
    }),
  );
}

describe('signing in', () => {
  async function walk(site: TestApp, headers: Record<string, string>) {
    const visitor = site.newVisitor();
    const post = (url: string, body: object) => visitor.send({ method: 'POST', url, body, headers });
    const asked = await post('/api/sign-in/codes', { email: 'cookies@example.se', language: 'sv' });
    const code = await mailedCode(site, 'cookies@example.se');
    const letIn = await post('/api/sign-in/code-sessions', { code });
    const out = await post('/api/account/sign-out', {});
    return { asked, letIn, out };
  }

  test('on a secure site sets cookies that only this host can set and only it is sent', async () => {
    const { asked, letIn, out } = await walk(secure, { origin });
    const attributes = ['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'];

    expect(cookiesOf(asked)).toEqual({ '__Host-mattstock-browser': attributes });
    expect(cookiesOf(letIn)).toEqual({
      '__Host-mattstock-session': attributes,
      '__Host-mattstock-browser': attributes,
    });
    expect(cookiesOf(out)).toEqual({ '__Host-mattstock-session': attributes });
    expect(out.headers['clear-site-data']).toBe('"cache"');
  });

  test('on a site without a certificate sets the same ones, not bound to https', async () => {
    const { asked, letIn } = await walk(plain, {});
    const attributes = ['HttpOnly', 'Path=/', 'SameSite=Strict'];

    expect(cookiesOf(asked)).toEqual({ 'mattstock-browser': attributes });
    expect(cookiesOf(letIn)).toEqual({ 'mattstock-session': attributes, 'mattstock-browser': attributes });
  });

  test('takes the cookies away by a time that is past, and keeps the session no longer than it holds', async () => {
    const { letIn, out } = await walk(secure, { origin });
    const expiry = ({ cookies }: typeof out, name: string) => cookies.find((cookie) => cookie.name === name)?.expires;

    expect(expiry(letIn, '__Host-mattstock-browser')?.getTime()).toBe(0);
    expect(expiry(out, '__Host-mattstock-session')?.getTime()).toBe(0);
    const endsAt = Date.parse(letIn.json<{ sessionEndsAt: string }>().sessionEndsAt);
    expect(Math.abs((expiry(letIn, '__Host-mattstock-session')?.getTime() ?? 0) - endsAt)).toBeLessThan(1000);
  });
});

test('plain reading sets no cookie, signed in or not', async () => {
  const { visitor } = await signedIn(plain);
  for (const url of ['/api/site', '/api/visitor', '/api/sign-in/methods', '/api/account/sessions', '/sign-in']) {
    expect((await visitor.get(url)).headers['set-cookie']).toBeUndefined();
    expect((await plain.newVisitor().get(url)).headers['set-cookie']).toBeUndefined();
  }
});

test('a cookie that is no key counts as none', async () => {
  for (const value of ['', 'x', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}%00`, "' or 1=1 --"]) {
    const visitor = plain.newVisitor();
    const reply = await visitor.send({
      url: '/api/account/sessions',
      headers: { cookie: `mattstock-session=${value}` },
    });
    expectProblem(reply, 401, 'sign-in-required');
  }
});
