import type { Highs } from 'highs';
import type { Model } from '#shared/domain/linear-program/model.ts';

/** The model as arrays, with its goal as given. */
export function packModel(highs: Highs, { columns, rows }: Model, sense: 'maximize' | 'minimize') {
  const { objectiveSense, variableType } = highs.constants;
  const entries = rows.flatMap((row) => row.entries);
  const starts = new Int32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.entries.length;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: objectiveSense[sense],
    colCost: columns.map(({ gain }) => gain),
    colLower: new Float64Array(columns.length),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: columns.map(({ isInteger }) => (isInteger ? variableType.integer : variableType.continuous)),
    matrix: {
      format: 'csr' as const,
      numCols: columns.length,
      numRows: rows.length,
      starts,
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, factor]) => factor),
    },
  };
}
