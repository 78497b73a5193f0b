import type { FastifyInstance } from 'fastify';
import { clearDevice, getFirmProfileOptions, getSite } from '#shared/contracts/site.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { describeSite } from './describe-site.ts';

export function registerSiteRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, getSite, async () => ({ status: 200, body: await describeSite(context) }));
  registerEndpoint(app, getFirmProfileOptions, async () => ({
    status: 200,
    body: context.bundle.firmProfileOptions,
  }));
  registerEndpoint(app, clearDevice, async (_request, reply) => {
    // The keys of responses lie under paths of their own, where no cookie of this reply would take them away.
    reply.header('clear-site-data', '"cookies", "storage"');
    return { status: 200, body: { isAsked: true } };
  });
}
