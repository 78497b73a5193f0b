import SQL from '@nearform/sql';
import * as z from 'zod';
import { editionStatuses } from '#shared/domain/edition/edition-states.ts';
import type { Language } from '#shared/domain/language.ts';
import { answerDueMs } from '#shared/domain/referral/answer-target.ts';
import { referralStatuses } from '#shared/domain/referral/referral-states.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { wishColumn, wishRowSchema } from '../../platform/editions/wish-repository.ts';

const submissionRowSchema = z.object({
  submissionId: z.uuid(),
  firmId: z.uuid(),
  catalogueVersionId: z.uuid(),
  language: z.enum(['sv', 'en']),
  suggested: z.array(z.object({ packageCode: z.string(), providerCode: z.string() })),
});
export type SubmittedRow = z.infer<typeof submissionRowSchema>;

/** The submission of a response the presented key reaches, with what was suggested to the firm. */
export async function findSubmitted(tx: Transaction, responseId: string): Promise<SubmittedRow | undefined> {
  return maybeOne(
    tx,
    submissionRowSchema,
    SQL`select s.submission_id as "submissionId", s.firm_id as "firmId",
        s.catalogue_version_id as "catalogueVersionId", s.language,
        coalesce((
          select jsonb_agg(jsonb_build_object('packageCode', g.package_code, 'providerCode', g.provider_code)
            order by g.rank)
          from suggestions g where g.submission_id = s.submission_id
        ), '[]') as suggested
      from submissions s where s.response_id = ${responseId}`,
  );
}

/** Lets one request of the response follow the other, so that the second sees what the first has made. */
export async function lockRequests(tx: Transaction, responseId: string): Promise<void> {
  await exec(tx, SQL`select 1 from responses where response_id = ${responseId} for update`);
}

export async function canDecideForFirm(tx: Transaction): Promise<boolean> {
  const row = await one(tx, z.object({ canDecide: z.boolean() }), SQL`select may_decide_for_firm() as "canDecide"`);
  return row.canDecide;
}

/** Codes of the providers where somebody can sign in now. */
export async function listProvidersInUse(tx: Transaction): Promise<string[]> {
  const row = await one(tx, z.object({ codes: z.array(z.string()) }), SQL`select provider_codes_in_use() as codes`);
  return row.codes;
}

const statusSchema = z.enum(referralStatuses);
const referralRowSchema = z.object({
  referralId: z.uuid(),
  consentId: z.uuid(),
  catalogueVersionId: z.uuid(),
  packageCode: z.string(),
  providerCode: z.string(),
  status: statusSchema,
  contactName: z.string(),
  email: z.string(),
  createdAt: z.date(),
  consentWithdrawnAt: z.date().nullable(),
  handedOverTo: z.string().nullable(),
  wish: wishRowSchema,
  events: z.array(z.object({ status: statusSchema, at: z.string() })),
});
export type ReferralRow = z.infer<typeof referralRowSchema>;

const selectReferral = SQL`
  select r.referral_id as "referralId", r.consent_id as "consentId",
    r.catalogue_version_id as "catalogueVersionId", r.package_code as "packageCode",
    r.provider_code as "providerCode", r.status, r.contact_name as "contactName", r.email,
    r.created_at as "createdAt", c.withdrawn_at as "consentWithdrawnAt",
    r.handed_over_to as "handedOverTo", ${wishColumn} as wish,
    (
      select jsonb_agg(jsonb_build_object('status', e.status,
          'at', to_char(e.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        order by e.referral_event_id)
      from referral_events e where e.firm_id = r.firm_id and e.referral_id = r.referral_id
    ) as events
  from referrals r
  join submissions s on s.firm_id = r.firm_id and s.submission_id = r.submission_id
  join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id`;

export async function listReferralRows(tx: Transaction, responseId: string): Promise<ReferralRow[]> {
  return many(
    tx,
    referralRowSchema,
    SQL`${selectReferral} where s.response_id = ${responseId} order by r.created_at, r.referral_id`,
  );
}

export async function findReferral(
  tx: Transaction,
  responseId: string,
  referralId: string,
): Promise<ReferralRow | undefined> {
  return maybeOne(
    tx,
    referralRowSchema,
    SQL`${selectReferral} where s.response_id = ${responseId} and r.referral_id = ${referralId}`,
  );
}

