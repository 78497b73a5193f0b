import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerWithProblems } from '#server/platform/http/problem-details.ts';
import { registerStaticClient } from '#server/platform/http/static-client.ts';

let folder: string;
let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'mattstock-client-'));
  mkdirSync(path.join(folder, 'client', 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'hemligt');
  writeFileSync(path.join(folder, 'client', 'index.html'), 'sidan');
  writeFileSync(path.join(folder, 'client', 'assets', 'a.js'), 'skript');
  writeFileSync(path.join(folder, 'client', 'sw.js'), 'behåll');
  writeFileSync(path.join(folder, 'client', 'no-sw.js'), 'ta bort');
  mkdirSync(path.join(folder, 'client', '.git'));
  for (const name of ['.env', '.git/config', 'assets/.a.js']) {
    writeFileSync(path.join(folder, 'client', name), 'hemligt');
  }
  app = Fastify();
  answerWithProblems(app);
  await registerStaticClient(app, path.join(folder, 'client'), { opensOffline: true });
  await app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = app.server.address() as AddressInfo);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

type Reply = { status: number; body: string; cache: string | undefined };

/** The address as it stands: neither `fetch` nor a browser would send most of these. */
async function get(address: string, method = 'GET'): Promise<Reply> {
  const request = http.request({ host: '127.0.0.1', port, path: address, method }).end();
  const [reply] = (await once(request, 'response')) as [http.IncomingMessage];
  return { status: reply.statusCode ?? 0, body: await text(reply), cache: reply.headers['cache-control'] };
}

const secret = ['/', '\\', '%2f', '%5c', '%252f', '%c0%af'].flatMap((slash) => [
  `/..${slash}secret.txt`,
  `/assets/..${slash}..${slash}secret.txt`,
  `/assets${slash}..${slash}..${slash}..${slash}..${slash}..${slash}etc${slash}passwd`,
  `/%2e%2e${slash}secret.txt`,
  `/..;${slash}secret.txt`,
]);

describe('the files of the client', () => {
  test('are served, and a page is whatever else is asked for', async () => {
    expect(await get('/assets/a.js')).toMatchObject({
      status: 200,
      body: 'skript',
      cache: expect.stringContaining('immutable'),
    });
    expect(await get('/start')).toMatchObject({ status: 200, body: 'sidan', cache: 'no-cache' });
    expect(await get('/assets/b.js')).toMatchObject({ status: 404 });
  });

  test.each([...secret, '/%00', '/secret.txt%00.js', `${'/..'.repeat(40)}/etc/passwd`, '//etc/passwd'])(
    'are all there is at %s',
    async (address) => {
      const { status, body } = await get(address);

      expect(status === 200 ? body : 'refused').toBe(status >= 400 && status < 500 ? 'refused' : 'sidan');
      expect(body).not.toMatch(/hemligt|root:/);
    },
  );

  test.each(['/.env', '/%2eenv', '/.git/config', '/assets/.a.js', '/assets/..%2f.env', '/assets/%2ea.js'])(
    'are not those of a tool that stand beside them: %s',
    async (address) => {
      const { status, body } = await get(address);

      expect(status === 200 ? body : 'refused').toBe(status >= 400 && status < 500 ? 'refused' : 'sidan');
      expect(body).not.toContain('hemligt');
    },
  );

  test('include the service worker of the site, or the one that takes it away', async () => {
    const without = Fastify();
    await registerStaticClient(without, path.join(folder, 'client'), { opensOffline: false });

    expect(await get('/sw.js')).toMatchObject({ status: 200, body: 'behåll', cache: 'no-cache' });
    const reply = await without.inject('/sw.js');
    expect([reply.body, reply.headers['cache-control']]).toEqual(['ta bort', 'no-cache']);
    await without.close();
  });

  test('are not listed', async () => {
    for (const address of ['/assets/', '/assets', '/.']) {
      expect((await get(address)).body).not.toContain('a.js');
    }
  });

  test('are not written, and what was asked is not said again', async () => {
    for (const method of ['PUT', 'DELETE', 'TRACE', 'PROPFIND']) {
      const { status, body } = await get('/assets/a.js?hemlig', method);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain('hemlig');
    }
  });
});
