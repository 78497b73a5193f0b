import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asProviderManager } from './access.ts';
import { type DeliveriesBody, describeDeliveries } from './describe-webhooks.ts';
import type { Place } from './repository.ts';

export async function listDeliveries(context: Context, access: AccessContext, place: Place): Promise<DeliveriesBody> {
  return asProviderManager(context, access, place.organisationId, (tx) => describeDeliveries(context, tx, place));
}
