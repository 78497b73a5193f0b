import type { Language } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { inFirm } from './access.ts';
import type { FirmBody } from './describe-firm.ts';
import { describeFirm } from './describe-firm.ts';
import { getFirmRow, lockFirm } from './firm-repository.ts';
import type { NewInvitation } from './invitation-repository.ts';
import { countInvitations, insertInvitation } from './invitation-repository.ts';
import type { FirmRole } from './membership-repository.ts';
import { listMembers } from './membership-repository.ts';

export type InviteInput = { firmId: string; email: string; role: FirmRole; language: Language };

const validDays = 30;
const dayMs = 86_400_000;
const mostLive = 50;
/** What a firm may send in 24 hours: to everybody together, and to one address, whose holder did not ask for it. */
const mostADay = 200;
const mostADayToAddress = 5;

/** Sends the holder of an address a ticket into the firm. Somebody who is in it already is not invited. */
export async function inviteToFirm(
  context: Context,
  access: AccessContext,
  account: Account,
  input: InviteInput,
): Promise<FirmBody> {
  const { firmId, email } = input;
  const body = await inFirm(context, access, { firmId, action: 'manage-members' }, async (tx, role) => {
    const now = context.clock.now();
    await lockFirm(tx, firmId);
    await refuseMember(tx, firmId, email);
    const expiresAt = new Date(now.getTime() + validDays * dayMs);
    const invitation = { ...input, invitationId: context.identifiers.newId(), createdAt: now, expiresAt };
    await insertInvitation(tx, invitation);
    await refuseTooMany(tx, invitation);
    await tellInvited(context, tx, account, invitation);
    return describeFirm(tx, firmId, { role, now });
  });
  context.wakeWorker();
  return body;
}

/** In whatever role: what a member may do is changed, not invited to. */
async function refuseMember(tx: Transaction, firmId: string, email: string): Promise<void> {
  const isMember = (await listMembers(tx, firmId)).some((member) => member.email === email);
  if (isMember) throw new DomainError('invalid-request', { fields: [{ path: 'body/email', code: 'already-in-use' }] });
}

/** Counted with the new one, which may have taken the place of an earlier one. */
async function refuseTooMany(tx: Transaction, invitation: NewInvitation): Promise<void> {
  const now = invitation.createdAt;
  const counts = await countInvitations(tx, invitation, { now, since: new Date(now.getTime() - dayMs) });
  if (counts.live > mostLive || counts.sent > mostADay || counts.sentToAddress > mostADayToAddress) {
    throw new DomainError('too-many-requests');
  }
}

async function tellInvited(
  context: Context,
  tx: Transaction,
  inviter: Account,
  { invitationId, firmId, role, email, language, createdAt }: NewInvitation,
): Promise<void> {
  const { name } = await getFirmRow(tx, firmId);
  await insertMail(tx, {
    mailId: context.identifiers.newId(),
    kind: 'firm-invitation',
    recipient: email,
    language,
    facts: { inviterName: inviter.name ?? inviter.email, placeName: name ?? '', role, invitationId },
    dedupeKey: `invitation:${invitationId}`,
    createdAt,
  });
  await recordAudit(tx, {
    action: 'invitation-sent',
    objectKind: 'invitation',
    objectId: invitationId,
    detail: { firmId, role },
  });
}
