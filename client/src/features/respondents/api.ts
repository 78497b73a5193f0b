import type * as z from 'zod/mini';
import { getFirm } from '#shared/contracts/firms.ts';
import {
  changeRespondent,
  chooseLeadRole,
  createRespondentLink,
  inviteRespondent,
  listRespondents,
  openRespondent,
  previewRespondent,
  type Respondent,
  remindRespondent,
  renewRespondent,
  takeRespondentBack,
  takeRespondentLinkBack,
} from '#shared/contracts/respondents.ts';
import { getResponse, type ResponseDocument } from '#shared/contracts/responses.ts';
import { askedByName } from '#shared/domain/respondents/asked-before.ts';
import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export type InviteBody = z.input<typeof inviteRespondent.body>;
export type ChangeBody = z.input<typeof changeRespondent.body>;
export type LinkBody = z.input<typeof createRespondentLink.body>;
export type OpenBody = z.input<typeof openRespondent.body>;

export const fetchRespondents = (responseId: string) => callEndpoint(listRespondents, { params: { responseId } });

/** Which of the firm's submitted answers to the form came last. */
async function lastRound({ firmId, formCode }: ResponseDocument): Promise<string | undefined> {
  if (firmId === null) return undefined;
  const { responses } = await callEndpoint(getFirm, { params: { firmId } });
  const submitted = responses.filter((each) => each.formCode === formCode && each.submittedAt !== null);
  return submitted.toSorted((a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? '')).at(-1)?.responseId;
}

/** Whom the firm asked the last time it answered the form, as long as that is kept. Of an open response with an account. */
export async function fetchAskedBefore(response: ResponseDocument): Promise<readonly Respondent[]> {
  try {
    const before = await lastRound(response);
    return before === undefined ? [] : askedByName((await fetchRespondents(before)).respondents);
  } catch {
    // It spares typing, and holds nobody up who can do without.
    return [];
  }
}

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
