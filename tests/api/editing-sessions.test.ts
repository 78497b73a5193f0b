import { readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteExpiredKeys } from '#server/features/editing/editor-repository.ts';
import * as editing from '#shared/contracts/editing.ts';
import { start } from '../support/answering.ts';
import { closedToOthers, operatorKey, signIn, startEditingApp } from '../support/editing.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startEditingApp();
});
afterAll(() => site.close());

const sessions = '/api/editor/sessions';
const session = '/api/editor/session';
const keyOf = (url: string) => new URL(url).hash.slice(1);
const hoursUntil = (moment: string) => (Date.parse(moment) - site.clock.now().getTime()) / 3_600_000;

describeEndpoint(editing.openEditorSession, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    const key = await operatorKey(site);
    const open = (body: object) => site.newVisitor().post(sessions, body);

    expectProblem(await open({ key: 'short', editorName: 'Ada' }), 422, 'invalid-request');
    expectProblem(await open({ key, editorName: '  ' }), 422, 'invalid-request');
    expectProblem(await open({ key, editorName: 'x'.repeat(81) }), 422, 'invalid-request');
    expectProblem(await open({ key, editorName: 'A\u0000' }), 422, 'invalid-request');
    // None of them used the link up.
    expect((await open({ key, editorName: 'Ada' })).statusCode).toBe(201);
  },
  'does not find what is not there': async () => {
    const reply = await site.newVisitor().post(sessions, { key: 'x'.repeat(43), editorName: 'Ada' });
    expectProblem(reply, 404, 'not-found');
    expect(reply.headers['set-cookie']).toBeUndefined();
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const reply = await visitor.post(sessions, { key: await operatorKey(site), editorName: ' Ada Lind ' });

    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toEqual({ editorName: 'Ada Lind' });
    expect((await visitor.get(session)).json()).toEqual({ editorName: 'Ada Lind' });
  },
});

describeEndpoint(editing.getEditorSession, {
  ...closedToOthers(
    () => site,
    async () => ({ url: session }),
  ),
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const reply = await (await signIn(site, 'Bo')).get(session);
    expect(reply.json()).toEqual({ editorName: 'Bo' });
    expect(reply.headers['cache-control']).toBe('no-store');
  },
});

describeEndpoint(editing.endEditorSession, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: `${session}/end` }),
  ),
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const editor = await signIn(site);
    const cookie = `mattstock-editor=${editor.cookies[0]?.value}`;
    const reply = await editor.post(`${session}/end`);

    expect(reply.json()).toEqual({ isEnded: true });
    expect(editor.cookies).toMatchObject([{ name: 'mattstock-editor', value: '' }, { value: '' }]);
    // A copy of the cookie is worth nothing either.
    const copy = await site.newVisitor().send({ url: session, headers: { cookie } });
    expectProblem(copy, 401, 'sign-in-required');
  },
});

describeEndpoint(editing.createEditorLink, {
  ...closedToOthers(
    () => site,
    async () => ({ method: 'POST', url: '/api/editor/links' }),
  ),
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const reply = await (await signIn(site)).post('/api/editor/links');
    const { url, expiresAt } = reply.json<{ url: string; expiresAt: string }>();
    const opened = await site.newVisitor().post(sessions, { key: keyOf(url), editorName: 'Bo' });

    expect(reply.statusCode).toBe(201);
    // In the fragment, which a browser sends to no server.
    expect(url).toMatch(/^http:\/\/localhost:3000\/editor#[A-Za-z0-9_-]{43}$/);
    expect(hoursUntil(expiresAt)).toBe(24);
    expect(opened.statusCode).toBe(201);
  },
});

describe('a link', () => {
  const open = (key: string) => site.newVisitor().post(sessions, { key, editorName: 'Ada' });
  const withoutId = ({ requestId: _requestId, ...problem }: Record<string, unknown>) => problem;
  const refusal = async (key: string) => withoutId((await open(key)).json<Record<string, unknown>>());

  test('lets one person in, and is then as good as unknown', async () => {
    const key = await operatorKey(site);
    const first = await open(key);

    expect(first.statusCode).toBe(201);
    expect(await refusal(key)).toEqual(await refusal('x'.repeat(43)));
  });

  test('lets one of many in who open it at once', async () => {
    const key = await operatorKey(site);
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => open(key)));

    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 404, 404, 404, 404]);
  });

  test('is refused once it has expired, as if it were unknown', async () => {
    const key = await operatorKey(site);
    await site.admin.query(`update editor_keys set expires_at = now() where used_at is null`);

    expect(await refusal(key)).toEqual(await refusal('x'.repeat(43)));
  });

  test('of the operator is worth nothing once the server has made another, unlike that for a colleague', async () => {
    const editor = await signIn(site);
    const colleague = (await editor.post('/api/editor/links')).json<{ url: string }>();
    const [first, second] = [await operatorKey(site), await operatorKey(site)];

    expect(await refusal(first)).toEqual(await refusal('x'.repeat(43)));
    expect((await open(second)).statusCode).toBe(201);
    expect((await open(keyOf(colleague.url))).statusCode).toBe(201);
    expect((await editor.get(session)).statusCode).toBe(200);
  });

  test('is no session, and the key of a session is no link', async () => {
    const key = await operatorKey(site);
    const editor = await signIn(site);
    const asSession = await site.newVisitor().send({ url: session, headers: { cookie: `mattstock-editor=${key}` } });
    const asLink = await open(editor.cookies[0]?.value ?? '');

    expectProblem(asSession, 401, 'sign-in-required');
    expectProblem(asLink, 404, 'not-found');
  });

  test('is kept as a hash only', async () => {
    const key = await operatorKey(site);
    const { rows } = await site.admin.query<{ row: string }>('select k::text as row from editor_keys k');

    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from(key, 'base64url').toString('hex'));
    expect(rows.map(({ row }) => row).join()).not.toContain(key);
  });
});

