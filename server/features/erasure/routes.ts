import type { FastifyInstance } from 'fastify';
import * as erasure from '#shared/contracts/erasure.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { askForErasure } from './ask-for-erasure.ts';
import { askForFirmErasure } from './ask-for-firm-erasure.ts';
import { carryOutErasure } from './carry-out-erasure.ts';
import { decideErasure } from './decide-erasure.ts';
import { getFirmErasure } from './get-firm-erasure.ts';
import { getOwnErasure } from './get-own-erasure.ts';
import { listErasureCases } from './list-erasure-cases.ts';
import { withdrawErasure } from './withdraw-erasure.ts';
import { withdrawFirmErasure } from './withdraw-firm-erasure.ts';

function registerOwn(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, erasure.getOwnErasure, async ({ access }) => ({
    status: 200,
    body: await getOwnErasure(context, access),
  }));
  registerEndpoint(app, erasure.askForErasure, async ({ access }) => ({
    status: 201,
    body: await askForErasure(context, access),
  }));
  registerEndpoint(app, erasure.withdrawErasure, async ({ params, access }) => ({
    status: 200,
    body: await withdrawErasure(context, access, params.erasureRequestId),
  }));
}

function registerFirms(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, erasure.getFirmErasure, async ({ params, access }) => ({
    status: 200,
    body: await getFirmErasure(context, access, params.firmId),
  }));
  registerEndpoint(app, erasure.askForFirmErasure, async ({ params, access }) => ({
    status: 201,
    body: await askForFirmErasure(context, access, params.firmId),
  }));
  registerEndpoint(app, erasure.withdrawFirmErasure, async ({ params, access }) => ({
    status: 200,
    body: await withdrawFirmErasure(context, access, params),
  }));
}

function registerCases(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, erasure.listErasureCases, async ({ access }) => ({
    status: 200,
    body: { cases: await listErasureCases(context, access) },
  }));
  registerEndpoint(app, erasure.decideErasure, async ({ params, body, access }) => ({
    status: 200,
    body: { cases: await decideErasure(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, erasure.carryOutErasure, async ({ params, access }) => ({
    status: 200,
    body: { cases: await carryOutErasure(context, access, params.erasureRequestId) },
  }));
}

export function registerErasureRoutes(app: FastifyInstance, context: Context): void {
  registerOwn(app, context);
  registerFirms(app, context);
  registerCases(app, context);
}
