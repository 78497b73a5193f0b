import type { FastifyInstance } from 'fastify';
import * as advising from '#shared/contracts/advising.ts';
import * as queue from '#shared/contracts/advisor-queue.ts';
import * as referrals from '#shared/contracts/advisor-referrals.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { assignReferrals } from './assign-referrals.ts';
import { countQueue } from './count-queue.ts';
import type { ListReviews } from './describe-shared-result.ts';
import { createQueueExport } from './export-queue.ts';
import { getSharedFirm } from './get-shared-firm.ts';
import { listAdvisors } from './list-advisors.ts';
import { listFirmsLettingIn } from './list-firms-letting-in.ts';
import { listQueue } from './list-queue.ts';
import { moveReferrals } from './move-referrals.ts';

const fileTypes: Readonly<Record<queue.ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export function registerAdvisingRoutes(app: FastifyInstance, context: Context, listReviews: ListReviews): void {
  const exportQueue = createQueueExport(context);
  registerEndpoint(app, queue.exportQueue, async ({ body, access, account }, reply) => {
    const { personId } = account;
    const file = await exportQueue(access, { ...body, personId });
    const day = swedishDate(context.clock.now());
    reply
      .type(fileTypes[body.format])
      .header('content-disposition', `attachment; filename="mattstock-${day}.${body.format}"`);
    return { status: 200, body: file };
  });
  registerEndpoint(app, queue.listQueue, async ({ query, access }) => ({
    status: 200,
    body: await listQueue(context, access, query),
  }));
  registerEndpoint(app, queue.countQueue, async ({ access }) => ({
    status: 200,
    body: await countQueue(context, access),
  }));
  registerEndpoint(app, referrals.moveReferrals, async ({ params, body, access }) => ({
    status: 200,
    body: { results: await moveReferrals(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, referrals.assignReferrals, async ({ params, body, access }) => ({
    status: 200,
    body: { results: await assignReferrals(context, access, { ...params, ...body }) },
  }));
  registerEndpoint(app, referrals.listAdvisors, async ({ params, access }) => ({
    status: 200,
    body: { advisors: await listAdvisors(context, access, params.organisationId) },
  }));
  registerEndpoint(app, advising.listFirmsLettingIn, async ({ access }) => ({
    status: 200,
    body: { firms: await listFirmsLettingIn(context, access) },
  }));
  registerEndpoint(app, advising.getSharedFirm, async ({ params, access }) => ({
    status: 200,
    body: await getSharedFirm(context, access, params, listReviews),
  }));
}
