import type { Entry, ModelWriter } from '../linear-program/model.ts';
import type { ConstraintGroup } from './constraint-group.ts';
import type { PlanEdition, PlanFirm, PlanProblem } from './problem.ts';

export type Pair = { readonly firm: PlanFirm; readonly edition: PlanEdition; readonly column: number };

/** What the rows are written from. */
export type Draft = {
  readonly problem: PlanProblem;
  readonly writer: ModelWriter;
  readonly isActive: (group: ConstraintGroup) => boolean;
  readonly pairs: readonly Pair[];
  readonly pairsOf: (firmId: string) => readonly Pair[];
  readonly pairsIn: (editionId: string) => readonly Pair[];
  /** Whether the edition gets firms by this plan. */
  readonly runs: ReadonlyMap<string, number>;
  /** What one point adds to the program's sum. */
  readonly perPoint: number;
  readonly placedIn: (editionId: string) => readonly PlanFirm[];
};

export const entriesOf = (pairs: readonly Pair[], factor = 1): Entry[] => pairs.map(({ column }) => [column, factor]);
