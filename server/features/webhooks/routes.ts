import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import * as webhooks from '#shared/contracts/webhooks.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { addWebhook } from './add-webhook.ts';
import { changeWebhook } from './change-webhook.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listWebhooks } from './list-webhooks.ts';
import { removeWebhook } from './remove-webhook.ts';
import { resendDelivery } from './resend-delivery.ts';
import { rollSecret } from './roll-secret.ts';
import { testWebhook } from './test-webhook.ts';

export function registerWebhookRoutes(app: FastifyInstance, context: Context): void {
  const eventSchema = z.toJSONSchema(webhooks.webhookEventSchema) as Record<string, unknown>;
  registerEndpoint(app, webhooks.getWebhookEventSchema, async () => ({ status: 200, body: eventSchema }));
  registerEndpoint(app, webhooks.listWebhooks, async ({ params, access }) => ({
    status: 200,
    body: await listWebhooks(context, access, params.organisationId),
  }));
  registerEndpoint(app, webhooks.addWebhook, async ({ params, body, access }) => ({
    status: 201,
    body: await addWebhook(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, webhooks.changeWebhook, async ({ params, body, access }) => ({
    status: 200,
    body: await changeWebhook(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, webhooks.rollWebhookSecret, async ({ params, access }) => ({
    status: 200,
    body: await rollSecret(context, access, params),
  }));
  registerEndpoint(app, webhooks.listWebhookDeliveries, async ({ params, access }) => ({
    status: 200,
    body: await listDeliveries(context, access, params),
  }));
  registerEndpoint(app, webhooks.testWebhook, async ({ params, access }) => ({
    status: 202,
    body: await testWebhook(context, access, params),
  }));
  registerEndpoint(app, webhooks.resendWebhookDelivery, async ({ params, access }) => ({
    status: 202,
    body: await resendDelivery(context, access, params),
  }));
  registerEndpoint(app, webhooks.removeWebhook, async ({ params, access }) => ({
    status: 200,
    body: await removeWebhook(context, access, params),
  }));
}
