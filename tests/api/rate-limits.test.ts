import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { networkOf } from '#server/platform/http/network.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
let behindProxy: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
  behindProxy = await startTestApp({ rateLimitPerMinute: 100_000, trustedProxies: ['127.0.0.1'] });
});
afterAll(async () => {
  await site.close();
  await behindProxy.close();
});

// Every test has the whole hour's share of codes.
beforeEach(() => {
  site.clock.advance(61 * 60_000);
  behindProxy.clock.advance(61 * 60_000);
});

let people = 0;
function newAddress(): string {
  people += 1;
  return `person-${people}@example.se`;
}

async function ask(at: TestApp, email: string, forwardedFor?: string): Promise<number> {
  const reply = await at.newVisitor().send({
    method: 'POST',
    url: '/api/sign-in/codes',
    body: { email, language: 'sv' },
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  });
  if (reply.statusCode !== 202) expectProblem(reply, 429, 'too-many-requests');
  return reply.statusCode;
}

/** How many of so many requests in a row are let through. */
async function letThrough(count: number, send: (turn: number) => Promise<number>): Promise<number> {
  let accepted = 0;
  for (let turn = 0; turn < count; turn += 1) if ((await send(turn)) === 202) accepted += 1;
  return accepted;
}

describe('codes', () => {
  test('go to one address five times an hour from one network', async () => {
    const email = newAddress();
    expect(await letThrough(7, () => ask(site, email))).toBe(5);

    site.clock.advance(59 * 60_000);
    expect(await ask(site, email)).toBe(429);
    site.clock.advance(60_001);
    expect(await ask(site, email)).toBe(202);
  });

  test('go to thirty addresses an hour from one network', async () => {
    expect(await letThrough(33, () => ask(site, newAddress()))).toBe(30);
  });

  test('go to one address twenty times an hour from networks that have asked for it before', async () => {
    const email = newAddress();
    expect(await letThrough(20, (turn) => ask(behindProxy, email, `198.51.${turn % 4}.7`))).toBe(20);
    expect(await ask(behindProxy, email, '192.0.2.1')).toBe(202);
    expect(await letThrough(3, () => ask(behindProxy, email, '192.0.2.1'))).toBe(0);
  });

  test('go to whoever asks first from a network until the address has had a hundred in the hour', async () => {
    const email = newAddress();
    expect(await letThrough(105, (turn) => ask(behindProxy, email, `198.51.${turn}.7`))).toBe(100);

    behindProxy.clock.advance(61 * 60_000);
    expect(await ask(behindProxy, email, '198.51.200.7')).toBe(202);
  });

  test('still go to who has not asked, while somebody else uses up a share elsewhere', async () => {
    const email = newAddress();
    expect(await letThrough(8, () => ask(behindProxy, email, '203.0.113.9'))).toBe(5);
    expect(await ask(behindProxy, email, '192.0.2.1')).toBe(202);
  });

  test('asked for all at once are no more than one after the other', async () => {
    const email = newAddress();
    const statuses = await Promise.all(Array.from({ length: 25 }, () => ask(site, email)));
    expect(statuses.filter((status) => status === 202)).toHaveLength(5);
  });

  test('asked for all at once for many addresses are no more either', async () => {
    const statuses = await Promise.all(Array.from({ length: 50 }, () => ask(site, newAddress())));
    expect(statuses.filter((status) => status === 202)).toHaveLength(30);
  });

  test('that are refused leave nothing behind: no row, no mail', async () => {
    const email = newAddress();
    await letThrough(8, () => ask(site, email));
    const { rows } = await site.admin.query<{ requests: number; mails: number }>(
      `select (select count(*)::integer from sign_in_requests where email = $1) as requests,
         (select count(*)::integer from outbox_mails where recipient = $1) as mails`,
      [email],
    );

    expect(rows).toEqual([{ requests: 5, mails: 5 }]);
  });
});

describe('a header that says where a request comes from', () => {
  test('is not believed when no proxy is trusted, not in a thousand forms', async () => {
    const email = newAddress();
    const accepted = await letThrough(1000, (turn) =>
      ask(site, email, `10.${turn % 200}.${Math.floor(turn / 200)}.${turn % 250}, 172.16.${turn % 250}.1`),
    );
    expect(accepted).toBe(5);
  });

  test('counts from behind a trusted proxy by its last address that is not trusted', async () => {
    const email = newAddress();
    // Whoever asks writes what stands to the left; the proxy writes the last one.
    expect(await letThrough(8, (turn) => ask(behindProxy, email, `10.0.${turn}.1, 203.0.113.50`))).toBe(5);
    expect(await letThrough(3, (turn) => ask(behindProxy, email, `10.0.${turn}.1, 203.0.113.50, 127.0.0.1`))).toBe(0);
    expect(await ask(behindProxy, email, '203.0.113.50, 198.51.100.1')).toBe(202);
  });

  test('limits a flood of requests by the same rule', async () => {
    const small = await startTestApp({ rateLimitPerMinute: 5, trustedProxies: ['127.0.0.1'] });
    const visit = async (forwardedFor: string) =>
      (await small.newVisitor().send({ url: '/api/site', headers: { 'x-forwarded-for': forwardedFor } })).statusCode;
    const flood: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) flood.push(await visit(`10.0.0.${turn}, 203.0.113.50`));
    const other = await visit('203.0.113.51');
    await small.close();

    expect(flood).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(other).toBe(200);
  });
});

describe('a network', () => {
  test.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['203.0.113.255', '203.0.113.0/24'],
    ['203.0.114.7', '203.0.114.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['not an address', 'not an address'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test.each([
    ['IPv4', (turn: number) => `203.0.113.${turn}`, '203.0.114.1'],
    ['IPv6', (turn: number) => `2001:db8:1:2::${turn}`, '2001:db8:1:3::1'],
  ])('of %s has one share, whichever of its addresses asks', async (_name, within, outside) => {
    const email = newAddress();
    expect(await letThrough(8, (turn) => ask(behindProxy, email, within(turn)))).toBe(5);
    expect(await ask(behindProxy, email, outside)).toBe(202);
  });
});
