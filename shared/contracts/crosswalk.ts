import * as z from 'zod/mini';
import { answerValueSchema } from '../domain/answers/answer.ts';
import { rowOrigins } from '../domain/crosswalk/resolve-measure.ts';
import { certifications } from '../domain/firm/firm-choices.ts';
import { formCodeSchema, itemCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { firmIdSchema, instrumentVersionIdSchema, organisationIdSchema, responseIdSchema } from './identifiers.ts';
import { problemSchema } from './problem.ts';
import { responseParamsSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';

const stepSchema = z.int().check(z.gte(0), z.lte(5));

/** What a row was derived from: an answer as it was submitted, a certificate of the profile, or what was added. */
const crosswalkSourceSchema = z.union([
  z.object({ item: itemCodeSchema, value: answerValueSchema }),
  z.object({ certification: z.enum(certifications) }),
  z.object({ row: wordCodeSchema, step: stepSchema }),
]);
export type CrosswalkSource = z.infer<typeof crosswalkSourceSchema>;

const crosswalkRowSchema = z.object({
  code: wordCodeSchema,
  text: localisedTextSchema,
  /** Why answers say something of it; null where none does. */
  because: z.nullable(localisedTextSchema),
  isExclusive: z.boolean(),
  lowest: stepSchema,
  highest: stepSchema,
  origin: z.enum(rowOrigins),
  sources: z.array(crosswalkSourceSchema),
  /**
   * What the firm has added, its step null when it has taken it away; revision 0 before there was anything. Null for a
   * reader whose consent does not name it: then no row is told by it.
   */
  added: z.nullable(z.object({ step: z.nullable(stepSchema), revision: z.int() })),
});
export type CrosswalkRow = z.infer<typeof crosswalkRowSchema>;

const crosswalkQuestionSchema = z.object({
  code: wordCodeSchema,
  number: z.int(),
  text: localisedTextSchema,
  /** Words of its steps, from 0. */
  steps: z.array(localisedTextSchema),
  rows: z.array(crosswalkRowSchema),
});
export type CrosswalkQuestion = z.infer<typeof crosswalkQuestionSchema>;

const endsSchema = z.object({ lowest: z.int(), highest: z.int() });
const crosswalkFigureSchema = z.object({
  /** Whole numbers, as they are shown. */
  shown: endsSchema,
  bands: z.object({ lowest: wordCodeSchema, highest: wordCodeSchema }),
});
export type CrosswalkFigure = z.infer<typeof crosswalkFigureSchema>;

const crosswalkDimensionSchema = z.object({
  code: wordCodeSchema,
  name: localisedTextSchema,
  formula: localisedTextSchema,
  cautions: z.array(localisedTextSchema),
  /** Null where nothing is known, and of a measure that has a total alone. */
  figure: z.nullable(crosswalkFigureSchema),
  questions: z.array(crosswalkQuestionSchema),
});

const crosswalkMeasureSchema = z.object({
  code: wordCodeSchema,
  version: z.string(),
  scale: z.enum(['percent', 'points']),
  highest: z.int(),
  name: localisedTextSchema,
  about: localisedTextSchema,
  formula: localisedTextSchema,
  source: z.object({ text: localisedTextSchema, url: z.string() }),
  cautions: z.array(localisedTextSchema),
  bands: z.array(z.object({ code: wordCodeSchema, from: z.int(), name: localisedTextSchema })),
  /** Null where nothing at all is known. */
  total: z.nullable(crosswalkFigureSchema),
  dimensions: z.array(crosswalkDimensionSchema),
});
export type CrosswalkMeasure = z.infer<typeof crosswalkMeasureSchema>;

/** Figures of measures of others, derived from a submitted response; none of them official. */
export const crosswalkSchema = z.object({
  responseId: responseIdSchema,
  instrumentVersionId: instrumentVersionIdSchema,
  formCode: formCodeSchema,
  firmName: z.nullable(z.string()),
  isSimulated: z.boolean(),
  submittedAt: timestampSchema,
  /** Answered with another meaning than the measures' rules were written for; nothing is derived from them. */
  changedItems: z.array(itemCodeSchema),
  measures: z.array(crosswalkMeasureSchema),
});
export type CrosswalkDocument = z.infer<typeof crosswalkSchema>;

export const getCrosswalk = defineEndpoint({
  name: 'getCrosswalk',
  method: 'GET',
  path: '/api/responses/:responseId/crosswalk',
  summary: 'Figures of two EU measures, derived from the answers of a submitted response and what the firm has added',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: crosswalkSchema },
});

/** What was added was changed elsewhere meanwhile: nothing was stored, and what stands is told. */
const addedConflictSchema = z.extend(problemSchema, {
  current: z.optional(z.object({ step: z.nullable(stepSchema), revision: z.int() })),
});

export const addCrosswalkAnswer = defineEndpoint({
  name: 'addCrosswalkAnswer',
  method: 'PUT',
  path: '/api/responses/:responseId/crosswalk/rows/:rowCode',
  summary: 'Keeps one added answer, or takes it away; repeating the same changes nothing',
  access: 'respondent',
  params: z.strictObject({ responseId: responseIdSchema, rowCode: wordCodeSchema }),
  body: z.strictObject({
    /** Revision of the added answer that was seen; 0 when none was. */
    baseRevision: z.int().check(z.gte(0)),
    step: z.nullable(stepSchema),
  }),
  responses: { 200: crosswalkSchema, 409: addedConflictSchema },
});

export const answerSheetFormats = ['xlsx', 'csv'] as const;
export type AnswerSheetFormat = (typeof answerSheetFormats)[number];
const fileShape = { language: languageSchema, format: z.enum(answerSheetFormats) };

export const getAnswerSheet = defineEndpoint({
  name: 'getAnswerSheet',
  method: 'GET',
  path: '/api/responses/:responseId/crosswalk/answer-sheet/:language/:format',
  summary: 'Every row of the measures with its answer, in the order of their forms, as a spreadsheet',
  access: 'respondent',
  params: z.strictObject({ responseId: responseIdSchema, ...fileShape }),
  responses: { 200: z.unknown() },
});

const sharedShape = { organisationId: organisationIdSchema, firmId: firmIdSchema, responseId: responseIdSchema };

export const getSharedCrosswalk = defineEndpoint({
  name: 'getSharedCrosswalk',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/responses/:responseId/crosswalk',
  summary: 'The same of a firm that shares its results; each reading is written down for the firm to see',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: z.strictObject(sharedShape),
  responses: { 200: crosswalkSchema },
});

export const getSharedAnswerSheet = defineEndpoint({
  name: 'getSharedAnswerSheet',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/responses/:responseId/crosswalk/answer-sheet/:language/:format',
  summary: 'The same as a spreadsheet; each reading is written down for the firm to see',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: z.strictObject({ ...sharedShape, ...fileShape }),
  responses: { 200: z.unknown() },
});
