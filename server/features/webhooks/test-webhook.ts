import type { WebhookEvent } from '#shared/contracts/webhooks.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { withWebhook } from './access.ts';
import { type DeliveriesBody, describeDeliveries } from './describe-webhooks.ts';
import { countWithinHour, insertTest, type Place } from './repository.ts';

/** Of the whole organisation. */
const mostAnHour = 20;

/** As the schema has it, before its identifiers are branded. */
type TestEvent = Omit<Extract<WebhookEvent, { type: 'test' }>, 'data'> & { data: { organisationId: string } };

export async function testWebhook(context: Context, access: AccessContext, place: Place): Promise<DeliveriesBody> {
  const body = await withWebhook(context, access, place, async (tx) => {
    const at = context.clock.now();
    if ((await countWithinHour(tx, place.organisationId, 'webhook-tested')) >= mostAnHour) {
      throw new DomainError('too-many-requests');
    }
    const { organisationId } = place;
    const event: TestEvent = { type: 'test', timestamp: at.toISOString(), data: { organisationId } };
    await insertTest(tx, place, { deliveryId: context.identifiers.newId(), body: JSON.stringify(event), at });
    await recordAudit(tx, {
      action: 'webhook-tested',
      objectKind: 'webhook',
      objectId: place.webhookId,
      detail: { organisationId },
    });
    return describeDeliveries(context, tx, place);
  });
  context.wakeWorker();
  return body;
}
