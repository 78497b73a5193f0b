import type { Language } from '#shared/domain/language.ts';
import { leaveSession, openedSession, openedSessions } from './answering-session.ts';
import { loadAnswering } from './load-answering.ts';
import { questionsWaiting } from './outbox/outbox-steps.ts';
import { keptOutboxes, openOutboxStore } from './outbox/outbox-store.ts';
import { isLockedOut } from './outbox/send-answer.ts';
import { readOpened, readRememberedResponse } from './remembered-response.ts';

type Waiting = {
  /** Of how many questions the answer waits to be sent. */
  readonly unsent: number;
  /** Of how many of them it belongs to what opens here no more: it cannot be sent from here. */
  readonly shut: number;
};
const nothingWaits: Waiting = { unsent: 0, shut: 0 };

/** What waits in the browser; where that keeps nothing, what waits in the tab. */
export async function countWaiting(responseId: string): Promise<number> {
  const inBrowser = questionsWaiting(await openOutboxStore(responseId).read());
  const session = openedSession(responseId);
  return session === undefined ? inBrowser : Math.max(inBrowser, questionsWaiting(session.outbox.state.record));
}

/** Whether it opens; where nobody can be asked it may. */
async function trySending(responseId: string, language: Language): Promise<boolean> {
  try {
    const { session } = await loadAnswering(responseId, language);
    await session.outbox.retry();
    return !session.outbox.state.isLockedOut;
  } catch (error) {
    return !isLockedOut(error);
  }
}

async function sendWaitingOf(responseId: string, language: Language): Promise<Waiting> {
  if ((await countWaiting(responseId)) === 0) return nothingWaits;
  const opens = await trySending(responseId, language);
  const unsent = await countWaiting(responseId);
  return { unsent, shut: opens ? 0 : unsent };
}

/** The responses of which something may wait here: in the browser, or in the tab where that keeps nothing. */
const mayWait = async (): Promise<Set<string>> => new Set([...(await keptOutboxes()), ...openedSessions()]);

/** Every response that this browser may hold a key to, as far as it knows. */
export async function openedHere(): Promise<string[]> {
  const remembered = readRememberedResponse();
  return [...new Set([...readOpened(), ...(await mayWait()), ...(remembered === undefined ? [] : [remembered])])];
}

/** Nothing of it waits here any more. */
export async function dropWaitingOf(responseId: string): Promise<void> {
  const session = openedSession(responseId);
  await (session === undefined ? openOutboxStore(responseId).clear() : leaveSession(session));
}

/** What waits in this browser is lost, as somebody has said it shall be. */
export async function dropWaiting(): Promise<void> {
  for (const responseId of await mayWait()) await dropWaitingOf(responseId);
}

/** Tries to send what waits of every response answered in this browser; what still does. */
export async function sendWaiting(language: Language): Promise<Waiting> {
  const left = await Promise.all([...(await mayWait())].map((responseId) => sendWaitingOf(responseId, language)));
  return left.reduce((sum, each) => ({ unsent: sum.unsent + each.unsent, shut: sum.shut + each.shut }), nothingWaits);
}
