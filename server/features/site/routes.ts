import type { FastifyInstance } from 'fastify';
import { getFirmProfileOptions, getSite } from '#shared/contracts/site.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { describeSite } from './describe-site.ts';

export function registerSiteRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, getSite, async () => ({ status: 200, body: await describeSite(context) }));
  registerEndpoint(app, getFirmProfileOptions, async () => ({
    status: 200,
    body: context.bundle.firmProfileOptions,
  }));
}
