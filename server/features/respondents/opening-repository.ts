import SQL from '@nearform/sql';
import * as z from 'zod';
import { type Language, languageSchema } from '#shared/domain/language.ts';
import { type RespondentRole, respondentRoleSchema } from '#shared/domain/respondents/respondent-role.ts';
import { mostRespondents } from '#shared/domain/respondents/together.ts';
import { maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

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
