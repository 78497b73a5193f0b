import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { findAccountRow } from '../../platform/identity/account-repository.ts';
import { lockPerson } from '../../platform/identity/identity-repository.ts';
import { type OpenedSession, renewSession } from '../../platform/identity/open-session.ts';
import { updateOthersToEnded } from '../../platform/identity/session-repository.ts';

/**
 * The person has other rights in a firm from here on: the session gets another key, and the others end. In a transaction
 * after that of the change, whose role reaches no sessions. Undefined when the session has ended meanwhile.
 */
export async function renewOwnSession(context: Context, sessionKey: string): Promise<OpenedSession | undefined> {
  return inTransaction(context.database, { surface: 'identity', sessionKey }, async (tx) => {
    const before = await findAccountRow(tx);
    if (before === undefined) return undefined;
    await lockPerson(tx, before.personId);
    const person = await findAccountRow(tx);
    if (person === undefined) return undefined;
    await updateOthersToEnded(tx, person.personId);
    return renewSession(context, tx, person.sessionId, false);
  });
}
