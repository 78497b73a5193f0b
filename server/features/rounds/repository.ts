import SQL from '@nearform/sql';
import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { respondentRoleSchema } from '#shared/domain/respondents/respondent-role.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const openSchema = z.object({
  instrumentVersionId: z.uuid(),
  formCode: z.string(),
  status: z.enum(['open', 'submitted']),
  profile: firmProfileSchema,
  /** The version that it has gone over from last. */
  leftVersionId: z.uuid().nullable(),
  answeredItems: z.array(z.string()),
  /** Why nobody goes over: a campaign asks all its firms the same, or colleagues have begun to answer a part. */
  fixedBy: z.enum(['campaign', 'colleagues']).nullable(),
});
export type Opened = z.infer<typeof openSchema>;

/** What the presented key or session opens. */
export async function findOpened(tx: Transaction, responseId: string): Promise<Opened | undefined> {
  return maybeOne(
    tx,
    openSchema,
    SQL`select r.instrument_version_id as "instrumentVersionId", a.form_code as "formCode", r.status, a.profile,
        a.left_version_ids[cardinality(a.left_version_ids)] as "leftVersionId",
        array(select w.item_code from answers w where w.response_id = r.response_id and w.state is not null)
          as "answeredItems",
        case when answers_campaign() then 'campaign' when exists (
          select from respondents p
          where p.firm_id = r.firm_id and p.assessment_id = r.assessment_id and p.response_id is not null
        ) then 'colleagues' end as "fixedBy"
      from responses r
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      where r.response_id = ${responseId}`,
  );
}

const answeredSchema = z.object({
  instrumentVersionId: z.uuid(),
  submittedAt: z.date(),
  answers: z.record(z.string(), answerSchema),
  isTogether: z.boolean(),
});
export type AnsweredRow = z.infer<typeof answeredSchema>;

/** Of the submissions before it, as many as can have a part in what was answered last. */
const mostBefore = 12;

/** What the session may read of what the firm submitted before, the newest first. None for the key of a response. */
export async function listAnsweredBefore(tx: Transaction): Promise<AnsweredRow[]> {
  return many(
    tx,
    answeredSchema,
    SQL`select instrument_version_id as "instrumentVersionId", submitted_at as "submittedAt", answers,
        is_together as "isTogether"
      from list_answered_before(${mostBefore})`,
  );
}

const versionSchema = z.object({ instrumentVersionId: z.uuid(), number: z.int(), publishedAt: z.date() });
export type VersionRow = z.infer<typeof versionSchema>;

export async function listVersionRows(tx: Transaction, instrumentVersionIds: readonly string[]): Promise<VersionRow[]> {
  return many(
    tx,
    versionSchema,
    SQL`select instrument_version_id as "instrumentVersionId", version_number as number, published_at as "publishedAt"
      from instrument_versions where instrument_version_id = any (${instrumentVersionIds}::uuid[])`,
  );
}

const setAsideSchema = z.object({ instrumentVersionId: z.uuid(), itemCode: z.string() });
export type SetAsideRow = z.infer<typeof setAsideSchema>;

/** Questions whose answers come back when what the presented key or session opens goes over to one of the versions. */
export async function listSetAside(tx: Transaction, instrumentVersionIds: readonly string[]): Promise<SetAsideRow[]> {
  return many(
    tx,
    setAsideSchema,
    SQL`select instrument_version_id as "instrumentVersionId", item_code as "itemCode"
      from list_set_aside(${instrumentVersionIds}::uuid[])`,
  );
}

/** False when what the presented key or session opens is of another version by now, or is not open any more. */
export async function moveToVersion(
  tx: Transaction,
  move: { from: string; to: string; stayingItems: readonly string[] },
): Promise<boolean> {
  const row = await one(
    tx,
    z.object({ isMoved: z.boolean().nullable() }),
    SQL`select move_to_version(${move.from}, ${move.to}, ${move.stayingItems}) as "isMoved"`,
  );
  return row.isMoved === true;
}

const partSchema = z.object({ respondentId: z.uuid(), role: respondentRoleSchema, part: z.array(z.string()) });

/** The parts of colleagues who are invited to the assessment that one leads. */
export async function listParts(tx: Transaction): Promise<z.infer<typeof partSchema>[]> {
  return many(
    tx,
    partSchema,
    SQL`select respondent_id as "respondentId", role, dimensions as part from respondents
      where assessment_id = led_assessment_id() and response_id is null`,
  );
}

export async function updatePart(tx: Transaction, respondentId: string, part: readonly string[]): Promise<void> {
  await exec(
    tx,
    SQL`update respondents set dimensions = ${part}
      where assessment_id = led_assessment_id() and respondent_id = ${respondentId}`,
  );
}
