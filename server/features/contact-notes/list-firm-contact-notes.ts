import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { requireOwnFirm } from '../../platform/identity/own-firm-repository.ts';
import { type ContactNoteBody, describeNote } from './describe-record.ts';
import { listNotes } from './repository.ts';

/** Everything that was written about the firm, by every organisation, also by those it lets in no more. */
export async function listFirmContactNotes(
  context: Context,
  access: AccessContext,
  firmId: string,
): Promise<ContactNoteBody[]> {
  const rows = await inTransaction(context.database, access, async (tx) => {
    await requireOwnFirm(tx, firmId);
    return listNotes(tx, firmId);
  });
  return rows.map(describeNote);
}
