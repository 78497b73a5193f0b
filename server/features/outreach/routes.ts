import type { FastifyInstance } from 'fastify';
import * as outreach from '#shared/contracts/outreach.ts';
import type { Context } from '../../platform/context.ts';
import { goneSignal } from '../../platform/http/gone.ts';
import { originOf } from '../../platform/http/origin.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { foreseeReminders } from './foresee-reminders.ts';
import { importContacts } from './import-contacts.ts';
import { inviteContacts } from './invite-contacts.ts';
import { listContacts } from './list-contacts.ts';
import { optOutOfContact } from './opt-out.ts';
import { previewOutreach } from './preview-outreach.ts';
import { readContactFile } from './read-contact-file.ts';
import { remindFirms } from './remind-firms.ts';
import { removeContact } from './remove-contact.ts';

export function registerOutreachRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, outreach.readContactFile, async ({ params, body, access }) => ({
    status: 200,
    body: await readContactFile(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, outreach.importContacts, async ({ params, body, access }, reply) => ({
    status: 200,
    body: await importContacts(context, access, { ...params, ...body }, goneSignal(reply)),
  }));
  registerEndpoint(app, outreach.listContacts, async ({ params, query, access }) => ({
    status: 200,
    body: await listContacts(context, access, { ...params, ...query }),
  }));
  registerEndpoint(app, outreach.inviteContacts, async ({ params, body, access }) => ({
    status: 200,
    body: { results: await inviteContacts(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, outreach.foreseeReminders, async ({ params, body, access }) => ({
    status: 200,
    body: { results: await foreseeReminders(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, outreach.remindFirms, async ({ params, body, access }) => ({
    status: 200,
    body: { results: await remindFirms(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, outreach.previewOutreach, async ({ params, access }, { request }) => ({
    status: 200,
    body: await previewOutreach(context, access, { ...params, origin: originOf(request, context.config) }),
  }));
  registerEndpoint(app, outreach.optOutOfContact, async ({ body }) => ({
    status: 200,
    body: await optOutOfContact(context, body.code),
  }));
  registerEndpoint(app, outreach.removeContact, async ({ params, access }) => ({
    status: 200,
    body: await removeContact(context, access, params),
  }));
}
