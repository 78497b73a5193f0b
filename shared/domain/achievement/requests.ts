import type { moveReasons } from '../referral/move-words.ts';
import type { ReferralStatus } from '../referral/referral-states.ts';
import type { Wait } from './time-to-answer.ts';
import { weekdaysTaken, weekdaysWaited } from './weekdays-taken.ts';

export const firstAnswers = ['accepted', 'declined', 'handed-over'] as const;
export type FirstAnswer = (typeof firstAnswers)[number];

export type DeclineReason = (typeof moveReasons)['decline'][number];

/** A request to a provider as it stood at the end of the last counted day. Years are calendar years in Sweden. */
export type CountedRequest = {
  /** Tells firms apart within one counting, and nothing else. */
  readonly firm: number;
  readonly askedYear: number;
  readonly askedMs: number;
  readonly answer: FirstAnswer | null;
  readonly answeredMs: number | null;
  readonly declineReason: DeclineReason | null;
  readonly status: ReferralStatus;
  readonly statusSinceMs: number;
  readonly statusYear: number;
  readonly packageCode: string;
  /** The group in which the firm completed it; null where there was none, and as long as it has not ended. */
  readonly edition: string | null;
};

/** A group of the provider that has been held and has ended. */
export type HeldEdition = { readonly edition: string; readonly packageCode: string; readonly endYear: number };

/** What became of a request first: the provider's answer, or that there is none. */
export type FirstOutcome = (typeof firstOutcomes)[number];
export const firstOutcomes = [...firstAnswers, 'withdrawn', 'open'] as const;

export function firstOutcome({ answer, status }: CountedRequest): FirstOutcome {
  if (answer !== null) return answer;
  return status === 'withdrawn' ? 'withdrawn' : 'open';
}

/** Where an accepted request has come. `ended-otherwise`: declined, handed over or withdrawn later on. */
export const acceptedStates = ['under-way', 'completed', 'discontinued', 'ended-otherwise'] as const;
export type AcceptedState = (typeof acceptedStates)[number];

export function acceptedState(status: ReferralStatus): AcceptedState {
  switch (status) {
    case 'chosen':
    case 'accepted':
    case 'started':
      return 'under-way';
    case 'completed':
      return 'completed';
    case 'discontinued':
      return 'discontinued';
    case 'declined':
    case 'handed-over':
    case 'withdrawn':
      return 'ended-otherwise';
  }
}

/** `endMs`: the end of what is counted. */
export function waitOf(request: CountedRequest, endMs: number): Wait {
  const { askedMs, answeredMs, status, statusSinceMs } = request;
  if (answeredMs !== null) return { weekdays: weekdaysTaken(askedMs, answeredMs), isAnswered: true };
  const waitedUntil = status === 'withdrawn' ? statusSinceMs : endMs;
  return { weekdays: weekdaysWaited(askedMs, waitedUntil), isAnswered: false };
}
