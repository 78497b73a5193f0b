import { isWholeDimension, type ReviewEntry } from './review.ts';
import { listReviewable, type ReviewableDimension, type ReviewBasis, selfRatedLevel } from './review-basis.ts';

export type ReviewFault = {
  readonly code: string;
  /** `unknown`: nothing that can be reviewed. `items-gone-through`, `judged-as-a-whole`: one of the two, not both. */
  readonly fault: 'unknown' | 'items-gone-through' | 'judged-as-a-whole' | 'reason-missing' | 'nothing-reviewed';
};

/**
 * Whether the entry can be kept in the draft beside the others. A dimension is judged by its items or as a whole: two
 * levels for the same thing would leave nobody knowing which counts.
 */
export function checkEntry(
  code: string,
  reviewable: readonly ReviewableDimension[],
  others: readonly Pick<ReviewEntry, 'code'>[],
): ReviewFault | undefined {
  const given = new Set(others.map((other) => other.code));
  if (isWholeDimension(code)) {
    const whole = reviewable.find(({ dimension }) => dimension === code);
    if (whole === undefined) return { code, fault: 'unknown' };
    return whole.items.some((item) => given.has(item)) ? { code, fault: 'items-gone-through' } : undefined;
  }
  const own = reviewable.find(({ items }) => items.includes(code));
  if (own === undefined) return { code, fault: 'unknown' };
  return given.has(own.dimension) ? { code, fault: 'judged-as-a-whole' } : undefined;
}

/** A reason is owed wherever the firm would ask for one: a level other than its own, and none at all. */
export function needsReason({ code, judgement }: Pick<ReviewEntry, 'code' | 'judgement'>, basis: ReviewBasis): boolean {
  if (judgement.state === 'not-judged' || isWholeDimension(code)) return true;
  return judgement.level !== selfRatedLevel(basis, code);
}

/** What keeps the review from being given; empty when nothing does. */
export function checkReview(entries: readonly ReviewEntry[], basis: ReviewBasis): readonly ReviewFault[] {
  if (!entries.some(({ judgement }) => judgement.state === 'level')) return [{ code: '', fault: 'nothing-reviewed' }];
  const reviewable = listReviewable(basis);
  return entries.flatMap((entry) => {
    const others = entries.filter(({ code }) => code !== entry.code);
    const fault = checkEntry(entry.code, reviewable, others);
    if (fault !== undefined) return [fault];
    const isMissing = needsReason(entry, basis) && entry.reason.trim() === '';
    return isMissing ? [{ code: entry.code, fault: 'reason-missing' as const }] : [];
  });
}
