import type { Config } from '../../config.ts';
import type { DemoMailbox } from './demo-mailbox.ts';
import { createSmtpTransport } from './smtp-transport.ts';
import { type MailTransport, noMailServer } from './transport.ts';

/** Mail stays in the process: a demo on the embedded database that has no mail server. Never on a real site. */
export function hasDemoMailbox({ mail, hasDemoPeople }: Pick<Config, 'mail' | 'hasDemoPeople'>): boolean {
  return mail === undefined && hasDemoPeople;
}

export function chooseTransport(
  { mail }: Pick<Config, 'mail'>,
  origin: string,
  mailbox: DemoMailbox | undefined,
): MailTransport {
  if (mail !== undefined) return createSmtpTransport({ ...mail, origin });
  return mailbox === undefined ? noMailServer : mailbox.transport;
}
