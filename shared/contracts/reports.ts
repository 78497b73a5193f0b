import * as z from 'zod/mini';
import { languageSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { firmIdSchema, organisationIdSchema, responseIdSchema } from './identifiers.ts';

export const reportFormats = ['pdf', 'xlsx', 'csv', 'json', 'ics'] as const;
export type ReportFormat = (typeof reportFormats)[number];
const fileShape = { language: languageSchema, format: z.enum(reportFormats) };

export const getReport = defineEndpoint({
  name: 'getReport',
  method: 'GET',
  path: '/api/responses/:responseId/report/:language/:format',
  summary: 'A submitted response to take along: a tagged PDF, a workbook, CSV, JSON or a calendar file',
  access: 'respondent',
  params: z.strictObject({ responseId: responseIdSchema, ...fileShape }),
  responses: { 200: z.unknown() },
});

export const getSharedReport = defineEndpoint({
  name: 'getSharedReport',
  method: 'GET',
  path: '/api/advisor/organisations/:organisationId/firms/:firmId/responses/:responseId/report/:language/:format',
  summary: 'The same of a firm that shares its results; each reading is written down for the firm to see',
  access: 'advisor',
  permission: 'read-shared-firm',
  params: z.strictObject({
    organisationId: organisationIdSchema,
    firmId: firmIdSchema,
    responseId: responseIdSchema,
    ...fileShape,
  }),
  responses: { 200: z.unknown() },
});

export const getReportSchema = defineEndpoint({
  name: 'getReportSchema',
  method: 'GET',
  path: '/api/report-schemas/mattstock-report-1',
  summary: 'The JSON Schema of the report as JSON; it never changes, a new form gets a new number',
  access: 'public',
  /** 304: whoever asks has it already. */
  responses: { 200: z.unknown(), 304: z.unknown() },
});
