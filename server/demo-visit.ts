import { signInAsDemoPerson } from './features/demo/sign-in-as-demo-person.ts';
import type { DemoPerson } from './platform/content/demo-people.ts';
import type { Context } from './platform/context.ts';
import type { AccessContext } from './platform/database/transaction.ts';
import { sha256Hex } from './platform/identifier.ts';
import type { Account } from './platform/identity/account.ts';
import { findAccount } from './platform/identity/repository.ts';

export type DemoVisit = {
  readonly account: Account;
  readonly as: (surface: AccessContext['surface']) => AccessContext;
};

/** Signs in as one of the demo's people, for what the server does in their name. Whoever visits signs out. */
export async function visitAs(context: Context, person: DemoPerson): Promise<DemoVisit> {
  const { session } = await signInAsDemoPerson(context, person, { sessionKey: '', device: '–' });
  const sessionKey = sha256Hex(session.secret);
  const account = await findAccount(context.database, sessionKey);
  if (account === undefined) throw new Error(`the demo's ${person.code} cannot sign in`);
  return { account, as: (surface) => ({ surface, sessionKey }) };
}
