import type { NearRelease, ReleaseReport } from './release.ts';

/** A release whose figures could be looked at before, by everybody or by the region that built it. */
export type Earlier = {
  /** Its place among them, in the order in which they could first be looked at. */
  readonly order: number;
  /** Null when it was not published. */
  readonly number: number | null;
  readonly builtOn: string;
  /** Whether it was built by the region that builds the new one. */
  readonly isOwn: boolean;
};

/** How an earlier release is named in a report. */
export function nameEarlier({ number, builtOn, isOwn }: Earlier): NearRelease {
  return number === null ? { releaseNumber: null, built: { on: builtOn, isOwn } } : { releaseNumber: number };
}

/** Each once. */
export function distinct(named: readonly NearRelease[]): NearRelease[] {
  return [...new Map(named.map((each) => [JSON.stringify(each), each])).values()];
}

/** The last of them; 0 when there was none. */
export const lastOf = (earlier: readonly Earlier[]): number => Math.max(0, ...earlier.map(({ order }) => order));

/** Whether what was built may be looked at: by itself and beside everything that could be looked at before. */
export function maySee({
  findings,
  nearReleases,
  isTracked,
}: Pick<ReleaseReport, 'findings' | 'nearReleases' | 'isTracked'>): boolean {
  return findings.length + nearReleases.length === 0 && !isTracked;
}
