import type { DimensionCode, WordCode } from '../instrument/codes.ts';
import type { Part } from '../instrument/definition.ts';
import type { Range, ScoreProfile } from '../scoring/score.ts';

/** A level 0-4, not rounded, with the range that says how sure it is. */
export type StandingLevel = {
  readonly level: number | null;
  readonly range: Range | null;
  readonly band: WordCode | null;
};

/** Both, always: `reviewed` is null where nothing was reviewed, and never stands in for `selfRated`. */
export type BothLevels = { readonly selfRated: StandingLevel; readonly reviewed: StandingLevel | null };

export type BothScores = {
  readonly dimensions: readonly ({ readonly dimension: DimensionCode; readonly part: Part } & BothLevels)[];
  readonly parts: readonly ({ readonly part: Part } & BothLevels)[];
};

const levelOf = ({ level, range, band }: StandingLevel): StandingLevel => ({ level, range, band });

export type ReviewedScores = { readonly scoreProfile: ScoreProfile; readonly dimensions: readonly string[] };

/**
 * The self-rated scores with the reviewed ones beside them, for everything that shows or exports levels. The level of a
 * part is reviewed as soon as one of its dimensions is: what was not reviewed counts in it as the firm has it.
 */
export function standBeside(selfRated: ScoreProfile, review: ReviewedScores | null): BothScores {
  const touched = new Set(review?.dimensions);
  const dimensionOf = new Map(review?.scoreProfile.dimensions.map((score) => [score.dimension, score]));
  const partOf = new Map(review?.scoreProfile.parts.map((score) => [score.part, score]));
  const dimensions = selfRated.dimensions.map((score) => {
    const reviewed = touched.has(score.dimension) ? dimensionOf.get(score.dimension) : undefined;
    return {
      dimension: score.dimension,
      part: score.part,
      selfRated: levelOf(score),
      reviewed: reviewed === undefined ? null : levelOf(reviewed),
    };
  });
  const parts = selfRated.parts.map((score) => {
    const isTouched = dimensions.some(({ part, reviewed }) => part === score.part && reviewed !== null);
    const reviewed = isTouched ? partOf.get(score.part) : undefined;
    return {
      part: score.part,
      selfRated: levelOf(score),
      reviewed: reviewed === undefined ? null : levelOf(reviewed),
    };
  });
  return { dimensions, parts };
}

/**
 * Which of the two scores statistics are made of. The self-rated ones: every firm has them, made in the same way, while
 * reviews are made of some firms, by advisers who chose them.
 */
export const scoresInStatistics: keyof BothLevels = 'selfRated';
