import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { populationSchema } from '../domain/benchmark/release.ts';
import { editionStatuses } from '../domain/edition/edition-states.ts';
import { countySchema } from '../domain/firm/firm-profile.ts';
import { activitySchema } from '../domain/followup/activity.ts';
import { followUpListsSchema } from '../domain/followup/follow-up-lists.ts';
import { indexValueSchema } from '../domain/followup/index-value.ts';
import { portfolioFilterSchema } from '../domain/followup/portfolio.ts';
import { dimensionCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema, sourceLanguage } from '../domain/language.ts';
import { priorityCodeSchema, strategyStepCodeSchema } from '../domain/routing/strategy-step.ts';
import { defineEndpoint } from './endpoint.ts';
import { activityIdSchema, indexValueIdSchema, organisationIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const regionParams = z.strictObject({ organisationId: organisationIdSchema });
const activityParams = z.strictObject({ organisationId: organisationIdSchema, activityId: activityIdSchema });
const indexValueParams = z.strictObject({ organisationId: organisationIdSchema, indexValueId: indexValueIdSchema });

/** What is the same of everything that a region writes down. */
const entryFacts = {
  /** The region that wrote it, by its county's code. */
  region: countySchema,
  organisationName: localisedTextSchema,
  /** Whether it was written by the region of whoever asks, who alone may change it. */
  isOwn: z.boolean(),
  /** Made up for the demo. */
  isSimulated: z.boolean(),
  revision: z.int(),
  changedAt: timestampSchema,
  /** Why it counts no more; null as long as it does. */
  withdrawalReason: z.nullable(z.string()),
};
const historyFacts = {
  revision: z.int(),
  changedAt: timestampSchema,
  /** Null where the person is gone. */
  personName: z.nullable(z.string()),
  withdrawalReason: z.nullable(z.string()),
};
const revisionSchema = z.int().check(z.gte(0));
const withdrawalSchema = z.strictObject({
  revision: z.int().check(z.gte(1)),
  reason: storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(500)),
});

export const activityRowSchema = z.object({
  ...entryFacts,
  activityId: activityIdSchema,
  activity: activitySchema,
});
export type ActivityRow = z.output<typeof activityRowSchema>;

const namedSchema = z.object({ code: wordCodeSchema, name: localisedTextSchema });

/** What activities are about: the steps, the packages that lead to them, and when these have been given. */
export const followUpFrameSchema = z.object({
  /** The day in Sweden. */
  today: z.iso.date(),
  priorities: z.array(z.object({ code: priorityCodeSchema, name: localisedTextSchema })),
  /** In the strategy's order. */
  steps: z.array(z.object({ code: strategyStepCodeSchema, name: localisedTextSchema })),
  packages: z.array(
    z.object({
      ...namedSchema.shape,
      steps: z.array(strategyStepCodeSchema),
      counties: z.array(countySchema),
      isOffered: z.boolean(),
    }),
  ),
  /** Without a firm, and without how many there are. */
  editions: z.array(
    z.object({
      packageCode: wordCodeSchema,
      status: z.enum(editionStatuses),
      provider: localisedTextSchema,
      /** Null when it is held online. */
      county: z.nullable(countySchema),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      isSimulated: z.boolean(),
    }),
  ),
  lists: followUpListsSchema,
});
export type FollowUpFrame = z.output<typeof followUpFrameSchema>;

export const listActivities = defineEndpoint({
  name: 'listActivities',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/activities',
  summary: 'What the regions have written down of the carrying out of the strategy, and what its steps have besides',
  access: 'region',
  permission: 'read-follow-up',
  params: regionParams,
  responses: { 200: z.object({ activities: z.array(activityRowSchema), frame: followUpFrameSchema }) },
});

export const activityDocumentSchema = z.object({
  ...activityRowSchema.shape,
  /** Everything it has been, the newest first. */
  history: z.array(z.object({ ...historyFacts, activity: activitySchema })),
});
export type ActivityDocument = z.output<typeof activityDocumentSchema>;

export const getActivity = defineEndpoint({
  name: 'getActivity',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/activities/:activityId',
  summary: 'An activity that the region has written down, with all its changes',
  access: 'region',
  permission: 'keep-follow-up',
  params: activityParams,
  responses: { 200: activityDocumentSchema },
});

