import SQL, { type SqlStatement } from '@nearform/sql';
import * as z from 'zod';
import { many } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

const eventRowSchema = z.object({
  sequence: z.coerce.number(),
  occurredAt: z.date(),
  actorPersonId: z.uuid().nullable(),
  action: z.string(),
  objectKind: z.string(),
  objectId: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type EventRow = z.infer<typeof eventRowSchema>;

const selectWhere = (rest: SqlStatement) =>
  SQL`select audit_sequence as sequence, occurred_at as "occurredAt", actor_person_id as "actorPersonId", action,
    object_kind as "objectKind", object_id as "objectId", detail
  from audit_events where ${rest}`;

export type EventQuery = { readonly before?: number | undefined; readonly action?: string | undefined };

/** The newest first. */
export async function listEvents(tx: Transaction, query: EventQuery, limit: number): Promise<EventRow[]> {
  const { before = null, action = null } = query;
  return many(
    tx,
    eventRowSchema,
    selectWhere(SQL`(${before}::bigint is null or audit_sequence < ${before})
      and (${action}::text is null or action = ${action}) order by audit_sequence desc limit ${limit}`),
  );
}

/** What the person did, oldest first. */
export async function listDoings(tx: Transaction, personId: string): Promise<EventRow[]> {
  return many(tx, eventRowSchema, selectWhere(SQL`actor_person_id = ${personId} order by audit_sequence`));
}
