import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import { type Role, roles } from '#shared/domain/access/roles.ts';
import { type Language, localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one, type Queryable } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isLiveAt } from '../../platform/identity/live-invitation-repository.ts';

/** What the holder of an address is invited to be, and where. */
export type Seat = { readonly organisationId: string; readonly email: string; readonly role: Role };

const invitationRowSchema = z.object({
  invitationId: z.uuid(),
  email: z.string(),
  role: z.enum(roles),
  createdAt: z.date(),
  expiresAt: z.date(),
  mail: z.enum(['waiting', 'sent', 'failed', 'unconfirmed']),
});
export type InvitationRow = z.infer<typeof invitationRowSchema>;

/** Those that can still be taken up, the newest first. A mail that is no longer kept has gone out. */
export async function listLiveInvitationRows(
  tx: Transaction,
  organisationId: string,
  now: Date,
): Promise<InvitationRow[]> {
  return many(
    tx,
    invitationRowSchema,
    SQL`with live as (
        select i.invitation_id, i.email, i.role, i.created_at, i.expires_at from invitations i
        where i.organisation_id = ${organisationId} and ${isLiveAt(now)}
      )
      select l.invitation_id as "invitationId", l.email, l.role, l.created_at as "createdAt",
        l.expires_at as "expiresAt", coalesce(s.mail_status, 'sent') as mail
      from live l
      left join invitation_mail_status((select array_agg(invitation_id) from live)) s
        on s.invitation_id = l.invitation_id
      order by l.created_at desc, l.invitation_id desc`,
  );
}

export async function findSeatedMembership(db: Queryable, seat: Seat): Promise<string | undefined> {
  const row = await maybeOne(
    db,
    z.object({ membershipId: z.uuid() }),
    SQL`select m.membership_id as "membershipId" from memberships m
      join people p on p.person_id = m.person_id
      where m.organisation_id = ${seat.organisationId} and m.role = ${seat.role} and m.ended_at is null
        and p.email = ${seat.email}`,
  );
  return row?.membershipId;
}

/** The tickets for the seat that can still be taken up. */
export async function listSeatInvitations(
  db: Queryable,
  seat: Seat,
  now: Date,
): Promise<{ invitationId: string; createdAt: Date }[]> {
  return many(
    db,
    z.object({ invitationId: z.uuid(), createdAt: z.date() }),
    SQL`select i.invitation_id as "invitationId", i.created_at as "createdAt" from invitations i
      where i.organisation_id = ${seat.organisationId} and i.email = ${seat.email} and i.role = ${seat.role}
        and ${isLiveAt(now)}
      order by i.created_at desc`,
  );
}

/** Whether the invitation was revoked by this; one that was used or has ended stays as it is. */
export async function updateInvitationToRevoked(
  tx: Transaction,
  { organisationId, invitationId }: { organisationId: string; invitationId: string },
  now: Date,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ invitationId: z.uuid() }),
    SQL`update invitations i set revoked_at = ${now}
      where i.organisation_id = ${organisationId} and i.invitation_id = ${invitationId} and ${isLiveAt(now)}
      returning i.invitation_id as "invitationId"`,
  );
  return row !== undefined;
}

export async function hasInvitation(tx: Transaction, organisationId: string, invitationId: string): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ invitationId: z.uuid() }),
    SQL`select i.invitation_id as "invitationId" from invitations i
      where i.organisation_id = ${organisationId} and i.invitation_id = ${invitationId}`,
  );
  return row !== undefined;
}

/** Of the row `i` of an invitation: that whoever sent it may do so by no other membership than the one given. */
const isSentBy = (membershipId: SqlStatement): SqlStatement =>
  SQL`not exists (
    select 1 from memberships o
    where o.person_id = i.invited_by and o.membership_id <> ${membershipId} and o.ended_at is null
      and (o.role = 'administrator' or (o.role = 'manager' and o.organisation_id = i.organisation_id))
  )`;

/** How many invitations the end of the membership, a row `m`, would take back. As far as the session may see. */
export const countFalling = (now: Date): SqlStatement =>
  SQL`(
    select count(*)::integer from invitations i
    where i.organisation_id is not null and i.invited_by = m.person_id and ${isLiveAt(now)}
      and ${isSentBy(SQL`m.membership_id`)}
  )`;

/**
 * Revokes what the person has sent that can still be taken up, but for what the person may send by another
 * membership than the one named. As far as the session may see.
 */
export async function updateSentInvitationsToRevoked(
  tx: Transaction,
  { personId, membershipId }: { personId: string; membershipId: string },
  now: Date,
): Promise<{ invitationId: string; organisationId: string }[]> {
  return many(
    tx,
    z.object({ invitationId: z.uuid(), organisationId: z.uuid() }),
    SQL`update invitations i set revoked_at = ${now}
      where i.organisation_id is not null and i.invited_by = ${personId} and ${isLiveAt(now)}
        and ${isSentBy(SQL`${membershipId}`)}
      returning i.invitation_id as "invitationId", i.organisation_id as "organisationId"`,
  );
}

/** How many have been sent into the organisation since the moment: to anybody, and to the address. */
export async function countInvitations(
  db: Queryable,
  { organisationId, email }: Seat,
  since: Date,
): Promise<{ sent: number; sentToAddress: number }> {
  return one(
    db,
    z.object({ sent: z.int(), sentToAddress: z.int() }),
    SQL`select count(*)::integer as sent, count(*) filter (where i.email = ${email})::integer as "sentToAddress"
      from invitations i where i.organisation_id = ${organisationId} and i.created_at > ${since}`,
  );
}

export type NewInvitation = Seat & {
  readonly invitationId: string;
  readonly organisationKind: string;
  readonly language: Language;
  /** Null when whoever runs the site invites. */
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertInvitation(db: Queryable, invitation: NewInvitation): Promise<void> {
  await exec(
    db,
    SQL`insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose,
        invited_by, created_at, expires_at)
      values (${invitation.invitationId}, ${invitation.email}, ${invitation.language}, ${invitation.role},
        ${invitation.organisationId}, ${invitation.organisationKind}, 'membership', ${invitation.invitedBy},
        ${invitation.createdAt}, ${invitation.expiresAt})`,
  );
}

const coordinationRowSchema = z.object({ organisationId: z.uuid(), name: localisedTextSchema });

/** As the owner of the tables, for whoever runs the site. */
export async function findCoordination(db: Queryable): Promise<z.infer<typeof coordinationRowSchema> | undefined> {
  return maybeOne(
    db,
    coordinationRowSchema,
    SQL`select organisation_id as "organisationId", name from organisations where kind = 'coordination'`,
  );
}

/** Sets the mail of an invitation going again, if it has failed. As the owner of the tables. */
export async function updateInvitationMailToWaiting(db: Queryable, invitationId: string, now: Date): Promise<void> {
  await exec(
    db,
    SQL`update outbox_mails set status = 'waiting', attempts = 0, next_attempt_at = ${now}, fault = null,
        settled_at = null
      where dedupe_key = ${`invitation:${invitationId}`} and status in ('failed', 'unconfirmed')
        and recipient is not null`,
  );
}
