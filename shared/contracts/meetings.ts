import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { isMeantDay } from '../domain/meeting/meant-day.ts';
import { meetingStatuses } from '../domain/meeting/meeting-states.ts';
import {
  longestDropReason,
  meetingStepSchema,
  mostSteps,
  stepKeySchema,
  stepOwners,
} from '../domain/meeting/meeting-step.ts';
import { defineEndpoint } from './endpoint.ts';
import { firmIdSchema, meetingFileIdSchema, meetingIdSchema, organisationIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

const textOf = (longest: number) => storableTextSchema.check(z.trim(), z.maxLength(longest));

const isOnMeantDay = (at: string): boolean => isMeantDay(at.slice(0, 'yyyy-mm-dd'.length));

const isWebAddress = (text: string): boolean => text === '' || /^https:\/\/[^\s/]+\.[^\s]+$/.test(text);

export const meetingPlanSchema = z.strictObject({
  startsAt: timestampSchema.check(z.refine(isOnMeantDay, { error: 'not-a-meant-day' })),
  minutes: z.int().check(z.gte(5), z.lte(720)),
  place: textOf(200),
  /** Of a meeting over the net. */
  link: textOf(500).check(z.refine(isWebAddress, { error: 'not-a-web-address' })),
  /** Who is there, in words. */
  participants: textOf(500),
  purpose: textOf(1000).check(z.minLength(1)),
});
export type MeetingPlan = z.infer<typeof meetingPlanSchema>;

const writtenStepSchema = z.object({
  ...meetingStepSchema.shape,
  /** As it was kept, also before days were limited. */
  dueOn: z.nullable(z.iso.date()),
  doneAt: z.nullable(timestampSchema),
  /** Null as long as it stands. */
  dropped: z.nullable(z.object({ at: timestampSchema, by: z.enum(stepOwners), reason: z.string() })),
});
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
  /** As it was kept, also before days were limited. */
  startsAt: timestampSchema,
  revision: z.int(),
  stepsRevision: z.int(),
  summarySentAt: z.nullable(timestampSchema),
  steps: z.array(writtenStepSchema),
  files: z.array(meetingFileSchema),
});
export type Meeting = z.infer<typeof meetingSchema>;

const firmParams = z.strictObject({ organisationId: organisationIdSchema, firmId: firmIdSchema });
export const meetingParams = z.extend(firmParams, { meetingId: meetingIdSchema });
const ofFirm = '/api/advisor/organisations/:organisationId/firms/:firmId/meetings';
export const ofMeeting = `${ofFirm}/:meetingId` as const;
export const revisionSchema = z.int().check(z.gte(1));

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

export const doneBodySchema = z.strictObject({ isDone: z.boolean() });

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

/** Read by the other side. */
export const dropBodySchema = z.strictObject({ reason: textOf(longestDropReason).check(z.minLength(1)) });

export const dropMeetingStep = defineEndpoint({
  name: 'dropMeetingStep',
  method: 'POST',
  path: `${ofMeeting}/steps/:stepKey/drop`,
  summary: 'Drops an agreed step that was sent, for good and with a reason that the firm reads',
  access: 'advisor',
  permission: 'keep-contacts',
  params: z.extend(meetingParams, { stepKey: stepKeySchema }),
  body: dropBodySchema,
  responses: { 200: meetingSchema },
});
