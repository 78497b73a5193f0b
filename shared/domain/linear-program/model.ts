/** A mixed-integer linear program to be maximised, in the form a solver takes. Every variable is 0 at least. */
export type Model = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };

export type Column = { readonly gain: number; readonly upper: number; readonly isInteger: boolean };
export type Entry = readonly [column: number, factor: number];
export type Row = { readonly lower: number; readonly upper: number; readonly entries: readonly Entry[] };

export type ModelWriter = {
  readonly column: (column: Column) => number;
  readonly row: (lower: number, upper: number, entries: readonly Entry[]) => void;
  readonly finish: () => Model;
};

export function writeModel(): ModelWriter {
  const columns: Column[] = [];
  const rows: Row[] = [];
  return {
    column: (column) => columns.push(column) - 1,
    row: (lower, upper, entries) => {
      rows.push({ lower, upper, entries });
    },
    finish: () => ({ columns, rows }),
  };
}
