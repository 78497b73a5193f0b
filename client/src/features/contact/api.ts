import { listPackageEditions } from '#shared/contracts/editions.ts';
import { listPackages } from '#shared/contracts/packages.ts';
import {
  type ContactRequest,
  listConsentWordings,
  listReferrals,
  requestContact,
  withdrawReferral,
} from '#shared/contracts/referrals.ts';
import { getResult } from '#shared/contracts/results.ts';
import { allowsAnotherRequest } from '#shared/domain/referral/referral-states.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

/** What the contact form needs; undefined when the catalogue has no such package. */
export async function loadContact(responseId: string, packageCode: string) {
  const [{ response, suggestions }, { packages }, { wordings }, { referrals, providersInUse }] = await Promise.all([
    callEndpoint(getResult, { params: { responseId } }),
    callEndpoint(listPackages, {}),
    callEndpoint(listConsentWordings, {}),
    fetchReferrals(responseId),
  ]);
  const wanted = packages.find(({ code }) => code === packageCode);
  const handedOver = referrals.findLast((referral) => referral.packageCode === packageCode);
  const suggested = suggestions.find((suggestion) => suggestion.packageCode === packageCode);
  const suggestedTo = suggested && { code: suggested.providerCode, name: suggested.providerName };
  const provider = handedOver?.handedOverTo ?? suggestedTo ?? wanted?.providers[0];
  const { editions } =
    wanted === undefined ? { editions: [] } : await callEndpoint(listPackageEditions, { params: { packageCode } });
  return {
    response,
    package: wanted,
    /** Who gets the request: the one it was handed over to, the one that was suggested, or else the package's first. */
    provider: provider && { name: provider.name, isInUse: providersInUse.includes(provider.code) },
    /** A package is asked for once at a time: the request that already stands. */
    earlier: referrals.find(
      (referral) => referral.packageCode === packageCode && !allowsAnotherRequest(referral.status),
    ),
    /** Groups of the package that whoever gets the request holds, and that can be asked for. */
    editions: editions.filter(({ providerCode, standing }) => providerCode === provider?.code && standing !== 'gone'),
    wording: wordings.findLast(({ purpose }) => purpose === 'contact'),
  };
}
export type LoadedContact = Awaited<ReturnType<typeof loadContact>>;

export const sendContactRequest = (responseId: string, body: ContactRequest, idempotencyKey: string) =>
  callEndpoint(requestContact, { params: { responseId }, body, idempotencyKey });

export const fetchReferrals = (responseId: string) => callEndpoint(listReferrals, { params: { responseId } });

export const sendWithdrawal = (responseId: string, referralId: string) =>
  callEndpoint(withdrawReferral, { params: { responseId, referralId } });
