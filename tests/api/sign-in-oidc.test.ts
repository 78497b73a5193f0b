import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from '../support/expect-problem.ts';
import { type OidcPeer, startOidcPeer } from '../support/oidc-peer.ts';
import { begunLink, begunSignIn, finishLink, finishSignIn, linked, oidcSignIn } from '../support/oidc-walk.ts';
import { signedIn } from '../support/people.ts';
import { cookieOf, copyOf, signIn } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let peer: OidcPeer;
let site: TestApp;
beforeAll(async () => {
  peer = await startOidcPeer();
  site = await startTestApp({ rateLimitPerMinute: 100_000, oidc: peer.oidc });
});
afterAll(async () => {
  await site.close();
  await peer.close();
});
afterEach(() => peer.tamper((idToken) => idToken));

const newSubject = () => `subject-${randomUUID().slice(0, 8)}`;

async function somebodyLinked(): Promise<{ personId: string; email: string; subject: string }> {
  const { personId, email, visitor } = await signedIn(site);
  const subject = newSubject();
  await linked(visitor, peer, subject);
  return { personId, email, subject };
}

async function expectRefused(visitor: Visitor, query: string): Promise<void> {
  expectProblem(await finishSignIn(visitor, query), 401, 'sign-in-refused');
  expect((await visitor.get('/api/visitor')).json()).toEqual({ account: null });
}

const withChanged = (text: string, changes: Record<string, string | undefined>): string => {
  const isUrl = URL.canParse(text);
  const parameters = isUrl ? new URL(text).searchParams : new URLSearchParams(text);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  return isUrl ? `${text.split('?')[0]}?${parameters}` : `?${parameters}`;
};

