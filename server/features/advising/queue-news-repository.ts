import SQL from '@nearform/sql';
import * as z from 'zod';
import { addDays } from '#shared/domain/edition/civil-day.ts';
import { exec, many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { lacksFirms } from '../../platform/editions/lacking-repository.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { isRoundDue, lettingIn } from './queue-repository.ts';

/** That the firms stood in a list of the organisation, with their facts. */
export async function insertListing(
  tx: Transaction,
  listing: { firmIds: readonly string[]; organisationId: string },
): Promise<void> {
  await exec(tx, SQL`select note_listing(${listing.firmIds}, ${listing.organisationId})`);
}

const countsSchema = z.object({
  toAnswer: z.int(),
  overdue: z.int(),
  underWay: z.int(),
  roundsDue: z.int(),
  all: z.int(),
  editionsShort: z.int(),
  editionsShortPlanned: z.int(),
  meetingsToday: z.int(),
  meetingsSoon: z.int(),
  stepsOverdue: z.int(),
});

/** Editions of the session's providers that lack firms; of them, those that only are planned. */
const editionsShort = (today: string) => SQL`(
    select count(*)::integer as short, count(*) filter (where e.status = 'planned')::integer as planned from editions e
    where e.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]) and ${lacksFirms(today)}
  )`;

/** With today. */
const soonDays = 7;

/** Planned meetings of the session's providers within the days, and of them those of today. */
const meetingsSoon = (today: string) => SQL`(
    select count(*)::integer as soon, count(*) filter (
        where m.starts_at < ${addDays(today, 1)}::date::timestamp at time zone 'Europe/Stockholm'
      )::integer as today
    from meetings m
    where m.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]) and m.status = 'planned'
      and m.starts_at >= ${today}::date::timestamp at time zone 'Europe/Stockholm'
      and m.starts_at < ${addDays(today, soonDays)}::date::timestamp at time zone 'Europe/Stockholm'
  )`;

/** As isStepOverdue of shared/domain/meeting says it. */
const stepsOverdue = (today: string) => SQL`(
    select count(*)::integer from meetings m
    join meeting_steps s on s.firm_id = m.firm_id and s.meeting_id = m.meeting_id
    where m.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]) and m.status = 'held'
      and s.done_at is null and s.dropped_at is null and s.due_on < ${today} and s.is_agreed_by_firm and s.is_agreed_by_provider
      and s.what ~ '[^[:space:]]'
  )`;

export async function countQueueRows(tx: Transaction, now: Date): Promise<z.infer<typeof countsSchema>> {
  const today = swedishDate(now);
  return one(
    tx,
    countsSchema,
    SQL`select q.*, e.short as "editionsShort", e.planned as "editionsShortPlanned", m.today as "meetingsToday",
        m.soon as "meetingsSoon",
        (
          select count(*)::integer from ${lettingIn}
          join firm_summaries s on s.firm_id = c.firm_id and c.has_result where ${isRoundDue(now)}
        ) as "roundsDue",
        (select count(*)::integer from ${lettingIn}) as "all",
        ${stepsOverdue(today)} as "stepsOverdue"
      from (
        select count(*) filter (where status = 'chosen')::integer as "toAnswer",
          count(*) filter (where status = 'chosen' and answer_due_at < ${now})::integer as overdue,
          count(*) filter (where status in ('accepted', 'started'))::integer as "underWay"
        from referrals
      ) q, ${editionsShort(today)} e, ${meetingsSoon(today)} m`,
  );
}

const withdrawnSchema = z.object({
  organisationId: z.uuid(),
  purpose: z.enum(['contact', 'result', 'cohort']),
  withdrawnAt: z.date(),
});

/** What has been withdrawn from the session's providers since, the newest first. */
export async function listWithdrawn(tx: Transaction, since: Date): Promise<z.infer<typeof withdrawnSchema>[]> {
  return many(
    tx,
    withdrawnSchema,
    SQL`select organisation_id as "organisationId", purpose, withdrawn_at as "withdrawnAt"
      from withdrawn_from_us(${since}) order by withdrawn_at desc limit 100`,
  );
}
