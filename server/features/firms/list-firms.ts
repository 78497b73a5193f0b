import type { FirmSummary } from '#shared/contracts/firms.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { listOwnFirms } from './firm-repository.ts';

type Summary = Omit<FirmSummary, 'firmId'> & { readonly firmId: string };

export async function listFirms(context: Context, access: AccessContext): Promise<Summary[]> {
  return inTransaction(context.database, access, listOwnFirms);
}