describe('what comes back', () => {
  test.each<[string, Record<string, string | undefined>]>([
    ['another state', { state: 'A'.repeat(43) }],
    ['no state', { state: undefined }],
    ['another code', { code: 'A'.repeat(43) }],
    ['no code', { code: undefined }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer, though the provider always says it', { iss: undefined }],
    ['an error beside the code', { error: 'access_denied' }],
    ['a refusal in place of the code', { code: undefined, error: 'access_denied' }],
  ])('with %s is refused', async (_name, changes) => {
    const { subject } = await somebodyLinked();
    const visitor = site.newVisitor();
    const query = await peer.logIn(await begunSignIn(visitor), subject);
    await expectRefused(visitor, withChanged(query, changes));
  });

  test('to a question that was changed on the way is refused: another nonce, another proof of who asked', async () => {
    const { subject } = await somebodyLinked();
    for (const changes of [{ nonce: 'A'.repeat(43) }, { code_challenge: 'A'.repeat(43) }]) {
      const visitor = site.newVisitor();
      const query = await peer.logIn(withChanged(await begunSignIn(visitor), changes), subject);
      await expectRefused(visitor, query);
    }
  });

  test('counts once', async () => {
    const { subject } = await somebodyLinked();
    const visitor = site.newVisitor();
    const query = await peer.logIn(await begunSignIn(visitor), subject);
    const waiting = visitor.cookies;
    expect((await finishSignIn(visitor, query)).statusCode).toBe(201);

    const again = site.newVisitor();
    for (const cookie of waiting) again.hold(cookie);
    await expectRefused(again, query);
    await begunSignIn(again);
    await expectRefused(again, query);
  });

  test('is not taken in another browser, not in one that waits for its own', async () => {
    const { subject } = await somebodyLinked();
    const [waiting, idle] = [site.newVisitor(), site.newVisitor()];
    await begunSignIn(waiting);
    for (const other of [waiting, idle]) {
      await expectRefused(other, await peer.logIn(await begunSignIn(site.newVisitor()), subject));
    }
  });

  test('to an earlier question of the same browser is refused', async () => {
    const { subject } = await somebodyLinked();
    const visitor = site.newVisitor();
    const earlier = await peer.logIn(await begunSignIn(visitor), subject);
    await begunSignIn(visitor);
    await expectRefused(visitor, earlier);
  });

  test('later than ten minutes is refused', async () => {
    const { subject } = await somebodyLinked();
    const visitor = site.newVisitor();
    const query = await peer.logIn(await begunSignIn(visitor), subject);
    site.clock.advance(10 * 60_000);
    await expectRefused(visitor, query);
  });

  test('for one purpose serves no other', async () => {
    const { subject } = await somebodyLinked();
    const { visitor } = await signedIn(site);
    const toSignIn = await peer.logIn(await begunSignIn(visitor), newSubject());
    expectProblem(await finishLink(visitor, toSignIn), 401, 'sign-in-refused');
    const toLink = await peer.logIn(await begunLink(visitor), subject);
    expectProblem(await finishSignIn(visitor, toLink), 401, 'sign-in-refused');
  });

  test('with a code that was given to another client is refused', async () => {
    const { subject } = await somebodyLinked();
    const visitor = site.newVisitor();
    const url = withChanged(await begunSignIn(visitor), { client_id: peer.other.clientId });
    await expectRefused(visitor, await peer.logIn(url, subject));
  });
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const read = (idToken: string, index: number) =>
  JSON.parse(Buffer.from(idToken.split('.')[index] ?? '', 'base64url').toString()) as Record<string, unknown>;
const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('an identity token', () => {
  /** The provider says that whoever signs in is somebody else. */
  const forgeries: [string, (header: object, claims: object, idToken: string) => string][] = [
    ['unsigned', (_header, claims) => `${part({ alg: 'none' })}.${part(claims)}.`],
    [
      'with the signature of another',
      (header, claims, idToken) => `${part(header)}.${part(claims)}.${idToken.split('.')[2]}`,
    ],
    [
      'signed with a key that is not the provider’s',
      (header, claims) => {
        const input = `${part(header)}.${part(claims)}`;
        return `${input}.${sign('sha256', Buffer.from(input), strangersKey).toString('base64url')}`;
      },
    ],
    [
      'signed with the secret of the client',
      (_header, claims) => {
        const input = `${part({ alg: 'HS256' })}.${part(claims)}`;
        return `${input}.${createHmac('sha256', peer.oidc.clientSecret).update(input).digest('base64url')}`;
      },
    ],
  ];

  test.each(forgeries)('%s is refused', async (_name, forge) => {
    const { subject } = await somebodyLinked();
    peer.tamper((idToken) => forge(read(idToken, 0), { ...read(idToken, 1), sub: subject }, idToken));
    const visitor = site.newVisitor();
    await expectRefused(visitor, await peer.logIn(await begunSignIn(visitor), newSubject()));
  });

  test('for another client is refused, though the provider signed it and all else is right', async () => {
    const { subject } = await somebodyLinked();
    const visitor = site.newVisitor();
    const url = await begunSignIn(visitor);
    const { rows } = await site.admin.query<{ verifier: string }>(
      `select content->>'verifier' as verifier from challenges order by challenge_id desc limit 1`,
    );
    const forOther = new URLSearchParams(
      await peer.logIn(withChanged(url, { client_id: peer.other.clientId }), subject),
    );
    const { id_token: idToken } = (await (
      await fetch(`${peer.oidc.issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`another:${peer.other.clientSecret}`).toString('base64')}` },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: forOther.get('code') ?? '',
          redirect_uri: 'http://localhost:3000/sign-in/return',
          code_verifier: rows[0]?.verifier ?? '',
        }),
      })
    ).json()) as { id_token: string };
    expect(read(idToken, 1)).toMatchObject({ aud: 'another', sub: subject });

    peer.tamper(() => idToken);
    await expectRefused(visitor, await peer.logIn(url, subject));
  });

  test('that is as the provider made it is taken', async () => {
    const { personId, subject } = await somebodyLinked();
    expect((await oidcSignIn(site.newVisitor(), peer, subject)).json()).toMatchObject({ personId });
  });
});

describe('a subject', () => {
  test('that nobody has connected makes no account, not with an address that somebody has', async () => {
    const { email } = await somebodyLinked();
    const count = async () => (await site.admin.query('select 1 from people')).rowCount;
    const before = await count();
    const visitor = site.newVisitor();
    await expectRefused(visitor, await peer.logIn(await begunSignIn(visitor), email));

    expect(await count()).toBe(before);
    const { rows } = await site.admin.query(
      `select action, object_kind, object_id, actor_person_id from audit_events order by audit_sequence desc limit 1`,
    );
    expect(rows).toEqual([
      { action: 'sign-in-failed', object_kind: 'identity', object_id: 'unknown', actor_person_id: null },
    ]);
  });

  test('at one provider is nobody at another, by whatever name', async () => {
    const second = await startOidcPeer();
    const elsewhere = await startTestApp({ oidc: second.oidc }, { database: site.database, clock: site.clock });
    const [one, other] = [await signedIn(site), await signedIn(elsewhere)];
    const subject = 'anna@region.example';
    await linked(one.visitor, peer, subject);
    const stranger = await oidcSignIn(elsewhere.newVisitor(), second, subject);
    await linked(other.visitor, second, subject);
    const replies = [
      await oidcSignIn(site.newVisitor(), peer, subject),
      await oidcSignIn(elsewhere.newVisitor(), second, subject),
    ];
    await elsewhere.app.close();
    await elsewhere.admin.end();
    await second.close();

    expectProblem(stranger, 401, 'sign-in-refused');
    expect(replies.map((reply) => reply.json<{ personId: string }>().personId)).toEqual([one.personId, other.personId]);
  });
});

