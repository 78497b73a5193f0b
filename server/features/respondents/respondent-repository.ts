import SQL from '@nearform/sql';
import * as z from 'zod';
import { type Language, languageSchema } from '#shared/domain/language.ts';
import { type RespondentRole, respondentRoleSchema } from '#shared/domain/respondents/respondent-role.ts';
import { translateConstraint } from '../../platform/database/database-faults.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const respondentRowSchema = z.object({
  respondentId: z.uuid(),
  label: z.string().nullable(),
  email: z.string().nullable(),
  role: respondentRoleSchema,
  language: languageSchema,
  part: z.array(z.string()),
  cameByLink: z.boolean(),
  hasOpened: z.boolean(),
  createdAt: z.date(),
  expiresAt: z.date(),
  doneAt: z.date().nullable(),
  takenBackAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
  answered: z.int(),
});
export type RespondentRow = z.infer<typeof respondentRowSchema>;

/** In the order in which they were invited; with how many of these items each has answered. */
export async function listRespondentRows(
  tx: Transaction,
  assessmentId: string,
  scoredItems: readonly string[],
): Promise<RespondentRow[]> {
  return many(
    tx,
    respondentRowSchema,
    SQL`select p.respondent_id as "respondentId", p.label, p.email, p.role, p.language, p.dimensions as part,
        p.respondent_link_id is not null as "cameByLink", p.response_id is not null as "hasOpened",
        p.created_at as "createdAt", p.expires_at as "expiresAt", p.done_at as "doneAt",
        p.taken_back_at as "takenBackAt", p.reminded_at as "remindedAt", coalesce(c.answered, 0) as answered
      from respondents p
      left join count_respondent_answers(${scoredItems}) c on c.respondent_id = p.respondent_id
      where p.assessment_id = ${assessmentId}
      order by p.created_at, p.respondent_id`,
  );
}

export type NewRespondent = {
  readonly respondentId: string;
  readonly firmId: string;
  readonly assessmentId: string;
  readonly role: RespondentRole;
  readonly part: readonly string[];
  readonly label: string;
  readonly email: string | null;
  readonly language: Language;
  readonly keySha256: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertRespondent(tx: Transaction, respondent: NewRespondent): Promise<void> {
  await exec(
    tx,
    SQL`insert into respondents (respondent_id, firm_id, assessment_id, role, dimensions, label, email, language,
        key_sha256, created_at, invited_at, expires_at)
      values (${respondent.respondentId}, ${respondent.firmId}, ${respondent.assessmentId}, ${respondent.role},
        ${respondent.part}, ${respondent.label}, ${respondent.email}, ${respondent.language}, ${respondent.keySha256},
        ${respondent.createdAt}, ${respondent.createdAt}, ${respondent.expiresAt})`,
  ).catch(translateConstraint({ respondents_email_once: 'respondent-invited-already' }));
}

export async function countStandingRespondents(tx: Transaction, assessmentId: string): Promise<number> {
  const { standing } = await one(
    tx,
    z.object({ standing: z.int() }),
    SQL`select count(*)::integer as standing from respondents
      where assessment_id = ${assessmentId} and taken_back_at is null`,
  );
  return standing;
}

export type MailCounts = { readonly mailed: number; readonly mailedTo: number };

/**
 * How many were invited by mail since, in all assessments of the firm: anybody, and the address. Who
 * invites in another assessment of the firm at this moment waits, so that both are counted.
 */
export async function countRespondentMails(
  tx: Transaction,
  firmId: string,
  email: string,
  since: Date,
): Promise<MailCounts> {
  await exec(tx, SQL`select pg_advisory_xact_lock(hashtextextended(${`respondent-mails:${firmId}`}, 0))`);
  return one(
    tx,
    z.object({ mailed: z.int(), mailedTo: z.int() }),
    SQL`select mailed, mailed_to as "mailedTo" from count_respondent_mails(${email}, ${since})`,
  );
}

export async function hasRespondent(tx: Transaction, { assessmentId, respondentId }: OfAssessment): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ respondentId: z.uuid() }),
    SQL`select respondent_id as "respondentId" from respondents
      where assessment_id = ${assessmentId} and respondent_id = ${respondentId}`,
  );
  return row !== undefined;
}

const invitedSchema = z.object({
  email: z.string().nullable(),
  language: languageSchema,
  hasOpened: z.boolean(),
  expiresAt: z.date(),
  doneAt: z.date().nullable(),
  takenBackAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
});
export type InvitedRow = z.infer<typeof invitedSchema>;

type OfAssessment = { readonly assessmentId: string; readonly respondentId: string };

/** False when there is none that stands. */
export async function updateRespondent(
  tx: Transaction,
  { assessmentId, respondentId }: OfAssessment,
  change: { label: string; role: RespondentRole; part: readonly string[] },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ respondentId: z.uuid() }),
    SQL`update respondents set label = ${change.label}, role = ${change.role}, dimensions = ${change.part}
      where assessment_id = ${assessmentId} and respondent_id = ${respondentId} and taken_back_at is null
      returning respondent_id as "respondentId"`,
  );
  return row !== undefined;
}

/** `isNew` false when it was taken back before. */
export async function updateRespondentToTakenBack(
  tx: Transaction,
  { assessmentId, respondentId }: OfAssessment,
  takenBackAt: Date,
): Promise<{ isNew: boolean }> {
  return one(
    tx,
    z.object({ isNew: z.boolean() }),
    SQL`with found as (
        select respondent_id, taken_back_at from respondents
        where assessment_id = ${assessmentId} and respondent_id = ${respondentId} for update
      ), ended as (
        update respondents p set taken_back_at = ${takenBackAt} from found
        where p.respondent_id = found.respondent_id and found.taken_back_at is null
      )
      select taken_back_at is null as "isNew" from found`,
  );
}

/** Who was invited, with everybody else who would remind them or invite them anew waiting. */
export async function lockRespondent(
  tx: Transaction,
  { assessmentId, respondentId }: OfAssessment,
): Promise<InvitedRow> {
  return one(
    tx,
    invitedSchema,
    SQL`select email, language, response_id is not null as "hasOpened", expires_at as "expiresAt", done_at as "doneAt",
        taken_back_at as "takenBackAt", reminded_at as "remindedAt"
      from respondents where assessment_id = ${assessmentId} and respondent_id = ${respondentId} for update`,
  );
}

export async function updateRespondentToReminded(
  tx: Transaction,
  { assessmentId, respondentId }: OfAssessment,
  remindedAt: Date,
): Promise<void> {
  await exec(
    tx,
    SQL`update respondents set reminded_at = ${remindedAt}
      where assessment_id = ${assessmentId} and respondent_id = ${respondentId}`,
  );
}

/** How often they have been invited now; undefined where they are not to be invited anew. */
export async function renewRespondentKey(
  tx: Transaction,
  renewal: { respondentId: string; keySha256: Buffer; renewedAt: Date; expiresAt: Date },
): Promise<number | undefined> {
  const { invitations } = await one(
    tx,
    z.object({ invitations: z.int().nullable() }),
    SQL`select renew_respondent(${renewal.respondentId}, ${renewal.keySha256}, ${renewal.renewedAt},
        ${renewal.expiresAt}) as invitations`,
  );
  return invitations ?? undefined;
}
