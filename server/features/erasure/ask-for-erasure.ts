import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPerson } from './access.ts';
import { describeOwnErasure, type OwnErasureBody } from './get-own-erasure.ts';
import { storeRequest } from './store-request.ts';

/** Asks for the account to be erased. One request at a time: asking again changes nothing. */
export async function askForErasure(context: Context, access: AccessContext): Promise<OwnErasureBody> {
  return asPerson(context, access, async (tx, personId) => {
    await storeRequest(context, tx, { personId, firmId: null });
    return describeOwnErasure(tx, personId);
  });
}
