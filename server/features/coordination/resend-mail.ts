import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asAdministrator } from './access.ts';
import { describeOutbox, type OutboxBody } from './list-outbox.ts';
import { hasMail, updateMailToWaiting } from './outbox-repository.ts';

/** Puts a mail back in line that failed or may have gone; one that waits or has gone stays as it is. */
export async function resendMail(context: Context, access: AccessContext, mailId: string): Promise<OutboxBody> {
  const body = await asAdministrator(context, access, async (tx) => {
    const kind = await updateMailToWaiting(tx, mailId, context.clock.now());
    if (kind !== undefined) {
      await recordAudit(tx, { action: 'mail-resent', objectKind: 'mail', objectId: mailId, detail: { kind } });
    } else if (!(await hasMail(tx, mailId))) {
      throw new DomainError('not-found');
    }
    return describeOutbox(tx);
  });
  context.wakeWorker();
  return body;
}
