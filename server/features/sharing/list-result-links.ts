import { listRoundsBefore } from '../../platform/change/round-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Account } from '../../platform/identity/account.ts';
import { getShareable } from './access.ts';
import { describeLinks, type ResultLinksBody, type Sharing } from './describe-links.ts';
import { listLinks } from './repository.ts';

export async function readSharing(tx: Transaction, responseId: string): Promise<Sharing> {
  const submitted = await getShareable(tx, responseId);
  return { submitted, earlier: await listRoundsBefore(tx), links: await listLinks(tx, submitted.firmId) };
}

export async function listResultLinks(
  context: Context,
  access: AccessContext,
  { responseId, account }: { responseId: string; account: Account | undefined },
): Promise<ResultLinksBody> {
  const sharing = await inTransaction(context.database, access, (tx) => readSharing(tx, responseId));
  return describeLinks(context, sharing, account);
}
