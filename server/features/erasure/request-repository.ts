import SQL from '@nearform/sql';
import * as z from 'zod';
import {
  erasureBases,
  erasureDecisions,
  erasureObstacles,
  erasureScopes,
  erasureStatuses,
} from '#shared/domain/erasure/erasure.ts';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

export const requestRowSchema = z.object({
  erasureRequestId: z.uuid(),
  scope: z.enum(erasureScopes),
  firmId: z.uuid().nullable(),
  status: z.enum(erasureStatuses),
  receivedAt: z.date(),
  dueAt: z.date(),
  decision: z.enum(erasureDecisions).nullable(),
  basis: z.enum(erasureBases).nullable(),
  decisionText: z.string().nullable(),
  decidedAt: z.date().nullable(),
  carriedOutAt: z.date().nullable(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;

export const requestColumns = SQL`e.erasure_request_id as "erasureRequestId", e.scope, e.firm_id as "firmId", e.status,
  e.received_at as "receivedAt", e.due_at as "dueAt", e.decision, e.basis, e.decision_text as "decisionText",
  e.decided_at as "decidedAt", e.carried_out_at as "carriedOutAt"`;

/** What the person has asked for, the newest first. */
export async function listRequestsOf(tx: Transaction, personId: string): Promise<RequestRow[]> {
  return many(
    tx,
    requestRowSchema,
    SQL`select ${requestColumns} from erasure_requests e where e.person_id = ${personId}
      order by e.received_at desc, e.erasure_request_id desc`,
  );
}

/** What has been asked for on behalf of the firm, the newest first. */
export async function listRequestsFor(tx: Transaction, firmId: string): Promise<RequestRow[]> {
  return many(
    tx,
    requestRowSchema,
    SQL`select ${requestColumns} from erasure_requests e where e.scope = 'firm' and e.firm_id = ${firmId}
      order by e.received_at desc, e.erasure_request_id desc`,
  );
}

const idSchema = z.object({ erasureRequestId: z.uuid() });

export type NewRequest = {
  readonly erasureRequestId: string;
  readonly personId: string;
  /** Null: the person's own account. */
  readonly firmId: string | null;
  readonly receivedAt: Date;
  readonly dueAt: Date;
};

/** False when there is one already that is not settled. */
export async function insertRequest(tx: Transaction, request: NewRequest): Promise<boolean> {
  const { erasureRequestId, personId, firmId, receivedAt, dueAt } = request;
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`insert into erasure_requests (erasure_request_id, scope, person_id, firm_id, received_at, due_at)
      values (${erasureRequestId}, ${firmId === null ? 'person' : 'firm'}, ${personId}, ${firmId}, ${receivedAt},
        ${dueAt})
      on conflict do nothing
      returning erasure_request_id as "erasureRequestId"`,
  );
  return row !== undefined;
}

/** False when it is settled already, or decided. Which requests the session may withdraw the policies say. */
export async function updateRequestToWithdrawn(
  tx: Transaction,
  erasureRequestId: string,
  withdrawnAt: Date,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`update erasure_requests set status = 'withdrawn', withdrawn_at = ${withdrawnAt}
      where erasure_request_id = ${erasureRequestId} and status = 'received'
      returning erasure_request_id as "erasureRequestId"`,
  );
  return row !== undefined;
}

const obstacleSchema = z.object({
  obstacle: z.enum(erasureObstacles),
  firmId: z.uuid().nullable(),
  firmName: z.string().nullable(),
});
export type Obstacle = z.infer<typeof obstacleSchema>;

export async function listOwnObstacles(tx: Transaction): Promise<Obstacle[]> {
  return many(
    tx,
    obstacleSchema,
    SQL`select obstacle, firm_id as "firmId", firm_name as "firmName" from my_erasure_obstacles()
      order by firm_name nulls last, firm_id`,
  );
}

export async function getFirmName(tx: Transaction, firmId: string): Promise<string | null> {
  const { name } = await one(
    tx,
    z.object({ name: z.string().nullable() }),
    SQL`select name from firms where firm_id = ${firmId}`,
  );
  return name;
}
