import type { FastifyInstance } from 'fastify';
import * as account from '#shared/contracts/account.ts';
import * as notices from '#shared/contracts/notices.ts';
import * as visitor from '#shared/contracts/visitor.ts';
import type { Context } from '../../platform/context.ts';
import { sessionCookie } from '../../platform/http/own-cookie.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeAccount } from './change-account.ts';
import { changeNotices } from './change-notices.ts';
import { declineInvitation } from './decline-invitation.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { registerFactorRoutes } from './factor-routes.ts';
import { getNotices } from './get-notices.ts';
import { getPersonalData } from './get-personal-data.ts';
import { getVisitor } from './get-visitor.ts';
import { listSessions } from './list-sessions.ts';
import { signOut } from './sign-out.ts';

function registerOwn(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, visitor.getVisitor, async (_request, reply) => ({
    status: 200,
    body: await getVisitor(context, sessionCookie.readKey(reply.request) ?? ''),
  }));
  registerEndpoint(app, account.changeAccount, async ({ access, body }) => ({
    status: 200,
    body: await changeAccount(context, access, body),
  }));
  registerEndpoint(app, notices.getNoticeChoice, async ({ access }) => ({
    status: 200,
    body: await getNotices(context, access),
  }));
  registerEndpoint(app, notices.changeNoticeChoice, async ({ access, body }) => ({
    status: 200,
    body: await changeNotices(context, access, body),
  }));
  registerEndpoint(app, account.getPersonalData, async ({ access }, reply) => {
    const data = await getPersonalData(context, access);
    reply.header('content-disposition', 'attachment; filename="mattstock-personal-data.json"');
    return { status: 200, body: data };
  });
}

function registerSessions(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, account.signOut, async ({ access }, reply) => {
    await signOut(context, access);
    sessionCookie.take(reply);
    reply.header('clear-site-data', '"cache"');
    return { status: 200, body: { isSignedOut: true } };
  });
  registerEndpoint(app, account.listSessions, async ({ access }) => ({
    status: 200,
    body: await listSessions(context, access),
  }));
  registerEndpoint(app, account.endSession, async ({ access, params }, reply) => {
    const body = await endSession(context, access, params.sessionId);
    if (!body.sessions.some(({ isThisOne }) => isThisOne)) sessionCookie.take(reply);
    return { status: 200, body };
  });
  registerEndpoint(app, account.endOtherSessions, async ({ access }) => ({
    status: 200,
    body: await endOtherSessions(context, access),
  }));
}

function registerInvitations(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, account.acceptInvitation, async ({ access, params, body }, reply) => {
    const accepted = await acceptInvitation(context, access, { ...params, ...body });
    sessionCookie.give(reply, accepted.session);
    return { status: 200, body: accepted.account };
  });
  registerEndpoint(app, account.declineInvitation, async ({ access, params }) => ({
    status: 200,
    body: await declineInvitation(context, access, params.invitationId),
  }));
}

export function registerAccountRoutes(app: FastifyInstance, context: Context): void {
  registerOwn(app, context);
  registerSessions(app, context);
  registerInvitations(app, context);
  registerFactorRoutes(app, context);
}
