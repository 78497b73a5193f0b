import type { FastifyInstance, FastifyReply } from 'fastify';
import * as factor from '#shared/contracts/second-factor.ts';
import type { Context } from '../../platform/context.ts';
import { originOf } from '../../platform/http/origin.ts';
import { browserCookie, sessionCookie } from '../../platform/http/own-cookie.ts';
import { presentedBrowser } from '../../platform/http/presented-browser.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { addPasskey } from './add-passkey.ts';
import { beginAuthenticator } from './begin-authenticator.ts';
import { beginOidcLink } from './begin-oidc-link.ts';
import { beginPasskey } from './begin-passkey.ts';
import { beginPasskeyStepUp } from './begin-passkey-step-up.ts';
import { confirmAuthenticator } from './confirm-authenticator.ts';
import { finishOidcLink } from './finish-oidc-link.ts';
import { finishPasskeyStepUp } from './finish-passkey-step-up.ts';
import { listFactors } from './list-factors.ts';
import { removeAuthenticator } from './remove-authenticator.ts';
import { removeIdentity } from './remove-identity.ts';
import { removePasskey } from './remove-passkey.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { showSecondFactor } from './show-second-factor.ts';

/** Who asks for a challenge: the browser, which is given a secret to come back with. */
const whoAsks = (context: Context, reply: FastifyReply) => ({
  origin: originOf(reply.request, context.config),
  browserSecret: presentedBrowser(context, reply),
});

/** Who replies to one. */
const whoReplies = (context: Context, reply: FastifyReply) => ({
  origin: originOf(reply.request, context.config),
  browserSecret: browserCookie.read(reply.request) ?? '',
});

function registerAuthenticator(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, factor.listFactors, async ({ access }) => ({
    status: 200,
    body: await listFactors(context, access),
  }));
  registerEndpoint(app, factor.showSecondFactor, async ({ access, body }, reply) => {
    const { session, account } = await showSecondFactor(context, access, body.code);
    sessionCookie.give(reply, session);
    return { status: 200, body: account };
  });
  registerEndpoint(app, factor.beginAuthenticator, async ({ access }) => ({
    status: 201,
    body: await beginAuthenticator(context, access),
  }));
  registerEndpoint(app, factor.confirmAuthenticator, async ({ access, params, body }, reply) => {
    const { session, account, recoveryCodes } = await confirmAuthenticator(context, access, { ...params, ...body });
    sessionCookie.give(reply, session);
    return { status: 200, body: { account, recoveryCodes: [...recoveryCodes] } };
  });
  registerEndpoint(app, factor.removeAuthenticator, async ({ access }) => ({
    status: 200,
    body: await removeAuthenticator(context, access),
  }));
  registerEndpoint(app, factor.renewRecoveryCodes, async ({ access }) => {
    const { account, recoveryCodes } = await renewRecoveryCodes(context, access);
    return { status: 201, body: { account, recoveryCodes: [...recoveryCodes] } };
  });
}

function registerPasskeys(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, factor.beginPasskey, async ({ access }, reply) => ({
    status: 201,
    body: await beginPasskey(context, access, whoAsks(context, reply)),
  }));
  registerEndpoint(app, factor.addPasskey, async ({ access, body }, reply) => {
    const { factors, session } = await addPasskey(context, access, { ...body, ...whoReplies(context, reply) });
    sessionCookie.give(reply, session);
    return { status: 201, body: factors };
  });
  registerEndpoint(app, factor.removePasskey, async ({ access, params }) => ({
    status: 200,
    body: await removePasskey(context, access, params.passkeyId),
  }));
  registerEndpoint(app, factor.beginPasskeyStepUp, async ({ access }, reply) => ({
    status: 201,
    body: await beginPasskeyStepUp(context, access, whoAsks(context, reply)),
  }));
  registerEndpoint(app, factor.finishPasskeyStepUp, async ({ access, body }, reply) => {
    const proof = { ...body, ...whoReplies(context, reply) };
    const { session, account } = await finishPasskeyStepUp(context, access, proof);
    sessionCookie.give(reply, session);
    return { status: 200, body: account };
  });
}

function registerIdentities(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, factor.beginOidcLink, async ({ access, body }, reply) => ({
    status: 201,
    body: await beginOidcLink(context, access, { ...body, ...whoAsks(context, reply) }),
  }));
  registerEndpoint(app, factor.finishOidcLink, async ({ access, body }, reply) => ({
    status: 201,
    body: await finishOidcLink(context, access, { ...body, ...whoReplies(context, reply) }),
  }));
  registerEndpoint(app, factor.removeIdentity, async ({ access, params }) => ({
    status: 200,
    body: await removeIdentity(context, access, params.identityId),
  }));
}

export function registerFactorRoutes(app: FastifyInstance, context: Context): void {
  registerAuthenticator(app, context);
  registerPasskeys(app, context);
  registerIdentities(app, context);
}
