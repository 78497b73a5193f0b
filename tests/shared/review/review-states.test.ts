import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowsAnotherReview,
  isGiven,
  moveReview,
  type ReviewMove,
  type ReviewParty,
  type ReviewStatus,
  reviewMoves,
  reviewParties,
  reviewStatuses,
} from '#shared/domain/review/review-states.ts';

/*
 * The life, drawn by hand from product row A3 and the issue:
 *
 *   draft ──give──► given ──answer (the firm)──► answered ──close──► closed
 *     │               └──────────────close──────────────────────────►│
 *     └─take-back, or the firm ends the consent─► taken-back         │
 *                     given, answered ──the firm ends the consent───►┘
 */
const drawn: readonly (readonly [ReviewStatus, ReviewMove, ReviewParty, ReviewStatus])[] = [
  ['draft', 'give', 'provider', 'given'],
  ['draft', 'take-back', 'provider', 'taken-back'],
  ['draft', 'end-consent', 'firm', 'taken-back'],
  ['given', 'answer', 'firm', 'answered'],
  ['given', 'close', 'provider', 'closed'],
  ['given', 'end-consent', 'firm', 'closed'],
  ['answered', 'close', 'provider', 'closed'],
  ['answered', 'end-consent', 'firm', 'closed'],
];

const every = reviewStatuses.flatMap((status) =>
  reviewMoves.flatMap((move) => reviewParties.map((party) => [status, move, party] as const)),
);

describe('the life of a review', () => {
  it.each(drawn)('%s, %s by the %s, comes to %s', (status, move, party, to) => {
    expect(moveReview(status, move, party)).toBe(to);
  });

  it('knows no other move', () => {
    const possible = every.filter(([status, move, party]) => moveReview(status, move, party) !== undefined);
    expect(possible.map((each) => each.join(' ')).sort()).toEqual(
      drawn.map(([status, move, party]) => `${status} ${move} ${party}`).sort(),
    );
  });

  it('ends after at most three moves, stays with the firm once given, and another begins only at an end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...every), { maxLength: 40 }), (attempts) => {
        let status: ReviewStatus = 'draft';
        let moves = 0;
        let wasGiven = false;
        for (const [, move, party] of attempts) {
          const next = moveReview(status, move, party);
          if (next === undefined) continue;
          expect(allowsAnotherReview(status)).toBe(false);
          moves += 1;
          status = next;
          wasGiven ||= move === 'give';
          expect(isGiven(status)).toBe(wasGiven);
        }
        expect(moves).toBeLessThanOrEqual(3);
      }),
    );
  });
});
