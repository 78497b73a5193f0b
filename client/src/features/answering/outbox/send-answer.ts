import { answerConflictSchema, type StoredAnswer, saveAnswer } from '#shared/contracts/responses.ts';
import { callEndpoint } from '../../../lib/http/call-endpoint.ts';
import { hasFault, ProblemError } from '../../../lib/http/errors.ts';
import type { OutboxEntry } from './outbox-record.ts';

export type SendOutcome =
  | { kind: 'saved'; stored: StoredAnswer }
  | { kind: 'conflict'; current: StoredAnswer }
  | { kind: 'submitted' }
  /** `isAskedAnew`: the response has gone over to another version, whose question asks something else. */
  | { kind: 'refused'; isAskedAnew: boolean }
  /** The response no longer opens for this browser: its key or session has ended. Nothing was stored. */
  | { kind: 'locked-out' }
  /** Nobody knows whether it arrived: it is sent again as it is. */
  | { kind: 'unreachable' };

/** The response does not open: the key or the session has ended, or it never did. */
export function isLockedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'not-found';
}

const passing = new Set(['too-many-requests', 'service-unavailable', 'internal-error']);

function outcomeOf(problem: ProblemError): SendOutcome {
  if (problem.code === 'response-already-submitted') return { kind: 'submitted' };
  if (isLockedOut(problem)) return { kind: 'locked-out' };
  if (passing.has(problem.code)) return { kind: 'unreachable' };
  const conflict = answerConflictSchema.safeParse(problem.document);
  const current = conflict.success ? conflict.data.current : undefined;
  if (current !== undefined) return { kind: 'conflict', current };
  return { kind: 'refused', isAskedAnew: hasFault(problem, 'asked-anew') };
}

/** Sends one answer and says what became of it; never throws. */
export async function sendAnswer(responseId: string, clientId: string, entry: OutboxEntry): Promise<SendOutcome> {
  try {
    const stored = await callEndpoint(saveAnswer, {
      params: { responseId, itemCode: entry.itemCode },
      body: {
        clientId,
        clientSequence: entry.clientSequence,
        baseRevision: entry.baseRevision ?? 0,
        instrumentVersionId: entry.instrumentVersionId,
        answer: entry.answer,
      },
    });
    return { kind: 'saved', stored };
  } catch (error) {
    return error instanceof ProblemError ? outcomeOf(error) : { kind: 'unreachable' };
  }
}
