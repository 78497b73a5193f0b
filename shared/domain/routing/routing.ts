import * as z from 'zod/mini';
import { branchSchema, countySchema, outsideRegion, sizeClassSchema } from '../firm/firm-profile.ts';
import { dimensionCodeSchema, itemCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { componentCodeSchema } from './ranking.ts';
import { profileFlags, profileNumbers } from './routing-condition.ts';
import { routingContextSchema } from './routing-context.ts';
import { ruleIdSchema } from './routing-rule.ts';
import { strategyStepCodeSchema } from './strategy-step.ts';

const levelSchema = z.number().check(z.gte(0), z.lte(4));

/** One thing the firm said, or that follows from it, that a rule rests on. */
export const evidenceSchema = z.discriminatedUnion('fact', [
  z.strictObject({
    fact: z.literal('item'),
    item: itemCodeSchema,
    points: levelSchema,
    isSubcontractorWording: z.boolean(),
  }),
  z.strictObject({ fact: z.literal('dimension'), dimension: dimensionCodeSchema, level: levelSchema }),
  z.strictObject({ fact: z.literal('mean'), dimensions: z.array(dimensionCodeSchema), level: levelSchema }),
  z.strictObject({ fact: z.literal('every'), dimensions: z.array(dimensionCodeSchema), lowest: levelSchema }),
  z.strictObject({ fact: z.literal('importance'), dimension: dimensionCodeSchema, importance: levelSchema }),
  z.strictObject({ fact: z.literal('wish'), dimension: dimensionCodeSchema, wish: wordCodeSchema }),
  z.strictObject({ fact: z.literal('gap'), gap: wordCodeSchema, steps: z.int() }),
  z.strictObject({ fact: z.literal('flag'), flag: z.enum(profileFlags), value: z.boolean() }),
  z.strictObject({ fact: z.literal('number'), number: z.enum(profileNumbers), value: z.number() }),
  z.strictObject({
    fact: z.literal('profile'),
    field: z.enum(['sizeClass', 'branch', 'chainRole']),
    value: wordCodeSchema,
  }),
  z.strictObject({ fact: z.literal('shared-need'), dimensions: z.array(dimensionCodeSchema), firms: z.int() }),
]);
export type Evidence = z.infer<typeof evidenceSchema>;

const firmCountySchema = z.union([countySchema, z.literal(outsideRegion)]);
export type FirmCounty = z.infer<typeof firmCountySchema>;

export const reasonParamSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: z.number(), decimals: z.int().check(z.gte(0), z.lte(2)) }),
  z.strictObject({ kind: z.literal('dimensions'), codes: z.array(dimensionCodeSchema) }),
  z.strictObject({ kind: z.literal('evidence'), evidence: z.array(evidenceSchema) }),
  z.strictObject({ kind: z.literal('provider'), code: wordCodeSchema }),
  z.strictObject({ kind: z.literal('package'), code: wordCodeSchema }),
  z.strictObject({ kind: z.literal('counties'), codes: z.array(firmCountySchema) }),
  z.strictObject({ kind: z.literal('branch'), code: branchSchema }),
  z.strictObject({ kind: z.literal('size'), code: sizeClassSchema }),
  /** A text of the catalogue: the why of a rule, of a package's provider, and so on. */
  z.strictObject({
    kind: z.literal('text'),
    of: z.enum([
      'rule-why',
      'provider-reason',
      'criteria-why',
      'comes-after-why',
      'attachment',
      'notice',
      'declared-gap',
      'conflict-why',
    ]),
    code: z.string(),
  }),
  /** A part of a rank, which a rule may be behind. */
  z.strictObject({ kind: z.literal('component'), code: componentCodeSchema, ruleId: z.nullable(ruleIdSchema) }),
  /** An ISO date. */
  z.strictObject({ kind: z.literal('day'), day: z.string() }),
  z.strictObject({ kind: z.literal('branch-provider-why'), branch: branchSchema, provider: wordCodeSchema }),
]);
export type ReasonParam = z.infer<typeof reasonParamSchema>;

/** A sentence still without language: `renderReason` says it in Swedish or English. */
export const reasonSchema = z.strictObject({
  code: wordCodeSchema,
  params: z.record(z.string(), reasonParamSchema),
});
export type Reason = z.infer<typeof reasonSchema>;

