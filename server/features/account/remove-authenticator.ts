import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { deleteAuthenticators, findAuthenticator, replaceRecoveryCodes } from './factor-repository.ts';
import type { FactorsBody } from './factors.ts';
import { removeFactor } from './remove-factor.ts';

/** The recovery codes stand in for the authenticator, and go with it. */
export function removeAuthenticator(context: Context, access: AccessContext): Promise<FactorsBody> {
  return removeFactor(context, access, {
    change: 'authenticator-removed',
    isUsable: true,
    isThere: async (tx, personId) => (await findAuthenticator(tx, personId)) !== undefined,
    remove: async (tx, personId) => {
      await deleteAuthenticators(tx, personId, null);
      await replaceRecoveryCodes(tx, personId, []);
    },
  });
}
