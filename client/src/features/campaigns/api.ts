import * as invitations from '#shared/contracts/campaign-invitations.ts';
import * as contract from '#shared/contracts/campaigns.ts';
import { getFirm, listFirms } from '#shared/contracts/firms.ts';
import { getFirmProfileOptions } from '#shared/contracts/site.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import { isNowhere } from '../../lib/http/errors.ts';

export type Invitation = CallOutput<typeof invitations.readInvitation>;
type ImportBody = CallInput<typeof contract.importInvitees>['body'];
type PreviewBody = CallInput<typeof contract.previewCampaignMails>['body'];
type StartBody = CallInput<typeof invitations.startCampaignResponse>['body'];

export type Place = { readonly organisationId: string; readonly campaignId: string };
export type InviteeFilter = {
  readonly state: contract.InviteeState | '';
  readonly search: string;
  readonly page: number;
};
export const firstInvitees: InviteeFilter = { state: '', search: '', page: 0 };

export const fetchCampaigns = (organisationId: string) =>
  callEndpoint(contract.listCampaigns, { params: { organisationId } });

export const fetchCampaign = (place: Place) => callEndpoint(contract.getCampaign, { params: place });

export const fetchInvitees = (place: Place, { state, search, page }: InviteeFilter) =>
  callEndpoint(contract.listInvitees, {
    params: place,
    query: { state: state === '' ? undefined : state, search: search === '' ? undefined : search, page },
  });

export async function loadCampaign(place: Place) {
  const [campaign, invitees, options] = await Promise.all([
    fetchCampaign(place),
    fetchInvitees(place, firstInvitees),
    callEndpoint(getFirmProfileOptions, {}),
  ]);
  return { place, campaign, invitees, options };
}
export type LoadedCampaign = Awaited<ReturnType<typeof loadCampaign>>;

export const sendCampaign = async (organisationId: string, content: contract.CampaignContent): Promise<string> =>
  (await callEndpoint(contract.createCampaign, { params: { organisationId }, body: content })).campaignId;

export const sendChange = (place: Place, revision: number, content: contract.CampaignContent) =>
  callEndpoint(contract.changeCampaign, { params: place, body: { revision, ...content } });

export const sendOpening = (place: Place, revision: number) =>
  callEndpoint(contract.openCampaign, { params: place, body: { revision } });

export const sendEnd = (place: Place, revision: number) =>
  callEndpoint(contract.endCampaign, { params: place, body: { revision } });

export const sendRemoval = (place: Place) => callEndpoint(contract.removeCampaign, { params: place });

type Sending = Required<Pick<CallInput<typeof contract.importInvitees>, 'signal' | 'onUploaded'>>;

export const sendFile = (place: Place, file: ImportBody['file'], sending: Sending) =>
  callEndpoint(contract.readInviteeFile, { params: place, body: { file }, ...sending });

export const sendImport = (place: Place, body: ImportBody, sending: Sending) =>
  callEndpoint(contract.importInvitees, { params: place, body, ...sending });

/** To one firm, or to all whose mail did not get through. */
export const sendResending = (place: Place, inviteeId?: string) =>
  callEndpoint(contract.resendInvitations, { params: place, body: inviteeId === undefined ? {} : { inviteeId } });

export const sendContacts = (place: Place, search: string) =>
  callEndpoint(contract.addContacts, { params: place, body: search === '' ? {} : { search } });

export const sendInviteeRemoval = (place: Place, inviteeId: string) =>
  callEndpoint(contract.removeInvitee, { params: { ...place, inviteeId } });

export const fetchPreviews = (organisationId: string, body: PreviewBody) =>
  callEndpoint(contract.previewCampaignMails, { params: { organisationId }, body });

export const sendTest = (place: Place, language: 'sv' | 'en') =>
  callEndpoint(contract.sendTestMail, { params: place, body: { language } });

export const fetchInvitation = (key: string): Promise<Invitation> =>
  callEndpoint(invitations.readInvitation, { body: { key } });

export const sendStart = (body: StartBody) => callEndpoint(invitations.startCampaignResponse, { body });

/** In a firm of whoever is signed in. */
export const sendStartInFirm = (
  firmId: string,
  body: CallInput<typeof invitations.startCampaignResponseInFirm>['body'],
) => callEndpoint(invitations.startCampaignResponseInFirm, { params: { firmId }, body });

/** The firms of whoever is signed in, with what is answered there. One that was left a moment ago is not among them. */
export async function fetchOwnFirms() {
  try {
    const { firms } = await callEndpoint(listFirms, {});
    return await Promise.all(firms.map(({ firmId }) => callEndpoint(getFirm, { params: { firmId } })));
  } catch (error) {
    if (isNowhere(error)) return [];
    throw error;
  }
}
export type OwnFirm = Pick<Awaited<ReturnType<typeof fetchOwnFirms>>[number], 'firmId' | 'name' | 'responses'>;

export const sendResumption = (key: string) => callEndpoint(invitations.resumeCampaignResponse, { body: { key } });
