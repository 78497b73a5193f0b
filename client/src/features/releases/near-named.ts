import type { ReleaseRow } from '#shared/contracts/releases.ts';
import type { NearRelease } from '#shared/domain/benchmark/release.ts';

/** Whether the published release is among those that are named as too near. */
export const isNamed = (near: readonly NearRelease[], { number }: Pick<ReleaseRow, 'number'>): boolean =>
  number !== null && near.some(({ releaseNumber }) => releaseNumber === number);
