import { getLastTime } from '#shared/contracts/last-time.ts';
import { chooseCountsAlone, listRespondents, markRespondentDone } from '#shared/contracts/respondents.ts';
import {
  closeHere,
  createResumeLink,
  getResponse,
  resumeResponse,
  submitResponse,
} from '#shared/contracts/responses.ts';
import { changeVersion, getVersionChange } from '#shared/contracts/version-change.ts';
import type { Language } from '#shared/domain/language.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export const fetchResponse = (responseId: string) => callEndpoint(getResponse, { params: { responseId } });

export const fetchLastTime = (responseId: string) => callEndpoint(getLastTime, { params: { responseId } });

export const fetchVersionChange = (responseId: string) => callEndpoint(getVersionChange, { params: { responseId } });

export const sendVersion = (responseId: string, to: string) =>
  callEndpoint(changeVersion, { params: { responseId }, body: { to } });

export const sendSubmission = (responseId: string, language: Language, idempotencyKey: string) =>
  callEndpoint(submitResponse, { params: { responseId }, body: { language }, idempotencyKey });

export const fetchRespondents = (responseId: string) => callEndpoint(listRespondents, { params: { responseId } });

export const sendDone = (responseId: string, isDone: boolean) =>
  callEndpoint(markRespondentDone, { params: { responseId }, body: { isDone } });

export const sendCountsAlone = (responseId: string, countsAlone: boolean) =>
  callEndpoint(chooseCountsAlone, { params: { responseId }, body: { countsAlone } });

/** The key of this browser ends. */
export const sendClosing = (responseId: string) => callEndpoint(closeHere, { params: { responseId } });

export const fetchResumeLink = (responseId: string) => callEndpoint(createResumeLink, { params: { responseId } });

export const sendResumeKey = (key: string) => callEndpoint(resumeResponse, { body: { key } });
