import type { Highs } from 'highs';
import * as highsPackage from 'highs';
import type { Model } from '#shared/domain/cohort/model.ts';

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
const load = highsPackage.default as unknown as typeof highsPackage.default.default;

/** HiGHS, compiled to WebAssembly: one thread, and the same answer each time for the same program. */
export async function loadSolver(): Promise<Solver> {
  const highs = await load();
  return {
    name: `HiGHS ${highs.version.string}`,
    solve: (model, choice) => solve(highs, model, choice),
    memoryBytes: () => highs.memoryBytes,
  };
}

function solve(highs: Highs, model: Model, { seconds, isFeasibilityOnly = false, onBounds }: SolveChoice): Answer {
  const { columns, rows } = model;
  const { starts, indices, values } = packRows(model);
  const { modelStatus, callbackType, objectiveSense, variableType } = highs.constants;
  return highs.withModel(
    {
      numCols: columns.length,
      numRows: rows.length,
      sense: objectiveSense.maximize,
      colCost: columns.map(({ gain }) => (isFeasibilityOnly ? 0 : gain)),
      colLower: new Float64Array(columns.length),
      colUpper: columns.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      integrality: columns.map(({ isInteger }) => (isInteger ? variableType.integer : variableType.continuous)),
      matrix: { format: 'csr', numCols: columns.length, numRows: rows.length, starts, indices, values },
    },
    (solving): Answer => {
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
    },
  );
}

/** Above this a bound says that there is none yet. */
const noBound = 1e15;
const finite = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < noBound ? value : null;

function packRows({ rows }: Model): { starts: Int32Array; indices: Int32Array; values: Float64Array } {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, { entries }] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + entries.length;
  const entries = rows.flatMap((row) => row.entries);
  return {
    starts,
    indices: Int32Array.from(entries, ([column]) => column),
    values: Float64Array.from(entries, ([, factor]) => factor),
  };
}
