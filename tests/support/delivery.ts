import { randomUUID } from 'node:crypto';
import type { PostgresDb } from '@fastify/postgres';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { deliverDueMails } from '#server/platform/mail/deliver-due-mails.ts';
import type { Delivery } from '#server/platform/mail/deliver-mail.ts';
import { createDemoMailbox, type DemoMailboxMail } from '#server/platform/mail/demo-mailbox.ts';
import type { NewMail } from '#server/platform/mail/repository.ts';
import { insertMail } from '#server/platform/mail/repository.ts';
import { createSmtpTransport, type SmtpOptions } from '#server/platform/mail/smtp-transport.ts';
import type { MailTransport } from '#server/platform/mail/transport.ts';
import type { TestApp } from './test-app.ts';

type Site = Pick<TestApp, 'app' | 'admin' | 'clock' | 'content'>;

export const testOrigin = 'https://mattstock.example';
export const testSender = 'no-reply@mattstock.example';

/** What a worker of the site works with. */
export function deliveryOf(site: Site, transport: MailTransport): Delivery {
  const { pool }: PostgresDb = site.app.pg;
  return {
    database: { pool },
    clock: site.clock,
    identifiers: randomIdentifiers,
    texts: site.content.bundle.mailTexts,
    transport,
    origin: testOrigin,
    log: site.app.log,
  };
}

export function smtpTo(url: string, options: Partial<SmtpOptions> = {}): MailTransport {
  return createSmtpTransport({ url, from: testSender, origin: testOrigin, ...options });
}

/** Everything that is due, until nothing is. */
export async function deliverAll(delivery: Delivery): Promise<void> {
  const { signal } = new AbortController();
  while (await deliverDueMails(delivery, signal));
}

/** Sends the mails that are due into a mailbox of this call; the oldest first. */
export async function deliverMails(site: Site): Promise<DemoMailboxMail[]> {
  const mailbox = createDemoMailbox();
  await deliverAll(deliveryOf(site, mailbox.transport));
  return mailbox.list().toReversed();
}

/** A mail in the outbox, as a use case writes it. */
export async function writeMail(site: Site, mail: Partial<NewMail> = {}): Promise<string> {
  const mailId = mail.mailId ?? randomUUID();
  await insertMail(site.admin, {
    mailId,
    kind: 'factor-changed',
    recipient: 'kim@bruket.example',
    language: 'sv',
    facts: { change: 'passkey-added' },
    createdAt: site.clock.now(),
    ...mail,
  });
  return mailId;
}

export type OutboxRow = {
  readonly status: string;
  readonly fault: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly settledAt: Date | null;
  readonly recipient: string | null;
  readonly facts: Record<string, string>;
};

export async function outboxRow({ admin }: Pick<Site, 'admin'>, mailId: string): Promise<OutboxRow> {
  const { rows } = await admin.query<OutboxRow>(
    `select status, fault, attempts, next_attempt_at as "nextAttemptAt", settled_at as "settledAt", recipient, facts
     from outbox_mails where mail_id = $1`,
    [mailId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no mail ${mailId}`);
  return row;
}
