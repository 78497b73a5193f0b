import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inFirm } from './access.ts';
import type { FirmAccessBody } from './describe-access.ts';
import { describeAccess, findProviderCounties } from './describe-access.ts';

export async function getFirmAccess(context: Context, access: AccessContext, firmId: string): Promise<FirmAccessBody> {
  const counties = await findProviderCounties(context);
  return inFirm(context, access, { firmId, action: 'read-access-log' }, (tx) => describeAccess(tx, firmId, counties));
}
