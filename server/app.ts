import type { Writable } from 'node:stream';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from './config.ts';
import { demoPartsOf } from './demo.ts';
import { demoReleasesOf } from './demo-releases.ts';
import { registerAccountRoutes } from './features/account/routes.ts';
import { registerAchievementRoutes } from './features/achievement/routes.ts';
import { completeReferral } from './features/advising/complete-referral.ts';
import { registerAdvisingRoutes } from './features/advising/routes.ts';
import { lookForRequest, takeUpRequest } from './features/advising/take-up-request.ts';
import { getResponse } from './features/assessments/get-response.ts';
import { registerAssessmentRoutes } from './features/assessments/routes.ts';
import { startResponse } from './features/assessments/start-response.ts';
import { findAgreement } from './features/assessments/together-repository.ts';
import { registerCampaignRoutes } from './features/campaigns/routes.ts';
import { registerCatalogueRoutes } from './features/catalogue/routes.ts';
import { registerChangeRoutes } from './features/change/routes.ts';
import { registerContactNoteRoutes } from './features/contact-notes/routes.ts';
import { registerCoordinationRoutes } from './features/coordination/routes.ts';
import { listCurrent } from './features/coverage/list-populations.ts';
import { registerCoverageRoutes } from './features/coverage/routes.ts';
import { registerCrosswalkRoutes } from './features/crosswalk/routes.ts';
import { registerDemoRoutes } from './features/demo/routes.ts';
import { registerEditingRoutes } from './features/editing/routes.ts';
import { movePlacement } from './features/editions/move-placement.ts';
import type { RequestDesk } from './features/editions/request-desk.ts';
import { registerEditionRoutes } from './features/editions/routes.ts';
import { registerErasureRoutes } from './features/erasure/routes.ts';
import { registerFirmRoutes } from './features/firms/routes.ts';
import { startFirmRound } from './features/firms/start-firm-response.ts';
import { listActivities } from './features/followup/list-activities.ts';
import { registerFollowUpRoutes } from './features/followup/routes.ts';
import { registerInstrumentRoutes } from './features/instruments/routes.ts';
import { registerMeetingRoutes } from './features/meetings/routes.ts';
import { registerOutreachRoutes } from './features/outreach/routes.ts';
import { registerPackageRoutes } from './features/packages/routes.ts';
import type { Planner } from './features/planning/planner.ts';
import { registerPlanningRoutes } from './features/planning/routes.ts';
import { registerReferralRoutes } from './features/referrals/routes.ts';
import { compareOwn } from './features/releases/compare-own.ts';
import { createLevelStore } from './features/releases/published-levels.ts';
import { createReleaseBuilder, type ReleaseBuilder } from './features/releases/release-builder.ts';
import { registerReleaseRoutes } from './features/releases/routes.ts';
import { registerReportRoutes } from './features/reports/routes.ts';
import { registerRespondentRoutes } from './features/respondents/routes.ts';
import { registerRetentionRoutes } from './features/retention/routes.ts';
import { registerReviewRoutes } from './features/reviews/routes.ts';
import { listStandingReviews } from './features/reviews/standing-repository.ts';
import { registerRoundRoutes } from './features/rounds/routes.ts';
import { registerRuleRoutes } from './features/rules/routes.ts';
import { registerSharingRoutes } from './features/sharing/routes.ts';
import { registerSignInRoutes } from './features/sign-in/routes.ts';
import { registerSiteRoutes } from './features/site/routes.ts';
import { registerStrategyRoutes } from './features/strategy/routes.ts';
import { findOwnChoices } from './features/support-choices/get-support-choices.ts';
import { registerSupportChoiceRoutes } from './features/support-choices/routes.ts';
import { listOwnTargets } from './features/targets/get-targets.ts';
import { registerTargetRoutes } from './features/targets/routes.ts';
import { registerWebhookRoutes } from './features/webhooks/routes.ts';
import type { Clock } from './platform/clock.ts';
import type { ContentBundle } from './platform/content/content-bundle.ts';
import { createPublishedContent } from './platform/content/published-content.ts';
import type { Context } from './platform/context.ts';
import { isDatabaseReady, refuseUnsafeDatabase } from './platform/database/check-database.ts';
import { registerDatabase } from './platform/database/plugin.ts';
import { rememberAccounts } from './platform/http/current-account.ts';
import { registerHealth } from './platform/http/health.ts';
import { registerOpenApi } from './platform/http/openapi.ts';
import { markSecureRequests } from './platform/http/origin.ts';
import { guardOrigins } from './platform/http/origin-check.ts';
import { answerWithProblems } from './platform/http/problem-details.ts';
import { registerSecurityHeaders } from './platform/http/security-headers.ts';
import { registerStaticClient } from './platform/http/static-client.ts';
import type { Identifiers } from './platform/identifier.ts';
import { createOidcProvider } from './platform/identity/oidc.ts';
import type { Sealing } from './platform/identity/sealing.ts';
import { refuseForeignSeals } from './platform/identity/sealing-repository.ts';
import { loggerOptions } from './platform/logger.ts';
import type { DemoMailbox } from './platform/mail/demo-mailbox.ts';
import { keepRuns } from './platform/workers/keep-runs.ts';

const bodyLimitBytes = 65_536;
const requestTimeoutMs = 30_000;
const keepAliveTimeoutMs = 72_000;
const compressFromBytes = 2048;

