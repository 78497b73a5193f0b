import type { PlanEdition } from './problem.ts';

type Counted = {
  readonly edition: Pick<PlanEdition, 'places' | 'minimumGroup'>;
  /** Places of firms that are not in the plan, since nobody knows what they need. */
  readonly unseen: number;
};

/** How large a group is with the firms that are not planned, as its own page says it. */
export type WholeGroup = {
  readonly places: number;
  /** Null when those who are not planned are enough already. */
  readonly minimum: number | null;
};

export function wholeGroup({ edition, unseen }: Counted): WholeGroup {
  return {
    places: edition.places + unseen,
    minimum: edition.minimumGroup === 0 && unseen > 0 ? null : edition.minimumGroup + unseen,
  };
}
