import type { YearOfVersions } from './count-outcomes.ts';
import type { OutcomeCell } from './outcome-cells.ts';

/** A version of the catalogue, with the first and the last year in which it was the newest. */
export type VersionInUse = { readonly number: number; readonly fromYear: number; readonly untilYear: number };

/**
 * From the first year with anything in it to the last that is counted, none left out. In each the versions that were in use,
 * whatever they suggested: versions that come and go would tell. Beside them those that something was suggested by all the same,
 * as in data that was put in afterwards.
 */
export function listYears(
  cells: readonly OutcomeCell[],
  versions: readonly VersionInUse[],
  endYear: number,
): YearOfVersions[] {
  const first = cells.reduce((earliest, { year }) => Math.min(earliest, year ?? earliest), endYear);
  return Array.from({ length: endYear - first + 1 }, (_, place) => {
    const year = first + place;
    const inUse = versions.filter(({ fromYear, untilYear }) => fromYear <= year && year <= untilYear);
    const told = cells.filter((cell) => cell.kind === 'suggestion' && cell.year === year && cell.version !== null);
    const numbers = new Set([...inUse.map(({ number }) => number), ...told.flatMap(({ version }) => version ?? [])]);
    return { year, versions: [...numbers].toSorted((one, other) => one - other) };
  });
}