/** (target - level) x importance x wish x emphasis, with its parts; null without a score. */
export const needSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  status: z.enum(['scored', 'too-few-answers', 'not-applicable']),
  level: z.nullable(levelSchema),
  band: z.nullable(wordCodeSchema),
  target: levelSchema,
  gap: z.nullable(levelSchema),
  /** What the firm answered, 0-4; null when it did not. */
  importance: z.nullable(levelSchema),
  importanceUsed: levelSchema,
  wish: z.nullable(wordCodeSchema),
  wishFactor: z.number(),
  emphasis: z.number(),
  need: z.nullable(z.number()),
  isOwnPriority: z.boolean(),
  /** The score's range is wide: the need may be smaller or larger. */
  isUncertain: z.boolean(),
});
export type Need = z.infer<typeof needSchema>;

export const componentSchema = z.strictObject({
  code: componentCodeSchema,
  value: z.number(),
  weight: z.number(),
  points: z.number(),
  /** The rule behind a `rule` component. */
  ruleId: z.nullable(ruleIdSchema),
});
export type Component = z.infer<typeof componentSchema>;

const accompanyingSchema = z.strictObject({
  code: wordCodeSchema,
  ruleIds: z.array(ruleIdSchema),
  reason: reasonSchema,
});
export type Accompanying = z.infer<typeof accompanyingSchema>;

export const crossCountySchema = z.strictObject({
  providerCounties: z.array(countySchema),
  firmCounty: firmCountySchema,
  localContactProviderCode: z.nullable(wordCodeSchema),
  reason: reasonSchema,
});
export type CrossCounty = z.infer<typeof crossCountySchema>;

export const suggestionSchema = z.strictObject({
  packageCode: wordCodeSchema,
  providerCode: wordCodeSchema,
  rank: z.int().check(z.gte(1), z.lte(3)),
  /** Dimensions of the firm that the package meets. */
  dimensions: z.array(dimensionCodeSchema),
  components: z.array(componentSchema),
  total: z.number(),
  reasons: z.array(reasonSchema).check(z.minLength(1)),
  ruleIds: z.array(ruleIdSchema),
  steps: z.array(strategyStepCodeSchema).check(z.minLength(1)),
  cohort: z.enum(['open', 'when-enough-firms', 'continuous', 'full']),
  crossCounty: z.nullable(crossCountySchema),
  attachments: z.array(accompanyingSchema),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** Why a package that the firm could take now was not among the suggestions. */
export const lostOutcomes = ['lower-rank', 'same-need-covered', 'one-theme', 'not-together', 'same-time'] as const;

/** The best of those that lost: to which suggestion, and what decided it. */
const runnerUpSchema = z.strictObject({
  packageCode: wordCodeSchema,
  providerCode: wordCodeSchema,
  outcome: z.enum(lostOutcomes),
  total: z.number(),
  components: z.array(componentSchema),
  against: wordCodeSchema,
  reasons: z.array(reasonSchema).check(z.minLength(1)),
});
export type RunnerUp = z.infer<typeof runnerUpSchema>;

export const consideredOutcomes = [...lostOutcomes, 'not-eligible', 'withheld', 'already-taken', 'under-way'] as const;

/** What routing says of one submission; stored beside the scores it follows from. */
export const routingSchema = z.strictObject({
  catalogueVersion: wordCodeSchema,
  needs: z.array(needSchema),
  firedRules: z.array(z.strictObject({ ruleId: ruleIdSchema, evidence: z.array(evidenceSchema) })),
  notices: z.array(accompanyingSchema),
  suggestions: z.array(suggestionSchema).check(z.maxLength(3)),
  postponed: z.array(
    z.strictObject({ packageCode: wordCodeSchema, ruleIds: z.array(ruleIdSchema), reason: reasonSchema }),
  ),
  gaps: z.array(z.strictObject({ dimension: dimensionCodeSchema, need: z.number(), reason: reasonSchema })),
  considered: z.array(
    z.strictObject({
      packageCode: wordCodeSchema,
      outcome: z.enum(consideredOutcomes),
      total: z.nullable(z.number()),
      reason: reasonSchema,
    }),
  ),
  /** Null when nothing lost. Left out in what was routed before it was kept. */
  runnerUp: z.optional(z.nullable(runnerUpSchema)),
  /** What was known beside the firm's answers, so that the same can be routed again. Left out likewise. */
  context: z.optional(routingContextSchema),
  /** Groups proposed to the coordinator because enough firms share a need that no open group meets. */
  cohortProposals: z.array(z.strictObject({ dimension: dimensionCodeSchema, ruleIds: z.array(ruleIdSchema) })),
});
export type Routing = z.infer<typeof routingSchema>;
