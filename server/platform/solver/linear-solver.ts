import type { Highs, Model as SolverModel } from 'highs';
import type { Entry, Model } from '#shared/domain/linear-program/model.ts';
import type { Asking, Extreme, LinearSolver } from '#shared/domain/linear-program/solver.ts';
import { loadHighs } from './highs.ts';
import { packModel } from './pack-model.ts';

/** HiGHS for the questions that disclosure control asks: many about each program, which stays loaded between them. */
export async function loadLinearSolver(): Promise<LinearSolver & { readonly name: string }> {
  const highs = await loadHighs();
  return {
    name: `HiGHS ${highs.version.string}`,
    ask: (model, use) => ask(highs, model, relaxed(model), use),
    askWhole: (model, use) => ask(highs, model, model, use),
    cheapest: (model) =>
      highs.withModel(packModel(highs, model, 'minimize'), (solving) => {
        settle(solving);
        return solve(highs, solving).colValue;
      }),
  };
}

const relaxed = ({ columns, rows }: Model): Model => ({
  columns: columns.map((column) => ({ ...column, isInteger: false })),
  rows,
});

const isNearlyWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;

/** An example need not be the best: what is this near to it, as a part, will do. */
const looseGap = 0.5;

type Settings = { readonly objective_target: number; readonly mip_rel_gap: number };

/** A finite number that no sum reaches. */
const beyondAll = 1e30;

/** Only the goal changes from one question to the next, so that where the last one ended is a place to begin. */
const primalSimplex = 4;

function settle(solving: SolverModel): void {
  solving.options.set({
    output_flag: false,
    random_seed: 1,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    simplex_strategy: primalSimplex,
  });
}

function solve(highs: Highs, solving: SolverModel) {
  const { optimal, objectiveTarget } = highs.constants.modelStatus;
  const run = (): boolean => {
    solving.run();
    const status = solving.getModelStatus();
    return status === optimal || status === objectiveTarget;
  };
  if (run()) return solving.getSolution();
  // Where the last question ended can be a place from which there is no way on, once other rows hold. Then from nothing.
  solving.clearSolver();
  if (!run()) throw new Error(`the solver stopped with status ${solving.getModelStatus()}`);
  return solving.getSolution();
}

function ask<Answer>(highs: Highs, asked: Model, solved: Model, use: (asking: Asking) => Answer): Answer {
  const { objectiveSense } = highs.constants;
  const whole = asked.columns.flatMap(({ isInteger }, column) => (isInteger ? [column] : []));
  return highs.withModel(packModel(highs, solved, 'minimize'), (solving) => {
    settle(solving);
    let costed: readonly Entry[] = [];
    const aim = (sum: readonly Entry[], sense: 'minimize' | 'maximize', settings: Settings) => {
      for (const [column] of costed) solving.changeColCost(column, 0);
      for (const [column, factor] of sum) solving.changeColCost(column, factor);
      costed = sum;
      solving.changeObjectiveSense(objectiveSense[sense]);
      solving.options.set(settings);
      return solve(highs, solving);
    };
    const extreme = (sum: readonly Entry[], sense: 'minimize' | 'maximize', enough?: number): Extreme => {
      const target = enough ?? (sense === 'minimize' ? -beyondAll : beyondAll);
      const { rowDual, colValue } = aim(sum, sense, { objective_target: target, mip_rel_gap: 0 });
      const isWhole = whole.every((column) => isNearlyWhole(colValue[column] ?? 0));
      return { value: solving.getObjectiveValue(), rowDuals: rowDual, values: colValue, isWhole };
    };
    return use({
      boundRow: (row, lower, upper) => {
        solving.changeRowBounds(row, lower, upper);
      },
      afresh: () => {
        // Of nothing that holds yet, what is left to find out is little: to look for it beforehand takes longer.
        solving.options.set({ presolve: 'off' });
        solving.clearSolver();
      },
      least: (sum, enough) => extreme(sum, 'minimize', enough),
      most: (sum, enough) => extreme(sum, 'maximize', enough),
      example: (sum) => aim(sum, 'minimize', { objective_target: -beyondAll, mip_rel_gap: looseGap }).colValue,
    });
  });
}
