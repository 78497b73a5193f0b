import * as account from '#shared/contracts/account.ts';
import * as notices from '#shared/contracts/notices.ts';
import * as factor from '#shared/contracts/second-factor.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import type { Language } from '#shared/domain/language.ts';
import { leaveForOidc } from '../../lib/begun-oidc.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { askForPasskey, makePasskey } from '../../lib/passkey.ts';

type InvitationId = AccountDocument['invitations'][number]['invitationId'];

export const fetchSessions = () => callEndpoint(account.listSessions, {});

export const fetchFactors = () => callEndpoint(factor.listFactors, {});

export const fetchPersonalData = () => callEndpoint(account.getPersonalData, {});

export const fetchNotices = () => callEndpoint(notices.getNoticeChoice, {});

export const sendNotices = (body: notices.NoticeChoice) => callEndpoint(notices.changeNoticeChoice, { body });

export const sendProfile = (name: string, language: Language) =>
  callEndpoint(account.changeAccount, { body: { name, language } });

export const sendSessionEnd = (sessionId: string) => callEndpoint(account.endSession, { params: { sessionId } });

export const sendOthersEnd = () => callEndpoint(account.endOtherSessions, {});

export const sendAcceptance = (invitationId: InvitationId, name: string) =>
  callEndpoint(account.acceptInvitation, { params: { invitationId }, body: { name } });

export const sendRefusal = (invitationId: InvitationId) =>
  callEndpoint(account.declineInvitation, { params: { invitationId } });

export const sendFactorCode = (code: string) => callEndpoint(factor.showSecondFactor, { body: { code } });

export async function provePasskey(): Promise<AccountDocument> {
  const { options } = await callEndpoint(factor.beginPasskeyStepUp, {});
  return callEndpoint(factor.finishPasskeyStepUp, { body: { credential: await askForPasskey(options) } });
}

export const sendNewAuthenticator = () => callEndpoint(factor.beginAuthenticator, {});
export type NewAuthenticator = Awaited<ReturnType<typeof sendNewAuthenticator>>;

export const sendConfirmation = (authenticatorId: string, code: string) =>
  callEndpoint(factor.confirmAuthenticator, { params: { authenticatorId }, body: { code } });

export const sendAuthenticatorRemoval = () => callEndpoint(factor.removeAuthenticator, {});

export const sendNewRecoveryCodes = () => callEndpoint(factor.renewRecoveryCodes, {});

export async function sendNewPasskey(name: string): Promise<void> {
  const { options } = await callEndpoint(factor.beginPasskey, {});
  await callEndpoint(factor.addPasskey, { body: { name, credential: await makePasskey(options) } });
}

export const sendPasskeyRemoval = (passkeyId: string) => callEndpoint(factor.removePasskey, { params: { passkeyId } });

export async function leaveForLink(language: Language): Promise<void> {
  const { url } = await callEndpoint(factor.beginOidcLink, { body: { language } });
  leaveForOidc(url, 'link');
}

export const sendOidcLink = (query: string) => callEndpoint(factor.finishOidcLink, { body: { query } });

export const sendIdentityRemoval = (identityId: string) =>
  callEndpoint(factor.removeIdentity, { params: { identityId } });
