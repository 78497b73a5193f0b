import * as z from 'zod/mini';
import { auditActions } from '../domain/access/audit-actions.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { auditEntrySchema } from './account.ts';
import { defineEndpoint } from './endpoint.ts';
import { invitationIdSchema, membershipIdSchema, organisationIdSchema, personIdSchema } from './identifiers.ts';
import { emailSchema, memberSchema, roleSchema, sentInvitationSchema } from './people.ts';
import { timestampSchema } from './timestamps.ts';

const organisationParams = z.strictObject({ organisationId: organisationIdSchema });
const organisationKindSchema = z.enum(['provider', 'region', 'coordination']);

export const organisationSummarySchema = z.object({
  organisationId: organisationIdSchema,
  kind: organisationKindSchema,
  code: z.string(),
  name: localisedTextSchema,
  isClosed: z.boolean(),
  memberCount: z.int(),
});
export type OrganisationSummary = z.infer<typeof organisationSummarySchema>;

export const organisationSchema = z.object({
  ...organisationSummarySchema.shape,
  members: z.array(memberSchema),
  invitations: z.array(sentInvitationSchema),
});
export type OrganisationDocument = z.infer<typeof organisationSchema>;

/** No permission named: a manager sees the own organisation, an administrator all; the policies say which. */
export const listOrganisations = defineEndpoint({
  name: 'listOrganisations',
  method: 'GET',
  path: '/api/organisations',
  summary: 'The organisations the person may manage',
  access: 'coordination',
  responses: { 200: z.object({ organisations: z.array(organisationSummarySchema) }) },
});

export const getOrganisation = defineEndpoint({
  name: 'getOrganisation',
  method: 'GET',
  path: '/api/organisations/:organisationId',
  summary: 'One of these organisations with its people and invitations',
  access: 'coordination',
  params: organisationParams,
  responses: { 200: organisationSchema },
});

export const closeOrganisation = defineEndpoint({
  name: 'closeOrganisation',
  method: 'POST',
  path: '/api/organisations/:organisationId/closure',
  summary: 'Closes or reopens an organisation; while closed its people have no rights from it',
  access: 'coordination',
  permission: 'manage-organisations',
  params: organisationParams,
  body: z.strictObject({ isClosed: z.boolean() }),
  responses: { 200: organisationSchema },
});

export const inviteToOrganisation = defineEndpoint({
  name: 'inviteToOrganisation',
  method: 'POST',
  path: '/api/organisations/:organisationId/invitations',
  summary: 'Invites the holder of an address into the organisation, in a role that it has',
  access: 'coordination',
  params: organisationParams,
  body: z.strictObject({ email: emailSchema, role: roleSchema, language: languageSchema }),
  responses: { 201: organisationSchema },
});

export const revokeOrganisationInvitation = defineEndpoint({
  name: 'revokeOrganisationInvitation',
  method: 'POST',
  path: '/api/organisations/:organisationId/invitations/:invitationId/revocation',
  summary: 'Takes an invitation back',
  access: 'coordination',
  params: z.strictObject({ organisationId: organisationIdSchema, invitationId: invitationIdSchema }),
  responses: { 200: organisationSchema },
});

export const endOrganisationMembership = defineEndpoint({
  name: 'endOrganisationMembership',
  method: 'POST',
  path: '/api/organisations/:organisationId/memberships/:membershipId/end',
  summary:
    "Ends a membership and, at once, the person's sessions; never the last administrator's, nor one's own as last manager",
  access: 'coordination',
  params: z.strictObject({ organisationId: organisationIdSchema, membershipId: membershipIdSchema }),
  responses: { 200: organisationSchema },
});

export const personSummarySchema = z.object({
  personId: personIdSchema,
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
  createdAt: timestampSchema,
  isDisabled: z.boolean(),
  /** Roles in organisations. That somebody belongs to a firm is the firm's own affair. */
  roles: z.array(z.object({ role: roleSchema, organisationName: localisedTextSchema })),
});
export type PersonSummary = z.infer<typeof personSummarySchema>;

