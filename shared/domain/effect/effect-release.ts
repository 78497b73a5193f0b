import * as z from 'zod/mini';
import { releaseNamesSchema } from '../benchmark/names.ts';
import { populationSchema } from '../benchmark/release.ts';
import { disclosureRulesSchema } from '../benchmark/rules.ts';
import { localisedTextSchema } from '../language.ts';
import { effectRulesSchema } from './rules.ts';

/** From a day on, and before another. */
export const effectPeriodSchema = z.strictObject({ from: z.iso.date(), until: z.iso.date() });
export type EffectPeriod = z.infer<typeof effectPeriodSchema>;

const supportPackageSchema = z.strictObject({
  code: z.string(),
  steps: z.array(z.string()),
  dimensions: z.array(z.string()),
});

/** What is to be compared: decided before anything is counted, and never changed afterwards. */
export const effectSpecSchema = z.strictObject({
  kind: z.literal('effect'),
  name: localisedTextSchema,
  /** When a firm gave the first of its answers: of several the last. */
  before: effectPeriodSchema,
  /** When it gave the other. The periods do not overlap. */
  after: effectPeriodSchema,
  population: populationSchema,
  /** Whether the firms are made up; these and real ones are never counted together. */
  isSimulated: z.boolean(),
  counties: z.array(z.string()),
  measures: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
  packages: z.array(supportPackageSchema).check(z.minLength(1)),
  matching: effectRulesSchema,
  rules: disclosureRulesSchema,
  /** Packages and steps are attributes of the names. */
  names: releaseNamesSchema,
});
export type EffectSpec = z.infer<typeof effectSpecSchema>;

const shownSchema = z.nullable(z.number());

/**
 * What is said of one group for one dimension; null is hidden or empty, which look alike. `tookPart` and `matched` are
 * numbers of firms to the nearest step; the rest in tenths of a level, the interval rounded outwards.
 */
export const effectCellSchema = z.strictObject({
  measure: z.string(),
  group: z.string(),
  tookPart: shownSchema,
  matched: shownSchema,
  estimate: shownSchema,
  low: shownSchema,
  high: shownSchema,
});
export type EffectCell = z.infer<typeof effectCellSchema>;

export const effectFormat = 'mattstock-effect-1';

export const effectDocumentSchema = z.strictObject({
  format: z.literal(effectFormat),
  spec: effectSpecSchema,
  cells: z.array(effectCellSchema),
});
export type EffectDocument = z.infer<typeof effectDocumentSchema>;

export const effectVerdicts = ['more', 'less', 'unclear'] as const;
/** Whether the interval lies above no difference, below it, or has it inside. */
export type EffectVerdict = (typeof effectVerdicts)[number];

export function verdictOf({ low, high }: { readonly low: number; readonly high: number }): EffectVerdict {
  if (low > 0) return 'more';
  return high < 0 ? 'less' : 'unclear';
}
