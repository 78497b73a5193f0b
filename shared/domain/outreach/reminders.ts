/** What reminding a firm of its next round comes to. */
export const reminderOutcomes = [
  'done',
  'not-found',
  'results-not-shared',
  'not-due',
  'reminded-lately',
  'nobody-to-tell',
  'opted-out',
] as const;
export type ReminderOutcome = (typeof reminderOutcomes)[number];

/** Whether a round is due is part of the results: only who sees them may remind of it. */
export const mayBeReminded = ({ purposes }: { readonly purposes: readonly string[] }): boolean =>
  purposes.includes('result');

/** What is foreseen of a firm, through the organisation that it lets in. */
export type Foreseen<Target> = { readonly target: Target; readonly outcome: ReminderOutcome };

/** Who is to be reminded, and why the others are not. Of a firm that stands there for several organisations, one reminds. */
export function planReminders<Target extends { readonly firmId: string }>(
  foreseen: readonly Foreseen<Target>[],
): { reminded: Target[]; others: Foreseen<Target>[] } {
  const reminded = new Map<string, Target>();
  const others: Foreseen<Target>[] = [];
  for (const { target, outcome } of foreseen) {
    if (outcome !== 'done') others.push({ target, outcome });
    else if (reminded.has(target.firmId)) others.push({ target, outcome: 'reminded-lately' });
    else reminded.set(target.firmId, target);
  }
  return { reminded: [...reminded.values()], others };
}
