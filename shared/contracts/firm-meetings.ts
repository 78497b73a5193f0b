import * as z from 'zod/mini';
import { languageSchema } from '../domain/language.ts';
import { stepKeySchema } from '../domain/meeting/meeting-step.ts';
import { defineEndpoint } from './endpoint.ts';
import { firmIdSchema, meetingFileIdSchema, meetingIdSchema } from './identifiers.ts';
import { doneBodySchema, dropBodySchema, meetingSchema } from './meetings.ts';

const ownFirmParams = z.strictObject({ firmId: firmIdSchema });
const ownMeetingParams = z.extend(ownFirmParams, { meetingId: meetingIdSchema });
const ofOwnMeeting = '/api/firms/:firmId/meetings/:meetingId';

export const listFirmMeetings = defineEndpoint({
  name: 'listFirmMeetings',
  method: 'GET',
  path: '/api/firms/:firmId/meetings',
  summary: "The firm's meetings with advisers, and what was agreed there",
  access: 'member',
  permission: 'read-contacts',
  params: ownFirmParams,
  responses: { 200: z.object({ meetings: z.array(meetingSchema) }) },
});

export const tickFirmStep = defineEndpoint({
  name: 'tickFirmStep',
  method: 'PUT',
  path: `${ofOwnMeeting}/steps/:stepKey/done`,
  summary: 'Says whether something that the firm agreed to do has been done',
  access: 'member',
  permission: 'read-contacts',
  params: z.extend(ownMeetingParams, { stepKey: stepKeySchema }),
  body: doneBodySchema,
  responses: { 200: z.object({ meetings: z.array(meetingSchema) }) },
});

export const dropFirmStep = defineEndpoint({
  name: 'dropFirmStep',
  method: 'POST',
  path: `${ofOwnMeeting}/steps/:stepKey/drop`,
  summary: 'Drops an agreed step that was sent, for good and with a reason that the provider reads',
  access: 'member',
  permission: 'read-contacts',
  params: z.extend(ownMeetingParams, { stepKey: stepKeySchema }),
  body: dropBodySchema,
  responses: { 200: z.object({ meetings: z.array(meetingSchema) }) },
});

export const getFirmMeetingFile = defineEndpoint({
  name: 'getFirmMeetingFile',
  method: 'GET',
  path: `${ofOwnMeeting}/files/:meetingFileId`,
  summary: "A file of one of the firm's meetings, to be saved",
  access: 'member',
  permission: 'read-contacts',
  params: z.extend(ownMeetingParams, { meetingFileId: meetingFileIdSchema }),
  responses: { 200: z.unknown() },
});

export const getFirmMeetingCalendar = defineEndpoint({
  name: 'getFirmMeetingCalendar',
  method: 'GET',
  path: `${ofOwnMeeting}/calendar/:language`,
  summary: 'A calendar file: of a planned meeting the meeting, of one that was held what is to be done until when',
  access: 'member',
  permission: 'read-contacts',
  params: z.extend(ownMeetingParams, { language: languageSchema }),
  responses: { 200: z.string() },
});