test('signing in by the provider gives another key, and the one the browser came with is dead', async () => {
  const { subject } = await somebodyLinked();
  const { visitor, sessionSecret } = await signedIn(site);
  await oidcSignIn(visitor, peer, subject);

  expect(cookieOf(visitor)).not.toBe(sessionSecret);
  expectProblem(await copyOf(site, sessionSecret).get('/api/account/sessions'), 401, 'sign-in-required');
});

test('with the provider away signing in by it is refused, and the code by e-mail lets in', async () => {
  const passing = await startOidcPeer();
  const lonely = await startTestApp({ oidc: passing.oidc }, { database: site.database, clock: site.clock });
  const visitor = lonely.newVisitor();
  const query = await passing.logIn(await begunSignIn(visitor), newSubject());
  await passing.close();
  const neverSeen = await startTestApp({ oidc: passing.oidc }, { database: site.database, clock: site.clock });
  const begun = await neverSeen.newVisitor().post('/api/sign-in/oidc-requests', { language: 'sv' });
  const finished = await finishSignIn(visitor, query);
  const byCode = await signIn(neverSeen, 'provider-away@example.se');
  const seen = await byCode.get('/api/visitor');
  for (const { app, admin } of [lonely, neverSeen]) {
    await app.close();
    await admin.end();
  }

  expectProblem(begun, 401, 'sign-in-refused');
  expectProblem(finished, 401, 'sign-in-refused');
  expect(seen.json()).toMatchObject({ account: { email: 'provider-away@example.se' } });
});

test('a provider that was away when the site first asked is asked again', async () => {
  const early = await startOidcPeer();
  await early.close();
  const patient = await startTestApp({ oidc: early.oidc }, { database: site.database, clock: site.clock });
  const begin = () => patient.newVisitor().post('/api/sign-in/oidc-requests', { language: 'sv' });
  const away = await begin();
  const back = await startOidcPeer(Number(new URL(early.oidc.issuer).port));
  const there = await begin();
  await patient.app.close();
  await patient.admin.end();
  await back.close();

  expectProblem(away, 401, 'sign-in-refused');
  expect(there.statusCode).toBe(201);
});

describe('the log', () => {
  async function logOf(oidc: OidcPeer['oidc'], visit: (visitor: Visitor) => Promise<unknown>): Promise<string> {
    let log = '';
    const logDestination = new Writable({
      write: (chunk, _encoding, done) => {
        log += String(chunk);
        done();
      },
    });
    const loud = await startTestApp({ oidc, logLevel: 'info' }, { logDestination });
    await visit(loud.newVisitor());
    await loud.close();
    return log;
  }

  test('says why a provider could not be asked, by names and codes alone', async () => {
    const gone = await startOidcPeer();
    await gone.close();
    const log = await logOf(gone.oidc, async (visitor) => {
      const reply = await visitor.post('/api/sign-in/oidc-requests', { language: 'sv' });
      expectProblem(reply, 401, 'sign-in-refused');
    });

    expect(log).toMatch(/"causes":\[[^\]]*"code":"ECONNREFUSED"\}[^\]]*\],"msg":"request refused"/);
    expect(log).not.toContain(new URL(gone.oidc.issuer).host);
  });

  test('says why a reply was not taken, by names and codes alone', async () => {
    const log = await logOf(peer.oidc, async (visitor) => {
      const query = await peer.logIn(await begunSignIn(visitor), newSubject());
      const reply = await finishSignIn(visitor, withChanged(query, { code: undefined, error: 'secret_reason' }));
      expectProblem(reply, 401, 'sign-in-refused');
    });

    expect(log).toMatch(
      /"causes":\[\{"name":"AuthorizationResponseError","code":"OAUTH_AUTHORIZATION_RESPONSE_ERROR"\}/,
    );
    expect(log).not.toContain('secret_reason');
  });
});
