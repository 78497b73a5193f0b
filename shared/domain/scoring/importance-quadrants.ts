import type { Answers } from '../answers/answer.ts';
import type { Structure } from '../instrument/definition.ts';
import { importanceOf } from './importance.ts';
import type { ScoreProfile } from './score.ts';
import type { FirmTarget, TargetGap } from './targets.ts';
import { gapToTarget } from './targets.ts';

/** Importance from which a dimension counts as important: 3 of 4, the same as for a priority of the firm's own. */
export const importantFrom = 3;

/** Important and below the target; important and there; less important and below; less important and there. */
export const quadrants = ['begin', 'keep', 'wait', 'enough'] as const;
export type Quadrant = (typeof quadrants)[number];

export type PlacedDimension = {
  readonly dimension: string;
  readonly importance: number;
  readonly level: number;
  readonly target: TargetGap['target'];
  /** The range has the target within it, so that the other box beside it is possible too. */
  readonly isUnsure: boolean;
};
export type UnplacedDimension = {
  readonly dimension: string;
  readonly why: 'no-importance' | 'no-level' | 'neither';
};

export type ImportanceQuadrants = {
  readonly placed: Readonly<Record<Quadrant, readonly PlacedDimension[]>>;
  readonly unplaced: readonly UnplacedDimension[];
};

/**
 * Importance against level: each dimension in one of four boxes, by whether the firm calls it important (3 or 4 of
 * 0-4) and whether its level has reached what the firm aims at. In the order of the form. A dimension that the firm
 * has not rated, or that has no level, stands apart with which of them is missing; one that concerns nobody is left out.
 */
export function placeByImportance(
  structure: Structure,
  scores: ScoreProfile,
  answers: Answers,
  targets: readonly FirmTarget[],
): ImportanceQuadrants {
  const placed: Record<Quadrant, PlacedDimension[]> = { begin: [], keep: [], wait: [], enough: [] };
  const unplaced: UnplacedDimension[] = [];
  for (const score of scores.dimensions) {
    const { dimension, level, status } = score;
    const importance = importanceOf(dimension, structure, answers);
    if (status === 'not-applicable') continue;
    if (importance === null || level === null) {
      const isUnrated = importance === null;
      unplaced.push({ dimension, why: !isUnrated ? 'no-level' : level === null ? 'neither' : 'no-importance' });
      continue;
    }
    const { target, standing } = gapToTarget(score, targets);
    const isUnsure = standing === 'may-be-reached';
    placed[quadrantOf(importance, level >= target.level)].push({ dimension, importance, level, target, isUnsure });
  }
  return { placed, unplaced };
}

function quadrantOf(importance: number, isThere: boolean): Quadrant {
  if (importance >= importantFrom) return isThere ? 'keep' : 'begin';
  return isThere ? 'enough' : 'wait';
}
