import SQL from '@nearform/sql';
import * as z from 'zod';
import { webhookFaults, webhookLimits } from '#shared/contracts/webhooks.ts';
import { type ReferralStatus, referralStatuses } from '#shared/domain/referral/referral-states.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const statusSchema = z.enum(referralStatuses);

/** Whether the session manages the provider. */
/** Lets one change of an organisation's receivers follow the other. */
export async function lockWebhooks(tx: Transaction, organisationId: string): Promise<void> {
  await exec(tx, SQL`select pg_advisory_xact_lock(hashtextextended(${`webhooks:${organisationId}`}, 0))`);
}

const webhookRowSchema = z.object({
  webhookId: z.uuid(),
  name: z.string(),
  url: z.string(),
  events: z.array(statusSchema),
  pausedBecause: z.enum(['by-hand', 'failing', 'gone']).nullable(),
  pausedAt: z.date().nullable(),
  earlierSecretUntil: z.date().nullable(),
  lastDeliveredAt: z.date().nullable(),
  waiting: z.int(),
  failed: z.int(),
  fault: z.enum(webhookFaults).nullable(),
  responseCode: z.int().nullable(),
});
export type WebhookRow = z.infer<typeof webhookRowSchema>;

const selectWebhook = SQL`select w.webhook_id as "webhookId", w.name, w.url, w.events,
    w.paused_because as "pausedBecause", w.paused_at as "pausedAt", w.earlier_until as "earlierSecretUntil",
    w.last_delivered_at as "lastDeliveredAt", n.waiting, n.failed, l.fault, l.response_code as "responseCode"
  from webhooks w
  cross join lateral (
    select (count(*) filter (where d.status in ('waiting', 'claimed')))::integer as waiting,
      (count(*) filter (where d.status = 'failed'))::integer as failed
    from webhook_deliveries d where d.organisation_id = w.organisation_id and d.webhook_id = w.webhook_id
  ) n
  left join lateral (
    select d.fault, d.response_code from webhook_deliveries d
    where d.organisation_id = w.organisation_id and d.webhook_id = w.webhook_id and d.fault is not null
      and (d.settled_at is null or d.settled_at > coalesce(w.last_delivered_at, '-infinity'))
    order by d.sequence desc limit 1
  ) l on true`;

export async function listWebhookRows(tx: Transaction, organisationId: string): Promise<WebhookRow[]> {
  return many(
    tx,
    webhookRowSchema,
    SQL`${selectWebhook} where w.organisation_id = ${organisationId} order by w.created_at, w.webhook_id`,
  );
}

export type Place = { readonly organisationId: string; readonly webhookId: string };

export async function findWebhookRow(tx: Transaction, place: Place): Promise<WebhookRow | undefined> {
  return maybeOne(
    tx,
    webhookRowSchema,
    SQL`${selectWebhook} where w.organisation_id = ${place.organisationId} and w.webhook_id = ${place.webhookId}`,
  );
}

export type WebhookSettings = {
  readonly name: string;
  readonly url: string;
  readonly events: readonly ReferralStatus[];
};

