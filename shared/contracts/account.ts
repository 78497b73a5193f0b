import * as z from 'zod/mini';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { agreementDocumentSchema } from '../domain/respondents/agreement-document.ts';
import { supportChoicesSchema } from '../domain/routing/support-choices.ts';
import { defineEndpoint } from './endpoint.ts';
import { invitationIdSchema, personIdSchema, sessionIdSchema } from './identifiers.ts';
import { noticeChoiceSchema } from './notices.ts';
import { personNameSchema } from './people.ts';
import { timestampSchema } from './timestamps.ts';
import { accountSchema } from './visitor.ts';

export const changeAccount = defineEndpoint({
  name: 'changeAccount',
  method: 'PUT',
  path: '/api/account',
  summary: 'Changes the name and language of the account',
  access: 'account',
  body: z.strictObject({ name: personNameSchema, language: languageSchema }),
  responses: { 200: accountSchema },
});

export const signOut = defineEndpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/account/sign-out',
  summary: 'Ends the session of this browser',
  access: 'account',
  responses: { 200: z.object({ isSignedOut: z.boolean() }) },
});

export const sessionSchema = z.object({
  sessionId: sessionIdSchema,
  /** Browser and system, in words. */
  device: z.string(),
  method: z.enum(['code', 'passkey', 'oidc', 'demo']),
  hasSecondFactor: z.boolean(),
  startedAt: timestampSchema,
  lastSeenAt: timestampSchema,
  endsAt: timestampSchema,
  isThisOne: z.boolean(),
});
export type SessionDocument = z.infer<typeof sessionSchema>;
const sessionListSchema = z.object({ sessions: z.array(sessionSchema) });

export const listSessions = defineEndpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/api/account/sessions',
  summary: 'Where the account is signed in',
  access: 'account',
  responses: { 200: sessionListSchema },
});

export const endSession = defineEndpoint({
  name: 'endSession',
  method: 'POST',
  path: '/api/account/sessions/:sessionId/end',
  summary: 'Ends one session of the account, at once',
  access: 'account',
  params: z.strictObject({ sessionId: sessionIdSchema }),
  responses: { 200: sessionListSchema },
});

export const endOtherSessions = defineEndpoint({
  name: 'endOtherSessions',
  method: 'POST',
  path: '/api/account/sessions/end-others',
  summary: 'Ends every session of the account but this one',
  access: 'account',
  responses: { 200: sessionListSchema },
});

const invitationParams = z.strictObject({ invitationId: invitationIdSchema });

export const acceptInvitation = defineEndpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/account/invitations/:invitationId/acceptance',
  summary: 'Takes an invitation up; the session gets a new key, since its rights have changed',
  access: 'account',
  params: invitationParams,
  body: z.strictObject({ name: personNameSchema }),
  responses: { 200: accountSchema },
});

export const declineInvitation = defineEndpoint({
  name: 'declineInvitation',
  method: 'POST',
  path: '/api/account/invitations/:invitationId/refusal',
  summary: 'Turns an invitation down',
  access: 'account',
  params: invitationParams,
  responses: { 200: accountSchema },
});

