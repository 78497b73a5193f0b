import * as z from 'zod/mini';
import { firmTargetsSchema } from '../domain/scoring/targets.ts';
import { defineEndpoint } from './endpoint.ts';
import { responseParamsSchema } from './responses.ts';

export const targetsDocumentSchema = z.object({
  /** What the firm has set itself, in every area that it has, also outside the form of this response. */
  targets: firmTargetsSchema,
  /** 0 while nothing has been set. */
  revision: z.int(),
  /** Whether whoever reads it may speak for the firm, and so change it. */
  canChange: z.boolean(),
});
export type TargetsDocument = z.infer<typeof targetsDocumentSchema>;

export const getTargets = defineEndpoint({
  name: 'getTargets',
  method: 'GET',
  path: '/api/responses/:responseId/targets',
  summary: 'What the firm of the response aims at itself, area by area; where it says nothing the proposal holds',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: targetsDocumentSchema },
});

export const saveTargets = defineEndpoint({
  name: 'saveTargets',
  method: 'PUT',
  path: '/api/responses/:responseId/targets',
  summary: 'Stores all that the firm aims at, unless it was changed since it was seen; what is left out is as proposed',
  access: 'respondent',
  params: responseParamsSchema,
  body: z.strictObject({ targets: firmTargetsSchema, revision: z.int().check(z.gte(0)) }),
  responses: { 200: targetsDocumentSchema },
});
