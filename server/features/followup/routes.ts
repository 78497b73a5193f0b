import type { FastifyInstance } from 'fastify';
import * as followUp from '#shared/contracts/follow-up.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { describeActivity, describeIndexValue } from './describe-entry.ts';
import { getActivity, getIndexValue } from './get-entry.ts';
import { listActivities } from './list-activities.ts';
import { listIndexValues } from './list-index-values.ts';
import { renderPortfolioTable } from './render-portfolio-table.ts';
import { renderPortfolioWorkbook } from './render-portfolio-workbook.ts';
import { saveActivity } from './save-activity.ts';
import { saveIndexValue } from './save-index-value.ts';
import { withdrawEntry } from './withdraw-entry.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function registerFollowUpRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, followUp.listActivities, async ({ params, access }) => ({
    status: 200,
    body: await listActivities(context, access, params.organisationId),
  }));
  registerEndpoint(app, followUp.getActivity, async ({ params, access }) => ({
    status: 200,
    body: await getActivity(context, access, params),
  }));
  registerEndpoint(app, followUp.saveActivity, async ({ params, body, access }) => ({
    status: 200,
    body: await saveActivity(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, followUp.withdrawActivity, async ({ params, body, access }) => {
    const { organisationId, activityId } = params;
    const place = { kind: 'activity' as const, organisationId, entryId: activityId };
    const entry = await withdrawEntry(context, access, { ...place, ...body });
    return { status: 200, body: describeActivity(entry, organisationId) };
  });
  registerEndpoint(app, followUp.getPortfolioTable, async ({ params, query, access }, reply) => {
    const table = await renderPortfolioTable(context, access, { ...params, ...query });
    const name = `mattstock-portfolio-${query.language}.csv`;
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
    return { status: 200, body: table };
  });
  registerEndpoint(app, followUp.getPortfolioWorkbook, async ({ params, query, access }, reply) => {
    const workbook = await renderPortfolioWorkbook(context, access, { ...params, ...query });
    const name = `mattstock-portfolio-${query.language}.xlsx`;
    reply.type(workbookType).header('content-disposition', `attachment; filename="${name}"`);
    return { status: 200, body: workbook };
  });
  registerEndpoint(app, followUp.listIndexValues, async ({ params, access }) => ({
    status: 200,
    body: await listIndexValues(context, access, params.organisationId),
  }));
  registerEndpoint(app, followUp.getIndexValue, async ({ params, access }) => ({
    status: 200,
    body: await getIndexValue(context, access, params),
  }));
  registerEndpoint(app, followUp.saveIndexValue, async ({ params, body, access }) => ({
    status: 200,
    body: await saveIndexValue(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, followUp.withdrawIndexValue, async ({ params, body, access }) => {
    const { organisationId, indexValueId } = params;
    const place = { kind: 'index-value' as const, organisationId, entryId: indexValueId };
    const entry = await withdrawEntry(context, access, { ...place, ...body });
    return { status: 200, body: describeIndexValue(entry, organisationId) };
  });
}
