import * as z from 'zod/mini';
import { dimensionCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';
import { packageFormatSchema, stanceSchema } from './package.ts';
import { routingConditionSchema } from './routing-condition.ts';

/** Which packages an effect concerns: every key given must match; within a key one of the values. */
export const packageSelectorSchema = z.strictObject({
  codes: z.optional(z.array(wordCodeSchema).check(z.minLength(1))),
  tags: z.optional(z.array(wordCodeSchema).check(z.minLength(1))),
  formats: z.optional(z.array(packageFormatSchema).check(z.minLength(1))),
  stances: z.optional(z.array(stanceSchema).check(z.minLength(1))),
  dimensions: z.optional(z.array(dimensionCodeSchema).check(z.minLength(1))),
  longerThanWeeks: z.optional(z.int().check(z.gte(1))),
});
export type PackageSelector = z.infer<typeof packageSelectorSchema>;

export const ruleEffectSchema = z.discriminatedUnion('effect', [
  /** Adds points to the rank; negative points lower it. */
  z.strictObject({
    effect: z.literal('prefer'),
    packages: packageSelectorSchema,
    points: z.number().check(z.gte(-50), z.lte(50)),
  }),
  /** Makes packages candidates whatever the bands say. */
  z.strictObject({ effect: z.literal('include'), codes: z.array(wordCodeSchema).check(z.minLength(1)) }),
  z.strictObject({ effect: z.literal('postpone'), packages: packageSelectorSchema }),
  z.strictObject({ effect: z.literal('withhold'), packages: packageSelectorSchema }),
  /** Adds an element to the first suggestion that the selector matches, or else to the first. */
  z.strictObject({
    effect: z.literal('attach'),
    attachment: wordCodeSchema,
    to: z.optional(packageSelectorSchema),
  }),
  z.strictObject({ effect: z.literal('notice'), notice: wordCodeSchema }),
  z.strictObject({
    effect: z.literal('emphasise'),
    dimensions: z.array(dimensionCodeSchema).check(z.minLength(1)),
    factor: z.number().check(z.gte(1), z.lte(2)),
  }),
  /** Keeps the help to one theme: what does not go with the first suggestion waits. */
  z.strictObject({ effect: z.literal('one-theme') }),
  /** Where packages of both are suggested, those of `first` stand before those of `later`. */
  z.strictObject({ effect: z.literal('sequence'), first: packageSelectorSchema, later: packageSelectorSchema }),
  /** Proposes a new group to the coordinator. */
  z.strictObject({ effect: z.literal('propose-cohort') }),
]);
export type RuleEffect = z.infer<typeof ruleEffectSchema>;

/** X-n are the strategy brief's cross-dimension rules, M-... its modifiers by size, role and the like. */
export const ruleIdSchema = z.string().check(z.regex(/^(X-[1-9][0-9]?|M-[a-z0-9-]{1,40})$/));

export const routingRuleSchema = z.strictObject({
  id: ruleIdSchema,
  name: localisedTextSchema,
  when: routingConditionSchema,
  effects: z.array(ruleEffectSchema).check(z.minLength(1)),
  why: localisedTextSchema,
  source: z.string().check(z.minLength(1)),
  /** Switched off by an editor: kept, and never fires. */
  isOff: z.optional(z.literal(true)),
});
export type RoutingRule = z.infer<typeof routingRuleSchema>;
