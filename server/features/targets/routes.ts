import type { FastifyInstance } from 'fastify';
import * as contract from '#shared/contracts/targets.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { getTargets } from './get-targets.ts';
import { saveTargets } from './save-targets.ts';

export function registerTargetRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, contract.getTargets, async ({ params, access }) => ({
    status: 200,
    body: await getTargets(context, access, params.responseId),
  }));
  registerEndpoint(app, contract.saveTargets, async ({ params, body, access }) => ({
    status: 200,
    body: await saveTargets(context, access, { ...params, ...body }),
  }));
}
