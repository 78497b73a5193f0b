import type { FastifyInstance } from 'fastify';
import * as packages from '#shared/contracts/packages.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { listPackageReach } from './list-package-reach.ts';
import { listPackages } from './list-packages.ts';

export function registerPackageRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, packages.listPackages, async () => ({ status: 200, body: await listPackages(context) }));
  registerEndpoint(app, packages.listPackageReach, async () => ({
    status: 200,
    body: await listPackageReach(context),
  }));
}
