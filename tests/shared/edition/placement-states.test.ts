import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsPlace,
  isLivePlacement,
  movePlacement,
  movesToCompletion,
  type PlacementMove,
  type PlacementParty,
  type PlacementStart,
  type PlacementStatus,
  placementMoveRules,
  placementMoves,
  placementMovesFrom,
  placementParties,
  placementReasons,
  placementStatuses,
} from '#shared/domain/edition/placement-states.ts';
import { moveReferral, referralStatuses } from '#shared/domain/referral/referral-states.ts';

/*
 * The life of a placement, drawn by hand:
 *
 *   none ─invite─► invited ─accept─► placed ─complete─► completed
 *   none ─queue──► waiting   │ decline ─► declined
 *          │ invite ─► invited│ expire ──► expired      invited, placed, waiting ─leave─► left
 *   declined, expired, left: may be invited or put on the list again
 */
const answers: readonly PlacementParty[] = ['firm', 'provider'];
const drawn: readonly (readonly [PlacementStart, PlacementMove, readonly PlacementParty[], PlacementStatus])[] = [
  ['none', 'invite', ['provider'], 'invited'],
  ['waiting', 'invite', ['provider'], 'invited'],
  ['declined', 'invite', ['provider'], 'invited'],
  ['expired', 'invite', ['provider'], 'invited'],
  ['left', 'invite', ['provider'], 'invited'],
  ['none', 'queue', ['provider'], 'waiting'],
  ['declined', 'queue', ['provider'], 'waiting'],
  ['expired', 'queue', ['provider'], 'waiting'],
  ['left', 'queue', ['provider'], 'waiting'],
  ['invited', 'accept', answers, 'placed'],
  ['invited', 'decline', answers, 'declined'],
  ['invited', 'expire', ['time'], 'expired'],
  ['invited', 'leave', answers, 'left'],
  ['placed', 'leave', answers, 'left'],
  ['waiting', 'leave', answers, 'left'],
  ['placed', 'complete', ['provider'], 'completed'],
];

const starts: readonly PlacementStart[] = ['none', ...placementStatuses];
const every = starts.flatMap((status) =>
  placementMoves.flatMap((move) => placementParties.map((party) => [status, move, party] as const)),
);

describe('the life of a placement', () => {
  it.each(drawn)('%s, %s by %s, comes to %s', (status, move, parties, to) => {
    for (const party of parties) expect(movePlacement(status, move, party)).toBe(to);
  });

  it('knows no other move', () => {
    const possible = every.filter(([status, move, party]) => movePlacement(status, move, party) !== undefined);
    expect(possible.map((each) => each.join(' ')).sort()).toEqual(
      drawn.flatMap(([status, move, parties]) => parties.map((party) => `${status} ${move} ${party}`)).sort(),
    );
  });

  it('reaches every status, and leaves nothing that is completed', () => {
    const reached = new Set<PlacementStart>(['none']);
    for (const status of reached) {
      for (const party of placementParties) {
        for (const move of placementMovesFrom(status, party)) reached.add(placementMoveRules[move].to);
      }
    }
    expect([...reached].sort()).toEqual([...starts].sort());
    expect(placementParties.flatMap((party) => placementMovesFrom('completed', party))).toEqual([]);
  });

  it('puts nobody in who has not been asked and said yes, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...every), { maxLength: 40 }), (attempts) => {
        let status: PlacementStart = 'none';
        let before: PlacementStart = 'none';
        for (const [, move, party] of attempts) {
          const next = movePlacement(status, move, party);
          if (next === undefined) continue;
          [before, status] = [status, next];
          if (status === 'placed') expect(before).toBe('invited');
          if (status === 'completed') expect(before).toBe('placed');
        }
      }),
    );
  });

  it('holds a place once asked, and is live until it has come to something', () => {
    expect(placementStatuses.filter(holdsPlace)).toEqual(['invited', 'placed', 'completed']);
    expect(placementStatuses.filter(isLivePlacement)).toEqual(['invited', 'placed', 'waiting']);
  });

  it('ends for a reason that somebody gives, or that what ended it gives', () => {
    expect(placementReasons).toEqual(expect.arrayContaining(['firm-asked', 'consent-withdrawn', 'edition-cancelled']));
    expect(new Set(placementReasons).size).toBe(placementReasons.length);
  });
});

describe('the request that a placement came from', () => {
  it('is completed with it, by the moves that are left', () => {
    expect(movesToCompletion('chosen')).toEqual(['accept', 'start', 'complete']);
    expect(movesToCompletion('accepted')).toEqual(['start', 'complete']);
    expect(movesToCompletion('started')).toEqual(['complete']);
  });

  it('stays what it came to, where it has ended', () => {
    for (const status of ['completed', 'discontinued', 'declined', 'handed-over', 'withdrawn'] as const) {
      expect(movesToCompletion(status)).toEqual([]);
    }
  });

  it('goes no way but that of its own life cycle', () => {
    for (const start of referralStatuses) {
      let at = start;
      for (const move of movesToCompletion(start)) {
        const next = moveReferral(at, move, 'provider');
        expect(next).toBeDefined();
        if (next !== undefined) at = next;
      }
    }
  });
});
