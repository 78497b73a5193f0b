import type { Part, ScoringRules } from '../instrument/definition.ts';
import { bandOf } from './bands.ts';
import type { DimensionScore, PartScore } from './score.ts';

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/**
 * Plain mean of the part's scored dimensions, 0-4, and of their ranges. Null throughout when none is scored.
 * Dimensions are summed in ascending order, so that their own order cannot matter.
 */
export function scorePart(part: Part, dimensions: readonly DimensionScore[], rules: ScoringRules): PartScore {
  const scored = dimensions.filter((dimension) => dimension.part === part && dimension.level !== null);
  const ascending = (pick: (score: DimensionScore) => number | undefined | null) =>
    scored.map((score) => pick(score) ?? 0).sort((a, b) => a - b);
  if (scored.length === 0) return { part, level: null, range: null, band: null, scoredDimensions: 0 };
  const level = mean(ascending((score) => score.level));
  return {
    part,
    level,
    range: {
      lowest: mean(ascending(({ range }) => range?.lowest)),
      highest: mean(ascending(({ range }) => range?.highest)),
    },
    band: bandOf(level, rules.bands),
    scoredDimensions: scored.length,
  };
}
