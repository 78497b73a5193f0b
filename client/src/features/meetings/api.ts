import * as ownContract from '#shared/contracts/firm-meetings.ts';
import * as filesContract from '#shared/contracts/meeting-files.ts';
import type { MeetingSummary } from '#shared/contracts/meeting-summary.ts';
import * as summariesContract from '#shared/contracts/meeting-summary.ts';
import type { Meeting, MeetingPlan } from '#shared/contracts/meetings.ts';
import * as contract from '#shared/contracts/meetings.ts';
import * as aheadContract from '#shared/contracts/meetings-ahead.ts';
import type { Language } from '#shared/domain/language.ts';
import type { MeetingMove } from '#shared/domain/meeting/meeting-states.ts';
import type { MeetingStep } from '#shared/domain/meeting/meeting-step.ts';
import type { StepFate } from '#shared/domain/meeting/unagreed-step.ts';
import { type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import { endpointAddress } from '../../lib/http/endpoint-address.ts';

export type FirmPlace = { readonly organisationId: string; readonly firmId: string };
export type MeetingPlace = FirmPlace & { readonly meetingId: string };
export type MeetingsAhead = CallOutput<typeof aheadContract.listMeetingsAhead>;

export const fetchMeetings = async (params: FirmPlace): Promise<Meeting[]> =>
  (await callEndpoint(contract.listMeetings, { params })).meetings;

export const fetchMeeting = (params: MeetingPlace): Promise<Meeting> => callEndpoint(contract.getMeeting, { params });

export const fetchMeetingsAhead = (): Promise<MeetingsAhead> => callEndpoint(aheadContract.listMeetingsAhead, {});

export const sendPlan = (params: FirmPlace, body: MeetingPlan, idempotencyKey: string): Promise<Meeting> =>
  callEndpoint(contract.planMeeting, { params, body, idempotencyKey });

export const sendChange = (params: MeetingPlace, revision: number, plan: MeetingPlan): Promise<Meeting> =>
  callEndpoint(contract.changeMeeting, { params, body: { revision, plan } });

export const sendEnd = (params: MeetingPlace, revision: number, move: MeetingMove): Promise<Meeting> =>
  callEndpoint(contract.endMeeting, { params, body: { revision, move } });

export const sendSteps = (params: MeetingPlace, stepsRevision: number, steps: MeetingStep[]): Promise<Meeting> =>
  callEndpoint(contract.saveMeetingSteps, { params, body: { stepsRevision, steps } });

export const sendDone = (params: MeetingPlace & { stepKey: string }, isDone: boolean): Promise<Meeting> =>
  callEndpoint(contract.tickMeetingStep, { params, body: { isDone } });

export const sendDrop = (params: MeetingPlace & { stepKey: string }, reason: string): Promise<Meeting> =>
  callEndpoint(contract.dropMeetingStep, { params, body: { reason } });

/** What the firm would read, with those steps taken in though they are not agreed by both. */
export const fetchSummary = (params: MeetingPlace, taken: readonly string[]): Promise<MeetingSummary> =>
  callEndpoint(summariesContract.getMeetingSummary, {
    params,
    query: taken.length === 0 ? {} : { taken: taken.join(',') },
  });

export type ChosenFates = Readonly<Record<string, StepFate>>;

export const sendSummary = (
  params: MeetingPlace,
  seen: Pick<Meeting, 'revision' | 'stepsRevision'>,
  fates: ChosenFates,
): Promise<Meeting> =>
  callEndpoint(summariesContract.sendMeetingSummary, {
    params,
    body: {
      revision: seen.revision,
      stepsRevision: seen.stepsRevision,
      fates: Object.entries(fates).map(([key, fate]) => ({ key, fate })),
    },
  });

/** Read in pieces: a call with five million arguments is more than a browser takes. */
function base64Of(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let from = 0; from < bytes.length; from += piece) {
    text += String.fromCharCode(...bytes.subarray(from, from + piece));
  }
  return btoa(text);
}

export async function sendFile(params: MeetingPlace, file: File): Promise<Meeting> {
  const fileBase64 = base64Of(new Uint8Array(await file.arrayBuffer()));
  return callEndpoint(filesContract.addMeetingFile, { params, body: { name: file.name, fileBase64 } });
}

export const sendFileRemoval = (params: MeetingPlace & { meetingFileId: string }): Promise<Meeting> =>
  callEndpoint(filesContract.removeMeetingFile, { params });

export const fileHref = (place: MeetingPlace, meetingFileId: string): string =>
  endpointAddress(filesContract.getMeetingFile, { ...place, meetingFileId });

export const calendarHref = (place: MeetingPlace, language: Language): string =>
  endpointAddress(summariesContract.getMeetingCalendar, { ...place, language });

type OwnMeeting = { readonly firmId: string; readonly meetingId: string };

export const fetchFirmMeetings = async (firmId: string): Promise<Meeting[]> =>
  (await callEndpoint(ownContract.listFirmMeetings, { params: { firmId } })).meetings;

export const sendOwnDone = async (params: OwnMeeting & { stepKey: string }, isDone: boolean): Promise<Meeting[]> =>
  (await callEndpoint(ownContract.tickFirmStep, { params, body: { isDone } })).meetings;

export const sendOwnDrop = async (params: OwnMeeting & { stepKey: string }, reason: string): Promise<Meeting[]> =>
  (await callEndpoint(ownContract.dropFirmStep, { params, body: { reason } })).meetings;

export const ownFileHref = (own: OwnMeeting, meetingFileId: string): string =>
  endpointAddress(ownContract.getFirmMeetingFile, { ...own, meetingFileId });

export const ownCalendarHref = (own: OwnMeeting, language: Language): string =>
  endpointAddress(ownContract.getFirmMeetingCalendar, { ...own, language });
