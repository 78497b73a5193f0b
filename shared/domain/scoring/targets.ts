import * as z from 'zod/mini';
import { dimensionCodeSchema } from '../instrument/codes.ts';
import { presentLevel } from './present-level.ts';
import type { DimensionScore } from './score.ts';

/** Levels a firm can aim at. Whole ones, since the questionnaire says in words what a level is, and nothing of halves. */
export const targetLevels = [1, 2, 3, 4] as const;
const targetLevelSchema = z.literal(targetLevels);
export type TargetLevel = z.infer<typeof targetLevelSchema>;

/** Level 3, *systematiskt*, is where a practice holds without its originator: what is proposed until the firm has said. */
export const proposedTarget: TargetLevel = 3;

const firmTargetSchema = z.strictObject({ dimension: dimensionCodeSchema, level: targetLevelSchema });
export type FirmTarget = z.infer<typeof firmTargetSchema>;
/** All that a firm aims at: an area that is not named is as proposed. */
export const firmTargetsSchema = z.array(firmTargetSchema).check(z.maxLength(60));

export type TargetFault = { readonly path: string; readonly code: 'unknown-dimension' | 'given-twice' };

/** What does not fit the questionnaire: empty when the targets can be kept. */
export function checkTargets(targets: readonly FirmTarget[], known: readonly string[]): TargetFault[] {
  const codes = targets.map(({ dimension }) => dimension);
  return [
    ...(codes.every((code) => known.includes(code)) ? [] : [{ path: 'targets', code: 'unknown-dimension' as const }]),
    ...(new Set(codes).size < codes.length ? [{ path: 'targets', code: 'given-twice' as const }] : []),
  ];
}

/** Whether the same is aimed at, in whatever order it is said. */
export function isSameTargets(one: readonly FirmTarget[], other: readonly FirmTarget[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ dimension, level }) => other.some((each) => each.dimension === dimension && each.level === level))
  );
}

/**
 * What the firm aims at after it has chosen anew for the areas shown: what it aims at in others, of another
 * questionnaire, stays as it is.
 */
export function withChosen(
  targets: readonly FirmTarget[],
  chosen: readonly { readonly dimension: string; readonly level: TargetLevel | null }[],
): FirmTarget[] {
  const isShown = (code: string) => chosen.some(({ dimension }) => dimension === code);
  return [
    ...targets.filter(({ dimension }) => !isShown(dimension)),
    ...chosen.flatMap(({ dimension, level }) => (level === null ? [] : [{ dimension, level }])),
  ];
}

/** Whether there is something to aim at: nothing is in an area that does not concern the firm. */
export const takesTarget = ({ status }: Pick<DimensionScore, 'status'>): boolean => status !== 'not-applicable';

/** The areas that a target can be set for, in the order of the form: what *of N areas* counts, wherever it is said. */
export function targetAreas(dimensions: readonly Pick<DimensionScore, 'dimension' | 'status'>[]): string[] {
  return dimensions.filter(takesTarget).map(({ dimension }) => dimension);
}

export type Target = { readonly level: TargetLevel; readonly isProposal: boolean };

export function targetOf(dimension: string, targets: readonly FirmTarget[]): Target {
  const own = targets.find((each) => each.dimension === dimension);
  return own === undefined ? { level: proposedTarget, isProposal: true } : { level: own.level, isProposal: false };
}

export type TargetGap = {
  readonly dimension: string;
  readonly target: Target;
  /** Levels left to the target, 0-4: none from the target on, null without a level. */
  readonly gap: number | null;
  /** Told by the range: it lies from the target on, has the target within it, or lies below. Null without a range. */
  readonly standing: 'reached' | 'may-be-reached' | 'below' | null;
};

/** How far a dimension is from what the firm aims at, and how surely. */
export function gapToTarget({ dimension, level, range }: DimensionScore, targets: readonly FirmTarget[]): TargetGap {
  const target = targetOf(dimension, targets);
  return {
    dimension,
    target,
    gap: level === null ? null : Math.max(0, target.level - level),
    standing: range === null ? null : standingOf(range, target.level),
  };
}

function standingOf({ lowest, highest }: NonNullable<DimensionScore['range']>, target: number): TargetGap['standing'] {
  if (lowest >= target) return 'reached';
  return highest >= target ? 'may-be-reached' : 'below';
}

/** What is surely left, where the level is too unsure to be shown: the order is not to tell more than the level does. */
function shownGap(score: DimensionScore, targets: readonly FirmTarget[]): number | null {
  const { target, gap } = gapToTarget(score, targets);
  const shown = presentLevel(score.level, score.range);
  if (gap === null || shown === null || shown.kind !== 'between') return gap;
  return Math.max(0, target.level - shown.highest);
}

/** The largest gap that is shown first, ties in the order of the form; dimensions without a level last. */
export function sortByGap(dimensions: readonly DimensionScore[], targets: readonly FirmTarget[]): DimensionScore[] {
  const keyOf = (score: DimensionScore) => shownGap(score, targets) ?? -1;
  return dimensions.toSorted((one, other) => keyOf(other) - keyOf(one));
}
