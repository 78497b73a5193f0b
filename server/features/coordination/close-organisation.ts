import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { asAdministrator, getOrganisationRow } from './access.ts';
import type { OrganisationBody } from './describe-organisation.ts';
import { describeOrganisation } from './describe-organisation.ts';
import { updateOrganisationToClosed } from './organisation-repository.ts';

/** While it is closed its people have no rights from it. The coordination stays: nobody could open it again. */
export async function closeOrganisation(
  context: Context,
  access: AccessContext,
  input: { account: Account; organisationId: string; isClosed: boolean },
): Promise<OrganisationBody> {
  const { account, organisationId, isClosed } = input;
  return asAdministrator(context, access, async (tx) => {
    const organisation = await getOrganisationRow(tx, organisationId);
    if (organisation.kind === 'coordination') throw new DomainError('last-of-its-kind');
    const now = context.clock.now();
    if (organisation.isClosed !== isClosed) {
      await updateOrganisationToClosed(tx, organisationId, isClosed ? now : null);
      const action = isClosed ? 'organisation-closed' : 'organisation-reopened';
      await recordAudit(tx, { action, objectKind: 'organisation', objectId: organisationId });
    }
    return describeOrganisation(tx, organisationId, { personId: account.personId, now });
  });
}
