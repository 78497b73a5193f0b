import type { ReleaseNames } from './names.ts';

/**
 * What the number of a cell is: a mean level, a mean importance, a share of firms in per cent, a mean share, or how many
 * firms there are. Numbers of one scale can be laid beside each other.
 */
export const scales = ['level', 'importance', 'share', 'percent', 'count'] as const;
export type Scale = (typeof scales)[number];

export function scaleOf({ measures }: Pick<ReleaseNames, 'measures'>, measure: string): Scale {
  const { kind, heading } = measures[measure] ?? { kind: 'level', heading: '' };
  if (kind === 'level') return heading === 'importance' ? 'importance' : 'level';
  return kind === 'yes-no' || kind === 'choice' ? 'share' : kind;
}

/** Figures that lie closer are not told apart in a title. Our proposal. */
export const leastTold: Readonly<Record<Scale, number>> = {
  level: 0.3,
  importance: 0.3,
  share: 10,
  percent: 10,
  // How many have answered is no finding.
  count: Number.POSITIVE_INFINITY,
};
