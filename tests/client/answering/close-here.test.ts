import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { leaveUnsent, openedSession, openSession } from '#client/src/features/answering/answering-session.ts';
import { fetchResponse } from '#client/src/features/answering/api.ts';
import { closeFormer, closeHere } from '#client/src/features/answering/close-here.ts';
import { loadAnswering } from '#client/src/features/answering/load-answering.ts';
import { openOutboxStore } from '#client/src/features/answering/outbox/outbox-store.ts';
import { readKeptResponse, readRememberedResponse } from '#client/src/features/answering/remembered-response.ts';
import { openedHere } from '#client/src/features/answering/send-waiting.ts';
import type { FakeSite } from './open-answering.tsx';
import { newSite } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

afterEach(async () => (await import('./fake-idb.ts')).clear());

const level = (points: number) => ({ value: { state: 'level' as const, level: points }, comment: '' });
const closings = ({ requests }: FakeSite) => requests.filter(({ path }) => path.endsWith('/closing-here'));
const waiting = async ({ responseId }: FakeSite) => (await openOutboxStore(responseId).read()).entries;

/** Of the tab before only what the browser keeps is left. */
async function openAnewTab({ responseId }: FakeSite): Promise<void> {
  const session = openedSession(responseId);
  if (session !== undefined) leaveUnsent(session);
}
const sendAllOf = async ({ responseId }: FakeSite) => void (await openedSession(responseId)?.outbox.retry());

let site: FakeSite;
/** Somebody has answered a part here, and gone; the server refused the last of it. */
beforeEach(async () => {
  site = newSite();
  site.askForPart(['D1']);
  const session = await openSession(await fetchResponse(site.responseId));
  session.begin();
  site.refuse(true);
  session.give('D1.1', level(3));
  await vi.waitFor(async () => expect(await waiting(site)).toMatchObject([{ state: 'refused' }]));
});

test('nothing of the one before is closed while an answer could not be sent', async () => {
  expect(await closeFormer(site.responseId, false)).toBe(1);

  expect(closings(site)).toEqual([]);
  expect(readRememberedResponse()).toBe(site.responseId);
});

test('closed all the same, nothing of it opens here, with or without a network, and what was not sent is kept', async () => {
  expect(await closeFormer(site.responseId, true)).toBe(1);

  expect(closings(site)).toHaveLength(1);
  expect([readRememberedResponse(), readKeptResponse()]).toEqual([undefined, undefined]);
  await expect(loadAnswering(site.responseId, 'sv')).rejects.toMatchObject({ code: 'not-found' });
  site.goOffline(true);
  await expect(loadAnswering(site.responseId, 'sv')).rejects.toThrow();
  expect(await waiting(site)).toHaveLength(1);

  // They come in here again, by a link of their own.
  site.goOffline(false);
  site.refuse(false);
  site.signIn();
  (await loadAnswering(site.responseId, 'sv')).session.begin();
  await vi.waitFor(() => expect(site.answers.get('D1.1')?.answer).toEqual(level(3)));
});

test('once it can be sent, it is, and nothing stays', async () => {
  site.refuse(false);

  expect(await closeFormer(site.responseId, false)).toBe(0);

  expect(site.answers.get('D1.1')?.answer).toEqual(level(3));
  expect(closings(site)).toHaveLength(1);
  expect(await waiting(site)).toEqual([]);
  expect(await openedHere()).not.toContain(site.responseId);
});

test('a closing whose reply was lost is done, once nothing waits', async () => {
  site.refuse(false);
  site.loseReplies(true);
  await expect(closeHere(site.responseId)).rejects.toThrow();
  site.loseReplies(false);
  await sendAllOf(site);
  site.endSession();

  expect(await closeHere(site.responseId)).toEqual({ unsent: 0, late: 0, opens: false });

  expect(readRememberedResponse()).toBeUndefined();
  expect(await openedHere()).not.toContain(site.responseId);
});

describe('where the answers open here no more while one of them waits', () => {
  beforeEach(() => site.endSession());

  test('nothing is closed or forgotten unasked', async () => {
    expect(await closeFormer(site.responseId, false)).toBe(1);
    expect(await closeHere(site.responseId)).toEqual({ unsent: 1, late: 0, opens: false });

    expect(readRememberedResponse()).toBe(site.responseId);
    expect(await waiting(site)).toHaveLength(1);
  });

  test('so it is in a tab that has not opened them', async () => {
    await openAnewTab(site);
    expect(await closeHere(site.responseId)).toMatchObject({ unsent: 1, opens: false });
    expect(await waiting(site)).toHaveLength(1);
  });

  test('it is kept by choice, and sent when they open here again', async () => {
    expect(await closeHere(site.responseId, 'keep')).toMatchObject({ unsent: 1 });

    expect(readRememberedResponse()).toBeUndefined();
    expect(await waiting(site)).toHaveLength(1);
    site.signIn();
    site.refuse(false);
    (await loadAnswering(site.responseId, 'sv')).session.begin();
    await vi.waitFor(() => expect(site.answers.get('D1.1')?.answer).toEqual(level(3)));
  });

  test('it is thrown away by choice, and nothing of it stays', async () => {
    expect(await closeHere(site.responseId, 'drop')).toMatchObject({ unsent: 1 });

    expect(await waiting(site)).toEqual([]);
    expect(await openedHere()).not.toContain(site.responseId);
  });
});

test('while they open, what could not be sent is thrown away by choice, and the key is ended', async () => {
  expect(await closeHere(site.responseId, 'drop')).toEqual({ unsent: 1, late: 0, opens: true });

  expect(closings(site)).toHaveLength(1);
  expect(await waiting(site)).toEqual([]);
});

test('an answer that comes after the firm has submitted is told of as the answers are closed', async () => {
  site.refuse(false);
  site.submitElsewhere();

  expect(await closeHere(site.responseId)).toEqual({ unsent: 0, late: 1, opens: true });
});
