import * as z from 'zod/mini';
import { branchSchema, countySchema, sizeClassSchema } from '../domain/firm/firm-profile.ts';
import { dimensionCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { fundingSchema, packageFormatSchema, stanceSchema, supportFormCodeSchema } from '../domain/routing/package.ts';
import { defineEndpoint } from './endpoint.ts';
import { catalogueVersionIdSchema } from './identifiers.ts';

export const packageDocumentSchema = z.object({
  code: wordCodeSchema,
  /** True until the regions have confirmed it; every page that shows the package says so. */
  isProposal: z.boolean(),
  stance: stanceSchema,
  name: localisedTextSchema,
  summary: localisedTextSchema,
  /** Which firms it is made for; absent in a catalogue from before packages said so. */
  forWhom: z.optional(localisedTextSchema),
  /** What must hold for the firm, in words; absent when nothing must. */
  condition: z.optional(localisedTextSchema),
  /** What the firm does in the package. */
  content: localisedTextSchema,
  /** What it takes in time and people. */
  effort: localisedTextSchema,
  greenStatement: localisedTextSchema,
  providers: z.array(
    z.object({
      code: wordCodeSchema,
      name: localisedTextSchema,
      about: localisedTextSchema,
      isNamedInStrategy: z.boolean(),
    }),
  ),
  dimensions: z.array(
    z.object({ code: dimensionCodeSchema, name: localisedTextSchema, bands: z.array(wordCodeSchema) }),
  ),
  steps: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
  /** Forms of support in the strategy that it consists of. */
  supportForms: z.array(supportFormCodeSchema),
  format: packageFormatSchema,
  groupSize: z.nullable(z.object({ minimum: z.int(), maximum: z.int() })),
  delivery: z.array(wordCodeSchema),
  durationWeeks: z.int(),
  /** Where it is meant to be held. Never a condition. */
  counties: z.array(countySchema),
  funding: z.array(fundingSchema),
  branches: z.array(branchSchema),
  sizeClasses: z.array(sizeClassSchema),
});
export type PackageDocument = z.infer<typeof packageDocumentSchema>;

export const listPackages = defineEndpoint({
  name: 'listPackages',
  method: 'GET',
  path: '/api/packages',
  summary: 'The current catalogue of support packages, each a proposal awaiting confirmation by the regions',
  access: 'public',
  responses: {
    200: z.object({ catalogueVersionId: catalogueVersionIdSchema, packages: z.array(packageDocumentSchema) }),
  },
});

const reachingPackageSchema = z.object({
  code: wordCodeSchema,
  name: localisedTextSchema,
  isProposal: z.boolean(),
  /** It takes more than the one need: several of them, or a rule that brings the package in. */
  takesMore: z.boolean(),
  sizeClasses: z.array(sizeClassSchema),
  /** Empty: firms of every branch. */
  branches: z.array(branchSchema),
  /** Where it is meant to be held. Never a condition. */
  counties: z.array(countySchema),
  /** What must hold for the firm, in words; null when nothing must. */
  condition: z.nullable(localisedTextSchema),
});

const levelReachSchema = z.object({
  band: wordCodeSchema,
  name: localisedTextSchema,
  packages: z.array(reachingPackageSchema),
  /** Sizes of firms for which the need alone brings in no package. */
  sizesWithout: z.array(sizeClassSchema),
  /** Why the catalogue says itself that there is none; null where it does not. */
  declaredGap: z.nullable(localisedTextSchema),
});
export type LevelReachDocument = z.output<typeof levelReachSchema>;

const areaReachSchema = z.object({
  dimension: dimensionCodeSchema,
  name: localisedTextSchema,
  /** Those below the highest, from the lowest: in the highest a firm gives rather than needs. */
  levels: z.array(levelReachSchema),
});
export type AreaReach = z.output<typeof areaReachSchema>;

export const listPackageReach = defineEndpoint({
  name: 'listPackageReach',
  method: 'GET',
  path: '/api/packages/reach',
  summary: 'Which packages of the current catalogue reach each area at each level, and for whom there is none',
  access: 'public',
  responses: {
    200: z.object({ catalogueVersionId: catalogueVersionIdSchema, areas: z.array(areaReachSchema) }),
  },
});
