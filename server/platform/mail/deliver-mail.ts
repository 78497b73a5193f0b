import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import type { AccessContext, Database, Transaction } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Identifiers, sha256 } from '../identifier.ts';
import { newSignInCode } from '../identity/sign-in-code.ts';
import { type ComposedMail, composeMail, type SecretToTell } from './compose-mail.ts';
import { MailFault } from './mail-fault.ts';
import type { MailTexts } from './mail-texts.ts';
import { type MailedLink, mailedLinks } from './mailed-link-repository.ts';
import { givenUpAt, nextAttemptAt } from './next-attempt.ts';
import type { ClaimedMail } from './repository.ts';
import { updateMailHandingOver, updateMailSettled, updateMailWaiting } from './repository.ts';
import { findOpenSignInRequest, updateSignInCode } from './sign-in-request-repository.ts';
import type { MailTransport } from './transport.ts';

export type Delivery = {
  readonly database: Database;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly texts: MailTexts;
  readonly transport: MailTransport;
  /** Where people reach the site, as it is configured; every link begins with it. */
  readonly origin: string;
  /** Kinds and codes only; never an address or a text. */
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
};

/** How long a mail is one worker's: more than the transport takes. */
export const leaseSeconds = 120;

const worker: AccessContext = { surface: 'worker' };

/** Somebody else has taken the mail meanwhile, and says what becomes of it. */
class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

function asWorker<T>({ database }: Delivery, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(database, worker, work, { isRetriable: true });
}

/** A new code each time: the one before was never told, or cannot be told again, for it is written nowhere. */
async function makeCode(delivery: Delivery, mail: ClaimedMail): Promise<SecretToTell> {
  const requestId = mail.facts['signInRequestId'] ?? '';
  const request = await asWorker(delivery, (tx) => findOpenSignInRequest(tx, requestId, delivery.clock.now()));
  if (request === undefined) throw new MailFault('no-longer-needed', 'never');
  const { code, ...stored } = await newSignInCode(delivery.identifiers);
  const isOurs = await asWorker(delivery, (tx) => updateSignInCode(tx, requestId, stored, mail));
  if (!isOurs) throw new ClaimLost();
  return { kind: 'code', code, expiresAt: request.expiresAt };
}

/** As with a code. The link that was shown when it was made goes on by its own key. */
async function makeLinkKey(delivery: Delivery, mail: ClaimedMail, link: MailedLink): Promise<SecretToTell> {
  const { mailId, claimId } = mail;
  const linkId = mail.facts[link.fact] ?? '';
  const told = { mailId, claimId, linkId };
  const isBehind = await asWorker(delivery, async (tx) => (await link.isBehind?.(tx, told)) ?? false);
  if (isBehind) throw new MailFault('behind-another', 'try-again');
  const isLive = await asWorker(delivery, (tx) => link.isLive(tx, told, delivery.clock.now()));
  if (!isLive) throw new MailFault('no-longer-needed', 'never');
  const key = delivery.identifiers.newSecret();
  const isOurs = await asWorker(delivery, (tx) => link.updateKey(tx, told, sha256(key)));
  if (!isOurs) throw new ClaimLost();
  return { kind: 'key', key };
}

async function makeSecret(delivery: Delivery, mail: ClaimedMail): Promise<SecretToTell | undefined> {
  if (mail.kind === 'sign-in-code') return makeCode(delivery, mail);
  const link = mailedLinks[mail.kind];
  return link === undefined ? undefined : makeLinkKey(delivery, mail, link);
}

function compose({ texts, origin, log }: Delivery, mail: ClaimedMail, tell: SecretToTell | undefined): ComposedMail {
  try {
    return composeMail(texts, mail, origin, tell);
  } catch (error) {
    log.error({ kind: mail.kind, reason: error instanceof Error ? error.message : '' }, 'a mail cannot be composed');
    throw new MailFault('not-composable', 'never');
  }
}

async function handOver(delivery: Delivery, mail: ClaimedMail): Promise<void> {
  if (!(await asWorker(delivery, (tx) => updateMailHandingOver(tx, mail, leaseSeconds)))) throw new ClaimLost();
}

async function settleFault(
  delivery: Delivery,
  mail: ClaimedMail,
  { code: fault, outcome }: MailFault,
  deadline: Date,
): Promise<void> {
  const at = delivery.clock.now();
  const next = fault === 'interrupted' ? at : nextAttemptAt(at, mail.attempts);
  const isTriedAgain = outcome === 'try-again' && next < deadline;
  const status = outcome === 'unknown' ? 'unconfirmed' : 'failed';
  await asWorker(delivery, (tx) =>
    isTriedAgain
      ? updateMailWaiting(tx, mail, { fault, nextAttemptAt: next })
      : updateMailSettled(tx, mail, { status, fault, at }),
  );
  const { mailId, kind, attempts } = mail;
  const entry = { mailId, kind, attempts, fault, status: isTriedAgain ? 'waiting' : status };
  if (isTriedAgain) delivery.log.info(entry, 'a mail was not sent');
  else delivery.log.warn(entry, 'a mail was not sent');
}

/** Makes the mail and hands it to the transport. Whatever becomes of it stands in the outbox afterwards. */
export async function deliverMail(delivery: Delivery, mail: ClaimedMail, signal: AbortSignal): Promise<void> {
  const { transport, clock, log } = delivery;
  let deadline = givenUpAt(mail.createdAt);
  try {
    const { recipient } = mail;
    if (recipient === null) throw new MailFault('no-longer-needed', 'never');
    const tell = await makeSecret(delivery, mail);
    if (tell?.kind === 'code') deadline = tell.expiresAt;
    const outgoing = { ...compose(delivery, mail, tell), mailId: mail.mailId, recipient, sentAt: clock.now() };
    await transport.send(outgoing, { onHandOver: () => handOver(delivery, mail), signal });
  } catch (error) {
    if (error instanceof ClaimLost) return;
    if (!(error instanceof MailFault)) throw error;
    await settleFault(delivery, mail, error, deadline);
    return;
  }
  await asWorker(delivery, (tx) => updateMailSettled(tx, mail, { status: 'sent', fault: null, at: clock.now() }));
  log.info({ mailId: mail.mailId, kind: mail.kind, attempts: mail.attempts }, 'a mail was sent');
}
