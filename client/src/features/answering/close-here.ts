import { type AnsweringSession, leaveSession, leaveUnsent, openSession } from './answering-session.ts';
import { fetchResponse, sendClosing } from './api.ts';
import { isLockedOut } from './outbox/send-answer.ts';
import { forgetResponse } from './remembered-response.ts';
import { UnsavedAnswersError } from './unsaved-answers.ts';

/** Undefined where it does not open here any more: a closing whose reply was lost, or one in another tab. */
async function openHere(responseId: string): Promise<AnsweringSession | undefined> {
  try {
    return await openSession(await fetchResponse(responseId));
  } catch (error) {
    if (isLockedOut(error)) return undefined;
    throw error;
  }
}

/** Tries to send what waits; of how many questions the answer still does. */
async function sendAll({ outbox }: AnsweringSession): Promise<number> {
  await outbox.retry();
  return new Set(outbox.state.record.entries.map(({ itemCode }) => itemCode)).size;
}

/**
 * Ends a respondent's answering in this browser, which somebody else may use next: everything is sent, then the key is
 * ended, and nothing of theirs stays. Nothing is ended while an answer is only here.
 */
export async function closeHere(responseId: string): Promise<void> {
  const session = await openHere(responseId);
  if (session !== undefined) {
    if ((await sendAll(session)) > 0) throw new UnsavedAnswersError();
    await sendClosing(responseId);
    await leaveSession(session);
  }
  forgetResponse(responseId);
}

/**
 * The same for somebody else, who wants to begin: how many answers of the former's could not be sent. Then nothing is closed,
 * unless it is to be `anyhow`: the key is ended, and they are kept until whoever gave them comes in here again.
 */
export async function closeFormer(responseId: string, isAnyhow: boolean): Promise<number> {
  const session = await openHere(responseId);
  const unsent = session === undefined ? 0 : await sendAll(session);
  if (unsent > 0 && !isAnyhow) return unsent;
  if (session !== undefined) {
    await sendClosing(responseId);
    if (unsent > 0) leaveUnsent(session);
    else await leaveSession(session);
  }
  forgetResponse(responseId);
  return unsent;
}
