import type { Package } from '../package.ts';

/** What may differ between two texts of a package, in the order in which it is shown. */
export const packageFields = [
  'name',
  'summary',
  'forWhom',
  'content',
  'effort',
  'greenStatement',
  'priority',
  'steps',
  'supportForms',
  'dimensions',
  'minimumDimensions',
  'isByRuleOnly',
  'sizeClasses',
  'branches',
  'chainRoles',
  'criteria',
  'comesAfter',
  'stance',
  'format',
  'groupSize',
  'delivery',
  'counties',
  'durationWeeks',
  'funding',
  'intake',
  'providers',
  'providerReason',
  'tags',
  'complements',
  'status',
  'source',
  'isOutOfUse',
] as const satisfies readonly (keyof Package)[];
export type PackageField = (typeof packageFields)[number];

/** Texts in both languages, without which nothing is published. */
export const textFields = [
  'name',
  'summary',
  'forWhom',
  'content',
  'effort',
  'greenStatement',
  'providerReason',
] as const satisfies readonly PackageField[];
export type TextField = (typeof textFields)[number];
