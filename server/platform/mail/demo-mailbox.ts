import { renderPlain } from './render-mail.ts';
import type { MailTransport } from './transport.ts';

export type DemoMailboxMail = {
  readonly mailId: string;
  readonly sentAt: Date;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
};

/** The mail of a demo: it goes here and nowhere else, and is gone when the server stops. */
export type DemoMailbox = {
  /** The newest first. */
  list(): readonly DemoMailboxMail[];
  readonly transport: MailTransport;
};

const keeps = 50;

export function createDemoMailbox(): DemoMailbox {
  let mails: readonly DemoMailboxMail[] = [];
  return {
    list: () => mails,
    transport: {
      send: async (mail, { onHandOver }) => {
        await onHandOver();
        const { mailId, sentAt, recipient, subject } = mail;
        mails = [{ mailId, sentAt, recipient, subject, text: renderPlain(mail) }, ...mails].slice(0, keeps);
      },
    },
  };
}
