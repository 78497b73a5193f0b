import { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import SMTPConnection, { type SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection';
import { buildMessage, type Sender } from './build-message.ts';
import { MailFault } from './mail-fault.ts';
import { smtpFault } from './smtp-fault.ts';
import type { Handling, MailTransport, OutgoingMail } from './transport.ts';

const connectWithinMs = 10_000;
const dnsWithinMs = 5000;
const leaveWithinMs = 1000;

export type SmtpLimits = {
  /** From the look-up of the name to the moment the server listens. */
  readonly setUpWithinMs: number;
  /** From there to its answer: it may look at the mail before it takes it over. */
  readonly answerWithinMs: number;
};

/** Together less than the lease of a mail, so that nobody else takes it while somebody is at it. */
export const smtpLimits: SmtpLimits = { setUpWithinMs: 30_000, answerWithinMs: 60_000 };

export type SmtpOptions = Sender & {
  readonly url: string;
  readonly limits?: SmtpLimits;
  /** Whom to trust, where it is not the system's list. */
  readonly tls?: Pick<ConnectionOptions, 'ca'>;
};

function authOf({ username, password }: URL): SMTPConnectionAuth | undefined {
  if (username === '') return undefined;
  return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
}

function connectionTo({ url, tls, limits = smtpLimits }: SmtpOptions): SMTPConnection {
  const { protocol, hostname, port, username } = new URL(url);
  return new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port: Number(port) }),
    secure: protocol === 'smtps:',
    // TLS wherever it is offered; a password goes nowhere without it.
    requireTLS: username !== '',
    tls: { ...tls, rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    dnsTimeout: dnsWithinMs,
    connectionTimeout: Math.min(connectWithinMs, limits.setUpWithinMs),
    greetingTimeout: limits.setUpWithinMs,
    socketTimeout: limits.answerWithinMs,
  });
}

const settled = (act: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    act((error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });

/** The message, whose first byte is not given before the hand-over is written down. */
async function* heldBack(message: Buffer, onFirstRead: () => Promise<void>): AsyncGenerator<Buffer> {
  await onFirstRead();
  yield message;
}

type Turn = { isHandingOver: boolean; handOverFault?: unknown };

async function give(
  connection: SMTPConnection,
  options: SmtpOptions,
  mail: OutgoingMail,
  onFirstRead: () => Promise<void>,
): Promise<void> {
  const message = await buildMessage(mail, options);
  const auth = authOf(new URL(options.url));
  await settled((done) => connection.connect(done));
  if (auth !== undefined) await settled((done) => connection.login(auth, done));
  const envelope = { from: options.from, to: [mail.recipient], size: message.length };
  const stream = Readable.from(heldBack(message, onFirstRead), { objectMode: false });
  await settled((done) => connection.send(envelope, stream, done));
}

type Watch = { readonly broken: Promise<never>; stop(): void };

/** Sees to it that the turn ends: when the connection breaks outside any command, takes too long, or has to let go. */
function watch(connection: SMTPConnection, turn: Turn, signal: AbortSignal, limits: SmtpLimits): Watch {
  const { promise: broken, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(new MailFault('interrupted', turn.isHandingOver ? 'unknown' : 'try-again'));
  const isTooLate = () => reject(smtpFault(undefined, turn.isHandingOver));
  const setUp = setTimeout(() => {
    if (!turn.isHandingOver) isTooLate();
  }, limits.setUpWithinMs);
  const answer = setTimeout(isTooLate, limits.setUpWithinMs + limits.answerWithinMs);
  connection.on('error', reject);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const stop = () => {
    clearTimeout(setUp);
    clearTimeout(answer);
    signal.removeEventListener('abort', onAbort);
  };
  return { broken, stop };
}

/** Says goodbye, and does not wait for the server to say it too. */
function leave(connection: SMTPConnection): void {
  connection.quit();
  setTimeout(() => connection.close(), leaveWithinMs).unref();
}

/** Hands mail to a mail server, one connection for each. */
export function createSmtpTransport(options: SmtpOptions): MailTransport {
  const { limits = smtpLimits } = options;
  const send = async (mail: OutgoingMail, { onHandOver, signal }: Handling): Promise<void> => {
    const connection = connectionTo(options);
    const turn: Turn = { isHandingOver: false };
    const onFirstRead = async () => {
      await onHandOver().catch((error: unknown) => {
        turn.handOverFault = error;
        throw new Error('not handed over', { cause: error });
      });
      turn.isHandingOver = true;
    };
    const { broken, stop } = watch(connection, turn, signal, limits);
    try {
      await Promise.race([give(connection, options, mail, onFirstRead), broken]);
      leave(connection);
    } catch (error) {
      connection.close();
      if (turn.handOverFault !== undefined) throw turn.handOverFault;
      throw error instanceof MailFault ? error : smtpFault(error, turn.isHandingOver);
    } finally {
      stop();
    }
  };
  return { send };
}
