import SQL from '@nearform/sql';
import * as z from 'zod';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import type { Language } from '#shared/domain/language.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { respondentRoleSchema } from '#shared/domain/respondents/respondent-role.ts';
import { exec, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const commonColumns = {
  responseId: z.uuid(),
  firmId: z.uuid(),
  assessmentId: z.uuid(),
  instrumentVersionId: z.uuid(),
  formCode: z.string(),
  language: languageSchema,
  status: z.enum(['open', 'submitted', 'closed']),
  startedAt: z.date(),
  profile: firmProfileSchema,
  firmName: z.string().nullable(),
  isSimulated: z.boolean(),
};
const ledRowSchema = z.object({
  ...commonColumns,
  organisationNumber: z.string().nullable(),
  isClaimed: z.boolean(),
  continuesFormCode: z.string().nullable(),
  continuesResponseId: z.uuid().nullable(),
});
const partColumns = {
  role: respondentRoleSchema,
  part: z.array(z.string()),
  doneAt: z.date().nullable(),
  countsAlone: z.boolean(),
};
const ownPartSchema = z.object({ ...commonColumns, ...partColumns });

export type ResponseRow = z.infer<typeof ledRowSchema> & {
  /** Null for whoever leads the answering. */
  readonly respondent: Pick<z.infer<typeof ownPartSchema>, keyof typeof partColumns> | null;
};

const selectResponse = SQL`
  select r.response_id as "responseId", r.firm_id as "firmId", r.assessment_id as "assessmentId",
    r.instrument_version_id as "instrumentVersionId", a.form_code as "formCode", r.language, r.status,
    r.started_at as "startedAt", a.profile, f.name as "firmName",
    f.organisation_number as "organisationNumber", f.is_simulated as "isSimulated", is_firm_claimed() as "isClaimed",
    r.continues_form_code as "continuesFormCode", r.continues_response_id as "continuesResponseId"
  from responses r
  join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
  join firms f on f.firm_id = r.firm_id`;

/** The response if the presented key reaches it: as whoever leads the answering, or as a respondent. */
export async function findResponse(tx: Transaction, responseId: string): Promise<ResponseRow | undefined> {
  const led = await maybeOne(tx, ledRowSchema, SQL`${selectResponse} where r.response_id = ${responseId}`);
  return led === undefined ? findOwnPart(tx, responseId) : { ...led, respondent: null };
}

/** A respondent is told no more of the firm than its name and what questions go by. */
async function findOwnPart(tx: Transaction, responseId: string): Promise<ResponseRow | undefined> {
  const own = await maybeOne(
    tx,
    ownPartSchema,
    SQL`select response_id as "responseId", firm_id as "firmId", assessment_id as "assessmentId",
        instrument_version_id as "instrumentVersionId", form_code as "formCode", response_language as language, status,
        started_at as "startedAt", profile, firm_name as "firmName", is_simulated as "isSimulated",
        respondent_role as role, dimensions as part, done_at as "doneAt", counts_alone as "countsAlone"
      from respondent_response() where response_id = ${responseId}`,
  );
  if (own === undefined) return undefined;
  const { role, part, doneAt, countsAlone, ...response } = own;
  const untold = { organisationNumber: null, isClaimed: false, continuesFormCode: null, continuesResponseId: null };
  return { ...response, ...untold, respondent: { role, part, doneAt, countsAlone } };
}

/** Holds off every save until the transaction ends, so that what is read is what gets submitted. */
export async function lockResponse(tx: Transaction, responseId: string): Promise<void> {
  await exec(tx, SQL`select 1 from responses where response_id = ${responseId} for update`);
}

export async function insertFirm(
  tx: Transaction,
  firm: {
    firmId: string;
    responseId: string;
    accessKeyId: string;
    keySha256: Buffer;
    expiresAt: Date;
    organisationNumber: string | null;
    name: string | null;
    isSimulated: boolean;
  },
): Promise<void> {
  await exec(
    tx,
    SQL`select open_firm(${firm.firmId}, ${firm.responseId}, ${firm.accessKeyId}, ${firm.keySha256},
      ${firm.expiresAt}, ${firm.organisationNumber}, ${firm.name}, ${firm.isSimulated})`,
  );
}

export async function insertResponse(
  tx: Transaction,
  response: {
    responseId: string;
    firmId: string;
    assessmentId: string;
    instrumentVersionId: string;
    formCode: string;
    language: Language;
    profile: FirmProfile;
    startedAt: Date;
  },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into assessments (assessment_id, firm_id, instrument_version_id, form_code, profile, created_at)
      values (${response.assessmentId}, ${response.firmId}, ${response.instrumentVersionId},
        ${response.formCode}, ${JSON.stringify(response.profile)}, ${response.startedAt})`,
  );
  await exec(
    tx,
    SQL`insert into responses (response_id, firm_id, assessment_id, instrument_version_id, language, started_at)
      values (${response.responseId}, ${response.firmId}, ${response.assessmentId},
        ${response.instrumentVersionId}, ${response.language}, ${response.startedAt})`,
  );
}

/**
 * Opens the response that continues the one the presented key reaches, with a key of its own, or gives that key to
 * the one there is. Undefined when the key reaches no submitted response.
 */
export async function insertContinuedResponse(
  tx: Transaction,
  response: {
    responseId: string;
    assessmentId: string;
    instrumentVersionId: string;
    formCode: string;
    language: Language;
    startedAt: Date;
    accessKeyId: string;
    keySha256: Buffer;
    keyExpiresAt: Date;
    carriedItems: readonly string[];
  },
): Promise<string | undefined> {
  const row = await one(
    tx,
    z.object({ responseId: z.uuid().nullable() }),
    SQL`select open_continued_response(${response.responseId}, ${response.assessmentId},
      ${response.instrumentVersionId}, ${response.formCode}, ${response.language}, ${response.startedAt},
      ${response.accessKeyId}, ${response.keySha256}, ${response.keyExpiresAt}, ${response.carriedItems})
      as "responseId"`,
  );
  return row.responseId ?? undefined;
}

export async function updateProfile(
  tx: Transaction,
  response: ResponseRow,
  change: { profile: FirmProfile; firmName: string | null; organisationNumber: string | null },
): Promise<void> {
  await exec(
    tx,
    SQL`update assessments set profile = ${JSON.stringify(change.profile)}
      where firm_id = ${response.firmId} and assessment_id = ${response.assessmentId}`,
  );
  await exec(
    tx,
    SQL`update firms set name = ${change.firmName}, organisation_number = ${change.organisationNumber}
      where firm_id = ${response.firmId}`,
  );
}

/** The round of what the presented key or session opens, by what the firm has submitted besides. */
export async function settleRound(tx: Transaction, submittedAt: Date): Promise<void> {
  await exec(tx, SQL`select settle_round(${submittedAt})`);
}

export async function updateToSubmitted(
  tx: Transaction,
  response: ResponseRow,
  change: { language: Language; submittedAt: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`update responses
      set status = 'submitted', submitted_at = ${change.submittedAt}, language = ${change.language}
      where firm_id = ${response.firmId} and response_id = ${response.responseId}`,
  );
}

/** False when the presented key opens nothing, or another response. */
export async function endPresentedKey(tx: Transaction, responseId: string, endedAt: Date): Promise<boolean> {
  const row = await one(
    tx,
    z.object({ isEnded: z.boolean().nullable() }),
    SQL`select end_presented_key(${responseId}, ${endedAt}) as "isEnded"`,
  );
  return row.isEnded === true;
}

/** False when the presented key reaches nothing. */
export async function insertAccessKey(
  tx: Transaction,
  key: { accessKeyId: string; purpose: 'browser' | 'resume-link'; keySha256: Buffer; expiresAt: Date },
): Promise<boolean> {
  const row = await one(
    tx,
    z.object({ isAdded: z.boolean().nullable() }),
    SQL`select add_access_key(${key.accessKeyId}, ${key.purpose}, ${key.keySha256}, ${key.expiresAt}) as "isAdded"`,
  );
  return row.isAdded === true;
}

/** The response that a resume link opens, now also with a browser key of its own. */
export async function insertKeyFromResumeLink(
  tx: Transaction,
  key: { resumeKeySha256: Buffer; accessKeyId: string; keySha256: Buffer; expiresAt: Date },
): Promise<string | undefined> {
  const row = await one(
    tx,
    z.object({ responseId: z.uuid().nullable() }),
    SQL`select redeem_resume_key(${key.resumeKeySha256}, ${key.accessKeyId}, ${key.keySha256}, ${key.expiresAt})
      as "responseId"`,
  );
  return row.responseId ?? undefined;
}
