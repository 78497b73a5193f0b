import { needsSecondFactor } from '#shared/domain/access/roles.ts';
import type { DemoPerson } from '../../platform/content/demo-people.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AccountBody, getAccountBody } from '../../platform/identity/describe-account.ts';
import { type OpenedSession, openSession } from '../../platform/identity/open-session.ts';
import { findDemoPerson } from './repository.ts';

export type DemoSession = { readonly session: OpenedSession; readonly account: AccountBody };

/** Opens a session as one of the made-up people, with all that the role asks for taken as shown. */
export async function signInAsDemoPerson(
  context: Context,
  { email, role }: DemoPerson,
  input: { sessionKey: string; device: string },
): Promise<DemoSession> {
  const { sessionKey, device } = input;
  return inTransaction(context.database, { surface: 'identity', sessionKey }, async (tx) => {
    const person = await findDemoPerson(tx, email);
    if (person === undefined || person.isLocked) throw new DomainError('not-found');
    const hasSecondFactor = needsSecondFactor(role);
    const session = await openSession(context, tx, { person, method: 'demo', hasSecondFactor, device });
    return { session, account: await getAccountBody(context, tx) };
  });
}
