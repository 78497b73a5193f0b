import * as z from 'zod/mini';
import { branchSchema } from '../firm/firm-profile.ts';
import { wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';
import { prioritySchema, strategyStepSchema } from '../routing/strategy-step.ts';
import { cautionSchema, conflictSchema, figureSchema } from './figure.ts';
import { outlineSchema } from './outline.ts';
import { sourceSchema } from './passage.ts';
import { priorityContentSchema } from './priority.ts';
import { needSchema, supportFormSchema } from './support-form.ts';

/** Something the document says in several ways, or several things it says with one word. */
export const termSchema = z.strictObject({
  code: wordCodeSchema,
  thing: localisedTextSchema,
  /** As the document has it, in its own language. */
  variants: z
    .array(z.strictObject({ text: z.string().check(z.minLength(1)), source: sourceSchema }))
    .check(z.minLength(1)),
  /** How we read it. */
  reading: localisedTextSchema,
});

/** A branch the strategy builds on, and the branch of the firm profile that stands for it. */
export const strategyBranchSchema = z.strictObject({
  branch: branchSchema,
  name: localisedTextSchema,
  /** Code of the figure with its number of employees; null when the strategy gives none. */
  employees: z.nullable(wordCodeSchema),
  source: sourceSchema,
});

/** The strategy as it ships: names of priorities and steps stand elsewhere. */
export const strategyPartsSchema = z.strictObject({
  outline: outlineSchema,
  priorities: z.array(priorityContentSchema),
  terms: z.array(termSchema),
  supportForms: z.array(supportFormSchema),
  needs: z.array(needSchema),
  figures: z.array(figureSchema),
  conflicts: z.array(conflictSchema),
  cautions: z.array(cautionSchema),
  branches: z.array(strategyBranchSchema),
});
export type StrategyParts = z.infer<typeof strategyPartsSchema>;

/** The strategy put together: every priority with its name and steps, every section that a source may name. */
export const strategySchema = z.strictObject({
  ...strategyPartsSchema.shape,
  priorities: z.array(
    z.strictObject({
      ...priorityContentSchema.shape,
      ...prioritySchema.shape,
      steps: z.array(strategyStepSchema),
    }),
  ),
});
export type Strategy = z.infer<typeof strategySchema>;