export type AppParts = {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly bundle: ContentBundle;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly clientFolder: string;
  readonly sealing: Sealing;
  /** Undefined where nothing sends mail. */
  readonly wakeWorker?: (() => void) | undefined;
  readonly demoMailbox?: DemoMailbox | undefined;
  /** One of its own unless given. */
  readonly planner?: Planner | undefined;
  /** Where the log goes; standard output unless given. */
  readonly logDestination?: Writable | undefined;
};

function createServer(config: Config, logDestination: Writable | undefined): FastifyInstance {
  const app = Fastify({
    logger: { ...loggerOptions(config), ...(logDestination === undefined ? {} : { stream: logDestination }) },
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  // JSON is the only body there is; a form on another site cannot send one.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerWithProblems(app);
  return app;
}

async function registerPlatform(app: FastifyInstance, config: Config): Promise<void> {
  await registerSecurityHeaders(app, { isSecure: config.publicOrigin?.startsWith('https:') === true });
  await app.register(rateLimit, {
    max: config.rateLimitPerMinute,
    timeWindow: '1 minute',
    // One page is many files, and one firm may be many people behind one address.
    allowList: (request) => !request.url.startsWith('/api/'),
  });
  await app.register(cookie);
  markSecureRequests(app, config);
  rememberAccounts(app);
  // Phones on a workshop's network: a third of the bytes. Nothing secret is ever in a body beside foreign input.
  await app.register(compress, { encodings: ['gzip'], threshold: compressFromBytes });
  guardOrigins(app, config.publicOrigin);
  await registerOpenApi(app);
}

/** What is done in a group answers, and ends, what the firm has asked for. */
const requestDesk: RequestDesk = { look: lookForRequest, takeUp: takeUpRequest, complete: completeReferral };

/** On the embedded database in demo mode, and nowhere else. */
function registerDemo(app: FastifyInstance, context: Context, builder: ReleaseBuilder): void {
  const { begin, ...runs } = keepRuns(app, 'the releases of the demo met a fault');
  const releases = demoReleasesOf({ ...runs, context, builder, log: app.log });
  registerDemoRoutes(app, context, demoPartsOf(context, releases));
  // Whoever starts the server does not wait for them.
  app.addHook('onListen', async () => begin(releases.publish));
}

function registerFeatures(app: FastifyInstance, context: Context, planner: Planner | undefined): void {
  registerSiteRoutes(app, context);
  registerSignInRoutes(app, context);
  registerAccountRoutes(app, context);
  registerStrategyRoutes(app, context);
  registerInstrumentRoutes(app, context);
  registerAssessmentRoutes(app, context, listStandingReviews);
  registerChangeRoutes(app, context);
  registerPackageRoutes(app, context);
  registerEditionRoutes(app, context, requestDesk);
  registerContactNoteRoutes(app, context);
  registerMeetingRoutes(app, context);
  registerReferralRoutes(app, context);
  registerSupportChoiceRoutes(app, context);
  registerTargetRoutes(app, context);
  registerRespondentRoutes(app, context);
  registerSharingRoutes(app, context);
  registerReviewRoutes(app, context);
  registerCrosswalkRoutes(app, context);
  const levels = createLevelStore();
  registerReportRoutes(app, context, {
    listReviews: listStandingReviews,
    listTargets: listOwnTargets,
    findChoices: findOwnChoices,
    findAgreement,
    compareOwn: (access, responseId) => compareOwn(context, access, { responseId, store: levels }),
  });
  registerFirmRoutes(app, context, getResponse);
  registerOutreachRoutes(app, context);
  registerCampaignRoutes(app, context, { alone: startResponse, inFirm: startFirmRound });
  registerWebhookRoutes(app, context);
  registerAdvisingRoutes(app, context, listStandingReviews);
  registerAchievementRoutes(app, context);
  registerPlanningRoutes(app, context, {
    planner,
    invite: (context, access, invitation) =>
      movePlacement(context, access, { ...invitation, move: 'invite' }, requestDesk),
  });
  registerEditingRoutes(app, context);
  registerCatalogueRoutes(app, context);
  registerRoundRoutes(app, context);
  registerRuleRoutes(app, context);
  const builder = createReleaseBuilder();
  if (context.config.hasDemoPeople) registerDemo(app, context, builder);
  registerCoordinationRoutes(app, context);
  registerErasureRoutes(app, context);
  registerRetentionRoutes(app, context);
  registerReleaseRoutes(app, context, {
    builder,
    listPopulations: listCurrent,
    listFollowUp: listActivities,
  });
  registerFollowUpRoutes(app, context);
  registerCoverageRoutes(app, context);
}

/** The whole application without a port: platform first, then every feature in plain view. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, bundle, clock, identifiers } = parts;
  const app = createServer(config, parts.logDestination);
  await registerPlatform(app, config);
  const database = await registerDatabase(app, { url: parts.databaseUrl, poolSize: config.databasePoolSize });
  await refuseUnsafeDatabase(database);
  await registerHealth(app, { ...config, checkDatabase: () => isDatabaseReady(database) });
  const published = createPublishedContent(database);
  await refuseForeignSeals(database, parts.sealing);
  const context: Context = {
    config,
    database,
    clock,
    identifiers,
    published,
    bundle,
    sealing: parts.sealing,
    oidc: createOidcProvider(config),
    wakeWorker: parts.wakeWorker ?? (() => undefined),
    demoMailbox: parts.demoMailbox,
  };
  await app.register(async (features) => registerFeatures(features, context, parts.planner));
  await registerStaticClient(app, parts.clientFolder, { opensOffline: config.opensOffline });
  return app;
}
