/**
 * Where a review is. `draft`: the adviser's own. `given`: the firm reads it and replies. `answered`: the firm has replied
 * to everything that differs. `closed`: nothing more is said. `taken-back`: never given, and emptied.
 */
export const reviewStatuses = ['draft', 'given', 'answered', 'closed', 'taken-back'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** What a provider can do. */
export const reviewerMoves = ['give', 'take-back', 'close'] as const;
export type ReviewerMove = (typeof reviewerMoves)[number];

/** `end-consent`: the firm withdraws the consent that the review rests on. */
export const reviewMoves = [...reviewerMoves, 'answer', 'end-consent'] as const;
export type ReviewMove = (typeof reviewMoves)[number];

export const reviewParties = ['firm', 'provider'] as const;
export type ReviewParty = (typeof reviewParties)[number];

type MoveRule = {
  readonly by: ReviewParty;
  /** Where it leads, by where it begins. */
  readonly leads: Readonly<Partial<Record<ReviewStatus, ReviewStatus>>>;
};

/** The whole life. Whatever is not in this table cannot happen; what was given is never taken back. */
export const reviewMoveRules: Readonly<Record<ReviewMove, MoveRule>> = {
  give: { by: 'provider', leads: { draft: 'given' } },
  'take-back': { by: 'provider', leads: { draft: 'taken-back' } },
  close: { by: 'provider', leads: { given: 'closed', answered: 'closed' } },
  answer: { by: 'firm', leads: { given: 'answered' } },
  'end-consent': { by: 'firm', leads: { draft: 'taken-back', given: 'closed', answered: 'closed' } },
};

/** The status after the move; undefined when the party cannot make it from there. */
export function moveReview(status: ReviewStatus, move: ReviewMove, party: ReviewParty): ReviewStatus | undefined {
  const { by, leads } = reviewMoveRules[move];
  return by === party ? leads[status] : undefined;
}

/** Whether the firm has been given it, and keeps it. */
export function isGiven(status: ReviewStatus): boolean {
  return status === 'given' || status === 'answered' || status === 'closed';
}

/** Whether the organisation can begin another of the same submission: while one goes on there is no second. */
export function allowsAnotherReview(status: ReviewStatus): boolean {
  return status === 'closed' || status === 'taken-back';
}
