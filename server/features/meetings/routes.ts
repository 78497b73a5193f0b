import type { FastifyInstance } from 'fastify';
import * as ownContract from '#shared/contracts/firm-meetings.ts';
import * as filesContract from '#shared/contracts/meeting-files.ts';
import * as summariesContract from '#shared/contracts/meeting-summary.ts';
import * as meetings from '#shared/contracts/meetings.ts';
import * as aheadContract from '#shared/contracts/meetings-ahead.ts';
import type { Context } from '../../platform/context.ts';
import { originOf } from '../../platform/http/origin.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { sendAsCalendar, sendAsFile } from '../../platform/http/send-file.ts';
import { addMeetingFile } from './add-meeting-file.ts';
import { buildMeetingCalendar } from './build-meeting-calendar.ts';
import { changeMeeting } from './change-meeting.ts';
import { dropMeetingStep } from './drop-meeting-step.ts';
import { endMeeting } from './end-meeting.ts';
import {
  buildFirmMeetingCalendar,
  dropFirmStep,
  getFirmMeetingFile,
  listFirmMeetings,
  tickFirmStep,
} from './firm-meetings.ts';
import { getMeeting } from './get-meeting.ts';
import { getMeetingFile } from './get-meeting-file.ts';
import { getMeetingSummary } from './get-meeting-summary.ts';
import { listMeetings } from './list-meetings.ts';
import { listMeetingsAhead } from './list-meetings-ahead.ts';
import { planMeeting } from './plan-meeting.ts';
import { removeMeetingFile } from './remove-meeting-file.ts';
import { saveMeetingSteps } from './save-meeting-steps.ts';
import { sendMeetingSummary } from './send-meeting-summary.ts';
import { tickMeetingStep } from './tick-meeting-step.ts';

function registerPlans(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, aheadContract.listMeetingsAhead, async ({ access }) => ({
    status: 200,
    body: await listMeetingsAhead(context, access),
  }));
  registerEndpoint(app, meetings.listMeetings, async ({ params, access }) => ({
    status: 200,
    body: { meetings: await listMeetings(context, access, params) },
  }));
  registerEndpoint(app, meetings.planMeeting, async ({ params, body, access, idempotencyKey }) => {
    const input = { ...params, requestKey: idempotencyKey, plan: body };
    const { meeting, isRepeated } = await planMeeting(context, access, input);
    return { status: isRepeated ? 200 : 201, body: meeting };
  });
  registerEndpoint(app, meetings.getMeeting, async ({ params, access }) => ({
    status: 200,
    body: await getMeeting(context, access, params),
  }));
  registerEndpoint(app, meetings.changeMeeting, async ({ params, body, access }) => ({
    status: 200,
    body: await changeMeeting(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, meetings.endMeeting, async ({ params, body, access }) => ({
    status: 200,
    body: await endMeeting(context, access, { ...params, ...body }),
  }));
}

function registerSteps(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, meetings.saveMeetingSteps, async ({ params, body, access }) => ({
    status: 200,
    body: await saveMeetingSteps(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, meetings.tickMeetingStep, async ({ params, body, access }) => ({
    status: 200,
    body: await tickMeetingStep(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, meetings.dropMeetingStep, async ({ params, body, access }) => ({
    status: 200,
    body: await dropMeetingStep(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, summariesContract.getMeetingSummary, async ({ params, query, access }, reply) => ({
    status: 200,
    body: await getMeetingSummary(context, access, {
      place: params,
      origin: originOf(reply.request, context.config),
      taken: query.taken?.split(',') ?? [],
    }),
  }));
  registerEndpoint(app, summariesContract.sendMeetingSummary, async ({ params, body, access }) => ({
    status: 200,
    body: await sendMeetingSummary(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, summariesContract.getMeetingCalendar, async ({ params, access }, reply) => {
    const calendar = await buildMeetingCalendar(context, access, params);
    sendAsCalendar(reply);
    return { status: 200, body: calendar };
  });
}

function registerFiles(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, filesContract.addMeetingFile, async ({ params, body, access }) => ({
    status: 200,
    body: await addMeetingFile(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, filesContract.removeMeetingFile, async ({ params, access }) => ({
    status: 200,
    body: await removeMeetingFile(context, access, params),
  }));
  registerEndpoint(app, filesContract.getMeetingFile, async ({ params, access }, reply) => {
    const file = await getMeetingFile(context, access, params);
    sendAsFile(reply, file);
    return { status: 200, body: file.content };
  });
}

function registerOwn(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, ownContract.listFirmMeetings, async ({ params, access }) => ({
    status: 200,
    body: { meetings: await listFirmMeetings(context, access, params.firmId) },
  }));
  registerEndpoint(app, ownContract.tickFirmStep, async ({ params, body, access }) => ({
    status: 200,
    body: { meetings: await tickFirmStep(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, ownContract.dropFirmStep, async ({ params, body, access }) => ({
    status: 200,
    body: { meetings: await dropFirmStep(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, ownContract.getFirmMeetingFile, async ({ params, access }, reply) => {
    const file = await getFirmMeetingFile(context, access, params);
    sendAsFile(reply, file);
    return { status: 200, body: file.content };
  });
  registerEndpoint(app, ownContract.getFirmMeetingCalendar, async ({ params, access }, reply) => {
    const calendar = await buildFirmMeetingCalendar(context, access, params);
    sendAsCalendar(reply);
    return { status: 200, body: calendar };
  });
}

export function registerMeetingRoutes(app: FastifyInstance, context: Context): void {
  registerPlans(app, context);
  registerSteps(app, context);
  registerFiles(app, context);
  registerOwn(app, context);
}
