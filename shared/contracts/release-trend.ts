import * as z from 'zod/mini';
import { releaseCellSchema } from '../domain/benchmark/cell.ts';
import { likenesses } from '../domain/benchmark/likeness.ts';
import { firmsCode } from '../domain/benchmark/measure-code.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { releaseNumberParams } from './release-files.ts';

const trendPointSchema = z.object({
  number: z.int(),
  name: localisedTextSchema,
  from: z.iso.date(),
  until: z.iso.date(),
  /** Null: not in the release. What is hidden in it is null within. */
  cell: z.nullable(releaseCellSchema),
  /** Whether it was measured, divided and protected as in the release that was asked about; unknown of older ones. */
  likeness: z.enum(likenesses),
});
export type TrendPoint = z.output<typeof trendPointSchema>;

export const getReleaseTrend = defineEndpoint({
  name: 'getReleaseTrend',
  method: 'GET',
  path: '/api/releases/:releaseNumber/trend',
  summary:
    'One measure of one group in all published releases that count the same kind of firms, in the order of their periods',
  access: 'public',
  params: releaseNumberParams,
  query: z.strictObject({
    measure: z._default(z.string().check(z.maxLength(80)), firmsCode),
    group: z._default(z.string().check(z.maxLength(200)), 'all'),
  }),
  responses: { 200: z.object({ points: z.array(trendPointSchema) }) },
});
