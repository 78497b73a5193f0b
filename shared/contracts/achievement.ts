import * as z from 'zod/mini';
import { achievementSchema } from '../domain/achievement/achievement.ts';
import { protectionSchema } from '../domain/achievement/protection.ts';
import { countySchema } from '../domain/firm/firm-profile.ts';
import { languageSchema, localisedTextSchema, sourceLanguage } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { organisationIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const achievementParams = z.strictObject({ organisationId: organisationIdSchema });

/** A calendar year, or everything: there are no other periods, so that none can be subtracted from another. */
export const achievementPeriodSchema = z.union([
  z.literal('since-start'),
  z.string().check(z.regex(/^(19|20)[0-9]{2}$/)),
]);
export type AchievementPeriod = z.infer<typeof achievementPeriodSchema>;

export const achievementDocumentSchema = z.object({
  organisationId: organisationIdSchema,
  organisationName: localisedTextSchema,
  /** Everything before this moment is counted: the beginning of the month. */
  countedUntil: timestampSchema,
  /** Where there are simulated firms, only they are counted. */
  isSimulated: z.boolean(),
  protection: protectionSchema,
  answerWithinWeekdays: z.int(),
  homeCounties: z.array(countySchema),
  packageNames: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
  /** The groups that the figures name. A place: null when it was held online. */
  groups: z.array(
    z.object({ code: z.string(), name: z.nullable(z.string()), place: z.nullable(z.string()), startsOn: z.iso.date() }),
  ),
  figures: achievementSchema,
  /** SHA-256 of all the rest, as JSON with sorted keys: tells whether two pages or reports say the same. */
  sha256: z.string(),
});
export type AchievementDocument = z.output<typeof achievementDocumentSchema>;

export const getAchievement = defineEndpoint({
  name: 'getAchievement',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/achievement',
  summary: 'What the provider has achieved, in counts that no firm can be read from',
  access: 'advisor',
  permission: 'read-achievement',
  params: achievementParams,
  responses: { 200: achievementDocumentSchema },
});

export const getAchievementReport = defineEndpoint({
  name: 'getAchievementReport',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/achievement/report',
  summary: 'The same figures as a tagged PDF',
  access: 'advisor',
  permission: 'read-achievement',
  params: achievementParams,
  query: z.strictObject({
    period: z._default(achievementPeriodSchema, 'since-start'),
    language: z._default(languageSchema, sourceLanguage),
  }),
  responses: { 200: z.unknown() },
});

export const getAchievementWorkbook = defineEndpoint({
  name: 'getAchievementWorkbook',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/achievement/workbook',
  summary: 'Every figure of every period as a workbook',
  access: 'advisor',
  permission: 'read-achievement',
  params: achievementParams,
  query: z.strictObject({ language: z._default(languageSchema, sourceLanguage) }),
  responses: { 200: z.unknown() },
});

export const getAchievementTable = defineEndpoint({
  name: 'getAchievementTable',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/achievement/table',
  summary: 'Every figure of every period as CSV, the same rows as in the workbook',
  access: 'advisor',
  permission: 'read-achievement',
  params: achievementParams,
  query: z.strictObject({ language: z._default(languageSchema, sourceLanguage) }),
  responses: { 200: z.unknown() },
});
