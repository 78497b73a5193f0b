/**
 * Where a referral is. `chosen`: the firm has asked and the provider has not answered. `accepted`: they are to talk.
 * `started`: the package has begun. The rest are ends: `completed`, `discontinued` (begun and broken off), `declined`
 * (by the provider), `handed-over` (another provider goes on, as a referral of its own), `withdrawn` (by the firm).
 */
export const referralStatuses = [
  'chosen',
  'accepted',
  'started',
  'completed',
  'discontinued',
  'declined',
  'handed-over',
  'withdrawn',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** What a provider can do. */
export const providerMoves = ['accept', 'start', 'complete', 'discontinue', 'decline', 'hand-over'] as const;
export type ProviderMove = (typeof providerMoves)[number];

export const referralMoves = [...providerMoves, 'withdraw'] as const;
export type ReferralMove = (typeof referralMoves)[number];

export const referralParties = ['firm', 'provider'] as const;
export type ReferralParty = (typeof referralParties)[number];

/** What has to be said with a move: `reason` why, `outcome` what came of it, `receiver` who goes on. */
export type MoveDemand = 'reason' | 'outcome' | 'receiver';

type MoveRule = {
  readonly from: readonly ReferralStatus[];
  readonly to: ReferralStatus;
  readonly by: ReferralParty;
  readonly demands: readonly MoveDemand[];
};

/** The whole life cycle. Whatever is not in this table cannot happen; an end is never left. */
export const moveRules: Readonly<Record<ReferralMove, MoveRule>> = {
  accept: { from: ['chosen'], to: 'accepted', by: 'provider', demands: [] },
  start: { from: ['accepted'], to: 'started', by: 'provider', demands: [] },
  complete: { from: ['started'], to: 'completed', by: 'provider', demands: ['outcome'] },
  discontinue: { from: ['started'], to: 'discontinued', by: 'provider', demands: ['reason'] },
  decline: { from: ['chosen', 'accepted'], to: 'declined', by: 'provider', demands: ['reason'] },
  'hand-over': { from: ['chosen', 'accepted'], to: 'handed-over', by: 'provider', demands: ['reason', 'receiver'] },
  withdraw: { from: ['chosen', 'accepted', 'started'], to: 'withdrawn', by: 'firm', demands: [] },
};

/** The status after the move; undefined when the party cannot make it from there. */
export function moveReferral(
  status: ReferralStatus,
  move: ReferralMove,
  party: ReferralParty,
): ReferralStatus | undefined {
  const { from, to, by } = moveRules[move];
  return by === party && from.includes(status) ? to : undefined;
}

/** What the party can do from there, in the order of the table; nothing at an end. */
export function movesFrom(status: ReferralStatus, party: ReferralParty): readonly ReferralMove[] {
  return referralMoves.filter((move) => moveReferral(status, move, party) !== undefined);
}

/** Whether nothing more can happen to it. */
export function isEnded(status: ReferralStatus): boolean {
  return referralParties.every((party) => movesFrom(status, party).length === 0);
}

/**
 * Whether the firm may ask for the same package again, on the same result: while nothing goes on about it and nothing
 * came of it.
 */
export function allowsAnotherRequest(status: ReferralStatus): boolean {
  return isEnded(status) && status !== 'completed';
}
