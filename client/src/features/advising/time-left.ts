export type TimeLeft = { readonly isOverdue: boolean; readonly days: number };

const dayMs = 86_400_000;

/** The calendar day where the reader is, as a count of days. */
function dayOf(moment: Date): number {
  return Math.round(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / dayMs);
}

/** How many calendar days there are until then, or have been since; none on the day itself. */
export function timeLeft(dueAt: string, now: Date): TimeLeft {
  const due = new Date(dueAt);
  return { isOverdue: due < now, days: Math.abs(dayOf(due) - dayOf(now)) };
}
