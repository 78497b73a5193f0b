import * as z from 'zod/mini';
import { localisedTextSchema } from '../domain/language.ts';
import { stepKeySchema } from '../domain/meeting/meeting-step.ts';
import { defineEndpoint } from './endpoint.ts';
import {
  firmIdSchema,
  meetingIdSchema,
  placementIdSchema,
  referralIdSchema,
  responseIdSchema,
  reviewIdSchema,
} from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const waitingSchema = z.object({
  /** Given to the firm, and not answered. For an owner, as are the two last. */
  reviews: z.array(
    z.object({
      reviewId: reviewIdSchema,
      responseId: responseIdSchema,
      organisationName: localisedTextSchema,
      givenAt: timestampSchema,
    }),
  ),
  /** Invitations to groups, and places on waiting lists. */
  places: z.array(
    z.object({
      placementId: placementIdSchema,
      status: z.enum(['invited', 'waiting']),
      name: localisedTextSchema,
      organisationName: localisedTextSchema,
      answerBy: z.nullable(z.iso.date()),
      /** How many have waited longer; null for an invitation. */
      ahead: z.nullable(z.int()),
    }),
  ),
  /** What the firm has agreed to do and has not done, of which the day has passed or is near. */
  steps: z.array(
    z.object({
      meetingId: meetingIdSchema,
      stepKey: stepKeySchema,
      what: z.string(),
      dueOn: z.iso.date(),
      isOverdue: z.boolean(),
      organisationName: localisedTextSchema,
    }),
  ),
  /** Requests that a provider has passed on, and that the firm has not gone on with. */
  passedOn: z.array(
    z.object({
      referralId: referralIdSchema,
      responseId: responseIdSchema,
      packageName: localisedTextSchema,
      providerName: localisedTextSchema,
      receiverName: localisedTextSchema,
    }),
  ),
});
export type FirmWaiting = z.infer<typeof waitingSchema>;

export const listFirmWaiting = defineEndpoint({
  name: 'listFirmWaiting',
  method: 'GET',
  path: '/api/firms/:firmId/waiting',
  summary: 'What waits for the firm, as far as the role of whoever asks lets it be read',
  access: 'member',
  permission: 'read-firm',
  params: z.strictObject({ firmId: firmIdSchema }),
  responses: { 200: waitingSchema },
});
