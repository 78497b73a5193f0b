import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callEndpoint } from '#client/src/lib/http/call-endpoint.ts';
import { NetworkError, ProblemError } from '#client/src/lib/http/errors.ts';
import { listAuditEvents } from '#shared/contracts/coordination.ts';
import { getForm } from '#shared/contracts/instrument-versions.ts';
import { resumeResponse, submitResponse } from '#shared/contracts/responses.ts';

const responseId = '0b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9a11';
const key = 'k'.repeat(43);
const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const resume = (signal?: AbortSignal) =>
  callEndpoint(resumeResponse, { body: { key }, ...(signal === undefined ? {} : { signal }) });

test('gives the parsed reply of a success', async () => {
  fetched.mockResolvedValue(Response.json({ responseId, status: 'open', isRespondent: false }, { status: 201 }));

  expect(await resume()).toEqual({ responseId, status: 'open', isRespondent: false });
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/resumptions');
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  });
});

test('writes parameters so that they cannot change the path', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));

  await expect(
    callEndpoint(getForm, { params: { instrumentVersionId: 'a/../b', formCode: 'x?y', language: 'sv' } }),
  ).rejects.toBeInstanceOf(NetworkError);

  expect(fetched.mock.calls[0]?.[0]).toBe('/api/instrument-versions/a%2F..%2Fb/forms/x%3Fy/sv');
});

test('writes of a query what has a value, and nothing where none has', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));

  for (const query of [{ before: 7, action: 'signed-in' as const }, { before: undefined }]) {
    await expect(callEndpoint(listAuditEvents, { query })).rejects.toBeInstanceOf(NetworkError);
  }

  expect(fetched.mock.calls.map(([address]) => address)).toEqual([
    '/api/audit-events?before=7&action=signed-in',
    '/api/audit-events',
  ]);
});

test('sends the idempotency key as a header', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));

  await expect(
    callEndpoint(submitResponse, { params: { responseId }, body: { language: 'sv' }, idempotencyKey: 'once' }),
  ).rejects.toBeInstanceOf(NetworkError);

  expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ 'idempotency-key': 'once' });
});

test('throws the problem that the server describes', async () => {
  const problem = { type: 'about:blank', title: 'Not found', status: 404, code: 'not-found', requestId: 'r-7' };
  fetched.mockResolvedValue(Response.json(problem, { status: 404 }));

  const error: unknown = await resume().catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ code: 'not-found', status: 404, requestId: 'r-7', errors: [] });
});

test.each([
  ['an error page of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ['a log-in page of a train', () => new Response('<h1>Welcome aboard</h1>', { status: 200 })],
  ['an error in another form', () => Response.json({ error: 'no' }, { status: 500 })],
])('says that no reply came when it was %s', async (_case, respond) => {
  fetched.mockResolvedValue(respond());

  await expect(resume()).rejects.toBeInstanceOf(NetworkError);
});

test('gives up when the caller does', async () => {
  const untilAborted = (_address: unknown, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  fetched.mockImplementation(untilAborted);
  const caller = new AbortController();

  const call = resume(caller.signal);
  caller.abort();

  await expect(call).rejects.toBeInstanceOf(NetworkError);
});
