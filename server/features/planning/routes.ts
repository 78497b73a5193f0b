import type { FastifyInstance } from 'fastify';
import * as plans from '#shared/contracts/plans.ts';
import type { Context } from '../../platform/context.ts';
import { leavingSignal } from '../../platform/http/leaving.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { keepRuns } from '../../platform/workers/keep-runs.ts';
import { cancelPlan } from './cancel-plan.ts';
import { findPlanCosts } from './find-plan-costs.ts';
import { getPlan } from './get-plan.ts';
import { type Invite, invitePlanned } from './invite-planned.ts';
import { listPlans } from './list-plans.ts';
import { makePlan } from './make-plan.ts';
import { createPlanner, type Planner } from './planner.ts';
import { previewPlan } from './preview-plan.ts';
import { runPlan } from './run-plan.ts';

type Parts = {
  /** How the editions invite a firm. */
  readonly invite: Invite;
  readonly planner?: Planner | undefined;
};

export function registerPlanningRoutes(app: FastifyInstance, context: Context, parts: Parts): void {
  const planner = parts.planner ?? createPlanner();
  const { stop, logFault, begin } = keepRuns(app, 'the planner met a fault');

  registerEndpoint(app, plans.previewPlan, async ({ params, body, access }) => ({
    status: 200,
    body: await previewPlan(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, plans.makePlan, async ({ params, body, access }) => {
    const run = await makePlan(context, access, { ...params, ...body, planner });
    begin(() => runPlan({ database: context.database, planner, logFault }, run, stop));
    return { status: 201, body: { planId: run.planId } };
  });
  registerEndpoint(app, plans.listPlans, async ({ params, access }) => ({
    status: 200,
    body: { plans: await listPlans(context, access, params.organisationId) },
  }));
  registerEndpoint(app, plans.getPlan, async ({ params, access }) => ({
    status: 200,
    body: await getPlan(context, access, params),
  }));
  registerEndpoint(app, plans.cancelPlan, async ({ params, access }) => ({
    status: 200,
    body: { status: await cancelPlan(context, access, params) },
  }));
  registerEndpoint(app, plans.findPlanCosts, async ({ params, access }, reply) => {
    const signal = AbortSignal.any([leavingSignal(reply), stop]);
    return { status: 200, body: { costs: await findPlanCosts(context, access, { ...params, planner, signal }) } };
  });
  registerEndpoint(app, plans.invitePlanned, async ({ params, body, access }) => ({
    status: 200,
    body: {
      results: await invitePlanned(context, access, { ...params, ...body, parts: { invite: parts.invite, logFault } }),
    },
  }));
}
