import type { FastifyInstance } from 'fastify';
import * as coordination from '#shared/contracts/coordination.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { closeOrganisation } from './close-organisation.ts';
import { endOrganisationMembership } from './end-organisation-membership.ts';
import { getOrganisation } from './get-organisation.ts';
import { inviteToOrganisation } from './invite-to-organisation.ts';
import { listAuditEvents } from './list-audit-events.ts';
import { listOrganisations } from './list-organisations.ts';
import { listOutbox } from './list-outbox.ts';
import { listPeople } from './list-people.ts';
import { lockPerson } from './lock-person.ts';
import { resendMail } from './resend-mail.ts';
import { resetFactors } from './reset-factors.ts';
import { revokeOrganisationInvitation } from './revoke-organisation-invitation.ts';
import { verifyAuditLog } from './verify-audit-log.ts';

function registerOrganisations(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, coordination.listOrganisations, async ({ access, account }) => ({
    status: 200,
    body: { organisations: await listOrganisations(context, access, account) },
  }));
  registerEndpoint(app, coordination.getOrganisation, async ({ params, access, account }) => ({
    status: 200,
    body: await getOrganisation(context, access, { account, ...params }),
  }));
  registerEndpoint(app, coordination.closeOrganisation, async ({ params, body, access, account }) => ({
    status: 200,
    body: await closeOrganisation(context, access, { account, ...params, ...body }),
  }));
  registerEndpoint(app, coordination.inviteToOrganisation, async ({ params, body, access, account }) => ({
    status: 201,
    body: await inviteToOrganisation(context, access, { account, ...params, ...body }),
  }));
  registerEndpoint(app, coordination.revokeOrganisationInvitation, async ({ params, access, account }) => ({
    status: 200,
    body: await revokeOrganisationInvitation(context, access, { account, ...params }),
  }));
  registerEndpoint(app, coordination.endOrganisationMembership, async ({ params, access, account }) => ({
    status: 200,
    body: await endOrganisationMembership(context, access, { account, ...params }),
  }));
}

function registerPeople(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, coordination.listPeople, async ({ access }) => ({
    status: 200,
    body: { people: await listPeople(context, access) },
  }));
  registerEndpoint(app, coordination.disablePerson, async ({ params, body, access, account }) => ({
    status: 200,
    body: { people: await lockPerson(context, access, { account, ...params, ...body }) },
  }));
  registerEndpoint(app, coordination.resetFactors, async ({ params, access, account }) => ({
    status: 200,
    body: { people: await resetFactors(context, access, { account, ...params }) },
  }));
}

function registerSite(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, coordination.listOutbox, async ({ access }) => ({
    status: 200,
    body: await listOutbox(context, access),
  }));
  registerEndpoint(app, coordination.resendMail, async ({ params, access }) => ({
    status: 200,
    body: await resendMail(context, access, params.mailId),
  }));
  registerEndpoint(app, coordination.listAuditEvents, async ({ query, access }) => ({
    status: 200,
    body: await listAuditEvents(context, access, query),
  }));
  registerEndpoint(app, coordination.verifyAuditLog, async ({ access }) => ({
    status: 200,
    body: await verifyAuditLog(context, access),
  }));
}

export function registerCoordinationRoutes(app: FastifyInstance, context: Context): void {
  registerOrganisations(app, context);
  registerPeople(app, context);
  registerSite(app, context);
}
