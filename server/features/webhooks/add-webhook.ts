import { webhookLimits } from '#shared/contracts/webhooks.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { webhookSecretOf } from '../../platform/webhooks/sign-webhook.ts';
import { asProviderManager } from './access.ts';
import { describeWebhooks, type WebhooksBody } from './describe-webhooks.ts';
import { refuseFaultyAddress } from './refuse-faulty-address.ts';
import { refuseTakenName } from './refuse-taken-name.ts';
import { insertWebhook, listWebhookRows, lockWebhooks, type WebhookSettings } from './repository.ts';

export type WithSecret = WebhooksBody & { secret: string };

/** The secret is told here and nowhere else. */
export async function addWebhook(
  context: Context,
  access: AccessContext,
  { organisationId, name, url, events }: WebhookSettings & { readonly organisationId: string },
): Promise<WithSecret> {
  refuseFaultyAddress(context, url);
  const secret = webhookSecretOf(context.identifiers.newSecret());
  const sealedSecret = await context.sealing.seal(secret);
  return asProviderManager(context, access, organisationId, async (tx) => {
    await lockWebhooks(tx, organisationId);
    if ((await listWebhookRows(tx, organisationId)).length >= webhookLimits.most) {
      throw new DomainError('invalid-request', { fields: [{ path: 'body', code: 'too-many-webhooks' }] });
    }
    await refuseTakenName(tx, { organisationId, name });
    const webhookId = context.identifiers.newId();
    const now = context.clock.now();
    await insertWebhook(tx, {
      webhookId,
      organisationId,
      name,
      url,
      events: [...new Set(events)],
      sealedSecret,
      createdAt: now,
    });
    await recordAudit(tx, {
      action: 'webhook-added',
      objectKind: 'webhook',
      objectId: webhookId,
      detail: { organisationId },
    });
    return { ...(await describeWebhooks(context, tx, organisationId)), secret };
  });
}
