import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { withWebhook } from './access.ts';
import { type DeliveriesBody, describeDeliveries } from './describe-webhooks.ts';
import { countWithinHour, hasDelivery, type Place, updateDeliveryToWaiting } from './repository.ts';

/** Of the whole organisation. */
const mostAnHour = 60;

/** Under the same id, so that a receiver that had taken it knows it again. */
export async function resendDelivery(
  context: Context,
  access: AccessContext,
  { deliveryId, ...place }: Place & { readonly deliveryId: string },
): Promise<DeliveriesBody> {
  const body = await withWebhook(context, access, place, async (tx) => {
    const now = context.clock.now();
    if (await updateDeliveryToWaiting(tx, place, deliveryId, now)) {
      if ((await countWithinHour(tx, place.organisationId, 'webhook-resent')) >= mostAnHour) {
        throw new DomainError('too-many-requests');
      }
      await recordAudit(tx, {
        action: 'webhook-resent',
        objectKind: 'webhook',
        objectId: place.webhookId,
        detail: { organisationId: place.organisationId, deliveryId },
      });
    } else if (!(await hasDelivery(tx, place, deliveryId))) {
      throw new DomainError('not-found');
    }
    return describeDeliveries(context, tx, place);
  });
  context.wakeWorker();
  return body;
}
