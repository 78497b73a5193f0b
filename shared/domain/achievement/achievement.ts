import * as z from 'zod/mini';

/** Rounded, with firms enough behind it; null for what is hidden, and for none, which look alike. */
export const shownCountSchema = z.nullable(z.int());
export type ShownCount = z.infer<typeof shownCountSchema>;

export const shownRowsSchema = z.array(z.object({ code: z.string(), count: shownCountSchema }));
export type ShownRows = z.infer<typeof shownRowsSchema>;

/** Weekdays until so large a share of the requests had an answer; `not-reached` when it has not come to that. */
const quantileSchema = z.nullable(z.union([z.int(), z.literal('not-reached')]));
export type Quantile = z.infer<typeof quantileSchema>;

export const answeringSchema = z.object({
  /** The calendar year in which the requests came; null for all of them. */
  year: z.nullable(z.int()),
  /** Answered within the target, in steps of per cent, and never none or all; null with too few requests. */
  withinTargetPercent: z.nullable(z.int()),
  median: quantileSchema,
  ninetieth: quantileSchema,
});
export type Answering = z.infer<typeof answeringSchema>;

/** In levels to one decimal, with the ends of the 95 % confidence interval; null with too few firms. */
export const shownChangeSchema = z.nullable(
  z.object({ firms: z.int(), mean: z.number(), lowest: z.number(), highest: z.number() }),
);
export type ShownChange = z.infer<typeof shownChangeSchema>;

/** What a provider has achieved, as it may be shown. Divisions are of everything since the start. */
export const achievementSchema = z.object({
  years: z.array(z.int()),
  firms: z.object({
    total: shownCountSchema,
    byYear: shownRowsSchema,
    /** Those that have let the provider see their results, which alone are divided. */
    shared: shownCountSchema,
    notShared: shownCountSchema,
    byCounty: shownRowsSchema,
    bySize: shownRowsSchema,
    byBranch: shownRowsSchema,
    /** Of those that have shared, how many per cent lie outside the provider's own counties. */
    outsideHomePercent: z.nullable(z.int()),
  }),
  requests: z.object({
    total: shownCountSchema,
    byYear: shownRowsSchema,
    byAnswer: shownRowsSchema,
    acceptedByState: shownRowsSchema,
    declinedByReason: shownRowsSchema,
    /** By the year in which they were completed. */
    completedByYear: shownRowsSchema,
    completedByPackage: shownRowsSchema,
    /** By group that has ended, of packages of which at least one can be shown. */
    completedByGroup: z.array(z.object({ packageCode: z.string(), rows: shownRowsSchema })),
  }),
  answering: z.array(answeringSchema),
  change: z.object({ digital: shownChangeSchema, process: shownChangeSchema }),
});
export type Achievement = z.infer<typeof achievementSchema>;
