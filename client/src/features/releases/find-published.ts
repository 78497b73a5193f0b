import type { ReleaseRow } from '#shared/contracts/releases.ts';
import { countSame } from '#shared/domain/effect/any-release.ts';

type Counted = Pick<ReleaseRow, 'kind' | 'periods' | 'isSimulated'> & {
  /** As it stands in the form. */
  readonly population: string;
};

/** The number of the newest that is published of the same periods and firms. */
export function findPublished(releases: readonly ReleaseRow[], { population, ...wanted }: Counted): number | null {
  const numbers = releases.flatMap((row) =>
    row.number !== null && row.population === population && countSame(row, { ...wanted, population: row.population })
      ? [row.number]
      : [],
  );
  return numbers.length === 0 ? null : Math.max(...numbers);
}
