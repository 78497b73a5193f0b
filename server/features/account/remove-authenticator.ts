import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPersonInTurn } from './access.ts';
import { deleteAuthenticators, findAuthenticator, replaceRecoveryCodes } from './factor-repository.ts';
import {
  describeFactors,
  type FactorsBody,
  refuseLastFactor,
  refuseWithoutShownFactor,
  tellFactorChange,
} from './factors.ts';

export async function removeAuthenticator(context: Context, access: AccessContext): Promise<FactorsBody> {
  const factors = await asPersonInTurn(context, access, async (tx, person) => {
    const { personId } = person;
    refuseWithoutShownFactor(context, person);
    if ((await findAuthenticator(tx, personId)) === undefined) throw new DomainError('not-found');
    await refuseLastFactor(context, tx, personId);
    await deleteAuthenticators(tx, personId, null);
    await replaceRecoveryCodes(tx, personId, []);
    await tellFactorChange(context, tx, person, 'authenticator-removed');
    return describeFactors(tx, personId);
  });
  context.wakeWorker();
  return factors;
}
