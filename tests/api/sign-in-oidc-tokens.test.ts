import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectProblem } from '../support/expect-problem.ts';
import { begunSignIn, finishSignIn } from '../support/oidc-walk.ts';
import { signedIn } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

/** Of the standard's claims, any of which may be left out. */
type Claims = Record<string, string | number | undefined>;
type Token = { claims: Claims; header: Record<string, unknown>; key: CryptoKey };

/* A provider that signs whatever it is told to with the key it is known by, which no sound one would. */
let server: Server;
let issuer: string;
let site: TestApp;
let own: CryptoKey;
let strangers: CryptoKey;
let token: Token;
let changes: { metadata: object };
const subject = randomUUID();

async function replyOf(path: string, keys: object): Promise<object> {
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorise`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...changes.metadata,
  };
  if (path.includes('openid-configuration')) return metadata;
  if (path === '/keys') return { keys: [keys] };
  const { claims, header, key } = token;
  const idToken = await new SignJWT(claims as JWTPayload)
    .setProtectedHeader({ alg: 'RS256', kid: 'signing', ...header })
    .sign(key);
  return { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken };
}

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  own = pair.privateKey;
  strangers = (await generateKeyPair('RS256')).privateKey;
  const keys = { ...(await exportJWK(pair.publicKey)), kid: 'signing', alg: 'RS256', use: 'sig' };
  server = createServer((request, response) => {
    void replyOf(request.url ?? '', keys).then((body) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  changes = { metadata: {} };
  const oidc = { issuer, clientId: 'mattstock', clientSecret: 'secret', name: { sv: 'Inloggning', en: 'Sign-in' } };
  // A site of its own, since what the provider says of itself is remembered.
  site = await startTestApp({ rateLimitPerMinute: 100_000, oidc });
  const { personId } = await signedIn(site);
  await site.admin.query('insert into identities (identity_id, person_id, issuer, subject) values ($1, $2, $3, $4)', [
    randomUUID(),
    personId,
    issuer,
    subject,
  ]);
  return () => site.close();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The status of a sign-in whose identity token was changed so. */
async function signInWith(change: (token: Token, second: number) => Partial<Token>): Promise<number> {
  const visitor = site.newVisitor();
  const asked = new URL(await begunSignIn(visitor)).searchParams;
  const second = Math.floor(Date.now() / 1000);
  const nonce = asked.get('nonce') ?? '';
  const sound = { iss: issuer, sub: subject, aud: 'mattstock', nonce, iat: second, exp: second + 60 };
  token = { claims: sound, header: {}, key: own };
  token = { ...token, ...change(token, second) };
  const reply = await finishSignIn(visitor, `?code=x&state=${asked.get('state')}`);
  if (reply.statusCode !== 201) expectProblem(reply, 401, 'sign-in-refused');
  return reply.statusCode;
}

const claiming = (change: (second: number) => Claims) =>
  signInWith(({ claims }, second) => ({ claims: { ...claims, ...change(second) } }));

test('an identity token that is right in everything is taken', async () => {
  expect(await claiming(() => ({}))).toBe(201);
});

test.each<[string, (second: number) => Claims]>([
  ['past its time', (second) => ({ exp: second - 120, iat: second - 240 })],
  ['from before its time', (second) => ({ nbf: second + 600 })],
  ['without an end', () => ({ exp: undefined })],
  ['for another client', () => ({ aud: 'another' })],
  ['of another issuer', () => ({ iss: 'https://evil.example' })],
  ['to another question', () => ({ nonce: 'A'.repeat(43) })],
  ['of nobody', () => ({ sub: undefined })],
])('one %s is refused, though the provider signed it', async (_what, change) => {
  expect(await claiming(change)).toBe(401);
});

test('one that brings the key to check it with is refused', async () => {
  const jwk = { jku: 'https://evil.example/keys', jwk: await exportJWK((await generateKeyPair('RS256')).publicKey) };
  expect(await signInWith(() => ({ header: jwk, key: strangers }))).toBe(401);
});

test('a provider that says it is another is not asked', async () => {
  changes = { metadata: { issuer: 'https://evil.example' } };
  const reply = await site.newVisitor().post('/api/sign-in/oidc-requests', { language: 'sv' });
  expectProblem(reply, 401, 'sign-in-refused');
});
