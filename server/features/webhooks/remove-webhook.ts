import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { withWebhook } from './access.ts';
import { describeWebhooks, type WebhooksBody } from './describe-webhooks.ts';
import { deleteWebhook, type Place } from './repository.ts';

export async function removeWebhook(context: Context, access: AccessContext, place: Place): Promise<WebhooksBody> {
  return withWebhook(context, access, place, async (tx) => {
    await deleteWebhook(tx, place);
    await recordAudit(tx, {
      action: 'webhook-removed',
      objectKind: 'webhook',
      objectId: place.webhookId,
      detail: { organisationId: place.organisationId },
    });
    return describeWebhooks(context, tx, place.organisationId);
  });
}
