import * as z from 'zod/mini';

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

const percentSchema = z.number().check(z.gte(0), z.lte(100));

/** What decides which questions and packages concern the firm. Only the first four are asked of everyone. */
export const firmProfileSchema = z.strictObject({
  municipality: municipalityCodeSchema,
  branch: branchSchema,
  sizeClass: sizeClassSchema,
  chainRole: chainRoleSchema,
  employees: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  womenPercent: z.optional(percentSchema),
  largestCustomerPercent: z.optional(percentSchema),
  ownershipChangePlanned: z.optional(z.boolean()),
  headquartersOutsideRegion: z.optional(z.boolean()),
  hasUsedTestBed: z.optional(z.boolean()),
});
export type FirmProfile = z.infer<typeof firmProfileSchema>;
