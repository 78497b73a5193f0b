import { endOfSwedishDay } from '../../platform/mail/swedish-time.ts';

/** How many links of a firm may open something at once. */
export const mostActive = 20;
/** How many a firm makes in a day, and for one address, whose holder did not ask for it. */
export const mostADay = 40;
export const mostADayToAddress = 3;
/** Of the requests that one address may make, so many may present the secret of a link. */
export const triesShare = 0.1;

const dayMs = 86_400_000;

export const daysFrom = (moment: Date, days: number): Date => new Date(moment.getTime() + days * dayMs);

/** No link is there for longer, by the database. */
const mostDays = 181;

/**
 * When a link for so many days ends: with its last day, so that it can be read through it. Of a firm that nobody has claimed
 * it ends with the last key at the latest, after which nobody could take it back.
 */
export function endOfLink(createdAt: Date, days: number, keysEnd: Date | null): Date {
  const end = endOfSwedishDay(createdAt, days);
  const latest = daysFrom(createdAt, mostDays);
  // Made just after midnight for the longest time, it would be there for an hour more when the clock goes back meanwhile.
  const ends = [end, latest, ...(keysEnd === null ? [] : [keysEnd])];
  return ends.reduce((first, each) => (each < first ? each : first));
}
