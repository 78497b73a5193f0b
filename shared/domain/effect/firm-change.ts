/** A firm that has answered twice. `number`: names it in one release, in an order that has nothing to do with its answers. */
export type ComparedFirm = {
  readonly number: number;
  /** What has to be the same of two firms in a pair: county, branch, size, and the years of both answers. */
  readonly likeness: string;
  /** Packages in which it took part to the end between its answers. */
  readonly packages: readonly string[];
};

/** What became of one dimension of a firm: levels in hundredths, on the questions that both answers have. */
export type FirmChange = ComparedFirm & { readonly before: number; readonly after: number };

export const changeOf = ({ before, after }: Pick<FirmChange, 'before' | 'after'>): number => after - before;
