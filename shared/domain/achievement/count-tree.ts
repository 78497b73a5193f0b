/** How many there are, and how many firms are behind them: as many, or fewer where a firm may be there several times. */
export type Count = { readonly count: number; readonly firms: number };

/** A count with the ways in which it is divided. The parts of each partition add up to it. */
export type CountTree = Count & { readonly partitions?: readonly Partition[] };

export type Partition = {
  readonly code: string;
  /**
   * `attribute`: what a part says of its firms. `time`: only when something happened; that there were some in a year
   * may be seen, how few may not.
   */
  readonly kind: 'attribute' | 'time';
  readonly parts: readonly (CountTree & { readonly code: string })[];
};

/** The same tree as it is shown: rounded counts, and null for what is hidden or empty. */
export type ShownTree = { readonly shown: number | null; readonly partitions: readonly ShownPartition[] };
export type ShownPartition = Pick<Partition, 'code' | 'kind'> & {
  readonly parts: readonly (ShownTree & { readonly code: string })[];
};

/** The parts of a partition as they are shown. */
export function shownParts(tree: ShownTree, partition: string): ShownPartition['parts'] {
  return tree.partitions.find(({ code }) => code === partition)?.parts ?? [];
}
