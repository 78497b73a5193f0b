import * as z from 'zod/mini';
import { sniCodeSchema } from '../domain/firm/sni-code.ts';
import { strategyBranchSchema, strategySchema } from '../domain/strategy/strategy.ts';
import { defineEndpoint } from './endpoint.ts';

export const strategyDocumentSchema = z.object({
  ...strategySchema.shape,
  branches: z.array(
    z.object({
      ...strategyBranchSchema.shape,
      /** Codes of SNI 2007 that stand for the branch in registers: a proposal. */
      sni: z.array(sniCodeSchema),
    }),
  ),
});
export type StrategyDocument = z.infer<typeof strategyDocumentSchema>;

export const getStrategy = defineEndpoint({
  name: 'getStrategy',
  method: 'GET',
  path: '/api/strategy',
  summary: 'The regional strategy as content: goal, priorities, steps, support forms and figures with their sources',
  access: 'public',
  responses: { 200: strategyDocumentSchema },
});
