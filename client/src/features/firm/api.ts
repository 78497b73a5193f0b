import type * as z from 'zod/mini';
import { listFirmWaiting } from '#shared/contracts/firm-waiting.ts';
import {
  changeFirm,
  changeFirmRole,
  claimFirm,
  endFirmMembership,
  getFirm,
  getFirmAccess,
  giveConsent,
  inviteToFirm,
  listFirms,
  revokeFirmInvitation,
  startFirmResponse,
  withdrawConsent,
} from '#shared/contracts/firms.ts';
import { listConsentWordings } from '#shared/contracts/referrals.ts';
import { getResponse, type ResponseDocument } from '#shared/contracts/responses.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { isNowhere } from '../../lib/http/errors.ts';

const fetchFirm = (firmId: string) => callEndpoint(getFirm, { params: { firmId } });

export const fetchFirmAccess = (firmId: string) => callEndpoint(getFirmAccess, { params: { firmId } });

/** The firm, the other firms of the person, and who can see it. */
export async function loadFirm(firmId: string) {
  const [firm, access, { firms }] = await Promise.all([
    fetchFirm(firmId),
    fetchFirmAccess(firmId),
    callEndpoint(listFirms, {}),
  ]);
  return { firm, access, firms };
}
export type LoadedFirm = Awaited<ReturnType<typeof loadFirm>>;

/** The firm as its own page begins: with what waits for it, so that nothing moves once it is read. */
export async function loadFirmStart(firmId: string) {
  const [loaded, waiting] = await Promise.all([
    loadFirm(firmId),
    callEndpoint(listFirmWaiting, { params: { firmId } }),
  ]);
  return { ...loaded, waiting };
}
export type LoadedFirmStart = Awaited<ReturnType<typeof loadFirmStart>>;

export async function loadFirmAccess(firmId: string) {
  const [firm, access, { wordings }] = await Promise.all([
    fetchFirm(firmId),
    fetchFirmAccess(firmId),
    callEndpoint(listConsentWordings, {}),
  ]);
  return { firm, access, wordings };
}
export type LoadedFirmAccess = Awaited<ReturnType<typeof loadFirmAccess>>;

export async function loadFirmMembers(firmId: string) {
  const [firm, access] = await Promise.all([fetchFirm(firmId), fetchFirmAccess(firmId)]);
  return { firm, access };
}
export type LoadedFirmMembers = Awaited<ReturnType<typeof loadFirmMembers>>;

/** What is not there, or not for whoever asks, is `otherwise`. */
async function orWhenNotFound<There, Otherwise>(call: Promise<There>, otherwise: Otherwise) {
  try {
    return await call;
  } catch (error) {
    if (isNowhere(error)) return otherwise;
    throw error;
  }
}

/** What is to be saved under an account; null where this browser and who is signed in in it open nothing. */
export const loadClaim = (responseId: string): Promise<ResponseDocument | null> =>
  orWhenNotFound(callEndpoint(getResponse, { params: { responseId } }), null);

/** The firms of whoever is signed in. To whoever belongs to none any longer, the list is not there. */
export const fetchFirms = async () => (await orWhenNotFound(callEndpoint(listFirms, {}), { firms: [] })).firms;

export const sendClaim = (responseId: string) => callEndpoint(claimFirm, { params: { responseId } });

type Details = z.input<(typeof changeFirm)['body']>;
export const sendDetails = (firmId: string, body: Details) => callEndpoint(changeFirm, { params: { firmId }, body });

type Start = z.input<(typeof startFirmResponse)['body']>;
export const sendStart = (firmId: string, body: Start) => callEndpoint(startFirmResponse, { params: { firmId }, body });

type Consent = z.input<(typeof giveConsent)['body']>;
export const sendConsent = (firmId: string, body: Consent) => callEndpoint(giveConsent, { params: { firmId }, body });

export const sendWithdrawal = (firmId: string, consentId: string) =>
  callEndpoint(withdrawConsent, { params: { firmId, consentId } });

type Invitation = z.input<(typeof inviteToFirm)['body']>;
export const sendInvitation = (firmId: string, body: Invitation) =>
  callEndpoint(inviteToFirm, { params: { firmId }, body });

export const sendRevocation = (firmId: string, invitationId: string) =>
  callEndpoint(revokeFirmInvitation, { params: { firmId, invitationId } });

type Role = z.input<(typeof changeFirmRole)['body']>['role'];
export const sendRole = (firmId: string, membershipId: string, role: Role) =>
  callEndpoint(changeFirmRole, { params: { firmId, membershipId }, body: { role } });

export const sendMembershipEnd = (firmId: string, membershipId: string) =>
  callEndpoint(endFirmMembership, { params: { firmId, membershipId } });
