import type { Entry, Model } from './model.ts';

/**
 * The end of what a sum can be. `rowDuals`: how much each row holds it there; zero for one that does not. `values`: of the
 * columns, with which it is reached. `isWhole`: those are whole in every column that asks for it.
 */
export type Extreme = {
  readonly value: number;
  readonly rowDuals: Float64Array;
  readonly values: Float64Array;
  readonly isWhole: boolean;
};

/** One program that is asked several times, each time about another sum and perhaps with other bounds of its rows. */
export type Asking = {
  readonly boundRow: (row: number, lower: number, upper: number) => void;
  /** Has the next question begin from nothing: where the last one ended is no place to begin once its bounds have gone. */
  readonly afresh: () => void;
  /** With whole numbers asked for, it may stop at a value that is as good as `enough`. */
  readonly least: (sum: readonly Entry[], enough?: number) => Extreme;
  readonly most: (sum: readonly Entry[], enough?: number) => Extreme;
  /** Values of the columns, whole where that is asked for, with a small sum that need not be the smallest. */
  readonly example: (sum: readonly Entry[]) => Float64Array;
};

/**
 * What the rules need of a solver. It throws when a program has no solution or no bound, which no rule here asks it for:
 * what really is solves every program, and every column has an upper bound.
 */
export type LinearSolver = {
  /** Without regard to what is to be a whole number. */
  readonly ask: <Answer>(model: Model, use: (asking: Asking) => Answer) => Answer;
  /** With whole numbers where they are asked for; `rowDuals` says nothing. */
  readonly askWhole: <Answer>(model: Model, use: (asking: Asking) => Answer) => Answer;
  /** The values of the columns that together cost least; `gain` is what a column costs. */
  readonly cheapest: (model: Model) => Float64Array;
};
