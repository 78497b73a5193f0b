import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import type { Account } from '../../platform/identity/account.ts';
import { asManager, refuseUnlessManaging } from './access.ts';
import type { OrganisationRow } from './organisation-repository.ts';
import { listOrganisationRows } from './organisation-repository.ts';

export async function listOrganisations(
  context: Context,
  access: AccessContext,
  account: Account,
): Promise<OrganisationRow[]> {
  refuseUnlessManaging(account);
  return asManager(context, access, listOrganisationRows);
}
