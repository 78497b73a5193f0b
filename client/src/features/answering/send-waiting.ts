import type { Language } from '#shared/domain/language.ts';
import { openedSession, openedSessions } from './answering-session.ts';
import { loadAnswering } from './load-answering.ts';
import { keptOutboxes, openOutboxStore } from './outbox/outbox-store.ts';
import { readOpened, readRememberedResponse } from './remembered-response.ts';

/** What waits in the browser; where that keeps nothing, what waits in the tab. */
export async function countWaiting(responseId: string): Promise<number> {
  const { entries } = await openOutboxStore(responseId).read();
  return Math.max(entries.length, openedSession(responseId)?.outbox.state.record.entries.length ?? 0);
}

async function sendWaitingOf(responseId: string, language: Language): Promise<number> {
  if ((await countWaiting(responseId)) === 0) return 0;
  try {
    const { session } = await loadAnswering(responseId, language);
    await session.outbox.retry();
  } catch {
    // It does not open any more, or there is no network: what waits is counted all the same.
  }
  return countWaiting(responseId);
}

/** Every response that this browser may hold a key to, as far as it knows. */
export async function openedHere(): Promise<string[]> {
  const remembered = readRememberedResponse();
  return [
    ...new Set([
      ...readOpened(),
      ...(await keptOutboxes()),
      ...openedSessions(),
      ...(remembered === undefined ? [] : [remembered]),
    ]),
  ];
}

/** Tries to send what waits of every response answered in this browser; how many answers still do. */
export async function sendWaiting(language: Language): Promise<number> {
  const responseIds = new Set([...(await keptOutboxes()), ...openedSessions()]);
  const left = await Promise.all([...responseIds].map((responseId) => sendWaitingOf(responseId, language)));
  return left.reduce((sum, each) => sum + each, 0);
}
