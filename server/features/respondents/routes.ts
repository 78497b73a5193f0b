import type { FastifyInstance } from 'fastify';
import * as respondents from '#shared/contracts/respondents.ts';
import type { Context } from '../../platform/context.ts';
import { giveAccessKey } from '../../platform/http/access-cookie.ts';
import { originOf } from '../../platform/http/origin.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { changeRespondent, takeRespondentBack } from './change-respondent.ts';
import { chooseCountsAlone } from './choose-counts-alone.ts';
import { chooseLeadRole } from './choose-lead-role.ts';
import { inviteRespondent } from './invite-respondent.ts';
import { triesShare } from './limits.ts';
import { listRespondents } from './list-respondents.ts';
import { markDone } from './mark-done.ts';
import { openInvitation, previewInvitation } from './open-invitation.ts';
import { remindRespondent } from './remind-respondent.ts';
import { renewRespondent } from './renew-respondent.ts';
import { createRespondentLink, takeRespondentLinkBack } from './respondent-links.ts';

function registerLeading(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, respondents.listRespondents, async ({ params, access, account }) => ({
    status: 200,
    body: await listRespondents(context, access, { ...params, account }),
  }));
  registerEndpoint(app, respondents.inviteRespondent, async ({ params, body, access, account }, reply) => {
    const origin = originOf(reply.request, context.config);
    return { status: 201, body: await inviteRespondent(context, access, { ...params, ...body, account, origin }) };
  });
  registerEndpoint(app, respondents.changeRespondent, async ({ params, body, access, account }) => ({
    status: 200,
    body: await changeRespondent(context, access, { ...params, ...body, account }),
  }));
  registerEndpoint(app, respondents.takeRespondentBack, async ({ params, access, account }) => ({
    status: 200,
    body: await takeRespondentBack(context, access, { ...params, account }),
  }));
  registerEndpoint(app, respondents.renewRespondent, async ({ params, access, account }, reply) => {
    const origin = originOf(reply.request, context.config);
    return { status: 201, body: await renewRespondent(context, access, { ...params, account, origin }) };
  });
  registerEndpoint(app, respondents.remindRespondent, async ({ params, access, account }) => ({
    status: 200,
    body: await remindRespondent(context, access, { ...params, account }),
  }));
  registerEndpoint(app, respondents.chooseLeadRole, async ({ params, body, access, account }) => ({
    status: 200,
    body: await chooseLeadRole(context, access, { ...params, ...body, account }),
  }));
  registerEndpoint(app, respondents.createRespondentLink, async ({ params, body, access, account }, reply) => {
    const origin = originOf(reply.request, context.config);
    return { status: 201, body: await createRespondentLink(context, access, { ...params, ...body, account, origin }) };
  });
  registerEndpoint(app, respondents.takeRespondentLinkBack, async ({ params, access, account }) => ({
    status: 200,
    body: await takeRespondentLinkBack(context, access, { ...params, account }),
  }));
}

/** Without an account: whoever has the secret is invited. */
function registerRespondent(app: FastifyInstance, context: Context): void {
  const max = Math.max(1, Math.floor(context.config.rateLimitPerMinute * triesShare));
  const options = { config: { rateLimit: { max } } };
  registerEndpoint(
    app,
    respondents.previewRespondent,
    async ({ body }) => ({ status: 200, body: await previewInvitation(context, body.key) }),
    options,
  );
  registerEndpoint(
    app,
    respondents.openRespondent,
    async ({ body }, reply) => {
      const { responseId, key, keyExpiresAt } = await openInvitation(context, body);
      const isSecure = originOf(reply.request, context.config).startsWith('https:');
      giveAccessKey(reply, { responseId, key, expiresAt: keyExpiresAt, isSecure });
      return { status: 201, body: { responseId } };
    },
    options,
  );
  registerEndpoint(app, respondents.markRespondentDone, async ({ params, body, access }) => ({
    status: 200,
    body: await markDone(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, respondents.chooseCountsAlone, async ({ params, body, access }) => ({
    status: 200,
    body: await chooseCountsAlone(context, access, { ...params, ...body }),
  }));
}

export function registerRespondentRoutes(app: FastifyInstance, context: Context): void {
  registerLeading(app, context);
  registerRespondent(app, context);
}
