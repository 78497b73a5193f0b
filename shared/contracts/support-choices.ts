import * as z from 'zod/mini';
import { supportChoicesSchema } from '../domain/routing/support-choices.ts';
import { defineEndpoint } from './endpoint.ts';
import { responseParamsSchema } from './responses.ts';

export const supportChoicesDocumentSchema = z.object({
  ...supportChoicesSchema.shape,
  /** 0 while nothing has been chosen. */
  revision: z.int(),
  /** Whether whoever reads it may speak for the firm, and so change it. */
  canChange: z.boolean(),
});
export type SupportChoicesDocument = z.infer<typeof supportChoicesDocumentSchema>;

export const getSupportChoices = defineEndpoint({
  name: 'getSupportChoices',
  method: 'GET',
  path: '/api/responses/:responseId/support-choices',
  summary: 'What the firm makes of its suggestions: order, what it declines, and what it asks for that does not exist',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: supportChoicesDocumentSchema },
});

export const saveSupportChoices = defineEndpoint({
  name: 'saveSupportChoices',
  method: 'PUT',
  path: '/api/responses/:responseId/support-choices',
  summary: 'Stores what the firm makes of its suggestions, unless it was changed since it was seen; the routing stays',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ ...supportChoicesSchema.shape, revision: z.int().check(z.gte(0)) }),
  responses: { 200: supportChoicesDocumentSchema },
});
