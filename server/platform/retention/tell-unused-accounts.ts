import type { Period } from '#shared/domain/retention/period.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Identifiers } from '../identifier.ts';
import { insertMail } from '../mail/repository.ts';
import { dayInWords } from '../mail/swedish-time.ts';
import { periodAfter, periodBefore } from '../period.ts';
import { listAccountsToTell, type UnusedAccount } from './repository.ts';

type Parts = { readonly database: Database; readonly clock: Clock; readonly identifiers: Identifiers };
type Notice = { readonly after: Period; readonly notice: Period; readonly most: number };

const later = (one: Date, other: Date): Date => (one > other ? one : other);

function mailOf({ identifiers }: Parts, account: UnusedAccount, { after, notice }: Notice, now: Date) {
  const { personId, email, language, usedAt } = account;
  const deletedOn = later(periodAfter(usedAt, after), periodAfter(now, notice));
  return {
    mailId: identifiers.newId(),
    kind: 'account-expiring',
    recipient: email,
    language,
    facts: { deletedOnSv: dayInWords(deletedOn, 'sv'), deletedOnEn: dayInWords(deletedOn, 'en') },
    dedupeKey: `account-expiring:${personId}:${usedAt.toISOString()}`,
    createdAt: now,
  } as const;
}

/** Tells those whose accounts are about to go, so long before that they can still use them. Once for each disuse. */
export async function tellUnusedAccounts(parts: Parts, rule: Notice): Promise<void> {
  const now = parts.clock.now();
  const cutoff = periodBefore(periodAfter(now, rule.notice), rule.after);
  let count = rule.most;
  while (count === rule.most) {
    count = await inTransaction(parts.database, { surface: 'worker' }, async (tx) => {
      const accounts = await listAccountsToTell(tx, { cutoff, most: rule.most }, now);
      for (const account of accounts) await insertMail(tx, mailOf(parts, account, rule, now));
      return accounts.length;
    });
  }
}
