import { afterEach, expect, test, vi } from 'vitest';
import { enqueue } from '#client/src/features/answering/outbox/outbox-steps.ts';
import { openOutboxStore } from '#client/src/features/answering/outbox/outbox-store.ts';
import { readRememberedResponse } from '#client/src/features/answering/remembered-response.ts';
import { sendWaiting } from '#client/src/features/answering/send-waiting.ts';
import { fakeSite } from './fake-site.ts';
import { quickForm } from './quick-form.ts';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

afterEach(async () => {
  vi.unstubAllGlobals();
  localStorage.clear();
  await (await import('./fake-idb.ts')).clear();
});

const level3 = { value: { state: 'level' as const, level: 3 }, comment: '' };
/** An earlier visit left an answer behind, in a tab that is closed. */
const leaveWaiting = (responseId: string, itemCode = 'D1.1') =>
  openOutboxStore(responseId).change((record) => enqueue(record, itemCode, level3, 0));

test('nothing waits in a browser in which nothing was answered', async () => {
  fakeSite(quickForm);
  expect(await sendWaiting('sv')).toEqual({ unsent: 0, shut: 0 });
});

test('what waits of a response is sent, also of one that the browser no longer remembers', async () => {
  const site = fakeSite(quickForm);
  await leaveWaiting(site.responseId);
  expect(readRememberedResponse()).toBeUndefined();

  expect(await sendWaiting('sv')).toEqual({ unsent: 0, shut: 0 });

  expect(site.answers.get('D1.1')?.answer).toEqual(level3);
});

test('what waits of several responses is counted together, whichever was answered last, and said to be shut', async () => {
  const site = fakeSite(quickForm);
  await leaveWaiting(site.responseId);
  const closed = [crypto.randomUUID(), crypto.randomUUID()];
  for (const responseId of closed) await leaveWaiting(responseId);
  await leaveWaiting(closed[0] ?? '', 'D1.2');

  expect(await sendWaiting('sv')).toEqual({ unsent: 3, shut: 3 });

  expect(site.answers.get('D1.1')?.answer).toEqual(level3);
});

test('without a network everything that waits is counted', async () => {
  const site = fakeSite(quickForm);
  await leaveWaiting(site.responseId);
  await leaveWaiting(crypto.randomUUID());
  site.goOffline(true);

  expect(await sendWaiting('sv')).toEqual({ unsent: 2, shut: 0 });
});
