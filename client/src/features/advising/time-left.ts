import { swedishDay } from '../../lib/format.ts';

export type TimeLeft = { readonly isOverdue: boolean; readonly days: number };

const dayMs = 86_400_000;

/** The day in Sweden, as a count of days. */
const dayOf = (moment: Date): number => Date.parse(swedishDay(moment)) / dayMs;

/** How many calendar days there are until then, or have been since; none on the day itself. */
export function timeLeft(dueAt: string, now: Date): TimeLeft {
  const due = new Date(dueAt);
  return { isOverdue: due < now, days: Math.abs(dayOf(due) - dayOf(now)) };
}
