import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { inFirm } from './access.ts';
import type { FirmBody } from './describe-firm.ts';
import { describeFirm } from './describe-firm.ts';
import { lockFirm } from './firm-repository.ts';
import { updateSentInvitationsToRevoked } from './invitation-repository.ts';
import {
  findMembership,
  listMembers,
  updateMembershipToEnded,
  updateSessionsToEnded,
} from './membership-repository.ts';

type Membership = { readonly firmId: string; readonly membershipId: string };

/**
 * Ends a membership, and with it the person's sessions and the invitations that the person has sent. Ending one that
 * has ended changes nothing.
 */
export async function endFirmMembership(
  context: Context,
  access: AccessContext,
  membership: Membership,
): Promise<FirmBody> {
  const { firmId, membershipId } = membership;
  return inFirm(context, access, { firmId, action: 'manage-members' }, async (tx, role) => {
    // Two owners who end each other at once: the second is no longer there when its turn comes.
    await lockFirm(tx, firmId);
    const now = context.clock.now();
    const found = await findMembership(tx, firmId, membershipId);
    if (found === undefined) throw new DomainError('not-found');
    // Read first: whoever ends the own membership has no right to read afterwards.
    const before = await describeFirm(tx, firmId, { role, now });
    if (found.isEnded) return before;
    if (found.role === 'owner') await refuseLastOwner(tx, firmId);
    // First, too: whoever leaves has no right to it afterwards.
    const revoked = await revokeSent(tx, { firmId, personId: found.personId }, now);
    await updateMembershipToEnded(tx, membership, now);
    await recordAudit(tx, {
      action: 'membership-ended',
      objectKind: 'membership',
      objectId: membershipId,
      detail: { firmId, personId: found.personId, role: found.role },
    });
    await updateSessionsToEnded(tx, found.personId);
    return {
      ...before,
      members: before.members.filter((member) => member.membershipId !== membershipId),
      invitations: before.invitations.filter(({ invitationId }) => !revoked.includes(invitationId)),
    };
  });
}

async function refuseLastOwner(tx: Transaction, firmId: string): Promise<void> {
  const owners = (await listMembers(tx, firmId)).filter(({ role }) => role === 'owner');
  if (owners.length === 1) throw new DomainError('last-of-its-kind');
}

async function revokeSent(
  tx: Transaction,
  sender: { firmId: string; personId: string },
  revokedAt: Date,
): Promise<string[]> {
  const invitationIds = await updateSentInvitationsToRevoked(tx, sender, revokedAt);
  for (const invitationId of invitationIds) {
    await recordAudit(tx, {
      action: 'invitation-revoked',
      objectKind: 'invitation',
      objectId: invitationId,
      detail: { firmId: sender.firmId, isSenderGone: true },
    });
  }
  return invitationIds;
}
