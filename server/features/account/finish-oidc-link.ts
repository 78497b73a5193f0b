import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { consumeOidcRequest } from '../../platform/identity/challenges.ts';
import { insertIdentity } from '../../platform/identity/identity-repository.ts';
import { asPerson, asPersonInTurn } from './access.ts';
import { describeFactors, type FactorsBody, refuseWithoutShownFactor, tellFactorChange } from './factors.ts';

export async function finishOidcLink(
  context: Context,
  access: AccessContext,
  input: { origin: string; browserSecret: string; query: string },
): Promise<FactorsBody> {
  const { oidc } = context;
  if (oidc === undefined) throw new DomainError('not-found');
  // The provider is asked between two transactions: a slow one must not hold a connection.
  const remembered = await asPerson(context, access, async (tx, person) => {
    refuseWithoutShownFactor(context, person);
    return consumeOidcRequest(context, tx, 'oidc-link', { ...input, personId: person.personId });
  });
  if (remembered === undefined) throw new DomainError('sign-in-refused');
  const subject = await oidc.finish(input.origin, input.query, remembered);
  const factors = await asPersonInTurn(context, access, async (tx, person) => {
    const { personId } = person;
    // A factor may have been put in place while the provider was asked.
    refuseWithoutShownFactor(context, person);
    const identity = { ...subject, identityId: context.identifiers.newId(), personId, createdAt: context.clock.now() };
    if (!(await insertIdentity(tx, identity))) throw new DomainError('already-in-use');
    await tellFactorChange(context, tx, person, 'identity-added');
    return describeFactors(tx, personId);
  });
  context.wakeWorker();
  return factors;
}
