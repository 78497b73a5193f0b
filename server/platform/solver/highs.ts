import type { Highs } from 'highs';
import * as highsPackage from 'highs';
import type { Model } from '#shared/domain/linear-program/model.ts';
import { packModel } from './pack-model.ts';

export type Bounds = { readonly best: number | null; readonly bound: number | null };

type Solution = { readonly values: Float64Array; readonly gain: number };

export type Answer =
  | ({ readonly kind: 'optimal' } & Solution)
  | ({ readonly kind: 'feasible'; readonly gapPercent: number } & Solution)
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'out-of-time' };

export type SolveChoice = {
  readonly seconds: number;
  /** Only whether there is a solution is asked. */
  readonly isFeasibilityOnly?: boolean;
  readonly onBounds?: (bounds: Bounds) => void;
};

export type Solver = {
  readonly name: string;
  readonly solve: (model: Model, choice: SolveChoice) => Answer;
  readonly memoryBytes: () => number;
};

/**
 * Points and changes to the plan before are whole numbers in the sum, and the rest of it is below one half in all:
 * nothing better than a plan, and nothing as good and nearer, is left once the bound is this near.
 */
const provenGap = 0.4;

// The package describes its CommonJS build alone, whose default is one step further in than that of its module.
export const loadHighs = highsPackage.default as unknown as typeof highsPackage.default.default;

/** HiGHS, compiled to WebAssembly: one thread, and the same answer each time for the same program. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return {
    name: `HiGHS ${highs.version.string}`,
    solve: (model, choice) => solve(highs, model, choice),
    memoryBytes: () => highs.memoryBytes,
  };
}

function solve(highs: Highs, model: Model, { seconds, isFeasibilityOnly = false, onBounds }: SolveChoice): Answer {
  const { modelStatus, callbackType } = highs.constants;
  const asked = isFeasibilityOnly ? withoutGoal(model) : model;
  return highs.withModel(packModel(highs, asked, 'maximize'), (solving): Answer => {
    solving.options.set({
      output_flag: false,
      random_seed: 1,
      mip_rel_gap: 0,
      mip_abs_gap: provenGap,
      time_limit: Math.max(0.01, seconds),
    });
    solving.run({
      [callbackType.mipInterrupt]({ data }) {
        onBounds?.({ best: finite(data.mip_primal_bound), bound: finite(data.mip_dual_bound) });
        return undefined;
      },
    });
    const solution = (): Solution => ({
      values: solving.getSolution().colValue,
      gain: solving.getObjectiveValue(),
    });
    const status = solving.getModelStatus();
    if (status === modelStatus.optimal) return { kind: 'optimal', ...solution() };
    if (status === modelStatus.infeasible) return { kind: 'infeasible' };
    if (status !== modelStatus.timeLimit) throw new Error(`the solver stopped with status ${status}`);
    if (finite(solving.info.get('mip_gap')) === null) return { kind: 'out-of-time' };
    const gapPercent = 100 * Number(solving.info.get('mip_gap'));
    return { kind: 'feasible', gapPercent, ...solution() };
  });
}

const withoutGoal = ({ columns, rows }: Model): Model => ({
  columns: columns.map((column) => ({ ...column, gain: 0 })),
  rows,
});

/** Above this a bound says that there is none yet. */
const noBound = 1e15;
const finite = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < noBound ? value : null;
