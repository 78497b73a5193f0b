import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asProviderManager } from './access.ts';
import { describeWebhooks, type WebhooksBody } from './describe-webhooks.ts';

export async function listWebhooks(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<WebhooksBody> {
  return asProviderManager(context, access, organisationId, (tx) => describeWebhooks(context, tx, organisationId));
}
