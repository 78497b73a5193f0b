import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Identifiers } from '../identifier.ts';
import type { Sealing } from '../identity/sealing.ts';
import { insertMail } from '../mail/repository.ts';
import { nextDeliveryAt } from './next-delivery.ts';
import { type PostOptions, postWebhook, WebhookRefusal } from './post-webhook.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  listWebhookManagers,
  releaseLapsedDeliveries,
  updateDelivery,
  updateLastDelivered,
  updateWebhookToPaused,
} from './repository.ts';
import { signWebhook } from './sign-webhook.ts';

export type WebhookParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly sealing: Sealing;
  readonly post: PostOptions;
  /** Codes and identifiers only; never where to, or what was said. */
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
};

const batch = 8;
/** More than one try takes. */
const leaseSeconds = 60;

const asWorker = <T>({ database }: WebhookParts, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(database, { surface: 'worker' }, work, { isRetriable: true });

/** Sends what is due, a batch of it. Resolves to whether there may be more. */
export async function deliverWebhooks(parts: WebhookParts, signal: AbortSignal): Promise<boolean> {
  const { clock, identifiers, log } = parts;
  const { released, claimed } = await inTransaction(parts.database, { surface: 'worker' }, async (tx) => ({
    released: await releaseLapsedDeliveries(tx),
    claimed: await claimDeliveries(tx, { claimId: identifiers.newId(), now: clock.now(), limit: batch, leaseSeconds }),
  }));
  for (const deliveryId of released) log.warn({ deliveryId }, 'a webhook was left by a worker that is gone');
  const outcomes = await Promise.allSettled(claimed.map((delivery) => deliverOne(parts, delivery, signal)));
  const fault = outcomes.find((outcome) => outcome.status === 'rejected');
  if (fault !== undefined) throw fault.reason;
  return claimed.length > 0;
}

async function post(parts: WebhookParts, delivery: ClaimedDelivery, signal: AbortSignal): Promise<number> {
  const { deliveryId: id, url, body, sealedSecrets } = delivery;
  const opened = await Promise.allSettled(sealedSecrets.map((sealed) => parts.sealing.open(sealed)));
  // One that was sealed with a key that is gone does not keep the other from signing.
  const secrets = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (secrets.length === 0) throw new WebhookRefusal('secret-lost');
  const headers = signWebhook(secrets, { id, sentAt: parts.clock.now(), body });
  return postWebhook({ url, body, headers }, parts.post, signal);
}

async function deliverOne(parts: WebhookParts, delivery: ClaimedDelivery, signal: AbortSignal): Promise<void> {
  let responseCode: number;
  try {
    responseCode = await post(parts, delivery, signal);
  } catch (error) {
    if (!(error instanceof WebhookRefusal)) throw error;
    await settleRefusal(parts, delivery, error);
    return;
  }
  const at = parts.clock.now();
  await asWorker(parts, async (tx) => {
    const outcome = { status: 'delivered', responseCode, fault: null, nextAttemptAt: at, settledAt: at } as const;
    if (await updateDelivery(tx, delivery, outcome)) await updateLastDelivered(tx, delivery.webhookId, at);
  });
  const { deliveryId, webhookId, attempts } = delivery;
  parts.log.info({ deliveryId, webhookId, attempts, responseCode }, 'a webhook was delivered');
}

async function settleRefusal(
  parts: WebhookParts,
  delivery: ClaimedDelivery,
  { fault, responseCode }: WebhookRefusal,
): Promise<void> {
  const at = parts.clock.now();
  const next = fault === 'interrupted' ? at : nextDeliveryAt(at, delivery.attempts);
  const isTriedAgain = next !== undefined && fault !== 'gone';
  const status = isTriedAgain ? 'waiting' : 'failed';
  await asWorker(parts, async (tx) => {
    const nextAttemptAt = next ?? at;
    const settledAt = isTriedAgain ? null : at;
    const isOurs = await updateDelivery(tx, delivery, { status, responseCode, fault, nextAttemptAt, settledAt });
    if (isOurs && !isTriedAgain) await pause(parts, tx, delivery, fault === 'gone' ? 'gone' : 'failing');
  });
  const { deliveryId, webhookId, attempts } = delivery;
  parts.log.warn({ deliveryId, webhookId, attempts, responseCode, fault, status }, 'a webhook was not delivered');
}

async function pause(
  { clock, identifiers }: WebhookParts,
  tx: Transaction,
  { webhookId, webhookName, createdAt }: ClaimedDelivery,
  because: 'failing' | 'gone',
): Promise<void> {
  const at = clock.now();
  if (!(await updateWebhookToPaused(tx, webhookId, { because, at, takenNothingSince: createdAt }))) return;
  for (const { personId, email, language, providerName } of await listWebhookManagers(tx, webhookId)) {
    await insertMail(tx, {
      mailId: identifiers.newId(),
      kind: 'webhook-paused',
      recipient: email,
      language,
      facts: { webhookName, providerSv: providerName.sv, providerEn: providerName.en },
      dedupeKey: `webhook-paused:${webhookId}:${at.toISOString()}:${personId}`,
      createdAt: at,
    });
  }
}
