import { leaveSession, openSession } from './answering-session.ts';
import { fetchResponse, sendClosing } from './api.ts';
import { forgetResponse } from './remembered-response.ts';
import { UnsavedAnswersError } from './unsaved-answers.ts';

/**
 * Ends a respondent's answering in this browser, which somebody else may use next: everything is sent, then the key is
 * given up, and nothing of theirs stays. Nothing is ended while an answer is only here.
 */
export async function closeHere(responseId: string): Promise<void> {
  const session = await openSession(await fetchResponse(responseId));
  await session.outbox.retry();
  if (session.outbox.state.record.entries.length > 0) throw new UnsavedAnswersError();
  await sendClosing(responseId);
  await leaveSession(session);
  forgetResponse(responseId);
}

/**
 * The same for somebody else, who wants to begin. What of the former's cannot be sent yet stays theirs: it is kept, and sent when
 * it can be.
 */
export async function leaveToNext(responseId: string): Promise<void> {
  try {
    await closeHere(responseId);
  } catch (error) {
    if (!(error instanceof UnsavedAnswersError)) throw error;
  }
}
