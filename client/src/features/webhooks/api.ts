import * as webhooks from '#shared/contracts/webhooks.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';

export type WebhookSettings = CallInput<typeof webhooks.addWebhook>['body'];
export type Deliveries = CallOutput<typeof webhooks.listWebhookDeliveries>;

export const fetchWebhooks = (organisationId: string) =>
  callEndpoint(webhooks.listWebhooks, { params: { organisationId } });

export const fetchDeliveries = (organisationId: string, webhookId: string) =>
  callEndpoint(webhooks.listWebhookDeliveries, { params: { organisationId, webhookId } });

/** The secret that signs; it is not told again. */
export const sendNewWebhook = async (organisationId: string, body: WebhookSettings) =>
  (await callEndpoint(webhooks.addWebhook, { params: { organisationId }, body })).secret;

export const sendWebhookChange = (
  organisationId: string,
  webhookId: string,
  body: WebhookSettings & { isPaused: boolean },
) => callEndpoint(webhooks.changeWebhook, { params: { organisationId, webhookId }, body });

export const sendSecretRoll = async (organisationId: string, webhookId: string) =>
  (await callEndpoint(webhooks.rollWebhookSecret, { params: { organisationId, webhookId } })).secret;

export const sendWebhookRemoval = (organisationId: string, webhookId: string) =>
  callEndpoint(webhooks.removeWebhook, { params: { organisationId, webhookId } });

/** A little longer than a receiver may take for its answer. */
const testLooks = 12;
const betweenLooksMs = 1000;

/** The test with what came of it; undefined when nothing has by then. */
export async function sendTestAndWait(organisationId: string, webhookId: string) {
  const begun = await callEndpoint(webhooks.testWebhook, { params: { organisationId, webhookId } });
  const test = begun.deliveries.find(({ event }) => event === 'test');
  if (test === undefined) return undefined;
  for (let look = 0; look < testLooks; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    const { deliveries } = await fetchDeliveries(organisationId, webhookId);
    const now = deliveries.find(({ deliveryId }) => deliveryId === test.deliveryId);
    if (now === undefined || now.status !== 'waiting' || now.fault !== null) return now;
  }
  return undefined;
}

export const sendAgain = (organisationId: string, webhookId: string, deliveryId: string) =>
  callEndpoint(webhooks.resendWebhookDelivery, { params: { organisationId, webhookId, deliveryId } });
