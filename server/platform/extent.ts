export type Extent = {
  /** How deep a value may nest; a plain value is one level. */
  readonly levels: number;
  /** How many values it may hold, itself and everything within counted. */
  readonly values: number;
};

function partsOf(value: unknown): readonly unknown[] {
  return value !== null && typeof value === 'object' ? Object.values(value) : [];
}

/**
 * Whether a value from outside is small enough to be read by what calls itself for each level and complains about
 * each part. Counts level by level, so that no depth is too much for it.
 */
export function isWithin(value: unknown, most: Extent): boolean {
  let layer: readonly unknown[] = [value];
  let values = 1;
  for (let levels = 1; layer.length > 0; levels += 1) {
    if (levels > most.levels || values > most.values) return false;
    layer = layer.flatMap(partsOf);
    values += layer.length;
  }
  return true;
}
