import type { ReferralMove, ReferralStatus } from '../referral/referral-states.ts';
import { moveReferral, referralMoves } from '../referral/referral-states.ts';

/**
 * Where a firm is in an edition. `invited`: asked, and a place is held until the day by which it should answer. `placed`:
 * it has said yes. `waiting`: on the waiting list. `completed`: it took part to the end. `declined`, `expired` and `left`
 * came to nothing, and the firm may be asked again.
 */
export const placementStatuses = ['invited', 'placed', 'waiting', 'declined', 'expired', 'left', 'completed'] as const;
export type PlacementStatus = (typeof placementStatuses)[number];

/** Of a firm that is asked, takes part or waits. */
export const liveStatuses = ['invited', 'placed', 'waiting'] as const satisfies readonly PlacementStatus[];

/** Who makes a move. `time`: nobody, a day has passed. */
export const placementParties = ['firm', 'provider', 'time'] as const;
export type PlacementParty = (typeof placementParties)[number];

export const placementMoves = ['invite', 'queue', 'accept', 'decline', 'expire', 'leave', 'complete'] as const;
export type PlacementMove = (typeof placementMoves)[number];

/** Of a firm that has not been in the edition. */
export type PlacementStart = PlacementStatus | 'none';

type PlacementMoveRule = {
  readonly from: readonly PlacementStart[];
  readonly to: PlacementStatus;
  readonly by: readonly PlacementParty[];
};

/**
 * The whole life of a placement. Whatever is not in this table cannot happen. A provider may record what a firm has
 * answered by telephone, so that an answer is either's to make.
 */
export const placementMoveRules: Readonly<Record<PlacementMove, PlacementMoveRule>> = {
  invite: { from: ['none', 'waiting', 'declined', 'expired', 'left'], to: 'invited', by: ['provider'] },
  queue: { from: ['none', 'declined', 'expired', 'left'], to: 'waiting', by: ['provider'] },
  accept: { from: ['invited'], to: 'placed', by: ['firm', 'provider'] },
  decline: { from: ['invited'], to: 'declined', by: ['firm', 'provider'] },
  expire: { from: ['invited'], to: 'expired', by: ['time'] },
  leave: { from: ['invited', 'placed', 'waiting'], to: 'left', by: ['firm', 'provider'] },
  complete: { from: ['placed'], to: 'completed', by: ['provider'] },
};

/** The status after the move; undefined when the party cannot make it from there. */
export function movePlacement(
  status: PlacementStart,
  move: PlacementMove,
  party: PlacementParty,
): PlacementStatus | undefined {
  const { from, to, by } = placementMoveRules[move];
  return by.includes(party) && from.includes(status) ? to : undefined;
}

/** What the party can do from there, in the order of the table. */
export function placementMovesFrom(status: PlacementStart, party: PlacementParty): readonly PlacementMove[] {
  return placementMoves.filter((move) => movePlacement(status, move, party) !== undefined);
}

/** Whether the provider gives the firm by the move what it has asked for, so that a request that waits is taken up. */
export function answersRequest(move: PlacementMove): boolean {
  return move === 'invite' || move === 'queue' || move === 'accept';
}

/** Whether it takes up a place. */
export function holdsPlace(status: PlacementStatus): boolean {
  return status === 'invited' || status === 'placed' || status === 'completed';
}

/** Whether something is still to come of it. A firm has one of these for a package at a time. */
export function isLivePlacement(status: PlacementStatus): boolean {
  return liveStatuses.some((each) => each === status);
}

/**
 * Why somebody has no place any more. The first are said by whoever takes the firm out; the others say what did it.
 */
export const leaveReasons = ['firm-asked', 'firm-not-reached', 'not-eligible', 'moved', 'other'] as const;
export const leaveCauses = ['consent-withdrawn', 'edition-cancelled', 'edition-over'] as const;
export const placementReasons = [...leaveReasons, ...leaveCauses] as const;
type PlacementReason = (typeof placementReasons)[number];

/** Whether the firm or the package said no: whoever lost a place by what others did is asked again. */
export function isRefusal(status: PlacementStatus, reason: PlacementReason | null): boolean {
  return status === 'declined' || (status === 'left' && (reason === 'firm-asked' || reason === 'not-eligible'));
}

/**
 * The provider's moves that bring the request, from which the firm came into the edition, to its end together with it:
 * none when it has ended otherwise.
 */
export function movesToCompletion(status: ReferralStatus): readonly ReferralMove[] {
  const moves: ReferralMove[] = [];
  let at = status;
  for (const move of referralMoves.slice(0, referralMoves.indexOf('complete') + 1)) {
    const next = moveReferral(at, move, 'provider');
    if (next === undefined) continue;
    moves.push(move);
    at = next;
  }
  return at === 'completed' ? moves : [];
}
