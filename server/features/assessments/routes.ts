import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as responses from '#shared/contracts/responses.ts';
import { getResult as getResultEndpoint } from '#shared/contracts/results.ts';
import { visitDemoFirm } from '#shared/contracts/site.ts';
import type { Context } from '../../platform/context.ts';
import { giveAccessKey, takeAccessKey } from '../../platform/http/access-cookie.ts';
import { originOf } from '../../platform/http/origin.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { changeProfile } from './change-profile.ts';
import { closeHere } from './close-here.ts';
import { continueResponse } from './continue-response.ts';
import { createResumeLink } from './create-resume-link.ts';
import { getResponse } from './get-response.ts';
import { getResult, type ListReviews } from './get-result.ts';
import { openDemoFirm } from './open-demo-firm.ts';
import { resumeResponse } from './resume-response.ts';
import { saveAnswer } from './save-answer.ts';
import { startResponse } from './start-response.ts';
import { submitResponse } from './submit-response.ts';

type KeyHolder = { key: string; keyExpiresAt: Date };

function handOver(
  reply: FastifyReply,
  request: FastifyRequest,
  context: Context,
  responseId: string,
  holder: KeyHolder,
): void {
  giveAccessKey(reply, {
    responseId,
    key: holder.key,
    expiresAt: holder.keyExpiresAt,
    isSecure: originOf(request, context.config).startsWith('https:'),
  });
}

function registerAccess(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, responses.startResponse, async ({ body }, reply) => {
    const started = await startResponse(context, body);
    handOver(reply, reply.request, context, started.response.responseId, started);
    return { status: 201, body: started.response };
  });
  registerEndpoint(app, responses.continueResponse, async ({ params, body, access }, reply) => {
    const started = await continueResponse(context, access, { ...params, ...body });
    if (!started.response.isClaimed) handOver(reply, reply.request, context, started.response.responseId, started);
    return { status: 201, body: started.response };
  });
  registerEndpoint(app, responses.createResumeLink, async ({ params, access }, reply) => {
    const origin = originOf(reply.request, context.config);
    const link = await createResumeLink(context, access, { responseId: params.responseId, origin });
    return { status: 201, body: link };
  });
  registerEndpoint(app, responses.resumeResponse, async ({ body }, reply) => {
    const resumed = await resumeResponse(context, body.key);
    handOver(reply, reply.request, context, resumed.responseId, resumed);
    const { responseId, status, isRespondent } = resumed;
    return { status: 201, body: { responseId, status, isRespondent } };
  });
  registerEndpoint(app, responses.closeHere, async ({ params, access }, reply) => {
    const { responseId } = params;
    await closeHere(context, access, responseId);
    takeAccessKey(reply, { responseId, isSecure: originOf(reply.request, context.config).startsWith('https:') });
    return { status: 200, body: { isClosed: true } };
  });
}

function registerAnswering(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, responses.getResponse, async ({ params, access }) => ({
    status: 200,
    body: await getResponse(context, access, params.responseId),
  }));
  registerEndpoint(app, responses.changeProfile, async ({ params, body, access }) => ({
    status: 200,
    body: await changeProfile(context, access, params.responseId, body),
  }));
  registerEndpoint(app, responses.saveAnswer, async ({ params, body, access }) => ({
    status: 200,
    body: await saveAnswer(context, access, { ...params, ...body }),
  }));
}

function registerOutcome(app: FastifyInstance, context: Context, listReviews: ListReviews): void {
  registerEndpoint(app, responses.submitResponse, async ({ params, body, access, idempotencyKey }) => {
    const submitted = await submitResponse(context, access, { ...params, ...body, idempotencyKey });
    return { status: submitted.isRepeated ? 200 : 201, body: submitted.receipt };
  });
  registerEndpoint(app, getResultEndpoint, async ({ params, access }) => ({
    status: 200,
    body: await getResult(context, access, params.responseId, listReviews),
  }));
}

/** Exists only on a demo site: everybody may look at a simulated firm. */
function registerDemo(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, visitDemoFirm, async (_request, reply) => {
    const visit = await openDemoFirm(context);
    handOver(reply, reply.request, context, visit.responseId, visit);
    return { status: 201, body: { responseId: visit.responseId } };
  });
}

export function registerAssessmentRoutes(app: FastifyInstance, context: Context, listReviews: ListReviews): void {
  registerAccess(app, context);
  registerAnswering(app, context);
  registerOutcome(app, context, listReviews);
  if (context.config.isDemo) registerDemo(app, context);
}
