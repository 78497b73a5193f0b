import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { deletePasskey, listPasskeys } from '../../platform/identity/passkey-repository.ts';
import type { FactorsBody } from './factors.ts';
import { removeFactor } from './remove-factor.ts';

export function removePasskey(context: Context, access: AccessContext, passkeyId: string): Promise<FactorsBody> {
  return removeFactor(context, access, {
    change: 'passkey-removed',
    isUsable: true,
    isThere: async (tx, personId) => (await listPasskeys(tx, personId)).some((each) => each.passkeyId === passkeyId),
    remove: (tx, personId) => deletePasskey(tx, personId, passkeyId),
  });
}
