import * as z from 'zod/mini';
import { dimensionCodeSchema, itemCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';
import { overlapRulesSchema } from './overlap.ts';
import { packageSchema } from './package.ts';
import { branchProvidersSchema, providerSchema } from './provider.ts';
import { rankingSchema } from './ranking.ts';
import { routingRuleSchema } from './routing-rule.ts';
import { prioritySchema, strategyStepCodeSchema, strategyStepSchema } from './strategy-step.ts';

const sourceSchema = z.string().check(z.minLength(1));

/** An element that accompanies a suggestion. */
export const attachmentSchema = z.strictObject({
  code: wordCodeSchema,
  text: localisedTextSchema,
  steps: z.array(strategyStepCodeSchema).check(z.minLength(1)),
  source: sourceSchema,
});

/** Something the firm should know at once, whatever it is suggested. */
export const noticeSchema = z.strictObject({ code: wordCodeSchema, text: localisedTextSchema, source: sourceSchema });

/** A need for which no provider is known: said openly, and recorded when a firm has it. */
export const declaredGapSchema = z.strictObject({
  dimension: dimensionCodeSchema,
  bands: z.array(wordCodeSchema).check(z.minLength(1)),
  text: localisedTextSchema,
  source: sourceSchema,
});

/** Packages of which a firm should take one at a time. */
export const packageConflictSchema = z.strictObject({
  code: wordCodeSchema,
  packages: z.array(wordCodeSchema).check(z.minLength(2)),
  why: localisedTextSchema,
  source: sourceSchema,
});

/** Everything routing knows beside the firm: stored as one immutable version. */
export const catalogueSchema = z.strictObject({
  version: wordCodeSchema,
  priorities: z.array(prioritySchema),
  steps: z.array(strategyStepSchema),
  providers: z.array(providerSchema),
  branchProviders: z.array(branchProvidersSchema),
  packages: z.array(packageSchema),
  attachments: z.array(attachmentSchema),
  notices: z.array(noticeSchema),
  declaredGaps: z.array(declaredGapSchema),
  /** Left out in catalogues from before conflicts were kept. */
  conflicts: z.optional(z.array(packageConflictSchema)),
  rules: z.array(routingRuleSchema),
  /** Items that rules rest on but that no form asks yet: unknown, so that what rests on them alone never fires. */
  itemsNotAsked: z.optional(z.array(itemCodeSchema)),
  ranking: rankingSchema,
  /** Left out in catalogues from before packages were compared. */
  overlap: z.optional(overlapRulesSchema),
  /** Sentences and words that reasons are made of, by key. */
  texts: z.record(z.string(), localisedTextSchema),
});
export type Catalogue = z.infer<typeof catalogueSchema>;
