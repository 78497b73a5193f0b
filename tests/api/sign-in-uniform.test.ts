import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StatementRecorder } from '../load/record-statements.ts';
import { signedIn, signedInAs } from '../support/people.ts';
import { withAuthenticator } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

// Every request has the whole hour's share of codes.
beforeEach(() => site.clock.advance(61 * 60_000));

const unknownAddress = () => `nobody-${randomUUID().slice(0, 8)}@example.se`;

async function invitedAddress(): Promise<string> {
  const { organisationId } = await signedInAs(site, 'administrator');
  const email = unknownAddress();
  await site.admin.query(
    `insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose, expires_at)
     values ($1, $2, 'sv', 'editor', $3, 'coordination', 'membership', $4)`,
    [randomUUID(), email, organisationId, new Date(site.clock.now().getTime() + 86_400_000)],
  );
  return email;
}

async function lockedAddress(): Promise<string> {
  const { email, personId } = await signedIn(site);
  await site.admin.query('update people set disabled_at = now() where person_id = $1', [personId]);
  return email;
}

async function administratorsAddress(): Promise<string> {
  const { email, visitor } = await signedInAs(site, 'administrator');
  await withAuthenticator(site, visitor);
  return email;
}

const kinds: [string, () => Promise<string>][] = [
  ['an account', async () => (await signedIn(site)).email],
  ['an administrator with a second factor', administratorsAddress],
  ['somebody who is locked', lockedAddress],
  ['somebody who is invited', invitedAddress],
];

const ask = (email: string) => site.newVisitor().post('/api/sign-in/codes', { email, language: 'sv' });

/** The number of rows of every table. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows } = await site.admin.query<{ name: string; count: number }>(
    `select c.relname as name,
       (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || c.oid::regclass, false, true, '')))[1]::text::integer
         as count
     from pg_class c where c.relnamespace = 'mattstock'::regnamespace and c.relkind = 'r'`,
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** How many rows each table has gained by it. */
async function gained(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowCounts();
  await work();
  const after = await rowCounts();
  const differences = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(differences.filter(([, difference]) => difference !== 0));
}

/** The reply with everything in it that is made anew for each request taken out. */
async function replyTo(email: string) {
  const { statusCode, body, headers } = await ask(email);
  const cookie = String(headers['set-cookie']).replace(/=[\w-]{43};/, '=…;');
  const { date: _date, 'x-ratelimit-remaining': _left, 'x-ratelimit-reset': _reset, ...rest } = headers;
  return { statusCode, body, headers: { ...rest, 'set-cookie': cookie } };
}

describe.each(kinds)('the address of %s', (_name, addressOf) => {
  test('gets the reply that an address nobody has gets', async () => {
    const email = await addressOf();
    const [known, unknown] = [await replyTo(email), await replyTo(unknownAddress())];

    expect(known.statusCode).toBe(202);
    expect(known).toEqual(unknown);
  });

  test('has the same done for it, statement for statement, and the same rows written', async () => {
    const email = await addressOf();
    const recorder = new StatementRecorder();
    const counts = [];
    for (const address of [email, unknownAddress()]) {
      counts.push(
        await gained(async () => {
          recorder.nextRequest();
          await ask(address);
        }),
      );
    }
    recorder.stop();
    const [known, unknown] = recorder.requests.map((statements) =>
      statements.map(({ text }) => text).filter((text) => !text.includes('query_to_xml')),
    );

    expect(known?.length).toBeGreaterThan(3);
    expect(known).toEqual(unknown);
    expect(counts).toEqual([
      { sign_in_requests: 1, outbox_mails: 1 },
      { sign_in_requests: 1, outbox_mails: 1 },
    ]);
  });
});

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function timed(email: string): Promise<number> {
  site.clock.advance(61 * 60_000);
  const startedMs = performance.now();
  await ask(email);
  return performance.now() - startedMs;
}

/** The medians for known and unknown addresses, asked in turn so that a busy machine slows both. */
async function medians(): Promise<{ known: number; unknown: number }> {
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 30; turn += 1) {
    const { email } = await signedIn(site);
    known.push(await timed(email));
    unknown.push(await timed(unknownAddress()));
  }
  return { known: median(known), unknown: median(unknown) };
}

test('known and unknown addresses take the same time', { timeout: 120_000, retry: 2 }, async () => {
  await ask(unknownAddress());
  const { known, unknown } = await medians();
  const difference = Math.abs(known - unknown);

  expect(difference < 5 || difference < 0.2 * Math.max(known, unknown), `${known} ms and ${unknown} ms`).toBe(true);
});
