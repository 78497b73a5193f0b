import { addDays } from './civil-day.ts';
import {
  type EditionStatus,
  firmsMissing,
  isEditionOver,
  placesLeft,
  type Takings,
  takesFirms,
} from './edition-states.ts';

export const editionTimes = ['upcoming', 'running', 'past'] as const;
export type EditionTime = (typeof editionTimes)[number];

type Timed = { readonly status: EditionStatus; readonly startsOn: string; readonly applyBy: string };

/** Where it is in time. What is not ended is never past: somebody still has to say what came of it. */
export function editionTimeOf({ status, startsOn }: Omit<Timed, 'applyBy'>, today: string): EditionTime {
  if (isEditionOver(status)) return 'past';
  return startsOn > today ? 'upcoming' : 'running';
}

/** Whether a firm can still get in: there is time, and a place. */
export function canBeJoined(edition: Timed & Pick<Takings, 'places' | 'invited' | 'placed'>, today: string): boolean {
  return takesFirms(edition.status) && edition.applyBy >= today && placesLeft(edition) > 0;
}

/**
 * Whether more firms are to be looked for: too few have said yes for the group to be held, and there is time. One that is
 * planned takes none yet, and lacks them all the same.
 */
export function lacksFirms(
  edition: Omit<Timed, 'startsOn'> & Pick<Takings, 'minimumGroup' | 'placed'>,
  today: string,
): boolean {
  return !isEditionOver(edition.status) && firmsMissing(edition) > 0 && edition.applyBy >= today;
}

/** How long an invitation holds its place, and the least that a firm gets to answer. No source says: proposals. */
export const answerWithinDays = 10;
export const leastDaysToAnswer = 2;

/** Until when a firm that is asked today should answer: before the last day to apply, where that leaves it time. */
export function answerByOf({ applyBy }: Pick<Timed, 'applyBy'>, today: string): string {
  const latest = addDays(today, answerWithinDays);
  const least = addDays(today, leastDaysToAnswer);
  if (applyBy >= latest) return latest;
  return applyBy > least ? applyBy : least;
}
