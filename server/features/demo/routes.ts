import type { FastifyInstance } from 'fastify';
import * as demo from '#shared/contracts/demo.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sessionCookie } from '../../platform/http/own-cookie.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { describeDevice } from '../../platform/identity/device.ts';
import { listDemoPeople } from './list-demo-people.ts';
import { signInAsDemoPerson } from './sign-in-as-demo-person.ts';

export type DemoParts = {
  /** Sees to it that the simulated firm is there with its people; composed of other features' use cases. */
  readonly prepareFirm: () => Promise<void>;
  /** How many of the releases of the demo are still to come. */
  readonly tellReleases: () => demo.DemoReleasesToCome;
  readonly listMails: () => readonly demo.DemoMail[];
};

/** Exists on the embedded database in demo mode, and nowhere else. */
export function registerDemoRoutes(app: FastifyInstance, context: Context, parts: DemoParts): void {
  registerEndpoint(app, demo.listDemoPeople, async () => ({ status: 200, body: await listDemoPeople(context) }));
  registerEndpoint(app, demo.signInAsDemoPerson, async ({ body }, reply) => {
    const person = context.bundle.demoPeople.find(({ code }) => code === body.code);
    if (person === undefined) throw new DomainError('not-found');
    await parts.prepareFirm();
    const { session, account } = await signInAsDemoPerson(context, person, {
      sessionKey: sessionCookie.readKey(reply.request) ?? '',
      device: describeDevice(reply.request.headers['user-agent']),
    });
    sessionCookie.give(reply, session);
    return { status: 201, body: account };
  });
  registerEndpoint(app, demo.tellDemoReleases, async () => ({ status: 200, body: parts.tellReleases() }));
  registerEndpoint(app, demo.listDemoMails, async () => ({ status: 200, body: { mails: [...parts.listMails()] } }));
}
