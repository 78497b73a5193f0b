import SQL from '@nearform/sql';
import * as z from 'zod';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { type ReferralMove, type ReferralStatus, referralStatuses } from '#shared/domain/referral/referral-states.ts';
import { exec, many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const handledRowSchema = z.object({
  referralId: z.uuid(),
  firmId: z.uuid(),
  catalogueVersionId: z.uuid(),
  packageCode: z.string(),
  providerCode: z.string(),
  status: z.enum(referralStatuses),
  revision: z.int(),
  assignedTo: z.uuid().nullable(),
});
export type HandledRow = z.infer<typeof handledRowSchema>;

const selectHandled = SQL`select r.referral_id as "referralId", r.firm_id as "firmId",
    r.catalogue_version_id as "catalogueVersionId", r.package_code as "packageCode", r.provider_code as "providerCode",
    r.status, r.revision, r.assigned_to as "assignedTo"
  from referrals r
  join organisations o on o.kind = 'provider' and o.code = r.provider_code`;

type Place = { readonly referralId: string; readonly organisationId: string };

/** A request to the organisation whose consent stands. */
export async function findHandled(tx: Transaction, place: Place): Promise<HandledRow | undefined> {
  return maybeOne(
    tx,
    handledRowSchema,
    SQL`${selectHandled} where r.referral_id = ${place.referralId} and o.organisation_id = ${place.organisationId}`,
  );
}

/** The same, held against whoever else changes it; only after a look at its firm. */
export async function lockHandled(tx: Transaction, place: Place): Promise<HandledRow | undefined> {
  return maybeOne(
    tx,
    handledRowSchema,
    SQL`${selectHandled} where r.referral_id = ${place.referralId} and o.organisation_id = ${place.organisationId}
      for update of r`,
  );
}

export type Change = {
  readonly status: ReferralStatus;
  readonly statusSince: Date | null;
  readonly assignedTo: string | null;
  readonly outcome: string | null;
  readonly receiver: string | null;
};

/** Null in `statusSince` leaves it: the referral stays where it is. */
export async function updateHandled(tx: Transaction, row: HandledRow, change: Change): Promise<void> {
  await exec(
    tx,
    SQL`update referrals
      set status = ${change.status}, status_since = coalesce(${change.statusSince}, status_since),
        assigned_to = ${change.assignedTo}, outcome = ${change.outcome}, handed_over_to = ${change.receiver},
        revision = revision + 1
      where firm_id = ${row.firmId} and referral_id = ${row.referralId}`,
  );
}

export type NewEvent = {
  readonly status: ReferralStatus;
  readonly move: ReferralMove | 'assign';
  readonly organisationId: string;
  readonly occurredAt: Date;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly outcome?: string | undefined;
  readonly receiver?: string | undefined;
};

export async function insertEvent(tx: Transaction, row: HandledRow, event: NewEvent): Promise<void> {
  await exec(
    tx,
    SQL`insert into referral_events (firm_id, referral_id, status, occurred_at, move, person_id, organisation_id, reason,
        note, outcome, receiver)
      values (${row.firmId}, ${row.referralId}, ${event.status}, ${event.occurredAt}, ${event.move},
        (select current_person_id()), ${event.organisationId}, ${event.reason ?? null}, ${event.note ?? null},
        ${event.outcome ?? null}, ${event.receiver ?? null})`,
  );
}

const contactSchema = z.object({ email: z.string(), language: languageSchema });

/** Whom to tell at the firm that this transaction looks at; undefined once the address has been cleared away. */
export async function findContact(
  tx: Transaction,
  referralId: string,
): Promise<z.infer<typeof contactSchema> | undefined> {
  return maybeOne(
    tx,
    contactSchema,
    SQL`select email, language from referral_contacts() where referral_id = ${referralId} and email <> ''`,
  );
}

const providerSchema = z.object({ code: z.string(), name: localisedTextSchema });

/** The providers there are, for whom to hand over to. */
export async function listOpenProviders(tx: Transaction): Promise<z.infer<typeof providerSchema>[]> {
  return many(
    tx,
    providerSchema,
    SQL`select code, name from organisations where kind = 'provider' and closed_at is null order by code`,
  );
}

const advisorSchema = z.object({ personId: z.uuid(), name: z.string().nullable() });

/** Who can look after the organisation's requests; nobody where the session has no part in it. */
export async function listAdvisorRows(
  tx: Transaction,
  organisationId: string,
): Promise<z.infer<typeof advisorSchema>[]> {
  return many(
    tx,
    advisorSchema,
    SQL`select person_id as "personId", name from provider_advisors(${organisationId}) order by name, person_id`,
  );
}
