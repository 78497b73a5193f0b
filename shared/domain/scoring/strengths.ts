import type { ScoringRules } from '../instrument/definition.ts';
import type { DimensionScore, ItemContribution, ScoreProfile } from './score.ts';

/** A dimension where the firm stands high however its unknown answers would have been. */
export type StrongDimension = {
  readonly dimension: string;
  readonly level: number;
  /** Its highest practices that hold, two at most. */
  readonly items: readonly string[];
};
/** A single practice that holds in a dimension which as a whole is not surely high. */
export type StrongPractice = { readonly dimension: string; readonly item: string; readonly points: number };

export type Strengths = {
  readonly dimensions: readonly StrongDimension[];
  readonly practices: readonly StrongPractice[];
};

const most = 3;
const mostItems = 2;
/** Level 3, *systematiskt*, is where a practice holds without its originator. */
const holdsFrom = 3;

/**
 * What the firm is good at, three things at most and none where there is nothing: first dimensions whose whole range
 * lies in the highest band, the highest level first; then, where places are left, single practices answered at level 3
 * or above, one of a dimension, the highest first. Ties in the order of the form.
 */
export function findStrengths(scores: ScoreProfile, { bands }: Pick<ScoringRules, 'bands'>): Strengths {
  const top = bands.at(-1)?.code;
  const strong = scores.dimensions
    .flatMap((score): StrongDimension[] => {
      const { dimension, level, rangeBands } = score;
      if (level === null || rangeBands?.lowest !== top) return [];
      return [
        {
          dimension,
          level,
          items: holdingItems(score)
            .slice(0, mostItems)
            .map(({ item }) => item),
        },
      ];
    })
    .toSorted((one, other) => other.level - one.level)
    .slice(0, most);
  const named = new Set(strong.map(({ dimension }) => dimension));
  const practices = scores.dimensions
    .filter(({ dimension }) => !named.has(dimension))
    .flatMap((score) => holdingItems(score).slice(0, 1))
    .toSorted((one, other) => other.points - one.points)
    .slice(0, most - strong.length);
  return { dimensions: strong, practices };
}

/** The practices of a dimension that hold, the highest first. */
function holdingItems({ dimension, items }: DimensionScore): StrongPractice[] {
  return items
    .flatMap(({ item, points }: ItemContribution) =>
      points === null || points < holdsFrom ? [] : [{ dimension, item, points }],
    )
    .toSorted((one, other) => other.points - one.points);
}
