import * as z from 'zod/mini';

const countSchema = z.int().check(z.gte(1), z.lte(1000));

/**
 * How small groups are protected in figures about firms. Data with a version: whoever reads a figure can see by which
 * rules it was shown.
 */
export const protectionSchema = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  /** A count with fewer firms behind it is not shown. */
  fewestFirms: countSchema,
  /** Counts are shown to the nearest of these steps. */
  roundTo: countSchema,
  /** A share of requests is shown from so many of them. */
  fewestForRate: countSchema,
  /** Shares are shown in steps of so many per cent, and neither as none nor as all. */
  rateStepPercent: countSchema,
  /** A quantile is shown when so many lie on either side of it. */
  onEitherSideOfQuantile: countSchema,
  /** A share of firms that is made of shown counts is shown from so many firms. */
  fewestForShare: countSchema,
  /** Nothing is said of change with fewer firms. */
  fewestForChange: countSchema,
});
export type Protection = z.infer<typeof protectionSchema>;
