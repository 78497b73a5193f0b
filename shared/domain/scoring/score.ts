import * as z from 'zod/mini';
import { dimensionCodeSchema, itemCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { partSchema } from '../instrument/definition.ts';

/** Level 0-4; an exact mean, rounded only where it is shown. */
const levelSchema = z.number().check(z.gte(0), z.lte(4));

/** Lowest and highest level the dimension can have, whatever the unknown answers would have been. */
export const rangeSchema = z.strictObject({ lowest: levelSchema, highest: levelSchema });
export type Range = z.infer<typeof rangeSchema>;

/** What became of one item in its dimension's score. */
export const itemContributionSchema = z.strictObject({
  item: itemCodeSchema,
  state: z.enum(['answered', 'dont-know', 'not-applicable', 'unanswered', 'off-path']),
  points: z.nullable(levelSchema),
  weight: z.int(),
});
export type ItemContribution = z.infer<typeof itemContributionSchema>;

export const dimensionScoreSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  part: partSchema,
  /** `too-few-answers`: below the share that must be answered. `not-applicable`: no item concerns the firm. */
  status: z.enum(['scored', 'too-few-answers', 'not-applicable']),
  level: z.nullable(levelSchema),
  /** `level` x 25, 0-100. */
  percent: z.nullable(z.number().check(z.gte(0), z.lte(100))),
  range: z.nullable(rangeSchema),
  band: z.nullable(wordCodeSchema),
  /** Bands the range reaches; equal to `band` at both ends when the answer is certain. */
  rangeBands: z.nullable(z.strictObject({ lowest: wordCodeSchema, highest: wordCodeSchema })),
  weightedPoints: z.number(),
  answeredWeight: z.int(),
  /** Weight of the items that are on the path and not marked not applicable. */
  applicableWeight: z.int(),
  items: z.array(itemContributionSchema),
});
export type DimensionScore = z.infer<typeof dimensionScoreSchema>;

export const blockingPracticeSchema = z.strictObject({
  item: itemCodeSchema,
  atLeast: levelSchema,
  /** Points the firm has on it; null when it is not known. */
  points: z.nullable(levelSchema),
});
export const stagedLevelResultSchema = z.strictObject({
  code: wordCodeSchema,
  part: partSchema,
  /** Highest stage reached on what is known; null when nothing of the part was answered. */
  stage: z.nullable(z.int()),
  /** Stage reached if every unknown practice turned out to hold. */
  highestPossibleStage: z.nullable(z.int()),
  nextStage: z.nullable(z.int()),
  /** What holds the firm back from the next stage, the furthest away first. */
  blockedBy: z.array(blockingPracticeSchema),
});
export type StagedLevelResult = z.infer<typeof stagedLevelResultSchema>;

export const gapResultSchema = z.strictObject({
  code: wordCodeSchema,
  /** Steps by which `from` is ahead of `to`; null when either is unknown. */
  steps: z.nullable(z.int()),
});
export type GapResult = z.infer<typeof gapResultSchema>;

export const partScoreSchema = z.strictObject({
  part: partSchema,
  /** Plain mean of the scored dimensions of the part. */
  level: z.nullable(levelSchema),
  range: z.nullable(rangeSchema),
  band: z.nullable(wordCodeSchema),
  scoredDimensions: z.int(),
});
export type PartScore = z.infer<typeof partScoreSchema>;

/** Everything the scoring rules say of one response. There is deliberately no overall score. */
export const scoreProfileSchema = z.strictObject({
  rulesVersion: wordCodeSchema,
  dimensions: z.array(dimensionScoreSchema),
  parts: z.array(partScoreSchema),
  stagedLevels: z.array(stagedLevelResultSchema),
  gaps: z.array(gapResultSchema),
});
export type ScoreProfile = z.infer<typeof scoreProfileSchema>;
