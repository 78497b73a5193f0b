import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { inFirmInTurn } from './access.ts';
import type { FirmBody } from './describe-firm.ts';
import { describeFirm } from './describe-firm.ts';
import type { FirmRole, MemberRow } from './membership-repository.ts';
import { listMembers, updateMembershipRole, updateSessionsToEnded } from './membership-repository.ts';
import { refuseLastOwner } from './refuse-last-owner.ts';
import { revokeSent } from './revoke-sent.ts';
import { tellOfRole } from './tell-of-role.ts';

type RoleInput = { readonly firmId: string; readonly membershipId: string; readonly role: FirmRole };

/** `isOwn`: it was the own role that changed, so that the session has other rights from here on. */
type RoleChanged = { readonly firm: FirmBody; readonly isOwn: boolean };

/**
 * Gives a member another role. The sessions of the person end, but for the one that does it, and the invitations that an
 * owner has sent fall with the right to send them. To the role that the member has already it changes nothing.
 */
export async function changeFirmRole(
  context: Context,
  access: AccessContext,
  account: Account,
  { firmId, membershipId, role }: RoleInput,
): Promise<RoleChanged> {
  const changed = await inFirmInTurn(context, access, { firmId, action: 'manage-members' }, async (tx, before) => {
    const now = context.clock.now();
    const member = await getMember(tx, firmId, membershipId);
    const isOwn = member.isYou && member.role !== role;
    if (member.role !== role) {
      // First: whoever gives up the own role has no right to it afterwards.
      if (member.role === 'owner') await giveUp(tx, firmId, member, now);
      if (!(await updateMembershipRole(tx, { firmId, membershipId, role }))) throw new DomainError('last-of-its-kind');
      await tellOfRole(context, tx, account, { firmId, member, role });
      if (!isOwn) await updateSessionsToEnded(tx, member.personId);
    }
    return { firm: await describeFirm(tx, firmId, { role: isOwn ? role : before, now }), isOwn };
  });
  context.wakeWorker();
  return changed;
}

async function getMember(tx: Transaction, firmId: string, membershipId: string): Promise<MemberRow> {
  const member = (await listMembers(tx, firmId)).find((each) => each.membershipId === membershipId);
  if (member === undefined) throw new DomainError('not-found');
  return member;
}

async function giveUp(tx: Transaction, firmId: string, { personId }: MemberRow, now: Date): Promise<void> {
  await refuseLastOwner(tx, firmId);
  await revokeSent(tx, { firmId, personId }, now);
}
