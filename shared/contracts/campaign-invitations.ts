import * as z from 'zod/mini';
import { organiserKinds } from '../domain/campaign/region-view.ts';
import {
  branchSchema,
  firmProfileSchema,
  municipalityCodeSchema,
  sizeClassSchema,
} from '../domain/firm/firm-profile.ts';
import { formCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { accessKeySchema, firmIdSchema, responseIdSchema } from './identifiers.ts';
import { firmIdentitySchema, responseParamsSchema, responseSchema } from './responses.ts';

export const invitationSchema = z.object({
  organiserName: localisedTextSchema,
  /** By which it is said what the organiser sees. */
  organiserKind: z.enum(organiserKinds),
  name: localisedTextSchema,
  state: z.enum(['scheduled', 'open', 'grace', 'closed', 'ended']),
  closesOn: z.iso.date(),
  lastDay: z.iso.date(),
  language: languageSchema,
  formCode: formCodeSchema,
  formName: localisedTextSchema,
  minutes: z.int(),
  scoredItems: z.int(),
  /**
   * `in-account`: begun, and from then on reached by signing in. `gone`: begun without an account, and deleted since nobody
   * went on with it; it can be begun anew.
   */
  progress: z.enum(['not-begun', 'begun', 'gone', 'in-account', 'finished']),
  /** What the organiser knows of the firm, to begin with. */
  firmName: z.string(),
  organisationNumber: z.nullable(z.string()),
  municipality: z.nullable(municipalityCodeSchema),
  branch: z.nullable(branchSchema),
  sizeClass: z.nullable(sizeClassSchema),
  /** By which whoever was invited says no to more mail. */
  optOutCode: z.uuid(),
});
export const readInvitation = defineEndpoint({
  name: 'readInvitation',
  method: 'POST',
  path: '/api/campaign-invitations',
  summary: 'What the personal link of a mail leads to: who calls, until when, and how far the firm has come',
  access: 'public',
  body: z.strictObject({ key: accessKeySchema }),
  responses: { 200: invitationSchema },
});

export const startCampaignResponse = defineEndpoint({
  name: 'startCampaignResponse',
  method: 'POST',
  path: '/api/campaign-responses',
  summary: 'Starts the one response by which an invited firm answers a call, and hands the browser its access key',
  access: 'public',
  body: z.strictObject({
    key: accessKeySchema,
    language: languageSchema,
    profile: firmProfileSchema,
    ...firmIdentitySchema.shape,
  }),
  responses: { 201: responseSchema },
});

export const startCampaignResponseInFirm = defineEndpoint({
  name: 'startCampaignResponseInFirm',
  method: 'POST',
  path: '/api/firms/:firmId/campaign-responses',
  summary:
    'Starts the one response by which an invited firm answers a call in a firm of the session, which it stays in',
  access: 'member',
  permission: 'answer',
  params: z.strictObject({ firmId: firmIdSchema }),
  body: z.strictObject({ key: accessKeySchema, language: languageSchema }),
  responses: { 201: z.object({ responseId: responseIdSchema }) },
});

export const resumeCampaignResponse = defineEndpoint({
  name: 'resumeCampaignResponse',
  method: 'POST',
  path: '/api/campaign-resumptions',
  summary: 'Lets whoever has the personal link go on with what was begun by it, until that is submitted',
  access: 'public',
  body: z.strictObject({ key: accessKeySchema }),
  responses: { 201: z.object({ responseId: responseIdSchema }) },
});

export const leaveCampaign = defineEndpoint({
  name: 'leaveCampaign',
  method: 'POST',
  path: '/api/responses/:responseId/campaign-departure',
  summary: 'Goes on outside a call that takes nothing more: what is submitted after that is the firm’s own affair',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: z.object({ hasLeft: z.literal(true) }) },
});
