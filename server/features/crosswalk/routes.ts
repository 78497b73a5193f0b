import type { FastifyInstance, FastifyReply } from 'fastify';
import * as crosswalk from '#shared/contracts/crosswalk.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { sendAsFile } from '../../platform/http/send-file.ts';
import { addAnswer } from './add-answer.ts';
import { getAnswerSheet, getSharedAnswerSheet } from './get-answer-sheet.ts';
import { getCrosswalk, getSharedCrosswalk } from './get-crosswalk.ts';

const mediaTypes: Readonly<Record<crosswalk.AnswerSheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

const announce = (reply: FastifyReply, name: string, format: crosswalk.AnswerSheetFormat): void =>
  sendAsFile(reply, { name, mediaType: mediaTypes[format] });

export function registerCrosswalkRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, crosswalk.getCrosswalk, async ({ params, access }) => ({
    status: 200,
    body: await getCrosswalk(context, access, params.responseId),
  }));
  registerEndpoint(app, crosswalk.addCrosswalkAnswer, async ({ params, body, access }) => ({
    status: 200,
    body: await addAnswer(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, crosswalk.getAnswerSheet, async ({ params, access }, reply) => {
    const { name, body } = await getAnswerSheet(context, access, params);
    announce(reply, name, params.format);
    return { status: 200, body };
  });
  registerEndpoint(app, crosswalk.getSharedCrosswalk, async ({ params, access }) => ({
    status: 200,
    body: await getSharedCrosswalk(context, access, params),
  }));
  registerEndpoint(app, crosswalk.getSharedAnswerSheet, async ({ params, access }, reply) => {
    const { name, body } = await getSharedAnswerSheet(context, access, params);
    announce(reply, name, params.format);
    return { status: 200, body };
  });
}
