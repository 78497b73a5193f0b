import { type Role, rolesIn } from '#shared/domain/access/roles.ts';
import type { Language } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { asManager, getOrganisationRow, refuseUnlessManaging } from './access.ts';
import type { OrganisationBody } from './describe-organisation.ts';
import { describeOrganisation } from './describe-organisation.ts';
import type { Seat } from './invitation-repository.ts';
import {
  findSeatedMembership,
  listLiveInvitationRows,
  listSeatInvitations,
  updateInvitationToRevoked,
} from './invitation-repository.ts';
import { invite } from './invite.ts';
import { lockOrganisation } from './organisation-repository.ts';

const mostLive = 100;

export type InvitationInput = {
  readonly account: Account;
  readonly organisationId: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
};

/** There is one live ticket for a seat, the newest. Whoever has the seat already is not invited. */
export async function inviteToOrganisation(
  context: Context,
  access: AccessContext,
  { account, organisationId, email, role, language }: InvitationInput,
): Promise<OrganisationBody> {
  refuseUnlessManaging(account, organisationId);
  const body = await asManager(context, access, async (tx) => {
    // Before the first look: whoever has waited for the end of the own membership finds nothing.
    await lockOrganisation(tx, organisationId);
    const organisation = await getOrganisationRow(tx, organisationId);
    if (!rolesIn(organisation.kind).includes(role)) refuse('role', 'role-not-in-organisation');
    const seat: Seat = { organisationId, email, role };
    const now = context.clock.now();
    if ((await findSeatedMembership(tx, seat)) !== undefined) refuse('email', 'already-in-use');
    await replaceEarlier(tx, seat, now);
    const live = await listLiveInvitationRows(tx, organisationId, now);
    if (live.length >= mostLive) refuse('email', 'too-many-invitations');
    const inviter = { personId: account.personId, name: account.name ?? account.email };
    await invite(context, tx, { seat, organisation, language, inviter });
    return describeOrganisation(tx, organisationId, { personId: account.personId, now });
  });
  context.wakeWorker();
  return body;
}

function refuse(field: string, code: string): never {
  throw new DomainError('invalid-request', { fields: [{ path: `body/${field}`, code }] });
}

async function replaceEarlier(tx: Transaction, seat: Seat, now: Date): Promise<void> {
  for (const { invitationId } of await listSeatInvitations(tx, seat, now)) {
    await updateInvitationToRevoked(tx, { organisationId: seat.organisationId, invitationId }, now);
    await recordAudit(tx, {
      action: 'invitation-revoked',
      objectKind: 'invitation',
      objectId: invitationId,
      detail: { organisationId: seat.organisationId, isReplaced: true },
    });
  }
}
