import * as z from 'zod';
import { branchSchema, chainRoleSchema, countySchema, sizeClassSchema } from '#shared/domain/firm/firm-profile.ts';
import { stepOwners } from '#shared/domain/meeting/meeting-step.ts';

const shareSchema = z.number().min(0).max(1);
const rangeSchema = z.tuple([z.int().min(0), z.int().min(1)]).refine(([from, to]) => from <= to);
const deviationSchema = z.number().min(0).max(4);
/** Made-up words of people say so themselves, wherever they are read. */
const simulatedTextSchema = z.string().regex(/^Simulerat: ./);
const simulatedWordsSchema = z.array(simulatedTextSchema).min(1);
const simulatedNotesSchema = z
  .array(z.strictObject({ subject: simulatedTextSchema, body: simulatedTextSchema }))
  .min(1);
/** Shares of one whole. */
const sharesSchema = <S extends z.ZodType<{ share: number }>>(schema: S) =>
  z.array(schema).refine((list) => Math.abs(list.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9, {
    error: 'the shares do not add up to 1',
  });

/** `demo/population.yaml`: what the simulated population is drawn from, with where each figure comes from. */
export const populationFiguresSchema = z.strictObject({
  branches: sharesSchema(
    z.strictObject({
      code: branchSchema,
      share: shareSchema,
      digital: z.number(),
      process: z.number(),
      trades: z.array(z.string()).min(1),
    }),
  ),
  sizes: sharesSchema(
    z.strictObject({
      code: sizeClassSchema,
      share: shareSchema,
      employees: rangeSchema,
      level: z.number(),
      colleagues: z.number().min(0),
    }),
  ),
  counties: sharesSchema(z.strictObject({ code: countySchema, share: shareSchema })),
  largerTowns: z.record(z.string(), z.number().positive()),
  chainRoles: sharesSchema(z.strictObject({ code: chainRoleSchema, share: shareSchema })),
  maturity: z.strictObject({
    mean: z.number().min(0).max(4),
    firm: deviationSchema,
    digitalWithProcess: z.number().min(-1).max(1),
    dimension: deviationSchema,
    item: deviationSchema,
    respondent: deviationSchema,
    yearlyChange: z.number(),
    yearlySpread: deviationSchema,
    effectOfPackage: z.number(),
  }),
  answering: z.strictObject({
    dontKnow: shareSchema,
    notApplicable: shareSchema,
    comment: shareSchema,
    forms: z.record(z.string(), shareSchema),
    english: shareSchema,
  }),
  rounds: z.strictObject({
    firstDaysAgo: rangeSchema,
    new: shareSchema,
    newDaysAgo: rangeSchema,
    daysBetween: rangeSchema,
    comesBack: shareSchema,
  }),
  consents: z.strictObject({
    statistics: shareSchema,
    result: shareSchema,
    cohort: shareSchema,
    withdrawn: shareSchema,
    newestWordingDays: z.int().min(0),
  }),
  choices: z.strictObject({
    says: shareSchema,
    otherOrder: shareSchema,
    declines: shareSchema,
    asks: shareSchema,
  }),
  referrals: z.strictObject({
    asks: shareSchema,
    asksForMore: shareSchema,
    answerDays: z.number().positive(),
    unanswered: shareSchema,
    unansweredDays: z.int().positive(),
    declined: shareSchema,
    discontinued: shareSchema,
    withdrawn: shareSchema,
    startDays: z.number().positive(),
  }),
  pilot: z.strictObject({
    branch: z.string(),
    size: z.string(),
    form: z.string(),
    firstDaysAgo: rangeSchema,
    secondDaysAgo: rangeSchema,
    packages: z.array(z.strictObject({ code: z.string(), firms: z.int().positive() })),
    without: z.int().positive(),
  }),
  editions: z.strictObject({
    coming: shareSchema,
    onlyPlanned: shareSchema,
    full: shareSchema,
    says: z.strictObject({ yes: shareSchema, no: shareSchema }),
  }),
  reviews: z.strictObject({
    reviewed: shareSchema,
    items: rangeSchema,
    lower: shareSchema,
    higher: shareSchema,
    draft: shareSchema,
    answered: shareSchema,
    agrees: shareSchema,
    beginDays: rangeSchema,
    giveDays: rangeSchema,
    answerDays: rangeSchema,
    reasons: z.strictObject({ lower: simulatedWordsSchema, higher: simulatedWordsSchema }),
    replies: simulatedWordsSchema,
  }),
  contacts: z.strictObject({
    contacted: shareSchema,
    notes: rangeSchema,
    others: shareSchema,
    otherRoles: z.array(z.string()).min(1),
    met: shareSchema,
    meetings: rangeSchema,
    cancelled: shareSchema,
    coming: shareSchema,
    comingDays: rangeSchema,
    today: shareSchema,
    prepared: shareSchema,
    online: shareSchema,
    minutes: z.array(z.int().min(5).max(720)).min(1),
    summarySent: shareSchema,
    steps: rangeSchema,
    agreed: shareSchema,
    dueDays: rangeSchema,
    doneWhenDue: shareSchema,
    doneAhead: shareSchema,
    purposes: simulatedWordsSchema,
    places: simulatedWordsSchema,
    onlinePlace: simulatedTextSchema,
    agreedSteps: z.array(z.strictObject({ owner: z.enum(stepOwners), what: simulatedTextSchema })).min(4),
    noted: z.strictObject({
      call: simulatedNotesSchema,
      mail: simulatedNotesSchema,
      visit: simulatedNotesSchema,
      note: simulatedNotesSchema,
    }),
  }),
});
export type PopulationFigures = z.infer<typeof populationFiguresSchema>;
