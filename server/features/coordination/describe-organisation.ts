import type * as z from 'zod/mini';
import type { organisationSchema } from '#shared/contracts/coordination.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { getOrganisationRow } from './access.ts';
import type { InvitationRow } from './invitation-repository.ts';
import { listLiveInvitationRows } from './invitation-repository.ts';
import type { MemberRow } from './member-repository.ts';
import { listMemberRows } from './member-repository.ts';

export type OrganisationBody = z.input<typeof organisationSchema>;

function describeMember({ createdAt, ...member }: MemberRow, readerId: string): OrganisationBody['members'][number] {
  return { ...member, since: createdAt.toISOString(), isYou: member.personId === readerId };
}

function describeInvitation(row: InvitationRow): OrganisationBody['invitations'][number] {
  return { ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
}

export async function describeOrganisation(
  tx: Transaction,
  organisationId: string,
  reader: { personId: string; now: Date },
): Promise<OrganisationBody> {
  const organisation = await getOrganisationRow(tx, organisationId);
  const members = await listMemberRows(tx, organisationId, reader.now);
  const invitations = await listLiveInvitationRows(tx, organisationId, reader.now);
  return {
    ...organisation,
    members: members.map((member) => describeMember(member, reader.personId)),
    invitations: invitations.map(describeInvitation),
  };
}
