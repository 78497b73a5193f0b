import type { YearOfVersions } from './count-outcomes.ts';
import type { OutcomeCell } from './outcome-cells.ts';

/** A version of the catalogue, with the first and the last year in which it was the newest. */
export type VersionInUse = { readonly number: number; readonly fromYear: number; readonly untilYear: number };

/**
 * From the year of the first version to the last that is counted, none left out: a first year that depends on what is counted
 * would tell of it. In each the versions that were in use, whatever they suggested, since versions that come and go would tell
 * too. Beside them the years and versions of what was put in afterwards, as simulated firms are.
 */
export function listYears(
  cells: readonly OutcomeCell[],
  versions: readonly VersionInUse[],
  endYear: number,
): YearOfVersions[] {
  const first = [...versions.map(({ fromYear }) => fromYear), ...cells.flatMap(({ year }) => year ?? [])].reduce(
    (earliest, year) => Math.min(earliest, year),
    endYear,
  );
  return Array.from({ length: endYear - first + 1 }, (_, place) => {
    const year = first + place;
    const inUse = versions.filter(({ fromYear, untilYear }) => fromYear <= year && year <= untilYear);
    const told = cells.filter((cell) => cell.kind === 'suggestion' && cell.year === year && cell.version !== null);
    const numbers = new Set([...inUse.map(({ number }) => number), ...told.flatMap(({ version }) => version ?? [])]);
    return { year, versions: [...numbers].toSorted((one, other) => one - other) };
  });
}
