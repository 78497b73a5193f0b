/** A calendar year, or null for everything since the start. */
export type Period = number | null;

/** What the address says; a year that is not counted is ignored. */
export function readPeriod(parameters: URLSearchParams, years: readonly number[]): Period {
  return years.find((year) => String(year) === parameters.get('period')) ?? null;
}

/** The part after `?`; empty for everything. */
export function writePeriod(period: Period): string {
  return period === null ? '' : `?period=${period}`;
}
