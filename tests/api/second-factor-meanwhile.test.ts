import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from '../support/expect-problem.ts';
import { meanwhile } from '../support/meanwhile.ts';
import { type OidcPeer, startOidcPeer } from '../support/oidc-peer.ts';
import { begunLink, finishLink } from '../support/oidc-walk.ts';
import { addedPasskey, offered, passkeySignIn, sendNew, siteOrigin } from '../support/passkey-walk.ts';
import { type Signed, signedIn } from '../support/people.ts';
import { shownCode } from '../support/sign-in.ts';
import { SoftPasskey } from '../support/soft-passkey.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

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

const holdPerson =
  ({ personId }: Signed) =>
  (holder: PoolClient) =>
    holder.query('select 1 from people where person_id = $1 for update', [personId]);

/** The person's own telephone, in another browser. */
const putPasskey =
  ({ personId }: Signed) =>
  (holder: PoolClient) =>
    holder.query(
      `insert into passkeys (passkey_id, person_id, credential_id, public_key, signature_counter, transports, name)
       values ($1::uuid, $2, $1::uuid::text, '\\x00', 0, '{}', 'Telefonen')`,
      [randomUUID(), personId],
    );

async function countFactors({ personId }: Signed): Promise<number> {
  const { rows } = await site.admin.query<{ count: number }>(
    `select ((select count(*) from passkeys where person_id = $1) + (select count(*) from identities where person_id = $1)
       + (select count(*) from authenticators where person_id = $1 and confirmed_at is not null))::integer as count`,
    [personId],
  );
  return rows[0]?.count ?? 0;
}

describe('a second factor that comes while the mailbox alone is about to put another in place keeps out', () => {
  test('an authenticator', async () => {
    const person = await signedIn(site);
    const begun = await person.visitor.post('/api/account/authenticators');
    const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>();
    const url = `/api/account/authenticators/${authenticatorId}/confirmation`;
    const confirm = () => person.visitor.post(url, { code: shownCode(secret, site.clock) });
    const reply = await meanwhile(site, holdPerson(person), confirm, putPasskey(person));

    expectProblem(reply, 403, 'second-factor-required');
    expect(await countFactors(person)).toBe(1);
  });

  test('a passkey', async () => {
    const person = await signedIn(site);
    const credential = new SoftPasskey().register(await offered(person.visitor), siteOrigin);
    const add = () => sendNew(person.visitor, credential);
    const reply = await meanwhile(site, holdPerson(person), add, putPasskey(person));

    expectProblem(reply, 403, 'second-factor-required');
    expect(await countFactors(person)).toBe(1);
  });

  test("the organisation's own sign-in", async () => {
    const person = await signedIn(site);
    const query = await peer.logIn(await begunLink(person.visitor), `subject-${randomUUID()}`);
    const link = () => finishLink(person.visitor, query);
    const reply = await meanwhile(site, holdPerson(person), link, putPasskey(person));

    expectProblem(reply, 403, 'second-factor-required');
    expect(await countFactors(person)).toBe(1);
  });
});

test('a session that ends meanwhile puts no factor in place', async () => {
  const person = await signedIn(site);
  const query = await peer.logIn(await begunLink(person.visitor), `subject-${randomUUID()}`);
  const reply = await meanwhile(
    site,
    holdPerson(person),
    () => finishLink(person.visitor, query),
    (holder) => holder.query('update sessions set revoked_at = now() where person_id = $1', [person.personId]),
  );

  expectProblem(reply, 401, 'sign-in-required');
  expect(await countFactors(person)).toBe(0);
});

test('a passkey that is taken away while it signs in opens nothing', async () => {
  const person = await signedIn(site);
  const { passkey, passkeyId } = await addedPasskey(person.visitor);
  const visitor = site.newVisitor();
  const reply = await meanwhile(
    site,
    (holder) => holder.query('select 1 from passkeys where passkey_id = $1 for update', [passkeyId]),
    () => passkeySignIn(visitor, passkey),
    (holder) => holder.query('delete from passkeys where passkey_id = $1', [passkeyId]),
  );

  expectProblem(reply, 401, 'sign-in-refused');
  expect((await visitor.get('/api/visitor')).json()).toEqual({ account: null });
});
