import SQL from '@nearform/sql';
import * as z from 'zod';
import { many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isLiveAt } from '../../platform/identity/live-invitation-repository.ts';

/** The membership that the invitation has become; undefined when it is no (longer) for the person to take up. */
export async function acceptTicket(
  tx: Transaction,
  ticket: { invitationId: string; membershipId: string; acceptedAt: Date },
): Promise<string | undefined> {
  const row = await one(
    tx,
    z.object({ membershipId: z.uuid().nullable() }),
    SQL`select accept_invitation(${ticket.invitationId}, ${ticket.membershipId}, ${ticket.acceptedAt})
      as "membershipId"`,
  );
  return row.membershipId ?? undefined;
}

export async function updateToDeclined(tx: Transaction, invitationId: string, declinedAt: Date): Promise<boolean> {
  const rows = await many(
    tx,
    z.object({ invitationId: z.uuid() }),
    SQL`update invitations set declined_at = ${declinedAt}
      where invitation_id = ${invitationId} and ${isLiveAt(declinedAt)}
      returning invitation_id as "invitationId"`,
  );
  return rows.length > 0;
}
