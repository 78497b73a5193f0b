import type { FastifyInstance, FastifyReply } from 'fastify';
import * as achievement from '#shared/contracts/achievement.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { getAchievement } from './get-achievement.ts';
import { renderReport } from './render-report.ts';
import { renderTable } from './render-table.ts';
import { renderWorkbook } from './render-workbook.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function asFile(reply: FastifyReply, type: string, name: string): void {
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
}

export function registerAchievementRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, achievement.getAchievement, async ({ params, access }) => ({
    status: 200,
    body: await getAchievement(context, access, params.organisationId),
  }));
  registerEndpoint(app, achievement.getAchievementReport, async ({ params, query, access }, reply) => {
    const report = await renderReport(context, access, { ...params, ...query });
    asFile(reply, 'application/pdf', `mattstock-achievement-${query.period}-${query.language}.pdf`);
    return { status: 200, body: report };
  });
  registerEndpoint(app, achievement.getAchievementWorkbook, async ({ params, query, access }, reply) => {
    const workbook = await renderWorkbook(context, access, { ...params, ...query });
    asFile(reply, workbookType, `mattstock-achievement-${query.language}.xlsx`);
    return { status: 200, body: workbook };
  });
  registerEndpoint(app, achievement.getAchievementTable, async ({ params, query, access }, reply) => {
    const table = await renderTable(context, access, { ...params, ...query });
    asFile(reply, 'text/csv; charset=utf-8', `mattstock-achievement-${query.language}.csv`);
    return { status: 200, body: table };
  });
}
