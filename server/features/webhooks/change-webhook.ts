import { isNameTaken } from '#shared/domain/wording/is-name-taken.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { withWebhook } from './access.ts';
import { describeWebhooks, type WebhooksBody } from './describe-webhooks.ts';
import { refuseFaultyAddress } from './refuse-faulty-address.ts';
import { refuseTakenName } from './refuse-taken-name.ts';
import { type Place, updateWaitingToDue, updateWebhook, type WebhookSettings } from './repository.ts';

export type WebhookChange = Place & WebhookSettings & { readonly isPaused: boolean };

export async function changeWebhook(
  context: Context,
  access: AccessContext,
  { organisationId, webhookId, ...change }: WebhookChange,
): Promise<WebhooksBody> {
  refuseFaultyAddress(context, change.url);
  const place = { organisationId, webhookId };
  const body = await withWebhook(context, access, place, async (tx, before) => {
    const now = context.clock.now();
    // One that was called the same before names were held apart can be paused and let go on as it is.
    if (!isNameTaken(change.name, [before])) await refuseTakenName(tx, { ...place, name: change.name });
    await updateWebhook(tx, place, { ...change, events: [...new Set(change.events)] }, now);
    const goesOn = before.pausedAt !== null && !change.isPaused;
    const isAddressChanged = before.url !== change.url;
    if (goesOn || isAddressChanged) await updateWaitingToDue(tx, place, now);
    await recordAudit(tx, {
      action: 'webhook-changed',
      objectKind: 'webhook',
      objectId: webhookId,
      detail: { organisationId, isPaused: change.isPaused, isAddressChanged },
    });
    return describeWebhooks(context, tx, organisationId);
  });
  context.wakeWorker();
  return body;
}
