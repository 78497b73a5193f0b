import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inFirm } from './access.ts';
import type { FirmBody } from './describe-firm.ts';
import { describeFirm } from './describe-firm.ts';

export async function getFirm(context: Context, access: AccessContext, firmId: string): Promise<FirmBody> {
  return inFirm(context, access, { firmId, action: 'read-firm' }, (tx, role) =>
    describeFirm(tx, firmId, { role, now: context.clock.now() }),
  );
}
