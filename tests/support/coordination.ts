import { randomUUID } from 'node:crypto';
import { expectProblem } from './expect-problem.ts';
import { type Staff, signedInAs, signedInOwner } from './people.ts';
import type { TestApp } from './test-app.ts';
import { startTestApp } from './test-app.ts';
import { createTestClock } from './test-clock.ts';
import type { Visit } from './visitor.ts';

/** An application whose clock agrees with the database's, by which sessions end. */
export function startCoordinationApp(...[changes, parts]: Parameters<typeof startTestApp>): Promise<TestApp> {
  return startTestApp(changes, { clock: createTestClock(new Date().toISOString()), ...parts });
}

/** The providers of the content, whose people must never meet. */
export async function providerCodes({ admin }: TestApp): Promise<[string, string]> {
  const { rows } = await admin.query<{ code: string }>(
    `select code from organisations where kind = 'provider' order by code limit 2`,
  );
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('the content has fewer than two providers');
  return [first.code, second.code];
}

/** The managers of two providers. */
export async function twoManagers(site: TestApp): Promise<[Staff, Staff]> {
  const [first, second] = await providerCodes(site);
  return [
    await signedInAs(site, 'manager', { organisation: first }),
    await signedInAs(site, 'manager', { organisation: second }),
  ];
}

/** Whom the endpoints of the coordination let in. */
type Doors = { readonly managers: boolean };

/** The two families that are alike for every endpoint of the coordination. */
export function closedToOthers(siteOf: () => TestApp, visit: () => Promise<Visit>, { managers }: Doors) {
  return {
    'refuses who has no key': async () => {
      expectProblem(
        await siteOf()
          .newVisitor()
          .send(await visit()),
        401,
        'sign-in-required',
      );
      const headers = { cookie: `mattstock-session=${'x'.repeat(43)}` };
      const reply = await siteOf()
        .newVisitor()
        .send({ ...(await visit()), headers });
      expectProblem(reply, 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const site = siteOf();
      const strangers = [
        await signedInOwner(site),
        await signedInAs(site, 'advisor'),
        await signedInAs(site, 'analyst'),
        await signedInAs(site, 'editor'),
        ...(managers ? [] : [await signedInAs(site, 'manager')]),
      ];
      for (const { visitor } of strangers) expectProblem(await visitor.send(await visit()), 404, 'not-found');
      const unproved = await signedInAs(site, 'administrator', { hasSecondFactor: false });
      expectProblem(await unproved.visitor.send(await visit()), 403, 'second-factor-required');
    },
  };
}

export type Entry = { action: string; objectKind: string; objectId: string; actorPersonId: string | null };

/** What the log tells of the object, the oldest first. */
export async function eventsAbout({ admin }: Pick<TestApp, 'admin'>, objectId: string): Promise<Entry[]> {
  const { rows } = await admin.query<Entry>(
    `select action, object_kind as "objectKind", object_id as "objectId", actor_person_id as "actorPersonId"
     from audit_events where object_id = $1 order by audit_sequence`,
    [objectId],
  );
  return rows;
}

/** How many rows the statement reaches as the role of the coordination, without any condition of the application. */
export async function reachedBy({ app }: TestApp, sessionSecret: string, sql: string): Promise<number> {
  const client = await app.pg.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('role', 'mattstock_coordination', true), set_config('search_path', 'mattstock', true),
         set_config('mattstock.session_key', encode(sha256($1::text::bytea), 'hex'), true)`,
      [sessionSecret],
    );
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** A mail that the worker has been at. */
export async function insertOutboxMail(
  { admin }: Pick<TestApp, 'admin'>,
  status: 'waiting' | 'claimed' | 'handing-over' | 'sent' | 'failed' | 'unconfirmed',
  recipient = 'anna@firma.se',
): Promise<string> {
  const mailId = randomUUID();
  const isSettled = ['sent', 'failed', 'unconfirmed'].includes(status);
  const isClaimed = ['claimed', 'handing-over'].includes(status);
  await admin.query(
    `insert into outbox_mails (mail_id, kind, recipient, language, facts, status, attempts, fault, settled_at,
       claimed_until, claim_id)
     values ($1, 'new-sign-in', $2, 'sv', '{}', $3, 4, $4, $5, $6, $7)`,
    [
      mailId,
      recipient,
      status,
      isSettled ? 'connection refused' : null,
      isSettled ? new Date() : null,
      isClaimed ? new Date() : null,
      isClaimed ? randomUUID() : null,
    ],
  );
  return mailId;
}
