/** Below the headings, as a spreadsheet counts. */
export const firstRow = 2;

/**
 * Which column holds which field: in the order given, each takes the first one that is free and whose heading is among its
 * words. Headings are compared as they come, without those that others have taken. A field that none fits has none.
 */
export function guessByWords<Field extends string>(
  headings: readonly string[],
  words: Readonly<Record<Field, readonly string[]>>,
  order: readonly Field[],
  others: readonly number[] = [],
): Partial<Record<Field, number>> {
  const taken = new Set(others);
  const guess: Partial<Record<Field, number>> = {};
  for (const field of order) {
    const column = headings.findIndex((heading, index) => words[field].includes(heading) && !taken.has(index));
    if (column < 0) continue;
    guess[field] = column;
    taken.add(column);
  }
  return guess;
}

type Read<Row, Fault> = { readonly value: Row } | { readonly faults: readonly Fault[] };

export type ReadRows<Row, Fault> = {
  readonly good: readonly { readonly row: number; readonly value: Row }[];
  readonly faulty: readonly { readonly row: number; readonly faults: readonly Fault[] }[];
};

/**
 * Reads every row that is not empty; rows are numbered from 2. Of two with the same key the first counts, and the other has
 * the fault of that key; a key that is null is no one's.
 */
export function readRows<Row, Fault>(
  rows: readonly (readonly string[])[],
  read: (cells: readonly string[]) => Read<Row, Fault>,
  keysOf: (value: Row) => readonly { readonly key: string | null; readonly twice: Fault }[],
): ReadRows<Row, Fault> {
  const seen = new Set<string>();
  const good: ReadRows<Row, Fault>['good'][number][] = [];
  const faulty: ReadRows<Row, Fault>['faulty'][number][] = [];
  for (const [position, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = position + firstRow;
    const came = read(cells);
    if ('faults' in came) {
      faulty.push({ row, faults: came.faults });
      continue;
    }
    // Keys of different kinds never meet: each is known by its fault too.
    const keys = keysOf(came.value).map(({ key, twice }) => ({ twice, mark: key === null ? null : `${twice} ${key}` }));
    const faults = keys.flatMap(({ mark, twice }) => (mark !== null && seen.has(mark) ? [twice] : []));
    if (faults.length > 0) {
      faulty.push({ row, faults });
      continue;
    }
    for (const { mark } of keys) if (mark !== null) seen.add(mark);
    good.push({ row, value: came.value });
  }
  return { good, faulty };
}
