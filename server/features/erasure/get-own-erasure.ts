import type * as z from 'zod/mini';
import type { ownErasureSchema } from '#shared/contracts/erasure.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { asPerson } from './access.ts';
import { describeRequest } from './describe-request.ts';
import { listOwnObstacles, listRequestsOf } from './request-repository.ts';

export type OwnErasureBody = z.input<typeof ownErasureSchema>;

export async function describeOwnErasure(tx: Transaction, personId: string): Promise<OwnErasureBody> {
  const requests = await listRequestsOf(tx, personId);
  return {
    requests: requests.map((row) => ({ ...describeRequest(row), firmId: row.firmId })),
    obstacles: await listOwnObstacles(tx),
  };
}

/** What the person has asked for, and what would stand in the way. */
export async function getOwnErasure(context: Context, access: AccessContext): Promise<OwnErasureBody> {
  return asPerson(context, access, describeOwnErasure);
}
