import type * as z from 'zod/mini';
import { type SessionDocument, sessionSchema } from '#shared/contracts/account.ts';
import { invitationIdSchema, membershipIdSchema } from '#shared/contracts/identifiers.ts';
import { type AccountDocument, accountSchema } from '#shared/contracts/visitor.ts';
import { placeKindOf, type Role } from '#shared/domain/access/roles.ts';

export const at = '2026-02-03T12:00:00.000Z';
export const later = '2026-03-05T12:00:00.000Z';
export const email = 'kim.berg@smedjan.se';

export const uuid = (kind: string, number: number) =>
  `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const both = (sv: string) => ({ sv, en: `${sv} (en)` });

export function placeOf(role: Role, name: string | null, number = 1) {
  return { kind: placeKindOf(role), placeId: uuid('f', number), name: name === null ? null : both(name) };
}

export const membershipOf = (role: Role, name: string | null = 'Smedjan AB', number = 1) => ({
  membershipId: membershipIdSchema.parse(uuid('a', number)),
  role,
  place: placeOf(role, name, number),
  since: at,
});

export const invitationOf = (role: Role, name = 'Triple Steelix', number = 1) => ({
  invitationId: invitationIdSchema.parse(uuid('c', number)),
  role,
  place: placeOf(role, name, number),
  inviterName: 'Per Holm',
  expiresAt: later,
});

type AccountChanges = Partial<z.input<typeof accountSchema>>;
type SecondFactor = AccountDocument['secondFactor'];

export const noSecondFactor: SecondFactor = {
  isShown: false,
  isNeeded: false,
  hasAuthenticator: false,
  hasPasskey: false,
  recoveryCodesLeft: 0,
};

/** Somebody with an account, who belongs to nothing unless said. */
export function accountOf(changes: AccountChanges = {}): AccountDocument {
  return accountSchema.parse({
    personId: uuid('b', 1),
    email,
    name: 'Kim Berg',
    language: 'sv',
    memberships: [],
    invitations: [],
    endedInvitations: [],
    closedPlaces: [],
    secondFactor: noSecondFactor,
    isFresh: true,
    sessionEndsAt: later,
    ...changes,
  });
}

export const sessionOf = (number: number, device: string, isThisOne = false): SessionDocument =>
  sessionSchema.parse({
    sessionId: uuid('e', number),
    device,
    method: 'code',
    hasSecondFactor: false,
    startedAt: at,
    lastSeenAt: at,
    endsAt: later,
    isThisOne,
  });
