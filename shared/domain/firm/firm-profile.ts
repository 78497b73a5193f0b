import * as z from 'zod/mini';
import { storableTextSchema } from '../answers/answer.ts';
import { choiceSetSchema } from './choice-set.ts';
import {
  certifications,
  clusterMemberships,
  collaborationPartners,
  energyCostShares,
  supportForms,
} from './firm-choices.ts';
import { checkOrganisationNumber } from './organisation-number.ts';

export const sizeClasses = ['1-4', '5-9', '10-49', '50-249', '250-plus'] as const;
export const sizeClassSchema = z.enum(sizeClasses);
/** Employees, counted as people in the legal entity. */
export type SizeClass = z.infer<typeof sizeClassSchema>;

export const branches = [
  'steel-and-metals',
  'forest-and-bioeconomy',
  'metal-products-and-machinery',
  'wood-building',
  'digital-and-industrial-services',
  'other-industry',
] as const;
export const branchSchema = z.enum(branches);
export type Branch = z.infer<typeof branchSchema>;

export const chainRoles = ['own-product', 'subcontractor', 'system-supplier', 'service-to-industry'] as const;
export const chainRoleSchema = z.enum(chainRoles);

export const counties = ['17', '20', '21'] as const;
export const countySchema = z.enum(counties);
/** SCB county codes: 17 Värmland, 20 Dalarna, 21 Gävleborg. */
export type County = z.infer<typeof countySchema>;

export const outsideRegion = 'outside';

/** SCB municipality code of one of the 41 municipalities, or `outside`. */
export const municipalityCodeSchema = z.string().check(z.regex(/^((17|20|21)[0-9]{2}|outside)$/));

/** The county of a municipality by its code; `outside` for a firm that lies in none of the three. */
export function countyOf(municipality: string): County | typeof outsideRegion {
  return counties.find((county) => municipality.startsWith(county)) ?? outsideRegion;
}

const percentSchema = z.number().check(z.gte(0), z.lte(100));

/** Ten digits, as they are stored. */
const organisationNumberSchema = z.string().check(
  z.refine((text) => {
    const checked = checkOrganisationNumber(text);
    return checked.ok && checked.organisationNumber === text;
  }),
);

const longestBranchDetail = 120;

/**
 * What is known of the firm: which questions and packages concern it, and how it looks. Only the first four are asked
 * of everyone. How the fields fit each other is for `checkFirmProfile` to say.
 */
export const firmProfileSchema = z.strictObject({
  municipality: municipalityCodeSchema,
  branch: branchSchema,
  sizeClass: sizeClassSchema,
  chainRole: chainRoleSchema,
  /** What the firm makes, in its own words. */
  branchDetail: z.optional(storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(longestBranchDetail))),
  /** Arbetsställen: addresses, not firms. */
  workplaces: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  isPartOfGroup: z.optional(z.boolean()),
  /** Of the group's head office; says nothing where the firm is part of no group. */
  headquartersOutsideRegion: z.optional(z.boolean()),
  /** Of the company at the top of the group: firms with the same one are counted once in the regions' figures. */
  parentOrganisationNumber: z.optional(organisationNumberSchema),
  ownershipChangePlanned: z.optional(z.boolean()),
  certifications: z.optional(choiceSetSchema(certifications)),
  energyCostShare: z.optional(z.enum(energyCostShares)),
  employees: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  womenPercent: z.optional(percentSchema),
  womenManagementPercent: z.optional(percentSchema),
  womenProductionPercent: z.optional(percentSchema),
  largestCustomerPercent: z.optional(percentSchema),
  /** Together, the largest one included. */
  threeLargestCustomersPercent: z.optional(percentSchema),
  exportPercent: z.optional(percentSchema),
  clusterMemberships: z.optional(choiceSetSchema(clusterMemberships)),
  collaborationPartners: z.optional(choiceSetSchema(collaborationPartners)),
  hasUsedTestBed: z.optional(z.boolean()),
  supportTaken: z.optional(choiceSetSchema(supportForms)),
});
export type FirmProfile = z.infer<typeof firmProfileSchema>;

/** What decides which questions a firm gets, and how they are put. */
export const pathProfileSchema = z.object({
  branch: branchSchema,
  sizeClass: sizeClassSchema,
  chainRole: chainRoleSchema,
});
export type PathProfile = z.infer<typeof pathProfileSchema>;

/** The profile without what its other answers make meaningless: which group it is, when there is none. */
export function settleFirmProfile(profile: FirmProfile): FirmProfile {
  if (profile.isPartOfGroup !== false) return profile;
  const { headquartersOutsideRegion: _, parentOrganisationNumber: __, ...rest } = profile;
  return rest;
}
