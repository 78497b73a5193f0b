/** Why a mail has not gone, or is not known to have. These stand in the outbox and in the log, and never change. */
export const mailFaultCodes = [
  /** There is no mail server in the configuration. */
  'no-mail-server',
  /** The mail server is not reached, or breaks off before it is given the mail. */
  'unreachable',
  /** It offers no connection that is safe: no TLS, or a certificate that does not hold. */
  'no-secure-connection',
  /** It does not accept the site's own name and password. */
  'login-refused',
  /** It asks to be tried again later. */
  'deferred',
  /** It does not take mail for the address. */
  'no-such-recipient',
  /** It does not take the mail. */
  'refused',
  /** It was given the mail and has not said what became of it. */
  'no-answer',
  /** The process that was sending it is gone, or had to stop. */
  'interrupted',
  /** What the mail was about is over: the code was used or too old. */
  'no-longer-needed',
  /** Another mail to the same invited firm is just going. */
  'behind-another',
  /** There are no words for what it was to say: a fault of the product. */
  'not-composable',
] as const;
export type MailFaultCode = (typeof mailFaultCodes)[number];

/** Whether to try again; `unknown` is a mail that may have gone, and is not sent again by itself. */
export type MailOutcome = 'try-again' | 'never' | 'unknown';

export class MailFault extends Error {
  override readonly name = 'MailFault';
  readonly code: MailFaultCode;
  readonly outcome: MailOutcome;

  constructor(code: MailFaultCode, outcome: MailOutcome) {
    super(code);
    this.code = code;
    this.outcome = outcome;
  }
}
