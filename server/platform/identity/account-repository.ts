import SQL from '@nearform/sql';
import * as z from 'zod';
import { placeKinds, roles } from '#shared/domain/access/roles.ts';
import { freshMinutes } from '#shared/domain/access/session-limits.ts';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { many, maybeOne } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';
import { isLiveAt } from './live-invitation-repository.ts';

const accountRowSchema = z.object({
  personId: z.uuid(),
  sessionId: z.uuid(),
  email: z.string(),
  name: z.string().nullable(),
  language: languageSchema,
  hasSecondFactor: z.boolean(),
  isFresh: z.boolean(),
  expiresAt: z.date(),
  hasAuthenticator: z.boolean(),
  hasPasskey: z.boolean(),
  hasIdentity: z.boolean(),
  recoveryCodesLeft: z.int(),
});
export type AccountRow = z.infer<typeof accountRowSchema>;

/** The person of the live session with what the session has shown. */
export async function findAccountRow(tx: Transaction): Promise<AccountRow | undefined> {
  return maybeOne(
    tx,
    accountRowSchema,
    SQL`select p.person_id as "personId", s.session_id as "sessionId", p.email, p.name, p.language,
        s.has_second_factor as "hasSecondFactor",
        s.verified_at > now() - make_interval(mins => ${freshMinutes}) as "isFresh", s.expires_at as "expiresAt",
        exists (
          select 1 from authenticators a where a.person_id = p.person_id and a.confirmed_at is not null
        ) as "hasAuthenticator",
        exists (select 1 from passkeys k where k.person_id = p.person_id) as "hasPasskey",
        exists (select 1 from identities i where i.person_id = p.person_id) as "hasIdentity",
        (
          select count(*)::integer from recovery_codes r where r.person_id = p.person_id and r.used_at is null
        ) as "recoveryCodesLeft"
      from sessions s
      join people p on p.person_id = s.person_id
      where s.session_id = (select live_session_id())`,
  );
}

const placeColumns = {
  role: z.enum(roles),
  placeKind: z.enum(placeKinds),
  placeId: z.uuid(),
  organisationName: z.nullable(localisedTextSchema),
  firmName: z.string().nullable(),
};

const membershipRowSchema = z.object({ membershipId: z.uuid(), createdAt: z.date(), ...placeColumns });
export type MembershipRow = z.infer<typeof membershipRowSchema>;

export async function listOwnMemberships(tx: Transaction): Promise<MembershipRow[]> {
  return many(
    tx,
    membershipRowSchema,
    SQL`select m.membership_id as "membershipId", m.role, m.created_at as "createdAt",
        coalesce(m.organisation_kind, 'firm') as "placeKind", coalesce(m.firm_id, m.organisation_id) as "placeId",
        o.name as "organisationName", f.name as "firmName"
      from memberships m
      left join organisations o on o.organisation_id = m.organisation_id
      left join firms f on f.firm_id = m.firm_id
      where m.person_id = (select current_person_id()) and m.ended_at is null and o.closed_at is null
      order by m.created_at, m.membership_id`,
  );
}

const invitationRowSchema = z.object({
  invitationId: z.uuid(),
  expiresAt: z.date(),
  inviterName: z.string().nullable(),
  ...placeColumns,
});
export type InvitationRow = z.infer<typeof invitationRowSchema>;

/** Tickets for the address that can be taken up now. */
export async function listOwnInvitations(tx: Transaction, now: Date): Promise<InvitationRow[]> {
  return many(
    tx,
    invitationRowSchema,
    SQL`select i.invitation_id as "invitationId", i.role, i.expires_at as "expiresAt", p.name as "inviterName",
        coalesce(i.organisation_kind, 'firm') as "placeKind", coalesce(i.firm_id, i.organisation_id) as "placeId",
        o.name as "organisationName", f.name as "firmName"
      from invitations i
      left join organisations o on o.organisation_id = i.organisation_id
      left join firms f on f.firm_id = i.firm_id
      left join people p on p.person_id = i.invited_by
      where i.email = (select a.email from people a where a.person_id = (select current_person_id()))
        and ${isLiveAt(now)}
        and o.closed_at is null
      order by i.created_at, i.invitation_id`,
  );
}
