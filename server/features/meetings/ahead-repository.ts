import SQL from '@nearform/sql';
import * as z from 'zod';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { stepOwners } from '#shared/domain/meeting/meeting-step.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const aheadShape = {
  meetingId: z.uuid(),
  firmId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: localisedTextSchema,
  firmName: z.string().nullable(),
  isSimulated: z.boolean(),
  startsAt: z.date(),
};
const aheadSchema = z.object({ ...aheadShape, minutes: z.int(), place: z.string() });
const overdueSchema = z.object({ ...aheadShape, what: z.string(), owner: z.enum(stepOwners), dueOn: z.string() });

const columns = SQL`m.meeting_id as "meetingId", m.firm_id as "firmId", m.organisation_id as "organisationId",
  o.name as "organisationName", f.name as "firmName", f.is_simulated as "isSimulated", m.starts_at as "startsAt"`;

/** As many as one looks through. */
const most = 200;

const planned = SQL`select ${columns}, m.minutes, m.place
  from meetings m
  join firms f on f.firm_id = m.firm_id
  join organisations o on o.organisation_id = m.organisation_id
  where m.status = 'planned'`;

/** Of the session's organisations, those that are not over; the next one first. */
export async function listAhead(tx: Transaction, now: Date): Promise<z.infer<typeof aheadSchema>[]> {
  return many(
    tx,
    aheadSchema,
    SQL`${planned} and m.starts_at + m.minutes * interval '1 minute' > ${now}
      order by m.starts_at, m.meeting_id limit ${most}`,
  );
}

/** Their time has passed, and nobody has said whether they were held; the newest first. */
export async function listUnclosed(tx: Transaction, now: Date): Promise<z.infer<typeof aheadSchema>[]> {
  return many(
    tx,
    aheadSchema,
    SQL`${planned} and m.starts_at + m.minutes * interval '1 minute' <= ${now}
      order by m.starts_at desc, m.meeting_id limit ${most}`,
  );
}

/** Agreed in a meeting that was held, not done, and their day has passed; the oldest first. */
export async function listOverdue(tx: Transaction, today: string): Promise<z.infer<typeof overdueSchema>[]> {
  return many(
    tx,
    overdueSchema,
    SQL`select ${columns}, s.what, s.owner, s.due_on::text as "dueOn"
      from meeting_steps s
      join meetings m on m.firm_id = s.firm_id and m.meeting_id = s.meeting_id
      join firms f on f.firm_id = m.firm_id
      join organisations o on o.organisation_id = m.organisation_id
      where s.done_at is null and s.dropped_at is null and s.due_on < ${today} and s.is_agreed_by_firm and s.is_agreed_by_provider
        and s.what ~ '[^[:space:]]' and m.status = 'held'
      order by s.due_on, m.meeting_id, s.place_in_list limit ${most}`,
  );
}
