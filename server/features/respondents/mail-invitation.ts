import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Account } from '../../platform/identity/account.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { periodBefore } from '../../platform/period.ts';
import { mostMailsADay, mostMailsADayToAddress } from './limits.ts';
import { countRespondentMails } from './respondent-repository.ts';

type Mailed = {
  readonly respondentId: string;
  readonly email: string;
  readonly language: Language;
  readonly expiresAt: Date;
  /** How often they have been invited, with this mail. */
  readonly invitations: number;
};

/** Counted with the one that is about to go. */
export async function refuseTooManyMails(tx: Transaction, firmId: string, email: string, now: Date): Promise<void> {
  const { mailed, mailedTo } = await countRespondentMails(tx, firmId, email, periodBefore(now, { days: 1 }));
  if (mailed > mostMailsADay || mailedTo > mostMailsADayToAddress) throw new DomainError('too-many-requests');
}

export async function mailInvitation(
  context: Context,
  tx: Transaction,
  { respondentId, email, language, expiresAt, invitations }: Mailed,
  { firmName, account }: { firmName: string | null; account: Account },
): Promise<void> {
  await insertMail(tx, {
    mailId: context.identifiers.newId(),
    kind: 'respondent-invitation',
    recipient: email,
    language,
    facts: {
      inviterName: account.name ?? account.email,
      inviterPersonId: account.personId,
      placeName: firmName ?? '',
      lastDay: swedishDate(expiresAt),
      respondentId,
    },
    dedupeKey: `respondent-invitation:${respondentId}:${invitations}`,
    createdAt: context.clock.now(),
  });
}
