import * as z from 'zod/mini';
import { dimensionCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { feedbackSchema } from '../domain/instrument/feedback.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { agreementDocumentSchema } from '../domain/respondents/agreement-document.ts';
import { scoreProfileSchema } from '../domain/scoring/score.ts';
import { defineEndpoint } from './endpoint.ts';
import { catalogueVersionIdSchema } from './identifiers.ts';
import { receiptSchema, responseParamsSchema, responseSchema } from './responses.ts';
import { standingReviewSchema } from './reviews.ts';

/** One visible part of a suggestion's rank. */
const componentSchema = z.object({ code: wordCodeSchema, name: localisedTextSchema, points: z.number() });

export const suggestionSchema = z.object({
  rank: z.int(),
  packageCode: wordCodeSchema,
  packageName: localisedTextSchema,
  summary: localisedTextSchema,
  providerCode: wordCodeSchema,
  providerName: localisedTextSchema,
  dimensions: z.array(dimensionCodeSchema),
  reasons: z.array(localisedTextSchema),
  components: z.array(componentSchema),
  total: z.number(),
  steps: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
  greenStatement: localisedTextSchema,
  /** Filled when the provider's home county is another than the firm's. */
  crossCounty: z.nullable(localisedTextSchema),
  attachments: z.array(localisedTextSchema),
});
export type SuggestionDocument = z.infer<typeof suggestionSchema>;

/** The best package that was not suggested, and why it lost. */
export const runnerUpSchema = z.object({
  packageCode: wordCodeSchema,
  packageName: localisedTextSchema,
  summary: localisedTextSchema,
  providerName: localisedTextSchema,
  /** The suggestion that it lost to. */
  againstCode: wordCodeSchema,
  againstName: localisedTextSchema,
  /** What counted for each, the county left out: each side adds up to what decided. */
  parts: z.array(z.object({ name: localisedTextSchema, own: z.number(), theirs: z.number() })),
  reasons: z.array(localisedTextSchema),
});
export type RunnerUpDocument = z.infer<typeof runnerUpSchema>;

export const resultSchema = z.object({
  response: responseSchema,
  receipt: receiptSchema,
  scoreProfile: scoreProfileSchema,
  catalogueVersionId: catalogueVersionIdSchema,
  /** What rules across dimensions say of the firm, with the facts each rests on. */
  readings: z.array(
    z.object({
      ruleId: z.string(),
      name: localisedTextSchema,
      why: localisedTextSchema,
      restsOn: localisedTextSchema,
      /** The rule lifts support with the ways of working and puts tools off until later. */
      isProcessFirst: z.boolean(),
    }),
  ),
  notices: z.array(z.object({ code: wordCodeSchema, text: localisedTextSchema })),
  suggestions: z.array(suggestionSchema),
  postponed: z.array(
    z.object({ packageCode: wordCodeSchema, packageName: localisedTextSchema, reason: localisedTextSchema }),
  ),
  /** Null when no package lost, and in results from before it was kept. */
  runnerUp: z.nullable(runnerUpSchema),
  /** What the firm reads about each scored dimension, for its band and size. */
  feedback: z.array(z.object({ dimension: dimensionCodeSchema, ...feedbackSchema.shape })),
  /** Forms the firm can go on with, its answers brought along. */
  continuations: z.array(
    z.object({
      addedForm: wordCodeSchema,
      name: localisedTextSchema,
      minutes: z.int(),
      newItems: z.int(),
      /** Answers that come along, and how many of them are to scored items. */
      carriedAnswers: z.int(),
      carriedScored: z.int(),
    }),
  ),
  gaps: z.array(z.object({ dimension: dimensionCodeSchema, text: localisedTextSchema })),
  /** Reviewed levels to stand beside those of `scoreProfile`, which are always the firm's own. */
  reviews: z.array(standingReviewSchema),
  /** How far those who answered together agreed; null when one answered alone. */
  agreement: z.nullable(agreementDocumentSchema),
});
export type ResultDocument = z.infer<typeof resultSchema>;

export const getResult = defineEndpoint({
  name: 'getResult',
  method: 'GET',
  path: '/api/responses/:responseId/result',
  summary: 'Scores, suggestions and gaps of a submitted response, as stored at submission',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: resultSchema },
});
