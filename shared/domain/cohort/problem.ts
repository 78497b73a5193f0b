import * as z from 'zod/mini';
import { branchSchema, countySchema, outsideRegion, sizeClassSchema } from '../firm/firm-profile.ts';
import { positionSchema } from '../geography/position.ts';
import { wordCodeSchema } from '../instrument/codes.ts';

const pointsSchema = z.int().check(z.gte(0), z.lte(100));

/** First and last day, as the calendar has them. */
export const periodOfDaysSchema = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
export type PeriodOfDays = z.infer<typeof periodOfDaysSchema>;

export const planEditionSchema = z.strictObject({
  editionId: z.uuid(),
  packageCode: wordCodeSchema,
  /** Those taken by firms of the problem included, and no others. */
  places: z.int().check(z.gte(0), z.lte(500)),
  minimumGroup: z.int().check(z.gte(0), z.lte(500)),
  period: periodOfDaysSchema,
  /** Where it is held; null for one that is held online. */
  position: z.nullable(positionSchema),
});
export type PlanEdition = z.infer<typeof planEditionSchema>;

/** What a firm's fit to a package is made of, each part in points. */
export const fitPartsSchema = z.strictObject({
  /** Routing's own ranking of the package for the firm. */
  ranking: pointsSchema,
  level: pointsSchema,
  importance: pointsSchema,
  wish: pointsSchema,
});
export type FitParts = z.infer<typeof fitPartsSchema>;

export const planNeedSchema = z.strictObject({
  packageCode: wordCodeSchema,
  fit: fitPartsSchema,
  /** Since the firm asked for the package; null when it has not. */
  waitingDays: z.nullable(z.int().check(z.gte(0))),
  /** The edition on whose waiting list it stands, and the only one of the package that it can get into meanwhile. */
  waitsFor: z.nullable(z.uuid()),
});
export type PlanNeed = z.infer<typeof planNeedSchema>;

export const planFirmSchema = z.strictObject({
  firmId: z.uuid(),
  sizeClass: sizeClassSchema,
  county: z.union([countySchema, z.literal(outsideRegion)]),
  branch: branchSchema,
  /** Of its municipality; null for a firm outside the region, whose distances nobody here knows. */
  position: z.nullable(positionSchema),
  needs: z.array(planNeedSchema),
  /** When it takes part in something that is not planned here. */
  busy: z.array(periodOfDaysSchema),
  /** Editions of this plan in which it has a place already. */
  placedIn: z.array(z.uuid()),
});
export type PlanFirm = z.infer<typeof planFirmSchema>;

export const lockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in'), firmId: z.uuid(), editionId: z.uuid() }),
  z.strictObject({ kind: z.literal('out'), firmId: z.uuid(), editionId: z.uuid() }),
  /** In one of the editions, whichever. */
  z.strictObject({ kind: z.literal('somewhere'), firmId: z.uuid() }),
  z.strictObject({ kind: z.literal('nowhere'), firmId: z.uuid() }),
]);
export type Lock = z.infer<typeof lockSchema>;

const pairSchema = z.tuple([z.uuid(), z.uuid()]);

export const planRulesSchema = z.strictObject({
  /** By road, estimated; null when distance plays no part. */
  mostKm: z.nullable(z.int().check(z.gte(0), z.lte(2000))),
  editionsPerFirm: z.int().check(z.gte(1), z.lte(5)),
  /** Firms that are to be in the same editions, or in none. */
  together: z.array(pairSchema).check(z.maxLength(200)),
  /** Competitors, for example. */
  apart: z.array(pairSchema).check(z.maxLength(200)),
  locks: z.array(lockSchema).check(z.maxLength(500)),
  /** Editions that are to be held with this plan. */
  mustRun: z.array(z.uuid()).check(z.maxLength(50)),
});
export type PlanRules = z.infer<typeof planRulesSchema>;

/** How mixed a group is wished to be; 0 and false wish nothing. */
export const mixWishesSchema = z.strictObject({
  sizes: z.int().check(z.gte(0), z.lte(5)),
  counties: z.int().check(z.gte(0), z.lte(3)),
  large: z.boolean(),
});
export type MixWishes = z.infer<typeof mixWishesSchema>;

const weightSchema = z.int().check(z.gte(0), z.lte(10));
export const planWeightsSchema = z.strictObject({
  fit: weightSchema,
  waiting: weightSchema,
  county: weightSchema,
  sizes: weightSchema,
  counties: weightSchema,
  large: weightSchema,
});
export type PlanWeights = z.infer<typeof planWeightsSchema>;

/** All of them are proposals of ours; whoever plans sets them. */
export const proposedWeights: PlanWeights = { fit: 5, waiting: 3, county: 2, sizes: 1, counties: 1, large: 1 };
export const proposedRules: PlanRules = {
  mostKm: 150,
  editionsPerFirm: 1,
  together: [],
  apart: [],
  locks: [],
  mustRun: [],
};
export const proposedWishes: MixWishes = { sizes: 2, counties: 2, large: false };

/** As many as are planned with at once: what was measured, with room. */
export const mostFirms = 5000;

export const planProblemSchema = z.strictObject({
  editions: z.array(planEditionSchema).check(z.minLength(1), z.maxLength(20)),
  firms: z.array(planFirmSchema).check(z.maxLength(mostFirms)),
  rules: planRulesSchema,
  wishes: mixWishesSchema,
  weights: planWeightsSchema,
  /** Places that firms of each county have had before, in the packages of the plan. */
  servedBefore: z.record(countySchema, z.int().check(z.gte(0))),
});
export type PlanProblem = z.infer<typeof planProblemSchema>;

/** A firm given a place in an edition; places that firms had before are not in a plan. */
export const assignmentSchema = z.strictObject({ firmId: z.uuid(), editionId: z.uuid() });
export type Assignment = z.infer<typeof assignmentSchema>;

export const planSchema = z.strictObject({
  /** Editions that get firms by this plan, or are to be held whatever it gives them. */
  runs: z.array(z.uuid()),
  assignments: z.array(assignmentSchema),
});
export type Plan = z.infer<typeof planSchema>;
