import * as z from 'zod/mini';
import { languageSchema } from '../domain/language.ts';
import { mostSteps, stepKeySchema } from '../domain/meeting/meeting-step.ts';
import { stepFates } from '../domain/meeting/unagreed-step.ts';
import { defineEndpoint } from './endpoint.ts';
import { meetingParams, meetingSchema, ofMeeting, revisionSchema } from './meetings.ts';

export const getMeetingCalendar = defineEndpoint({
  name: 'getMeetingCalendar',
  method: 'GET',
  path: `${ofMeeting}/calendar/:language`,
  summary: 'A calendar file: of a planned meeting the meeting, of one that was held what is to be done until when',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: z.extend(meetingParams, { language: languageSchema }),
  responses: { 200: z.string() },
});

export const meetingSummarySchema = z.object({
  /** In the language of whoever reads it at the firm. */
  language: languageSchema,
  subject: z.string(),
  /** The mail as plain text. */
  text: z.string(),
  /** How many at the firm get it; at none there is nobody to send it to. */
  firmRecipients: z.int(),
  /** Whether there is a day to put into a calendar. */
  hasCalendar: z.boolean(),
  agreedSteps: z.int(),
});
export type MeetingSummary = z.infer<typeof meetingSummarySchema>;

const stepKeyLength = 10;
const takenSchema = z
  .string()
  .check(z.maxLength(mostSteps * (stepKeyLength + 1)), z.regex(/^[a-z0-9]{10}(?:,[a-z0-9]{10})*$/));

export const getMeetingSummary = defineEndpoint({
  name: 'getMeetingSummary',
  method: 'GET',
  path: `${ofMeeting}/summary`,
  summary: 'What would be sent to the firm and the adviser after the meeting',
  access: 'advisor',
  permission: 'keep-contacts',
  params: meetingParams,
  /** Keys, with commas between, of steps that would be taken in though they are not agreed by both. */
  query: z.strictObject({ taken: z.optional(takenSchema) }),
  responses: { 200: meetingSummarySchema },
});

export const sendMeetingSummary = defineEndpoint({
  name: 'sendMeetingSummary',
  method: 'POST',
  path: `${ofMeeting}/summary`,
  summary: 'Sends what was agreed to the firm and the adviser, once; the meeting has been held by then',
  access: 'advisor',
  permission: 'keep-contacts',
  params: meetingParams,
  body: z.strictObject({
    revision: revisionSchema,
    stepsRevision: revisionSchema,
    /** What becomes of the steps that are not agreed by both; those not named are kept for the next meeting. */
    fates: z.array(z.strictObject({ key: stepKeySchema, fate: z.enum(stepFates) })).check(z.maxLength(mostSteps)),
  }),
  responses: { 200: meetingSchema },
});
