import { createHash, randomBytes } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { listEndpoints } from '../support/all-endpoints.ts';
import { start } from '../support/answering.ts';
import { startEditingApp } from '../support/editing.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { type Owner, sessionCookieName, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let guarded: Endpoint[];
let owner: Owner;
let keyHolder: Visitor;
let responseId: string;

beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000 });
  guarded = (await listEndpoints()).filter(({ access }) => access !== 'public');
  owner = await signedInOwner(site);
  keyHolder = site.newVisitor();
  responseId = await start(keyHolder);
});
afterAll(() => site.close());

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const hexOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const cookieOf = (visitor: Visitor, name: string) =>
  visitor.cookies.find((cookie) => cookie.name === name)?.value ?? '';

/** Nothing of what follows is the secret of a live session, near as some of it comes. */
async function forgeries(): Promise<Record<string, string>> {
  const asked = site.newVisitor();
  await asked.post('/api/sign-in/codes', { email: owner.email, language: 'sv' });
  const { url } = (await keyHolder.post(`/api/responses/${responseId}/resume-links`)).json<{ url: string }>();
  const claims = { sub: owner.personId, role: 'administrator', exp: 4_000_000_000 };
  return {
    'thirty-two bytes of chance': randomBytes(32).toString('base64url'),
    'what the database knows of the session': hexOf(owner.sessionSecret),
    'the same bytes as a key is written': createHash('sha256').update(owner.sessionSecret).digest('base64url'),
    'the identifier of the session': owner.sessionId,
    'the identifier of the person': owner.personId,
    'the key of a response': cookieOf(keyHolder, 'mattstock-response'),
    'the secret of a browser that waits for a code': cookieOf(asked, 'mattstock-browser'),
    'the secret of a resume link': new URL(url).hash.replace('#key=', ''),
    'the session with one letter more': `${owner.sessionSecret}A`,
    'the session with another last letter': `${owner.sessionSecret.slice(0, -1)}${owner.sessionSecret.endsWith('A') ? 'B' : 'A'}`,
    'a token that signs itself with nothing': `${base64url({ alg: 'none' })}.${base64url(claims)}.`,
    nothing: '',
  };
}

function send(endpoint: Endpoint, cookie: string): Promise<LightMyRequestResponse> {
  const ids: Record<string, string> = {
    responseId,
    firmId: owner.firmId,
    itemCode: 'D1.1',
    subject: 'D1.1',
    language: 'sv',
    dimension: 'D1',
    format: 'csv',
  };
  const url = endpoint.path.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? owner.firmId);
  return site.newVisitor().send({
    method: endpoint.method,
    url,
    headers: { cookie, 'idempotency-key': 'x'.repeat(20) },
    ...(endpoint.body === undefined ? {} : { body: exampleBodies[endpoint.name] }),
  });
}

/** The names under which the value is shown; the key of a response under its own would be the real thing. */
const namesFor = (what: string) =>
  what === 'the key of a response' ? [sessionCookieName] : [sessionCookieName, 'mattstock-response'];

test('nothing but the secret of a live session opens what asks for somebody, and nothing else a response', async () => {
  const opened: string[] = [];
  for (const [what, value] of Object.entries(await forgeries())) {
    for (const endpoint of guarded) {
      for (const name of namesFor(what)) {
        const { statusCode } = await send(endpoint, `${name}=${value}`);
        if (statusCode !== 401 && statusCode !== 404) opened.push(`${endpoint.name} by ${what}: ${statusCode}`);
      }
    }
  }
  expect(opened).toEqual([]);
});

test('no file and no reply that belongs to somebody is given to who shows nothing', async () => {
  const given: string[] = [];
  for (const endpoint of guarded.filter(({ method }) => method === 'GET')) {
    const { statusCode, headers } = await send(endpoint, '');
    if (statusCode < 400 || headers['content-disposition'] !== undefined) given.push(endpoint.name);
  }
  expect(given).toEqual([]);
});

test('a key in the address, in a header or in the body opens nothing', async () => {
  const { sessionSecret } = owner;
  for (const visit of [
    { url: `/api/account/sessions?session=${sessionSecret}&${sessionCookieName}=${sessionSecret}` },
    { url: '/api/account/sessions', headers: { authorization: `Bearer ${sessionSecret}` } },
    { url: '/api/account/sessions', headers: { 'x-session': sessionSecret, 'x-user-id': owner.personId } },
  ]) {
    expect((await site.newVisitor().send(visit)).statusCode).toBe(401);
  }
});
