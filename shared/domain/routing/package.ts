import * as z from 'zod/mini';
import { branchSchema, chainRoleSchema, countySchema, sizeClassSchema } from '../firm/firm-profile.ts';
import { dimensionCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';
import { routingConditionSchema } from './routing-condition.ts';
import { priorityCodeSchema, strategyStepCodeSchema } from './strategy-step.ts';

export const packageFormats = ['group', 'individual', 'mixed'] as const;
export const packageFormatSchema = z.enum(packageFormats);

export const stances = ['receive', 'partner', 'give'] as const;
export const stanceSchema = z.enum(stances);

const fundings = ['not-decided', 'erdf', 'esf', 'regional', 'national', 'eu-competitive', 'private'] as const;
export const fundingSchema = z.enum(fundings);

const weeksSchema = z.int().check(z.gte(1), z.lte(260));

/** A form of support that the strategy mentions, numbered S1 and on. */
export const supportFormCodeSchema = z.string().check(z.regex(/^S[0-9]{1,2}$/));

/** An offer of support: for which need, from whom, towards which step of the strategy. */
export const packageSchema = z.strictObject({
  code: wordCodeSchema,
  stance: stanceSchema,
  name: localisedTextSchema,
  summary: localisedTextSchema,
  /** Which firms it is made for, in words a firm recognises itself by. Left out in catalogues from before it existed. */
  forWhom: z.optional(localisedTextSchema),
  /** What the firm does in the package. */
  content: localisedTextSchema,
  /** What it takes in time and people. */
  effort: localisedTextSchema,
  greenStatement: localisedTextSchema,
  /** Possible providers; the order breaks ties of speciality and county. */
  providers: z.array(wordCodeSchema).check(z.minLength(1)),
  providerReason: localisedTextSchema,
  dimensions: z
    .array(z.strictObject({ code: dimensionCodeSchema, bands: z.array(wordCodeSchema).check(z.minLength(1)) }))
    .check(z.minLength(1)),
  /** How many of the dimensions the firm must match; one when left out. */
  minimumDimensions: z.optional(z.int().check(z.gte(1))),
  /** Only a rule brings it in, however well the bands match. */
  isByRuleOnly: z.optional(z.boolean()),
  tags: z.array(wordCodeSchema),
  /** What it consists of. Left out in catalogues from before it existed. */
  supportForms: z.optional(z.array(supportFormCodeSchema)),
  priority: priorityCodeSchema,
  steps: z.array(strategyStepCodeSchema).check(z.minLength(1)),
  format: packageFormatSchema,
  /** Null only when one firm takes part at a time. */
  groupSize: z.nullable(z.strictObject({ minimum: z.int().check(z.gte(2)), maximum: z.int().check(z.lte(100)) })),
  sizeClasses: z.array(sizeClassSchema).check(z.minLength(1)),
  /** Branches and chain roles it is made for; empty for all. */
  branches: z.array(branchSchema),
  chainRoles: z.array(chainRoleSchema),
  /** Counties where it is meant to be given. Shown, never a filter. */
  counties: z.array(countySchema).check(z.minLength(1)),
  delivery: z.array(z.enum(['on-site', 'in-turns', 'online'])).check(z.minLength(1)),
  durationWeeks: weeksSchema,
  funding: z.array(fundingSchema).check(z.minLength(1)),
  /** Must not be false; an unknown criterion is left for the first talk. */
  criteria: z.optional(z.strictObject({ when: routingConditionSchema, why: localisedTextSchema })),
  /** When false the package waits: something else comes first. */
  comesAfter: z.optional(z.strictObject({ when: routingConditionSchema, why: localisedTextSchema })),
  /** Packages that may be suggested beside this one although they meet the same need. */
  complements: z.array(wordCodeSchema),
  intake: z.enum(['when-enough-firms', 'continuous']),
  status: z.enum(['proposal', 'confirmed']),
  /** No longer offered. It stays in the catalogue for those who are under way in it, and so that its code is spent. */
  isOutOfUse: z.optional(z.boolean()),
  source: z.string().check(z.minLength(1)),
});
export type Package = z.infer<typeof packageSchema>;
