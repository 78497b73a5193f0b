import SQL from '@nearform/sql';
import * as z from 'zod';
import type { WebhookFault } from '#shared/contracts/webhooks.ts';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, type Queryable } from '../database/query.ts';

const claimedSchema = z.object({
  deliveryId: z.uuid(),
  claimId: z.uuid(),
  webhookId: z.uuid(),
  webhookName: z.string(),
  url: z.string(),
  body: z.string(),
  attempts: z.int(),
  createdAt: z.date(),
  sealedSecrets: z.array(z.string()),
});
export type ClaimedDelivery = z.infer<typeof claimedSchema>;

export type DeliveryClaim = {
  readonly claimId: string;
  readonly now: Date;
  readonly limit: number;
  /** How long the claim holds, by the clock of the database, which all workers share. */
  readonly leaseSeconds: number;
};

/** So that a receiver that is slow, with however much waiting for it, leaves room for the others. */
const mostOfOne = 2;

/**
 * Takes deliveries that are due, the first of each receiver before the second of any. What happened to one request goes
 * in its order: nothing of it before what came earlier has been settled. Others at it are not waited for.
 */
export async function claimDeliveries(tx: Queryable, claim: DeliveryClaim): Promise<ClaimedDelivery[]> {
  const { claimId, now, limit, leaseSeconds } = claim;
  return many(
    tx,
    claimedSchema,
    SQL`with ranked as (
        select d.delivery_id,
          row_number() over (partition by d.webhook_id order by d.next_attempt_at, d.sequence) as place
        from webhook_deliveries d
        join webhooks w on w.webhook_id = d.webhook_id and w.paused_at is null
        join organisations o on o.organisation_id = w.organisation_id and o.closed_at is null
        where d.status = 'waiting' and d.next_attempt_at <= ${now}
          and not exists (
            select 1 from webhook_deliveries e
            where e.firm_id = d.firm_id and e.referral_id = d.referral_id and e.webhook_id = d.webhook_id
              and e.sequence < d.sequence and e.status in ('waiting', 'claimed')
          )
      ), due as (
        select d.delivery_id from webhook_deliveries d
        join ranked r on r.delivery_id = d.delivery_id and r.place <= ${mostOfOne}
        where d.status = 'waiting' and d.next_attempt_at <= ${now}
        order by r.place, d.next_attempt_at, d.sequence
        limit ${limit}
        for update of d skip locked
      )
      update webhook_deliveries d
      set status = 'claimed', claim_id = ${claimId}, attempts = d.attempts + 1,
        claimed_until = now() + make_interval(secs => ${leaseSeconds})
      from due, webhooks w
      where d.delivery_id = due.delivery_id and w.webhook_id = d.webhook_id
      returning d.delivery_id as "deliveryId", d.claim_id as "claimId", d.webhook_id as "webhookId",
        w.name as "webhookName", w.url, d.body, d.attempts, d.created_at as "createdAt",
        case when w.earlier_until > ${now} then array[w.sealed_secret, w.earlier_sealed_secret]
          else array[w.sealed_secret] end as "sealedSecrets"`,
  );
}

const idSchema = z.object({ deliveryId: z.uuid() });

/** What a worker that is gone had taken waits again, under the same id. */
export async function releaseLapsedDeliveries(tx: Queryable): Promise<string[]> {
  const rows = await many(
    tx,
    idSchema,
    SQL`with lapsed as (
        select delivery_id from webhook_deliveries where status = 'claimed' and claimed_until < now()
        for update skip locked
      )
      update webhook_deliveries d
      set status = 'waiting', claim_id = null, claimed_until = null, fault = 'interrupted'
      from lapsed where d.delivery_id = lapsed.delivery_id
      returning d.delivery_id as "deliveryId"`,
  );
  return rows.map(({ deliveryId }) => deliveryId);
}

type Held = Pick<ClaimedDelivery, 'deliveryId' | 'claimId' | 'webhookId'>;

export type DeliveryOutcome = {
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly responseCode: number | null;
  readonly fault: WebhookFault | null;
  readonly nextAttemptAt: Date;
  readonly settledAt: Date | null;
};

/** Writes down what became of it. False: somebody else has taken it meanwhile, and says so. */
export async function updateDelivery(tx: Queryable, held: Held, outcome: DeliveryOutcome): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`update webhook_deliveries
      set status = ${outcome.status}, response_code = ${outcome.responseCode}, fault = ${outcome.fault},
        next_attempt_at = ${outcome.nextAttemptAt}, settled_at = ${outcome.settledAt}, claim_id = null,
        claimed_until = null
      where delivery_id = ${held.deliveryId} and claim_id = ${held.claimId} and status = 'claimed'
      returning delivery_id as "deliveryId"`,
  );
  return row !== undefined;
}

export async function updateLastDelivered(tx: Queryable, webhookId: string, at: Date): Promise<void> {
  await exec(tx, SQL`update webhooks set last_delivered_at = ${at} where webhook_id = ${webhookId}`);
}

/** Pauses a receiver that has taken nothing since. False when it has, or is paused already. */
export async function updateWebhookToPaused(
  tx: Queryable,
  webhookId: string,
  { because, at, takenNothingSince }: { because: 'failing' | 'gone'; at: Date; takenNothingSince: Date },
): Promise<boolean> {
  const row = await maybeOne(
    tx,
    z.object({ webhookId: z.uuid() }),
    SQL`update webhooks set paused_at = ${at}, paused_because = ${because}
      where webhook_id = ${webhookId} and paused_at is null
        and (${because} = 'gone' or last_delivered_at is null or last_delivered_at < ${takenNothingSince})
      returning webhook_id as "webhookId"`,
  );
  return row !== undefined;
}

const managerSchema = z.object({
  personId: z.uuid(),
  email: z.string(),
  language: languageSchema,
  providerName: localisedTextSchema,
});

export async function listWebhookManagers(tx: Queryable, webhookId: string): Promise<z.infer<typeof managerSchema>[]> {
  return many(
    tx,
    managerSchema,
    SQL`select person_id as "personId", email, language, provider_name as "providerName"
      from webhook_managers(${webhookId})`,
  );
}
