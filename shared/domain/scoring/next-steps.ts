import type { Answers } from '../answers/answer.ts';
import type { Structure } from '../instrument/definition.ts';
import { importanceOf } from './importance.ts';
import type { DimensionScore, ScoreProfile } from './score.ts';
import type { FirmTarget } from './targets.ts';
import { targetOf } from './targets.ts';

/** An item worth raising: from the level the firm is on to the one to aim at. Levels between describe a half-way house. */
export type NextStep = {
  readonly item: string;
  readonly dimension: string;
  readonly level: number;
  readonly aim: number;
  /** (target - level) x importance of the dimension; what the order rests on. */
  readonly need: number;
};

/** Used where the firm has not said how important a dimension is. */
const middleImportance = 2;
/** The process base comes before technology, when the need is otherwise alike (strategy P3, step 3.1). */
const processFactor = 1.25;

function stepsOf(score: DimensionScore, importance: number, aim: number): NextStep[] {
  const factor = (importance + 1) * (score.part === 'process' ? processFactor : 1);
  return score.items.flatMap(({ item, points }) => {
    if (points === null || points >= aim) return [];
    return [{ item, dimension: score.dimension, level: Math.floor(points), aim, need: (aim - points) * factor }];
  });
}

/** Whether anything is answered that a step could start from, or that could have reached a target. */
export const hasRatedItems = ({ dimensions }: Pick<ScoreProfile, 'dimensions'>): boolean =>
  dimensions.some(({ items }) => items.some(({ points }) => points !== null));

/**
 * The items most worth raising, at most one per dimension: the largest need first, ties in the order of the form.
 * Empty when everything answered has reached
 * what the firm aims at in its dimension, which is the proposal where `targets` says nothing.
 */
export function nextSteps(
  structure: Structure,
  scores: ScoreProfile,
  answers: Answers,
  count: number,
  targets: readonly FirmTarget[] = [],
): readonly NextStep[] {
  return scores.dimensions
    .flatMap((score) => {
      const importance = importanceOf(score.dimension, structure, answers) ?? middleImportance;
      const steps = stepsOf(score, importance, targetOf(score.dimension, targets).level);
      return steps.sort((a, b) => b.need - a.need).slice(0, 1);
    })
    .sort((a, b) => b.need - a.need)
    .slice(0, count);
}
