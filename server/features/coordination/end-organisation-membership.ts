import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { asManager, getOrganisationRow, refuseUnlessManaging } from './access.ts';
import type { OrganisationBody } from './describe-organisation.ts';
import { describeOrganisation } from './describe-organisation.ts';
import { updateSentInvitationsToRevoked } from './invitation-repository.ts';
import type { MembershipRow } from './member-repository.ts';
import {
  findMembership,
  listAdministratorIds,
  updateMembershipToEnded,
  updateSessionsToEnded,
} from './member-repository.ts';
import { lockAdministration, lockOrganisation } from './organisation-repository.ts';

type MembershipInput = { readonly account: Account; readonly organisationId: string; readonly membershipId: string };

/**
 * Ends a membership, and with it the person's sessions and the invitations that the person could not send any more.
 * Ending one that has ended changes nothing.
 */
export async function endOrganisationMembership(
  context: Context,
  access: AccessContext,
  { account, organisationId, membershipId }: MembershipInput,
): Promise<OrganisationBody> {
  refuseUnlessManaging(account, organisationId);
  return asManager(context, access, async (tx) => {
    await lockOrganisation(tx, organisationId);
    const membership = await getEndable(tx, organisationId, membershipId);
    const now = context.clock.now();
    const describe = () => describeOrganisation(tx, organisationId, { personId: account.personId, now });
    // Read first: whoever ends the own membership has no right to read afterwards.
    const before = await describe();
    if (membership.isEnded) return before;
    const revoked = await revokeSent(tx, { personId: membership.personId, membershipId }, now);
    const ended = { organisationId, membershipId, endedAt: now, endedBy: account.personId };
    // Ended by what does not wait for the lock, or no longer this session's to end.
    if (!(await updateMembershipToEnded(tx, ended))) return describe();
    await recordAudit(tx, {
      action: 'membership-ended',
      objectKind: 'membership',
      objectId: membershipId,
      detail: { organisationId, personId: membership.personId, role: membership.role },
    });
    await updateSessionsToEnded(tx, membership.personId);
    return without(before, membershipId, revoked);
  });
}

async function revokeSent(
  tx: Transaction,
  sender: { personId: string; membershipId: string },
  now: Date,
): Promise<string[]> {
  const revoked = await updateSentInvitationsToRevoked(tx, sender, now);
  for (const { invitationId, organisationId } of revoked) {
    await recordAudit(tx, {
      action: 'invitation-revoked',
      objectKind: 'invitation',
      objectId: invitationId,
      detail: { organisationId, isReplaced: false, isSenderGone: true },
    });
  }
  return revoked.map(({ invitationId }) => invitationId);
}

async function getEndable(tx: Transaction, organisationId: string, membershipId: string): Promise<MembershipRow> {
  const { kind } = await getOrganisationRow(tx, organisationId);
  if (kind === 'coordination') await lockAdministration(tx);
  const membership = await findMembership(tx, organisationId, membershipId);
  if (membership === undefined) throw new DomainError('not-found');
  if (membership.role === 'administrator' && !membership.isEnded) {
    const others = (await listAdministratorIds(tx)).filter((personId) => personId !== membership.personId);
    if (others.length === 0) throw new DomainError('last-of-its-kind');
  }
  return membership;
}

function without(organisation: OrganisationBody, membershipId: string, revoked: readonly string[]): OrganisationBody {
  const members = organisation.members.filter((member) => member.membershipId !== membershipId);
  const invitations = organisation.invitations.filter(({ invitationId }) => !revoked.includes(invitationId));
  const memberCount = new Set(members.map(({ personId }) => personId)).size;
  return { ...organisation, members, invitations, memberCount };
}