export type NewReferral = {
  readonly referralId: string;
  readonly consentId: string;
  readonly firmId: string;
  readonly submissionId: string;
  readonly catalogueVersionId: string;
  readonly packageCode: string;
  readonly providerCode: string;
  readonly isSuggested: boolean;
  readonly firmName: string;
  readonly contactName: string;
  readonly email: string;
  readonly telephone: string | null;
  readonly message: string | null;
  readonly consentWordingVersion: string;
  readonly language: Language;
  readonly createdAt: Date;
  /** The one that was handed over, which this one goes on from. */
  readonly fromReferralId: string | null;
  /** Of the provider and the package. */
  readonly wishedEditionId: string | null;
};

const wishableSchema = z.object({
  status: z.enum(editionStatuses),
  applyBy: z.string(),
  places: z.int(),
  invited: z.int(),
  placed: z.int(),
});

/** A group of the package that the provider holds and everybody may see. */
export async function findWishable(
  tx: Transaction,
  { editionId, packageCode, providerCode }: { editionId: string; packageCode: string; providerCode: string },
): Promise<z.infer<typeof wishableSchema> | undefined> {
  return maybeOne(
    tx,
    wishableSchema,
    SQL`select e.status, e.apply_by::text as "applyBy", e.places, e.invited_count as invited, e.placed_count as placed
      from editions e join organisations o on o.organisation_id = e.organisation_id
      where e.edition_id = ${editionId} and e.package_code = ${packageCode} and o.kind = 'provider'
        and o.code = ${providerCode} and e.status in ('open', 'confirmed')`,
  );
}

/** The consent, the referral it allows, and the first event of its history. */
export async function insertReferral(tx: Transaction, referral: NewReferral): Promise<void> {
  await exec(
    tx,
    SQL`insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language, given_at,
        person_id)
      values (${referral.consentId}, ${referral.firmId}, 'contact', ${referral.providerCode},
        ${referral.consentWordingVersion}, ${referral.language}, ${referral.createdAt}, current_person_id())`,
  );
  await exec(
    tx,
    SQL`insert into referrals (referral_id, firm_id, submission_id, consent_id, catalogue_version_id, package_code,
        provider_code, is_suggested, firm_name, contact_name, email, telephone, message, created_at, answer_due_at,
        status_since, from_referral_id, wished_edition_id, wished_organisation_id)
      values (${referral.referralId}, ${referral.firmId}, ${referral.submissionId}, ${referral.consentId},
        ${referral.catalogueVersionId}, ${referral.packageCode}, ${referral.providerCode},
        ${referral.isSuggested}, ${referral.firmName}, ${referral.contactName}, ${referral.email},
        ${referral.telephone}, ${referral.message}, ${referral.createdAt}, ${new Date(answerDueMs(referral.createdAt.getTime()))},
        ${referral.createdAt}, ${referral.fromReferralId}, ${referral.wishedEditionId}, (
          select e.organisation_id from editions e where e.edition_id = ${referral.wishedEditionId}
        ))`,
  );
  await exec(
    tx,
    SQL`insert into referral_events (firm_id, referral_id, status, occurred_at, move, person_id)
      values (${referral.firmId}, ${referral.referralId}, 'chosen', ${referral.createdAt}, 'choose', current_person_id())`,
  );
}

/** Withdraws the consent, and with it the referral that rests on it. False when that was done before. */
export async function updateConsentToWithdrawn(
  tx: Transaction,
  consent: { firmId: string; consentId: string },
  withdrawnAt: Date,
): Promise<boolean> {
  const changed = await maybeOne(
    tx,
    z.object({ consentId: z.uuid() }),
    SQL`update consents set withdrawn_at = ${withdrawnAt}, withdrawn_by = current_person_id()
      where firm_id = ${consent.firmId} and consent_id = ${consent.consentId} and withdrawn_at is null
      returning consent_id as "consentId"`,
  );
  return changed !== undefined;
}

const fallingRowSchema = z.object({
  referralId: z.uuid(),
  places: z.array(
    z.object({
      ownName: z.string().nullable(),
      packageCode: z.string(),
      catalogueVersionId: z.uuid(),
      isWaiting: z.boolean(),
    }),
  ),
  meetings: z.int(),
});
export type FallingRow = z.infer<typeof fallingRowSchema>;

/** What would end with each request of the response; nothing to whoever may not speak for the firm. */
export async function listFalling(tx: Transaction, responseId: string, now: Date): Promise<FallingRow[]> {
  return many(
    tx,
    fallingRowSchema,
    SQL`select r.referral_id as "referralId", f.falls -> 'places' as places, (f.falls ->> 'meetings')::integer as meetings
      from referrals r
      join submissions s on s.firm_id = r.firm_id and s.submission_id = r.submission_id
      cross join lateral (select what_falls_with(r.consent_id, ${now}) as falls) f
      where s.response_id = ${responseId}
      order by r.created_at, r.referral_id`,
  );
}
