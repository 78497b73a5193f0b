import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import * as contract from '#shared/contracts/reports.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Language } from '#shared/domain/language.ts';
import { type Report, reportFormat, reportSchema } from '#shared/domain/report/report.ts';
import { nameOfFile } from '#shared/domain/wording/name-in-file.ts';
import type { Context } from '../../platform/context.ts';
import { leavingSignal } from '../../platform/http/leaving.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { sendAsFile, sendPublicFile } from '../../platform/http/send-file.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { keepRuns } from '../../platform/workers/keep-runs.ts';
import { gatherOwn, gatherShared, type ReportSources } from './gather-report.ts';
import { createPaperMaker, type PaperMaker } from './paper-maker.ts';
import { writeNextRound, writeTable, writeWorkbook } from './write-data.ts';

type Wanted = { readonly language: Language; readonly format: contract.ReportFormat };

const mediaTypes: Readonly<Record<contract.ReportFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};
const names: Readonly<Record<Language, string>> = { sv: 'mattstock-resultat', en: 'mattstock-result' };

/** The hash is of the JSON file, byte for byte, so that whoever has both can tell that they belong together. */
async function writeReport(
  report: Report,
  { responseId, language, format }: Wanted & { readonly responseId: string },
  papers: PaperMaker,
  leaving: AbortSignal,
): Promise<Buffer | string> {
  const json = canonicalJson(report);
  const sha256 = createHash('sha256').update(json).digest('hex');
  switch (format) {
    case 'pdf':
      return papers.make(responseId, { report, sha256, language }, leaving);
    case 'xlsx':
      return writeWorkbook(report, sha256, language);
    case 'csv':
      return writeTable(report, sha256, language);
    case 'json':
      return Buffer.from(json);
    case 'ics':
      return writeNextRound(report, language);
  }
}

function announce(reply: FastifyReply, { firm, receipt }: Report, { language, format }: Wanted): void {
  const day = swedishDate(new Date(receipt.submittedAt));
  const of = { firmName: firm.name, receiptNumber: receipt.number, day };
  const name = nameOfFile({ what: names[language], ...of, ending: format });
  sendAsFile(reply, { name, mediaType: mediaTypes[format] });
  reply.header('cache-control', 'private, no-store');
}

export function registerReportRoutes(app: FastifyInstance, context: Context, sources: ReportSources): void {
  const { stop } = keepRuns(app, 'the maker of reports met a fault');
  const papers = createPaperMaker(stop);
  registerEndpoint(app, contract.getReport, async ({ params, access }, reply) => {
    const leaving = leavingSignal(reply);
    const report = await gatherOwn(context, access, params.responseId, sources);
    const body = await writeReport(report, params, papers, leaving);
    announce(reply, report, params);
    return { status: 200, body };
  });
  registerEndpoint(app, contract.getSharedReport, async ({ params, access }, reply) => {
    const leaving = leavingSignal(reply);
    // What cannot be made now is not told to the firm as taken.
    if (params.format === 'pdf') papers.refuseWhenBusy(params.responseId);
    const report = await gatherShared(context, access, params, sources);
    const body = await writeReport(report, params, papers, leaving);
    announce(reply, report, params);
    return { status: 200, body };
  });
  const schema = Buffer.from(JSON.stringify(z.toJSONSchema(reportSchema), null, 2));
  registerEndpoint(app, contract.getReportSchema, async (_, reply) => {
    const file = { name: `${reportFormat}.schema.json`, mediaType: 'application/schema+json', bytes: schema };
    return sendPublicFile(reply, file);
  });
}
