import * as z from 'zod/mini';
import { dimensionCodeSchema, formCodeSchema, itemCodeSchema, sectionCodeSchema, wordCodeSchema } from './codes.ts';
import { itemSchema, pointsSchema } from './item.ts';

export const parts = ['digital', 'process', 'module'] as const;
export const partSchema = z.enum(parts);
/** Digital and process are instruments of equal rank; modules are the cross-cutting X1-X4. */
export type Part = z.infer<typeof partSchema>;

export const dimensionSchema = z.strictObject({
  code: dimensionCodeSchema,
  part: partSchema,
  /** Items in the order of the brief; which of them a form asks is the form's business. */
  items: z.array(itemCodeSchema).check(z.minLength(1)),
});
export type Dimension = z.infer<typeof dimensionSchema>;

export const stepSchema = z.strictObject({ items: z.array(itemCodeSchema).check(z.minLength(1), z.maxLength(12)) });
export const sectionSchema = z.strictObject({
  code: sectionCodeSchema,
  steps: z.array(stepSchema).check(z.minLength(1)),
});

/** A choice of items for an occasion. Each step is one screen on a phone. */
export const formSchema = z.strictObject({
  code: formCodeSchema,
  minutes: z.int().check(z.gte(1), z.lte(180)),
  sections: z.array(sectionSchema).check(z.minLength(1)),
});
export type Form = z.infer<typeof formSchema>;

export const bandSchema = z.strictObject({ code: wordCodeSchema, from: z.number().check(z.gte(0), z.lte(4)) });
export type Band = z.infer<typeof bandSchema>;

export const practiceRequirementSchema = z.strictObject({
  item: itemCodeSchema,
  atLeast: pointsSchema,
});
export const stageSchema = z.strictObject({
  stage: z.int().check(z.gte(1), z.lte(9)),
  requires: z.array(practiceRequirementSchema),
});
/** A staged level: stage n is reached when every requirement of n and of all below holds. */
export const stagedLevelSchema = z.strictObject({
  code: wordCodeSchema,
  part: partSchema,
  stages: z.array(stageSchema).check(z.minLength(2)),
});
export type StagedLevelRule = z.infer<typeof stagedLevelSchema>;

/** A difference between two context items, in steps of their choices (the index bridge). */
export const gapRuleSchema = z.strictObject({ code: wordCodeSchema, from: itemCodeSchema, to: itemCodeSchema });
export type GapRule = z.infer<typeof gapRuleSchema>;

export const scoringRulesSchema = z.strictObject({
  version: wordCodeSchema,
  /** Points of the five levels of a ladder. */
  ladderPoints: z.tuple([pointsSchema, pointsSchema, pointsSchema, pointsSchema, pointsSchema]),
  /** Share (0-1) of the applicable weight that must be answered for a dimension to get a score. */
  minimumShareAnswered: z.number().check(z.gt(0), z.lte(1)),
  /** Lower limits, ascending, the first at 0. */
  bands: z.array(bandSchema).check(z.minLength(2)),
  stagedLevels: z.array(stagedLevelSchema),
  gaps: z.array(gapRuleSchema),
});
export type ScoringRules = z.infer<typeof scoringRulesSchema>;

/** Everything of an instrument version but its words. */
export const structureSchema = z.strictObject({
  instrument: wordCodeSchema,
  dimensions: z.array(dimensionSchema).check(z.minLength(1)),
  items: z.array(itemSchema).check(z.minLength(1)),
  forms: z.array(formSchema).check(z.minLength(1)),
  scoring: scoringRulesSchema,
});
export type Structure = z.infer<typeof structureSchema>;

/** Words by key (`D1.1.question`); the keys are listed in text-keys.ts. */
export const textsSchema = z.record(z.string(), z.string());
export type Texts = Readonly<Record<string, string>>;

/** What is stored, hashed and never changed once published. */
export const definitionSchema = z.strictObject({
  structure: structureSchema,
  texts: z.strictObject({ sv: textsSchema, en: textsSchema }),
});
export type Definition = z.infer<typeof definitionSchema>;
