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

const placeRowSchema = z.object({
  placeKind: z.enum(placeKinds),
  placeId: z.uuid(),
  organisationName: z.nullable(localisedTextSchema),
  firmName: z.string().nullable(),
});
export type PlaceRow = z.infer<typeof placeRowSchema>;

const membershipRowSchema = placeRowSchema.extend({
  membershipId: z.uuid(),
  role: z.enum(roles),
  createdAt: z.date(),
  isClosed: z.boolean(),
});
export type MembershipRow = z.infer<typeof membershipRowSchema>;

/** Those in an organisation that is closed are among them, and open nothing. */
export async function listOwnMemberships(tx: Transaction): Promise<MembershipRow[]> {
  return many(
    tx,
    membershipRowSchema,
    SQL`select m.membership_id as "membershipId", m.role, m.created_at as "createdAt",
        coalesce(m.organisation_kind, 'firm') as "placeKind", coalesce(m.firm_id, m.organisation_id) as "placeId",
        o.name as "organisationName", f.name as "firmName", o.closed_at is not null as "isClosed"
      from memberships m
      left join organisations o on o.organisation_id = m.organisation_id
      left join firms f on f.firm_id = m.firm_id
      where m.person_id = (select current_person_id()) and m.ended_at is null
      order by m.created_at, m.membership_id`,
  );
}

const invitationRowSchema = placeRowSchema.extend({
  invitationId: z.uuid(),
  role: z.enum(roles),
  expiresAt: z.date(),
  inviterName: z.string().nullable(),
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

/** As long as a firm is named to whom it had invited: see `named_firm_ids`. */
const toldForDays = 30;

/**
 * Places that the address was invited to last by a ticket that was revoked or has run out, where the person neither
 * is nor can go by another ticket.
 */
export async function listOwnEndedInvitations(tx: Transaction, now: Date): Promise<PlaceRow[]> {
  return many(
    tx,
    placeRowSchema,
    SQL`with own as (
        select i.*, coalesce(i.firm_id, i.organisation_id) as place_id from invitations i
        where i.email = (select a.email from people a where a.person_id = (select current_person_id()))
      ),
      newest as (
        select distinct on (place_id) * from own order by place_id, created_at desc, invitation_id desc
      )
      select coalesce(n.organisation_kind, 'firm') as "placeKind", n.place_id as "placeId",
        o.name as "organisationName", f.name as "firmName"
      from newest n
      left join organisations o on o.organisation_id = n.organisation_id
      left join firms f on f.firm_id = n.firm_id
      where n.accepted_at is null and n.declined_at is null
        and n.expires_at > ${now}::timestamptz - make_interval(days => ${toldForDays})
        and not exists (select 1 from own where own.place_id = n.place_id and ${isLiveAt(now)})
        and not exists (
          select 1 from memberships m
          where m.person_id = (select current_person_id()) and m.ended_at is null
            and coalesce(m.firm_id, m.organisation_id) = n.place_id
        )
      order by n.created_at, n.invitation_id`,
  );
}
