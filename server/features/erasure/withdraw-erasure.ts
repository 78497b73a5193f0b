import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPerson } from './access.ts';
import { describeOwnErasure, type OwnErasureBody } from './get-own-erasure.ts';
import { listRequestsOf } from './request-repository.ts';
import { withdrawRequest } from './withdraw-request.ts';

/** Withdraws the request for the own account. One for a firm is withdrawn as its owner. */
export async function withdrawErasure(
  context: Context,
  access: AccessContext,
  erasureRequestId: string,
): Promise<OwnErasureBody> {
  return asPerson(context, access, async (tx, personId) => {
    const own = (await listRequestsOf(tx, personId)).filter(({ scope }) => scope === 'person');
    await withdrawRequest(context, tx, own, erasureRequestId);
    return describeOwnErasure(tx, personId);
  });
}
