import * as z from 'zod/mini';
import { languageSchema } from '../domain/language.ts';
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

export const getMeetingSummary = defineEndpoint({
  name: 'getMeetingSummary',
  method: 'GET',
  path: `${ofMeeting}/summary`,
  summary: 'What would be sent to the firm and the adviser after the meeting',
  access: 'advisor',
  permission: 'keep-contacts',
  params: meetingParams,
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
  body: z.strictObject({ revision: revisionSchema, stepsRevision: revisionSchema }),
  responses: { 200: meetingSchema },
});
