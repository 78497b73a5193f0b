import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { findWebhookRow, lockWebhooks, type Place, type WebhookRow } from './repository.ts';

/** Runs the work for a manager of the provider; for everybody else there is no such organisation. */
export async function asProviderManager<T>(
  context: Context,
  access: AccessContext,
  organisationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return asStaffOf(context, access, { organisationId, roles: ['manager'] }, work);
}

/** The same for what changes a receiver, one change after the other. */
export async function withWebhook<T>(
  context: Context,
  access: AccessContext,
  place: Place,
  work: (tx: Transaction, webhook: WebhookRow) => Promise<T>,
): Promise<T> {
  return asProviderManager(context, access, place.organisationId, async (tx) => {
    await lockWebhooks(tx, place.organisationId);
    return work(tx, await getWebhook(tx, place));
  });
}

export async function getWebhook(tx: Transaction, place: Place): Promise<WebhookRow> {
  const webhook = await findWebhookRow(tx, place);
  if (webhook === undefined) throw new DomainError('not-found');
  return webhook;
}
