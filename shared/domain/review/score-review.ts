import type { Answer, Answers } from '../answers/answer.ts';
import type { ScoringRules } from '../instrument/definition.ts';
import { parts } from '../instrument/definition.ts';
import { bandOf } from '../scoring/bands.ts';
import { maximumPoints } from '../scoring/item-points.ts';
import type { DimensionScore, ScoreProfile } from '../scoring/score.ts';
import { scorePart } from '../scoring/score-part.ts';
import { scoreResponse } from '../scoring/score-response.ts';
import { isWholeDimension, type ReviewEntry } from './review.ts';
import { listReviewable, type ReviewBasis } from './review-basis.ts';

/** How far from the truth a dimension may be that is judged as a whole, in whole levels. A proposal of this project. */
export const wholeLevelDoubt = 0.5;

const percentPerLevel = 25;

function replacementsOf(entries: readonly ReviewEntry[]): Answers {
  const replaced = entries.flatMap(({ code, judgement }): [string, Answer][] =>
    judgement.state === 'level' && !isWholeDimension(code) ? [[code, { value: judgement, comment: '' }]] : [],
  );
  return Object.fromEntries(replaced);
}

/** The level that was judged, in place of the one that the answers give. The answers stay as they were. */
function judgedAsAWhole(score: DimensionScore, level: number, { bands }: ScoringRules): DimensionScore {
  const range = {
    lowest: Math.max(0, level - wholeLevelDoubt),
    highest: Math.min(maximumPoints, level + wholeLevelDoubt),
  };
  return {
    ...score,
    status: 'scored',
    level,
    percent: level * percentPerLevel,
    band: bandOf(level, bands),
    range,
    rangeBands: { lowest: bandOf(range.lowest, bands), highest: bandOf(range.highest, bands) },
  };
}

/**
 * The scores by the submission's own rules, with the reviewed answers in place of the self-rated ones where there are
 * any. What could not be judged stays as the firm has it. Levels are 0-4.
 */
export function scoreReview(basis: ReviewBasis, entries: readonly ReviewEntry[]): ScoreProfile {
  const { structure, formCode, profile, answers } = basis;
  const scored = scoreResponse(structure, formCode, profile, answers, replacementsOf(entries));
  const whole = new Map(
    entries.flatMap(({ code, judgement }) =>
      judgement.state === 'level' && isWholeDimension(code) ? [[code, judgement.level] as const] : [],
    ),
  );
  if (whole.size === 0) return scored;
  const dimensions = scored.dimensions.map((score) => {
    const level = whole.get(score.dimension);
    return level === undefined ? score : judgedAsAWhole(score, level, structure.scoring);
  });
  return {
    ...scored,
    dimensions,
    parts: parts.map((part) => scorePart(part, dimensions, structure.scoring)),
  };
}

/** The dimensions in which a level was reviewed, in the order of the version: where a second number says something. */
export function reviewedDimensions(basis: ReviewBasis, entries: readonly ReviewEntry[]): readonly string[] {
  const judged = new Set(entries.filter(({ judgement }) => judgement.state === 'level').map(({ code }) => code));
  return listReviewable(basis)
    .filter(({ dimension, items }) => judged.has(dimension) || items.some((item) => judged.has(item)))
    .map(({ dimension }) => dimension);
}
