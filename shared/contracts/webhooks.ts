import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { referralStatuses } from '../domain/referral/referral-states.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  firmIdSchema,
  organisationIdSchema,
  referralIdSchema,
  webhookDeliveryIdSchema,
  webhookIdSchema,
} from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const statusSchema = z.enum(referralStatuses);

/** What a receiver is sent about a request: identifiers and codes, never a name, an address or an answer. */
const referralEventSchema = z.strictObject({
  type: z.enum(referralStatuses.map((status) => `referral.${status}` as const)),
  timestamp: timestampSchema,
  data: z.strictObject({
    referralId: referralIdSchema,
    packageCode: z.string(),
    /** Null for a new request. */
    from: z.nullable(statusSchema),
    to: statusSchema,
    occurredAt: timestampSchema,
    organisationId: organisationIdSchema,
    /** Null once the firm has withdrawn or is erased, in what is sent again, too. */
    firmId: z.nullable(firmIdSchema),
  }),
});

/** What a manager can send to see that the receiver works. */
const testEventSchema = z.strictObject({
  type: z.literal('test'),
  timestamp: timestampSchema,
  data: z.strictObject({ organisationId: organisationIdSchema }),
});

export const webhookEventSchema = z.union([referralEventSchema, testEventSchema]);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** Why a delivery was not taken, or not yet. */
export const webhookFaults = [
  'not-public',
  'unresolved',
  'unreachable',
  'no-secure-connection',
  'too-slow',
  'redirected',
  'refused',
  'gone',
  'interrupted',
  'secret-lost',
] as const;
export type WebhookFault = (typeof webhookFaults)[number];

export const webhookSchema = z.object({
  webhookId: webhookIdSchema,
  name: z.string(),
  url: z.string(),
  events: z.array(statusSchema),
  /** By hand, or because nothing has been taken for a day, or the receiver said that it is gone. */
  pausedBecause: z.nullable(z.enum(['by-hand', 'failing', 'gone'])),
  pausedAt: z.nullable(timestampSchema),
  /** Until when the secret before signs as well. */
  earlierSecretUntil: z.nullable(timestampSchema),
  lastDeliveredAt: z.nullable(timestampSchema),
  waiting: z.int(),
  failed: z.int(),
  /** Why the newest of what has not been taken was not, as long as that is so. */
  failing: z.nullable(z.object({ fault: z.enum(webhookFaults), responseCode: z.nullable(z.int()) })),
});
export type Webhook = z.infer<typeof webhookSchema>;

/** A demo and a development site take receivers on their own machine too, without a certificate. */
const allowsLocal = z.boolean();

const webhooksSchema = z.object({ webhooks: z.array(webhookSchema), allowsLocal });
/** Shown once, and never again. */
const withSecretSchema = z.object({ ...webhooksSchema.shape, secret: z.string() });

export const webhookDeliverySchema = z.object({
  deliveryId: webhookDeliveryIdSchema,
  event: z.union([statusSchema, z.literal('test')]),
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.int(),
  createdAt: timestampSchema,
  nextAttemptAt: z.nullable(timestampSchema),
  settledAt: z.nullable(timestampSchema),
  responseCode: z.nullable(z.int()),
  fault: z.nullable(z.enum(webhookFaults)),
  body: z.string(),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

/** The newest first. */
const deliveriesSchema = z.object({ webhook: webhookSchema, deliveries: z.array(webhookDeliverySchema), allowsLocal });

/** What holds for every receiver, as the pages say it. */
export const webhookLimits = {
  /** Receivers of one organisation. */
  most: 5,
  /** Deliveries of a receiver that are listed. */
  listed: 100,
  answerSeconds: 10,
  /** Both the old secret and the new one sign for so long: enough to put the new one in place everywhere. */
  bothSecretsHours: 24,
};
export const longestUrl = 500;
const settings = {
  name: storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(80)),
  url: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestUrl)),
  events: z.array(statusSchema).check(z.minLength(1), z.maxLength(referralStatuses.length)),
};

const organisationParams = z.strictObject({ organisationId: organisationIdSchema });
const webhookParams = z.strictObject({ organisationId: organisationIdSchema, webhookId: webhookIdSchema });
const shared = { access: 'advisor', permission: 'manage-provider' } as const;

export const getWebhookEventSchema = defineEndpoint({
  name: 'getWebhookEventSchema',
  method: 'GET',
  path: '/api/webhook-event-schema',
  summary: 'JSON Schema of what webhooks send',
  access: 'public',
  responses: { 200: z.record(z.string(), z.unknown()) },
});

export const listWebhooks = defineEndpoint({
  ...shared,
  name: 'listWebhooks',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/webhooks',
  summary: 'Where the organisation has its events sent',
  params: organisationParams,
  responses: { 200: webhooksSchema },
});

export const addWebhook = defineEndpoint({
  ...shared,
  isFreshSignInRequired: true,
  name: 'addWebhook',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/webhooks',
  summary: 'Adds a receiver, and tells the secret that signs what it gets, once',
  params: organisationParams,
  body: z.strictObject(settings),
  responses: { 201: withSecretSchema },
});

export const changeWebhook = defineEndpoint({
  ...shared,
  isFreshSignInRequired: true,
  name: 'changeWebhook',
  method: 'PUT',
  path: '/api/advisor/organisations/:organisationId/webhooks/:webhookId',
  summary: 'Changes a receiver, pauses it or lets it go on; what waited while it was paused is sent then',
  params: webhookParams,
  body: z.strictObject({ ...settings, isPaused: z.boolean() }),
  responses: { 200: webhooksSchema },
});

export const rollWebhookSecret = defineEndpoint({
  ...shared,
  isFreshSignInRequired: true,
  name: 'rollWebhookSecret',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/webhooks/:webhookId/secret',
  summary: 'Makes another secret and tells it once; for a day both sign',
  params: webhookParams,
  responses: { 200: withSecretSchema },
});

export const removeWebhook = defineEndpoint({
  ...shared,
  name: 'removeWebhook',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/webhooks/:webhookId/removal',
  summary: 'Removes a receiver with all that waits for it',
  params: webhookParams,
  responses: { 200: webhooksSchema },
});

export const listWebhookDeliveries = defineEndpoint({
  ...shared,
  name: 'listWebhookDeliveries',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/webhooks/:webhookId/deliveries',
  summary: 'The newest hundred deliveries to a receiver, and what became of each',
  params: webhookParams,
  responses: { 200: deliveriesSchema },
});

export const testWebhook = defineEndpoint({
  ...shared,
  name: 'testWebhook',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/webhooks/:webhookId/tests',
  summary: 'Sends a test event',
  params: webhookParams,
  responses: { 202: deliveriesSchema },
});

export const resendWebhookDelivery = defineEndpoint({
  ...shared,
  name: 'resendWebhookDelivery',
  method: 'POST',
  path: '/api/advisor/organisations/:organisationId/webhooks/:webhookId/deliveries/:deliveryId/resend',
  summary: 'Sends a delivery again under the same id',
  params: z.strictObject({ ...webhookParams.shape, deliveryId: webhookDeliveryIdSchema }),
  responses: { 202: deliveriesSchema },
});
