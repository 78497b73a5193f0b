import type { FastifyInstance } from 'fastify';
import { getForm as getFormEndpoint } from '#shared/contracts/instrument-versions.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { getForm } from './get-form.ts';

const yearSeconds = 31_536_000;

export function registerInstrumentRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, getFormEndpoint, async ({ params }, reply) => {
    const form = await getForm(context, params);
    // A published version never changes, so neither does what the browser keeps of it.
    reply.header('cache-control', `public, max-age=${yearSeconds}, immutable`);
    return { status: 200, body: form };
  });
}