export const saveActivity = defineEndpoint({
  name: 'saveActivity',
  method: 'PUT',
  path: '/api/region/organisations/:organisationId/activities/:activityId',
  summary: 'Writes an activity down: a new one at revision 0, and else over the revision that was seen',
  access: 'region',
  permission: 'keep-follow-up',
  params: activityParams,
  body: z.strictObject({ activity: activitySchema, revision: revisionSchema }),
  responses: { 200: activityRowSchema },
});

export const withdrawActivity = defineEndpoint({
  name: 'withdrawActivity',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/activities/:activityId/withdrawal',
  summary: 'Withdraws an activity, with a reason; what it was is kept',
  access: 'region',
  permission: 'keep-follow-up',
  params: activityParams,
  body: withdrawalSchema,
  responses: { 200: activityRowSchema },
});

const exportQuery = z.strictObject({
  ...portfolioFilterSchema.shape,
  language: z._default(languageSchema, sourceLanguage),
});

export const getPortfolioTable = defineEndpoint({
  name: 'getPortfolioTable',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/portfolio/table',
  summary: 'The industrial portfolio as CSV, narrowed as the page is',
  access: 'region',
  permission: 'read-follow-up',
  params: regionParams,
  query: exportQuery,
  responses: { 200: z.unknown() },
});

export const getPortfolioWorkbook = defineEndpoint({
  name: 'getPortfolioWorkbook',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/portfolio/workbook',
  summary: 'The industrial portfolio as a workbook, narrowed as the page is',
  access: 'region',
  permission: 'read-follow-up',
  params: regionParams,
  query: exportQuery,
  responses: { 200: z.unknown() },
});

export const indexValueRowSchema = z.object({
  ...entryFacts,
  indexValueId: indexValueIdSchema,
  indexValue: indexValueSchema,
});
export type IndexValueRow = z.output<typeof indexValueRowSchema>;

/** The mean level of all firms in the newest release that shows it, of real firms if there is one. */
const publishedFigureSchema = z.object({
  dimension: dimensionCodeSchema,
  mean: z.number(),
  /** About how many firms. */
  firms: z.number(),
  releaseNumber: z.int(),
  from: z.iso.date(),
  until: z.iso.date(),
  population: populationSchema,
  isSimulated: z.boolean(),
});

export const listIndexValues = defineEndpoint({
  name: 'listIndexValues',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/index-values',
  summary: 'Values of indexes that others publish, and the newest published figures that they may stand beside',
  access: 'region',
  permission: 'read-follow-up',
  params: regionParams,
  responses: {
    200: z.object({
      indexValues: z.array(indexValueRowSchema),
      figures: z.array(publishedFigureSchema),
      dimensions: z.array(z.object({ code: dimensionCodeSchema, name: localisedTextSchema })),
      /** The day in Sweden. */
      today: z.iso.date(),
    }),
  },
});

export const indexValueDocumentSchema = z.object({
  ...indexValueRowSchema.shape,
  history: z.array(z.object({ ...historyFacts, indexValue: indexValueSchema })),
});

export type IndexValueDocument = z.output<typeof indexValueDocumentSchema>;

export const getIndexValue = defineEndpoint({
  name: 'getIndexValue',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/index-values/:indexValueId',
  summary: 'A value that the region has entered, with all its changes',
  access: 'region',
  permission: 'keep-follow-up',
  params: indexValueParams,
  responses: { 200: indexValueDocumentSchema },
});

export const saveIndexValue = defineEndpoint({
  name: 'saveIndexValue',
  method: 'PUT',
  path: '/api/region/organisations/:organisationId/index-values/:indexValueId',
  summary: 'Enters a value of an index: a new one at revision 0, and else over the revision that was seen',
  access: 'region',
  permission: 'keep-follow-up',
  params: indexValueParams,
  body: z.strictObject({ indexValue: indexValueSchema, revision: revisionSchema }),
  responses: { 200: indexValueRowSchema },
});

export const withdrawIndexValue = defineEndpoint({
  name: 'withdrawIndexValue',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/index-values/:indexValueId/withdrawal',
  summary: 'Withdraws a value, with a reason; what it was is kept',
  access: 'region',
  permission: 'keep-follow-up',
  params: indexValueParams,
  body: withdrawalSchema,
  responses: { 200: indexValueRowSchema },
});
