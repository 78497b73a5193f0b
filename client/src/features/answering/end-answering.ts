import { ProblemError } from '../../lib/http/errors.ts';
import type { AnsweringSession } from './answering-session.ts';
import { isLockedOut } from './outbox/send-answer.ts';

/** What ends the answering is said by the page as a whole; any other failure is the caller's. */
export async function endAnswering({ outbox }: AnsweringSession, failure: unknown): Promise<void> {
  if (isLockedOut(failure)) outbox.lockOut();
  else if (failure instanceof ProblemError && failure.code === 'response-already-submitted') await outbox.close();
  else throw failure;
}
