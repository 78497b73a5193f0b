import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AccountBody, getAccountBody } from '../../platform/identity/describe-account.ts';
import { type OpenedSession, renewSession } from '../../platform/identity/open-session.ts';
import { updateOthersToEnded } from '../../platform/identity/session-repository.ts';
import { asPersonInTurn } from './access.ts';
import { acceptTicket } from './invitation-repository.ts';
import { updatePerson } from './session-repository.ts';

/** The person has other rights from here on: this session gets another key, and the others end. */
export async function acceptInvitation(
  context: Context,
  access: AccessContext,
  input: { invitationId: string; name: string },
): Promise<{ account: AccountBody; session: OpenedSession }> {
  return asPersonInTurn(context, access, async (tx, { personId, sessionId, language }) => {
    const membershipId = await acceptTicket(tx, {
      invitationId: input.invitationId,
      membershipId: context.identifiers.newId(),
      acceptedAt: context.clock.now(),
    });
    if (membershipId === undefined) throw new DomainError('not-found');
    await updatePerson(tx, personId, { name: input.name, language });
    await updateOthersToEnded(tx, personId);
    await recordAudit(tx, {
      action: 'invitation-accepted',
      objectKind: 'invitation',
      objectId: input.invitationId,
      detail: { membershipId },
    });
    const session = await renewSession(context, tx, sessionId, false);
    return { account: await getAccountBody(context, tx), session };
  });
}
