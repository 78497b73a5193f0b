import SQL from '@nearform/sql';
import * as z from 'zod';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const personSchema = z.object({ personId: z.uuid(), email: z.string(), language: languageSchema });

const noticeRowSchema = z.object({
  referralId: z.uuid(),
  catalogueVersionId: z.uuid(),
  packageCode: z.string(),
  answerDueAt: z.date(),
  county: z.string().nullable(),
  providerName: z.nullable(localisedTextSchema),
  /** Null where nobody is to be told. */
  person: personSchema.nullable(),
});
export type NoticeRow = z.infer<typeof noticeRowSchema>;

/** Takes so many new requests, which nobody else takes then, with everybody who is told of each at once. */
export async function takeNotices(tx: Transaction, most: number): Promise<NoticeRow[]> {
  return many(
    tx,
    noticeRowSchema,
    SQL`select referral_id as "referralId", catalogue_version_id as "catalogueVersionId",
        package_code as "packageCode", answer_due_at as "answerDueAt", county, provider_name as "providerName",
        case when person_id is not null
          then jsonb_build_object('personId', person_id, 'email', email, 'language', language) end as person
      from take_request_notices(${most})`,
  );
}

const waitingRowSchema = z.object({
  organisationId: z.uuid(),
  providerName: localisedTextSchema,
  ...personSchema.shape,
  waiting: z.int(),
  overdue: z.int(),
});
export type WaitingRow = z.infer<typeof waitingRowSchema>;

/** Everybody who wants to be told in the mornings, provider by provider, of those with something to be told. */
export async function listWaiting(tx: Transaction, now: Date): Promise<WaitingRow[]> {
  return many(
    tx,
    waitingRowSchema,
    SQL`select organisation_id as "organisationId", provider_name as "providerName", person_id as "personId", email,
        language, waiting, overdue
      from people_with_waiting_requests(${now})`,
  );
}
