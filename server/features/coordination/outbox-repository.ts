import SQL from '@nearform/sql';
import * as z from 'zod';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const mailRowSchema = z.object({
  mailId: z.uuid(),
  kind: z.string(),
  recipient: z.string(),
  status: z.enum(['waiting', 'failed', 'unconfirmed']),
  attempts: z.int(),
  fault: z.string().nullable(),
  createdAt: z.date(),
  nextAttemptAt: z.date().nullable(),
});
export type MailRow = z.infer<typeof mailRowSchema>;

/** What has not gone, the newest first. The role cannot read an address, only what it is known again by. */
export async function listUnsentMailRows(tx: Transaction, limit: number): Promise<MailRow[]> {
  return many(
    tx,
    mailRowSchema,
    SQL`select mail_id as "mailId", kind, coalesce(recipient_hint, '') as recipient,
        case when status in ('claimed', 'handing-over') then 'waiting' else status end as status, attempts, fault,
        created_at as "createdAt", case when status = 'waiting' then next_attempt_at end as "nextAttemptAt"
      from outbox_mails where status <> 'sent'
      order by created_at desc, mail_id desc limit ${limit}`,
  );
}

const countsSchema = z.object({ waiting: z.int(), sent: z.int(), failed: z.int(), unconfirmed: z.int() });
export type MailCounts = z.infer<typeof countsSchema>;

export async function getMailCounts(tx: Transaction): Promise<MailCounts> {
  return one(
    tx,
    countsSchema,
    SQL`select count(*) filter (where status in ('waiting', 'claimed', 'handing-over'))::integer as waiting,
        count(*) filter (where status = 'sent')::integer as sent,
        count(*) filter (where status = 'failed')::integer as failed,
        count(*) filter (where status = 'unconfirmed')::integer as unconfirmed
      from outbox_mails`,
  );
}

/** The kind of the mail; undefined when there is none to send again. */
export async function updateMailToWaiting(tx: Transaction, mailId: string, now: Date): Promise<string | undefined> {
  const row = await maybeOne(
    tx,
    z.object({ kind: z.string() }),
    SQL`update outbox_mails set status = 'waiting', attempts = 0, next_attempt_at = ${now}, fault = null,
        settled_at = null
      where mail_id = ${mailId} and status in ('failed', 'unconfirmed') and recipient_hint is not null
      returning kind`,
  );
  return row?.kind;
}

export async function hasMail(tx: Transaction, mailId: string): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ mailId: z.uuid() }),
    SQL`select mail_id as "mailId" from outbox_mails where mail_id = ${mailId}`,
  );
  return row !== undefined;
}
