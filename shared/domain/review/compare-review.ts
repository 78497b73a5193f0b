import { isWholeDimension, type ReviewEntry } from './review.ts';
import { listReviewable, type ReviewBasis, selfRatedLevel } from './review-basis.ts';

/** `added`: the firm had given no level. `not-judged`: the adviser gave none. */
export const comparisonKinds = ['same', 'higher', 'lower', 'added', 'not-judged'] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

export type ItemComparison = {
  readonly item: string;
  readonly selfRated: number | null;
  readonly reviewed: number | null;
  /** Whole levels by which the adviser is above the firm; null unless both gave one. */
  readonly difference: number | null;
  readonly kind: ComparisonKind;
};

function compareItem(item: string, selfRated: number | null, reviewed: number | null): ItemComparison {
  if (reviewed === null) return { item, selfRated, reviewed, difference: null, kind: 'not-judged' };
  if (selfRated === null) return { item, selfRated, reviewed, difference: null, kind: 'added' };
  const difference = reviewed - selfRated;
  const kind = difference === 0 ? 'same' : difference > 0 ? 'higher' : 'lower';
  return { item, selfRated, reviewed, difference, kind };
}

/** Item by item what both say, of the items that were gone through, in the order of the version. */
export function compareReview(basis: ReviewBasis, entries: readonly ReviewEntry[]): readonly ItemComparison[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return listReviewable(basis).flatMap(({ items }) =>
    items.flatMap((item) => {
      const judgement = byCode.get(item)?.judgement;
      if (judgement === undefined) return [];
      return [compareItem(item, selfRatedLevel(basis, item), judgement.state === 'level' ? judgement.level : null)];
    }),
  );
}

export function countComparisons(comparisons: readonly ItemComparison[]): Readonly<Record<ComparisonKind, number>> {
  const count = (kind: ComparisonKind) => comparisons.filter((each) => each.kind === kind).length;
  return {
    same: count('same'),
    higher: count('higher'),
    lower: count('lower'),
    added: count('added'),
    'not-judged': count('not-judged'),
  };
}

/** What the firm replies to: every level that is not its own, and every dimension judged as a whole. */
export function codesToReplyTo(basis: ReviewBasis, entries: readonly ReviewEntry[]): readonly string[] {
  const differing = compareReview(basis, entries)
    .filter(({ kind }) => kind === 'higher' || kind === 'lower' || kind === 'added')
    .map(({ item }) => item);
  const whole = entries.filter(({ code, judgement }) => isWholeDimension(code) && judgement.state === 'level');
  return [...differing, ...whole.map(({ code }) => code)];
}

/** Fewer items than this say nothing of how far two agree. A proposal of this project. */
export const leastItemsForAgreement = 10;

export type Agreement = {
  /** Items to which both gave a level. */
  readonly items: number;
  readonly same: number;
  readonly withinOneLevel: number;
  /** Shares of `items`, 0-1. */
  readonly sameShare: number;
  readonly withinOneShare: number;
};

/**
 * How far adviser and firm agree: the plain share of items with the same level, and with levels at most one apart. Not
 * a kappa: chance-corrected coefficients (Cohen 1960, 1968) are for raters who do not know of each other, and an adviser
 * judges with the firm's answer in view; with most answers on two neighbouring levels they also fall towards zero
 * however much two agree (Feinstein and Cicchetti 1990). Null under `leastItemsForAgreement`.
 */
export function agreementOf(comparisons: readonly ItemComparison[]): Agreement | null {
  const both = comparisons.flatMap(({ difference }) => (difference === null ? [] : [Math.abs(difference)]));
  if (both.length < leastItemsForAgreement) return null;
  const same = both.filter((difference) => difference === 0).length;
  const withinOneLevel = both.filter((difference) => difference <= 1).length;
  const items = both.length;
  return { items, same, withinOneLevel, sameShare: same / items, withinOneShare: withinOneLevel / items };
}
