import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Language } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isLiveAt } from '../../platform/identity/live-invitation-repository.ts';
import type { FirmRole } from './membership-repository.ts';

const invitationRowSchema = z.object({
  invitationId: z.uuid(),
  email: z.string(),
  role: z.enum(['owner', 'respondent']),
  invitedBy: z.uuid().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  mail: z.enum(['waiting', 'sent', 'failed', 'unconfirmed']),
});
export type InvitationRow = z.infer<typeof invitationRowSchema>;

/** Those that can still be taken up, the newest first. A mail that is no longer kept has gone out. */
export async function listLiveInvitations(tx: Transaction, firmId: string, now: Date): Promise<InvitationRow[]> {
  return many(
    tx,
    invitationRowSchema,
    SQL`with live as (
        select invitation_id, email, role, invited_by, created_at, expires_at from invitations
        where firm_id = ${firmId} and ${isLiveAt(now)}
      )
      select l.invitation_id as "invitationId", l.email, l.role, l.invited_by as "invitedBy",
        l.created_at as "createdAt", l.expires_at as "expiresAt", coalesce(s.mail_status, 'sent') as mail
      from live l
      left join invitation_mail_status((select array_agg(invitation_id) from live)) s
        on s.invitation_id = l.invitation_id
      order by l.created_at desc, l.invitation_id desc`,
  );
}

/** How many tickets the firm has out, and how many it has sent since the moment: to anybody, and to the address. */
export async function countInvitations(
  tx: Transaction,
  { firmId, email }: { firmId: string; email: string },
  { now, since }: { now: Date; since: Date },
): Promise<{ live: number; sent: number; sentToAddress: number }> {
  return one(
    tx,
    z.object({ live: z.int(), sent: z.int(), sentToAddress: z.int() }),
    SQL`select count(*) filter (where ${isLiveAt(now)})::integer as live,
        count(*) filter (where created_at > ${since})::integer as sent,
        count(*) filter (where created_at > ${since} and email = ${email})::integer as "sentToAddress"
      from invitations where firm_id = ${firmId}`,
  );
}

export type NewInvitation = {
  readonly invitationId: string;
  readonly firmId: string;
  readonly email: string;
  readonly role: FirmRole;
  readonly language: Language;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** In the place of an earlier ticket for the same: only the last one can be taken up. */
export async function insertInvitation(tx: Transaction, invitation: NewInvitation): Promise<void> {
  await exec(
    tx,
    SQL`update invitations set revoked_at = ${invitation.createdAt}
      where firm_id = ${invitation.firmId} and email = ${invitation.email} and role = ${invitation.role}
        and ${isLiveAt(invitation.createdAt)}`,
  );
  await exec(
    tx,
    SQL`insert into invitations (invitation_id, email, language, role, firm_id, purpose, invited_by, created_at,
        expires_at)
      values (${invitation.invitationId}, ${invitation.email}, ${invitation.language}, ${invitation.role},
        ${invitation.firmId}, 'membership', current_person_id(), ${invitation.createdAt}, ${invitation.expiresAt})`,
  );
}

export async function hasInvitation(tx: Transaction, firmId: string, invitationId: string): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ invitationId: z.uuid() }),
    SQL`select invitation_id as "invitationId" from invitations
      where firm_id = ${firmId} and invitation_id = ${invitationId}`,
  );
  return row !== undefined;
}

/** Whether the ticket was revoked by this; one that was used or has ended stays as it is. */
export async function updateInvitationToRevoked(
  tx: Transaction,
  { firmId, invitationId }: { firmId: string; invitationId: string },
  revokedAt: Date,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ invitationId: z.uuid() }),
    SQL`update invitations set revoked_at = ${revokedAt}
      where firm_id = ${firmId} and invitation_id = ${invitationId} and ${isLiveAt(revokedAt)}
      returning invitation_id as "invitationId"`,
  );
  return row !== undefined;
}

/** Revokes what the person has sent that can still be taken up; which tickets those were. */
export async function updateSentInvitationsToRevoked(
  tx: Transaction,
  { firmId, personId }: { firmId: string; personId: string },
  revokedAt: Date,
): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ invitationId: z.uuid() }),
    SQL`update invitations set revoked_at = ${revokedAt}
      where firm_id = ${firmId} and invited_by = ${personId} and ${isLiveAt(revokedAt)}
      returning invitation_id as "invitationId"`,
  );
  return rows.map(({ invitationId }) => invitationId);
}
