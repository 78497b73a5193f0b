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

/** For so long before its last day to apply an open edition that lacks firms is pointed out. A proposal. */
export const shortWithinDays = 30;

/** Whether it is time to look for more firms: too few have said yes, and the last day to apply is near. */
export function isShortOfFirms(edition: Timed & Takings, today: string): boolean {
  return (
    edition.status === 'open' &&
    firmsMissing(edition) > 0 &&
    edition.applyBy >= today &&
    edition.applyBy <= addDays(today, shortWithinDays)
  );
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
