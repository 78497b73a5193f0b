import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { LettingInRow } from './repository.ts';
import { listLettingIn } from './repository.ts';

export async function listFirmsLettingIn(
  context: Context,
  access: AccessContext,
): Promise<(Omit<LettingInRow, 'since'> & { since: string })[]> {
  const rows = await inTransaction(context.database, access, listLettingIn);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
