import type * as z from 'zod/mini';
import type { changeSinceSchema } from '#shared/contracts/change.ts';
import { isAnythingCompared } from '#shared/domain/change/round-change.ts';
import type { Since, SubmittedRound } from './change-since.ts';

export type ChangeSinceBody = z.input<typeof changeSinceSchema>;

export function describeRound({ responseId, formCode, submittedAt }: SubmittedRound) {
  return { responseId, formCode, submittedAt: submittedAt.toISOString() };
}

export function describeSince(since: Since | undefined): ChangeSinceBody {
  if (since === undefined) return { status: 'one-round', since: null, change: null };
  const { round, change } = since;
  return {
    status: isAnythingCompared(change) ? 'compared' : 'nothing-comparable',
    since: describeRound(round),
    change,
  };
}
