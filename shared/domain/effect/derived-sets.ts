/** With more groups than these, sums of a few are tried and not all. */
const manyGroups = 6;
const fewOfMany = 4;

/** What a group is counted by in a sum: twice all together less each package leaves the firms in one package only. */
const factors = [1, -1, 2, -2] as const;
/** The same with every sign turned is the same set. */
const firstFactors = [1, 2] as const;

/**
 * Sets of strata that come of adding and subtracting shown groups, each twice at most, with the groups they come of. All
 * packages together less two of them are the other packages; two packages less both together are the firms in both.
 * `vectors`: for each group, 1 for a stratum that is in it and 0 for others. Sums in which a stratum counts otherwise than
 * another are no sets of firms and left out.
 */
export function derivedSets(
  vectors: readonly (readonly number[])[],
  isCounted: (stratum: number) => boolean,
): { readonly held: readonly number[]; readonly strata: readonly number[] }[] {
  const most = vectors.length > manyGroups ? fewOfMany : vectors.length;
  const width = vectors[0]?.length ?? 0;
  const found: { held: number[]; strata: number[] }[] = [];
  const consider = (sum: readonly number[], held: readonly number[]): void => {
    const different = new Set(sum.filter((factor, stratum) => factor !== 0 && isCounted(stratum)));
    if (held.length < 2 || different.size !== 1) return;
    found.push({
      held: [...held],
      strata: sum.flatMap((factor, stratum) => (factor !== 0 && isCounted(stratum) ? [stratum] : [])),
    });
  };
  const go = (from: number, sum: readonly number[], held: readonly number[]): void => {
    consider(sum, held);
    if (held.length === most) return;
    for (let group = from; group < vectors.length; group += 1) {
      const vector = vectors[group] ?? [];
      for (const factor of held.length === 0 ? firstFactors : factors)
        go(
          group + 1,
          sum.map((each, stratum) => each + factor * (vector[stratum] ?? 0)),
          [...held, group],
        );
    }
  };
  go(
    0,
    Array.from({ length: width }, () => 0),
    [],
  );
  return found;
}
