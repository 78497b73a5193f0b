import type { FastifyInstance } from 'fastify';
import * as change from '#shared/contracts/change.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { getChange } from './get-change.ts';
import { saveThenLevel } from './save-then-level.ts';

export function registerChangeRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, change.getChange, async ({ params, query, access }) => ({
    status: 200,
    body: await getChange(context, access, { ...params, since: query.since }),
  }));
  registerEndpoint(app, change.saveThenLevel, async ({ params, body, access }) => ({
    status: 200,
    body: await saveThenLevel(context, access, { ...params, ...body }),
  }));
}
