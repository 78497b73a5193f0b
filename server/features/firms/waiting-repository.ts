import SQL from '@nearform/sql';
import * as z from 'zod';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const reviewSchema = z.object({
  reviewId: z.uuid(),
  responseId: z.uuid(),
  organisationName: localisedTextSchema,
  givenAt: z.date(),
});

export async function listReviewsToAnswer(tx: Transaction, firmId: string): Promise<z.infer<typeof reviewSchema>[]> {
  return many(
    tx,
    reviewSchema,
    SQL`select r.review_id as "reviewId", s.response_id as "responseId", o.name as "organisationName",
        r.given_at as "givenAt"
      from reviews r
      join submissions s on s.firm_id = r.firm_id and s.submission_id = r.submission_id
      join organisations o on o.organisation_id = r.organisation_id
      where r.firm_id = ${firmId} and r.status = 'given'
      order by r.given_at, r.review_id`,
  );
}

const placeSchema = z.object({
  placementId: z.uuid(),
  status: z.enum(['invited', 'waiting']),
  ownName: z.string().nullable(),
  packageCode: z.string(),
  catalogueVersionId: z.uuid(),
  organisationName: localisedTextSchema,
  answerBy: z.string().nullable(),
  ahead: z.int().nullable(),
});
export type PlaceRow = z.infer<typeof placeSchema>;

/** Those that have to be answered first. */
export async function listPlacesToAnswer(tx: Transaction, firmId: string): Promise<PlaceRow[]> {
  return many(
    tx,
    placeSchema,
    SQL`select p.placement_id as "placementId", p.status, e.name as "ownName", e.package_code as "packageCode",
        e.catalogue_version_id as "catalogueVersionId", o.name as "organisationName",
        p.answer_by::text as "answerBy",
        case when p.status = 'waiting' then waiting_before(p.placement_id) end as ahead
      from placements p
      join editions e on e.edition_id = p.edition_id
      join organisations o on o.organisation_id = e.organisation_id
      where p.firm_id = ${firmId} and p.status in ('invited', 'waiting')
      order by p.answer_by nulls last, p.created_at, p.placement_id`,
  );
}

const stepSchema = z.object({
  meetingId: z.uuid(),
  stepKey: z.string(),
  what: z.string(),
  dueOn: z.string(),
  organisationName: localisedTextSchema,
});

/** Of the firm's own, up to that day. */
export async function listStepsDue(
  tx: Transaction,
  firmId: string,
  until: string,
): Promise<z.infer<typeof stepSchema>[]> {
  return many(
    tx,
    stepSchema,
    SQL`select s.meeting_id as "meetingId", s.step_key as "stepKey", s.what, s.due_on::text as "dueOn",
        o.name as "organisationName"
      from meeting_steps s
      join meetings m on m.firm_id = s.firm_id and m.meeting_id = s.meeting_id
      join organisations o on o.organisation_id = m.organisation_id
      where s.firm_id = ${firmId} and s.owner = 'firm' and s.done_at is null and s.dropped_at is null and s.due_on <= ${until}
        and s.is_agreed_by_firm and s.is_agreed_by_provider and s.what ~ '[^[:space:]]' and m.status = 'held'
      order by s.due_on, s.meeting_id, s.place_in_list`,
  );
}

const passedOnSchema = z.object({
  referralId: z.uuid(),
  responseId: z.uuid(),
  packageCode: z.string(),
  providerCode: z.string(),
  receiverCode: z.string(),
  catalogueVersionId: z.uuid(),
});
export type PassedOnRow = z.infer<typeof passedOnSchema>;

/** As long as the firm keeps its consent and has not asked whom it was passed on to. */
export async function listPassedOn(tx: Transaction, firmId: string): Promise<PassedOnRow[]> {
  return many(
    tx,
    passedOnSchema,
    SQL`select r.referral_id as "referralId", s.response_id as "responseId", r.package_code as "packageCode",
        r.provider_code as "providerCode", r.handed_over_to as "receiverCode",
        r.catalogue_version_id as "catalogueVersionId"
      from referrals r
      join submissions s on s.firm_id = r.firm_id and s.submission_id = r.submission_id
      join consents c on c.firm_id = r.firm_id and c.consent_id = r.consent_id
      where r.firm_id = ${firmId} and r.status = 'handed-over' and r.handed_over_to is not null
        and c.withdrawn_at is null
        and not exists (select 1 from referrals n
          where n.firm_id = r.firm_id and n.from_referral_id = r.referral_id)
      order by r.status_since, r.referral_id`,
  );
}
