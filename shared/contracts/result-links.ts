import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { formCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { resultLinkStates } from '../domain/sharing/result-link-state.ts';
import { linkDays, shareChoiceSchema, sharedParts } from '../domain/sharing/share-choice.ts';
import { sharedContentSchema } from '../domain/sharing/shared-content.ts';
import { defineEndpoint } from './endpoint.ts';
import { accessKeySchema, resultLinkIdSchema } from './identifiers.ts';
import { emailSchema } from './people.ts';
import { responseParamsSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';

const lineSchema = (maximum: number) => storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(maximum));

/** What the recipient of a link is shown: what was chosen of one frozen submission, and nothing else. */
export const sharedResultSchema = z.strictObject({
  recipientName: z.string(),
  /** What the firm wrote to the recipient. */
  note: z.nullable(z.string()),
  /** Null when the firm chose not to be named. */
  firmName: z.nullable(z.string()),
  isSimulated: z.boolean(),
  language: languageSchema,
  expiresAt: timestampSchema,
  submittedAt: timestampSchema,
  questionnaire: z.strictObject({
    formCode: formCodeSchema,
    name: localisedTextSchema,
    version: z.int(),
    scoringRules: wordCodeSchema,
  }),
  parts: z.array(z.enum(sharedParts)),
  content: sharedContentSchema,
});
export type SharedResultDocument = z.infer<typeof sharedResultSchema>;

export const resultLinkSchema = z.object({
  resultLinkId: resultLinkIdSchema,
  recipientName: z.string(),
  recipientEmail: z.nullable(z.string()),
  note: z.nullable(z.string()),
  parts: z.array(z.enum(sharedParts)),
  showsFirmName: z.boolean(),
  language: languageSchema,
  /** Of the result that it shows. */
  submittedAt: timestampSchema,
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
  takenBackAt: z.nullable(timestampSchema),
  state: z.enum(resultLinkStates),
  openings: z.int(),
  lastOpenedAt: z.nullable(timestampSchema),
  /** What has become of the mail; null when none was asked for, or it is cleared away. */
  mail: z.nullable(z.enum(['waiting', 'sent', 'failed', 'unconfirmed'])),
  /** Null when it was made before the firm had an owner, or by somebody whose account is erased. */
  makerName: z.nullable(z.string()),
});
export type ResultLink = z.infer<typeof resultLinkSchema>;

export const resultLinksSchema = z.object({
  /** Of the whole firm, the newest first. */
  links: z.array(resultLinkSchema),
  active: z.int(),
  mostActive: z.int(),
  /** What this result has to show. */
  shareable: z.object({
    levels: z.boolean(),
    stage: z.boolean(),
    answers: z.boolean(),
    suggestions: z.boolean(),
    change: z.boolean(),
  }),
  /** When the round that a change is counted from was submitted. */
  earlierSubmittedAt: z.nullable(timestampSchema),
  firmName: z.nullable(z.string()),
  submittedAt: timestampSchema,
  /** Whether the site can send a link by mail for whoever asks: for somebody with an account, whose firm is claimed. */
  canMail: z.boolean(),
  /** No link lasts longer: the firm has no owner, and after that nobody could take it back. Null where it has. */
  latestEnd: z.nullable(timestampSchema),
});
export type ResultLinks = z.infer<typeof resultLinksSchema>;

const recipientSchema = {
  recipientName: lineSchema(120),
  note: z.optional(lineSchema(500)),
  days: z.union(linkDays.map((days) => z.literal(days))),
};

export const listResultLinks = defineEndpoint({
  name: 'listResultLinks',
  method: 'GET',
  path: '/api/responses/:responseId/result-links',
  summary: 'The links with which the firm shows results, what became of each, and what this result has to show',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: resultLinksSchema },
});

export const previewResultLink = defineEndpoint({
  name: 'previewResultLink',
  method: 'POST',
  path: '/api/responses/:responseId/result-links/preview',
  summary: 'Exactly what the recipient of such a link would be shown; nothing is made',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ ...recipientSchema, choice: shareChoiceSchema }),
  responses: { 200: sharedResultSchema },
});

export const createResultLink = defineEndpoint({
  name: 'createResultLink',
  method: 'POST',
  path: '/api/responses/:responseId/result-links',
  summary: 'Makes a link to this result for one recipient; its secret is told here and never again',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({
    ...recipientSchema,
    choice: shareChoiceSchema,
    recipientEmail: z.optional(emailSchema),
    sendsMail: z.boolean(),
  }),
  responses: { 201: z.object({ url: z.string(), links: resultLinksSchema }) },
});

export const takeResultLinkBack = defineEndpoint({
  name: 'takeResultLinkBack',
  method: 'POST',
  path: '/api/responses/:responseId/result-links/:resultLinkId/revocation',
  summary: 'Takes a link back, with effect on the very next request of whoever has it',
  access: 'respondent',
  params: z.extend(responseParamsSchema, { resultLinkId: resultLinkIdSchema }),
  responses: { 200: resultLinksSchema },
});

export const openResultLink = defineEndpoint({
  name: 'openResultLink',
  method: 'POST',
  path: '/api/shared-results',
  summary: 'Exchanges the secret of a link for what it shows, which is written down for the firm',
  access: 'public',
  body: z.strictObject({ key: accessKeySchema }),
  responses: { 200: sharedResultSchema },
});

export const checkResultLink = defineEndpoint({
  name: 'checkResultLink',
  method: 'POST',
  path: '/api/shared-results/standing',
  summary: 'Whether the secret of a link that is open still opens it, and until when; no opening',
  access: 'public',
  body: z.strictObject({ key: accessKeySchema }),
  responses: { 200: z.strictObject({ expiresAt: timestampSchema }) },
});
