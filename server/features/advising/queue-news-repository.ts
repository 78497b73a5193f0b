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
    select count(*)::integer from editions e
    where e.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]) and ${lacksFirms(today)}
  )`;
const editionsShortPlanned = (today: string) => SQL`(
    select count(*)::integer from editions e
    where e.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]) and e.status = 'planned'
      and ${lacksFirms(today)}
  )`;

/** With today. */
const soonDays = 7;

/** Planned meetings of the session's providers from today on, before the day. */
const meetingsBefore = (today: string, before: string) => SQL`(
    select count(*)::integer from meetings m
    where m.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]) and m.status = 'planned'
      and m.starts_at >= ${today}::date::timestamp at time zone 'Europe/Stockholm'
      and m.starts_at < ${before}::date::timestamp at time zone 'Europe/Stockholm'
  )`;

/** As isStepOverdue of shared/domain/meeting says it. */
const stepsOverdue = (today: string) => SQL`(
    select count(*)::integer from meetings m
    join meeting_steps s on s.firm_id = m.firm_id and s.meeting_id = m.meeting_id
    where m.organisation_id = any ((select my_organisation_ids('advisor', 'manager'))::uuid[]) and m.status = 'held'
      and s.done_at is null and s.due_on < ${today} and s.is_agreed_by_firm and s.is_agreed_by_provider
      and s.what ~ '[^[:space:]]'
  )`;

export async function countQueueRows(tx: Transaction, now: Date): Promise<z.infer<typeof countsSchema>> {
  const today = swedishDate(now);
  return one(
    tx,
    countsSchema,
    SQL`select count(*) filter (where status = 'chosen')::integer as "toAnswer",
        count(*) filter (where status = 'chosen' and answer_due_at < ${now})::integer as overdue,
        count(*) filter (where status in ('accepted', 'started'))::integer as "underWay",
        (
          select count(*)::integer from ${lettingIn}
          join firm_summaries s on s.firm_id = c.firm_id and c.has_result where ${isRoundDue(now)}
        ) as "roundsDue",
        (select count(*)::integer from ${lettingIn}) as "all",
        ${editionsShort(today)} as "editionsShort",
        ${editionsShortPlanned(today)} as "editionsShortPlanned",
        ${meetingsBefore(today, addDays(today, 1))} as "meetingsToday",
        ${meetingsBefore(today, addDays(today, soonDays))} as "meetingsSoon",
        ${stepsOverdue(today)} as "stepsOverdue"
      from referrals`,
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
