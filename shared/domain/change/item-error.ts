export type ItemError = {
  readonly firms: number;
  readonly items: number;
  /** Cronbach's alpha of the mean of the items; null where firms do not differ at all. */
  readonly alpha: number | null;
  /** Standard deviation of what neither the firm nor the item accounts for, in levels. */
  readonly itemError: number;
  /** Standard error of measurement of the mean of the items. */
  readonly standardError: number;
};

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/**
 * The error of one item, from one occasion: two-way analysis of variance of firms by items (Hoyt 1941). The residual mean
 * square is the variance that neither how mature the firm is nor how hard the item is accounts for; alpha is one less its share of
 * the variance between firms. It holds also what makes a firm lasting good at one thing and poor at the next: the error
 * between occasions is no larger, so it errs on the side of caution. A row is a firm, with a number for every item;
 * undefined with fewer than two of either.
 */
export function estimateItemError(rows: readonly (readonly number[])[]): ItemError | undefined {
  const [firms, items] = [rows.length, rows[0]?.length ?? 0];
  if (firms < 2 || items < 2) return undefined;
  const all = mean(rows.map(mean));
  const columns = Array.from({ length: items }, (_none, column) => mean(rows.map((row) => row[column] ?? 0)));
  const between = items * sum(rows.map((row) => (mean(row) - all) ** 2));
  const ofItems = firms * sum(columns.map((column) => (column - all) ** 2));
  const total = sum(rows.flatMap((row) => row.map((value) => (value - all) ** 2)));
  const residual = Math.max(total - between - ofItems, 0) / ((firms - 1) * (items - 1));
  const ofFirms = between / (firms - 1);
  return {
    firms,
    items,
    alpha: ofFirms === 0 ? null : 1 - residual / ofFirms,
    itemError: Math.sqrt(residual),
    standardError: Math.sqrt(residual / items),
  };
}
