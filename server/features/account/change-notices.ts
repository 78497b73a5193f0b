import type { NoticeChoice } from '#shared/contracts/notices.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPerson } from './access.ts';
import { saveNoticeChoice } from './notice-repository.ts';

export async function changeNotices(
  context: Context,
  access: AccessContext,
  choice: NoticeChoice,
): Promise<NoticeChoice> {
  return asPerson(context, access, async (tx, { personId }) => {
    await saveNoticeChoice(tx, personId, choice, context.clock.now());
    await recordAudit(tx, { action: 'account-changed', objectKind: 'person', objectId: personId });
    return choice;
  });
}
