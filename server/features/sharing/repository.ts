import SQL from '@nearform/sql';
import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { chainRoleSchema } from '#shared/domain/firm/firm-profile.ts';
import { type Language, languageSchema } from '#shared/domain/language.ts';
import { routingSchema } from '#shared/domain/routing/routing.ts';
import { scoreProfileSchema } from '#shared/domain/scoring/score.ts';
import { sharedParts } from '#shared/domain/sharing/share-choice.ts';
import { submittedRoundSchema } from '../../platform/change/round-repository.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** A frozen submission as far as a link shows it: what was not chosen is not read. */
const sourceRowSchema = z.object({
  firmName: z.string().nullable(),
  isSimulated: z.boolean(),
  formCode: z.string(),
  instrumentVersionId: z.uuid(),
  versionNumber: z.int(),
  catalogueVersionId: z.uuid(),
  submittedAt: z.date(),
  chainRole: chainRoleSchema,
  scoreProfile: scoreProfileSchema,
  answers: z.record(z.string(), answerSchema).nullable(),
  routing: z.nullable(routingSchema),
  earlierVersionId: z.uuid().nullable(),
  earlierSubmittedAt: z.date().nullable(),
  earlierScoreProfile: z.nullable(scoreProfileSchema),
});
export type SourceRow = z.infer<typeof sourceRowSchema>;

const sourceColumns = SQL`firm_name as "firmName", is_simulated as "isSimulated", form_code as "formCode",
  instrument_version_id as "instrumentVersionId", version_number as "versionNumber",
  catalogue_version_id as "catalogueVersionId", submitted_at as "submittedAt", chain_role as "chainRole",
  score_profile as "scoreProfile", answers, routing, earlier_version_id as "earlierVersionId",
  earlier_submitted_at as "earlierSubmittedAt", earlier_score_profile as "earlierScoreProfile"`;

const parts = z.array(z.enum(sharedParts));

export type Chosen = {
  readonly parts: readonly string[];
  readonly showsFirmName: boolean;
  readonly earlierSubmissionId: string | null;
};

/** For whoever may speak for the firm, of the response that the transaction opens. */
export async function findSource(tx: Transaction, chosen: Chosen): Promise<SourceRow | undefined> {
  return maybeOne(
    tx,
    sourceRowSchema,
    SQL`select ${sourceColumns}
      from preview_result_link(${chosen.parts}::text[], ${chosen.showsFirmName}, ${chosen.earlierSubmissionId})`,
  );
}

const submittedRowSchema = submittedRoundSchema.extend({
  firmId: z.uuid(),
  submissionId: z.uuid(),
  firmName: z.string().nullable(),
  isClaimed: z.boolean(),
  /** When the last key of a firm ends that nobody has claimed; null of one that is. */
  keysEnd: z.date().nullable(),
});
export type SubmittedRow = z.infer<typeof submittedRowSchema>;

/** The submission of the response, for whoever may speak for the firm; undefined to everybody else. */
export async function findShareable(tx: Transaction, responseId: string): Promise<SubmittedRow | undefined> {
  return maybeOne(
    tx,
    submittedRowSchema,
    SQL`select s.firm_id as "firmId", s.submission_id as "submissionId", s.response_id as "responseId",
        a.form_code as "formCode", s.instrument_version_id as "instrumentVersionId", s.submitted_at as "submittedAt",
        s.answers, s.profile, s.score_profile as "scoreProfile", f.name as "firmName", (select is_firm_claimed()) as "isClaimed",
        (select last_key_end()) as "keysEnd"
      from submissions s
      join firms f on f.firm_id = s.firm_id
      join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      where s.response_id = ${responseId} and (select may_decide_for_firm())
        -- The example of a demo site is opened by everybody, and decided about by nobody.
        and ((select is_firm_claimed()) or not f.is_simulated)`,
  );
}

const linkRowSchema = z.object({
  resultLinkId: z.uuid(),
  recipientName: z.string(),
  recipientEmail: z.string().nullable(),
  note: z.string().nullable(),
  parts,
  showsFirmName: z.boolean(),
  language: languageSchema,
  submittedAt: z.date(),
  createdAt: z.date(),
  expiresAt: z.date(),
  takenBackAt: z.date().nullable(),
  openings: z.int(),
  lastOpenedAt: z.date().nullable(),
  mail: z.enum(['waiting', 'sent', 'failed', 'unconfirmed']).nullable(),
  makerName: z.string().nullable(),
});
export type LinkRow = z.infer<typeof linkRowSchema>;

