import SQL from '@nearform/sql';
import * as z from 'zod';
import { languageSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const firmRoleSchema = z.enum(['owner', 'respondent']);
export type FirmRole = z.infer<typeof firmRoleSchema>;

const standingSchema = z.object({ isSignedIn: z.boolean(), role: firmRoleSchema.nullable() });

/** Whether the session still holds, and what its person is in the firm, at this moment. */
export async function getStanding(tx: Transaction, firmId: string): Promise<z.infer<typeof standingSchema>> {
  return one(
    tx,
    standingSchema,
    SQL`select p.person_id is not null as "isSignedIn", m.role
      from current_person_id() as p (person_id)
      left join memberships m on m.person_id = p.person_id and m.firm_id = ${firmId} and m.ended_at is null`,
  );
}

const memberRowSchema = z.object({
  membershipId: z.uuid(),
  personId: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  language: z.nullable(languageSchema),
  role: firmRoleSchema,
  since: z.date(),
  isYou: z.boolean(),
});
export type MemberRow = z.infer<typeof memberRowSchema>;

/** Everybody who is a member now, owners first. */
export async function listMembers(tx: Transaction, firmId: string): Promise<MemberRow[]> {
  return many(
    tx,
    memberRowSchema,
    SQL`select m.membership_id as "membershipId", m.person_id as "personId", p.name, p.email, p.language, m.role,
        m.created_at as since, m.person_id = current_person_id() as "isYou"
      from memberships m
      left join people p on p.person_id = m.person_id
      where m.firm_id = ${firmId} and m.ended_at is null
      order by m.role = 'owner' desc, m.created_at, m.membership_id`,
  );
}

const membershipRowSchema = z.object({
  personId: z.uuid(),
  role: firmRoleSchema,
  isYou: z.boolean(),
  isEnded: z.boolean(),
});
export type MembershipRow = z.infer<typeof membershipRowSchema>;

export async function findMembership(
  tx: Transaction,
  firmId: string,
  membershipId: string,
): Promise<MembershipRow | undefined> {
  return maybeOne(
    tx,
    membershipRowSchema,
    SQL`select person_id as "personId", role, person_id = current_person_id() as "isYou",
        ended_at is not null as "isEnded"
      from memberships
      where firm_id = ${firmId} and membership_id = ${membershipId}`,
  );
}

export async function updateMembershipToEnded(
  tx: Transaction,
  membership: { firmId: string; membershipId: string },
  endedAt: Date,
): Promise<void> {
  await exec(
    tx,
    SQL`update memberships set ended_at = ${endedAt}, ended_by = current_person_id()
      where firm_id = ${membership.firmId} and membership_id = ${membership.membershipId}`,
  );
}

/** False when that is not the session's to do, or nobody would be left who owns the firm. */
export async function updateMembershipRole(
  tx: Transaction,
  { firmId, membershipId, role }: { firmId: string; membershipId: string; role: FirmRole },
): Promise<boolean> {
  const { isChanged } = await one(
    tx,
    z.object({ isChanged: z.boolean() }),
    SQL`select change_firm_role(${firmId}, ${membershipId}, ${role}) as "isChanged"`,
  );
  return isChanged;
}

export async function updateSessionsToEnded(tx: Transaction, personId: string): Promise<void> {
  await exec(tx, SQL`select end_sessions_of(${personId})`);
}
