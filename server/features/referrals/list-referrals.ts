import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getSubmitted } from './access.ts';
import type { ReferralBody } from './describe-referral.ts';
import { describeReferral } from './describe-referral.ts';
import { listProvidersInUse, listReferralRows } from './repository.ts';

export async function listReferrals(
  context: Context,
  access: AccessContext,
  responseId: string,
): Promise<{ referrals: ReferralBody[]; providersInUse: string[] }> {
  const { rows, providersInUse } = await inTransaction(context.database, access, async (tx) => {
    await getSubmitted(tx, responseId);
    return { rows: await listReferralRows(tx, responseId), providersInUse: await listProvidersInUse(tx) };
  });
  return { referrals: await Promise.all(rows.map((row) => describeReferral(context, row))), providersInUse };
}
