import type { Language } from '#shared/domain/language.ts';
import { loadAnswering } from './load-answering.ts';
import { openOutboxStore } from './outbox/outbox-store.ts';
import { readRememberedResponse } from './remembered-response.ts';

/** Tries to send what waits of the response last answered here; how many answers still do. */
export async function sendWaiting(language: Language): Promise<number> {
  const responseId = readRememberedResponse();
  if (responseId === undefined) return 0;
  const store = openOutboxStore(responseId);
  if ((await store.read()).entries.length === 0) return 0;
  try {
    const { session } = await loadAnswering(responseId, language);
    await session.outbox.retry();
  } catch {
    // It does not open any more, or there is no network: what waits is counted all the same.
  }
  return (await store.read()).entries.length;
}
