import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as account from '#shared/contracts/account.ts';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import * as secondFactor from '#shared/contracts/second-factor.ts';
import * as signIn from '#shared/contracts/sign-in.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { addedPasskey, offered, sendNew, siteOrigin } from '../support/passkey-walk.ts';
import { type Signed, signedIn } from '../support/people.ts';
import { SoftPasskey } from '../support/soft-passkey.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
let person: Signed;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 1_000_000 });
  person = await signedIn(site, { hasSecondFactor: true });
});
afterAll(() => site.close());

const tables = [
  'people',
  'identities',
  'sessions',
  'sign_in_requests',
  'authenticators',
  'recovery_codes',
  'passkeys',
  'challenges',
  'organisations',
  'memberships',
  'invitations',
  'outbox_mails',
  'audit_events',
];

const isEndpoint = (value: object): value is Endpoint => 'method' in value && 'path' in value;
const writes = [signIn, account, secondFactor]
  .flatMap((contract): object[] => Object.values(contract))
  .filter(isEndpoint)
  .filter(({ body }) => body !== undefined);

const camel = (column: string) => column.replaceAll(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase());

/** What a column is called, both in the database and on the wire, and words that mean rights elsewhere. */
async function keysToSmuggle(): Promise<string[]> {
  const { rows } = await site.admin.query<{ column: string }>(
    `select distinct column_name as column from information_schema.columns
     where table_schema = 'mattstock' and table_name = any ($1)`,
    [tables],
  );
  const columns = rows.map(({ column }) => column);
  return [...new Set([...columns, ...columns.map(camel), 'isAdmin', 'roles', 'isFresh', 'permissions', '__proto__'])];
}

async function everyRow(): Promise<string> {
  const dumps = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await site.admin.query<{ line: string }>(
        `select (to_jsonb(t) - 'last_seen_at')::text as line from ${table} t order by 1`,
      );
      return rows.map(({ line }) => line).join('\n');
    }),
  );
  return dumps.join('\n');
}

/** As text, since an object of this language cannot have every key of its own. */
function bodyWith(example: object, key: string): string {
  const [open, rest] = ['{', JSON.stringify(example).slice(1)];
  return `${open}${JSON.stringify(key)}:"${randomUUID()}"${rest === '}' ? '' : ','}${rest}`;
}

describe('a key that the contract does not have', () => {
  test.each(writes.map((endpoint) => [endpoint.name, endpoint] as const))(
    'is refused by %s whatever it is called, and nothing is written',
    async (name, { method, path }) => {
      const example = exampleBodies[name];
      if (typeof example !== 'object' || example === null) throw new Error(`${name} has no example`);
      const url = path.replaceAll(/:\w+/g, () => randomUUID());
      const keys = (await keysToSmuggle()).filter((key) => !Object.hasOwn(example, key));
      const before = await everyRow();
      for (const key of keys) {
        const reply = await person.visitor.send({
          method,
          url,
          body: bodyWith(example, key),
          headers: { 'content-type': 'application/json' },
        });
        expectProblem(reply, 422, 'invalid-request');
      }

      expect(keys.length).toBeGreaterThan(100);
      expect(await everyRow()).toBe(before);
    },
  );

  test('inside a passkey is ignored, and persisted nowhere', async () => {
    const { visitor, personId } = await signedIn(site);
    const other = await signedIn(site);
    const mark = randomUUID();
    const credential = {
      ...new SoftPasskey().register(await offered(visitor), siteOrigin),
      personId: other.personId,
      person_id: other.personId,
      signatureCounter: 5,
      name: mark,
      note: mark,
    };
    expect((await sendNew(visitor, credential)).statusCode).toBe(201);
    const { rows } = await site.admin.query('select person_id, signature_counter, name from passkeys');

    expect(rows).toEqual([{ person_id: personId, signature_counter: '0', name: 'Telefonen' }]);
    expect(await everyRow()).not.toContain(mark);
  });
});

test('a reply has no key that its contract does not have', async () => {
  const { visitor } = await signedIn(site);
  await addedPasskey(visitor);
  const replies: [Endpoint, number][] = [
    [getVisitor, 200],
    [account.listSessions, 200],
    [account.getPersonalData, 200],
    [secondFactor.listFactors, 200],
  ];
  for (const [endpoint, status] of replies) {
    const reply = await visitor.get(endpoint.path);
    expect(endpoint.responses[status]?.parse(reply.json())).toEqual(reply.json());
    expect(reply.body).not.toMatch(/sha256|sealed|secret|public_?key|hash/i);
  }
});
