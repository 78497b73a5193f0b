import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { level, saveBody, start, startBody, submitted } from '../support/answering.ts';
import { startEditingApp } from '../support/editing.ts';
import { fingerprintOf } from '../support/fingerprint.ts';
import { consentBody } from '../support/firms.ts';
import { signedIn, signedInOwner } from '../support/people.ts';
import { changesBetween, readTables } from '../support/table-rows.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000 });
});
afterAll(() => site.close());

/** Only that somebody was seen, which is noted apart. */
const seen = new Set(['sessions']);
const mostStatements = 80;

/** Does the work while the n-th statement of the application fails, as the server would say of a full disk. */
async function withFailing<T>(nth: number, work: () => Promise<T>): Promise<T> {
  let count = 0;
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    count += 1;
    return query.apply(this, count === nth ? ['select 1 / 0'] : args) as never;
  });
  try {
    return await work();
  } finally {
    spy.mockRestore();
  }
}

type Deed = { readonly visitor: Visitor; readonly visit: Visit };

const newAddress = () => `ny-${randomUUID()}@example.se`;

const deeds: [string, () => Promise<Deed>][] = [
  [
    'starting',
    async () => ({ visitor: site.newVisitor(), visit: { method: 'POST', url: '/api/responses', body: startBody() } }),
  ],
  [
    'an answer',
    async () => {
      const visitor = site.newVisitor();
      const url = `/api/responses/${await start(visitor)}/answers/D1.1`;
      return { visitor, visit: { method: 'PUT', url, body: saveBody(level(2)) } };
    },
  ],
  [
    'a submission',
    async () => {
      const visitor = site.newVisitor();
      const responseId = await start(visitor);
      await visitor.put(`/api/responses/${responseId}/answers/D1.1`, saveBody(level(2)));
      const headers = { 'idempotency-key': 'the-same-each-time' };
      return {
        visitor,
        visit: { method: 'POST', url: `/api/responses/${responseId}/submission`, body: { language: 'sv' }, headers },
      };
    },
  ],
  [
    'a claim',
    async () => {
      const { visitor } = await signedIn(site);
      return { visitor, visit: { method: 'POST', url: `/api/responses/${await submitted(visitor)}/claim` } };
    },
  ],
  [
    'a consent',
    async () => {
      const { visitor, firmId } = await signedInOwner(site);
      const body = consentBody('result', 'compare');
      return { visitor, visit: { method: 'POST', url: `/api/firms/${firmId}/consents`, body } };
    },
  ],
  [
    'an invitation',
    async () => {
      const { visitor, firmId } = await signedInOwner(site);
      const body = { email: newAddress(), role: 'respondent', language: 'sv' };
      return { visitor, visit: { method: 'POST', url: `/api/firms/${firmId}/invitations`, body } };
    },
  ],
  [
    'asking for a code',
    async () => ({
      visitor: site.newVisitor(),
      visit: { method: 'POST', url: '/api/sign-in/codes', body: { email: newAddress(), language: 'sv' } },
    }),
  ],
];

/** What the work leaves behind in each table, but for who was seen. */
async function changesBy(work: () => Promise<unknown>) {
  const before = await readTables(site.admin);
  await work();
  const { sessions: _seen, ...changes } = changesBetween(before, await readTables(site.admin));
  return changes;
}

/** What the deed changes when nothing fails. */
async function changesOf({ visitor, visit }: Deed) {
  return changesBy(async () => expect((await visitor.send(visit)).statusCode).toBeLessThan(300));
}

test.each(deeds)('%s happens as a whole or not at all, whichever statement fails', async (_what, make) => {
  const whole = await changesOf(await make());
  const { visitor, visit } = await make();
  const before = await fingerprintOf(site.admin, seen);
  const states: string[] = [];
  const changes = await changesBy(async () => {
    for (let nth = 1; nth <= mostStatements; nth += 1) {
      const { statusCode, body } = await withFailing(nth, () => visitor.send(visit));
      if (statusCode < 300) break;
      expect(statusCode, body).toBeGreaterThanOrEqual(500);
      states.push(await fingerprintOf(site.admin, seen));
    }
  });
  const after = await fingerprintOf(site.admin, seen);

  expect(states.length).toBeGreaterThan(2);
  expect(states.length).toBeLessThan(mostStatements);
  // Where only the reply could not be made, the deed is done, and doing it again changes nothing more.
  expect(states.filter((state) => state !== before && state !== after)).toEqual([]);
  expect(states[0]).toBe(before);
  expect(changes).toEqual(whole);
  expect((await site.newVisitor().get('/api/health/ready')).statusCode).toBe(200);
});
