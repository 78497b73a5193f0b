import type { FastifyInstance } from 'fastify';
import * as editions from '#shared/contracts/editions.ts';
import * as placements from '#shared/contracts/placements.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { answerPlacement } from './answer-placement.ts';
import { getEdition } from './get-edition.ts';
import { listEditionPlacements } from './list-edition-placements.ts';
import { listEditions } from './list-editions.ts';
import { listFirmPlacements } from './list-firm-placements.ts';
import { listFirmsPlaces } from './list-firms-places.ts';
import { listPackageEditions } from './list-package-editions.ts';
import { moveEdition } from './move-edition.ts';
import { movePlacement } from './move-placement.ts';
import type { RequestDesk } from './request-desk.ts';
import { saveEdition } from './save-edition.ts';

export function registerEditionRoutes(app: FastifyInstance, context: Context, requests: RequestDesk): void {
  registerEndpoint(app, editions.listPackageEditions, async ({ params }) => ({
    status: 200,
    body: await listPackageEditions(context, params.packageCode),
  }));
  registerEndpoint(app, editions.listEditions, async ({ query, access }) => ({
    status: 200,
    body: await listEditions(context, access, query),
  }));
  registerEndpoint(app, editions.getEdition, async ({ params, access }) => ({
    status: 200,
    body: await getEdition(context, access, params),
  }));
  registerEndpoint(app, editions.saveEdition, async ({ params, body, access }) => ({
    status: 200,
    body: await saveEdition(context, access, { ...params, ...body, isOpen: body.isOpen === true }),
  }));
  registerEndpoint(app, editions.moveEdition, async ({ params, body, access }) => ({
    status: 200,
    body: await moveEdition(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, placements.listEditionPlacements, async ({ params, access }) => ({
    status: 200,
    body: await listEditionPlacements(context, access, params),
  }));
  registerEndpoint(app, placements.listFirmsPlaces, async ({ params, access }) => ({
    status: 200,
    body: await listFirmsPlaces(context, access, params),
  }));
  registerEndpoint(app, placements.movePlacement, async ({ params, body, access }) => {
    const { placement, hasTakenUp } = await movePlacement(context, access, { ...params, ...body }, requests);
    return { status: 200, body: { ...placement, hasTakenUp } };
  });
  registerEndpoint(app, placements.listFirmPlacements, async ({ params, access }) => ({
    status: 200,
    body: await listFirmPlacements(context, access, params.firmId),
  }));
  registerEndpoint(app, placements.answerPlacement, async ({ params, body, access }) => ({
    status: 200,
    body: await answerPlacement(context, access, { ...params, ...body }),
  }));
}
