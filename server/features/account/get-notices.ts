import { type NoticeChoice, usualNotices } from '#shared/contracts/notices.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPerson } from './access.ts';
import { findNoticeChoice } from './notice-repository.ts';

export async function getNotices(context: Context, access: AccessContext): Promise<NoticeChoice> {
  const chosen = await asPerson(context, access, (tx, { personId }) => findNoticeChoice(tx, personId));
  return chosen ?? usualNotices;
}