/** Every link of the firm, the newest first. */
export async function listLinks(tx: Transaction, firmId: string): Promise<LinkRow[]> {
  return many(
    tx,
    linkRowSchema,
    SQL`select l.result_link_id as "resultLinkId", l.recipient_name as "recipientName",
        l.recipient_email as "recipientEmail", l.note, l.parts, l.shows_firm_name as "showsFirmName", l.language,
        l.submitted_at as "submittedAt", l.created_at as "createdAt", l.expires_at as "expiresAt",
        l.taken_back_at as "takenBackAt", coalesce(o.openings, 0)::integer as openings,
        o.last_opened_at as "lastOpenedAt", m.mail_status as mail,
        k.maker_name as "makerName"
      from result_links l
      left join (
        select firm_id, result_link_id, count(*) as openings, max(opened_at) as last_opened_at
        from result_link_openings group by firm_id, result_link_id
      ) o on o.firm_id = l.firm_id and o.result_link_id = l.result_link_id
      left join result_link_mail_status() m on m.result_link_id = l.result_link_id
      left join result_link_makers() k on k.result_link_id = l.result_link_id
      where l.firm_id = ${firmId}
      order by l.created_at desc, l.result_link_id desc`,
  );
}

export type LinkCounts = { readonly active: number; readonly made: number; readonly mailedTo: number };

/** How many links of the firm open something, were made since the moment, and were made since for the address. */
export async function countLinks(
  tx: Transaction,
  { firmId, email }: { firmId: string; email: string | null },
  { now, since }: { now: Date; since: Date },
): Promise<LinkCounts> {
  return one(
    tx,
    z.object({ active: z.int(), made: z.int(), mailedTo: z.int() }),
    SQL`select count(*) filter (where taken_back_at is null and expires_at > ${now})::integer as active,
        count(*) filter (where created_at > ${since})::integer as made,
        count(*) filter (where created_at > ${since} and recipient_email = ${email})::integer as "mailedTo"
      from result_links where firm_id = ${firmId}`,
  );
}

export type NewLink = Chosen & {
  readonly resultLinkId: string;
  readonly firmId: string;
  readonly submissionId: string;
  readonly submittedAt: Date;
  readonly recipientName: string;
  readonly recipientEmail: string | null;
  readonly note: string | null;
  readonly language: Language;
  readonly keySha256: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertLink(tx: Transaction, link: NewLink): Promise<void> {
  await exec(
    tx,
    SQL`insert into result_links (result_link_id, firm_id, submission_id, submitted_at, earlier_submission_id,
        recipient_name, recipient_email, note, parts, shows_firm_name, language, key_sha256, person_id, created_at,
        expires_at)
      values (${link.resultLinkId}, ${link.firmId}, ${link.submissionId}, ${link.submittedAt},
        ${link.earlierSubmissionId}, ${link.recipientName}, ${link.recipientEmail}, ${link.note}, ${link.parts},
        ${link.showsFirmName}, ${link.language}, ${link.keySha256}, current_person_id(), ${link.createdAt},
        ${link.expiresAt})`,
  );
}

/** Undefined when there is none of the firm; `isNew` false when it had been taken back before. */
export async function updateLinkToTakenBack(
  tx: Transaction,
  { firmId, resultLinkId }: { firmId: string; resultLinkId: string },
  takenBackAt: Date,
): Promise<{ isNew: boolean } | undefined> {
  const found = await maybeOne(
    tx,
    z.object({ takenBackAt: z.date().nullable() }),
    SQL`select taken_back_at as "takenBackAt" from result_links
      where firm_id = ${firmId} and result_link_id = ${resultLinkId} for update`,
  );
  if (found === undefined || found.takenBackAt !== null) return found && { isNew: false };
  await exec(
    tx,
    SQL`update result_links set taken_back_at = ${takenBackAt}
      where firm_id = ${firmId} and result_link_id = ${resultLinkId}`,
  );
  return { isNew: true };
}

const openedRowSchema = sourceRowSchema.extend({
  resultLinkId: z.uuid(),
  firmId: z.uuid(),
  recipientName: z.string(),
  note: z.string().nullable(),
  parts,
  language: languageSchema,
  expiresAt: z.date(),
});
export type OpenedRow = z.infer<typeof openedRowSchema>;

/** What the secret opens, with the opening written down; undefined when it opens nothing. */
export async function insertOpening(
  tx: Transaction,
  opening: { keySha256: Buffer; openingId: string },
): Promise<OpenedRow | undefined> {
  return maybeOne(
    tx,
    openedRowSchema,
    SQL`select result_link_id as "resultLinkId", firm_id as "firmId", recipient_name as "recipientName", note, parts,
        language, expires_at as "expiresAt", ${sourceColumns}
      from open_result_link(${opening.keySha256}, ${opening.openingId})`,
  );
}

/** Until when the secret opens something. */
export async function findExpiry(tx: Transaction, keySha256: Buffer): Promise<Date | undefined> {
  const { expiresAt } = await one(
    tx,
    z.object({ expiresAt: z.date().nullable() }),
    SQL`select result_link_expiry(${keySha256}) as "expiresAt"`,
  );
  return expiresAt ?? undefined;
}