describe('a session', () => {
  test('ends after its hours', async () => {
    const editor = await signIn(site, 'Cilla');
    const { rows } = await site.admin.query<{ expiresAt: Date }>(
      `select expires_at as "expiresAt" from editor_keys where editor_name = 'Cilla'`,
    );
    await site.admin.query(`update editor_keys set expires_at = now() where editor_name = 'Cilla'`);

    expect(hoursUntil(rows[0]?.expiresAt.toISOString() ?? '')).toBe(12);
    expectProblem(await editor.get(session), 401, 'sign-in-required');
    expectProblem(await editor.post('/api/editor/links'), 401, 'sign-in-required');
  });

  test('ends alone: that of another editor goes on', async () => {
    const [one, other] = [await signIn(site), await signIn(site)];
    await one.post(`${session}/end`);

    expectProblem(await one.get(session), 401, 'sign-in-required');
    expect((await other.get(session)).statusCode).toBe(200);
  });

  test('ends at once with those of everybody by the statement of the handbook, and so do all links', async () => {
    const [ada, bo] = [await signIn(site), await signIn(site, 'Bo')];
    const link = (await ada.post('/api/editor/links')).json<{ url: string }>();
    const operator = await operatorKey(site);
    const handbook = await readFile('docs/operations.md', 'utf8');
    const statement = 'update mattstock.editor_keys set revoked_at = now()';
    await site.admin.query(`begin; set local role mattstock_owner; ${statement}; commit`);

    expect(handbook).toContain(statement);
    for (const editor of [ada, bo]) expectProblem(await editor.get(session), 401, 'sign-in-required');
    for (const key of [keyOf(link.url), operator]) {
      expectProblem(await site.newVisitor().post(sessions, { key, editorName: 'Eve' }), 404, 'not-found');
    }
    expect((await (await signIn(site)).get(session)).statusCode).toBe(200);
  });

  test('is forgotten a day after it ended, as is a link', async () => {
    await signIn(site, 'Long gone');
    await signIn(site, 'Just gone');
    const ends = `update editor_keys set expires_at = now() - $2::interval where editor_name = $1`;
    await site.admin.query(ends, ['Long gone', '25 hours']);
    await site.admin.query(ends, ['Just gone', '23 hours']);
    const links = `update editor_keys set expires_at = now() - interval '2 days' where editor_name is null`;
    await site.admin.query(links);
    await deleteExpiredKeys(site.admin);
    const { rows } = await site.admin.query(
      `select editor_name as name from editor_keys where editor_name is null or editor_name like '% gone'`,
    );

    expect(rows).toEqual([{ name: 'Just gone' }]);
  });

  test('opens no response of a firm', async () => {
    const responseId = await start(site.newVisitor());
    const editor = await signIn(site);
    const cookie = `mattstock-response=${editor.cookies[0]?.value}`;
    const reply = await editor.send({ url: `/api/responses/${responseId}`, headers: { cookie } });

    expectProblem(reply, 404, 'not-found');
  });
});

describe('the cookie of a session', () => {
  test('is out of reach of scripts, other sites and the pages of respondents', async () => {
    const reply = await site.newVisitor().post(sessions, { key: await operatorKey(site), editorName: 'Ada' });
    const [cookie] = reply.cookies;

    expect(reply.cookies).toHaveLength(1);
    expect(cookie).toMatchObject({
      name: 'mattstock-editor',
      path: '/api/editor',
      httpOnly: true,
      sameSite: 'Strict',
    });
    expect(hoursUntil(cookie?.expires?.toISOString() ?? '')).toBeCloseTo(12, 2);
    expect(reply.body).not.toContain(cookie?.value);
  });

  test('is marked secure where the site is', async () => {
    const publicOrigin = 'https://mattstock.example';
    const secure = await startEditingApp({ publicOrigin });
    const reply = await secure.newVisitor().send({
      method: 'POST',
      url: sessions,
      body: { key: await operatorKey(secure), editorName: 'Ada' },
      headers: { origin: publicOrigin },
    });
    await secure.close();

    expect(reply.cookies).toMatchObject([{ name: '__Secure-mattstock-editor', secure: true, httpOnly: true }]);
  });

  test('does not let another site write', async () => {
    const editor = await signIn(site);
    const reply = await editor.send({
      method: 'POST',
      url: '/api/editor/links',
      headers: { origin: 'https://evil.example' },
    });

    expectProblem(reply, 403, 'origin-refused');
  });
});

test('the log holds neither keys nor the words of editors', async () => {
  let log = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      log += String(chunk);
      done();
    },
  });
  const loud = await startEditingApp({ logLevel: 'trace' }, { logDestination: stream });
  const key = await operatorKey(loud);
  const visitor = loud.newVisitor();
  await visitor.post(sessions, { key, editorName: 'Hemliga Ada' });
  const link = (await visitor.post('/api/editor/links')).json<{ url: string }>();
  await visitor.post('/api/editor/imports', { name: 'Hemligt utkast', yaml: 'hemligt: !hemlig [hemligt' });
  await loud.close();

  expect(log).toContain('file-not-readable');
  expect(log).not.toMatch(/hemlig/i);
  for (const secret of [key, keyOf(link.url), visitor.cookies[0]?.value]) expect(log).not.toContain(secret);
});
