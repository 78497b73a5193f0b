import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import type { Account } from '../../platform/identity/account.ts';
import { asManager, refuseUnlessManaging } from './access.ts';
import type { OrganisationBody } from './describe-organisation.ts';
import { describeOrganisation } from './describe-organisation.ts';

export async function getOrganisation(
  context: Context,
  access: AccessContext,
  input: { account: Account; organisationId: string },
): Promise<OrganisationBody> {
  const { account, organisationId } = input;
  refuseUnlessManaging(account, organisationId);
  return asManager(context, access, (tx) =>
    describeOrganisation(tx, organisationId, { personId: account.personId, now: context.clock.now() }),
  );
}
