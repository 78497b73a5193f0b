import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { deletePasskey, listPasskeys } from '../../platform/identity/passkey-repository.ts';
import { asPersonInTurn } from './access.ts';
import {
  describeFactors,
  type FactorsBody,
  refuseLastFactor,
  refuseWithoutShownFactor,
  tellFactorChange,
} from './factors.ts';

export async function removePasskey(context: Context, access: AccessContext, passkeyId: string): Promise<FactorsBody> {
  const factors = await asPersonInTurn(context, access, async (tx, person) => {
    const { personId } = person;
    refuseWithoutShownFactor(context, person);
    const isThere = (await listPasskeys(tx, personId)).some((passkey) => passkey.passkeyId === passkeyId);
    if (!isThere) throw new DomainError('not-found');
    await refuseLastFactor(context, tx, personId);
    await deletePasskey(tx, personId, passkeyId);
    await tellFactorChange(context, tx, person, 'passkey-removed');
    return describeFactors(tx, personId);
  });
  context.wakeWorker();
  return factors;
}
