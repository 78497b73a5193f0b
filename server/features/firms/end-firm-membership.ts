import { scopeOf } from '#shared/domain/access/permissions.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { inFirmInTurn } from './access.ts';
import type { FirmBody } from './describe-firm.ts';
import { describeFirm } from './describe-firm.ts';
import type { FirmRole, MembershipRow } from './membership-repository.ts';
import { findMembership, updateMembershipToEnded, updateSessionsToEnded } from './membership-repository.ts';
import { refuseLastOwner } from './refuse-last-owner.ts';
import { revokeSent } from './revoke-sent.ts';

type Membership = { readonly firmId: string; readonly membershipId: string };

/**
 * Ends the own membership, or for an owner anybody's, and with it the person's sessions and the invitations that the
 * person has sent. Ending one that has ended changes nothing.
 */
export async function endFirmMembership(
  context: Context,
  access: AccessContext,
  membership: Membership,
): Promise<FirmBody> {
  const { firmId, membershipId } = membership;
  return inFirmInTurn(context, access, { firmId, action: 'leave-firm' }, async (tx, role) => {
    const now = context.clock.now();
    const found = await getEndable(tx, membership, role);
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

async function getEndable(
  tx: Transaction,
  { firmId, membershipId }: Membership,
  role: FirmRole,
): Promise<MembershipRow> {
  const found = await findMembership(tx, firmId, membershipId);
  const isReachable = found?.isYou === true || scopeOf(role, 'manage-members') !== undefined;
  if (found === undefined || !isReachable) throw new DomainError('not-found');
  return found;
}
