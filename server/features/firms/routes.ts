import type { FastifyInstance, FastifyReply } from 'fastify';
import type * as z from 'zod/mini';
import { listFirmWaiting as listFirmWaitingEndpoint } from '#shared/contracts/firm-waiting.ts';
import * as firms from '#shared/contracts/firms.ts';
import type { responseSchema } from '#shared/contracts/responses.ts';
import type { Context } from '../../platform/context.ts';
import { describeCauses } from '../../platform/describe-causes.ts';
import { takeAccessKey } from '../../platform/http/access-cookie.ts';
import { sessionCookie } from '../../platform/http/own-cookie.ts';
import type { EndpointRequest } from '../../platform/http/register-endpoint.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { sha256Hex } from '../../platform/identifier.ts';
import type { OpenedSession } from '../../platform/identity/open-session.ts';
import { changeFirm } from './change-firm.ts';
import { changeFirmRole } from './change-firm-role.ts';
import { claimFirm } from './claim-firm.ts';
import { endFirmMembership } from './end-firm-membership.ts';
import { getFirm } from './get-firm.ts';
import { getFirmAccess } from './get-firm-access.ts';
import { giveConsent } from './give-consent.ts';
import { inviteToFirm } from './invite-to-firm.ts';
import { listFirmWaiting } from './list-firm-waiting.ts';
import { listFirms } from './list-firms.ts';
import { renewOwnSession } from './renew-own-session.ts';
import { revokeFirmInvitation } from './revoke-firm-invitation.ts';
import { startFirmResponse } from './start-firm-response.ts';
import { withdrawConsent } from './withdraw-consent.ts';

/** How a response is read, which another feature knows. */
export type ReadResponse = (
  context: Context,
  access: EndpointRequest<typeof firms.claimFirm>['access'],
  responseId: string,
) => Promise<z.input<typeof responseSchema>>;

function registerFirms(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, firms.listFirms, async ({ access }) => ({
    status: 200,
    body: { firms: await listFirms(context, access) },
  }));
  registerEndpoint(app, firms.getFirm, async ({ params, access }) => ({
    status: 200,
    body: await getFirm(context, access, params.firmId),
  }));
  registerEndpoint(app, listFirmWaitingEndpoint, async ({ params, access }) => ({
    status: 200,
    body: await listFirmWaiting(context, access, params.firmId),
  }));
  registerEndpoint(app, firms.changeFirm, async ({ params, body, access }) => ({
    status: 200,
    body: await changeFirm(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, firms.startFirmResponse, async ({ params, body, access }) => {
    const started = await startFirmResponse(context, access, { ...params, ...body });
    return { status: started.isBegunBefore ? 200 : 201, body: started };
  });
}

/** What cannot be renewed leaves the change of rights, which is committed, and the session as they are. */
async function renew(
  context: Context,
  sessionKey: string | undefined,
  reply: FastifyReply,
): Promise<OpenedSession | undefined> {
  const session = await renewOwnSession(context, sessionKey ?? '').catch((error: unknown) => {
    reply.log.error({ causes: describeCauses(error) }, 'the session whose rights changed was not renewed');
    return undefined;
  });
  if (session !== undefined) sessionCookie.give(reply, session);
  return session;
}

function registerClaim(app: FastifyInstance, context: Context, readResponse: ReadResponse): void {
  registerEndpoint(app, firms.claimFirm, async ({ params, access, account }, reply) => {
    const { responseId } = params;
    const { firmId, isRepeated } = await claimFirm(context, access, { account, responseId });
    takeAccessKey(reply, { responseId, isSecure: reply.request.isSecure });
    const session = isRepeated ? undefined : await renew(context, access.sessionKey, reply);
    const reading = session === undefined ? access : { ...access, sessionKey: sha256Hex(session.secret) };
    return { status: 200, body: { firmId, response: await readResponse(context, reading, responseId) } };
  });
}

function registerMembers(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, firms.inviteToFirm, async ({ params, body, access, account }) => ({
    status: 201,
    body: await inviteToFirm(context, access, account, { ...params, ...body }),
  }));
  registerEndpoint(app, firms.revokeFirmInvitation, async ({ params, access }) => ({
    status: 200,
    body: await revokeFirmInvitation(context, access, params),
  }));
  registerEndpoint(app, firms.changeFirmRole, async ({ params, body, access, account }, reply) => {
    const { firm, isOwn } = await changeFirmRole(context, access, account, { ...params, ...body });
    if (isOwn) await renew(context, access.sessionKey, reply);
    return { status: 200, body: firm };
  });
  registerEndpoint(app, firms.endFirmMembership, async ({ params, access }) => ({
    status: 200,
    body: await endFirmMembership(context, access, params),
  }));
}

function registerConsents(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, firms.getFirmAccess, async ({ params, access }) => ({
    status: 200,
    body: await getFirmAccess(context, access, params.firmId),
  }));
  registerEndpoint(app, firms.giveConsent, async ({ params, body, access }) => ({
    status: 201,
    body: await giveConsent(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, firms.withdrawConsent, async ({ params, access }) => ({
    status: 200,
    body: await withdrawConsent(context, access, params),
  }));
}

export function registerFirmRoutes(app: FastifyInstance, context: Context, readResponse: ReadResponse): void {
  registerFirms(app, context);
  registerClaim(app, context, readResponse);
  registerMembers(app, context);
  registerConsents(app, context);
}
