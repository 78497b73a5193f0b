import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asOwner } from './access.ts';
import { describeFirmErasure, type FirmErasureBody } from './get-firm-erasure.ts';
import { storeRequest } from './store-request.ts';

/** Asks for the firm to be erased. One request at a time, whichever owner asks. */
export async function askForFirmErasure(
  context: Context,
  access: AccessContext,
  firmId: string,
): Promise<FirmErasureBody> {
  return asOwner(context, access, firmId, async (tx, personId) => {
    await storeRequest(context, tx, { personId, firmId });
    return describeFirmErasure(tx, firmId);
  });
}
