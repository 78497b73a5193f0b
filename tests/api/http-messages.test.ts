import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBody } from '../support/answering.ts';
import { startEditingApp } from '../support/editing.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { signedInAs } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let port: number;
beforeAll(async () => {
  site = await startEditingApp();
  port = Number(new URL(await site.app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => site.close());

/** What the server says to these very bytes, until it has nothing more to say. */
async function say(...lines: readonly string[]): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  let reply = '';
  socket.on('data', (chunk: Buffer) => {
    reply += chunk.toString();
  });
  socket.on('error', () => undefined);
  socket.write(lines.join('\r\n'));
  await once(socket, 'close');
  return reply;
}

const statusesIn = (reply: string) => [...reply.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
const head = ['POST /api/sign-in/passkey-challenges HTTP/1.1', 'Host: localhost:3000', 'Connection: close'];
const hidden = ['GET /api/site HTTP/1.1', 'Host: localhost:3000', '', ''];

describe('a request whose end two programs could see in two places', () => {
  test.each<[string, string[]]>([
    ['by a length and by parts', ['Content-Length: 4', 'Transfer-Encoding: chunked', '', '0', '', ...hidden]],
    ['by parts and by a length', ['Transfer-Encoding: chunked', 'Content-Length: 4', '', '0', '', ...hidden]],
    ['by two lengths', ['Content-Length: 0', 'Content-Length: 40', '', ...hidden]],
    ['by parts that are called something else', ['Transfer-Encoding: xchunked', 'Content-Length: 0', '', ...hidden]],
    ['by a length that is none', ['Content-Length: +4', '', ...hidden]],
    ['by a header with a space in it', ['Content-Length : 40', '', ...hidden]],
    ['by a header that goes on in the next line', ['X: y', ' Content-Length: 40', 'Content-Length: 0', '', ...hidden]],
  ])('%s is refused, and what follows is no request', async (_how, rest) => {
    expect(statusesIn(await say(...head, ...rest))).toEqual(['400']);
  });

  test('is the only kind refused: a plain one is answered', async () => {
    expect(statusesIn(await say(...head, 'Content-Length: 0', '', ''))).toEqual(['201']);
  });
});

test('a parameter that is given twice is refused, not chosen between', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  expect((await visitor.get('/api/audit-events?action=signed-in')).statusCode).toBe(200);
  for (const query of ['action=signed-in&action=signed-out', 'action[]=signed-in', 'action=signed-in&actor=x']) {
    expectProblem(await visitor.get(`/api/audit-events?${query}`), 422, 'invalid-request');
  }
});

test('a body whose key stands twice, or reaches for what all objects share, gives nobody more rights', async () => {
  const { visitor } = await signedInAs(site, 'administrator');
  const send = (body: string) =>
    visitor.send({ method: 'PUT', url: '/api/account', body, headers: { 'content-type': 'application/json' } });

  expectProblem(await send('{"name":"Kim","language":"sv","__proto__":{"isAdmin":true}}'), 422, 'invalid-request');
  expectProblem(
    await send('{"name":"Kim","language":"sv","constructor":{"prototype":{"isAdmin":true}}}'),
    422,
    'invalid-request',
  );
  expect((await send('{"name":"Ada","name":"Kim","language":"sv"}')).json()).toMatchObject({ name: 'Kim' });
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test('a link leads to where the site is configured to be, whatever the request says it is called', async () => {
  const origin = 'https://mattstock.example';
  const configured = await startEditingApp({ publicOrigin: origin });
  const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example', origin };
  const visitor = configured.newVisitor();
  const begun = await visitor.send({ method: 'POST', url: '/api/responses', body: startBody(), headers: evil });
  const { responseId } = begun.json<{ responseId: string }>();
  const link = await visitor.send({
    method: 'POST',
    url: `/api/responses/${responseId}/resume-links`,
    headers: { ...evil, cookie: `__Secure-mattstock-response=${visitor.cookies[0]?.value}` },
  });
  await configured.close();

  expect(link.json<{ url: string }>().url).toMatch(/^https:\/\/mattstock[.]example\/resume#key=/);
  expect(begun.body + link.body).not.toContain('evil');
});
