import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { deleteIdentity, listIdentities } from '../../platform/identity/identity-repository.ts';
import { asPersonInTurn } from './access.ts';
import {
  describeFactors,
  type FactorsBody,
  refuseLastFactor,
  refuseWithoutShownFactor,
  tellFactorChange,
} from './factors.ts';

export async function removeIdentity(
  context: Context,
  access: AccessContext,
  identityId: string,
): Promise<FactorsBody> {
  const factors = await asPersonInTurn(context, access, async (tx, person) => {
    const { personId } = person;
    refuseWithoutShownFactor(context, person);
    const isThere = (await listIdentities(tx, personId)).some((identity) => identity.identityId === identityId);
    if (!isThere) throw new DomainError('not-found');
    if (context.oidc !== undefined) await refuseLastFactor(context, tx, personId);
    await deleteIdentity(tx, personId, identityId);
    await tellFactorChange(context, tx, person, 'identity-removed');
    return describeFactors(tx, personId);
  });
  context.wakeWorker();
  return factors;
}
