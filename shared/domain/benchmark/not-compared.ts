/**
 * Why an area of a firm stands beside nobody: it has no level itself, no release tells of the area, or what is told is
 * not shown of the group.
 */
export const notComparedReasons = ['no-level', 'unpublished', 'hidden'] as const;
export type NotCompared = (typeof notComparedReasons)[number];

type Area = { readonly dimension: string; readonly level: number | null };
type Published = {
  readonly measures: readonly { readonly code: string }[];
  readonly peers: readonly { readonly measure: string }[];
};

/** Null for an area that is compared. */
export function whyNotCompared({ dimension, level }: Area, { measures, peers }: Published): NotCompared | null {
  if (level === null) return 'no-level';
  if (!measures.some(({ code }) => code === dimension)) return 'unpublished';
  return peers.some(({ measure }) => measure === dimension) ? null : 'hidden';
}
