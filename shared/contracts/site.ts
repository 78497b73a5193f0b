import * as z from 'zod/mini';
import { branchSchema, chainRoleSchema, countySchema, sizeClassSchema } from '../domain/firm/firm-profile.ts';
import { sniCodeSchema } from '../domain/firm/sni-code.ts';
import { municipalitySchema } from '../domain/geography/municipality.ts';
import { wordCodeSchema } from '../domain/instrument/codes.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { instrumentVersionIdSchema, responseIdSchema } from './identifiers.ts';

const optionSchema = <T extends z.ZodMiniType>(code: T) => z.object({ code, name: localisedTextSchema });

export const siteSchema = z.object({
  /** True when the site shows simulated firms and must say so. */
  isDemo: z.boolean(),
  /** The demo's people may be signed in as, and its mail be read. Never on a real site. */
  hasDemoPeople: z.boolean(),
  instrumentVersionId: instrumentVersionIdSchema,
  forms: z.array(
    z.object({
      code: wordCodeSchema,
      minutes: z.int(),
      scoredItems: z.int(),
      name: localisedTextSchema,
      about: localisedTextSchema,
    }),
  ),
  /** The limits that the published version scores by. */
  scoring: z.object({
    minimumShareAnswered: z.number(),
    bands: z.array(z.object({ code: wordCodeSchema, from: z.number(), name: localisedTextSchema })),
  }),
});
export type Site = z.infer<typeof siteSchema>;

export const getSite = defineEndpoint({
  name: 'getSite',
  method: 'GET',
  path: '/api/site',
  summary: 'What this site offers: the published instrument version, its forms, and whether it is a demo',
  access: 'public',
  responses: { 200: siteSchema },
});

const firmPlacesSchema = z.object({
  counties: z.array(optionSchema(countySchema)),
  /** With the position of each seat. */
  municipalities: z.array(municipalitySchema),
});

export const placesContentSchema = z.strictObject(firmPlacesSchema.shape);

export const firmWordsSchema = z.object({
  branches: z.array(
    z.object({
      code: branchSchema,
      name: localisedTextSchema,
      about: localisedTextSchema,
      /** Codes of SNI 2007 that stand for the branch in registers: a proposal. */
      sni: z.array(sniCodeSchema),
    }),
  ),
  sizeClasses: z.array(optionSchema(sizeClassSchema)),
  chainRoles: z.array(z.object({ code: chainRoleSchema, name: localisedTextSchema, about: localisedTextSchema })),
});

export const firmProfileOptionsSchema = z.object({ ...firmPlacesSchema.shape, ...firmWordsSchema.shape });
export type FirmProfileOptions = z.infer<typeof firmProfileOptionsSchema>;

export const getFirmProfileOptions = defineEndpoint({
  name: 'getFirmProfileOptions',
  method: 'GET',
  path: '/api/firm-profile-options',
  summary: 'Municipalities, branches, size classes and roles in the value chain to choose from',
  access: 'public',
  responses: { 200: firmProfileOptionsSchema },
});

export const visitDemoFirm = defineEndpoint({
  name: 'visitDemoFirm',
  method: 'POST',
  path: '/api/demo-visits',
  summary: 'Lets a visitor of a demo site look at the result of a simulated firm',
  access: 'public',
  responses: { 201: z.object({ responseId: responseIdSchema }) },
});

export const clearDevice = defineEndpoint({
  name: 'clearDevice',
  method: 'POST',
  path: '/api/device-clearings',
  summary: 'Has the browser forget what it holds for the site: keys and session, storage, service worker',
  access: 'public',
  responses: { 200: z.object({ isAsked: z.boolean() }) },
});
