import SQL from '@nearform/sql';
import * as z from 'zod';
import { roles } from '#shared/domain/access/roles.ts';
import { type Language, languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { countFalling } from './invitation-repository.ts';

const roleSchema = z.enum(roles);

const memberRowSchema = z.object({
  membershipId: z.uuid(),
  personId: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: roleSchema,
  createdAt: z.date(),
  fallingInvitationCount: z.int(),
});
export type MemberRow = z.infer<typeof memberRowSchema>;

export async function listMemberRows(tx: Transaction, organisationId: string, now: Date): Promise<MemberRow[]> {
  return many(
    tx,
    memberRowSchema,
    SQL`select m.membership_id as "membershipId", m.person_id as "personId", p.name, p.email, m.role,
        m.created_at as "createdAt", ${countFalling(now)} as "fallingInvitationCount"
      from memberships m
      join people p on p.person_id = m.person_id
      where m.organisation_id = ${organisationId} and m.ended_at is null
      order by coalesce(p.name, p.email), m.membership_id`,
  );
}

const membershipRowSchema = z.object({ personId: z.uuid(), role: roleSchema, isEnded: z.boolean() });
export type MembershipRow = z.infer<typeof membershipRowSchema>;

export async function findMembership(
  tx: Transaction,
  organisationId: string,
  membershipId: string,
): Promise<MembershipRow | undefined> {
  return maybeOne(
    tx,
    membershipRowSchema,
    SQL`select person_id as "personId", role, ended_at is not null as "isEnded" from memberships
      where organisation_id = ${organisationId} and membership_id = ${membershipId}`,
  );
}

/** Those who can be administrators at this moment, as far as the session may see. */
export async function listAdministratorIds(tx: Transaction): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ personId: z.uuid() }),
    SQL`select m.person_id as "personId" from memberships m
      join people p on p.person_id = m.person_id
      where m.organisation_id is not null and m.role = 'administrator' and m.ended_at is null
        and p.disabled_at is null and p.erased_at is null`,
  );
  return rows.map(({ personId }) => personId);
}

/** Those who can look after the organisation at this moment, as far as the session may see. */
export async function listManagerIds(tx: Transaction, organisationId: string): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ personId: z.uuid() }),
    SQL`select m.person_id as "personId" from memberships m
      join people p on p.person_id = m.person_id
      where m.organisation_id = ${organisationId} and m.role = 'manager' and m.ended_at is null
        and p.disabled_at is null and p.erased_at is null`,
  );
  return rows.map(({ personId }) => personId);
}

/** Whether the membership was ended by this. */
export async function updateMembershipToEnded(
  tx: Transaction,
  ended: { organisationId: string; membershipId: string; endedAt: Date; endedBy: string },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ membershipId: z.uuid() }),
    SQL`update memberships set ended_at = ${ended.endedAt}, ended_by = ${ended.endedBy}
      where organisation_id = ${ended.organisationId} and membership_id = ${ended.membershipId} and ended_at is null
      returning membership_id as "membershipId"`,
  );
  return row !== undefined;
}

/** What somebody opened with other rights is closed. */
export async function updateSessionsToEnded(tx: Transaction, personId: string): Promise<void> {
  await exec(tx, SQL`select end_sessions_of(${personId})`);
}

const personRowSchema = z.object({
  personId: z.uuid(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  createdAt: z.date(),
  isDisabled: z.boolean(),
  roles: z.array(z.object({ role: roleSchema, organisationName: localisedTextSchema })),
});
export type PersonRow = z.infer<typeof personRowSchema>;

const selectPerson = SQL`
  select p.person_id as "personId", p.email, p.name, p.created_at as "createdAt",
    p.disabled_at is not null as "isDisabled",
    coalesce((
      select jsonb_agg(jsonb_build_object('role', m.role, 'organisationName', o.name) order by m.created_at, m.role)
      from memberships m
      join organisations o on o.organisation_id = m.organisation_id
      where m.person_id = p.person_id and m.organisation_id is not null and m.ended_at is null
    ), '[]') as roles
  from people p`;

/** Those who work or have worked in an organisation; whom an administrator sees is in the policy. */
export async function listPersonRows(tx: Transaction): Promise<PersonRow[]> {
  return many(tx, personRowSchema, SQL`${selectPerson} where p.erased_at is null order by p.email, p.person_id`);
}

export async function findPerson(tx: Transaction, personId: string): Promise<PersonRow | undefined> {
  return maybeOne(tx, personRowSchema, SQL`${selectPerson} where p.erased_at is null and p.person_id = ${personId}`);
}

export async function updatePersonToDisabled(
  tx: Transaction,
  personId: string,
  disabledAt: Date | null,
): Promise<void> {
  await exec(tx, SQL`update people set disabled_at = ${disabledAt} where person_id = ${personId}`);
}

/** Where and in which language somebody is written to. */
export async function getMailbox(tx: Transaction, personId: string): Promise<{ email: string; language: Language }> {
  return one(
    tx,
    z.object({ email: z.string(), language: languageSchema }),
    SQL`select email, language from people where person_id = ${personId}`,
  );
}

/** Deletes all that the person can show besides the mailbox; false when that is not the session's to do. */
export async function deleteFactors(tx: Transaction, personId: string): Promise<boolean> {
  const { isDone } = await one(
    tx,
    z.object({ isDone: z.boolean() }),
    SQL`select reset_factors_of(${personId}) as "isDone"`,
  );
  return isDone;
}
