import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AccountBody, getAccountBody } from '../../platform/identity/describe-account.ts';
import { asPerson } from './access.ts';
import { updateToDeclined } from './invitation-repository.ts';

export async function declineInvitation(
  context: Context,
  access: AccessContext,
  invitationId: string,
): Promise<AccountBody> {
  return asPerson(context, access, async (tx) => {
    if (!(await updateToDeclined(tx, invitationId, context.clock.now()))) throw new DomainError('not-found');
    await recordAudit(tx, { action: 'invitation-declined', objectKind: 'invitation', objectId: invitationId });
    return getAccountBody(context, tx);
  });
}
