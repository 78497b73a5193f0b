import type { ComposedMail } from './compose-mail.ts';
import { MailFault } from './mail-fault.ts';

export type OutgoingMail = ComposedMail & {
  readonly mailId: string;
  readonly recipient: string;
  readonly sentAt: Date;
};

export type Handling = {
  /** Awaited once the receiver listens, before it is given the first byte. When it fails, nothing is given. */
  readonly onHandOver: () => Promise<void>;
  /** Told to let go. */
  readonly signal: AbortSignal;
};

export type MailTransport = {
  /** Resolves when the mail has been taken over; a `MailFault` says what else became of it. */
  send(mail: OutgoingMail, handling: Handling): Promise<void>;
};

/** A site without a mail server: its mail waits, and the outbox says for what. */
export const noMailServer: MailTransport = {
  send: () => Promise.reject(new MailFault('no-mail-server', 'try-again')),
};
