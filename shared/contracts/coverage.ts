import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { leftOutSchema, populationCellSchema, populationUnitSchema } from '../domain/coverage/population.ts';
import { populationFaults } from '../domain/coverage/population-fault.ts';
import { coverageRulesSchema } from '../domain/coverage/weighting.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { organisationIdSchema, populationIdSchema } from './identifiers.ts';
import { tableFileBodyLimit, tableFileSchema } from './table-file.ts';
import { timestampSchema } from './timestamps.ts';

const regionParams = z.strictObject({ organisationId: organisationIdSchema });

const yearSchema = z.int().check(z.gte(1900), z.lte(2999));

const populationSchema = z.object({
  populationId: populationIdSchema,
  unit: populationUnitSchema,
  year: yearSchema,
  source: z.string(),
  sourceUrl: z.nullable(z.string()),
  isSimulated: z.boolean(),
  cells: z.array(populationCellSchema),
  leftOut: z.array(leftOutSchema),
});
export type Population = z.output<typeof populationSchema>;

const populationRowSchema = z.object({
  ...populationSchema.shape,
  organisationName: localisedTextSchema,
  /** Whether the region of whoever asks took it in, which alone may withdraw it. */
  isOwn: z.boolean(),
  createdAt: timestampSchema,
  withdrawnAt: z.nullable(timestampSchema),
  withdrawnReason: z.nullable(z.string()),
});
export type PopulationRow = z.output<typeof populationRowSchema>;

export const listPopulations = defineEndpoint({
  name: 'listPopulations',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/populations',
  summary: 'Population tables that the regions have taken in, the newest first, also those withdrawn',
  access: 'region',
  permission: 'read-release',
  params: regionParams,
  responses: { 200: z.object({ populations: z.array(populationRowSchema) }) },
});

export const readPopulationFile = defineEndpoint({
  name: 'readPopulationFile',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/population-files',
  summary: 'What a population table holds by county, branch and size, and what is wrong with it. Nothing is stored',
  access: 'region',
  permission: 'edit-population',
  params: regionParams,
  bodyLimit: tableFileBodyLimit,
  body: z.strictObject({ file: tableFileSchema, /** Null for the newest. */ year: z.nullable(yearSchema) }),
  responses: {
    200: z.object({
      years: z.array(z.int()),
      unit: z.nullable(populationUnitSchema),
      cells: z.array(populationCellSchema),
      leftOut: z.array(leftOutSchema),
      /** The first hundred, by row as a spreadsheet counts. */
      faults: z.array(z.object({ code: z.enum(populationFaults), row: z.nullable(z.int()), text: z.string() })),
      faultCount: z.int(),
    }),
  },
});

export const addPopulation = defineEndpoint({
  name: 'addPopulation',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/populations',
  summary: 'Takes in a population table that nothing is wrong with',
  access: 'region',
  permission: 'edit-population',
  params: regionParams,
  bodyLimit: tableFileBodyLimit,
  body: z.strictObject({
    file: tableFileSchema,
    year: yearSchema,
    unit: populationUnitSchema,
    source: storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(200)),
    sourceUrl: z.nullable(z.url({ protocol: /^https$/ }).check(z.maxLength(500))),
  }),
  responses: { 201: z.object({ populationId: populationIdSchema }) },
});

export const withdrawPopulation = defineEndpoint({
  name: 'withdrawPopulation',
  method: 'POST',
  path: '/api/region/organisations/:organisationId/populations/:populationId/withdrawal',
  summary: 'Withdraws a population table; it stays among what there was, with the reason',
  access: 'region',
  permission: 'edit-population',
  params: z.strictObject({ organisationId: organisationIdSchema, populationId: populationIdSchema }),
  body: z.strictObject({ reason: storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(500)) }),
  responses: { 200: z.object({ withdrawnAt: timestampSchema }) },
});

export const listCurrentPopulations = defineEndpoint({
  name: 'listCurrentPopulations',
  method: 'GET',
  path: '/api/populations',
  summary:
    'The newest population table of each unit, of real firms and of simulated ones, and when answers may be weighted to it',
  access: 'public',
  responses: { 200: z.object({ populations: z.array(populationSchema), rules: coverageRulesSchema }) },
});
