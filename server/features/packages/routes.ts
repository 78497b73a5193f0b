import type { FastifyInstance } from 'fastify';
import { listPackages as listPackagesEndpoint } from '#shared/contracts/packages.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { listPackages } from './list-packages.ts';

export function registerPackageRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, listPackagesEndpoint, async () => ({ status: 200, body: await listPackages(context) }));
}
