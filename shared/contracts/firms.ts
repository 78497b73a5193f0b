import * as z from 'zod/mini';
import { consentPurposes, standingPurposes } from '../domain/access/consent.ts';
import { copyKinds } from '../domain/access/taken-files.ts';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { firmProfileSchema } from '../domain/firm/firm-profile.ts';
import { formCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  consentIdSchema,
  firmIdSchema,
  invitationIdSchema,
  membershipIdSchema,
  responseIdSchema,
} from './identifiers.ts';
import { emailSchema, memberSchema, roleSchema, sentInvitationSchema } from './people.ts';
import { responseSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';

const firmParams = z.strictObject({ firmId: firmIdSchema });
const firmRoleSchema = z.enum(['owner', 'respondent']);

export const firmSummarySchema = z.object({
  firmId: firmIdSchema,
  name: z.nullable(z.string()),
  organisationNumber: z.nullable(z.string()),
  isSimulated: z.boolean(),
  role: roleSchema,
});
export type FirmSummary = z.infer<typeof firmSummarySchema>;

export const firmSchema = z.object({
  ...firmSummarySchema.shape,
  /** Those the reader may open: one's own, and for an owner every one that is submitted. */
  responses: z.array(
    z.object({
      responseId: responseIdSchema,
      formCode: formCodeSchema,
      status: z.enum(['open', 'submitted']),
      startedAt: timestampSchema,
      submittedAt: z.nullable(timestampSchema),
      isYours: z.boolean(),
    }),
  ),
  /** The newest one the firm has given: a firm begins with it, and what is claimed is kept. */
  profile: firmProfileSchema,
  members: z.array(memberSchema),
  /** When its erasure was asked for, as long as that is under way; null when it is not. */
  erasureAskedAt: z.nullable(timestampSchema),
  /** For an owner; empty for everybody else. */
  invitations: z.array(sentInvitationSchema),
});
export type FirmDocument = z.infer<typeof firmSchema>;

export const listFirms = defineEndpoint({
  name: 'listFirms',
  method: 'GET',
  path: '/api/firms',
  summary: 'The firms the person belongs to',
  access: 'member',
  permission: 'read-firm',
  responses: { 200: z.object({ firms: z.array(firmSummarySchema) }) },
});

export const getFirm = defineEndpoint({
  name: 'getFirm',
  method: 'GET',
  path: '/api/firms/:firmId',
  summary: 'One of these firms: its responses and its people',
  access: 'member',
  permission: 'read-firm',
  params: firmParams,
  responses: { 200: firmSchema },
});

export const changeFirm = defineEndpoint({
  name: 'changeFirm',
  method: 'PUT',
  path: '/api/firms/:firmId',
  summary: 'Changes what the firm is called and its organisation number',
  access: 'member',
  permission: 'change-firm',
  params: firmParams,
  body: z.strictObject({
    name: storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(120)),
    organisationNumber: z.nullable(z.string().check(z.maxLength(20))),
  }),
  responses: { 200: firmSchema },
});

const startedSchema = z.object({
  responseId: responseIdSchema,
  /** It was there already. */
  isBegunBefore: z.boolean(),
});

export const startFirmResponse = defineEndpoint({
  name: 'startFirmResponse',
  method: 'POST',
  path: '/api/firms/:firmId/responses',
  summary: 'Starts a further response of the firm, reached by the session',
  access: 'member',
  permission: 'answer',
  params: firmParams,
  body: z.strictObject({
    formCode: wordCodeSchema,
    language: languageSchema,
    profile: firmProfileSchema,
    /** What the person has begun in the form and not submitted is given instead, where there is such a one. */
    unlessBegun: z.optional(z.boolean()),
  }),
  responses: { 200: startedSchema, 201: startedSchema },
});

export const claimFirm = defineEndpoint({
  name: 'claimFirm',
  method: 'POST',
  path: '/api/responses/:responseId/claim',
  summary: 'Makes the signed-in person the owner of the firm whose key the browser holds; every key of it ends',
  access: 'respondent',
  params: z.strictObject({ responseId: responseIdSchema }),
  responses: { 200: z.object({ firmId: firmIdSchema, response: responseSchema }) },
});

export const inviteToFirm = defineEndpoint({
  name: 'inviteToFirm',
  method: 'POST',
  path: '/api/firms/:firmId/invitations',
  summary: 'Invites the holder of an address into the firm, in one role; an earlier ticket for the same is replaced',
  access: 'member',
  permission: 'manage-members',
  params: firmParams,
  body: z.strictObject({ email: emailSchema, role: firmRoleSchema, language: languageSchema }),
  responses: { 201: firmSchema },
});

