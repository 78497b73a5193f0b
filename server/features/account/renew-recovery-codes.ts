import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getAccountBody } from '../../platform/identity/describe-account.ts';
import { asPersonInTurn } from './access.ts';
import type { RaisedWithCodes } from './confirm-authenticator.ts';
import { refuseWithoutShownFactor, tellFactorChange } from './factors.ts';
import { giveRecoveryCodes } from './give-recovery-codes.ts';

/** For who has an authenticator: without one there is nothing to recover from. */
export async function renewRecoveryCodes(
  context: Context,
  access: AccessContext,
): Promise<Omit<RaisedWithCodes, 'session'>> {
  const renewed = await asPersonInTurn(context, access, async (tx, person) => {
    refuseWithoutShownFactor(context, person);
    if (!person.hasAuthenticator) throw new DomainError('not-found');
    const recoveryCodes = await giveRecoveryCodes(context, tx, person.personId);
    await tellFactorChange(context, tx, person, 'recovery-codes-renewed');
    return { account: await getAccountBody(context, tx), recoveryCodes };
  });
  context.wakeWorker();
  return renewed;
}
