import type * as z from 'zod/mini';
import { formatTime } from '#client/src/lib/format.ts';
import { auditEntrySchema } from '#shared/contracts/account.ts';
import {
  type OrganisationDocument,
  type OutboxMail,
  organisationSchema,
  outboxMailSchema,
  type PersonSummary,
  personSummarySchema,
} from '#shared/contracts/coordination.ts';
import { memberSchema, sentInvitationSchema } from '#shared/contracts/people.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { accountSchema } from '#shared/contracts/visitor.ts';
import type { Role } from '#shared/domain/access/roles.ts';

export const at = '2026-02-03T13:32:00.000Z';
/** That moment as a Swedish reader is told it, whatever the clock of the machine. */
export const atInWords = `3 februari 2026 ${formatTime(new Date(at), 'sv')}`;
const later = '2026-03-05T13:32:00.000Z';

/** The same identifier for the same words. */
export const uuid = (kind: string, number: number) =>
  `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;

const both = (sv: string) => ({ sv, en: `${sv} (en)` });

export const memberOf = (number: number, name: string, role: Role, isYou = false) =>
  memberSchema.parse({
    membershipId: uuid('a', number),
    personId: uuid('b', number),
    name,
    email: `${name.split(' ')[0]?.toLowerCase()}@exempel.se`,
    role,
    since: at,
    isYou,
    fallingInvitationCount: 0,
  });

export const invitationOf = (number: number, email: string, role: Role, mail: string) =>
  sentInvitationSchema.parse({ invitationId: uuid('c', number), email, role, createdAt: at, expiresAt: later, mail });

export function organisationOf(
  number: number,
  kind: OrganisationDocument['kind'],
  name: string,
  changes: Partial<z.input<typeof organisationSchema>> = {},
): OrganisationDocument {
  return organisationSchema.parse({
    organisationId: uuid('d', number),
    kind,
    code: `code-${number}`,
    name: both(name),
    isClosed: false,
    memberCount: changes.members?.length ?? 0,
    members: [],
    invitations: [],
    ...changes,
  });
}

export const personOf = (number: number, name: string, role: Role, organisation: string): PersonSummary =>
  personSummarySchema.parse({
    personId: uuid('b', number),
    email: `${name.split(' ')[0]?.toLowerCase()}@exempel.se`,
    name,
    createdAt: at,
    isDisabled: false,
    roles: [{ role, organisationName: both(organisation) }],
  });

export const mailOf = (number: number, status: OutboxMail['status'], changes: Partial<OutboxMail> = {}): OutboxMail =>
  outboxMailSchema.parse({
    mailId: uuid('e', number),
    kind: 'organisation-invitation',
    recipient: 'e•••@exempel.se',
    status,
    attempts: 1,
    fault: null,
    createdAt: at,
    nextAttemptAt: null,
    ...changes,
  });

export const eventOf = (sequence: number, action: string) =>
  auditEntrySchema.parse({
    sequence,
    occurredAt: at,
    actorPersonId: uuid('b', 1),
    action,
    objectKind: 'session',
    objectId: uuid('f', sequence),
    detail: { method: 'code' },
  });

/** Somebody signed in who has these roles. */
export const accountOf = (roles: readonly Role[]): AccountDocument =>
  accountSchema.parse({
    personId: uuid('b', 1),
    email: 'ada@exempel.se',
    name: 'Ada Ek',
    language: 'sv',
    memberships: roles.map((role, index) => ({
      membershipId: uuid('a', index + 1),
      role,
      place: { kind: 'coordination', placeId: uuid('d', 9), name: both('Samordningen') },
      since: at,
    })),
    invitations: [],
    endedInvitations: [],
    closedPlaces: [],
    secondFactor: { isShown: true, isNeeded: true, hasAuthenticator: true, hasPasskey: false, recoveryCodesLeft: 8 },
    isFresh: true,
    sessionEndsAt: later,
  });
