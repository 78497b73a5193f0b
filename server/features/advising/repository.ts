import SQL from '@nearform/sql';
import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { eventMoves, eventReasons, referralOutcomes } from '#shared/domain/referral/move-words.ts';
import { referralStatuses } from '#shared/domain/referral/referral-states.ts';
import { routingSchema } from '#shared/domain/routing/routing.ts';
import type { SupportChoices } from '#shared/domain/routing/support-choices.ts';
import { supportChoicesSchema } from '#shared/domain/routing/support-choices.ts';
import { scoreProfileSchema } from '#shared/domain/scoring/score.ts';
import { many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { wishColumn, wishRowSchema } from '../../platform/editions/wish-repository.ts';

const lettingInRowSchema = z.object({
  firmId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: localisedTextSchema,
  name: z.string().nullable(),
  isSimulated: z.boolean(),
  purposes: z.array(z.enum(['contact', 'result', 'cohort'])),
  since: z.date(),
  consentIds: z.array(z.uuid()),
});
export type LettingInRow = z.infer<typeof lettingInRowSchema>;

/** Whoever lets one of the session's organisations in, by the consents that stand. */
export async function listLettingIn(tx: Transaction): Promise<LettingInRow[]> {
  return many(
    tx,
    lettingInRowSchema,
    SQL`select f.firm_id as "firmId", o.organisation_id as "organisationId", o.name as "organisationName", f.name,
        f.is_simulated as "isSimulated", array_agg(distinct c.purpose order by c.purpose) as purposes,
        min(c.given_at) as since, array_agg(c.consent_id order by c.consent_id) as "consentIds"
      from consents c
      join firms f on f.firm_id = c.firm_id
      join organisations o on o.kind = 'provider' and o.code = c.provider_code
      group by f.firm_id, f.name, f.is_simulated, o.organisation_id, o.name
      order by since desc, f.firm_id, o.organisation_id`,
  );
}

const firmRowSchema = z.object({
  firmId: z.uuid(),
  name: z.string().nullable(),
  organisationNumber: z.string().nullable(),
  isSimulated: z.boolean(),
});
export type FirmRow = z.infer<typeof firmRowSchema>;

export async function findFirm(tx: Transaction, firmId: string): Promise<FirmRow | undefined> {
  return maybeOne(
    tx,
    firmRowSchema,
    SQL`select firm_id as "firmId", name, organisation_number as "organisationNumber", is_simulated as "isSimulated"
      from firms where firm_id = ${firmId}`,
  );
}

const resultRowSchema = z.object({
  responseId: z.uuid(),
  formCode: z.string(),
  round: z.int(),
  submittedAt: z.date(),
});
export type ResultRow = z.infer<typeof resultRowSchema>;

/** What the firm has submitted, the newest of the newest round first. */
export async function listResults(tx: Transaction, firmId: string): Promise<ResultRow[]> {
  return many(
    tx,
    resultRowSchema,
    SQL`select s.response_id as "responseId", a.form_code as "formCode", a.round, s.submitted_at as "submittedAt"
      from submissions s
      join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      where s.firm_id = ${firmId}
      order by a.round desc, s.submitted_at desc, s.submission_id desc`,
  );
}

const outcomeRowSchema = z.object({
  responseId: z.uuid(),
  instrumentVersionId: z.uuid(),
  formCode: z.string(),
  language: languageSchema,
  startedAt: z.date(),
  continuesFormCode: z.string().nullable(),
  continuesResponseId: z.uuid().nullable(),
  submissionId: z.uuid(),
  receiptNumber: z.string(),
  answeredItems: z.int(),
  scoredItems: z.int(),
  submittedAt: z.date(),
  catalogueVersionId: z.uuid(),
  answers: z.record(z.string(), answerSchema),
  profile: firmProfileSchema,
  scoreProfile: scoreProfileSchema,
  routing: routingSchema,
});
export type OutcomeRow = z.infer<typeof outcomeRowSchema>;

/** One submission as it was frozen. */
export async function findOutcome(tx: Transaction, responseId: string): Promise<OutcomeRow | undefined> {
  return maybeOne(
    tx,
    outcomeRowSchema,
    SQL`select s.response_id as "responseId", s.instrument_version_id as "instrumentVersionId",
        a.form_code as "formCode", s.language, r.started_at as "startedAt",
        r.continues_form_code as "continuesFormCode", r.continues_response_id as "continuesResponseId",
        s.submission_id as "submissionId", s.receipt_number as "receiptNumber", s.answered_items as "answeredItems",
        s.scored_items as "scoredItems", s.submitted_at as "submittedAt",
        s.catalogue_version_id as "catalogueVersionId", s.answers, s.profile, s.score_profile as "scoreProfile",
        s.routing
      from submissions s
      join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      where s.response_id = ${responseId}`,
  );
}

/** What the firm makes of the suggestions of the response. */
export async function findSupportChoices(tx: Transaction, responseId: string): Promise<SupportChoices | undefined> {
  const row = await maybeOne(
    tx,
    z.object({ chosen: supportChoicesSchema }),
    SQL`select chosen from support_choices where response_id = ${responseId}`,
  );
  return row?.chosen;
}

const statusSchema = z.enum(referralStatuses);
const requestEventSchema = z.object({
  status: statusSchema,
  at: z.string(),
  move: z.enum(eventMoves).nullable(),
  /** Null for whoever is no colleague, and where it is not known any more. */
  personName: z.string().nullable(),
  organisation: z.nullable(localisedTextSchema),
  reason: z.enum(eventReasons).nullable(),
  note: z.string().nullable(),
  outcome: z.enum(referralOutcomes).nullable(),
  receiver: z.nullable(localisedTextSchema),
});
const requestRowSchema = z.object({
  referralId: z.uuid(),
  catalogueVersionId: z.uuid(),
  packageCode: z.string(),
  providerCode: z.string(),
  status: statusSchema,
  revision: z.int(),
  answerDueAt: z.date(),
  assignedTo: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  firmName: z.string(),
  contactName: z.string(),
  email: z.string(),
  telephone: z.string().nullable(),
  message: z.string().nullable(),
  wish: wishRowSchema,
  events: z.array(requestEventSchema),
});
export type RequestRow = z.infer<typeof requestRowSchema>;

/** The firm's requests to be contacted by the organisation, of those whose consent stands. */
export async function listRequests(
  tx: Transaction,
  { firmId, organisationId }: { firmId: string; organisationId: string },
): Promise<RequestRow[]> {
  return many(
    tx,
    requestRowSchema,
    SQL`select r.referral_id as "referralId", r.catalogue_version_id as "catalogueVersionId",
        r.package_code as "packageCode", r.provider_code as "providerCode", r.status, r.revision,
        r.answer_due_at as "answerDueAt", r.assigned_to as "assignedTo", p.name as "assigneeName",
        w.firm_name as "firmName", w.contact_name as "contactName", w.email, w.telephone, w.message,
        ${wishColumn} as wish,
        (
          select jsonb_agg(jsonb_build_object('status', e.status,
              'at', to_char(e.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'move', e.move, 'personName', d.name, 'organisation', b.name, 'reason', e.reason, 'note', e.note,
              'outcome', e.outcome, 'receiver', t.name)
            order by e.referral_event_id)
          from referral_events e
          left join people d on d.person_id = e.person_id
          left join organisations b on b.organisation_id = e.organisation_id
          left join organisations t on t.kind = 'provider' and t.code = e.receiver
          where e.firm_id = r.firm_id and e.referral_id = r.referral_id
        ) as events
      from referrals r
      join referral_contacts() w on w.referral_id = r.referral_id
      join organisations o on o.kind = 'provider' and o.code = r.provider_code
      left join people p on p.person_id = r.assigned_to
      where r.firm_id = ${firmId} and o.organisation_id = ${organisationId}
      order by r.created_at desc, r.referral_id desc`,
  );
}
