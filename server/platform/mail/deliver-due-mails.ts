import { inTransaction } from '../database/transaction.ts';
import { type Delivery, deliverMail, leaseSeconds } from './deliver-mail.ts';
import { claimMails, releaseLapsedMails } from './repository.ts';

/** As many at once as a small mail server takes connections. */
const batch = 5;

/**
 * Sends the mails that are due, a batch of them. Resolves to whether there may be more. When one meets a fault of our
 * own, such as a database that is away, the others are finished before it is told.
 */
export async function deliverDueMails(delivery: Delivery, signal: AbortSignal): Promise<boolean> {
  const { database, clock, identifiers, log } = delivery;
  const { released, claimed } = await inTransaction(database, { surface: 'worker' }, async (tx) => ({
    released: await releaseLapsedMails(tx, clock.now()),
    claimed: await claimMails(tx, { claimId: identifiers.newId(), now: clock.now(), limit: batch, leaseSeconds }),
  }));
  for (const mail of released) log.warn({ ...mail, fault: 'interrupted' }, 'a mail was left by a worker that is gone');
  const outcomes = await Promise.allSettled(claimed.map((mail) => deliverMail(delivery, mail, signal)));
  const fault = outcomes.find((outcome) => outcome.status === 'rejected');
  if (fault !== undefined) throw fault.reason;
  return claimed.length === batch;
}
