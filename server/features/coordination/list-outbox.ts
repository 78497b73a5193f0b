import type * as z from 'zod/mini';
import type { outboxMailSchema } from '#shared/contracts/coordination.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { asAdministrator } from './access.ts';
import type { MailCounts } from './outbox-repository.ts';
import { getMailCounts, listUnsentMailRows } from './outbox-repository.ts';

const mostListed = 200;

export type OutboxBody = { mails: z.input<typeof outboxMailSchema>[]; counts: MailCounts };

export async function describeOutbox(tx: Transaction): Promise<OutboxBody> {
  const mails = await listUnsentMailRows(tx, mostListed);
  return {
    mails: mails.map((mail) => ({
      ...mail,
      createdAt: mail.createdAt.toISOString(),
      nextAttemptAt: mail.nextAttemptAt?.toISOString() ?? null,
    })),
    counts: await getMailCounts(tx),
  };
}

export async function listOutbox(context: Context, access: AccessContext): Promise<OutboxBody> {
  return asAdministrator(context, access, describeOutbox);
}
