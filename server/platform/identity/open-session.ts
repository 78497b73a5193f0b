import { needsSecondFactor } from '#shared/domain/access/roles.ts';
import { sessionLimitsOf } from '#shared/domain/access/session-limits.ts';
import { recordAudit } from '../audit/repository.ts';
import type { Context } from '../context.ts';
import type { Transaction } from '../database/transaction.ts';
import { sha256 } from '../identifier.ts';
import { insertMail } from '../mail/repository.ts';
import {
  insertSession,
  listOwnRoles,
  type PersonRow,
  presentSession,
  revokePresentedSession,
  type SessionMethod,
  updateSessionKey,
  updateSessionLimits,
} from './session-repository.ts';

/** What the browser is handed: the only place the secret is known. */
export type OpenedSession = { readonly secret: string; readonly expiresAt: Date };

export type SignIn = {
  readonly person: PersonRow;
  readonly method: SessionMethod;
  readonly hasSecondFactor: boolean;
  readonly device: string;
};

/**
 * Opens a session in place of the one the browser had. The transaction then presents the new one, so that whatever
 * follows in it is done as that person. Whoever can see others is told by mail that somebody signed in.
 */
export async function openSession(context: Context, tx: Transaction, signIn: SignIn): Promise<OpenedSession> {
  const { person, method, hasSecondFactor, device } = signIn;
  const secret = context.identifiers.newSecret();
  const sessionId = context.identifiers.newId();
  await revokePresentedSession(tx);
  await insertSession(tx, { ...signIn, sessionId, personId: person.personId, keySha256: sha256(secret) });
  await presentSession(tx, secret);
  const roles = await listOwnRoles(tx);
  const expiresAt = await updateSessionLimits(tx, sessionId, sessionLimitsOf(roles));
  await recordAudit(tx, {
    action: 'signed-in',
    objectKind: 'session',
    objectId: sessionId,
    detail: { method, hasSecondFactor },
  });
  if (roles.some(needsSecondFactor) && method !== 'demo') {
    await insertMail(tx, {
      mailId: context.identifiers.newId(),
      kind: 'new-sign-in',
      recipient: person.email,
      language: person.language,
      facts: { device, method },
      createdAt: context.clock.now(),
    });
  }
  return { secret, expiresAt };
}

/** Gives the session another key and the limits of the roles the person has now. */
export async function renewSession(
  context: Context,
  tx: Transaction,
  sessionId: string,
  hasShownSecondFactor: boolean,
): Promise<OpenedSession> {
  const secret = context.identifiers.newSecret();
  await updateSessionKey(tx, sessionId, { keySha256: sha256(secret), hasShownSecondFactor });
  await presentSession(tx, secret);
  const expiresAt = await updateSessionLimits(tx, sessionId, sessionLimitsOf(await listOwnRoles(tx)));
  return { secret, expiresAt };
}
