import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEndpoints } from '../support/all-endpoints.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import type { Visit } from '../support/visitor.ts';

const origin = 'https://mattstock.example';
let site: LiveSite;
let replies: [string, LightMyRequestResponse][];

/** Every endpoint as a stranger meets it, and what is not one: pages, files, what is missing, what is refused. */
async function visits(): Promise<[string, Visit][]> {
  const endpoints = (await listEndpoints()).map(({ name, method, path, body }): [string, Visit] => [
    name,
    {
      method,
      url: path.replaceAll(/:\w+/g, () => randomUUID()),
      headers: { origin, 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body: exampleBodies[name] }),
    },
  ]);
  const html = (await site.newVisitor().get('/')).body;
  const script = /src="(\/assets\/[^"]+)"/.exec(html)?.[1] ?? '';
  const others = [
    '/',
    '/start',
    '/sw.js',
    script,
    '/assets/none.js',
    '/api/none',
    '/api/%00',
    '/api/health/live',
    '/api/openapi.json',
  ];
  return [
    ...endpoints,
    ...others.map((url): [string, Visit] => [url, { url }]),
    ['another site', { method: 'POST', url: '/api/responses', headers: { origin: 'https://evil.example' }, body: {} }],
  ];
}

beforeAll(async () => {
  site = await openSite({ publicOrigin: origin });
  replies = await Promise.all(
    (await visits()).map(
      async ([what, visit]): Promise<[string, LightMyRequestResponse]> => [what, await site.newVisitor().send(visit)],
    ),
  );
});
afterAll(() => site.close());

/** The replies whose header is not as it should be. */
const amiss = (name: string, isRight: (value: string) => boolean, among = replies) =>
  among.filter(([, { headers }]) => !isRight(String(headers[name] ?? ''))).map(([what]) => what);

/** Figures, and the form of files, for everybody to use, also from another site's page. */
const openReplies = ['getReleaseCatalogue', 'getReportSchema'];
const closed = () => replies.filter(([what]) => !openReplies.includes(what));

describe('every reply, of whatever status', () => {
  test('is enough of them to tell', () => {
    expect(replies.length).toBeGreaterThan(80);
    expect(new Set(replies.map(([, { statusCode }]) => statusCode)).size).toBeGreaterThan(5);
  });

  test.each<[string, (value: string) => boolean]>([
    ['strict-transport-security', (value) => value === 'max-age=31536000; includeSubDomains'],
    ['content-security-policy', (value) => /default-src 'none'/.test(value) && /base-uri 'none'/.test(value)],
    ['content-security-policy', (value) => /frame-ancestors 'none'/.test(value) && !/unsafe|\*/.test(value)],
    ['content-security-policy', (value) => /worker-src 'self'(;|$)/.test(value)],
    [
      'content-security-policy',
      (value) => /require-trusted-types-for 'script';trusted-types service-worker(;|$)/.test(value),
    ],
    ['x-content-type-options', (value) => value === 'nosniff'],
    ['referrer-policy', (value) => value === 'no-referrer'],
    ['cross-origin-opener-policy', (value) => value === 'same-origin'],
    ['x-powered-by', (value) => value === ''],
    ['server', (value) => value === ''],
  ])('has %s as it should be', (name, isRight) => {
    expect(amiss(name, isRight)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['cross-origin-resource-policy', 'same-origin', 'cross-origin'],
    ['access-control-allow-origin', '', '*'],
  ])('has %s that keeps it to the site, but for open data', (name, kept, open) => {
    const published = replies.filter(([what]) => openReplies.includes(what));
    expect(amiss(name, (value) => value === kept, closed())).toEqual([]);
    expect(amiss(name, (value) => value === open, published)).toEqual([]);
  });

  test('says of what kind it is, and texts in which letters', () => {
    expect(
      amiss('content-type', (value) => /charset=utf-8|^application\/((problem|ld|schema)\+)?json/.test(value)),
    ).toEqual([]);
  });
});

/** What begins everything, and says which files belong to it. */
const pages = () => replies.filter(([what]) => ['/', '/start', '/sw.js'].includes(what));

/** What is published to everybody, and the same for everybody. */
const publicReplies = ['getRetentionSchedule', 'getStrategy', ...openReplies];

test('no cache keeps what comes from the API, but for what is published, and of files what never changes', () => {
  const isOfSomebody = (what: string) => !what.startsWith('/') && !publicReplies.includes(what);
  const api = replies.filter(([what]) => isOfSomebody(what) || what.startsWith('/api/'));
  expect(amiss('cache-control', (value) => value === 'no-store', api)).toEqual([]);
  const kept = replies.filter(([, { headers }]) => String(headers['cache-control']).includes('immutable'));
  expect(kept.map(([what]) => what)).toEqual([expect.stringMatching(/^\/assets\/.+[.]js$/)]);
  expect(amiss('cache-control', (value) => value === 'no-cache', pages())).toEqual([]);
});
