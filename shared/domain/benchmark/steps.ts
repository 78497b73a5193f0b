import type { Entry } from '../linear-program/model.ts';
import type { Attack } from './attack.ts';

/** A change of a table by one firm: what is added to some columns. `rows`: what that adds to the sums that are known. */
export type Step = {
  readonly changes: readonly Entry[];
  readonly rows: readonly Entry[];
  /** Two steps that change the known sums alike have the same key, and those that undo each other keys that are 0 together. */
  readonly key: number;
};

/** Of the rows of an attack those that are known: sums of groups that are shown, and what is known whatever is hidden. */
export function knownRows({ model, rowGroups }: Attack, hidden: ReadonlySet<number>) {
  return model.rows.flatMap((row, at) => {
    const group = rowGroups[at];
    return group === undefined || !hidden.has(group) ? [{ ...row, at, isAlways: group === undefined }] : [];
  });
}

type Known = ReturnType<typeof knownRows>;

/** Numbers for rows that seldom add up to the same by chance. Chance does no harm: what is found by them is checked. */
function weightOf(row: number): number {
  const mixed = Math.imul((row + 1) ^ ((row + 1) << 13), 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
}

/** One firm more or less in a column; or from one column to another, where the sum of them is known whatever is hidden. */
export function listSteps(known: Known, columns: number): Step[] {
  const rowsOf = Array.from({ length: columns }, (): Entry[] => []);
  for (const { entries, at } of known) for (const [column, factor] of entries) rowsOf[column]?.push([at, factor]);
  const always = known.filter(({ isAlways }) => isAlways);
  const changes =
    always.length === 0
      ? rowsOf.flatMap((_, column): Entry[][] => [[[column, 1]], [[column, -1]]])
      : always.flatMap(({ entries }) => moves(entries.map(([column]) => column)));
  return changes.map((each) => stepOf(each, rowsOf));
}

function moves(columns: readonly number[]): Entry[][] {
  return columns.flatMap((from) =>
    columns
      .filter((to) => to !== from)
      .map((to): Entry[] => [
        [from, -1],
        [to, 1],
      ]),
  );
}

function stepOf(changes: readonly Entry[], rowsOf: readonly (readonly Entry[])[]): Step {
  const sums = new Map<number, number>();
  for (const [column, by] of changes)
    for (const [row, factor] of rowsOf[column] ?? []) sums.set(row, (sums.get(row) ?? 0) + by * factor);
  const rows = [...sums].filter(([, by]) => by !== 0);
  return { changes, rows, key: rows.reduce((sum, [row, by]) => sum + by * weightOf(row), 0) };
}
