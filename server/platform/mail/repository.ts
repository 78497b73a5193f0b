import SQL from '@nearform/sql';
import * as z from 'zod';
import { type Language, languageSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, type Queryable } from '../database/query.ts';
import type { MailFaultCode } from './mail-fault.ts';
import { daytimeKinds, faultyFacts, lastKinds, type MailKind, mailFacts } from './mail-kinds.ts';
import { isNight } from './swedish-time.ts';

export type NewMail = {
  readonly mailId: string;
  readonly kind: MailKind;
  readonly recipient: string;
  readonly language: Language;
  /** What the text is filled in with; never a secret. */
  readonly facts: Readonly<Record<string, string>>;
  /** Two mails with the same are one. */
  readonly dedupeKey?: string;
  readonly createdAt: Date;
};

/**
 * Written with what it tells about; the worker sends it once that is committed. No constraint is named for the conflict:
 * that would take the right to read the outbox, which nobody has who only writes to it.
 */
export async function insertMail(tx: Queryable, mail: NewMail): Promise<void> {
  const faulty = faultyFacts(mail.kind, mail.facts);
  if (faulty.length > 0) throw new Error(`${mail.kind} cannot be written without ${faulty.join(', ')}`);
  await exec(
    tx,
    SQL`insert into outbox_mails (mail_id, kind, recipient, language, facts, dedupe_key, created_at, next_attempt_at)
      values (${mail.mailId}, ${mail.kind}, ${mail.recipient}, ${mail.language}, ${JSON.stringify(mail.facts)},
        ${mail.dedupeKey ?? null}, ${mail.createdAt}, ${mail.createdAt})
      on conflict do nothing`,
  );
}

const kinds = Object.keys(mailFacts) as MailKind[];

const claimedMailSchema = z.object({
  mailId: z.uuid(),
  claimId: z.uuid(),
  kind: z.enum(kinds),
  /** Null when the row had had its time before it was to be sent again. */
  recipient: z.string().nullable(),
  language: languageSchema,
  facts: z.record(z.string(), z.string()),
  attempts: z.int(),
  createdAt: z.date(),
});
export type ClaimedMail = z.infer<typeof claimedMailSchema>;

export type Claim = {
  readonly claimId: string;
  readonly now: Date;
  readonly limit: number;
  /** How long the claim holds, by the clock of the database, which all workers share. */
  readonly leaseSeconds: number;
};

/**
 * Takes mails that are due, those first for which somebody waits at the screen, those last that go to many at once. Others at it are not waited for. Asked
 * here, so that no retry after a fault comes in the middle of the night either.
 */
export async function claimMails(tx: Queryable, { claimId, now, limit, leaseSeconds }: Claim): Promise<ClaimedMail[]> {
  return many(
    tx,
    claimedMailSchema,
    SQL`with due as (
        select mail_id from outbox_mails
        where status = 'waiting' and next_attempt_at <= ${now} and kind <> all (${isNight(now) ? daytimeKinds : []})
        order by kind = 'sign-in-code' desc, kind = any (${lastKinds}), next_attempt_at
        limit ${limit}
        for update skip locked
      )
      update outbox_mails m
      set status = 'claimed', claim_id = ${claimId}, attempts = m.attempts + 1,
        claimed_until = now() + make_interval(secs => ${leaseSeconds})
      from due where m.mail_id = due.mail_id
      returning m.mail_id as "mailId", m.claim_id as "claimId", m.kind, m.recipient, m.language, m.facts, m.attempts,
        m.created_at as "createdAt"`,
  );
}

const releasedSchema = z.object({ mailId: z.uuid(), kind: z.string(), status: z.enum(['waiting', 'unconfirmed']) });
export type ReleasedMail = z.infer<typeof releasedSchema>;

/**
 * What a worker that is gone had taken. What was not handed over waits again; of what was, nobody knows whether it
 * went. The claim stays written there, so that a worker that was only slow can still say what became of it.
 */
export async function releaseLapsedMails(tx: Queryable, now: Date): Promise<ReleasedMail[]> {
  return many(
    tx,
    releasedSchema,
    SQL`with lapsed as (
        select mail_id from outbox_mails where status in ('claimed', 'handing-over') and claimed_until < now()
        for update skip locked
      )
      update outbox_mails m
      set status = case m.status when 'claimed' then 'waiting' else 'unconfirmed' end,
        settled_at = case m.status when 'claimed' then null else ${now}::timestamptz end,
        fault = 'interrupted', claimed_until = null
      from lapsed where m.mail_id = lapsed.mail_id
      returning m.mail_id as "mailId", m.kind, m.status`,
  );
}

type Held = Pick<ClaimedMail, 'mailId' | 'claimId'>;
const idSchema = z.object({ mailId: z.uuid() });

/** Says, before the first byte goes, that from now on nobody else can know whether it went. False: not ours any more. */
export async function updateMailHandingOver(tx: Queryable, mail: Held, leaseSeconds: number): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`update outbox_mails
      set status = 'handing-over', claimed_until = now() + make_interval(secs => ${leaseSeconds})
      where mail_id = ${mail.mailId} and claim_id = ${mail.claimId} and status = 'claimed'
      returning mail_id as "mailId"`,
  );
  return row !== undefined;
}

export type Settlement = {
  readonly status: 'sent' | 'failed' | 'unconfirmed';
  readonly fault: MailFaultCode | null;
  readonly at: Date;
};

export async function updateMailSettled(tx: Queryable, mail: Held, { status, fault, at }: Settlement): Promise<void> {
  await exec(
    tx,
    SQL`update outbox_mails
      set status = ${status}, fault = ${fault}, settled_at = ${at}, claimed_until = null
      where mail_id = ${mail.mailId} and claim_id = ${mail.claimId}
        and status in ('claimed', 'handing-over', 'unconfirmed')`,
  );
}

export async function updateMailWaiting(
  tx: Queryable,
  mail: Held,
  { fault, nextAttemptAt }: { fault: MailFaultCode; nextAttemptAt: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`update outbox_mails
      set status = 'waiting', fault = ${fault}, next_attempt_at = ${nextAttemptAt}, settled_at = null,
        claim_id = null, claimed_until = null
      where mail_id = ${mail.mailId} and claim_id = ${mail.claimId}
        and status in ('claimed', 'handing-over', 'unconfirmed')`,
  );
}
