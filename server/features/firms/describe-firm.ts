import type * as z from 'zod/mini';
import type { firmSchema } from '#shared/contracts/firms.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { findErasure, getFirmRow, getNewestProfile, listResponses } from './firm-repository.ts';
import type { InvitationRow } from './invitation-repository.ts';
import { listLiveInvitations } from './invitation-repository.ts';
import type { FirmRole, MemberRow } from './membership-repository.ts';
import { listMembers } from './membership-repository.ts';

export type FirmBody = z.input<typeof firmSchema>;

/** The firm as the person of the live session sees it, in the role it has there. */
export async function describeFirm(
  tx: Transaction,
  firmId: string,
  { role, now }: { role: FirmRole; now: Date },
): Promise<FirmBody> {
  const firm = await getFirmRow(tx, firmId);
  const responses = await listResponses(tx, firmId);
  const profile = await getNewestProfile(tx, firmId);
  const members = await listMembers(tx, firmId);
  const invitations = role === 'owner' ? await listLiveInvitations(tx, firmId, now) : [];
  const erasureAskedAt = await findErasure(tx, firmId);
  return {
    ...firm,
    role,
    responses: responses.map((response) => ({
      ...response,
      startedAt: response.startedAt.toISOString(),
      submittedAt: response.submittedAt?.toISOString() ?? null,
    })),
    profile,
    erasureAskedAt: erasureAskedAt?.toISOString() ?? null,
    members: members.map((member) => describeMember(member, invitations)),
    invitations: invitations.map(describeInvitation),
  };
}

function describeMember(
  { language: _, since, ...member }: MemberRow,
  invitations: readonly InvitationRow[],
): FirmBody['members'][number] {
  const sent = invitations.filter(({ invitedBy }) => invitedBy === member.personId);
  return { ...member, since: since.toISOString(), fallingInvitationCount: sent.length };
}

function describeInvitation({ invitedBy: _, ...invitation }: InvitationRow): FirmBody['invitations'][number] {
  return {
    ...invitation,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  };
}
