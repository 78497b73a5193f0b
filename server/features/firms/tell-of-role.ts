import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Account } from '../../platform/identity/account.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { getFirmRow } from './firm-repository.ts';
import type { FirmRole, MemberRow } from './membership-repository.ts';

type RoleChange = { readonly firmId: string; readonly member: MemberRow; readonly role: FirmRole };

/** Writes down that a member has another role from here on, and tells that member. */
export async function tellOfRole(
  context: Context,
  tx: Transaction,
  changer: Account,
  { firmId, member, role }: RoleChange,
): Promise<void> {
  const { membershipId, personId, email, language } = member;
  await recordAudit(tx, {
    action: 'role-changed',
    objectKind: 'membership',
    objectId: membershipId,
    detail: { firmId, personId, role },
  });
  if (email === null || language === null) return;
  const { name } = await getFirmRow(tx, firmId);
  const mailId = context.identifiers.newId();
  await insertMail(tx, {
    mailId,
    kind: 'role-changed',
    recipient: email,
    language,
    facts: { changerName: changer.name ?? changer.email, firmName: name ?? '', role },
    // By the membership it is found when the firm is erased; a role can change more than once.
    dedupeKey: `role-changed:${membershipId}:${mailId}`,
    createdAt: context.clock.now(),
  });
}
