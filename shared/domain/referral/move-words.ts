import { type ReferralMove, referralMoves } from './referral-states.ts';

/** Why a provider says no, by the move with which it does. `other` asks for a note. */
export const moveReasons = {
  decline: ['not-eligible', 'no-capacity', 'another-package-fits', 'firm-not-reached', 'firm-not-interested', 'other'],
  discontinue: ['firm-lacks-time', 'firm-changed-plans', 'provider-cancelled', 'other'],
  'hand-over': ['closer-provider', 'another-speciality', 'no-capacity', 'other'],
} as const satisfies Partial<Record<ReferralMove, readonly string[]>>;
export type MoveReason = (typeof moveReasons)[keyof typeof moveReasons][number];

/** All of them, whichever move they belong to. */
export const eventReasons = [...new Set(Object.values(moveReasons).flat())] as MoveReason[];

/** How far the firm came with what it took the package for, as the provider and the firm see it at the end. */
export const referralOutcomes = ['reached', 'partly-reached', 'not-reached', 'too-early'] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

/** What the history of a referral tells of: its moves, and that it was asked for, and given to somebody. */
export const eventMoves = ['choose', ...referralMoves, 'assign'] as const;

export type MoveSaying = {
  readonly move: ReferralMove;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly outcome?: string | undefined;
  readonly receiver?: string | undefined;
};

export type MoveFault = {
  readonly field: 'reason' | 'note' | 'outcome' | 'receiver';
  readonly code: 'missing' | 'unknown' | 'not-of-this-move';
};

const reasonsOf = (move: ReferralMove): readonly string[] =>
  Object.hasOwn(moveReasons, move) ? moveReasons[move as keyof typeof moveReasons] : [];

function checkReason({ move, reason, note }: MoveSaying): MoveFault[] {
  const known = reasonsOf(move);
  if (known.length === 0) return reason === undefined ? [] : [{ field: 'reason', code: 'not-of-this-move' }];
  if (reason === undefined) return [{ field: 'reason', code: 'missing' }];
  if (!known.includes(reason)) return [{ field: 'reason', code: 'unknown' }];
  return reason === 'other' && note === undefined ? [{ field: 'note', code: 'missing' }] : [];
}

function checkOutcome({ move, outcome }: MoveSaying): MoveFault[] {
  if (move !== 'complete') return outcome === undefined ? [] : [{ field: 'outcome', code: 'not-of-this-move' }];
  if (outcome === undefined) return [{ field: 'outcome', code: 'missing' }];
  return (referralOutcomes as readonly string[]).includes(outcome) ? [] : [{ field: 'outcome', code: 'unknown' }];
}

/** `receivers`: codes of the providers that there are; whom one hands over to must be another of them. */
function checkReceiver({ move, receiver }: MoveSaying, receivers: readonly string[]): MoveFault[] {
  if (move !== 'hand-over') return receiver === undefined ? [] : [{ field: 'receiver', code: 'not-of-this-move' }];
  if (receiver === undefined) return [{ field: 'receiver', code: 'missing' }];
  return receivers.includes(receiver) ? [] : [{ field: 'receiver', code: 'unknown' }];
}

/**
 * What is amiss with what was said at a move: empty when it can be made so. Says nothing about whether the referral is
 * where the move begins; see `moveReferral`.
 */
export function checkSaying(saying: MoveSaying, receivers: readonly string[]): readonly MoveFault[] {
  return [...checkReason(saying), ...checkOutcome(saying), ...checkReceiver(saying, receivers)];
}
