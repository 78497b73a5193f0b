import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { consumePasskeyChallenge } from '../../platform/identity/challenges.ts';
import { getAccountBody } from '../../platform/identity/describe-account.ts';
import { openSession } from '../../platform/identity/open-session.ts';
import { findPasskey, type PasskeyRow, updatePasskeyUse } from '../../platform/identity/passkey-repository.ts';
import { checkPasskey, type UntrustedCredential } from '../../platform/identity/passkeys.ts';
import { findPerson } from '../../platform/identity/session-repository.ts';
import type { SignedIn } from './redeem-code.ts';

export type PasskeySignIn = {
  readonly credential: UntrustedCredential;
  readonly origin: string;
  readonly browserSecret: string;
  readonly sessionKey: string;
  readonly device: string;
};

async function takePasskey(context: Context, tx: Transaction, input: PasskeySignIn): Promise<PasskeyRow | undefined> {
  const challenge = await consumePasskeyChallenge(context, tx, 'passkey-sign-in', {
    browserSecret: input.browserSecret,
  });
  const passkey = await findPasskey(tx, input.credential.id);
  if (challenge === undefined || passkey === undefined) return undefined;
  const signatureCounter = await checkPasskey(input.origin, input.credential, {
    challenge,
    passkey,
  });
  if (signatureCounter === undefined) {
    await recordAudit(tx, {
      action: 'sign-in-failed',
      objectKind: 'passkey',
      objectId: passkey.passkeyId,
      actorPersonId: passkey.personId,
    });
    return undefined;
  }
  const isThere = await updatePasskeyUse(tx, passkey.passkeyId, { signatureCounter, usedAt: context.clock.now() });
  return isThere ? passkey : undefined;
}

/** A passkey shows both that one has the device and that one is its owner, so nothing more is asked for. */
export async function finishPasskey(context: Context, input: PasskeySignIn): Promise<SignedIn> {
  const access = { surface: 'identity', sessionKey: input.sessionKey } as const;
  const enter = async (tx: Transaction): Promise<SignedIn | undefined> => {
    const passkey = await takePasskey(context, tx, input);
    const person = passkey === undefined ? undefined : await findPerson(tx, passkey.personId);
    if (person === undefined || person.isLocked) return undefined;
    const { device } = input;
    const session = await openSession(context, tx, { person, method: 'passkey', hasSecondFactor: true, device });
    return { session, account: await getAccountBody(context, tx) };
  };
  // Whoever takes the passkey away holds the person first and the passkey then, and this the other way round.
  const signedIn = await inTransaction(context.database, access, enter, { isRetriable: true });
  if (signedIn === undefined) throw new DomainError('sign-in-refused');
  context.wakeWorker();
  return signedIn;
}
