import type { FastifyInstance } from 'fastify';
import * as coverage from '#shared/contracts/coverage.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { addPopulation } from './add-population.ts';
import { listCurrent, listPopulations } from './list-populations.ts';
import { readPopulationFile } from './read-population-file.ts';
import { withdrawPopulation } from './withdraw-population.ts';

export function registerCoverageRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, coverage.listPopulations, async ({ params, access }) => ({
    status: 200,
    body: await listPopulations(context, access, params.organisationId),
  }));
  registerEndpoint(app, coverage.readPopulationFile, async ({ params, body, access }) => ({
    status: 200,
    body: await readPopulationFile(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, coverage.addPopulation, async ({ params, body, access }) => ({
    status: 201,
    body: { populationId: await addPopulation(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, coverage.withdrawPopulation, async ({ params, body, access }) => ({
    status: 200,
    body: { withdrawnAt: await withdrawPopulation(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, coverage.listCurrentPopulations, async () => ({
    status: 200,
    body: await listCurrent(context),
  }));
}
