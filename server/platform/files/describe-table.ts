import type { readTable } from './read-table.ts';

const sampleRows = 3;
const longestShown = 80;

type Table = Awaited<ReturnType<typeof readTable>>;

/** What whoever says which column is which has to see of a file. */
export function describeTable({ headings, rows }: Table) {
  return {
    headings: [...headings],
    sample: rows
      .slice(0, sampleRows)
      .map((row) => headings.map((_, index) => (row[index] ?? '').slice(0, longestShown))),
    rowCount: rows.filter((row) => row.some((cell) => cell.trim() !== '')).length,
  };
}
