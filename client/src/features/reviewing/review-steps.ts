import { needsReason } from '#shared/domain/review/check-review.ts';
import { isWholeDimension } from '#shared/domain/review/review.ts';
import { listReviewable, type ReviewBasis, selfRatedLevel } from '#shared/domain/review/review-basis.ts';
import type { EntryDraft } from './api.ts';

export const stepFilters = ['all', 'left', 'differs'] as const;
export type StepFilter = (typeof stepFilters)[number];

/** One thing to judge: a question, or a dimension as a whole. */
export type Step = { readonly code: string; readonly dimension: string };

type Entries = ReadonlyMap<string, EntryDraft>;

const isJudged = (entries: Entries, code: string): boolean => (entries.get(code)?.judgement ?? null) !== null;

/** Whether the adviser's level is another than the firm's, or of a whole dimension. */
export function differs(basis: ReviewBasis, entries: Entries, code: string): boolean {
  const judgement = entries.get(code)?.judgement ?? null;
  if (judgement?.state !== 'level') return false;
  return isWholeDimension(code) || judgement.level !== selfRatedLevel(basis, code);
}

export function isReasonMissing(basis: ReviewBasis, entries: Entries, code: string): boolean {
  const entry = entries.get(code);
  if (entry === undefined || entry.judgement === null || entry.reason.trim() !== '') return false;
  return needsReason({ code, judgement: entry.judgement }, basis);
}

/** Everything there is to judge, in the order of the questionnaire; `whole`: dimensions to be judged as one. */
export function listSteps(basis: ReviewBasis, entries: Entries, whole: ReadonlySet<string>): Step[] {
  return listReviewable(basis).flatMap(({ dimension, items }) => {
    const asWhole =
      isJudged(entries, dimension) || (whole.has(dimension) && !items.some((code) => isJudged(entries, code)));
    return asWhole ? [{ code: dimension, dimension }] : items.map((code) => ({ code, dimension }));
  });
}

/** The steps that the filter asks for; the one that is looked at stays among them. */
export function filterSteps(
  steps: readonly Step[],
  { basis, entries, filter, at }: { basis: ReviewBasis; entries: Entries; filter: StepFilter; at: string },
): Step[] {
  return steps.filter(({ code }) => {
    if (code === at || filter === 'all') return true;
    return filter === 'left' ? !isJudged(entries, code) : differs(basis, entries, code);
  });
}

export function countSteps(steps: readonly Step[], basis: ReviewBasis, entries: Entries) {
  return {
    total: steps.length,
    judged: steps.filter(({ code }) => isJudged(entries, code)).length,
    differing: steps.filter(({ code }) => differs(basis, entries, code)).length,
    withoutReason: steps.filter(({ code }) => isReasonMissing(basis, entries, code)).length,
  };
}
