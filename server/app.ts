import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { registerAssessmentRoutes } from './features/assessments/routes.ts';
import { registerInstrumentRoutes } from './features/instruments/routes.ts';
import { registerPackageRoutes } from './features/packages/routes.ts';
import { registerReferralRoutes } from './features/referrals/routes.ts';
import { registerSiteRoutes } from './features/site/routes.ts';
import type { Config } from './config.ts';
import type { Context } from './platform/context.ts';
import { registerHealth } from './platform/http/health.ts';
import { registerOpenApi } from './platform/http/openapi.ts';
import { useOriginCheck } from './platform/http/origin-check.ts';
import { useProblemDetails } from './platform/http/problem-details.ts';
import { registerSecurityHeaders } from './platform/http/security-headers.ts';
import { registerStaticClient } from './platform/http/static-client.ts';
import { loggerOptions } from './platform/logger.ts';

const bodyLimitBytes = 65_536;
const requestTimeoutMs = 30_000;

function createServer(config: Config): FastifyInstance {
  return Fastify({
    logger: loggerOptions(config),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: requestTimeoutMs,
    keepAliveTimeout: 72_000,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
}

function registerFeatures(app: FastifyInstance, context: Context): void {
  registerSiteRoutes(app, context);
  registerInstrumentRoutes(app, context);
  registerAssessmentRoutes(app, context);
  registerPackageRoutes(app, context);
  registerReferralRoutes(app, context);
}

export type AppOptions = {
  readonly clientFolder: string;
  readonly version: string;
  readonly checkDatabase: () => Promise<boolean>;
};

/** The whole application without a port: platform first, then every feature in plain view. */
export async function buildApp(context: Context, options: AppOptions): Promise<FastifyInstance> {
  const { config } = context;
  const app = createServer(config);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  useProblemDetails(app);
  await registerSecurityHeaders(app, { isSecure: config.publicOrigin?.startsWith('https:') === true });
  await app.register(rateLimit, { max: config.rateLimitPerMinute, timeWindow: '1 minute' });
  await app.register(cookie);
  useOriginCheck(app, config.publicOrigin);
  await registerOpenApi(app, { version: options.version });
  await registerHealth(app, options.checkDatabase);
  await app.register(async (features) => registerFeatures(features, context));
  await registerStaticClient(app, options.clientFolder);
  return app;
}
