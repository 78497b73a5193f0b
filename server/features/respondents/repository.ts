import SQL from '@nearform/sql';
import * as z from 'zod';
import { type Language, languageSchema } from '#shared/domain/language.ts';
import { type RespondentRole, respondentRoleSchema } from '#shared/domain/respondents/respondent-role.ts';
import { mostRespondents } from '#shared/domain/respondents/together.ts';
import { translateConstraint } from '../../platform/database/database-faults.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const ledRowSchema = z.object({
  firmId: z.uuid(),
  assessmentId: z.uuid(),
  instrumentVersionId: z.uuid(),
  formCode: z.string(),
  isOpen: z.boolean(),
  isSimulated: z.boolean(),
  isClaimed: z.boolean(),
  firmName: z.string().nullable(),
  leadRole: respondentRoleSchema,
});
export type LedRow = z.infer<typeof ledRowSchema>;

/** The assessment whose answering the presented key or session leads. */
export async function findLed(tx: Transaction, responseId: string): Promise<LedRow | undefined> {
  return maybeOne(
    tx,
    ledRowSchema,
    SQL`select r.firm_id as "firmId", r.assessment_id as "assessmentId",
        r.instrument_version_id as "instrumentVersionId", a.form_code as "formCode", r.status = 'open' as "isOpen",
        f.is_simulated as "isSimulated", (select is_firm_claimed()) as "isClaimed", f.name as "firmName",
        a.lead_role as "leadRole"
      from responses r
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      join firms f on f.firm_id = r.firm_id
      where r.response_id = ${responseId} and r.assessment_id = (select led_assessment_id())`,
  );
}

/** Lets whoever changes who answers, and whoever submits, follow each other. */
export async function lockAssessment(tx: Transaction, assessmentId: string): Promise<void> {
  await exec(tx, SQL`select 1 from assessments where assessment_id = ${assessmentId} for update`);
}

const respondentRowSchema = z.object({
  respondentId: z.uuid(),
  label: z.string().nullable(),
  email: z.string().nullable(),
  role: respondentRoleSchema,
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
    SQL`select p.respondent_id as "respondentId", p.label, p.email, p.role, p.dimensions as part,
        p.respondent_link_id is not null as "cameByLink", p.response_id is not null as "hasOpened",
        p.created_at as "createdAt", p.expires_at as "expiresAt", p.done_at as "doneAt",
        p.taken_back_at as "takenBackAt", p.reminded_at as "remindedAt", coalesce(c.answered, 0) as answered
      from respondents p
      left join count_respondent_answers(${scoredItems}) c on c.respondent_id = p.respondent_id
      where p.assessment_id = ${assessmentId}
      order by p.created_at, p.respondent_id`,
  );
}

const linkRowSchema = z.object({
  respondentLinkId: z.uuid(),
  opened: z.int(),
  mostRespondents: z.int(),
  createdAt: z.date(),
  expiresAt: z.date(),
  takenBackAt: z.date().nullable(),
});
export type LinkRow = z.infer<typeof linkRowSchema>;

