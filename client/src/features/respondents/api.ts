import type * as z from 'zod/mini';
import {
  changeRespondent,
  chooseLeadRole,
  createRespondentLink,
  inviteRespondent,
  listRespondents,
  openRespondent,
  previewRespondent,
  remindRespondent,
  renewRespondent,
  takeRespondentBack,
  takeRespondentLinkBack,
} from '#shared/contracts/respondents.ts';
import { getResponse } from '#shared/contracts/responses.ts';
import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export type InviteBody = z.input<typeof inviteRespondent.body>;
export type ChangeBody = z.input<typeof changeRespondent.body>;
export type LinkBody = z.input<typeof createRespondentLink.body>;
export type OpenBody = z.input<typeof openRespondent.body>;

export const fetchRespondents = (responseId: string) => callEndpoint(listRespondents, { params: { responseId } });

export const sendInvitation = (responseId: string, body: InviteBody) =>
  callEndpoint(inviteRespondent, { params: { responseId }, body });

export const sendChange = (responseId: string, respondentId: string, body: ChangeBody) =>
  callEndpoint(changeRespondent, { params: { responseId, respondentId }, body });

export const sendReminder = (responseId: string, respondentId: string) =>
  callEndpoint(remindRespondent, { params: { responseId, respondentId } });

export const sendRenewal = (responseId: string, respondentId: string) =>
  callEndpoint(renewRespondent, { params: { responseId, respondentId } });

export const sendLeadRole = (responseId: string, role: RespondentRole) =>
  callEndpoint(chooseLeadRole, { params: { responseId }, body: { role } });

export const sendTakingBack = (responseId: string, respondentId: string) =>
  callEndpoint(takeRespondentBack, { params: { responseId, respondentId } });

export const sendNewLink = (responseId: string, body: LinkBody) =>
  callEndpoint(createRespondentLink, { params: { responseId }, body });

export const sendTakingLinkBack = (responseId: string, respondentLinkId: string) =>
  callEndpoint(takeRespondentLinkBack, { params: { responseId, respondentLinkId } });

export const fetchBegun = (responseId: string) => callEndpoint(getResponse, { params: { responseId } });

export const fetchInvitation = (key: string) => callEndpoint(previewRespondent, { body: { key } });

export const openInvitation = (body: OpenBody) => callEndpoint(openRespondent, { body });
