import * as z from 'zod/mini';
import { localisedTextSchema } from '../domain/language.ts';
import { stepOwners } from '../domain/meeting/meeting-step.ts';
import { defineEndpoint } from './endpoint.ts';
import { firmIdSchema, meetingIdSchema, organisationIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const aheadSchema = z.object({
  meetingId: meetingIdSchema,
  firmId: firmIdSchema,
  organisationId: organisationIdSchema,
  organisationName: localisedTextSchema,
  firmName: z.nullable(z.string()),
  isSimulated: z.boolean(),
  startsAt: timestampSchema,
});

const plannedSchema = z.object({ ...aheadSchema.shape, minutes: z.int(), place: z.string() });

export const listMeetingsAhead = defineEndpoint({
  name: 'listMeetingsAhead',
  method: 'GET',
  path: '/api/advisor/meetings',
  summary:
    "The coming meetings of the adviser's organisations, those that wait to be closed, and agreed steps whose day has passed",
  access: 'advisor',
  permission: 'read-shared-firm',
  responses: {
    200: z.object({
      meetings: z.array(plannedSchema),
      /** Their time has passed, and nobody has said whether they were held. */
      unclosed: z.array(plannedSchema),
      overdueSteps: z.array(
        z.object({ ...aheadSchema.shape, what: z.string(), owner: z.enum(stepOwners), dueOn: z.iso.date() }),
      ),
    }),
  },
});