export async function insertWebhook(
  tx: Transaction,
  webhook: Place & WebhookSettings & { readonly sealedSecret: string; readonly createdAt: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into webhooks (webhook_id, organisation_id, name, url, events, sealed_secret, created_at)
      values (${webhook.webhookId}, ${webhook.organisationId}, ${webhook.name}, ${webhook.url}, ${webhook.events},
        ${webhook.sealedSecret}, ${webhook.createdAt})`,
  );
}

/** Paused stays paused since when it was, and why. */
export async function updateWebhook(
  tx: Transaction,
  place: Place,
  { name, url, events, isPaused }: WebhookSettings & { readonly isPaused: boolean },
  now: Date,
): Promise<void> {
  await exec(
    tx,
    SQL`update webhooks
      set name = ${name}, url = ${url}, events = ${events},
        paused_at = case when ${isPaused} then coalesce(paused_at, ${now}) end,
        paused_because = case when ${isPaused} then coalesce(paused_because, 'by-hand') end
      where organisation_id = ${place.organisationId} and webhook_id = ${place.webhookId}`,
  );
}

/** What has waited is tried at once, and as often as if it were new. */
export async function updateWaitingToDue(tx: Transaction, place: Place, now: Date): Promise<void> {
  await exec(
    tx,
    SQL`update webhook_deliveries set attempts = 0, next_attempt_at = least(next_attempt_at, ${now})
      where organisation_id = ${place.organisationId} and webhook_id = ${place.webhookId} and status = 'waiting'`,
  );
}

export async function updateSecret(
  tx: Transaction,
  place: Place,
  { sealedSecret, earlierUntil }: { sealedSecret: string; earlierUntil: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`update webhooks
      set earlier_sealed_secret = sealed_secret, earlier_until = ${earlierUntil}, sealed_secret = ${sealedSecret}
      where organisation_id = ${place.organisationId} and webhook_id = ${place.webhookId}`,
  );
}

export async function deleteWebhook(tx: Transaction, place: Place): Promise<void> {
  await exec(
    tx,
    SQL`delete from webhooks where organisation_id = ${place.organisationId} and webhook_id = ${place.webhookId}`,
  );
}

const deliveryRowSchema = z.object({
  deliveryId: z.uuid(),
  event: z.union([statusSchema, z.literal('test')]),
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  createdAt: z.date(),
  nextAttemptAt: z.date().nullable(),
  settledAt: z.date().nullable(),
  responseCode: z.int().nullable(),
  fault: z.enum(webhookFaults).nullable(),
  body: z.string(),
});
export type DeliveryRow = z.infer<typeof deliveryRowSchema>;

export async function listDeliveryRows(tx: Transaction, place: Place): Promise<DeliveryRow[]> {
  return many(
    tx,
    deliveryRowSchema,
    SQL`select delivery_id as "deliveryId", event, case status when 'claimed' then 'waiting' else status end as status,
        attempts, created_at as "createdAt", case status when 'waiting' then next_attempt_at end as "nextAttemptAt",
        settled_at as "settledAt", response_code as "responseCode", fault, body
      from webhook_deliveries
      where organisation_id = ${place.organisationId} and webhook_id = ${place.webhookId}
      order by sequence desc limit ${webhookLimits.listed}`,
  );
}

/** How often the organisation has done it within the last hour, with receivers that are gone, too. */
export async function countWithinHour(
  tx: Transaction,
  organisationId: string,
  action: 'webhook-tested' | 'webhook-resent',
): Promise<number> {
  const { count } = await one(
    tx,
    z.object({ count: z.int() }),
    SQL`select webhook_uses_within_hour(${organisationId}, ${action}) as count`,
  );
  return count;
}

export async function insertTest(
  tx: Transaction,
  place: Place,
  test: { readonly deliveryId: string; readonly body: string; readonly at: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into webhook_deliveries (delivery_id, organisation_id, webhook_id, event, body, next_attempt_at, created_at)
      values (${test.deliveryId}, ${place.organisationId}, ${place.webhookId}, 'test', ${test.body}, ${test.at},
        ${test.at})`,
  );
}

export async function hasDelivery(tx: Transaction, place: Place, deliveryId: string): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ deliveryId: z.uuid() }),
    SQL`select delivery_id as "deliveryId" from webhook_deliveries
      where organisation_id = ${place.organisationId} and webhook_id = ${place.webhookId}
        and delivery_id = ${deliveryId}`,
  );
  return row !== undefined;
}

/** Puts what has been settled back in line; what waits already stays where it is. False when it waits. */
export async function updateDeliveryToWaiting(
  tx: Transaction,
  place: Place,
  deliveryId: string,
  now: Date,
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ deliveryId: z.uuid() }),
    SQL`update webhook_deliveries
      set status = 'waiting', attempts = 0, next_attempt_at = ${now}, response_code = null, fault = null,
        settled_at = null
      where organisation_id = ${place.organisationId} and webhook_id = ${place.webhookId}
        and delivery_id = ${deliveryId} and status in ('delivered', 'failed')
      returning delivery_id as "deliveryId"`,
  );
  return row !== undefined;
}
