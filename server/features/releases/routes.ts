import type { FastifyInstance, FastifyRequest } from 'fastify';
import { getOwnComparison } from '#shared/contracts/own-comparison.ts';
import * as files from '#shared/contracts/release-files.ts';
import { getReleaseTrend } from '#shared/contracts/release-trend.ts';
import * as verifications from '#shared/contracts/release-verifications.ts';
import * as releases from '#shared/contracts/releases.ts';
import type { Context } from '../../platform/context.ts';
import { originOf } from '../../platform/http/origin.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { sendAsFile, sendPublicFile } from '../../platform/http/send-file.ts';
import { keepRuns } from '../../platform/workers/keep-runs.ts';
import { beginEffect } from './begin-effect.ts';
import { beginRelease } from './begin-release.ts';
import { beginVerification } from './begin-verification.ts';
import { cancelRelease } from './cancel-release.ts';
import { cancelVerification } from './cancel-verification.ts';
import { compareOwn } from './compare-own.ts';
import { createFileMaker } from './file-maker.ts';
import { createFileStore, type FileStore } from './files/file-store.ts';
import { getMeetingPack, getRegionPack, type MadeBy } from './get-meeting-pack.ts';
import { getRelease } from './get-release.ts';
import { getReleaseCatalogue, getReleaseFile, listReleaseFiles } from './get-release-file.ts';
import { getReleaseProgress } from './get-release-progress.ts';
import { getTrend } from './get-trend.ts';
import { listReleases } from './list-releases.ts';
import { publishRelease } from './publish-release.ts';
import { createLevelStore } from './published-levels.ts';
import { getPublished, listPublished } from './published-releases.ts';
import type { ReleaseBuilder } from './release-builder.ts';
import { runRelease } from './run-release.ts';
import { runVerification } from './run-verification.ts';
import type { PackSources } from './tell-beside.ts';

export type ReleaseParts = PackSources & { readonly builder: ReleaseBuilder };

export function registerReleaseRoutes(
  app: FastifyInstance,
  context: Context,
  { builder, ...sources }: ReleaseParts,
): void {
  const { database, clock } = context;
  const { stop, logFault, begin } = keepRuns(app, 'the builder of releases met a fault');

  registerEndpoint(app, releases.listReleases, async ({ params, access }) => ({
    status: 200,
    body: await listReleases(context, access, params.organisationId),
  }));
  registerEndpoint(app, releases.buildRelease, async ({ params, body, access }) => {
    const run = await beginRelease(context, access, { ...params, ...body, builder });
    begin(() => runRelease({ database, builder, clock, logFault }, run, stop));
    return { status: 201, body: { releaseId: run.releaseId } };
  });
  registerEndpoint(app, releases.buildEffect, async ({ params, body, access }) => {
    const run = await beginEffect(context, access, { ...params, ...body, builder });
    begin(() => runRelease({ database, builder, clock, logFault }, run, stop));
    return { status: 201, body: { releaseId: run.releaseId } };
  });
  registerEndpoint(app, releases.getRelease, async ({ params, access }) => ({
    status: 200,
    body: await getRelease(context, access, params),
  }));
  registerEndpoint(app, releases.getReleaseProgress, async ({ params, access }) => ({
    status: 200,
    body: await getReleaseProgress(context, access, params),
  }));
  registerEndpoint(app, releases.cancelRelease, async ({ params, body, access }) => ({
    status: 200,
    body: { status: await cancelRelease(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, releases.publishRelease, async ({ params, body, access }) => ({
    status: 200,
    body: await publishRelease(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, verifications.verifyRelease, async ({ params, access }) => {
    const run = await beginVerification(context, access, { ...params, builder });
    begin(() => runVerification({ database, builder, clock, logFault }, run, stop));
    return { status: 201, body: { verificationId: run.verificationId } };
  });
  registerEndpoint(app, verifications.cancelVerification, async ({ params, access }) => ({
    status: 200,
    body: { status: await cancelVerification(context, access, params) },
  }));
  registerEndpoint(app, releases.listPublishedReleases, async () => ({
    status: 200,
    body: await listPublished(context),
  }));
  registerEndpoint(app, releases.getPublishedRelease, async ({ params }) => ({
    status: 200,
    body: await getPublished(context, Number(params.releaseNumber)),
  }));
  registerEndpoint(app, getReleaseTrend, async ({ params, query }) => ({
    status: 200,
    body: await getTrend(context, { number: Number(params.releaseNumber), ...query }),
  }));
  const levels = createLevelStore();
  registerEndpoint(app, getOwnComparison, async ({ params, access }) => ({
    status: 200,
    body: await compareOwn(context, access, { ...params, store: levels }),
  }));
  const maker = createFileMaker(stop);
  const made = { sources, maker, store: createFileStore(maker.digest) };
  registerFileRoutes(app, context, made);
  registerPackRoutes(app, context, made);
}

type Made = MadeBy & { readonly store: FileStore };

function registerFileRoutes(app: FastifyInstance, context: Context, { sources, maker, store }: Made): void {
  const { config } = context;

  registerEndpoint(app, files.listReleaseFiles, async ({ params }, reply) => ({
    status: 200,
    body: await listReleaseFiles(context, { ...params, store, sources, origin: originOf(reply.request, config) }),
  }));
  registerEndpoint(app, files.getReleaseFile, async ({ params }, reply) =>
    sendPublicFile(
      reply,
      await getReleaseFile(context, { ...params, store, maker, origin: originOf(reply.request, config) }),
    ),
  );
  registerEndpoint(app, files.getReleaseCatalogue, async (_, reply) =>
    sendPublicFile(reply, await getReleaseCatalogue(context, { store, origin: originOf(reply.request, config) })),
  );
}

function registerPackRoutes(app: FastifyInstance, context: Context, { store, ...made }: Made): void {
  const originFor = (request: FastifyRequest) => originOf(request, context.config);

  registerEndpoint(app, files.getMeetingPack, async ({ params, query }, reply) =>
    sendPublicFile(
      reply,
      await getMeetingPack(context, { ...params, ...query, ...made, store, origin: originFor(reply.request) }),
    ),
  );
  registerEndpoint(app, files.getRegionPack, async ({ params, query, access }, reply) => {
    const origin = originFor(reply.request);
    const pack = await getRegionPack(context, access, { ...params, ...query, ...made, origin });
    sendAsFile(reply, pack);
    return { status: 200, body: pack.bytes };
  });
}
