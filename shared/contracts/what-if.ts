import * as z from 'zod/mini';
import { countRulesSchema, routingComparisonSchema } from '../domain/routing/compare-routings.ts';
import { whatIfStatuses } from '../domain/routing/rule-drafting/what-if.ts';
import { defineEndpoint } from './endpoint.ts';
import { ruleDraftIdSchema, whatIfRunIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const draftParams = z.strictObject({ ruleDraftId: ruleDraftIdSchema });

export const whatIfRunSchema = z.object({
  whatIfRunId: whatIfRunIdSchema,
  status: z.enum(whatIfStatuses),
  /** Of what: the draft as it stood, over the version in use then. */
  draftRevision: z.int(),
  versionNumber: z.int(),
  /** The draft, or the version in use, is another one by now. */
  isOutdated: z.boolean(),
  /** How far it is; too coarse to tell of how many firms. */
  tenths: z.int(),
  startedAt: timestampSchema,
  /** Null when whoever it was is no longer there. */
  startedBy: z.nullable(z.string()),
  /** Null as long as nothing is counted. */
  countedAt: z.nullable(timestampSchema),
  /** The same had been counted on the same day, and that answer is given again. */
  isRepeated: z.boolean(),
  comparison: z.nullable(routingComparisonSchema),
});
export type WhatIfRun = z.infer<typeof whatIfRunSchema>;

/** What the draft would change, as far as it has been asked, and how many more times it may be counted in the day. */
export const whatIfDocumentSchema = z.object({
  /** The newest of the draft; null when nobody has asked. */
  run: z.nullable(whatIfRunSchema),
  /** The newest of the draft that is done; null when none is. */
  counted: z.nullable(whatIfRunSchema),
  leftToday: z.int(),
  mostPerDay: z.int(),
  rules: countRulesSchema,
});
export type WhatIfDocument = z.infer<typeof whatIfDocumentSchema>;

export const getWhatIf = defineEndpoint({
  name: 'getWhatIf',
  method: 'GET',
  path: '/api/rules/drafts/:ruleDraftId/what-if',
  summary: 'What the draft of the rule set would change for the stored firms, in counts, and how far the counting is',
  access: 'editor',
  permission: 'edit-rules',
  params: draftParams,
  responses: { 200: whatIfDocumentSchema },
});

export const startWhatIf = defineEndpoint({
  name: 'startWhatIf',
  method: 'POST',
  path: '/api/rules/drafts/:ruleDraftId/what-if',
  summary:
    'Begins counting what the draft of the rule set would change, or tells what was counted of the same on that day',
  access: 'editor',
  permission: 'edit-rules',
  params: draftParams,
  body: z.strictObject({
    revision: z.int().check(z.gte(1)),
    /** The version in use that was seen beside the draft. */
    versionNumber: z.int().check(z.gte(1), z.lte(2_147_483_647)),
  }),
  responses: { 201: whatIfDocumentSchema },
});

export const stopWhatIf = defineEndpoint({
  name: 'stopWhatIf',
  method: 'POST',
  path: '/api/rules/drafts/:ruleDraftId/what-if/:whatIfRunId/cancellation',
  summary: 'Stops the counting; what has ended meanwhile stays as it ended',
  access: 'editor',
  permission: 'edit-rules',
  params: z.extend(draftParams, { whatIfRunId: whatIfRunIdSchema }),
  responses: { 200: whatIfDocumentSchema },
});
