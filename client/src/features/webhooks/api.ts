import * as webhooks from '#shared/contracts/webhooks.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';

export type WebhookSettings = CallInput<typeof webhooks.addWebhook>['body'];
export type Deliveries = CallOutput<typeof webhooks.listWebhookDeliveries>;

export const fetchWebhooks = async (organisationId: string) =>
  (await callEndpoint(webhooks.listWebhooks, { params: { organisationId } })).webhooks;

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

export const sendTest = (organisationId: string, webhookId: string) =>
  callEndpoint(webhooks.testWebhook, { params: { organisationId, webhookId } });

export const sendAgain = (organisationId: string, webhookId: string, deliveryId: string) =>
  callEndpoint(webhooks.resendWebhookDelivery, { params: { organisationId, webhookId, deliveryId } });
