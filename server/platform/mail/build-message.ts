import MailComposer from 'nodemailer/lib/mail-composer';
import { renderHtml, renderPlain } from './render-mail.ts';
import { senderName } from './sender-name.ts';
import type { OutgoingMail } from './transport.ts';

export type Sender = { readonly from: string; readonly origin: string };

const calendarFile = (content: string) => ({
  filename: 'mattstock.ics',
  content,
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
});

/** The whole message as it goes to the mail server. Its id is the same however often it is made. */
export function buildMessage(mail: OutgoingMail, { from, origin }: Sender): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: senderName, address: from },
    to: { name: '', address: mail.recipient },
    subject: mail.subject,
    messageId: `<${mail.mailId}@${new URL(origin).hostname}>`,
    date: mail.sentAt,
    text: renderPlain(mail),
    html: renderHtml(mail),
    ...(mail.calendar === '' ? {} : { attachments: [calendarFile(mail.calendar)] }),
    headers: {
      // No answering machine is to answer (RFC 3834; the second is for Exchange).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return composer.compile().build();
}
