import * as z from 'zod/mini';
import { roundChangeSchema } from '../domain/change/round-change.ts';
import { thenLevelSchema } from '../domain/change/then-level.ts';
import { dimensionCodeSchema, formCodeSchema } from '../domain/instrument/codes.ts';
import { defineEndpoint } from './endpoint.ts';
import { firmIdSchema, responseIdSchema } from './identifiers.ts';
import { responseParamsSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';

const roundSchema = z.object({ responseId: responseIdSchema, formCode: formCodeSchema, submittedAt: timestampSchema });

/** What became of a firm since an earlier round. */
export const changeSinceSchema = z.object({
  /** `one-round`: there is none before. `nothing-comparable`: no dimension has a level in both on the same questions. */
  status: z.enum(['one-round', 'nothing-comparable', 'compared']),
  /** The round that is compared with; null when there is none. */
  since: z.nullable(roundSchema),
  change: z.nullable(roundChangeSchema),
});
export type ChangeSince = z.infer<typeof changeSinceSchema>;

export const ownChangeSchema = z.object({
  ...changeSinceSchema.shape,
  isSimulated: z.boolean(),
  /** The firm that the answers belong to; null as long as they belong to no account. */
  firmId: z.nullable(firmIdSchema),
  /** The round that has come after. */
  now: roundSchema,
  /** Rounds of the firm that can be chosen instead, the newest first. */
  earlier: z.array(roundSchema),
});
export type OwnChange = z.infer<typeof ownChangeSchema>;

export const getChange = defineEndpoint({
  name: 'getChange',
  method: 'GET',
  path: '/api/responses/:responseId/change',
  summary: 'What has become of the firm since an earlier round: rises and falls told from the error of measurement',
  access: 'respondent',
  params: responseParamsSchema,
  query: z.strictObject({ since: z.optional(responseIdSchema) }),
  responses: { 200: ownChangeSchema },
});

export const saveThenLevel = defineEndpoint({
  name: 'saveThenLevel',
  method: 'PUT',
  path: '/api/responses/:responseId/then-levels/:dimension',
  summary: 'Where the firm, as it sees it now, was at an earlier round; null takes back what was said',
  access: 'respondent',
  params: z.strictObject({ responseId: responseIdSchema, dimension: dimensionCodeSchema }),
  /** `seen`: what stood where it was said. When something else stands by now, nothing is stored. */
  body: z.strictObject({
    since: responseIdSchema,
    thenLevel: z.nullable(thenLevelSchema),
    seen: z.nullable(thenLevelSchema),
  }),
  responses: { 200: ownChangeSchema },
});
