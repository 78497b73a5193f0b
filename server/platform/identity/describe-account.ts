import type * as z from 'zod/mini';
import type { placeSchema } from '#shared/contracts/people.ts';
import type { accountSchema } from '#shared/contracts/visitor.ts';
import { needsSecondFactor } from '#shared/domain/access/roles.ts';
import type { Context } from '../context.ts';
import type { Transaction } from '../database/transaction.ts';
import { DomainError } from '../domain-error.ts';
import type { AccountRow, InvitationRow, MembershipRow, PlaceRow } from './account-repository.ts';
import {
  findAccountRow,
  listOwnEndedInvitations,
  listOwnInvitations,
  listOwnMemberships,
} from './account-repository.ts';

export type AccountBody = z.input<typeof accountSchema>;

function describePlace(row: PlaceRow): z.input<typeof placeSchema> {
  const { placeKind, placeId, organisationName, firmName } = row;
  const nameOfFirm = firmName === null ? null : { sv: firmName, en: firmName };
  return { kind: placeKind, placeId, name: organisationName ?? nameOfFirm };
}

type Places = {
  readonly memberships: readonly MembershipRow[];
  readonly invitations: readonly InvitationRow[];
  readonly endedInvitations: readonly PlaceRow[];
};

/** Each once, however many roles the person has there. */
function closedAmong(memberships: readonly MembershipRow[]): MembershipRow[] {
  const closed = memberships.filter(({ isClosed }) => isClosed);
  return closed.filter(({ placeId }, index) => closed.findIndex((other) => other.placeId === placeId) === index);
}

function describe(row: AccountRow, places: Places) {
  const { invitations, endedInvitations } = places;
  const memberships = places.memberships.filter(({ isClosed }) => !isClosed);
  const { personId, email, name, language, isFresh, hasAuthenticator, hasPasskey, recoveryCodesLeft } = row;
  return {
    personId,
    email,
    name,
    language,
    memberships: memberships.map((membership) => ({
      membershipId: membership.membershipId,
      role: membership.role,
      place: describePlace(membership),
      since: membership.createdAt.toISOString(),
    })),
    invitations: invitations.map((invitation) => ({
      invitationId: invitation.invitationId,
      role: invitation.role,
      place: describePlace(invitation),
      inviterName: invitation.inviterName,
      expiresAt: invitation.expiresAt.toISOString(),
    })),
    endedInvitations: endedInvitations.map(describePlace),
    closedPlaces: closedAmong(places.memberships).map(describePlace),
    secondFactor: {
      isShown: row.hasSecondFactor,
      isNeeded: memberships.some(({ role }) => needsSecondFactor(role)),
      hasAuthenticator,
      hasPasskey,
      recoveryCodesLeft,
    },
    isFresh,
    sessionEndsAt: row.expiresAt.toISOString(),
  } satisfies AccountBody;
}

/** The account of the session that the transaction presents; undefined when that does not hold. */
export async function findAccountBody(context: Context, tx: Transaction): Promise<AccountBody | undefined> {
  const row = await findAccountRow(tx);
  if (row === undefined) return undefined;
  const now = context.clock.now();
  return describe(row, {
    memberships: await listOwnMemberships(tx),
    invitations: await listOwnInvitations(tx, now),
    endedInvitations: await listOwnEndedInvitations(tx, now),
  });
}

/** The same where a session is known to be there. */
export async function getAccountBody(context: Context, tx: Transaction): Promise<AccountBody> {
  const account = await findAccountBody(context, tx);
  if (account === undefined) throw new DomainError('sign-in-required');
  return account;
}
