import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint, EndpointAccess } from '#shared/contracts/endpoint.ts';
import { everyEndpoint, listEndpoints } from '../support/all-endpoints.ts';
import { startEditingApp } from '../support/editing.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { fingerprintOf } from '../support/fingerprint.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let endpoints: Endpoint[];
let actors: Readonly<Record<EndpointAccess, Visitor>>;
let own: Readonly<Record<string, string>>;
let openResponseId: string;

beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000, hasDemoPeople: true, isDemo: true });
  endpoints = await listEndpoints();
  const owner = await signedInOwner(site);
  // Who may do all that an adviser may, and more.
  const advisor = await signedInAs(site, 'manager');
  const administrator = await signedInAs(site, 'administrator');
  actors = {
    public: site.newVisitor(),
    respondent: owner.visitor,
    account: owner.visitor,
    member: owner.visitor,
    advisor: advisor.visitor,
    coordination: administrator.visitor,
    editor: (await signedInAs(site, 'editor')).visitor,
    catalogue: advisor.visitor,
    region: (await signedInAs(site, 'analyst')).visitor,
  };
  own = {
    responseId: owner.responseId,
    firmId: owner.firmId,
    organisationId: administrator.organisationId,
    itemCode: 'D1.1',
    language: 'sv',
    sessionId: owner.sessionId,
    personId: advisor.personId,
  };
  const begun = await owner.visitor.post(`/api/firms/${owner.firmId}/responses`, exampleBodies['startFirmResponse']);
  openResponseId = begun.json<{ responseId: string }>().responseId;
});
afterAll(() => site.close());

const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** Those that a response takes only before it is submitted, and refuses before they are looked at afterwards. */
const ofOpenResponse = new Set(['saveAnswer', 'changeProfile', 'submitResponse']);

function addressOf({ path, name: endpoint }: Endpoint, changes: Readonly<Record<string, string>> = {}): string {
  const ids = ofOpenResponse.has(endpoint) ? { ...own, responseId: openResponseId } : own;
  return path.replaceAll(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(changes[name] ?? ids[name] ?? randomUUID()),
  );
}

function send(endpoint: Endpoint, url: string, body: unknown): Promise<LightMyRequestResponse> {
  return actors[endpoint.access].trespass({
    method: endpoint.method,
    url,
    headers: { 'idempotency-key': randomUUID() },
    ...(endpoint.body === undefined ? {} : { body }),
  });
}

/** Ends the very session that the other requests need, and so cannot be among them. */
const endsItself = new Set(['signOut', 'endSession', 'endOtherSessions']);

const hostile: readonly string[] = [
  `' or '1'='1`,
  `"; drop table mattstock.firms; --`,
  `\\'; select pg_sleep(5); --`,
  '$1',
  '%00',
  '\u0000',
  'x\u0000y',
  '\ud800',
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '=1+1',
  '\u202egnp.exe',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  'x'.repeat(60_000),
];

/** Those that a body can carry and an address cannot, and one of each other kind. */
const hostileInBodies = [
  `' or '1'='1`,
  // An address for mail, as far as its form goes.
  `kim'--@example.se`,
  'x\u0000y',
  '\ud800',
  '__proto__',
  '../../../etc/passwd',
  'x'.repeat(60_000),
];

/** Columns that say whose a row is, what somebody may do, or what has been decided. */
const tellingColumns =
  /^(firm|person|organisation|submission|consent)_id$|role|kind|status|_at$|_by$|factor|limit|simulated/;

/** Every place of the value that holds a text, with that text replaced. */
function withTextsReplaced(value: unknown, text: string): unknown[] {
  if (typeof value === 'string') return [text];
  if (Array.isArray(value)) {
    return value.flatMap((part, index) => withTextsReplaced(part, text).map((changed) => value.with(index, changed)));
  }
  if (typeof value !== 'object' || value === null) return [text, { toString: text }];
  return Object.entries(value).flatMap(([key, part]) =>
    withTextsReplaced(part, text).map((changed) => ({ ...value, [key]: changed })),
  );
}

describe('an endpoint', () => {
  test('has an example of its body', () => {
    const lacking = endpoints.filter(({ body, name }) => body !== undefined && !(name in exampleBodies));
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  test('meets whatever stands in its address without a fault, and never as a command to the database', async () => {
    const faults: string[] = [];
    for (const endpoint of endpoints.filter(({ path, name }) => path.includes(':') && !endsItself.has(name))) {
      for (const name of namesIn(endpoint.path)) {
        for (const text of hostile.filter((each) => each.isWellFormed())) {
          const reply = await send(endpoint, addressOf(endpoint, { [name]: text }), exampleBodies[endpoint.name]);
          if (reply.statusCode >= 500 || reply.statusCode < 400) {
            faults.push(`${endpoint.name} ${name}=${text.slice(0, 30)}: ${reply.statusCode}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('meets whatever stands in its query without a fault', async () => {
    const faults: string[] = [];
    for (const endpoint of endpoints.filter(({ query }) => query !== undefined)) {
      for (const text of hostile.filter((each) => each.isWellFormed())) {
        for (const name of ['before', 'action', 'form', 'x']) {
          const url = `${addressOf(endpoint)}?${name}=${encodeURIComponent(text)}`;
          const { statusCode } = await send(endpoint, url, undefined);
          if (statusCode >= 500) faults.push(`${endpoint.name} ${name}=${text.slice(0, 30)}: ${statusCode}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('meets whatever stands in its body without a fault', async () => {
    const faults: string[] = [];
    const withBody = endpoints.filter(({ body, name }) => body !== undefined && !endsItself.has(name));
    for (const endpoint of withBody) {
      for (const text of hostileInBodies) {
        for (const body of withTextsReplaced(exampleBodies[endpoint.name], text)) {
          const { statusCode } = await send(endpoint, addressOf(endpoint), body);
          if (statusCode >= 500) {
            faults.push(`${endpoint.name} ${JSON.stringify(body).slice(0, 120)}: ${statusCode}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('takes no key that it does not name, not even one that the database has', {
    timeout: everyEndpoint,
  }, async () => {
    const { rows } = await site.admin.query<{ name: string }>(
      `select distinct column_name as name from information_schema.columns where table_schema = 'mattstock'`,
    );
    const camel = (name: string) => name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
    const telling = rows.filter(({ name }) => tellingColumns.test(name));
    const columns = telling.flatMap(({ name }) => [name, camel(name)]);
    const before = await fingerprintOf(site.admin);
    const taken: string[] = [];
    for (const endpoint of endpoints.filter(({ body }) => body !== undefined)) {
      const example = exampleBodies[endpoint.name] as Record<string, unknown>;
      const replies = await Promise.all(
        columns
          .filter((name) => !(name in example))
          .map((name) => send(endpoint, addressOf(endpoint), { ...example, [name]: randomUUID() })),
      );
      const found = replies.filter(({ statusCode }) => statusCode !== 422);
      taken.push(...found.map(({ statusCode, body }) => `${endpoint.name}: ${statusCode} ${body}`));
    }
    expect(taken).toEqual([]);
    expect(await fingerprintOf(site.admin)).toBe(before);
  });
});
