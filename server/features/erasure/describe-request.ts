import type * as z from 'zod/mini';
import type { erasureRequestSchema } from '#shared/contracts/erasure.ts';
import type { RequestRow } from './request-repository.ts';

export type RequestBody = z.input<typeof erasureRequestSchema>;

export function describeRequest(row: RequestRow): RequestBody {
  const { decision, basis, decisionText, decidedAt } = row;
  return {
    erasureRequestId: row.erasureRequestId,
    scope: row.scope,
    status: row.status,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    decision:
      decision === null || basis === null || decidedAt === null
        ? null
        : { decision, basis, text: decisionText ?? '', decidedAt: decidedAt.toISOString() },
    carriedOutAt: row.carriedOutAt?.toISOString() ?? null,
  };
}
