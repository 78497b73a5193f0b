import type * as z from 'zod/mini';
import type { firmErasureSchema } from '#shared/contracts/erasure.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { asOwner } from './access.ts';
import { describeRequest } from './describe-request.ts';
import { getFirmName, listRequestsFor } from './request-repository.ts';

export type FirmErasureBody = z.input<typeof firmErasureSchema>;

export async function describeFirmErasure(tx: Transaction, firmId: string): Promise<FirmErasureBody> {
  return {
    firmId,
    firmName: await getFirmName(tx, firmId),
    requests: (await listRequestsFor(tx, firmId)).map(describeRequest),
  };
}

/** What has been asked for on behalf of the firm, for its owners. */
export async function getFirmErasure(
  context: Context,
  access: AccessContext,
  firmId: string,
): Promise<FirmErasureBody> {
  return asOwner(context, access, firmId, (tx) => describeFirmErasure(tx, firmId));
}
