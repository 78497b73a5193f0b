import * as z from 'zod/mini';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { languageSchema, localisedTextSchema, sourceLanguage } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { organisationIdSchema } from './identifiers.ts';

export const releaseNumberParams = z.strictObject({
  releaseNumber: z.string().check(z.regex(/^[1-9][0-9]{0,5}$/)),
});

export const fileFormats = ['csv', 'xlsx', 'json-stat', 'px', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

const releaseFileSchema = z.object({
  name: z.string(),
  format: z.enum(fileFormats),
  /** Null: in both languages, or in none. */
  language: z.nullable(languageSchema),
  /** Which table it is, where it is one of them; null for the whole release. */
  table: z.nullable(localisedTextSchema),
  bytes: z.int(),
  sha256: z.string(),
});
export type ReleaseFileRow = z.output<typeof releaseFileSchema>;

export const listReleaseFiles = defineEndpoint({
  name: 'listReleaseFiles',
  method: 'GET',
  path: '/api/releases/:releaseNumber/files',
  summary: 'The files of a published release, with their sizes and hashes',
  access: 'public',
  params: releaseNumberParams,
  responses: {
    200: z.object({
      files: z.array(releaseFileSchema),
      /** Papers for those who meet, as PDF. */
      meetingPacks: z.array(
        z.object({ audience: wordCodeSchema, name: localisedTextSchema, about: localisedTextSchema }),
      ),
    }),
  },
});

/** 304: whoever asks has it already. */
export const getReleaseFile = defineEndpoint({
  name: 'getReleaseFile',
  method: 'GET',
  path: '/api/releases/:releaseNumber/files/:file',
  summary: 'One file of a published release, the same bytes each time; `dcat.jsonld` describes them all',
  access: 'public',
  params: z.strictObject({
    ...releaseNumberParams.shape,
    file: z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)),
  }),
  responses: { 200: z.unknown(), 304: z.unknown() },
});

export const getReleaseCatalogue = defineEndpoint({
  name: 'getReleaseCatalogue',
  method: 'GET',
  path: '/api/releases/catalogue',
  summary: 'All published releases and their files by DCAT-AP 3, as JSON-LD',
  access: 'public',
  responses: { 200: z.unknown(), 304: z.unknown() },
});

export const getMeetingPack = defineEndpoint({
  name: 'getMeetingPack',
  method: 'GET',
  path: '/api/releases/:releaseNumber/meeting-packs/:audience',
  summary: 'Papers for a meeting about a published release, as a tagged PDF',
  access: 'public',
  params: z.strictObject({ ...releaseNumberParams.shape, audience: wordCodeSchema }),
  query: z.strictObject({ language: z._default(languageSchema, sourceLanguage) }),
  responses: { 200: z.unknown(), 304: z.unknown() },
});

export const getRegionPack = defineEndpoint({
  name: 'getRegionPack',
  method: 'GET',
  path: '/api/region/organisations/:organisationId/published-releases/:releaseNumber/meeting-packs/:audience',
  summary: "A region's own copy of the papers, with what the regions follow up of the strategy, as a tagged PDF",
  access: 'region',
  permission: 'read-follow-up',
  params: z.strictObject({
    organisationId: organisationIdSchema,
    ...releaseNumberParams.shape,
    audience: wordCodeSchema,
  }),
  query: z.strictObject({ language: z._default(languageSchema, sourceLanguage) }),
  responses: { 200: z.unknown() },
});
