import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as signIn from '#shared/contracts/sign-in.ts';
import type { Context } from '../../platform/context.ts';
import { networkOf } from '../../platform/http/network.ts';
import { originOf } from '../../platform/http/origin.ts';
import { browserCookie, sessionCookie } from '../../platform/http/own-cookie.ts';
import { presentedBrowser } from '../../platform/http/presented-browser.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { describeDevice } from '../../platform/identity/device.ts';
import { beginOidc } from './begin-oidc.ts';
import { beginPasskey } from './begin-passkey.ts';
import { describeMethods } from './describe-methods.ts';
import { finishOidc } from './finish-oidc.ts';
import { finishPasskey } from './finish-passkey.ts';
import { redeemCode, type SignedIn } from './redeem-code.ts';
import { requestCode } from './request-code.ts';

/** The browser is handed its session and has no more use for what it waited with. */
function letIn(reply: FastifyReply, { session, account }: SignedIn) {
  sessionCookie.give(reply, session);
  browserCookie.take(reply);
  return { status: 201 as const, body: account };
}

/** What every reply to a challenge comes with. */
const whoReplies = (context: Context, request: FastifyRequest) => ({
  origin: originOf(request, context.config),
  browserSecret: browserCookie.read(request) ?? '',
  sessionKey: sessionCookie.readKey(request) ?? '',
  device: describeDevice(request.headers['user-agent']),
});

function registerCode(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, signIn.getSignInMethods, async () => ({ status: 200, body: describeMethods(context) }));
  registerEndpoint(app, signIn.requestSignInCode, async ({ body }, reply) => {
    const browserSecret = presentedBrowser(context, reply);
    const network = networkOf(reply.request.ip);
    const { expiresAt } = await requestCode(context, { ...body, browserSecret, network });
    return { status: 202, body: { expiresAt: expiresAt.toISOString() } };
  });
  registerEndpoint(app, signIn.redeemSignInCode, async ({ body }, reply) =>
    letIn(reply, await redeemCode(context, { ...body, ...whoReplies(context, reply.request) })),
  );
}

function registerPasskeys(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, signIn.beginPasskeySignIn, async (_request, reply) => {
    const browserSecret = presentedBrowser(context, reply);
    const origin = originOf(reply.request, context.config);
    return { status: 201, body: await beginPasskey(context, { origin, browserSecret }) };
  });
  registerEndpoint(app, signIn.finishPasskeySignIn, async ({ body }, reply) =>
    letIn(reply, await finishPasskey(context, { ...body, ...whoReplies(context, reply.request) })),
  );
}

function registerOidc(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, signIn.beginOidcSignIn, async ({ body }, reply) => {
    const browserSecret = presentedBrowser(context, reply);
    const origin = originOf(reply.request, context.config);
    return { status: 201, body: await beginOidc(context, { ...body, origin, browserSecret }) };
  });
  registerEndpoint(app, signIn.finishOidcSignIn, async ({ body }, reply) =>
    letIn(reply, await finishOidc(context, { ...body, ...whoReplies(context, reply.request) })),
  );
}

export function registerSignInRoutes(app: FastifyInstance, context: Context): void {
  registerCode(app, context);
  registerPasskeys(app, context);
  registerOidc(app, context);
}
