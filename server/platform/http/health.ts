import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';

const healthSchema = z.object({ status: z.enum(['ok', 'unavailable']) });

/** Liveness says only that the process answers; readiness that it can do its work. */
type HealthParts = { readonly eventLoopLimitMs: number; readonly checkDatabase: () => Promise<boolean> };

export async function registerHealth(
  app: FastifyInstance,
  { eventLoopLimitMs, checkDatabase }: HealthParts,
): Promise<void> {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  await app.register(underPressure, {
    maxEventLoopDelay: eventLoopLimitMs,
    // It takes an interval that held fewer than two turns of the loop for an endless delay. In one of twice the limit such a
    // delay is at least the limit.
    sampleInterval: 2 * eventLoopLimitMs,
    retryAfter: 5,
    // Health itself must answer under pressure; it says so in its body. The pages come as files, and say so themselves.
    pressureHandler: (request, _reply, type) => {
      if (request.url.startsWith('/api/') && !request.url.startsWith('/api/health/')) {
        throw Object.assign(new Error(`under pressure: ${type}`), { code: 'FST_UNDER_PRESSURE', statusCode: 503 });
      }
    },
  });
  const schema = { tags: ['health'], response: { 200: healthSchema, 503: healthSchema } };
  app.get(
    '/api/health/live',
    { schema: { ...schema, summary: 'The process answers' }, config: { rateLimit: false } },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    '/api/health/ready',
    {
      schema: { ...schema, summary: 'The process can serve: its database answers and it is not closing' },
      config: { rateLimit: false },
    },
    async (_request, reply) => {
      const isReady = !isClosing && !app.isUnderPressure() && (await checkDatabase());
      return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable' });
    },
  );
}
