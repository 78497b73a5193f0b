import type { FastifyInstance } from 'fastify';
import * as releases from '#shared/contracts/releases.ts';
import type { Context } from '../../platform/context.ts';
import { describeFault } from '../../platform/describe-fault.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { beginRelease } from './begin-release.ts';
import { cancelRelease } from './cancel-release.ts';
import { getRelease } from './get-release.ts';
import { listReleases } from './list-releases.ts';
import { publishRelease } from './publish-release.ts';
import { getPublished, listPublished } from './published-releases.ts';
import { createReleaseBuilder } from './release-builder.ts';
import { type Run, runRelease } from './run-release.ts';

export function registerReleaseRoutes(app: FastifyInstance, context: Context): void {
  const begin = startBuilding(app, context);

  registerEndpoint(app, releases.listReleases, async ({ params, access }) => ({
    status: 200,
    body: await listReleases(context, access, params.organisationId),
  }));
  registerEndpoint(app, releases.buildRelease, async ({ params, body, access }) => {
    const run = await beginRelease(context, access, { ...params, ...body, builder: begin.builder });
    begin.run(run);
    return { status: 201, body: { releaseId: run.releaseId } };
  });
  registerEndpoint(app, releases.getRelease, async ({ params, access }) => ({
    status: 200,
    body: await getRelease(context, access, params),
  }));
  registerEndpoint(app, releases.cancelRelease, async ({ params, access }) => ({
    status: 200,
    body: { status: await cancelRelease(context, access, params) },
  }));
  registerEndpoint(app, releases.publishRelease, async ({ params, body, access }) => ({
    status: 200,
    body: await publishRelease(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, releases.listPublishedReleases, async () => ({
    status: 200,
    body: await listPublished(context),
  }));
  registerEndpoint(app, releases.getPublishedRelease, async ({ params }) => ({
    status: 200,
    body: await getPublished(context, Number(params.releaseNumber)),
  }));
}

function startBuilding(app: FastifyInstance, { database, clock }: Context) {
  const builder = createReleaseBuilder();
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  app.addHook('preClose', async () => stop.abort());
  app.addHook('onClose', async () => {
    await Promise.allSettled(running);
  });
  const logFault = (error: unknown): void => app.log.error(describeFault(error), 'the builder of releases met a fault');
  const run = (each: Run): void => {
    const ran = runRelease({ database, builder, clock, logFault }, each, stop.signal)
      .catch(logFault)
      .finally(() => running.delete(ran));
    running.add(ran);
  };
  return { builder, run };
}
