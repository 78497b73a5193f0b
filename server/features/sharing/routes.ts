import type { FastifyInstance } from 'fastify';
import * as links from '#shared/contracts/result-links.ts';
import type { Context } from '../../platform/context.ts';
import { originOf } from '../../platform/http/origin.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { createResultLink } from './create-result-link.ts';
import { triesShare } from './limits.ts';
import { listResultLinks } from './list-result-links.ts';
import { checkResultLink, openResultLink } from './open-result-link.ts';
import { previewResultLink } from './preview-result-link.ts';
import { takeResultLinkBack } from './take-result-link-back.ts';

function registerLinks(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, links.listResultLinks, async ({ params, access, account }) => ({
    status: 200,
    body: await listResultLinks(context, access, { ...params, account }),
  }));
  registerEndpoint(app, links.previewResultLink, async ({ params, body, access }) => ({
    status: 200,
    body: await previewResultLink(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, links.createResultLink, async ({ params, body, access, account }, reply) => {
    const origin = originOf(reply.request, context.config);
    return { status: 201, body: await createResultLink(context, access, { ...params, ...body, account, origin }) };
  });
  registerEndpoint(app, links.takeResultLinkBack, async ({ params, access, account }) => ({
    status: 200,
    body: await takeResultLinkBack(context, access, { ...params, account }),
  }));
}

/** Without an account: whoever has the secret is the recipient. */
function registerRecipient(app: FastifyInstance, context: Context): void {
  const max = Math.max(1, Math.floor(context.config.rateLimitPerMinute * triesShare));
  const options = { config: { rateLimit: { max } } };
  registerEndpoint(
    app,
    links.openResultLink,
    async ({ body }) => ({ status: 200, body: await openResultLink(context, body.key) }),
    options,
  );
  registerEndpoint(
    app,
    links.checkResultLink,
    async ({ body }) => ({ status: 200, body: await checkResultLink(context, body.key) }),
    options,
  );
}

export function registerSharingRoutes(app: FastifyInstance, context: Context): void {
  registerLinks(app, context);
  registerRecipient(app, context);
}
