import * as z from 'zod/mini';
import { itemCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { instrumentVersionIdSchema } from './identifiers.ts';
import { responseParamsSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';

const versionSchema = z.object({
  instrumentVersionId: instrumentVersionIdSchema,
  number: z.int(),
  publishedAt: timestampSchema,
});

/** A question as it is put to this firm in the one version and the other; null where that one does not ask it. */
const changedQuestionSchema = z.object({
  itemCode: itemCodeSchema,
  before: z.nullable(localisedTextSchema),
  after: z.nullable(localisedTextSchema),
  isAnswered: z.boolean(),
  /** What was answered to it on the version that is gone over to is kept, and comes back. */
  comesBack: z.boolean(),
});
export type ChangedQuestion = z.infer<typeof changedQuestionSchema>;

const moveSchema = z.object({
  to: versionSchema,
  /** `back`: to the version that the response has come from. */
  direction: z.enum(['newest', 'back']),
  /** They stay with their answers, as do all that are not listed here. */
  reworded: z.array(changedQuestionSchema),
  /** They ask something else, or allow less: to be answered again. */
  anew: z.array(changedQuestionSchema),
  added: z.array(changedQuestionSchema),
  removed: z.array(changedQuestionSchema),
});
export type VersionMove = z.infer<typeof moveSchema>;

export const versionChangeSchema = z.object({
  now: versionSchema,
  /** Why nobody goes over: a campaign asks all its firms the same, or colleagues have begun to answer a part. */
  fixedBy: z.nullable(z.enum(['campaign', 'colleagues'])),
  /** The newest version, where that is another and changes anything for the firm, whether or not it may go there. */
  newer: z.nullable(versionSchema),
  /** Where the response can go over to; empty on the newest version, and once it is submitted. */
  moves: z.array(moveSchema),
});
export type VersionChange = z.infer<typeof versionChangeSchema>;

export const getVersionChange = defineEndpoint({
  name: 'getVersionChange',
  method: 'GET',
  path: '/api/responses/:responseId/version-change',
  summary: 'Which versions of the questions an open response can go over to, and what would change for it',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: versionChangeSchema },
});

export const changeVersion = defineEndpoint({
  name: 'changeVersion',
  method: 'POST',
  path: '/api/responses/:responseId/version-change',
  summary: 'Goes over to another version; answers to questions that are asked anew are kept for the way back',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ to: instrumentVersionIdSchema }),
  responses: { 200: versionChangeSchema },
});
