import { describe, expect, it } from 'vitest';
import { checkEntry, checkReview, needsReason } from '#shared/domain/review/check-review.ts';
import {
  agreementOf,
  codesToReplyTo,
  compareReview,
  countComparisons,
  leastItemsForAgreement,
} from '#shared/domain/review/compare-review.ts';
import { type ReviewEntry, reviewReplySchema } from '#shared/domain/review/review.ts';
import { listReviewable, type ReviewBasis } from '#shared/domain/review/review-basis.ts';
import { ladder, structureOf, workshop } from '../../support/small-instrument.ts';

const level = (points: number) => ({ value: { state: 'level' as const, level: points }, comment: '' });
const codes = ['D1', 'D2'].flatMap((dimension) => [1, 2, 3, 4, 5, 6].map((place) => `${dimension}.${place}`));

const basis: ReviewBasis = {
  structure: structureOf(codes.map((code) => ladder(code))),
  formCode: 'quick',
  profile: workshop,
  // D2.6 is not answered.
  answers: Object.fromEntries(codes.filter((code) => code !== 'D2.6').map((code) => [code, level(2)])),
};

const reviewable = listReviewable(basis);

const entry = (code: string, reviewed: number | null, reason = 'Sett i verkstaden.'): ReviewEntry => ({
  code,
  judgement: reviewed === null ? { state: 'not-judged' } : { state: 'level', level: reviewed },
  reason,
  evidence: [],
});

describe('what both say', () => {
  it('is told item by item: how far apart, and which way', () => {
    const entries = [entry('D1.2', 4), entry('D1.1', 1), entry('D1.3', 2), entry('D1.4', null), entry('D2.6', 3)];
    expect(compareReview(basis, entries)).toEqual([
      { item: 'D1.1', selfRated: 2, reviewed: 1, difference: -1, kind: 'lower' },
      { item: 'D1.2', selfRated: 2, reviewed: 4, difference: 2, kind: 'higher' },
      { item: 'D1.3', selfRated: 2, reviewed: 2, difference: 0, kind: 'same' },
      { item: 'D1.4', selfRated: 2, reviewed: null, difference: null, kind: 'not-judged' },
      { item: 'D2.6', selfRated: null, reviewed: 3, difference: null, kind: 'added' },
    ]);
    expect(countComparisons(compareReview(basis, entries))).toEqual({
      same: 1,
      higher: 1,
      lower: 1,
      added: 1,
      'not-judged': 1,
    });
  });

  it('is replied to where the levels differ, and where a dimension was judged as a whole', () => {
    const entries = [entry('D1.1', 1), entry('D1.2', 2), entry('D1.3', null), entry('D2', 2)];
    expect(codesToReplyTo(basis, entries)).toEqual(['D1.1', 'D2']);
  });
});

describe('the agreement', () => {
  /* Ten items with both levels: seven the same, two one apart, one two apart. 7/10 and 9/10. */
  it('is the share of items with the same level, and with levels one apart', () => {
    const reviewed = [2, 2, 2, 2, 2, 2, 2, 1, 3, 4];
    const entries = reviewed.map((to, index) => entry(codes[index] ?? '', to));
    expect(agreementOf(compareReview(basis, entries))).toEqual({
      items: 10,
      same: 7,
      withinOneLevel: 9,
      sameShare: 0.7,
      withinOneShare: 0.9,
    });
  });

  it('is not told of fewer than ten items to which both gave a level', () => {
    expect(leastItemsForAgreement).toBe(10);
    const nine = codes.slice(0, 9).map((code) => entry(code, 2));
    expect(agreementOf(compareReview(basis, [...nine, entry('D2.6', 2), entry('D2.5', null)]))).toBeNull();
  });
});

describe('what may be said', () => {
  it('is of what was put to the firm', () => {
    expect(checkEntry('D1.1', reviewable, [])).toBeUndefined();
    expect(checkEntry('D1', reviewable, [])).toBeUndefined();
    for (const code of ['D1.9', 'D7', 'IB.sales']) {
      expect(checkEntry(code, reviewable, [])).toEqual({ code, fault: 'unknown' });
    }
  });

  it('is of the items of a dimension or of the whole, never both', () => {
    expect(checkEntry('D1', reviewable, [{ code: 'D1.3' }])).toEqual({ code: 'D1', fault: 'items-gone-through' });
    expect(checkEntry('D1.3', reviewable, [{ code: 'D1' }])).toEqual({ code: 'D1.3', fault: 'judged-as-a-whole' });
    expect(checkEntry('D2', reviewable, [{ code: 'D1.3' }])).toBeUndefined();
  });

  it('takes a reason where it is not what the firm says', () => {
    expect(needsReason(entry('D1.1', 2), basis)).toBe(false);
    for (const each of [entry('D1.1', 3), entry('D1.1', null), entry('D2.6', 0), entry('D1', 2)]) {
      expect(needsReason(each, basis)).toBe(true);
    }
  });

  it('is given when something was judged and no reason is missing', () => {
    expect(checkReview([], basis)).toEqual([{ code: '', fault: 'nothing-reviewed' }]);
    expect(checkReview([entry('D1.1', null)], basis)).toEqual([{ code: '', fault: 'nothing-reviewed' }]);
    expect(checkReview([entry('D1.1', 2, ''), entry('D1.2', 3, ' ')], basis)).toEqual([
      { code: 'D1.2', fault: 'reason-missing' },
    ]);
    expect(checkReview([entry('D1.1', 2, ''), entry('D2', 3)], basis)).toEqual([]);
  });

  it('by the firm takes words when it sees it differently', () => {
    expect(reviewReplySchema.safeParse({ view: 'agrees', words: '' }).success).toBe(true);
    expect(reviewReplySchema.safeParse({ view: 'differs', words: '  ' }).success).toBe(false);
    expect(reviewReplySchema.safeParse({ view: 'differs', words: 'Vi mäter det sedan i maj.' }).success).toBe(true);
  });
});
