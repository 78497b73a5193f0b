import { dueMail } from '#shared/domain/campaign/due-mail.ts';
import { mostInvitations } from '#shared/domain/campaign/invitation-limit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PublishedContent } from '../../platform/content/published-content.ts';
import { type Database, inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import type { Identifiers } from '../../platform/identifier.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { isNight, swedishDate } from '../../platform/mail/swedish-time.ts';
import { factsOfMail } from './mail-facts.ts';
import { sinceWhenInvited } from './since-when-invited.ts';
import { minutesIn } from './version-of.ts';
import { noteWritten, type ToWrite, takeFirmsToWrite, takeTurnToWrite, type WrittenMail } from './worker-repository.ts';

export type WritingParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly published: PublishedContent;
};

/** A batch is one transaction: a worker that is gone in the middle has written none of its mails. */
const batch = 200;

async function writeOne(
  parts: WritingParts,
  tx: Transaction,
  { firm, now }: { firm: ToWrite; now: Date },
): Promise<WrittenMail | undefined> {
  const standing = { ...firm, isOpened: true, isEnded: false };
  const reached = { ...firm, hasFinished: false, isOutOfReach: false };
  const due = dueMail(standing, reached, { day: swedishDate(now), isNight: isNight(now) });
  if (due === undefined) return undefined;
  const reminderDay = due.kind === 'reminder' ? due.reminderDay : null;
  const first = firm.isAskedAgain ? `again-${firm.timesAgain + 1}` : 'invitation';
  const occasion = reminderDay ?? first;
  const version = await parts.published.instrumentVersion(firm.instrumentVersionId, tx);
  const mailId = parts.identifiers.newId();
  await insertMail(tx, {
    mailId,
    // Whom no mail has reached is not reminded of anything, but invited.
    kind: due.kind === 'reminder' && firm.isReached ? 'campaign-reminder' : 'campaign-invitation',
    recipient: firm.email,
    language: firm.language,
    facts: factsOfMail({ ...firm, minutes: minutesIn(version, firm.formCode) }),
    dedupeKey: `campaign:${firm.inviteeId}:${occasion}`,
    createdAt: now,
  });
  return { inviteeId: firm.inviteeId, mailId, occasion, reminderDay };
}

/** Of several calls of one organisation that invite an address in one batch: whether the next is more than it may have. */
function countInvitations(): (firm: ToWrite) => boolean {
  const counts = new Map<string, number>();
  return ({ organisationId, email, invitedOn, invitedOfLate }) => {
    if (invitedOn !== null) return false;
    const address = `${organisationId} ${email}`;
    const count = counts.get(address) ?? invitedOfLate;
    counts.set(address, count + 1);
    return count >= mostInvitations;
  };
}

/**
 * Writes the invitations and reminders that are due into the outbox, a batch of them. Resolves to whether there may be
 * more. Whether a mail is still wanted is asked once more as it is sent.
 */
export async function writeCampaignMails(parts: WritingParts): Promise<boolean> {
  const now = parts.clock.now();
  if (isNight(now)) return false;
  return inTransaction(
    parts.database,
    { surface: 'worker' },
    async (tx) => {
      if (!(await takeTurnToWrite(tx))) return false;
      const invitedSince = sinceWhenInvited(now);
      const firms = await takeFirmsToWrite(tx, { day: swedishDate(now), invitedSince, most: batch });
      const written: WrittenMail[] = [];
      const isOneTooMany = countInvitations();
      for (const firm of firms) {
        if (isOneTooMany(firm)) continue;
        const mail = await writeOne(parts, tx, { firm, now });
        if (mail !== undefined) written.push(mail);
      }
      if (written.length > 0) await noteWritten(tx, written, now);
      return firms.length === batch && written.length > 0;
    },
    { isRetriable: true },
  );
}
