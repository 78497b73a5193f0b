import type { FastifyInstance } from 'fastify';
import { getLastTime as getLastTimeEndpoint } from '#shared/contracts/last-time.ts';
import * as versionChange from '#shared/contracts/version-change.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { changeVersion } from './change-version.ts';
import { getLastTime } from './get-last-time.ts';
import { getVersionChange } from './get-version-change.ts';

export function registerRoundRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, getLastTimeEndpoint, async ({ params, access }) => ({
    status: 200,
    body: { answers: await getLastTime(context, access, params.responseId) },
  }));
  registerEndpoint(app, versionChange.getVersionChange, async ({ params, access }) => ({
    status: 200,
    body: await getVersionChange(context, access, params.responseId),
  }));
  registerEndpoint(app, versionChange.changeVersion, async ({ params, body, access }) => ({
    status: 200,
    body: await changeVersion(context, access, { ...params, ...body }),
  }));
}
