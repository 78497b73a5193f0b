import type { FastifyInstance, FastifyReply } from 'fastify';
import * as invitations from '#shared/contracts/campaign-invitations.ts';
import * as contract from '#shared/contracts/campaigns.ts';
import type { Context } from '../../platform/context.ts';
import { giveAccessKey } from '../../platform/http/access-cookie.ts';
import { goneSignal } from '../../platform/http/gone.ts';
import { originOf } from '../../platform/http/origin.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import {
  leaveCampaign,
  readInvitation,
  resumeCampaignResponse,
  type Start,
  type StartInFirm,
  startCampaignResponse,
  startCampaignResponseInFirm,
} from './answer-invitation.ts';
import { getCampaign } from './get-campaign.ts';
import { addContacts, importInvitees } from './import-invitees.ts';
import { listCampaigns } from './list-campaigns.ts';
import { listInvitees } from './list-invitees.ts';
import { endCampaign, openCampaign, removeCampaign } from './move-campaign.ts';
import { previewCampaignMails, sendTestMail } from './preview-mails.ts';
import { readInviteeFile } from './read-invitee-file.ts';
import { removeInvitee } from './remove-invitee.ts';
import { resendInvitations } from './resend-invitations.ts';
import { changeCampaign, createCampaign } from './save-campaign.ts';

function registerCalls(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, contract.listCampaigns, async ({ params, access }) => ({
    status: 200,
    body: await listCampaigns(context, access, params.organisationId),
  }));
  registerEndpoint(app, contract.createCampaign, async ({ params, body, access }) => ({
    status: 201,
    body: { campaignId: await createCampaign(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, contract.getCampaign, async ({ params, access }) => ({
    status: 200,
    body: await getCampaign(context, access, params),
  }));
  registerEndpoint(app, contract.changeCampaign, async ({ params, body, access }) => ({
    status: 200,
    body: await changeCampaign(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, contract.openCampaign, async ({ params, body, access }) => ({
    status: 200,
    body: await openCampaign(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, contract.endCampaign, async ({ params, body, access }) => ({
    status: 200,
    body: await endCampaign(context, access, { ...params, ...body }),
  }));
}

function registerFirms(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, contract.readInviteeFile, async ({ params, body, access }) => ({
    status: 200,
    body: await readInviteeFile(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, contract.importInvitees, async ({ params, body, access }, reply) => ({
    status: 200,
    body: await importInvitees(context, access, { ...params, ...body }, goneSignal(reply)),
  }));
  registerEndpoint(app, contract.addContacts, async ({ params, body, access }) => ({
    status: 200,
    body: await addContacts(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, contract.listInvitees, async ({ params, query, access }) => ({
    status: 200,
    body: await listInvitees(context, access, { ...params, ...query }),
  }));
}

function registerMails(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, contract.previewCampaignMails, async ({ params, body, access }, { request }) => ({
    status: 200,
    body: await previewCampaignMails(context, access, {
      ...{ ...params, ...body },
      origin: originOf(request, context.config),
    }),
  }));
  registerEndpoint(app, contract.sendTestMail, async ({ params, body, access, account }) => ({
    status: 200,
    body: await sendTestMail(context, access, { ...params, ...body, recipient: account.email }),
  }));
  registerEndpoint(app, contract.resendInvitations, async ({ params, body, access }) => ({
    status: 200,
    body: await resendInvitations(context, access, { ...params, ...body }),
  }));
}

function registerRemovals(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, contract.removeInvitee, async ({ params, access }) => ({
    status: 200,
    body: await removeInvitee(context, access, params),
  }));
  registerEndpoint(app, contract.removeCampaign, async ({ params, access }) => ({
    status: 200,
    body: await removeCampaign(context, access, params),
  }));
}

/** How assessments are begun, which other features know. */
export type Starts = { readonly alone: Start; readonly inFirm: StartInFirm };

function registerInvitations(app: FastifyInstance, context: Context, starts: Starts): void {
  const handOver = (reply: FastifyReply, responseId: string, holder: { key: string; keyExpiresAt: Date }): void =>
    giveAccessKey(reply, {
      responseId,
      key: holder.key,
      expiresAt: holder.keyExpiresAt,
      isSecure: originOf(reply.request, context.config).startsWith('https:'),
    });
  registerEndpoint(app, invitations.readInvitation, async ({ body }) => ({
    status: 200,
    body: await readInvitation(context, body.key),
  }));
  registerEndpoint(app, invitations.startCampaignResponse, async ({ body }, reply) => {
    const started = await startCampaignResponse(context, body, starts.alone);
    handOver(reply, started.response.responseId, started);
    return { status: 201, body: started.response };
  });
  registerEndpoint(app, invitations.startCampaignResponseInFirm, async ({ params, body, access }) => ({
    status: 201,
    body: await startCampaignResponseInFirm(context, access, { ...params, ...body }, starts.inFirm),
  }));
  registerEndpoint(app, invitations.resumeCampaignResponse, async ({ body }, reply) => {
    const { responseId, ...holder } = await resumeCampaignResponse(context, body.key);
    handOver(reply, responseId, holder);
    return { status: 201, body: { responseId } };
  });
  registerEndpoint(app, invitations.leaveCampaign, async ({ params, access }) => ({
    status: 200,
    body: await leaveCampaign(context, access, params.responseId),
  }));
}

export function registerCampaignRoutes(app: FastifyInstance, context: Context, starts: Starts): void {
  registerCalls(app, context);
  registerFirms(app, context);
  registerMails(app, context);
  registerRemovals(app, context);
  registerInvitations(app, context, starts);
}
