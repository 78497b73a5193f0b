import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { meetingStatuses } from '../domain/meeting/meeting-states.ts';
import { meetingStepSchema, mostSteps, stepKeySchema, stepOwners } from '../domain/meeting/meeting-step.ts';
import { defineEndpoint } from './endpoint.ts';
import { firmIdSchema, meetingFileIdSchema, meetingIdSchema, organisationIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const textOf = (longest: number) => storableTextSchema.check(z.trim(), z.maxLength(longest));

const isWebAddress = (text: string): boolean => text === '' || /^https:\/\/[^\s/]+\.[^\s]+$/.test(text);

export const meetingPlanSchema = z.strictObject({
  startsAt: timestampSchema,
  minutes: z.int().check(z.gte(5), z.lte(720)),
  place: textOf(200),
  /** Of a meeting over the net. */
  link: textOf(500).check(z.refine(isWebAddress, { error: 'not-a-web-address' })),
  /** Who is there, in words. */
  participants: textOf(500),
  purpose: textOf(1000).check(z.minLength(1)),
});
export type MeetingPlan = z.infer<typeof meetingPlanSchema>;

const writtenStepSchema = z.object({ ...meetingStepSchema.shape, doneAt: z.nullable(timestampSchema) });
export type WrittenStep = z.infer<typeof writtenStepSchema>;

const meetingFileSchema = z.object({
  meetingFileId: meetingFileIdSchema,
  name: z.string(),
  bytes: z.int(),
  addedAt: timestampSchema,
});
export type MeetingFile = z.infer<typeof meetingFileSchema>;

export const meetingSchema = z.object({
  meetingId: meetingIdSchema,
  organisation: localisedTextSchema,
  /** Null where it is not known any more. */
  plannerName: z.nullable(z.string()),
  status: z.enum(meetingStatuses),
  isSimulated: z.boolean(),
  ...meetingPlanSchema.shape,
  revision: z.int(),
  stepsRevision: z.int(),
  summarySentAt: z.nullable(timestampSchema),
  steps: z.array(writtenStepSchema),
  files: z.array(meetingFileSchema),
});
export type Meeting = z.infer<typeof meetingSchema>;

const firmParams = z.strictObject({ organisationId: organisationIdSchema, firmId: firmIdSchema });
const meetingParams = z.extend(firmParams, { meetingId: meetingIdSchema });
const fileParams = z.extend(meetingParams, { meetingFileId: meetingFileIdSchema });
const ofFirm = '/api/advisor/organisations/:organisationId/firms/:firmId/meetings';
const ofMeeting = `${ofFirm}/:meetingId` as const;
const revisionSchema = z.int().check(z.gte(1));

export const listMeetings = defineEndpoint({
  name: 'listMeetings',
  method: 'GET',
  path: ofFirm,
  summary: 'The meetings of the organisation with the firm, the newest first',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: firmParams,
  responses: { 200: z.object({ meetings: z.array(meetingSchema) }) },
});

export const planMeeting = defineEndpoint({
  name: 'planMeeting',
  method: 'POST',
  path: ofFirm,
  summary: 'Plans a meeting with the firm, which the firm sees',
  access: 'advisor',
  permission: 'keep-contacts',
  params: firmParams,
  isIdempotencyKeyRequired: true,
  body: meetingPlanSchema,
  responses: { 200: meetingSchema, 201: meetingSchema },
});

export const getMeeting = defineEndpoint({
  name: 'getMeeting',
  method: 'GET',
  path: ofMeeting,
  summary: 'One meeting with what was agreed there and its files',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: meetingParams,
  responses: { 200: meetingSchema },
});

export const changeMeeting = defineEndpoint({
  name: 'changeMeeting',
  method: 'PUT',
  path: ofMeeting,
  summary: 'Changes the plan of a meeting that has not been held',
  access: 'advisor',
  permission: 'keep-contacts',
  params: meetingParams,
  body: z.strictObject({ revision: revisionSchema, plan: meetingPlanSchema }),
  responses: { 200: meetingSchema },
});

export const endMeeting = defineEndpoint({
  name: 'endMeeting',
  method: 'POST',
  path: `${ofMeeting}/end`,
  summary: 'Says that a meeting was held, or will not be',
  access: 'advisor',
  permission: 'keep-contacts',
  params: meetingParams,
  body: z.strictObject({ revision: revisionSchema, move: z.enum(['hold', 'cancel']) }),
  responses: { 200: meetingSchema },
});

export const saveMeetingSteps = defineEndpoint({
  name: 'saveMeetingSteps',
  method: 'PUT',
  path: `${ofMeeting}/steps`,
  summary: 'Saves what is agreed in the meeting, all of it at once, over what was seen',
  access: 'advisor',
  permission: 'keep-contacts',
  params: meetingParams,
  body: z.strictObject({
    stepsRevision: revisionSchema,
    steps: z.array(meetingStepSchema).check(z.maxLength(mostSteps)),
  }),
  responses: { 200: meetingSchema },
});

const doneBodySchema = z.strictObject({ isDone: z.boolean() });

export const tickMeetingStep = defineEndpoint({
  name: 'tickMeetingStep',
  method: 'PUT',
  path: `${ofMeeting}/steps/:stepKey/done`,
  summary: 'Says whether an agreed step has been done',
  access: 'advisor',
  permission: 'keep-contacts',
  params: z.extend(meetingParams, { stepKey: stepKeySchema }),
  body: doneBodySchema,
  responses: { 200: meetingSchema },
});

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

const aheadSchema = z.object({
  meetingId: meetingIdSchema,
  firmId: firmIdSchema,
  organisationId: organisationIdSchema,
  organisationName: localisedTextSchema,
  firmName: z.nullable(z.string()),
  isSimulated: z.boolean(),
  startsAt: timestampSchema,
});

export const listMeetingsAhead = defineEndpoint({
  name: 'listMeetingsAhead',
  method: 'GET',
  path: '/api/advisor/meetings',
  summary: "The coming meetings of the adviser's organisations, and agreed steps whose day has passed",
  access: 'advisor',
  permission: 'read-shared-firm',
  responses: {
    200: z.object({
      meetings: z.array(z.object({ ...aheadSchema.shape, minutes: z.int(), place: z.string() })),
      overdueSteps: z.array(
        z.object({ ...aheadSchema.shape, what: z.string(), owner: z.enum(stepOwners), dueOn: z.iso.date() }),
      ),
    }),
  },
});

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
