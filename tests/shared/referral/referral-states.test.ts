import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowsAnotherRequest,
  isEnded,
  moveReferral,
  moveRules,
  movesFrom,
  type ReferralMove,
  type ReferralParty,
  type ReferralStatus,
  referralMoves,
  referralParties,
  referralStatuses,
} from '#shared/domain/referral/referral-states.ts';

/*
 * The life cycle, drawn by hand from product row A4 and the issue:
 *
 *   chosen ──accept──► accepted ──start──► started ──complete──► completed
 *     │ decline, hand-over │ decline, hand-over │ discontinue ─► discontinued
 *     └──────────── withdraw (the firm), as long as nothing has ended ───────► withdrawn
 */
const drawn: readonly (readonly [ReferralStatus, ReferralMove, ReferralParty, ReferralStatus])[] = [
  ['chosen', 'accept', 'provider', 'accepted'],
  ['chosen', 'decline', 'provider', 'declined'],
  ['chosen', 'hand-over', 'provider', 'handed-over'],
  ['chosen', 'withdraw', 'firm', 'withdrawn'],
  ['accepted', 'start', 'provider', 'started'],
  ['accepted', 'decline', 'provider', 'declined'],
  ['accepted', 'hand-over', 'provider', 'handed-over'],
  ['accepted', 'withdraw', 'firm', 'withdrawn'],
  ['started', 'complete', 'provider', 'completed'],
  ['started', 'discontinue', 'provider', 'discontinued'],
  ['started', 'withdraw', 'firm', 'withdrawn'],
];

const every = referralStatuses.flatMap((status) =>
  referralMoves.flatMap((move) => referralParties.map((party) => [status, move, party] as const)),
);

describe('the life cycle of a referral', () => {
  it.each(drawn)('%s, %s by the %s, comes to %s', (status, move, party, to) => {
    expect(moveReferral(status, move, party)).toBe(to);
  });

  it('knows no other move', () => {
    const possible = every.filter(([status, move, party]) => moveReferral(status, move, party) !== undefined);
    expect(possible.map((each) => each.join(' ')).sort()).toEqual(
      drawn.map(([status, move, party]) => `${status} ${move} ${party}`).sort(),
    );
  });

  it('ends after at most three moves, whatever is tried, and an end is never left', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...every), { maxLength: 40 }), (attempts) => {
        let status: ReferralStatus = 'chosen';
        let moves = 0;
        for (const [, move, party] of attempts) {
          const next = moveReferral(status, move, party);
          if (next === undefined) continue;
          expect(isEnded(status)).toBe(false);
          status = next;
          moves += 1;
        }
        expect(moves).toBeLessThanOrEqual(3);
        expect(referralStatuses).toContain(status);
      }),
    );
  });

  it('reaches every status from the firm’s choice', () => {
    const reached = new Set<ReferralStatus>(['chosen']);
    for (const status of reached) {
      for (const party of referralParties) {
        for (const move of movesFrom(status, party)) reached.add(moveRules[move].to);
      }
    }
    expect([...reached].sort()).toEqual([...referralStatuses].sort());
  });

  it('asks for a reason whenever the provider says no, and for an outcome at the end', () => {
    expect(referralMoves.filter((move) => moveRules[move].demands.includes('reason'))).toEqual([
      'discontinue',
      'decline',
      'hand-over',
    ]);
    expect(moveRules.complete.demands).toEqual(['outcome']);
  });

  it('lets a firm ask again for what came to nothing, and for nothing else', () => {
    expect(referralStatuses.filter(allowsAnotherRequest)).toEqual([
      'discontinued',
      'declined',
      'handed-over',
      'withdrawn',
    ]);
  });
});
