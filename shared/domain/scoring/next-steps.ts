import type { Answers } from '../answers/answer.ts';
import type { Structure } from '../instrument/definition.ts';
import { indexStructure } from '../instrument/index-structure.ts';
import { itemPoints, maximumPoints } from './item-points.ts';
import type { DimensionScore, ScoreProfile } from './score.ts';

/** An item worth raising: from the level the firm is on to the one to aim at. Levels between describe a half-way house. */
export type NextStep = {
  readonly item: string;
  readonly dimension: string;
  readonly level: number;
  readonly aim: number;
  /** (target - level) x importance of the dimension; what the order rests on. */
  readonly need: number;
};

/** Level 3, *systematiskt*, is where a practice holds without its originator. */
const targetLevel = 3;
/** Used where the firm has not said how important a dimension is. */
const middleImportance = 2;
/** The process base comes before technology, when the need is otherwise alike (strategy P3, step 3.1). */
const processFactor = 1.25;

function importanceOf(dimension: string, structure: Structure, answers: Answers): number {
  const item = indexStructure(structure).items.get(`${dimension}.importance`);
  return (item === undefined ? null : itemPoints(item, answers, structure.scoring)) ?? middleImportance;
}

function stepsOf(score: DimensionScore, importance: number): NextStep[] {
  const factor = (importance + 1) * (score.part === 'process' ? processFactor : 1);
  return score.items.flatMap(({ item, points }) => {
    if (points === null || points >= targetLevel || points >= maximumPoints) return [];
    const level = Math.floor(points);
    const need = (targetLevel - points) * factor;
    return [{ item, dimension: score.dimension, level, aim: targetLevel, need }];
  });
}

/**
 * The items most worth raising, at most one per dimension: the largest need first, ties in the order of the form.
 * Empty when everything answered has reached level 3.
 */
export function nextSteps(
  structure: Structure,
  scores: ScoreProfile,
  answers: Answers,
  count: number,
): readonly NextStep[] {
  return scores.dimensions
    .flatMap((score) => {
      const steps = stepsOf(score, importanceOf(score.dimension, structure, answers));
      return steps.sort((a, b) => b.need - a.need).slice(0, 1);
    })
    .sort((a, b) => b.need - a.need)
    .slice(0, count);
}
