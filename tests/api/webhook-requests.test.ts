import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, test } from 'vitest';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { nextDeliveryAt } from '#server/platform/webhooks/next-delivery.ts';
import { type PostOptions, postWebhook } from '#server/platform/webhooks/post-webhook.ts';
import { signWebhook, webhookSecretOf } from '#server/platform/webhooks/sign-webhook.ts';
import { isPublicAddress, readWebhookAddress } from '#server/platform/webhooks/webhook-address.ts';
import { localhostCertificate } from '../support/localhost-certificate.ts';
import { answerWith, type Receiver, startReceiver } from '../support/webhooks.ts';

const receivers: Receiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});

async function newReceiver(isSecure = false): Promise<Receiver> {
  const receiver = await startReceiver({ isSecure });
  receivers.push(receiver);
  return receiver;
}

const never = new AbortController().signal;

/** What became of it: the status, or why it was not taken. */
async function posted(url: string, options: Partial<PostOptions> = {}, signal = never): Promise<number | string> {
  const call = { url, body: '{"a":1}', headers: { 'webhook-id': 'x' } };
  try {
    return await postWebhook(call, { allowsLocal: true, ...options }, signal);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('a request to a receiver', () => {
  test('is a POST of the very text, with its length and kind', async () => {
    const receiver = await newReceiver();
    expect(await posted(receiver.url)).toBe(204);
    expect(receiver.received).toMatchObject([
      {
        body: '{"a":1}',
        url: '/hook',
        headers: { 'webhook-id': 'x', 'content-type': 'application/json; charset=utf-8', 'content-length': '7' },
      },
    ]);
  });

  test.each([
    [500, 'refused'],
    [404, 'refused'],
    [410, 'gone'],
    [299, 299],
  ])('that is answered with %i is %s', async (status, outcome) => {
    const receiver = await newReceiver();
    receiver.answer = answerWith(status);
    expect(await posted(receiver.url)).toBe(outcome);
  });

  test('follows nobody anywhere', async () => {
    const receiver = await newReceiver();
    const elsewhere = await newReceiver();
    for (const status of [301, 302, 307, 308]) {
      receiver.answer = answerWith(status, { location: elsewhere.url });
      expect(await posted(receiver.url)).toBe('redirected');
    }
    expect(elsewhere.received).toEqual([]);
  });

  test('that nobody hears, or that is cut off, is told so', async () => {
    const receiver = await newReceiver();
    receiver.answer = (request) => request.socket.destroy();
    expect(await posted(receiver.url)).toBe('unreachable');
    const { url } = receiver;
    await receivers.pop()?.close();
    expect(await posted(url)).toBe('unreachable');
    expect(await posted('https://crm.example/', { resolve: () => Promise.reject(new Error('ENOTFOUND')) })).toBe(
      'unresolved',
    );
    expect(await posted('https://crm.example/', { resolve: async () => [] })).toBe('unresolved');
  });

  test('waits so long and no longer, wherever it is slow', async () => {
    const receiver = await newReceiver();
    receiver.answer = () => undefined;
    expect(await posted(receiver.url, { withinMs: 200 })).toBe('too-slow');
    const resolve = async () => {
      await pause(2000);
      return ['127.0.0.1'];
    };
    expect(await posted('https://crm.example/', { withinMs: 100, resolve })).toBe('too-slow');
    // Somebody who takes the connection and says nothing at all.
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await posted(`https://localhost:${port}/`, { withinMs: 200 })).toBe('too-slow');
    silent.close();
  });

  test('does not wait for the end of an answer, nor read much of it', async () => {
    const receiver = await newReceiver();
    let sent = 0;
    receiver.answer = (_request, reply) => {
      reply.writeHead(200);
      const more = () => {
        while (!reply.destroyed && sent < 50_000_000 && reply.write('x'.repeat(65_536))) sent += 65_536;
      };
      reply.on('drain', more);
      reply.on('error', () => undefined);
      more();
    };
    expect(await posted(receiver.url)).toBe(200);
    await pause(300);
    expect(sent).toBeLessThan(20_000_000);
  });

  test('is let go of when the server stops', async () => {
    const receiver = await newReceiver();
    receiver.answer = () => undefined;
    const stopping = new AbortController();
    const outcome = posted(receiver.url, {}, stopping.signal);
    await pause(50);
    stopping.abort();
    expect(await outcome).toBe('interrupted');
  });

  test('goes to whoever has the certificate of the name, and to nobody else', async () => {
    const receiver = await newReceiver(true);
    const { cert: ca } = localhostCertificate;
    expect(await posted(receiver.url)).toBe('no-secure-connection');
    expect(await posted(receiver.url, { ca })).toBe(204);
    // Another name that leads to the same machine.
    const other = receiver.url.replace('localhost', '127.0.0.2');
    expect(await posted(other, { ca })).toBe('not-public');
    expect(receiver.received).toHaveLength(1);
  });
});

describe('an address that lies within', () => {
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.0.10',
    '169.254.169.254',
    '100.100.100.200',
    '168.63.129.16',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '192.0.2.1',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::7f00:1',
    'fe80::1',
    'fec0::1',
    'fd00:ec2::254',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'ff02::1',
  ];
  test.each(inside)('%s is not called, as an address or behind a name', async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(await posted('https://crm.example/', { allowsLocal: false, resolve: async () => [address] })).toBe(
      'not-public',
    );
    const literal = address.includes(':') ? `[${address}]` : address;
    expect(readWebhookAddress(`https://${literal}/`, { allowsLocal: false })).toEqual({ fault: 'not-public' });
  });

  test.each(['8.8.8.8', '193.10.252.1', '2606:4700::1111', '2a00:801::1'])('%s is not one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test('keeps the whole name from being called, whatever else it has', async () => {
    const resolve = async () => ['193.10.252.1', '10.0.0.1'];
    expect(await posted('https://crm.example/', { allowsLocal: false, resolve })).toBe('not-public');
  });

  test.each([
    'https://0x7f000001/',
    'https://2130706433/',
    'https://127.1/',
    'https://0177.0.0.1/',
    'https://localhost/',
    'https://x.localhost/',
    'https://[::]/',
    'https://①②⑦.0.0.1/',
  ])('is known as %s, too', (url) => {
    expect(readWebhookAddress(url, { allowsLocal: false })).toEqual({ fault: 'not-public' });
  });

  test('of a name is asked for once, and what it says later changes nothing', async () => {
    // A name server that answers with a public address first, and from then on with this machine.
    const receiver = await newReceiver();
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? ['193.10.252.1'] : ['127.0.0.1'];
    };
    const outcome = await posted(`https://crm.example:${receiver.port}/`, {
      allowsLocal: false,
      resolve,
      withinMs: 300,
    });
    expect(['too-slow', 'unreachable']).toContain(outcome);
    expect(asked).toBe(1);
    expect(receiver.received).toEqual([]);
  });

  test('is called over http on a demo of one’s own alone', async () => {
    const receiver = await newReceiver();
    expect(await posted(receiver.url, { allowsLocal: false })).toBe('not-public');
    expect(await posted('http://crm.example/', { allowsLocal: true })).toBe('not-public');
    expect(receiver.received).toEqual([]);
  });
});

