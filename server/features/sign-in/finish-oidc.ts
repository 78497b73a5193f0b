import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { consumeOidcRequest } from '../../platform/identity/challenges.ts';
import { getAccountBody } from '../../platform/identity/describe-account.ts';
import { findPersonOfSubject } from '../../platform/identity/identity-repository.ts';
import type { OidcSubject } from '../../platform/identity/oidc.ts';
import { openSession } from '../../platform/identity/open-session.ts';
import { findPerson } from '../../platform/identity/session-repository.ts';
import type { SignedIn } from './redeem-code.ts';

export type OidcReply = {
  readonly query: string;
  readonly origin: string;
  readonly browserSecret: string;
  readonly sessionKey: string;
  readonly device: string;
};

async function askProvider(context: Context, input: OidcReply): Promise<OidcSubject> {
  if (context.oidc === undefined) throw new DomainError('not-found');
  const remembered = await inTransaction(context.database, { surface: 'identity' }, (tx) =>
    consumeOidcRequest(context, tx, 'oidc-sign-in', input),
  );
  if (remembered === undefined) throw new DomainError('sign-in-refused');
  return context.oidc.finish(input.origin, input.query, remembered);
}

/**
 * Opens a session for the person to whom the subject was connected from within the account. An address the provider
 * tells is not looked at: two providers may both say it, and only one of them be right.
 */
export async function finishOidc(context: Context, input: OidcReply): Promise<SignedIn> {
  const subject = await askProvider(context, input);
  const { sessionKey, device } = input;
  const enter = async (tx: Transaction): Promise<SignedIn | undefined> => {
    const personId = await findPersonOfSubject(tx, subject, context.clock.now());
    const person = personId === undefined ? undefined : await findPerson(tx, personId);
    if (person === undefined || person.isLocked) {
      const objectId = personId ?? 'unknown';
      await recordAudit(tx, { action: 'sign-in-failed', objectKind: 'identity', objectId });
      return undefined;
    }
    const session = await openSession(context, tx, { person, method: 'oidc', hasSecondFactor: true, device });
    return { session, account: await getAccountBody(context, tx) };
  };
  // Whoever takes the connection away holds the person first and the connection then, and this the other way round.
  const access = { surface: 'identity', sessionKey } as const;
  const signedIn = await inTransaction(context.database, access, enter, { isRetriable: true });
  if (signedIn === undefined) throw new DomainError('sign-in-refused');
  context.wakeWorker();
  return signedIn;
}
