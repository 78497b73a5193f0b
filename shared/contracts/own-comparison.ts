import * as z from 'zod/mini';
import { populationSchema } from '../domain/benchmark/release.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { responseParamsSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';

const shownSchema = z.nullable(z.number());

/** The others of a group, for a measure that is shown of it. `firms` is about how many. */
const peersSchema = z.object({
  measure: z.string(),
  /** The number of the release that it is taken from. */
  release: z.int(),
  firms: z.int(),
  mean: z.number(),
  lowQuartile: shownSchema,
  median: shownSchema,
  highQuartile: shownSchema,
});

export const ownComparisonSchema = z.object({
  /** Null when there is no release to compare with. */
  comparison: z.nullable(
    z.object({
      /** Those that the figures are taken from, the newest first. */
      releases: z.array(
        z.object({
          number: z.int(),
          name: localisedTextSchema,
          organisationName: localisedTextSchema,
          from: z.iso.date(),
          until: z.iso.date(),
          isSimulated: z.boolean(),
          population: populationSchema,
          publishedAt: timestampSchema,
          /** Whether answers of the firm are in it; they have been taken out of the means. */
          isCounted: z.boolean(),
        }),
      ),
      /** What releases tell of, whether it is shown of a group or not. */
      measures: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
      /** The firm's groups, the finest first and all firms last. */
      groups: z.array(
        z.object({
          key: z.string(),
          /** What the firms have in common; nothing for all firms. */
          values: z.array(z.object({ attribute: localisedTextSchema, value: localisedTextSchema })),
          peers: z.array(peersSchema),
        }),
      ),
    }),
  ),
});
export type OwnComparison = z.output<typeof ownComparisonSchema>['comparison'];

export const getOwnComparison = defineEndpoint({
  name: 'getOwnComparison',
  method: 'GET',
  path: '/api/responses/:responseId/comparison',
  summary:
    'A submitted response beside the others of the firm’s groups, without the firm: each area from the newest release that shows it',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: ownComparisonSchema },
});