export const revokeFirmInvitation = defineEndpoint({
  name: 'revokeFirmInvitation',
  method: 'POST',
  path: '/api/firms/:firmId/invitations/:invitationId/revocation',
  summary: 'Takes an invitation back',
  access: 'member',
  permission: 'manage-members',
  params: z.strictObject({ firmId: firmIdSchema, invitationId: invitationIdSchema }),
  responses: { 200: firmSchema },
});

export const changeFirmRole = defineEndpoint({
  name: 'changeFirmRole',
  method: 'PUT',
  path: '/api/firms/:firmId/memberships/:membershipId/role',
  summary: "Gives a member another role in the firm and ends the person's sessions; never takes the last owner's",
  access: 'member',
  permission: 'manage-members',
  params: z.strictObject({ firmId: firmIdSchema, membershipId: membershipIdSchema }),
  body: z.strictObject({ role: firmRoleSchema }),
  responses: { 200: firmSchema },
});

export const endFirmMembership = defineEndpoint({
  name: 'endFirmMembership',
  method: 'POST',
  path: '/api/firms/:firmId/memberships/:membershipId/end',
  summary: "Ends one's own membership, or for an owner anybody's, and at once the sessions; never the last owner's",
  access: 'member',
  permission: 'leave-firm',
  params: z.strictObject({ firmId: firmIdSchema, membershipId: membershipIdSchema }),
  responses: { 200: firmSchema },
});

export const firmConsentSchema = z.object({
  consentId: consentIdSchema,
  purpose: z.enum(consentPurposes),
  receiver: z.object({ code: z.string(), name: localisedTextSchema }),
  wordingVersion: z.string(),
  givenAt: timestampSchema,
  givenBy: z.nullable(z.string()),
  withdrawnAt: z.nullable(timestampSchema),
});
export type FirmConsent = z.infer<typeof firmConsentSchema>;

/** Who can see the firm, and who has. */
export const firmAccessSchema = z.object({
  consents: z.array(firmConsentSchema),
  /** Organisations that can be let in. */
  receivers: z.array(z.object({ code: z.string(), name: localisedTextSchema, counties: z.array(z.string()) })),
  /** Codes of providers, of those named here, where nobody can sign in: a consent shows them nothing. */
  withoutUsers: z.array(z.string()),
  /** Names of those whom a link of the firm shows one of its results now. */
  sharedWith: z.array(z.string()),
  looks: z.array(
    z.object({
      at: timestampSchema,
      /** Null for whoever came by a link to a result that the firm made. */
      organisation: z.nullable(localisedTextSchema),
      personName: z.nullable(z.string()),
      /** Tells people apart within this list, also of one name or none. */
      person: z.int(),
      what: z.enum(['result', 'contact', 'list', 'placement', 'notes', 'link']),
    }),
  ),
  /** How many looks there are in all; the newest are listed. */
  lookCount: z.int(),
  /** Files that somebody outside the firm has taken, which are no looks here; the newest are listed. */
  copies: z.array(
    z.object({
      at: timestampSchema,
      organisation: localisedTextSchema,
      personName: z.nullable(z.string()),
      file: z.enum(copyKinds),
    }),
  ),
  copyCount: z.int(),
});
export type FirmAccess = z.infer<typeof firmAccessSchema>;

export const getFirmAccess = defineEndpoint({
  name: 'getFirmAccess',
  method: 'GET',
  path: '/api/firms/:firmId/access',
  summary: 'Whom the firm lets in for what, and who has looked when',
  access: 'member',
  permission: 'read-access-log',
  params: firmParams,
  responses: { 200: firmAccessSchema },
});

export const giveConsent = defineEndpoint({
  name: 'giveConsent',
  method: 'POST',
  path: '/api/firms/:firmId/consents',
  summary: 'Lets one organisation in for one purpose; repeating it changes nothing',
  access: 'member',
  permission: 'give-consent',
  params: firmParams,
  body: z.strictObject({
    purpose: z.enum(standingPurposes),
    /** A provider's code, or `regions` for the statistics. */
    receiver: wordCodeSchema,
    wordingVersion: wordCodeSchema,
    language: languageSchema,
    hasConsented: z.literal(true),
  }),
  responses: { 201: firmAccessSchema },
});

export const withdrawConsent = defineEndpoint({
  name: 'withdrawConsent',
  method: 'POST',
  path: '/api/firms/:firmId/consents/:consentId/withdrawal',
  summary: 'Takes a consent back, with effect on the very next request of whoever had it',
  access: 'member',
  permission: 'give-consent',
  params: z.strictObject({ firmId: firmIdSchema, consentId: consentIdSchema }),
  responses: { 200: firmAccessSchema },
});
