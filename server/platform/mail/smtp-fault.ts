import { MailFault } from './mail-fault.ts';

/** What is read of a fault of nodemailer. Its message and reply may hold addresses, and go nowhere. */
type SmtpError = {
  readonly code: string;
  /** What the system or TLS called it. */
  readonly cause: string;
  readonly command: string;
  readonly reply: string;
};

function textOf(error: unknown, key: string): string {
  if (typeof error !== 'object' || error === null || !(key in error)) return '';
  const value = (error as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : '';
}

const read = (error: unknown): SmtpError => ({
  code: textOf(error, 'code'),
  cause: textOf(error, 'originalCode'),
  command: textOf(error, 'command'),
  reply: textOf(error, 'response'),
});

/** The server is out of step rather than against the mail: 503, bad sequence of commands. */
const isAgainstTheMail = (reply: string): boolean => /^5/.test(reply) && !/^503/.test(reply);

/**
 * 550, 551 and 553, unless the reply itself says that the address of the recipient is not what it is about (RFC 3463):
 * 5.1.7 and 5.1.8 are about the sender's.
 */
const isAboutTheAddress = (reply: string): boolean => /^55[013](?![ -]5\.(?!1\.|2\.1))(?![ -]5\.1\.[78]\b)/.test(reply);

/** As OpenSSL and Node name what is wrong with a certificate or a handshake. */
const tlsCauses = /CERT|SSL|TLS|SIGNATURE|ISSUER|EPROTO/;

function aboutTheSession({ code, cause, command }: SmtpError): MailFault {
  if (code === 'EAUTH') return new MailFault('login-refused', 'try-again');
  const isTls = code === 'ETLS' || command === 'STARTTLS' || tlsCauses.test(cause);
  return new MailFault(isTls ? 'no-secure-connection' : 'unreachable', 'try-again');
}

/**
 * What became of a mail that was not taken over. Once the mail has been handed over, only a reply tells; a refusal
 * before the mail is spoken of is about the connection, which others may have set wrong, and not about the mail.
 */
export function smtpFault(error: unknown, isHandingOver: boolean): MailFault {
  const fault = read(error);
  if (isHandingOver) {
    if (/^4|^503/.test(fault.reply)) return new MailFault('deferred', 'try-again');
    return /^5/.test(fault.reply) ? new MailFault('refused', 'never') : new MailFault('no-answer', 'unknown');
  }
  if (fault.code !== 'EENVELOPE' && fault.code !== 'EMESSAGE') return aboutTheSession(fault);
  if (fault.command === 'API') return new MailFault('no-such-recipient', 'never');
  if (fault.reply !== '' && !isAgainstTheMail(fault.reply)) return new MailFault('deferred', 'try-again');
  const isRecipient = fault.command === 'RCPT TO' && isAboutTheAddress(fault.reply);
  return new MailFault(isRecipient ? 'no-such-recipient' : 'refused', 'never');
}
