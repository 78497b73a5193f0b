import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import { type AccountBody, getAccountBody } from '../../platform/identity/describe-account.ts';
import { type OpenedSession, openSession } from '../../platform/identity/open-session.ts';
import { getPersonByEmail } from '../../platform/identity/session-repository.ts';
import { isSignInCode } from '../../platform/identity/sign-in-code.ts';
import { lockUsableRequest, type RequestRow, updateAttempts, updateToUsed } from './repository.ts';

export type SignedIn = { readonly session: OpenedSession; readonly account: AccountBody };

export type CodeRedemption = {
  readonly code: string;
  readonly browserSecret: string;
  /** Of the session the browser has already, which the new one replaces. */
  readonly sessionKey: string;
  readonly device: string;
};

/** The request whose code it is; undefined when not, which costs one of its attempts. */
async function takeRequest(
  context: Context,
  tx: Transaction,
  { code, browserSecret }: CodeRedemption,
): Promise<RequestRow | undefined> {
  const now = context.clock.now();
  const request = await lockUsableRequest(tx, sha256(browserSecret), now);
  if (request === undefined) return undefined;
  if (await isSignInCode(code, request.codeSalt, request.codeHash)) {
    await updateToUsed(tx, request.signInRequestId, now);
    return request;
  }
  await updateAttempts(tx, request.signInRequestId);
  await recordAudit(tx, {
    action: 'sign-in-failed',
    objectKind: 'sign-in-request',
    objectId: request.signInRequestId,
    detail: { attemptsLeft: request.attemptsLeft - 1 },
  });
  return undefined;
}

/** Opens a session for the holder of the address, and for nobody else tells that the account is locked. */
export async function redeemCode(context: Context, redemption: CodeRedemption): Promise<SignedIn> {
  const { sessionKey, device } = redemption;
  // What a wrong code leaves behind must be kept, so the refusal comes after the transaction.
  const signedIn = await inTransaction(context.database, { surface: 'identity', sessionKey }, async (tx) => {
    const request = await takeRequest(context, tx, redemption);
    if (request === undefined) return undefined;
    const person = await getPersonByEmail(tx, {
      personId: context.identifiers.newId(),
      email: request.email,
      language: request.language,
      createdAt: context.clock.now(),
    });
    if (person.isLocked) return 'locked';
    const session = await openSession(context, tx, { person, method: 'code', hasSecondFactor: false, device });
    return { session, account: await getAccountBody(context, tx) };
  });
  if (signedIn === undefined) throw new DomainError('code-not-accepted');
  if (signedIn === 'locked') throw new DomainError('account-locked');
  context.wakeWorker();
  return signedIn;
}