export const auditEntrySchema = z.object({
  sequence: z.int(),
  occurredAt: timestampSchema,
  actorPersonId: z.nullable(personIdSchema),
  action: z.string(),
  objectKind: z.string(),
  objectId: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

/** Everything the site holds about the person, whom else it concerns left out. */
const givenAnswerSchema = z.object({
  itemCode: z.string(),
  answer: z.record(z.string(), z.unknown()),
  answeredAt: timestampSchema,
});

export const personalDataSchema = z.object({
  format: z.literal('mattstock-personal-data-1'),
  madeAt: timestampSchema,
  account: accountSchema,
  sessions: z.array(sessionSchema),
  passkeys: z.array(
    z.object({ name: z.string(), createdAt: timestampSchema, lastUsedAt: z.nullable(timestampSchema) }),
  ),
  identities: z.array(z.object({ issuer: z.string(), subject: z.string(), createdAt: timestampSchema })),
  firms: z.array(
    z.object({
      name: z.nullable(z.string()),
      organisationNumber: z.nullable(z.string()),
      responses: z.array(
        z.object({
          formCode: z.string(),
          startedAt: timestampSchema,
          submittedAt: z.nullable(timestampSchema),
          answers: z.array(givenAnswerSchema),
          /** To questions of a version that the response has gone over from; kept until it is submitted. */
          setAside: z.array(givenAnswerSchema),
          /** What was added for the EU's measures. */
          added: z.array(z.object({ row: z.string(), step: z.int(), answeredAt: timestampSchema })),
          /** Null where nothing was chosen, or somebody else speaks for the firm. */
          supportChoices: z.nullable(supportChoicesSchema),
          /** Where the firm was at an earlier round, as seen at this one; null for *vet ej*. */
          thenLevels: z.array(
            z.object({
              dimension: z.string(),
              level: z.nullable(z.int()),
              /** When that round was submitted; null when it is not the person's to read any more. */
              since: z.nullable(timestampSchema),
              saidAt: timestampSchema,
            }),
          ),
          /** Whom the person asked to answer too, each a part; nothing of what each of them answered. */
          asked: z.array(
            z.object({
              label: z.nullable(z.string()),
              email: z.nullable(z.string()),
              role: z.string(),
              areas: z.array(z.string()),
              invitedAt: timestampSchema,
              takenBackAt: z.nullable(timestampSchema),
            }),
          ),
          /** How far those who answered agreed; null where the person answered alone. */
          agreement: z.nullable(agreementDocumentSchema),
        }),
      ),
      consents: z.array(
        z.object({
          purpose: z.string(),
          receiver: z.string(),
          wordingVersion: z.string(),
          givenAt: timestampSchema,
          withdrawnAt: z.nullable(timestampSchema),
        }),
      ),
      /** What the person has replied to reviews. */
      replies: z.array(z.object({ code: z.string(), view: z.string(), words: z.string(), repliedAt: timestampSchema })),
      requests: z.array(
        z.object({ packageCode: z.string(), contactName: z.string(), email: z.string(), createdAt: timestampSchema }),
      ),
      /** What the person has answered to invitations into groups. */
      resultLinks: z.array(
        z.object({
          recipientName: z.string(),
          recipientEmail: z.nullable(z.string()),
          note: z.nullable(z.string()),
          parts: z.array(z.string()),
          createdAt: timestampSchema,
          expiresAt: timestampSchema,
          takenBackAt: z.nullable(timestampSchema),
        }),
      ),
      /** What the firm aims at; level null where it went back to what is proposed. */
      targets: z.array(z.object({ dimension: z.string(), level: z.nullable(z.int()), setAt: timestampSchema })),
      groupAnswers: z.array(z.object({ packageCode: z.string(), move: z.string(), occurredAt: timestampSchema })),
    }),
  ),
  /** Null for who has not chosen. */
  notices: z.nullable(noticeChoiceSchema),
  /** What the person has written and planned as an adviser; the words themselves are the firms' to read. */
  advising: z.array(
    z.object({
      what: z.enum(['note', 'correction', 'meeting', 'file']),
      kind: z.nullable(z.string()),
      at: timestampSchema,
    }),
  ),
  /** Providers that keep the person's address as that of an earlier contact, or as one that has said no to mail. */
  earlierContacts: z.array(
    z.object({
      organisationName: localisedTextSchema,
      firmName: z.nullable(z.string()),
      organisationNumber: z.nullable(z.string()),
      contactName: z.nullable(z.string()),
      telephone: z.nullable(z.string()),
      language: z.nullable(languageSchema),
      importedAt: z.nullable(timestampSchema),
      invitedAt: z.nullable(timestampSchema),
      saidNoAt: z.nullable(timestampSchema),
    }),
  ),
  /** Calls of organisations in which the person's address stands. */
  campaignInvitations: z.array(
    z.object({
      organisationName: localisedTextSchema,
      campaignName: localisedTextSchema,
      firmName: z.string(),
      organisationNumber: z.nullable(z.string()),
      contactName: z.nullable(z.string()),
      municipality: z.nullable(z.string()),
      branch: z.nullable(z.string()),
      sizeClass: z.nullable(z.string()),
      language: languageSchema,
      addedAt: timestampSchema,
      invitedAt: z.nullable(timestampSchema),
      remindedAt: z.nullable(timestampSchema),
      begunAt: z.nullable(timestampSchema),
      finishedAt: z.nullable(timestampSchema),
    }),
  ),
  doings: z.array(auditEntrySchema),
});

export const getPersonalData = defineEndpoint({
  name: 'getPersonalData',
  method: 'GET',
  path: '/api/account/data',
  summary: 'Everything the site holds about the person, as one JSON file',
  access: 'account',
  isFreshSignInRequired: true,
  responses: { 200: personalDataSchema },
});
