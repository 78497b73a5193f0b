import type { FastifyInstance } from 'fastify';
import { getRetentionSchedule } from '#shared/contracts/retention.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';

const keptSeconds = 300;

export function registerRetentionRoutes(app: FastifyInstance, { bundle }: Context): void {
  registerEndpoint(app, getRetentionSchedule, async (_request, reply) => {
    reply.header('cache-control', `public, max-age=${keptSeconds}`);
    return { status: 200, body: bundle.retention };
  });
}
