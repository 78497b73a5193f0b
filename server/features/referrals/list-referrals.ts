import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getSubmitted } from './access.ts';
import type { ReferralBody } from './describe-referral.ts';
import { describeReferral } from './describe-referral.ts';
import { listReferralRows } from './repository.ts';

export async function listReferrals(
  context: Context,
  access: AccessContext,
  responseId: string,
): Promise<ReferralBody[]> {
  const rows = await inTransaction(context.database, access, async (tx) => {
    await getSubmitted(tx, responseId);
    return listReferralRows(tx, responseId);
  });
  return Promise.all(rows.map((row) => describeReferral(context, row)));
}
