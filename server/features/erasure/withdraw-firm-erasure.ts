import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asOwner } from './access.ts';
import { describeFirmErasure, type FirmErasureBody } from './get-firm-erasure.ts';
import { listRequestsFor } from './request-repository.ts';
import { withdrawRequest } from './withdraw-request.ts';

/** Takes the firm's request back; any of its owners may. */
export async function withdrawFirmErasure(
  context: Context,
  access: AccessContext,
  { firmId, erasureRequestId }: { firmId: string; erasureRequestId: string },
): Promise<FirmErasureBody> {
  return asOwner(context, access, firmId, async (tx) => {
    await withdrawRequest(context, tx, await listRequestsFor(tx, firmId), erasureRequestId);
    return describeFirmErasure(tx, firmId);
  });
}
