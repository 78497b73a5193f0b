import type { FastifyInstance } from 'fastify';
import * as choices from '#shared/contracts/support-choices.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { getSupportChoices } from './get-support-choices.ts';
import { saveSupportChoices } from './save-support-choices.ts';

export function registerSupportChoiceRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, choices.getSupportChoices, async ({ params, access }) => ({
    status: 200,
    body: await getSupportChoices(context, access, params.responseId),
  }));
  registerEndpoint(app, choices.saveSupportChoices, async ({ params, body, access }) => {
    const { revision, ...chosen } = body;
    return { status: 200, body: await saveSupportChoices(context, access, { ...params, revision, chosen }) };
  });
}
