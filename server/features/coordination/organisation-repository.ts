import SQL from '@nearform/sql';
import * as z from 'zod';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one, type Queryable } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** What the session is at this moment, whatever it was when the request came in. */
export async function getStanding(tx: Transaction): Promise<{ isSignedIn: boolean; isAdministrator: boolean }> {
  return one(
    tx,
    z.object({ isSignedIn: z.boolean(), isAdministrator: z.boolean() }),
    SQL`select current_person_id() is not null as "isSignedIn", is_administrator() as "isAdministrator"`,
  );
}

const organisationRowSchema = z.object({
  organisationId: z.uuid(),
  kind: z.enum(['provider', 'region', 'coordination']),
  code: z.string(),
  name: localisedTextSchema,
  isClosed: z.boolean(),
  memberCount: z.int(),
});
export type OrganisationRow = z.infer<typeof organisationRowSchema>;

const selectOrganisation = SQL`
  select o.organisation_id as "organisationId", o.kind, o.code, o.name, o.closed_at is not null as "isClosed",
    (
      select count(distinct m.person_id)::integer from memberships m
      where m.organisation_id = o.organisation_id and m.ended_at is null
    ) as "memberCount"
  from organisations o`;

/** The coordination first, then regions, then providers by name. */
export async function listOrganisationRows(tx: Transaction): Promise<OrganisationRow[]> {
  return many(
    tx,
    organisationRowSchema,
    SQL`${selectOrganisation} order by o.kind = 'provider', o.kind, o.name ->> 'sv', o.organisation_id`,
  );
}

export async function findOrganisation(tx: Transaction, organisationId: string): Promise<OrganisationRow | undefined> {
  return maybeOne(tx, organisationRowSchema, SQL`${selectOrganisation} where o.organisation_id = ${organisationId}`);
}

export async function updateOrganisationToClosed(
  tx: Transaction,
  organisationId: string,
  closedAt: Date | null,
): Promise<void> {
  await exec(tx, SQL`update organisations set closed_at = ${closedAt} where organisation_id = ${organisationId}`);
}

/**
 * Lets one change of the organisation's people and invitations follow the other. Not by its row, which a manager may
 * not change and so may not lock.
 */
export async function lockOrganisation(db: Queryable, organisationId: string): Promise<void> {
  await exec(db, SQL`select pg_advisory_xact_lock(hashtextextended(${`organisation:${organisationId}`}, 0))`);
}

/**
 * Makes whoever would take an administrator away wait for whoever is about to. What either may do is read again after
 * it, so that of two who shut each other out the second has no right left.
 */
export async function lockAdministration(tx: Transaction): Promise<void> {
  await exec(tx, SQL`select organisation_id from organisations where kind = 'coordination' for no key update`);
}
