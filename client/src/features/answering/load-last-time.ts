import type { LastAnswer } from '#shared/domain/answers/last-time.ts';
import { fetchLastTime } from './api.ts';
import type { AnsweredResponse } from './remembered-response.ts';

/**
 * What was answered last time, by the code of the item; `missing` where it could not be fetched, `awaited` where there is
 * no network to ask.
 */
export type LastTime = ReadonlyMap<string, LastAnswer> | 'missing' | 'awaited';

export const nothingBefore: LastTime = new Map();

/** An aid and no more: without it the questions are answered as well. */
export async function loadLastTime({ responseId, isClaimed, status }: AnsweredResponse): Promise<LastTime> {
  // Earlier rounds belong to an account.
  if (!isClaimed || status !== 'open') return nothingBefore;
  try {
    const { answers } = await fetchLastTime(responseId);
    return new Map(answers.map((answer) => [answer.itemCode, answer]));
  } catch {
    return 'missing';
  }
}
