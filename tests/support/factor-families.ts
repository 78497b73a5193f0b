import { expect } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { newSession, type Signed, sessionCookieName, signedIn } from './people.ts';
import { type Authenticator, stale, withAuthenticator } from './sign-in.ts';
import type { TestApp } from './test-app.ts';
import type { Visit, Visitor } from './visitor.ts';

export type Proved = Signed & Authenticator;

/** Somebody with an authenticator, in a browser that has shown it. */
export async function signedInWithAuthenticator(site: TestApp, person?: Signed): Promise<Proved> {
  const signed = person ?? (await signedIn(site));
  return { ...signed, ...(await withAuthenticator(site, signed.visitor)) };
}

/** Another browser of the person, which has shown no more than the mailbox. */
export async function mailboxOnly(site: TestApp, { personId }: Pick<Signed, 'personId'>): Promise<Visitor> {
  return (await newSession(site, personId, { hasSecondFactor: false })).visitor;
}

const factorTables = ['authenticators', 'recovery_codes', 'passkeys', 'identities'];

/** Everything that the person can show besides the mailbox, as the database has it. */
export async function factorRows({ admin }: TestApp, { personId }: Pick<Signed, 'personId'>): Promise<unknown[]> {
  const found = await Promise.all(
    factorTables.map((table) => admin.query(`select * from ${table} where person_id = $1 order by 1`, [personId])),
  );
  return found.map(({ rows }) => rows);
}

/** Neither without a key nor with one that nobody has. */
export const refusesWithoutKey = (siteOf: () => TestApp, visit: () => Visit | Promise<Visit>) => async () => {
  const stranger = siteOf().newVisitor();
  const headers = { cookie: `${sessionCookieName}=${'x'.repeat(43)}` };

  expectProblem(await stranger.send(await visit()), 401, 'sign-in-required');
  expectProblem(await stranger.send({ ...(await visit()), headers }), 401, 'sign-in-required');
};

/** The families that are alike for every endpoint that adds, takes away or renews a factor. */
export function forProvedPeopleOnly(siteOf: () => TestApp, visit: (person: Signed) => Promise<Visit> | Visit) {
  return {
    'refuses who has no key': refusesWithoutKey(siteOf, async () => visit(await signedIn(siteOf()))),
    'refuses the wrong role': async () => {
      const site = siteOf();
      const person = await signedInWithAuthenticator(site);
      const attempt = await visit(person);
      const before = await factorRows(site, person);

      expectProblem(await (await mailboxOnly(site, person)).send(attempt), 403, 'second-factor-required');
      await stale(site, person);
      expectProblem(await person.visitor.send(attempt), 403, 'verification-required');
      expect(await factorRows(site, person)).toEqual(before);
    },
  };
}
