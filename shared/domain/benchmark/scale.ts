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

/**
 * How much firms differ among themselves (standard deviation), cautiously: as if they lay evenly over the whole scale. Of a
 * share of yes and no that is the most there can be. Our proposal; a release tells nothing of the real spread.
 */
export const spreadOf: Readonly<Record<Scale, number>> = {
  level: 4 / Math.sqrt(12),
  // Five answers, each as common.
  importance: Math.sqrt(2),
  share: 50,
  percent: 100 / Math.sqrt(12),
  count: 0,
};

/** Figures that lie closer are not told apart in a title, however many firms are behind them. Our proposal. */
export const leastTold: Readonly<Record<Scale, number>> = {
  level: 0.3,
  importance: 0.3,
  share: 10,
  percent: 10,
  // How many have answered is no finding.
  count: Number.POSITIVE_INFINITY,
};
