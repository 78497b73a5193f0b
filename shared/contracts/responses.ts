import * as z from 'zod/mini';
import { answerSchema, storableTextSchema } from '../domain/answers/answer.ts';
import { firmProfileSchema } from '../domain/firm/firm-profile.ts';
import { dimensionCodeSchema, formCodeSchema, itemCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { respondentRoleSchema } from '../domain/respondents/respondent-role.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  accessKeySchema,
  clientIdSchema,
  firmIdSchema,
  instrumentVersionIdSchema,
  responseIdSchema,
  submissionIdSchema,
} from './identifiers.ts';
import { problemSchema } from './problem.ts';
import { timestampSchema } from './timestamps.ts';

export const responseParamsSchema = z.strictObject({ responseId: responseIdSchema });

export const firmIdentitySchema = z.strictObject({
  /** Ten digits, checked by `checkOrganisationNumber`. */
  organisationNumber: z.optional(z.string().check(z.maxLength(20))),
  firmName: z.optional(storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(120))),
});

export const storedAnswerSchema = z.object({
  itemCode: itemCodeSchema,
  answer: answerSchema,
  /** Counts the saves of this answer; a client sends the last one it has seen. */
  revision: z.int(),
  answeredAt: timestampSchema,
  /** Came along from the response that this one continues, and has not been given again. */
  isCarried: z.boolean(),
});
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;

export const receiptSchema = z.object({
  submissionId: submissionIdSchema,
  /** Short enough to read out on the telephone. */
  receiptNumber: z.string(),
  submittedAt: timestampSchema,
  answeredItems: z.int(),
  scoredItems: z.int(),
});

export const respondentSchema = z.nullable(
  z.object({
    role: respondentRoleSchema,
    part: z.array(dimensionCodeSchema),
    doneAt: z.nullable(timestampSchema),
    /** Their answer may count for the firm also where fewer than three besides the one who leads have answered. */
    countsAlone: z.boolean(),
  }),
);

/** What a firm answers a call for, as long as it is open and has not left the call. */
export const answeredCampaignSchema = z.object({
  organiserName: localisedTextSchema,
  name: localisedTextSchema,
  closesOn: z.iso.date(),
  /** From then on a submission is refused: the end of the last day with its grace, or when the organiser has ended it. */
  refusesFrom: timestampSchema,
  /** Whether that is so, by the clock of the server. */
  isOver: z.boolean(),
});

export const responseSchema = z.object({
  responseId: responseIdSchema,
  instrumentVersionId: instrumentVersionIdSchema,
  formCode: formCodeSchema,
  language: languageSchema,
  /** `closed`: a respondent's own answers, after the firm's were submitted. */
  status: z.enum(['open', 'submitted', 'closed']),
  isSimulated: z.boolean(),
  /** Belongs to an account: there are no keys and no resume links any more. */
  isClaimed: z.boolean(),
  /** The firm of that account; null while there is none. */
  firmId: z.nullable(firmIdSchema),
  firmName: z.nullable(z.string()),
  /** Null for a respondent. */
  organisationNumber: z.nullable(z.string()),
  /** For a respondent what questions go by, and nothing else. */
  profile: firmProfileSchema,
  answers: z.array(storedAnswerSchema),
  startedAt: timestampSchema,
  receipt: z.nullable(receiptSchema),
  /** The form of the response that this one continues. */
  continuesFormCode: z.nullable(formCodeSchema),
  continuesResponseId: z.nullable(responseIdSchema),
  /** Null where it answers none, and for a respondent. */
  campaign: z.nullable(answeredCampaignSchema),
  /** Somebody who answers a part beside others; null for whoever leads the answering, and sees the result. */
  respondent: respondentSchema,
});
export type ResponseDocument = z.infer<typeof responseSchema>;

export const startResponse = defineEndpoint({
  name: 'startResponse',
  method: 'POST',
  path: '/api/responses',
  summary: 'Starts a response without an account and hands the browser its access key in a cookie',
  access: 'public',
  body: z.strictObject({
    formCode: wordCodeSchema,
    language: languageSchema,
    profile: firmProfileSchema,
    ...firmIdentitySchema.shape,
  }),
  responses: { 201: responseSchema },
});

export const getResponse = defineEndpoint({
  name: 'getResponse',
  method: 'GET',
  path: '/api/responses/:responseId',
  summary: 'The response with every stored answer',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: responseSchema },
});

export const changeProfile = defineEndpoint({
  name: 'changeProfile',
  method: 'PUT',
  path: '/api/responses/:responseId/profile',
  summary: 'Changes the firm profile of an open response',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ profile: firmProfileSchema, ...firmIdentitySchema.shape }),
  responses: { 200: responseSchema },
});

/** The answer was changed elsewhere in the meantime: nothing was stored, both values are known. */
export const answerConflictSchema = z.extend(problemSchema, { current: z.optional(storedAnswerSchema) });

export const saveAnswer = defineEndpoint({
  name: 'saveAnswer',
  method: 'PUT',
  path: '/api/responses/:responseId/answers/:itemCode',
  summary: 'Saves one answer; repeating the same save changes nothing',
  access: 'respondent',
  params: z.strictObject({ responseId: responseIdSchema, itemCode: itemCodeSchema }),
  body: z.strictObject({
    clientId: clientIdSchema,
    clientSequence: z.int().check(z.gte(1), z.lte(2_000_000_000)),
    /** Revision of the stored answer the client has seen; 0 when it has seen none. */
    baseRevision: z.int().check(z.gte(0)),
    /** Of the question that was answered. Where the response has gone over to another, the answer has to fit there too. */
    instrumentVersionId: z.optional(instrumentVersionIdSchema),
    answer: answerSchema,
  }),
  responses: { 200: storedAnswerSchema, 409: answerConflictSchema },
});

export const submitResponse = defineEndpoint({
  name: 'submitResponse',
  method: 'POST',
  path: '/api/responses/:responseId/submission',
  summary: 'Submits the response once; every repetition gets the same receipt',
  access: 'respondent',
  params: responseParamsSchema,
  isIdempotencyKeyRequired: true,
  body: z.strictObject({ language: languageSchema }),
  responses: { 200: receiptSchema, 201: receiptSchema },
});

export const continueResponse = defineEndpoint({
  name: 'continueResponse',
  method: 'POST',
  path: '/api/responses/:responseId/continuations',
  summary: 'Goes on from a submitted response into a further form, with its answers brought along',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ addedForm: wordCodeSchema, language: languageSchema }),
  responses: { 201: responseSchema },
});

export const createResumeLink = defineEndpoint({
  name: 'createResumeLink',
  method: 'POST',
  path: '/api/responses/:responseId/resume-links',
  summary: 'Makes a secret link with which the response can be continued on another device',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 201: z.object({ url: z.string(), expiresAt: timestampSchema }) },
});

export const resumeResponse = defineEndpoint({
  name: 'resumeResponse',
  method: 'POST',
  path: '/api/resumptions',
  summary: 'Exchanges the secret of a resume link for access to the response in this browser',
  access: 'public',
  body: z.strictObject({ key: accessKeySchema }),
  responses: {
    201: z.object({
      responseId: responseIdSchema,
      status: z.enum(['open', 'submitted', 'closed']),
      /** The answers of somebody who answers a part, which whoever made the link may read. */
      isRespondent: z.boolean(),
    }),
  },
});

export const closeHere = defineEndpoint({
  name: 'closeHere',
  method: 'POST',
  path: '/api/responses/:responseId/closing-here',
  summary: 'Ends the key by which this browser opens the response, where somebody else may sit next; the answers stay',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: z.object({ isClosed: z.boolean() }) },
});
