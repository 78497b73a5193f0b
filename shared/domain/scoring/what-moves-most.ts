import type { ScoringRules } from '../instrument/definition.ts';
import { bandOf } from './bands.ts';
import { maximumPoints } from './item-points.ts';
import type { DimensionScore } from './score.ts';
import { rangeOf } from './score-dimension.ts';

/** What one step up on one answered item would do to its dimension. */
export type ItemMove = {
  readonly item: string;
  readonly points: number;
  /** Points one step up. */
  readonly raisedTo: number;
  /** Levels by which the dimension would rise: weight x step / answered weight. Null while it has no level. */
  readonly rise: number | null;
  /** Levels by which it would rise with the item at the top. */
  readonly riseAtTop: number | null;
  /** The band it would surely come to, whatever is not known; null when it stays in its own or either is unsure. */
  readonly newBand: string | null;
};

/** What one item that is not known does to the range. */
export type UnknownItem = {
  readonly item: string;
  readonly state: 'dont-know' | 'unanswered';
  /** Levels of the range's width that are its own: weight x 4 / applicable weight. */
  readonly width: number;
};

export type Moves = {
  readonly raise: readonly ItemMove[];
  readonly unknown: readonly UnknownItem[];
  /** Levels between the ends of the range; the sum of what each unknown item makes. */
  readonly rangeWidth: number;
};

/**
 * What would move the level of a dimension most, computed: each answered item that can be raised, by what one step
 * gives, ties by what the top would give and then in the order of the form; and each unknown item by the share of the
 * range that it makes. Answers that are not known have no part in the level, so a step is divided by what is answered
 * and not by what is applicable: the two are the same where everything is known.
 */
export function whatMovesMost(score: DimensionScore, rules: Pick<ScoringRules, 'ladderPoints' | 'bands'>): Moves {
  const raise = score.items
    .flatMap(({ item, points, weight }): ItemMove[] => {
      if (points === null) return [];
      const raisedTo = stepUp(points, rules.ladderPoints);
      if (raisedTo === null) return [];
      const rise = riseOf(score, weight * (raisedTo - points));
      const riseAtTop = riseOf(score, weight * (maximumPoints - points));
      return [
        { item, points, raisedTo, rise, riseAtTop, newBand: newBandOf(score, weight * (raisedTo - points), rules) },
      ];
    })
    .toSorted((one, other) => compare(one.rise, other.rise) || compare(one.riseAtTop, other.riseAtTop));
  const unknown = score.items
    .flatMap(({ item, state, weight }): UnknownItem[] =>
      state === 'dont-know' || state === 'unanswered'
        ? [{ item, state, width: (weight * maximumPoints) / score.applicableWeight }]
        : [],
    )
    .toSorted((one, other) => other.width - one.width);
  const rangeWidth = score.range === null ? 0 : score.range.highest - score.range.lowest;
  return { raise, unknown, rangeWidth };
}

/** The next points of the ladder; null at its top. */
function stepUp(points: number, ladderPoints: ScoringRules['ladderPoints']): number | null {
  const above = ladderPoints.filter((each) => each > points);
  return above.length === 0 ? null : Math.min(...above);
}

const riseOf = ({ level, answeredWeight }: DimensionScore, weightedPoints: number): number | null =>
  level === null ? null : weightedPoints / answeredWeight;

/** The one band that both ends of a range lie in. */
const sureBand = ({ lowest, highest }: NonNullable<DimensionScore['rangeBands']>): string | null =>
  lowest === highest ? lowest : null;

function newBandOf(
  { level, rangeBands, weightedPoints, answeredWeight, applicableWeight }: DimensionScore,
  more: number,
  { bands }: Pick<ScoringRules, 'bands'>,
): string | null {
  if (level === null || rangeBands === null) return null;
  const { lowest, highest } = rangeOf(weightedPoints + more, applicableWeight - answeredWeight, applicableWeight);
  const own = sureBand(rangeBands);
  const reached = sureBand({ lowest: bandOf(lowest, bands), highest: bandOf(highest, bands) });
  return own === null || reached === own ? null : reached;
}

const compare = (one: number | null, other: number | null): number => (other ?? 0) - (one ?? 0);
