import type * as z from 'zod/mini';
import type { listWebhookDeliveries, listWebhooks } from '#shared/contracts/webhooks.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { getWebhook } from './access.ts';
import { type DeliveryRow, listDeliveryRows, listWebhookRows, type Place, type WebhookRow } from './repository.ts';

export type WebhooksBody = z.input<(typeof listWebhooks.responses)[200]>;
export type DeliveriesBody = z.input<(typeof listWebhookDeliveries.responses)[200]>;

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

function describeWebhook(row: WebhookRow, now: Date): WebhooksBody['webhooks'][number] {
  const { pausedAt, earlierSecretUntil, lastDeliveredAt, fault, responseCode, ...rest } = row;
  return {
    ...rest,
    failing: fault === null ? null : { fault, responseCode },
    pausedAt: iso(pausedAt),
    earlierSecretUntil: earlierSecretUntil !== null && earlierSecretUntil > now ? iso(earlierSecretUntil) : null,
    lastDeliveredAt: iso(lastDeliveredAt),
  };
}

function describeDelivery(row: DeliveryRow): DeliveriesBody['deliveries'][number] {
  const { createdAt, nextAttemptAt, settledAt } = row;
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    nextAttemptAt: iso(nextAttemptAt),
    settledAt: iso(settledAt),
  };
}

export async function describeWebhooks(
  { clock, config }: Context,
  tx: Transaction,
  organisationId: string,
): Promise<WebhooksBody> {
  const rows = await listWebhookRows(tx, organisationId);
  const now = clock.now();
  return { webhooks: rows.map((row) => describeWebhook(row, now)), allowsLocal: config.allowsLocalWebhooks };
}

export async function describeDeliveries(
  { clock, config }: Context,
  tx: Transaction,
  place: Place,
): Promise<DeliveriesBody> {
  const webhook = describeWebhook(await getWebhook(tx, place), clock.now());
  const deliveries = (await listDeliveryRows(tx, place)).map(describeDelivery);
  return { webhook, deliveries, allowsLocal: config.allowsLocalWebhooks };
}
