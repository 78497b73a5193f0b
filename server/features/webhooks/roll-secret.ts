import { webhookLimits } from '#shared/contracts/webhooks.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { webhookSecretOf } from '../../platform/webhooks/sign-webhook.ts';
import { withWebhook } from './access.ts';
import type { WithSecret } from './add-webhook.ts';
import { describeWebhooks } from './describe-webhooks.ts';
import { type Place, updateSecret } from './repository.ts';

const bothMs = webhookLimits.bothSecretsHours * 3_600_000;

export async function rollSecret(context: Context, access: AccessContext, place: Place): Promise<WithSecret> {
  const secret = webhookSecretOf(context.identifiers.newSecret());
  const sealedSecret = await context.sealing.seal(secret);
  return withWebhook(context, access, place, async (tx) => {
    const now = context.clock.now();
    await updateSecret(tx, place, { sealedSecret, earlierUntil: new Date(now.getTime() + bothMs) });
    await recordAudit(tx, {
      action: 'webhook-secret-rolled',
      objectKind: 'webhook',
      objectId: place.webhookId,
      detail: { organisationId: place.organisationId },
    });
    return { ...(await describeWebhooks(context, tx, place.organisationId)), secret };
  });
}
