import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { defineEndpoint } from './endpoint.ts';
import { meetingFileIdSchema } from './identifiers.ts';
import { meetingParams, meetingSchema, ofMeeting } from './meetings.ts';

const fileParams = z.extend(meetingParams, { meetingFileId: meetingFileIdSchema });

/** Five megabytes as base64, and the rest of the body. */
const fileBodyBytes = 7_100_000;

export const addMeetingFile = defineEndpoint({
  name: 'addMeetingFile',
  method: 'POST',
  path: `${ofMeeting}/files`,
  summary:
    'Adds a file to the meeting: pdf, png, jpg, docx or xlsx, up to 5 MB, ten at most. It is not searched for viruses',
  access: 'advisor',
  permission: 'keep-contacts',
  params: meetingParams,
  bodyLimit: fileBodyBytes,
  body: z.strictObject({
    name: storableTextSchema.check(z.minLength(1), z.maxLength(400)),
    fileBase64: z.string().check(z.minLength(1), z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  }),
  responses: { 200: meetingSchema },
});

export const removeMeetingFile = defineEndpoint({
  name: 'removeMeetingFile',
  method: 'POST',
  path: `${ofMeeting}/files/:meetingFileId/removal`,
  summary: 'Takes a file of the meeting away',
  access: 'advisor',
  permission: 'keep-contacts',
  params: fileParams,
  responses: { 200: meetingSchema },
});

export const getMeetingFile = defineEndpoint({
  name: 'getMeetingFile',
  method: 'GET',
  path: `${ofMeeting}/files/:meetingFileId`,
  summary: 'A file of the meeting, to be saved',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: fileParams,
  responses: { 200: z.unknown() },
});
