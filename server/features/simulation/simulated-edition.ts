import type { EditionPlan } from '#shared/domain/edition/edition-plan.ts';
import type { EditionStatus } from '#shared/domain/edition/edition-states.ts';
import type { PlacementMove, PlacementParty, PlacementStatus } from '#shared/domain/edition/placement-states.ts';

export type PlacementStep = {
  readonly move: PlacementMove;
  readonly party: PlacementParty;
  readonly status: PlacementStatus;
  readonly at: Date;
};

export type SimulatedPlacement = {
  readonly firmId: string;
  readonly referralId: string | null;
  readonly steps: readonly PlacementStep[];
  /** Until when an invitation that is not answered holds its place. */
  readonly answerBy: string | null;
};

export type SimulatedEdition = {
  readonly organisationId: string;
  readonly packageCode: string;
  readonly plan: EditionPlan;
  readonly status: EditionStatus;
  readonly createdAt: Date;
  readonly statusSince: Date;
  readonly placements: readonly SimulatedPlacement[];
};
