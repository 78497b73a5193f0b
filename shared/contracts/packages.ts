import * as z from 'zod/mini';
import { dimensionCodeSchema, wordCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { catalogueVersionIdSchema } from './identifiers.ts';

export const packageDocumentSchema = z.object({
  code: wordCodeSchema,
  name: localisedTextSchema,
  summary: localisedTextSchema,
  /** What the firm does in the package, and what it takes in time, people and money. */
  content: localisedTextSchema,
  effort: localisedTextSchema,
  greenStatement: localisedTextSchema,
  providers: z.array(z.object({ code: wordCodeSchema, name: localisedTextSchema, isNamedInStrategy: z.boolean() })),
  dimensions: z.array(z.object({ code: dimensionCodeSchema, name: localisedTextSchema, bands: z.array(wordCodeSchema) })),
  steps: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
  format: wordCodeSchema,
  groupSize: z.nullable(z.object({ minimum: z.int(), maximum: z.int() })),
  delivery: z.array(wordCodeSchema),
  counties: z.array(z.string()),
});
export type PackageDocument = z.infer<typeof packageDocumentSchema>;

export const listPackages = defineEndpoint({
  name: 'listPackages',
  method: 'GET',
  path: '/api/packages',
  summary: 'The current catalogue of support packages, each a proposal awaiting confirmation by the regions',
  access: 'public',
  responses: { 200: z.object({ catalogueVersionId: catalogueVersionIdSchema, packages: z.array(packageDocumentSchema) }) },
});
