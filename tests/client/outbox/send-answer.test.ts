import { afterEach, expect, test, vi } from 'vitest';
import { claimNext, enqueue, nextToSend } from '#client/src/features/answering/outbox/outbox-steps.ts';
import { sendAnswer } from '#client/src/features/answering/outbox/send-answer.ts';
import { clientId, emptyRecord, level, stored } from './outbox-fixture.ts';

const responseId = '0b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9a11';
const entry = nextToSend(claimNext(enqueue(emptyRecord(), 'D1.1', level(2, 'och lite till'), 4)));

function reply(status: number, body: unknown) {
  const fetched = vi.fn<typeof fetch>(async () => Response.json(body, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const problem = (status: number, code: string, more: object = {}) => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  requestId: 'r-1',
  ...more,
});

function send() {
  if (entry === undefined) throw new Error('nothing to send');
  return sendAnswer(responseId, clientId, entry);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('puts the answer with its number and the revision it builds on', async () => {
  const saved = stored('D1.1', level(2, 'och lite till'), 5);
  const fetched = reply(200, saved);

  expect(await send()).toEqual({ kind: 'saved', stored: saved });

  const [address, init] = fetched.mock.calls[0] ?? [];
  expect(address).toBe(`/api/responses/${responseId}/answers/D1.1`);
  expect(init?.method).toBe('PUT');
  expect(JSON.parse(String(init?.body))).toEqual({
    clientId,
    clientSequence: 1,
    baseRevision: 4,
    answer: level(2, 'och lite till'),
  });
});

test('hands over the other answer of a conflict', async () => {
  const current = stored('D1.1', level(0), 9);
  reply(409, problem(409, 'answer-conflict', { current }));

  expect(await send()).toEqual({ kind: 'conflict', current });
});

test.each([
  [409, 'response-already-submitted', 'submitted'],
  [422, 'answer-not-accepted', 'refused'],
  [404, 'not-found', 'locked-out'],
  [429, 'too-many-requests', 'unreachable'],
  [503, 'service-unavailable', 'unreachable'],
  [500, 'internal-error', 'unreachable'],
])('takes %i %s for %s', async (status, code, kind) => {
  reply(status, problem(status, code));

  expect(await send()).toMatchObject({ kind });
});

test('does not know what became of an answer without a reply', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

  expect(await send()).toEqual({ kind: 'unreachable' });
});

test('does not take the page of a proxy for a confirmation', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Log in to the train</h1>', { status: 200 }));

  expect(await send()).toEqual({ kind: 'unreachable' });
});

test('does not take a reply about something else for a confirmation', async () => {
  reply(200, { status: 'ok' });

  expect(await send()).toEqual({ kind: 'unreachable' });
});

test('tells a refusal because the question asks something else by now from others', async () => {
  reply(422, { ...problem(422, 'answer-not-accepted'), errors: [{ path: 'body/answer', code: 'asked-anew' }] });
  expect(await send()).toEqual({ kind: 'refused', isAskedAnew: true });

  reply(422, { ...problem(422, 'answer-not-accepted'), errors: [{ path: 'body/answer/value', code: 'wrong-kind' }] });
  expect(await send()).toEqual({ kind: 'refused', isAskedAnew: false });
});
