import type { FastifyInstance } from 'fastify';
import * as advising from '#shared/contracts/advising.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { getSharedFirm } from './get-shared-firm.ts';
import { listFirmsLettingIn } from './list-firms-letting-in.ts';

export function registerAdvisingRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, advising.listFirmsLettingIn, async ({ access }) => ({
    status: 200,
    body: { firms: await listFirmsLettingIn(context, access) },
  }));
  registerEndpoint(app, advising.getSharedFirm, async ({ params, access }) => ({
    status: 200,
    body: await getSharedFirm(context, access, params),
  }));
}
