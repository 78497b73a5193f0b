import * as z from 'zod/mini';
import { localisedTextSchema } from '../language.ts';
import { attackKinds } from './attack.ts';
import { releaseCellSchema } from './cell.ts';
import { releaseNamesSchema } from './names.ts';
import { disclosureRulesSchema } from './rules.ts';

/** Which firms are counted. `sme`: with fewer than 250 employees, as the strategy counts them. */
export const populations = ['all', 'sme'] as const;
export const populationSchema = z.enum(populations);
export type Population = z.infer<typeof populationSchema>;

/** As many as a whole number has bits that JSON and JavaScript hold exactly. */
export const mostMeasures = 50;

export const breakdownSchema = z.array(z.string()).check(z.maxLength(2));

/** What is to be counted: decided before anything is counted, and never changed afterwards. */
export const releaseSpecSchema = z.strictObject({
  name: localisedTextSchema,
  /** Submitted from this day on, in Swedish time. */
  from: z.iso.date(),
  /** Submitted before this day, which has come. */
  until: z.iso.date(),
  population: populationSchema,
  /** Whether the firms are made up; these and real ones are never counted together. */
  isSimulated: z.boolean(),
  measures: z.array(z.string()).check(z.minLength(1), z.maxLength(mostMeasures)),
  /** For measures that are one answer of several: what each answer counts as, in units of the measure. */
  units: z.optional(z.record(z.string(), z.record(z.string(), z.int()))),
  /**
   * For measures of the questionnaire: SHA-256 of what they were measured by in the versions that were in use in the period
   * (`measuredBy`). Releases begun before it was written down have none.
   */
  measuredBy: z.optional(z.record(z.string(), z.string().check(z.regex(/^[0-9a-f]{64}$/)))),
  attributes: z.array(z.strictObject({ code: z.string(), values: z.array(z.string()) })),
  /** The kind of each municipality by its code, where firms are divided by it. */
  municipalities: z.optional(z.record(z.string(), z.string())),
  breakdowns: z.array(breakdownSchema).check(z.minLength(1)),
  names: releaseNamesSchema,
  rules: disclosureRulesSchema,
});
export type ReleaseSpec = z.infer<typeof releaseSpecSchema>;

/** What is published: everything of it, in the order of measures and groups. Its SHA-256 is its name. */
export const releaseDocumentSchema = z.strictObject({
  format: z.literal('mattstock-release-1'),
  spec: releaseSpecSchema,
  cells: z.array(releaseCellSchema),
});
export type ReleaseDocument = z.infer<typeof releaseDocumentSchema>;

const numberOfSchema = z.int().check(z.gte(0));

/**
 * What was hidden, for whoever builds a release: numbers of groups for each measure and no group by name. `few` has no
 * firm or few; which of the two is not said.
 */
export const hiddenSchema = z.strictObject({
  measure: z.string(),
  groups: numberOfSchema,
  few: numberOfSchema,
  insider: numberOfSchema,
  uniform: numberOfSchema,
  near: numberOfSchema,
  secondary: numberOfSchema,
  /** Of the groups that may have a distribution: shown in classes, in broader ones, not at all. */
  distributions: z.strictObject({ classes: numberOfSchema, coarse: numberOfSchema, hidden: numberOfSchema }),
});
export type HiddenOfMeasure = z.infer<typeof hiddenSchema>;

/**
 * An earlier release that nearly the same answers are in. Of which groups and measures is not said: where the groups meet is
 * where the firm is that has withdrawn, and the measures say what it has answered. `built`: of one that was not published, the
 * day in Swedish time, and whether the same region has built it.
 */
export const nearReleaseSchema = z.object({
  releaseNumber: z.nullable(z.int()),
  built: z.optional(z.strictObject({ on: z.iso.date(), isOwn: z.boolean() })),
});
export type NearRelease = z.infer<typeof nearReleaseSchema>;

/** What came of building: what is hidden and why, and whether anything could be worked out. */
export const releaseReportSchema = z.strictObject({
  measures: z.array(hiddenSchema),
  /** What the attack audit found; published only when there is none. */
  findings: z.array(z.strictObject({ measure: z.string(), attack: z.enum(attackKinds), found: z.int() })),
  /** Attacks that were tried: so many sums were asked about. */
  attacked: numberOfSchema,
  nearReleases: z.array(nearReleaseSchema),
  /** Whether this release and earlier ones together tell of a set of few firms. */
  isTracked: z.boolean(),
  /** The last release that it was compared with, in the order in which they could be looked at; 0 when there was none. */
  comparedTo: numberOfSchema,
  cover: z.enum(['exact', 'greedy']),
  seconds: z.number(),
  solver: z.string(),
});
export type ReleaseReport = z.infer<typeof releaseReportSchema>;

/** As it is told: how many attacks there were goes by which groups have somebody, which is not said of those of few. */
export const toldReportSchema = z.omit(releaseReportSchema, { attacked: true });
export type ToldReport = z.infer<typeof toldReportSchema>;

/** `dropped`: it could be looked at and was put away, and later ones are compared with it; `cancelled`: it could not. */
export const releaseStatuses = ['building', 'built', 'published', 'dropped', 'cancelled', 'failed'] as const;
export type ReleaseStatus = (typeof releaseStatuses)[number];

/**
 * `outdated`: another release was published or built while this one was, and they have not been compared. `withdrawn`: a firm
 * in it may not be counted any more.
 */
export const releaseBlocks = [
  'not-built',
  'outdated',
  'withdrawn',
  'audit-found',
  'too-near',
  'nothing-shown',
] as const;
export type ReleaseBlock = (typeof releaseBlocks)[number];

type WhereItStands = { readonly status: ReleaseStatus; readonly isShown: boolean; readonly mayBeCounted: boolean };

/**
 * Why a release may not be published; empty when it may. `isShown`: it may be looked at, since it was found safe beside all
 * that could be looked at when it was built. Whatever came later was compared with it. `mayBeCounted`: all firms that are
 * counted may be counted still.
 */
export function blocksOf(
  { status, isShown, mayBeCounted }: WhereItStands,
  report: Pick<ReleaseReport, 'findings' | 'nearReleases' | 'isTracked' | 'measures'> | null,
): ReleaseBlock[] {
  if (status !== 'built' || report === null) return ['not-built'];
  const isAllHidden = report.measures.every(
    ({ groups, few, insider, uniform, near, secondary }) => few + insider + uniform + near + secondary === groups,
  );
  const isFound = report.findings.length > 0;
  const isNear = report.nearReleases.length > 0 || report.isTracked;
  return [
    ...(!isShown && !isFound && !isNear ? (['outdated'] as const) : []),
    ...(mayBeCounted ? [] : (['withdrawn'] as const)),
    ...(isFound ? (['audit-found'] as const) : []),
    ...(isNear ? (['too-near'] as const) : []),
    ...(isAllHidden ? (['nothing-shown'] as const) : []),
  ];
}