const peopleSchema = z.object({ people: z.array(personSummarySchema) });

export const listPeople = defineEndpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/api/people',
  summary: 'The people who work in an organisation',
  access: 'coordination',
  permission: 'manage-organisations',
  responses: { 200: peopleSchema },
});

export const disablePerson = defineEndpoint({
  name: 'disablePerson',
  method: 'POST',
  path: '/api/people/:personId/lock',
  summary: 'Locks an account or opens it again; locking ends its sessions at once',
  access: 'coordination',
  permission: 'manage-organisations',
  params: z.strictObject({ personId: personIdSchema }),
  body: z.strictObject({ isDisabled: z.boolean() }),
  responses: { 200: peopleSchema },
});

export const resetFactors = defineEndpoint({
  name: 'resetFactors',
  method: 'POST',
  path: '/api/people/:personId/factor-reset',
  summary: 'Takes away all second factors of somebody who has lost them, and ends the sessions at once',
  access: 'coordination',
  permission: 'manage-organisations',
  isFreshSignInRequired: true,
  params: z.strictObject({ personId: personIdSchema }),
  responses: { 200: peopleSchema },
});

export const outboxMailSchema = z.object({
  mailId: z.uuid(),
  kind: z.string(),
  /** Enough to know it again: first letter and domain. */
  recipient: z.string(),
  status: z.enum(['waiting', 'sent', 'failed', 'unconfirmed']),
  attempts: z.int(),
  fault: z.nullable(z.string()),
  createdAt: timestampSchema,
  nextAttemptAt: z.nullable(timestampSchema),
});
export type OutboxMail = z.infer<typeof outboxMailSchema>;
const outboxSchema = z.object({
  mails: z.array(outboxMailSchema),
  counts: z.object({ waiting: z.int(), sent: z.int(), failed: z.int(), unconfirmed: z.int() }),
});

export const listOutbox = defineEndpoint({
  name: 'listOutbox',
  method: 'GET',
  path: '/api/outbox',
  summary: 'Mail that is waiting or has not gone, and how much has',
  access: 'coordination',
  permission: 'read-outbox',
  responses: { 200: outboxSchema },
});

export const resendMail = defineEndpoint({
  name: 'resendMail',
  method: 'POST',
  path: '/api/outbox/:mailId/resend',
  summary: 'Tries a mail again that failed, or of which nobody knows whether it went',
  access: 'coordination',
  permission: 'read-outbox',
  params: z.strictObject({ mailId: z.uuid() }),
  responses: { 200: outboxSchema },
});

export const auditQuerySchema = z.strictObject({
  /** Events before this one; the newest without it. */
  before: z.optional(z.coerce.number().check(z.int(), z.gte(1))),
  action: z.optional(z.enum(auditActions)),
});

export const listAuditEvents = defineEndpoint({
  name: 'listAuditEvents',
  method: 'GET',
  path: '/api/audit-events',
  summary: 'The audit log, newest first, a page at a time',
  access: 'coordination',
  permission: 'read-audit-log',
  query: auditQuerySchema,
  responses: {
    200: z.object({ events: z.array(auditEntrySchema), actions: z.array(z.string()), hasMore: z.boolean() }),
  },
});

export const verifyAuditLog = defineEndpoint({
  name: 'verifyAuditLog',
  method: 'POST',
  path: '/api/audit-verifications',
  summary: 'Computes the whole chain anew and compares it with the anchors kept outside the database',
  access: 'coordination',
  permission: 'read-audit-log',
  responses: {
    200: z.object({
      isIntact: z.boolean(),
      /** Events read, up to and with the first that does not fit. */
      eventCount: z.int(),
      anchorCount: z.int(),
      /** The first event that does not fit, and how. */
      fault: z.nullable(
        z.object({
          sequence: z.int(),
          kind: z.enum(['altered', 'missing', 'cut-off', 'anchor-differs']),
        }),
      ),
      verifiedAt: timestampSchema,
    }),
  },
});
