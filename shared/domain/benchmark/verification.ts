import type { ReleaseKind } from '../effect/any-release.ts';
import type { ReleaseStatus } from './release.ts';

/**
 * What comes of building a published release again. `inputs-gone`: some of what it counted may not be counted any more,
 * since answers were erased or a consent was taken back; which of the two, and of how many, is said nowhere.
 */
export const verificationStatuses = ['running', 'same', 'different', 'inputs-gone', 'cancelled', 'failed'] as const;
export type VerificationStatus = (typeof verificationStatuses)[number];

/**
 * Whether a release can be built again. `too-old`: what providers could see when it was counted was not written down yet.
 * `effect`: what it compares firms by is not frozen.
 */
export const verifiabilities = ['yes', 'not-published', 'too-old', 'effect'] as const;
export type Verifiability = (typeof verifiabilities)[number];

export function verifiabilityOf({
  status,
  kind,
  keepsInsiders,
}: {
  readonly status: ReleaseStatus;
  readonly kind: ReleaseKind;
  readonly keepsInsiders: boolean;
}): Verifiability {
  if (status !== 'published') return 'not-published';
  if (kind === 'effect') return 'effect';
  return keepsInsiders ? 'yes' : 'too-old';
}