/** The newest first. */
export async function listLinkRows(tx: Transaction, assessmentId: string): Promise<LinkRow[]> {
  return many(
    tx,
    linkRowSchema,
    SQL`select l.respondent_link_id as "respondentLinkId", l.most_respondents as "mostRespondents",
        l.created_at as "createdAt", l.expires_at as "expiresAt", l.taken_back_at as "takenBackAt",
        (select count(*) from respondents p where p.respondent_link_id = l.respondent_link_id)::integer as opened
      from respondent_links l
      where l.assessment_id = ${assessmentId}
      order by l.created_at desc, l.respondent_link_id desc`,
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

/** How many were invited by mail since, in all assessments of the firm: anybody, and the address. */
/** Who invites in another assessment of the firm at this moment waits, so that both are counted. */
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

export async function hasActiveLink(tx: Transaction, assessmentId: string, now: Date): Promise<boolean> {
  const { isThere } = await one(
    tx,
    z.object({ isThere: z.boolean() }),
    SQL`select exists (
        select 1 from respondent_links
        where assessment_id = ${assessmentId} and taken_back_at is null and expires_at > ${now}
      ) as "isThere"`,
  );
  return isThere;
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

export async function updateLeadRole(tx: Transaction, assessmentId: string, role: RespondentRole): Promise<void> {
  await exec(tx, SQL`update assessments set lead_role = ${role} where assessment_id = ${assessmentId}`);
}

const previewRowSchema = z.object({
  kind: z.enum(['invitation', 'link']),
  firmName: z.string().nullable(),
  isSimulated: z.boolean(),
  role: z.nullable(respondentRoleSchema),
  part: z.array(z.string()).nullable(),
  instrumentVersionId: z.uuid(),
  formCode: z.string(),
  isOpen: z.boolean(),
  language: languageSchema,
  wasOpened: z.boolean(),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;

export async function findPreview(tx: Transaction, keySha256: Buffer): Promise<PreviewRow | undefined> {
  return maybeOne(
    tx,
    previewRowSchema,
    SQL`select kind, firm_name as "firmName", is_simulated as "isSimulated", respondent_role as role, dimensions as part,
        instrument_version_id as "instrumentVersionId", form_code as "formCode", is_open as "isOpen",
        respondent_language as language, was_opened as "wasOpened"
      from preview_respondent_key(${keySha256})`,
  );
}

export type Opening = {
  readonly keySha256: Buffer;
  readonly role: RespondentRole | null;
  readonly part: readonly string[] | null;
  readonly countsAlone: boolean;
  readonly language: Language;
  readonly respondentId: string;
  readonly responseId: string;
  readonly accessKeyId: string;
  readonly accessKeySha256: Buffer;
  readonly accessKeyExpiresAt: Date;
  readonly openedAt: Date;
};

const openedSchema = z.object({
  outcome: z.enum(['opened', 'opened-before', 'not-found', 'closed', 'full']),
  responseId: z.uuid().nullable(),
  respondentId: z.uuid().nullable(),
  firmId: z.uuid().nullable(),
});

export async function openRespondentResponse(tx: Transaction, opening: Opening): Promise<z.infer<typeof openedSchema>> {
  return one(
    tx,
    openedSchema,
    SQL`select outcome, opened_response_id as "responseId", opened_respondent_id as "respondentId",
        opened_firm_id as "firmId"
      from open_respondent(${opening.keySha256}, ${opening.role}, ${opening.part}, ${opening.countsAlone}, ${opening.language},
        ${mostRespondents}, ${opening.respondentId}, ${opening.responseId}, ${opening.accessKeyId}, ${opening.accessKeySha256},
        ${opening.accessKeyExpiresAt}, ${opening.openedAt})`,
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

/** False when the firm's answers are submitted; undefined to whoever is no respondent. */
export async function updateCountsAlone(
  tx: Transaction,
  { responseId, countsAlone }: { responseId: string; countsAlone: boolean },
): Promise<boolean | undefined> {
  const { isStored } = await one(
    tx,
    z.object({ isStored: z.boolean().nullable() }),
    SQL`select choose_counts_alone(${responseId}, ${countsAlone}) as "isStored"`,
  );
  return isStored ?? undefined;
}

/** Undefined to whoever is no respondent; `isStored` false when the firm's answers are submitted. */
export async function updateRespondentDone(
  tx: Transaction,
  { responseId, isDone }: { responseId: string; isDone: boolean },
  markedAt: Date,
): Promise<{ isStored: boolean; doneAt: Date | null } | undefined> {
  return maybeOne(
    tx,
    z.object({ isStored: z.boolean(), doneAt: z.date().nullable() }),
    SQL`select is_stored as "isStored", respondent_done_at as "doneAt"
      from mark_respondent_done(${responseId}, ${isDone}, ${markedAt})`,
  );
}
