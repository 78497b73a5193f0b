import { type AnsweringSession, leaveUnsent, openedSession, openSession } from './answering-session.ts';
import { fetchResponse, sendClosing } from './api.ts';
import { questionsWaiting } from './outbox/outbox-steps.ts';
import { isLockedOut } from './outbox/send-answer.ts';
import { forgetResponse } from './remembered-response.ts';
import { countWaiting, dropWaitingOf } from './send-waiting.ts';

/** What becomes of answers that could not be sent: only a person says so. */
export type UnsentChoice = 'keep' | 'drop';

export type Closing = {
  /** Of how many questions the answer could not be sent. Where there are any, nothing is closed before it is said what becomes of them. */
  readonly unsent: number;
  /** Of how many it came after the firm had submitted: it counts nowhere, and is not kept. */
  readonly late: number;
  /** Whether what was answered opens here until it is closed; else nothing more can be sent from here. */
  readonly opens: boolean;
};

/** Undefined where it does not open here any more: its key has ended, or a closing was done whose reply was lost. */
async function openHere(responseId: string): Promise<AnsweringSession | undefined> {
  try {
    return await openSession(await fetchResponse(responseId));
  } catch (error) {
    if (isLockedOut(error)) return undefined;
    throw error;
  }
}

/** Tries to send what waits. */
async function sendAll({ outbox }: AnsweringSession): Promise<Closing> {
  await outbox.retry();
  const { record, late, isLockedOut: isShut } = outbox.state;
  return { unsent: questionsWaiting(record), late, opens: !isShut };
}

async function endKey(responseId: string): Promise<void> {
  try {
    await sendClosing(responseId);
  } catch (error) {
    // Ended already.
    if (!isLockedOut(error)) throw error;
  }
}

/** Nothing of it is shown or found here any more. What could not be sent stays where it is kept. */
async function forget(responseId: string, isKept: boolean): Promise<void> {
  const session = openedSession(responseId);
  if (!isKept) await dropWaitingOf(responseId);
  else if (session !== undefined) leaveUnsent(session);
  forgetResponse(responseId);
}

/**
 * Ends a respondent's answering in this browser, which somebody else may use next: everything is sent, then the key is
 * ended, and nothing of theirs stays. While an answer is only here, nothing is ended before they have chosen what becomes of it.
 */
export async function closeHere(responseId: string, choice?: UnsentChoice): Promise<Closing> {
  const session = await openHere(responseId);
  const closing =
    session === undefined ? { unsent: await countWaiting(responseId), late: 0, opens: false } : await sendAll(session);
  if (closing.unsent > 0 && choice === undefined) return closing;
  if (session !== undefined) await endKey(responseId);
  await forget(responseId, closing.unsent > 0 && choice === 'keep');
  return closing;
}

/**
 * The same for somebody else, who wants to begin: how many answers of the former's could not be sent. Then nothing is closed,
 * unless it is to be `anyhow`: the key is ended, and they are kept until whoever gave them comes in here again.
 */
export async function closeFormer(responseId: string, isAnyhow: boolean): Promise<number> {
  return (await closeHere(responseId, isAnyhow ? 'keep' : undefined)).unsent;
}
