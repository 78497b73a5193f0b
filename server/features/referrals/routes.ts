import type { FastifyInstance } from 'fastify';
import * as referrals from '#shared/contracts/referrals.ts';
import type { Context } from '../../platform/context.ts';
import { originOf } from '../../platform/http/origin.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { sendAsCalendar } from '../../platform/http/send-file.ts';
import { buildCalendar } from './build-calendar.ts';
import { listReferrals } from './list-referrals.ts';
import { requestContact } from './request-contact.ts';
import { withdrawReferral } from './withdraw-referral.ts';

export function registerReferralRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, referrals.listConsentWordings, async () => ({
    status: 200,
    body: { wordings: [...context.bundle.consentWordings] },
  }));
  registerEndpoint(app, referrals.requestContact, async ({ params, body, access, idempotencyKey }) => {
    const { responseId } = params;
    const outcome = await requestContact(context, access, { responseId, idempotencyKey, request: body });
    return { status: outcome.isRepeated ? 200 : 201, body: outcome.referral };
  });
  registerEndpoint(app, referrals.listReferrals, async ({ params, access }) => ({
    status: 200,
    body: await listReferrals(context, access, params.responseId),
  }));
  registerEndpoint(app, referrals.withdrawReferral, async ({ params, access }) => ({
    status: 200,
    body: await withdrawReferral(context, access, params),
  }));
  registerEndpoint(app, referrals.getReferralCalendar, async ({ params, access }, reply) => {
    const origin = originOf(reply.request, context.config);
    const calendar = await buildCalendar(context, access, { ...params, origin });
    sendAsCalendar(reply);
    return { status: 200, body: calendar };
  });
}
