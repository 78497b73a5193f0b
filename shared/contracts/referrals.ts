import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { referralStatuses } from '../domain/referral/referral-states.ts';
import { defineEndpoint } from './endpoint.ts';
import { editionIdSchema, referralIdSchema, responseIdSchema } from './identifiers.ts';
import { responseParamsSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';
import { wishedEditionSchema } from './wished-edition.ts';

const lineSchema = (maximum: number) => storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(maximum));

/** What the firm fills in to be contacted; the client form and the server check it by the same schema. */
export const contactRequestSchema = z.strictObject({
  packageCode: wordCodeSchema,
  firmName: lineSchema(120),
  contactName: lineSchema(120),
  email: z.email().check(z.maxLength(254)),
  telephone: z.optional(z.string().check(z.regex(/^[+0-9][0-9 ()/-]{5,24}$/))),
  message: z.optional(lineSchema(1000)),
  /** The group of the package that the firm would like to be in. */
  wishedEditionId: z.optional(editionIdSchema),
  /** Version of the consent wording that was on the screen and agreed to. */
  consentWordingVersion: wordCodeSchema,
  hasConsented: z.literal(true),
});
export type ContactRequest = z.infer<typeof contactRequestSchema>;

export const referralSchema = z.object({
  referralId: referralIdSchema,
  packageCode: wordCodeSchema,
  packageName: localisedTextSchema,
  providerCode: wordCodeSchema,
  providerName: localisedTextSchema,
  status: z.enum(referralStatuses),
  contactName: z.string(),
  email: z.string(),
  wishedEdition: z.nullable(wishedEditionSchema),
  /** When the firm withdrew the consent that the request rests on; from then on the provider sees nothing of it. */
  consentWithdrawnAt: z.nullable(timestampSchema),
  /** Who is proposed to go on, once it was handed over; nothing is passed on before the firm asks them. */
  handedOverTo: z.nullable(z.object({ code: wordCodeSchema, name: localisedTextSchema })),
  events: z.array(z.object({ status: z.enum(referralStatuses), at: timestampSchema })),
});
export type ReferralDocument = z.infer<typeof referralSchema>;

export const requestContact = defineEndpoint({
  name: 'requestContact',
  method: 'POST',
  path: '/api/responses/:responseId/referrals',
  summary: 'Asks the provider of a package to contact the firm, with its consent',
  access: 'respondent',
  params: responseParamsSchema,
  isIdempotencyKeyRequired: true,
  body: contactRequestSchema,
  responses: { 200: referralSchema, 201: referralSchema },
});

/** What ends together with the consent of a request, when it is the last one to its provider. */
const fallingSchema = z.object({
  referralId: referralIdSchema,
  /** Places in groups, and on waiting lists. */
  places: z.array(z.object({ name: localisedTextSchema, isWaiting: z.boolean() })),
  /** Meetings to come that the provider no longer sees. */
  meetings: z.int(),
});
export type FallingWithReferral = z.infer<typeof fallingSchema>;

export const listReferrals = defineEndpoint({
  name: 'listReferrals',
  method: 'GET',
  path: '/api/responses/:responseId/referrals',
  summary: 'The referrals of the firm and what has happened to each',
  access: 'respondent',
  params: responseParamsSchema,
  responses: {
    200: z.object({
      referrals: z.array(referralSchema),
      /** Codes of the providers where somebody can read a request now. */
      providersInUse: z.array(wordCodeSchema),
      /** Of the requests that can be withdrawn by whoever asks, those with which more than themselves ends. */
      falling: z.array(fallingSchema),
    }),
  },
});

const referralParamsSchema = z.strictObject({ responseId: responseIdSchema, referralId: referralIdSchema });

export const withdrawReferral = defineEndpoint({
  name: 'withdrawReferral',
  method: 'POST',
  path: '/api/responses/:responseId/referrals/:referralId/withdrawal',
  summary: 'Takes the request and the consent behind it back',
  access: 'respondent',
  params: referralParamsSchema,
  responses: { 200: referralSchema },
});

export const getReferralCalendar = defineEndpoint({
  name: 'getReferralCalendar',
  method: 'GET',
  path: '/api/responses/:responseId/referrals/:referralId/calendar/:language',
  summary: 'A calendar file that reminds the firm of its next step',
  access: 'respondent',
  params: z.extend(referralParamsSchema, { language: z.enum(['sv', 'en']) }),
  responses: { 200: z.string() },
});

export const consentWordingSchema = z.object({
  purpose: wordCodeSchema,
  version: wordCodeSchema,
  text: localisedTextSchema,
});
export type ConsentWording = z.infer<typeof consentWordingSchema>;

export const listConsentWordings = defineEndpoint({
  name: 'listConsentWordings',
  method: 'GET',
  path: '/api/consent-wordings',
  summary: 'The wordings a firm agrees to, by purpose',
  access: 'public',
  responses: { 200: z.object({ wordings: z.array(consentWordingSchema) }) },
});
