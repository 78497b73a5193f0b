/** How long a request waited for its answer, or has waited without one. */
export type Wait = { readonly weekdays: number; readonly isAnswered: boolean };

/** The share that is still without an answer after so many weekdays; one step for each number with an answer. */
export type WaitingStep = { readonly weekdays: number; readonly waitingShare: number };

/**
 * The product-limit estimate (Kaplan and Meier, 1958). What has no answer yet counts for as long as it has waited, and
 * so does what the firm took back before there was one. To leave those out would make the waiting look shorter than it
 * is; to count them as answered today, or never, would be to invent an answer.
 */
export function estimateWaiting(waits: readonly Wait[]): readonly WaitingStep[] {
  const days = [...new Set(waits.filter(({ isAnswered }) => isAnswered).map(({ weekdays }) => weekdays))];
  let waitingShare = 1;
  return days
    .toSorted((a, b) => a - b)
    .map((day) => {
      // Whoever has waited so many days without an answer could have had it that day.
      const atRisk = waits.filter(({ weekdays }) => weekdays >= day).length;
      const answered = waits.filter(({ weekdays, isAnswered }) => isAnswered && weekdays === day).length;
      waitingShare *= 1 - answered / atRisk;
      return { weekdays: day, waitingShare };
    });
}

/** The share, 0-1, that has an answer within so many weekdays. */
export function shareAnsweredWithin(steps: readonly WaitingStep[], weekdays: number): number {
  return 1 - (steps.findLast((step) => step.weekdays <= weekdays)?.waitingShare ?? 1);
}

/** Computing with fractions leaves an error far below what any share of so many requests could be. */
const negligible = 1e-9;

/** Within how many weekdays that share, 0-1, has its answer; null when it has not come to that. */
export function weekdaysUntil(steps: readonly WaitingStep[], share: number): number | null {
  return steps.find(({ waitingShare }) => 1 - waitingShare >= share - negligible)?.weekdays ?? null;
}
