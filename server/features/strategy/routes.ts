import type { FastifyInstance } from 'fastify';
import { getStrategy } from '#shared/contracts/strategy.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { describeStrategy } from './describe-strategy.ts';

const keptSeconds = 300;

export function registerStrategyRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, getStrategy, async (_request, reply) => {
    // It changes with a release only. Short, because the next release's pages must not read this one's content.
    reply.header('cache-control', `public, max-age=${keptSeconds}`);
    return { status: 200, body: describeStrategy(context) };
  });
}
