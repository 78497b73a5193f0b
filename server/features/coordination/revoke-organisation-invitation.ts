import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { asManager, getOrganisationRow, refuseUnlessManaging } from './access.ts';
import type { OrganisationBody } from './describe-organisation.ts';
import { describeOrganisation } from './describe-organisation.ts';
import { hasInvitation, updateInvitationToRevoked } from './invitation-repository.ts';

/** Does nothing to an invitation that was used, turned down or revoked already. */
export async function revokeOrganisationInvitation(
  context: Context,
  access: AccessContext,
  input: { account: Account; organisationId: string; invitationId: string },
): Promise<OrganisationBody> {
  const { account, organisationId, invitationId } = input;
  refuseUnlessManaging(account, organisationId);
  return asManager(context, access, async (tx) => {
    await getOrganisationRow(tx, organisationId);
    if (!(await hasInvitation(tx, organisationId, invitationId))) throw new DomainError('not-found');
    const now = context.clock.now();
    if (await updateInvitationToRevoked(tx, { organisationId, invitationId }, now)) {
      await recordAudit(tx, {
        action: 'invitation-revoked',
        objectKind: 'invitation',
        objectId: invitationId,
        detail: { organisationId, isReplaced: false },
      });
    }
    return describeOrganisation(tx, organisationId, { personId: account.personId, now });
  });
}
