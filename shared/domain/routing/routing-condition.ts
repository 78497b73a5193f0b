import * as z from 'zod/mini';
import { branchSchema, chainRoleSchema, sizeClassSchema } from '../firm/firm-profile.ts';
import { dimensionCodeSchema, itemCodeSchema, wordCodeSchema } from '../instrument/codes.ts';
import { pointsSchema } from '../instrument/item.ts';

const bandsSchema = z.array(wordCodeSchema).check(z.minLength(1));
const dimensionsSchema = z.array(dimensionCodeSchema).check(z.minLength(1));

export const profileFlags = ['ownershipChangePlanned', 'headquartersOutsideRegion', 'hasUsedTestBed'] as const;
export const profileNumbers = ['womenPercent', 'largestCustomerPercent'] as const;

/* There is deliberately no fact about the county: it never decides which package a firm is offered. */
const factSchema = z.union([
  z.strictObject({ dimension: dimensionCodeSchema, band: bandsSchema }),
  /** Mean of those that have a score; unknown while fewer than `minimumScored` of them have one. */
  z.strictObject({ meanOf: dimensionsSchema, minimumScored: z.int().check(z.gte(1)), band: bandsSchema }),
  z.strictObject({ everyOf: dimensionsSchema, band: bandsSchema }),
  z.strictObject({ item: itemCodeSchema, atMost: pointsSchema }),
  z.strictObject({ item: itemCodeSchema, atLeast: pointsSchema }),
  z.strictObject({ importance: dimensionCodeSchema, atLeast: pointsSchema }),
  z.strictObject({ wish: dimensionCodeSchema, is: z.array(wordCodeSchema).check(z.minLength(1)) }),
  /** Steps between two items of the index bridge, as the scoring rules name them. */
  z.strictObject({ gap: wordCodeSchema, atLeast: z.int() }),
  z.strictObject({ flag: z.enum(profileFlags), is: z.boolean() }),
  z.strictObject({ number: z.enum(profileNumbers), above: z.number() }),
  z.strictObject({ number: z.enum(profileNumbers), below: z.number() }),
  z.strictObject({ sizeClass: z.array(sizeClassSchema).check(z.minLength(1)) }),
  z.strictObject({ branch: z.array(branchSchema).check(z.minLength(1)) }),
  z.strictObject({ chainRole: z.array(chainRoleSchema).check(z.minLength(1)) }),
  /** A need of the firm (lowest band) that at least so many firms share and no open cohort meets. */
  z.strictObject({ sharedNeedWithoutCohort: z.int().check(z.gte(2)) }),
]);
export type RoutingFact = z.infer<typeof factSchema>;

/** When a rule fires or a package fits: facts of the result and the profile, combined. */
export type RoutingCondition =
  | RoutingFact
  | { all: RoutingCondition[] }
  | { any: RoutingCondition[] }
  | { not: RoutingCondition };

export const routingConditionSchema: z.ZodMiniType<RoutingCondition> = z.lazy(() =>
  z.union([
    factSchema,
    z.strictObject({ all: z.array(routingConditionSchema).check(z.minLength(1)) }),
    z.strictObject({ any: z.array(routingConditionSchema).check(z.minLength(1)) }),
    z.strictObject({ not: routingConditionSchema }),
  ]),
);
