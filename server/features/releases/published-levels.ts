import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { levelsIn } from '#shared/domain/benchmark/own-comparison.ts';
import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';

/** What a release shows of how firms stand. `cells`: by group. */
export type PublishedLevels = {
  readonly spec: ReleaseSpec;
  readonly cells: ReadonlyMap<string, readonly ReleaseCell[]>;
};

/**
 * What has been published never changes, and everybody may read it: it is read once, and kept by the digest of its
 * content as long as there is room. What has not been asked for the longest makes room.
 */
export type LevelStore = {
  readonly keep: (sha256: string, read: () => Promise<PublishedLevels>) => Promise<PublishedLevels>;
};

/** About twenty megabytes. */
const mostCells = 50_000;

export function byGroup(spec: ReleaseSpec, cells: readonly ReleaseCell[]): PublishedLevels {
  const levels = new Set(levelsIn(spec));
  const shown = cells.filter(({ measure, mean }) => mean !== null && levels.has(measure));
  return { spec, cells: Map.groupBy(shown, ({ group }) => group) };
}

const sizeOf = ({ cells }: PublishedLevels): number => cells.values().reduce((sum, ofGroup) => sum + ofGroup.length, 0);

export function createLevelStore(most = mostCells): LevelStore {
  const begun = new Map<string, Promise<PublishedLevels>>();
  /** In the order in which they were asked for last. */
  const kept = new Map<string, PublishedLevels>();
  let cells = 0;
  const add = (sha256: string, levels: PublishedLevels) => {
    kept.set(sha256, levels);
    cells += sizeOf(levels);
    for (const [oldest, unused] of kept) {
      if (cells <= most) return;
      kept.delete(oldest);
      cells -= sizeOf(unused);
    }
  };
  const begin = async (sha256: string, read: () => Promise<PublishedLevels>) => {
    try {
      const levels = await read();
      add(sha256, levels);
      return levels;
    } finally {
      begun.delete(sha256);
    }
  };
  return {
    keep: async (sha256, read) => {
      const known = kept.get(sha256);
      if (known !== undefined) {
        kept.delete(sha256);
        kept.set(sha256, known);
        return known;
      }
      const reading = begun.get(sha256) ?? begin(sha256, read);
      begun.set(sha256, reading);
      return reading;
    },
  };
}
