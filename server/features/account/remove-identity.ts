import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { deleteIdentity, listIdentities } from '../../platform/identity/identity-repository.ts';
import type { FactorsBody } from './factors.ts';
import { removeFactor } from './remove-factor.ts';

export function removeIdentity(context: Context, access: AccessContext, identityId: string): Promise<FactorsBody> {
  return removeFactor(context, access, {
    change: 'identity-removed',
    isUsable: context.oidc !== undefined,
    isThere: async (tx, personId) =>
      (await listIdentities(tx, personId)).some((each) => each.identityId === identityId),
    remove: (tx, personId) => deleteIdentity(tx, personId, identityId),
  });
}
