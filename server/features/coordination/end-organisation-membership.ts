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
  listManagerIds,
  updateMembershipToEnded,
  updateSessionsToEnded,
} from './member-repository.ts';
import { getStanding, lockAdministration, lockOrganisation } from './organisation-repository.ts';

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
    const membership = await getMembership(tx, organisationId, membershipId);
    if (!membership.isEnded)
      await refuseLast(tx, organisationId, { ...membership, isOwn: membership.personId === account.personId });
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

async function getMembership(tx: Transaction, organisationId: string, membershipId: string): Promise<MembershipRow> {
  const { kind } = await getOrganisationRow(tx, organisationId);
  if (kind === 'coordination') await lockAdministration(tx);
  const membership = await findMembership(tx, organisationId, membershipId);
  if (membership === undefined) throw new DomainError('not-found');
  return membership;
}

/** The last administrator stays; so does the last manager, but for an administrator, who can invite another. */
async function refuseLast(
  tx: Transaction,
  organisationId: string,
  { personId, role, isOwn }: MembershipRow & { isOwn: boolean },
): Promise<void> {
  const isLastOf = (holders: readonly string[]) => holders.every((holder) => holder === personId);
  if (role === 'administrator' && isLastOf(await listAdministratorIds(tx))) throw new DomainError('last-of-its-kind');
  if (role !== 'manager' || !isOwn || (await getStanding(tx)).isAdministrator) return;
  if (isLastOf(await listManagerIds(tx, organisationId))) {
    throw new DomainError('last-of-its-kind', { fields: [{ path: 'params/membershipId', code: 'last-manager' }] });
  }
}

function without(organisation: OrganisationBody, membershipId: string, revoked: readonly string[]): OrganisationBody {
  const members = organisation.members.filter((member) => member.membershipId !== membershipId);
  const invitations = organisation.invitations.filter(({ invitationId }) => !revoked.includes(invitationId));
  const memberCount = new Set(members.map(({ personId }) => personId)).size;
  return { ...organisation, members, invitations, memberCount };
}