describe('a signature', () => {
  // The example of the specification, https://github.com/standard-webhooks/standard-webhooks.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    sentAt: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  };

  test('is that of the specification', () => {
    expect(signWebhook([secret], message)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('holds for each secret, is checked by the library that receivers use, and not for another text or time', () => {
    const [first, second, third] = [1, 2, 3].map(() => webhookSecretOf(randomIdentifiers.newSecret()));
    const headers = signWebhook([first ?? '', second ?? ''], { ...message, sentAt: new Date() });
    const verify = (key: string | undefined, changes: object = {}, body = message.body) =>
      new Webhook(key ?? '').verify(body, { ...headers, ...changes });
    expect(verify(first)).toEqual({ test: 2_432_232_314 });
    expect(verify(second)).toEqual({ test: 2_432_232_314 });
    expect(() => verify(third)).toThrow();
    expect(() => verify(first, {}, '{"test": 1}')).toThrow();
    expect(() => verify(first, { 'webhook-id': 'msg_other' })).toThrow();
    // Replayed later with another time, or with its own.
    expect(() => verify(first, { 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 10) })).toThrow();
    const old = signWebhook([first ?? ''], { ...message, sentAt: new Date(Date.now() - 400_000) });
    expect(() => new Webhook(first ?? '').verify(message.body, { ...old })).toThrow(/old/);
  });

  test('is HMAC-SHA-256 over id, second and text with the bytes of the secret', () => {
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const expected = createHmac('sha256', key).update(`${message.id}.1614265330.${message.body}`).digest('base64');
    expect(signWebhook([secret], message)['webhook-signature']).toBe(`v1,${expected}`);
  });
});

test('the pauses grow, and come to a little less than a day', () => {
  const began = new Date('2026-11-02T08:00:00.000Z');
  const at: Date[] = [];
  for (let next: Date | undefined = began, tries = 1; next !== undefined; tries += 1) {
    at.push(next);
    next = nextDeliveryAt(next, tries);
  }
  const gaps = at.slice(1).map((moment, index) => moment.getTime() - (at[index]?.getTime() ?? 0));
  expect(at).toHaveLength(11);
  expect(gaps).toEqual(gaps.toSorted((one, other) => one - other));
  // 5 s + 1 + 5 + 15 + 30 min + 1 + 2 + 4 + 8 + 8 h = 23 h 51 min 5 s.
  expect(((at.at(-1)?.getTime() ?? 0) - began.getTime()) / 1000).toBe(23 * 3600 + 51 * 60 + 5);
});
