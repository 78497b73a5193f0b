import SQL from '@nearform/sql';
import * as z from 'zod';
import { languageSchema } from '#shared/domain/language.ts';
import { many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const recipientSchema = z.object({
  personId: z.uuid().nullable(),
  email: z.string(),
  language: languageSchema,
  isOwn: z.boolean(),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** Whom to tell about the meeting: those at the firm, and whoever sends it. */
export async function listRecipients(tx: Transaction, meetingId: string): Promise<Recipient[]> {
  return many(
    tx,
    recipientSchema,
    SQL`select person_id as "personId", email, language, is_own as "isOwn" from meeting_recipients(${meetingId})
      order by is_own, person_id`,
  );
}

/** What the firm is called; empty when it has no name, or none for whoever asks. */
export async function findFirmName(tx: Transaction, firmId: string): Promise<string> {
  const row = await maybeOne(
    tx,
    z.object({ name: z.string().nullable() }),
    SQL`select name from firms where firm_id = ${firmId}`,
  );
  return row?.name ?? '';
}
